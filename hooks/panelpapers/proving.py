"""Every sentence about figures is proven before it is published: the proof-reader reads what the writer wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from .facts.better import Betterment
from .facts.figure import FigureFacts
from .facts.scale import scale_cut
from .records.indicator import Indicator
from .records.problem import Problem
from .records.versions import in_one_version
from .rules.figures.refusals import refusals
from .words.exploring import tracks
from .words.figure import figure_words
from .words.proof.check import check
from .words.proof.evidence import Table
from .words.proof.judgement import judged

if TYPE_CHECKING:
    from .facts.dossier import Dossier  # which knows all facts, and who proves one indicator needs none of them


def unproven(dossier: Dossier, asked: Callable[[str], bool] = lambda _: True) -> Iterator[Problem]:
    """Give a problem for each claim about an indicator that its figures do not confirm; none if it is refused.

    This is a fault of the software, which an editor cannot mend: it stops no build, and the figure is shown without
    words (``Dossier.without_words``). Only the indicators are looked at whose file, as shown to people, is ``asked``
    about.
    """
    public = dossier.public
    for indicator_id, indicator in dossier.records.indicators.items():
        if asked(indicator.at().file) and not refusals(indicator):
            yield from unproven_claims(public.records.indicators[indicator_id], public.figures[indicator_id])


def unproven_of(told: Dossier, public: Dossier) -> Iterator[Problem]:
    """Give the same of each indicator that had fewer figures on a day than it has in ``public``."""
    for indicator_id, indicator in told.records.indicators.items():
        if indicator is not public.records.indicators[indicator_id]:
            yield from unproven_claims(indicator, told.figures[indicator_id])


def without_unproven(dossier: Dossier, found: Iterable[Problem]) -> Dossier:
    """Give a dossier in which nothing is said of the figures of which something was ``found`` unproven."""
    files = {problem.place.file for problem in found}
    doubted = [name for name, indicator in dossier.records.indicators.items() if indicator.at().file in files]
    return dossier.without_words(doubted) if doubted else dossier


def unproven_claims(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    """Give a problem for each claim about one indicator that its facts do not confirm."""
    cut = scale_cut(facts)
    words, english = figure_words(indicator, facts, cut), in_one_version(indicator)
    if not words.told:  # nothing of it is judged better or worse either
        return
    phrases = {track.name: [stop.text for stop in track.stops] for track in tracks(english, facts)}
    for finding in check(english, words.texts, cut=cut, phrases=phrases):
        yield _unproven(indicator, f'The {finding.where} says "{finding.claim}"', finding.message)
    table, told = Table(english), {found.series: found.way for found in facts.all(Betterment)}
    for series in table.rows:
        found = judged(table, series)
        if told.get(series) != (found[0] if found else None):
            yield _unproven(indicator, f"The home page counts {series} as {told.get(series, 'unchanged')}", "")


def _unproven(indicator: Indicator, said: str, why: str) -> Problem:
    message = f"{said}. The figures do not confirm it. {why}".strip()
    fix = (
        "Tell those who look after the software, with this file. Until then, the site shows the figure without words."
    )
    return Problem("sentence-unproven", indicator.at(), message, fix, severity="warning")
