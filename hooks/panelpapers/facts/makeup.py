"""What a whole is made of at one time and before: how many things have each rating, or the shares of its parts.

The parts are series in time; or they are categories, and the series are the times, if all go by the names of periods.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import accumulate
from typing import Final

from ..records.indicator import Indicator
from ..records.period import Period, named_period
from .arithmetic import added, difference
from .comparing import same_length
from .fact import Fact
from .grid import Cell, Grid

COLOURS: Final = frozenset({"red", "amber", "green", "blue", "yellow", "orange", "grey", "gray", "black", "white"})
"""Names of series that are ratings in themselves."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The parts at one time, by name. ``name`` is the position of the axis, or the series, that is the time."""

    name: str
    period: Period
    cells: Mapping[str, Cell]

    def amount(self, name: str) -> Decimal | None:
        """Give the figure of a part where it is one exact number, no forecast and not approximate."""
        cell = self.cells.get(name)
        return cell.value if cell and cell.exact and not (cell.forecast or cell.point.approximate) else None


@dataclass(frozen=True, slots=True)
class Ratings(Fact):
    """How many things have each rating at the latest time, at the one before it, and at the first.

    The ``earlier`` ones are those with which the latest may be compared, latest first; ``before`` is the one before.
    ``total`` is how many there are, where all are known. ``way`` is 1 where things moved to better ratings, -1 where
    they moved to worse, ``None`` where no order is declared, or some moved up and others down.
    """

    names: tuple[str, ...]
    now: Moment
    before: Moment | None
    earlier: tuple[Moment, ...]
    total: Decimal | None
    way: int | None
    best: str = ""
    worst: str = ""


@dataclass(frozen=True, slots=True)
class Largest(Fact):
    """The largest part of a whole, with ties, at the latest time, and at the first with which it may be compared."""

    names: tuple[str, ...]
    now: Moment
    then: tuple[str, ...]
    before: Moment


@dataclass(frozen=True, slots=True)
class Since(Fact):
    """Series that are times: the latest, and the first with which it may be compared.

    ``steps`` are the figures of each category at both, where these are exact.
    """

    now: Moment
    before: Moment
    steps: tuple[tuple[Cell, Cell], ...]


def makeup(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Find the ratings of a figure with several series, or the largest part of its whole and what changed in it."""
    found = [moment for moment in moments(grid) if any(map(_actual, moment.cells.values()))]
    if len(grid.rows) < 2 or not found:
        return
    if is_rated(indicator, grid):
        yield from _ratings(indicator, grid, found)
        return
    before = next((moment for moment in found[:-1] if _comparable(grid, moment, found[-1])), None)
    if before and indicator.parts_of_whole:
        yield from _largest(grid, before, found[-1])
    if before and grid.axis != "time":
        pairs = [(before.cells.get(name), found[-1].cells.get(name)) for name in _parts(grid)]
        steps = tuple((one, other) for one, other in pairs if one and other and one.exact and other.exact)
        yield Since(found[-1], before, steps)


def _actual(cell: Cell) -> bool:
    return cell.shown and not cell.forecast


def moments(grid: Grid) -> list[Moment]:
    """Give the parts at each time, in order of time; none where series are neither parts in time nor times."""
    if grid.axis == "time":
        rows = [row for row in grid.rows if not row.is_comparator]
        at = [(label, {row.name: cell for row in rows if (cell := row.at(label))}) for label in grid.labels]
        dated = [(label, next((cell.period for cell in cells.values()), None), cells) for label, cells in at]
    else:
        dated = [(row.name, named_period(row.name), {cell.label: cell for cell in row.cells}) for row in grid.rows]
    found = [Moment(name, period, cells) for name, period, cells in dated if period]
    if grid.axis == "time":
        return found
    found.sort(key=lambda moment: (moment.period.end or date.min, moment.period.start or date.min))
    compared = any(cell.point.role for row in grid.rows for cell in row.cells)
    once = len({moment.period.days for moment in found}) == len(grid.rows)
    return found if once and not compared else []


def is_rated(indicator: Indicator, grid: Grid) -> bool:
    """Whether the parts are ratings: as declared, as the chart says, or as their names are colours."""
    names = [row.name for row in grid.rows] if grid.axis == "time" else grid.labels
    colours = all(name.strip().lower() in COLOURS for name in names)
    return indicator.unit == "count" and (bool(indicator.ratings) or grid.chart == "status strip" or colours)


def _ratings(indicator: Indicator, grid: Grid, found: list[Moment]) -> Iterator[Ratings]:
    now = found[-1]
    names = tuple(name for name in _parts(grid) if now.amount(name) is not None)
    if any(cell.shown for name, cell in now.cells.items() if name not in names) or len(names) < 2:
        return
    amounts = [amount for name in names if (amount := now.amount(name)) is not None]
    if any(amount < 0 or amount != amount.to_integral_value() for amount in amounts):
        return
    others = [found[-2], found[0]][: len(found) - 1] if len(found) > 1 else []
    earlier = tuple(moment for moment in others if _comparable(grid, moment, now) and _whole(moment, names))
    before = next((moment for moment in earlier if moment is found[-2]), None)
    total = added(amounts) if len(names) == len(_parts(grid)) else None
    order = [*reversed(_parts(grid))] if indicator.ratings == "worst first" else _parts(grid)
    way = _way(order, before, now) if before and indicator.ratings else None
    yield Ratings(names, now, before, earlier, total, way, order[0], order[-1])


def _whole(moment: Moment, names: tuple[str, ...]) -> bool:
    amounts = [moment.amount(name) for name in names]
    return all(amount is not None and amount == amount.to_integral_value() for amount in amounts)


def _parts(grid: Grid) -> list[str]:
    return [row.name for row in grid.rows if not row.is_comparator] if grid.axis == "time" else list(grid.labels)


def _way(order: list[str], before: Moment, now: Moment) -> int | None:
    """Say whether things moved to better ratings (1) or worse (-1), where as many are rated as before."""
    steps = [(before.amount(name), now.amount(name)) for name in order]
    if any(None in step for step in steps):
        return None
    moved = [difference(earlier or Decimal(0), later or Decimal(0)) for earlier, later in steps]
    *sums, last = accumulate(moved)
    if last:
        return None
    ways = {(amount > 0) - (amount < 0) for amount in sums} - {0}
    return ways.pop() if len(ways) == 1 else None if ways else 0


def _largest(grid: Grid, before: Moment, now: Moment) -> Iterator[Largest]:
    names, then = _top(grid, now), _top(grid, before)
    if names and then:
        yield Largest(names, now, then, before)


def _top(grid: Grid, moment: Moment) -> tuple[str, ...]:
    """Give the largest part with all ties; none where a part is not one exact figure, or all are equal."""
    amounts = {name: moment.amount(name) for name in _parts(grid)}
    known = [amount for amount in amounts.values() if amount is not None]
    if len(known) < len(amounts) or len(set(known)) < 2:
        return ()
    return tuple(name for name, amount in amounts.items() if amount == max(known))


def _comparable(grid: Grid, before: Moment, now: Moment) -> bool:
    """Whether two times may be compared: as long as each other, with no break after the first."""
    places = {label: place for place, label in enumerate(grid.labels)}
    between = range(places.get(before.name, 0) + 1, places.get(now.name, -1) + 1) if grid.axis == "time" else ()
    cells = (cell for row in grid.rows for cell in row.cells if places[cell.label] in between)
    return same_length(before.period, now.period) and not any(cell.point.break_before for cell in cells)
