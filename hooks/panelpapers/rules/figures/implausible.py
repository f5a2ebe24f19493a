"""Figures that can hardly be so beside the others of their file: a lost point, or two measures in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from ...facts.arithmetic import HANDFUL
from ...facts.comparing import run
from ...facts.figure import FigureFacts
from ...facts.grid import Cell, Row
from ...facts.ledger import decimals_of
from ...records.indicator import Indicator
from ...records.problem import Problem
from ..findings import warning

POWERS: Final = (2, 3, 4)
"""By how many places a point is taken to have slipped, where nothing else shows that it has."""
NEAR: Final = (Decimal("0.9"), Decimal("1.1"))
"""How near to ten, a hundred or a thousand times its neighbour such a figure is."""
ALIKE: Final = 3
"""Figures are alike where the largest is at most so many times the smallest."""
WIDER: Final = Decimal("1.5")
"""How far outside of the others a figure may lie once its point is put right."""
MANY: Final = 3
"""So many others that are very alike, each a handful or more, show by themselves that a digit is lost or doubled."""
FAR_BELOW: Final = 3
"""A percentage over 100 is so many times every other one, or more."""
WHOLE: Final = 100
OTHER_MEASURE: Final = 50
"""A series of another measure has figures at least so many times those of a rate or a share beside it."""
_RATE: Final = re.compile(r"%|\b(?:rate|ratio|share|percentage|proportion|per ?cent|average|median|mean)\b", re.I)


def slipped_point(_: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    """Find a figure with a slipped or lost point: 1352 beside 13.5, or 0.135 for 13.5%."""
    for row in facts.grid.rows:
        for cell, power in _slipped(row, in_time=facts.grid.axis == "time"):
            times = f"{10**power:,} times" if power > 1 else "10 times"
            message = f"The figure for {cell.label} is about {times} another beside it, or that one is."
            yield warning("unit-size", cell.point.at("value"), message, "Check the decimal point and the unit.")


def _slipped(row: Row, *, in_time: bool) -> Iterator[tuple[Cell, int]]:
    """Give each figure of a series whose point may have slipped, with the places by which it did."""
    cells = [cell for cell in (run(row) if in_time else row.cells) if cell.value]
    told = set[int]()
    for cell in cells:
        others = [other for other in cells if other is not cell]
        if power := _places(cell, others, in_time=in_time):
            told.add(id(cell))
            yield cell, power
    for earlier, later in pairwise(cells) if in_time and not told else ():
        if power := _times(earlier, later):
            yield later, power


def _times(earlier: Cell, later: Cell) -> int:
    """Give by how many places two neighbours differ, if they have about the same digits; else 0."""
    smaller, larger = sorted(map(_size, (earlier, later)))
    low, high = (limit * smaller for limit in NEAR)
    return next((power for power in POWERS if low <= larger.scaleb(-power) <= high), 0)


def _places(cell: Cell, others: Sequence[Cell], *, in_time: bool) -> int:
    """Give by how many places the point of a figure has slipped, where the others are alike and it is not; else 0.

    One place is enough where all others have the same decimals and it has not, or where they are many and very alike.
    """
    sizes = sorted(map(_size, others))
    if len(sizes) < 2 or sizes[-1] > ALIKE * sizes[0] or sizes[0] < _size(cell) * ALIKE < sizes[-1] * ALIKE**2:
        return 0
    low, high = sizes[0] / WIDER, sizes[-1] * WIDER
    own, *digits = (decimals_of(each.value or Decimal(0)) for each in (cell, *others))
    lost = len({*digits}) == 1 and own != digits[0]
    close = in_time and len(sizes) >= MANY and sizes[0] >= HANDFUL and sizes[-1] <= WIDER * sizes[0]
    powers = (1, *POWERS) if lost or close else POWERS if in_time else ()
    slips = (power for power in powers for places in (-power, power) if low <= _size(cell).scaleb(places) <= high)
    return next(slips, 0)


def _size(cell: Cell) -> Decimal:
    return abs(cell.value or Decimal(0))


def over_a_hundred(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    """Find a percentage over 100 where all others are far below: 351% beside 35.1%."""
    for row in facts.grid.rows if indicator.unit == "%" else ():
        slipped = {id(cell) for cell, _ in _slipped(row, in_time=facts.grid.axis == "time")}
        cells = [cell for cell in row.cells if cell.value]
        for cell in (cell for cell in cells if _size(cell) > WHOLE and id(cell) not in slipped):
            most = max((_size(other) for other in cells if other is not cell), default=None)
            if most is not None and most <= WHOLE and _size(cell) >= FAR_BELOW * most:
                message = f"The figure for {cell.label} is {cell.value}%, and no other is over {most}%."
                fix = "Check the decimal point and the unit."
                yield warning("over-a-hundred", cell.point.at("value"), message, fix)


def two_measures(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    """Find series of two measures in one file: a number of crimes beside a rate, or thousands of per cent."""
    sizes = {row.name: [_size(cell) for cell in row.cells if cell.value] for row in facts.grid.rows}
    smaller = {name: max(own) for name, own in sizes.items() if own and _small(name, max(own), indicator)}
    for series in indicator.series:
        own = sizes.get(series.name)
        others = [name for name in smaller if name != series.name]
        if not own or series.name in smaller or not others:
            continue
        if min(own) >= OTHER_MEASURE * max(smaller[name] for name in others):
            message = f'"{series.name}" is another measure than "{others[0]}", or has another unit.'
            fix = "Make an indicator for each measure, with its own unit."
            yield warning("two-measures", series.at("name"), message, fix)


def _small(name: str, most: Decimal, indicator: Indicator) -> bool:
    """Whether a series is a rate or a share: by its name, or where figures are percentages, by its size."""
    return bool(_RATE.search(name)) or (indicator.unit == "%" and most <= WHOLE)
