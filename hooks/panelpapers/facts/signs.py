"""Figures on both sides of zero: what they are called there, what crosses zero, and gaps that narrow or widen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from ..records.indicator import Indicator
from .fact import Change, Fact

_GAP: Final = re.compile(r"\b(?:gap|difference|disparity)\b", re.IGNORECASE)
"""What the name of a measure has that narrows and widens."""


@dataclass(frozen=True, slots=True)
class Crossing(Fact):
    """A change from one side of zero to the other, with what figures are called there, where the file says so."""

    series: str
    change: Change
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class GapMoved(Fact):
    """A change of a gap or a difference that stayed on one side of zero."""

    series: str
    change: Change
    way: Literal["narrowed", "widened"]


def called(indicator: Indicator, amount: Decimal) -> str | None:
    """Give what a figure on its side of zero is called, where the file says so."""
    return indicator.above_zero if amount > 0 else indicator.below_zero if amount < 0 else None


def signs(indicator: Indicator, changes: Iterable[Change]) -> Iterator[Crossing | GapMoved]:
    """Find the changes that cross zero, and those of a gap that narrow or widen it."""
    for change in changes:
        before, after = change.earlier.value, change.later.value
        if before is None or after is None or not change.direction:
            continue
        if (before < 0 < after) or (after < 0 < before):
            yield Crossing(change.series, change, called(indicator, before), called(indicator, after))
        elif _GAP.search(indicator.measure):
            yield GapMoved(change.series, change, "narrowed" if abs(after) < abs(before) else "widened")
