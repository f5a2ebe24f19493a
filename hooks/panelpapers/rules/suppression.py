"""A suppressed figure is typed nowhere, told nowhere, and follows from nothing that is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..facts.disclosure import Disclosed, disclosed
from ..facts.ledger import Told
from ..facts.suppressed_words import told_about
from ..facts.suppression import typed_about
from ..reading.problem import Problem
from ..records.indicator import Indicator
from ..records.publication import Records

MOST_NAMED = 5
"""How many of the figures from which another follows are named."""


def suppressed_typed(records: Records) -> Iterator[Problem]:
    """Refuse every figure that is typed at or about a suppressed one."""
    for indicator in records.indicators.values():
        for typed in typed_about(indicator):
            yield Problem(
                code="suppressed-typed",
                place=typed.place,
                message=f"The figure for {typed.name} is suppressed, and {typed.what} is typed here.",
                fix="Delete it: whoever can read this file can read it. Or take suppressed out of the statuses.",
            )


def suppressed_in_words(records: Records) -> Iterator[Problem]:
    """Refuse a text that tells a figure at a suppressed one, or names the suppressed one and tells a figure."""
    for indicator in records.indicators.values():
        for told in told_about(indicator):
            yield Problem(
                code="suppressed-in-words",
                place=told.place,
                message=f'The figure for {told.name} is suppressed, and the text here tells "{told.figure}".',
                fix="Take the figure out of the text. If it is not the suppressed one, say it in a text of its own.",
                severity="error" if told.sure else "warning",
                width=len(told.figure),
            )


def suppressed_follows(records: Records) -> Iterator[Problem]:
    """Refuse a suppressed figure that follows from what is published; advise, where its body has published it."""
    yield from follows(records.indicators)


def follows(indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """Tell of suppressed figures that follow from others of some indicators, taken together."""
    for one in disclosed(indicators):
        yield _follows(one) if one.follows_from else _unsure(one)


def _follows(one: Disclosed) -> Problem:
    point = one.hidden.point
    told = _listed(one.follows_from, point.at().file)
    public = point.disclosed_by is not None
    return Problem(
        code="suppressed-follows",
        place=point.at("statuses"),
        message=f"The suppressed figure for {one.hidden.name} can be worked out from others: {told}.",
        fix=(
            "The body has published it, as disclosed_by says. It is still not shown here."
            if public
            else "Suppress a second figure of the same sum, or leave out one of those named, such as the total. "
            "If the body itself has published it, give disclosed_by with the source."
        ),
        severity="advice" if public else "error",
    )


def _unsure(one: Disclosed) -> Problem:
    return Problem(
        code="suppressed-unsure",
        place=one.hidden.point.at("statuses"),
        message=f"Too many figures hang together to tell whether the one for {one.hidden.name} can be worked out.",
        fix="Give fewer groups or periods beside suppressed figures, or give disclosed_by with a source.",
        severity="advice" if one.hidden.point.disclosed_by else "error",
    )


def _listed(several: tuple[Told, ...], file: str) -> str:
    """Name figures with their places: those in the same file by the line, others by file and line."""
    named = [
        f"{one.name} (line {one.place.line})"
        if one.place.file == file
        else f"{one.name} ({one.place.file}, line {one.place.line})"
        for one in several[:MOST_NAMED]
    ]
    more = len(several) - MOST_NAMED
    return "; ".join([*named, f"and {more} more"] if more > 0 else named)


RULES = (suppressed_typed, suppressed_in_words, suppressed_follows)
