"""When an editor's note settles a doubt: it stands beside the figures, and it speaks of what is doubtful.

A fault of the source cannot be mended by an editor; it is published with a note, and then no longer told to editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..records.indicator import WITHOUT_FIGURE, Indicator

WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "sources-disagree": ("disagree", "do not agree", "does not agree", "contradict"),
    "unequal-periods": ("month", "days", "length", "longer", "shorter", "unequal"),
    "two-definitions": ("compare", "the same", "differ", "defin"),
}
"""For each doubt, words by which a note is known to speak of it."""


def settled(code: str, indicator: Indicator) -> bool:
    """Whether a note of an indicator settles a doubt about it, by the code of the doubt."""
    if code == "no-rank":
        return _each_gap_has_a_remark(indicator)
    notes = " ".join(_notes(indicator)).casefold()
    return any(word in notes for word in WORDS.get(code, ()))


def _notes(indicator: Indicator) -> list[str]:
    points = (point for series in indicator.every_series() for point in series.points)
    return [*indicator.remarks, *(point.remark for point in points if point.remark)]


def _each_gap_has_a_remark(indicator: Indicator) -> bool:
    points = [point for series in indicator.every_series() for point in series.points]
    return all(point.remark for point in points if WITHOUT_FIGURE.intersection(point.statuses))
