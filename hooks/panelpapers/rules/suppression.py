"""A suppressed figure is typed nowhere, told nowhere, and follows from nothing that is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from ..facts.disclosure import Disclosed, disclosed
from ..facts.ledger import Shown
from ..facts.rows import every_point
from ..facts.suppressed_words import told_about
from ..facts.suppression import typed_about
from ..records.indicator import Indicator
from ..records.problem import Problem
from .findings import advice, warning

if TYPE_CHECKING:
    from ..facts.dossier import Dossier

MOST_NAMED: Final = 5
"""How many of the figures are named from which a suppressed one follows."""


def suppressed_figures(dossier: Dossier) -> Iterator[Problem]:
    """Refuse every suppressed figure that can be read or worked out, over all indicators together."""
    yield from problems_of(dossier.records.indicators)


def problems_of(indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """Give what is wrong with suppressed figures in some indicators, taken together."""
    for indicator in indicators.values():
        yield from _typed(indicator)
        yield from _in_words(indicator)
        yield from _not_suppressed(indicator)
    yield from map(_follows, disclosed(indicators))


def _typed(indicator: Indicator) -> Iterator[Problem]:
    """Refuse every figure that is typed at or about a suppressed one."""
    for typed in typed_about(indicator):
        fact = f"The figure for {typed.name} is suppressed, and {typed.what} is typed here."
        fix = "Delete it, as whoever sees this file can read it; or, if it may be shown, delete the status."
        yield Problem("suppressed-typed", typed.place, fact, fix)


def _in_words(indicator: Indicator) -> Iterator[Problem]:
    """Refuse a text that tells a figure at a suppressed one, and a sentence that names one and tells a figure."""
    for told in told_about(indicator):
        fact = f'The figure for {told.name} is suppressed, and the text about it tells "{told.figure}".'
        fix = "Take it out of the text; or, if it is another figure, say it where no suppressed one is spoken of."
        telling = Problem if told.sure else warning
        yield telling("suppressed-in-words", told.place, fact, fix)


def _not_suppressed(indicator: Indicator) -> Iterator[Problem]:
    """Warn of ``disclosed_by`` at a figure that is not suppressed: nothing would come of it."""
    for _, point in every_point(indicator):
        if point.disclosed_by and "suppressed" not in point.statuses:
            fact = "This figure has disclosed_by, and it is not suppressed."
            fix = "Delete disclosed_by, or add suppressed to the statuses. A figure's source goes into source."
            yield warning("disclosed-not-suppressed", point.at("disclosed_by"), fact, fix)


def _follows(figure: Disclosed) -> Problem:
    """Tell of a figure that can be worked out, or may be. Of one that the body published, nothing need be done."""
    point, name = figure.hidden.point, figure.hidden.name
    told = _listed(figure.follows_from, point.at().file)
    fact = f"The suppressed figure for {name} can be worked out from others: {told}."
    if figure.unsure:
        fact = f"Too many figures hang together to tell whether the one for {name} can be worked out."
        fix = "Leave out some of its groups or periods; or if the body has published it, give disclosed_by."
    elif point.disclosed_by:
        fix = "Nothing need be done, as disclosed_by says that it is public. It is still not shown here."
    else:
        fix = "Suppress a second figure that adds up with it, or leave out one of those named, such as a total. "
        fix += "If the body itself has published it, give disclosed_by with the source."
    telling = advice if point.disclosed_by else Problem
    return telling("suppressed-follows", point.at("statuses"), fact, fix)


def _listed(several: tuple[Shown, ...], file: str) -> str:
    """Name figures with their places: the line alone where they stand in the same file."""
    named = [
        f"{told.name} ({'' if told.place.file == file else f'{told.place.file}, '}line {told.place.line})"
        for told in several[:MOST_NAMED]
    ]
    more = len(several) - MOST_NAMED
    return "; ".join([*named, f"and {more} more"] if more > 0 else named)
