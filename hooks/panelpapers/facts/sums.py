"""Totals that are not the sum of their parts, within one indicator: each total that readers can add up themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ..records.indicator import Indicator
from ..records.place import Place
from .arithmetic import added, difference, rounded
from .equations import Key
from .fact import Fact
from .grid import Cell, Grid
from .ledger import Ledger, decimals_of, ledger_of
from .parts import divided, divisions, top
from .quantities import adds_up, layouts

_ALL_PARTS: Final = re.compile(r"\b(?:sub-?)?totals?\b|\bsum\b|\baltogether\b|\bcombined\b")
"""Names of a total that has all its parts beside it; "all journeys" may stand beside a few kinds of journey."""


@dataclass(frozen=True, slots=True)
class WrongSum:
    """A total, what its parts add up to, its name, and where it was typed."""

    name: str
    total: Decimal
    summed: Decimal
    place: Place


def wrong_totals(indicator: Indicator) -> Iterator[WrongSum]:
    """Give each series or category that is the total of others, where it is not their sum.

    What rounding explains is right. Where some of the parts may not be there, only too large a sum is wrong.
    """
    layout = layouts({"": indicator})[""]
    ledger = ledger_of((layout,))
    for division in divisions(layout, ledger.known, adding=adds_up(indicator)):
        whole = _ALL_PARTS.search(division.whole) is not None or indicator.parts_of_whole
        for when in layout.times if division.whole and len(division.parts) > 1 else ():
            for label in layout.categories if division.axis == "series" else layout.series:
                keys = [layout.at(name, label, when) for name in (division.whole, *division.parts)]
                if found := _wrong(ledger, keys[0], keys[1:], all_parts=whole):
                    yield found


def parts_not_whole(indicator: Indicator) -> Iterator[WrongSum]:
    """Give the parts of a whole in per cent that are further from 100 than their rounding explains."""
    layout = layouts({"": indicator})[""]
    ledger, axis = ledger_of((layout,)), divided(layout)
    parts, _ = top(layout, axis, {})
    for when in layout.times if indicator.parts_of_whole and indicator.unit == "%" else ():
        for label in layout.series if axis == "categories" else ("",):
            keys = [layout.at(part, label, when) for part in parts]
            values = _values(ledger, keys)
            summed = sum(values, Fraction(0))
            slack = sum((ledger.known[key].half for key in keys if values), Fraction(0))
            if values and not -slack < summed - 100 <= slack:  # 50.5 is rounded to 51, and 49.5 to 50
                yield WrongSum(ledger.told[keys[0]].name, Decimal(100), _decimal(summed), ledger.told[keys[0]].place)


@dataclass(frozen=True, slots=True)
class RoundedSum(Fact):
    """Parts that do not add up to their whole as they are shown, because each is rounded.

    ``cell`` is one of the parts. ``name`` is what they are parts at: their period, or the series that they are.
    """

    name: str
    cell: Cell
    summed: Decimal
    whole: Decimal


def rounded_sums(indicator: Indicator, grid: Grid) -> Iterator[RoundedSum]:
    """Find the parts that fail to make their total, or 100%, by no more than half a last digit of each."""
    every = indicator.every_series()
    declared = any(series.part_of or any(point.part_of for point in series.points) for series in every)
    published = indicator.total if len(grid.rows) == 1 and grid.axis != "time" else None
    whole = Decimal(100) if indicator.unit == "%" else published
    if not indicator.parts_of_whole or declared or whole is None or (len(grid.rows) == 1 and grid.axis == "time"):
        return
    for name, cells in _parts_at(grid):
        values = [cell.value for cell in cells if cell.value is not None and not cell.point.approximate]
        digits = [min(grid.decimals, decimals_of(value)) for value in values]
        if len(values) < max(2, len(cells)) or (indicator.unit == "count" and not any(digits)):
            continue  # of whole numbers none is rounded, as far as anybody says
        summed = added([rounded(value, grid.decimals) for value in values])
        off = difference(whole, summed)
        least = [] if indicator.unit == "%" else [max(digits)]
        slack = added([Decimal(5).scaleb(-own - 1) for own in [*digits, *least]])
        if off and (abs(off) < slack or (off == slack and not least)):
            yield RoundedSum(name, cells[0], summed, whole)


def _parts_at(grid: Grid) -> Iterator[tuple[str, list[Cell]]]:
    """Give the parts of each whole: all series at one period, or the categories of one series."""
    if grid.axis == "category":
        yield from ((row.name, list(row.cells)) for row in grid.rows)
        return
    for label in grid.labels:
        cells = [row.at(label) for row in grid.rows]
        if all(cells):
            yield label, [cell for cell in cells if cell]


def _wrong(ledger: Ledger, whole: Key, parts: Sequence[Key], *, all_parts: bool) -> WrongSum | None:
    total, *values = _values(ledger, (whole, *parts)) or [Fraction(0)]
    slack = sum((ledger.known[key].half for key in (whole, *parts) if values), Fraction(0))
    over = sum(values, Fraction(0)) - total
    wrong = abs(over) > slack if all_parts else over > slack and min(values) >= 0
    if not values or not wrong:
        return None
    told = ledger.told[whole]
    return WrongSum(told.name, _decimal(total), _decimal(total + over), told.place)


def _values(ledger: Ledger, keys: Sequence[Key]) -> list[Fraction]:
    """Give the amounts of some figures, or none where one of them is not known."""
    known = [ledger.known.get(key) for key in keys]
    values = [amount.value for amount in known if amount and amount.value is not None]
    return values if len(values) == len(keys) else []


def _decimal(amount: Fraction) -> Decimal:
    return Decimal(amount.numerator) / Decimal(amount.denominator)
