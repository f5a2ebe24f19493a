"""How the ways differ in which papers give one measure, as pairs of names and values for lists and cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ..facts.figure import FigureFacts
from ..facts.same_measure import plain
from ..records.indicator import Indicator
from . import format as say

MOST_NAMED: Final = 4
"""As many categories as are named one by one."""
_NOUNS: Final = ("rate", "share", "number", "time")

Aspects = tuple[tuple[str, str], ...]


def called(indicator: Indicator) -> str:
    """Give what a measure is, in a word: this rate, this share."""
    words = plain(indicator.measure).split()
    return next((noun for noun in _NOUNS if noun in words), "measure")


def defined_apart(ids: Sequence[str], indicators: Mapping[str, Indicator]) -> bool:
    """Whether some of several ways are defined in other words than others."""
    return len({plain(indicators[indicator_id].definition) for indicator_id in ids}) > 1


def apart(
    ids: Sequence[str], indicators: Mapping[str, Indicator], figures: Mapping[str, FigureFacts]
) -> dict[str, Aspects]:
    """Give of each of several ways that in which not all are the same: whose, by what, for when, and from where."""
    every = {indicator_id: _aspects(indicators[indicator_id], figures[indicator_id]) for indicator_id in ids}
    differ = [name for name in ("For", "By", "Period", "Source") if len({of[name] for of in every.values()}) > 1]
    return {way: tuple((name, of[name]) for name in differ if of[name]) for way, of in every.items()}


def _aspects(indicator: Indicator, facts: FigureFacts) -> dict[str, str]:
    grid, source = facts.grid, indicator.source
    cells = [cell for row in grid.rows for cell in row.cells if cell.period]
    periods = [grid.period, *(cell.period for cell in cells if grid.axis == "time")]
    labels = list(grid.labels) if grid.axis == "category" else []
    more = len(labels) - MOST_NAMED
    if more > 1:
        labels = [*labels[:MOST_NAMED], f"{more} more"]
    if len(grid.rows) > 1:
        labels = [row.name for row in grid.rows] if len(grid.rows) <= MOST_NAMED else [f"{len(grid.rows)} groups"]
    return {
        "For": indicator.place,
        "By": "; ".join(labels),
        "Period": "; ".join(dict.fromkeys(say.period_label(period) for period in periods if period)),
        "Source": f"{source.title}, paragraph {source.paragraph}" if source.paragraph else source.title,
    }
