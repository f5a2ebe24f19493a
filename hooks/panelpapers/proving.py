"""Every sentence about figures is proven before it is published: the proof-reader reads what the writer wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .charts import axis_start
from .facts.figure import figure_facts
from .facts.suppression import without_suppressed
from .records.indicator import Indicator
from .records.problem import Problem
from .rules.figures.refusals import refusals
from .words.check import check
from .words.figure import FigureWords, figure_words


def unproven(indicator: Indicator) -> Iterator[Problem]:
    """Give a problem for each claim about an indicator that its figures do not confirm; none if it is refused.

    This is a fault of the software, not of the editor, and stops the build all the same.
    """
    if refusals(indicator):
        return
    indicator = without_suppressed(indicator)
    facts = figure_facts(indicator)
    start = axis_start(indicator, facts.grid)
    words = figure_words(indicator, facts, start)
    for finding in check(indicator, texts_of(words), axis_starts_at=start):
        yield Problem(
            code="sentence-unproven",
            place=indicator.at(),
            message=f'The {finding.where} says "{finding.claim}". The figures do not confirm it. {finding.message}',
            fix="Tell those who look after the software, with this file; until then, leave the file out.",
        )


def texts_of(words: FigureWords) -> Mapping[str, str]:
    """Give every text of a figure by its name, as the proof-reader takes them."""
    return {
        "summary": words.summary,
        "description": words.description,
        "title": words.title,
        "subtitle": words.subtitle,
        "caveats": " ".join(words.caveats),
    }
