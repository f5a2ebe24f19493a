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
from .same_measure import plain

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
    ``parent`` is what they are declared to be parts of, where that stands beside them.
    """

    name: str
    cell: Cell
    summed: Decimal
    whole: Decimal
    parent: str = ""


def rounded_sums(indicator: Indicator, grid: Grid) -> Iterator[RoundedSum]:
    """Find the parts that fail to make their total, or 100%, by no more than half a last digit of each."""
    for name, parts, parent, whole in _wholes(indicator, grid):
        values = [part.value for part in parts if part.value is not None and not part.point.approximate]
        digits = [min(grid.decimals, decimals_of(value)) for value in values]
        if len(values) < max(2, len(parts)) or (indicator.unit == "count" and not any(digits)):
            continue  # of whole numbers none is rounded, as far as anybody says
        summed = added([rounded(value, grid.decimals) for value in values])
        off = difference(rounded(whole, grid.decimals) if parent else whole, summed)
        least = [] if indicator.unit == "%" and not parent else [max(digits)]
        slack = added([Decimal(5).scaleb(-own - 1) for own in [*digits, *least]])
        if off and (abs(off) < slack or (off == slack and not least)):
            yield RoundedSum(name, parts[0], summed, whole, parent)


def _wholes(indicator: Indicator, grid: Grid) -> Iterator[tuple[str, list[Cell], str, Decimal]]:
    """Give the parts of each whole with what they are parts at, and the name and the amount of the whole.

    Figures may be declared to be parts of another one. The whole of all others has no name: it is 100%, or published.
    """
    above = {series.name: series.part_of for series in indicator.every_series()}
    published = Decimal(100) if indicator.unit == "%" else indicator.total if len(grid.rows) == 1 else None
    for at, cells in _side_by_side(grid):
        parents = {name: above[name] if grid.axis == "time" else cell.point.part_of for name, cell in cells.items()}
        for name, cell in cells.items() if indicator.adds_up is not False else ():
            parts = [cells[part] for part, parent in parents.items() if plain(parent or "") == plain(name)]
            if parts and cell.value is not None and not cell.point.approximate:
                yield at, parts, name, cell.value
        if indicator.parts_of_whole and published is not None and len(grid.rows) + (grid.axis == "category") > 1:
            yield at, [cell for name, cell in cells.items() if not parents[name]], "", published


def _side_by_side(grid: Grid) -> Iterator[tuple[str, dict[str, Cell]]]:
    """Give all series at one period, or the categories of one series, by their names."""
    if grid.axis == "category":
        yield from ((row.name, {cell.label: cell for cell in row.cells}) for row in grid.rows)
        return
    for label in grid.labels:
        cells = {row.name: cell for row in grid.rows if (cell := row.at(label))}
        if len(cells) == len(grid.rows):
            yield label, cells


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
