"""Highest and lowest, which of some figures are places that are ranked, parts of a whole, counts of statuses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..records.indicator import Indicator
from ..records.roles import COMPARATORS, Role
from .arithmetic import added, share
from .comparing import run, tops
from .fact import Extremes, Fact, Part, PublishedTotal, StatusCounts, Whole
from .grid import Cell, Grid, Row, direction
from .notice import TotalWithheld


def extremes(grid: Grid) -> Iterator[Extremes]:
    """Find the highest and the lowest of each series; of a single figure, or of equal ones, there are none."""
    if grid.chart == "status strip" and len(grid.rows) == 1:
        return
    for row in grid.rows:
        cells = run(row) if grid.axis == "time" else ranked(row)
        highest, lowest = tops(cells, 1), tops(cells, -1)
        if len(cells) < 2 or set(map(id, highest)) == set(map(id, lowest)):
            continue
        others = places_of(row) if grid.axis == "category" else row.cells
        hides_low = any(cell.suppressed or ("low" in cell.statuses and not cell.shown) for cell in others)
        partial = any(not cell.shown for cell in others)
        lowest = () if hides_low else lowest
        if highest or lowest:
            yield Extremes(row.name, highest, lowest, len(cells), partial)


def places_of(row: Row) -> tuple[Cell, ...]:
    """Give the categories of a series that are places or kinds of their own, not what these are compared with."""
    standing = [(cell.point.role, cell) for cell in row.cells]
    return tuple(cell for role, cell in standing if is_place(role, cell, standing))


def ranked(row: Row) -> tuple[Cell, ...]:
    """Give the categories of a series that take part in a ranking: those places that are shown."""
    return tuple(cell for cell in places_of(row) if cell.shown)


def is_place(role: Role | None, cell: Cell | None, among: Sequence[tuple[Role | None, Cell | None]]) -> bool:
    """Whether a figure is that of one of the places among others, which are given with their roles.

    What they are compared with is none. The best is one among two or more others, unless it has the figure of one of
    them: then it is that one.
    """
    if role != "best":
        return role not in COMPARATORS
    others = [other for role_of_other, other in among if role_of_other not in COMPARATORS]
    return len(others) > 1 and not any(cell and other and direction(cell, other) == 0 for other in others)


def differing_definitions(grid: Grid) -> tuple[str, ...]:
    """Give the names of the series where they measure by different definitions, else nothing."""
    kinds = {row.name: frozenset(cell.point.definition for cell in row.cells) for row in grid.rows}
    return tuple(kinds) if len(set(kinds.values())) > 1 else ()


def wholes(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Count statuses, and give the parts of a whole their shares."""
    if grid.axis != "category":
        return
    for row in grid.rows:
        if indicator.total is not None and any(cell.suppressed for cell in row.cells):
            yield TotalWithheld(row.name)
        parts = [cell for cell in row.cells if not cell.is_comparator]
        values = [cell.value for cell in parts if cell.value is not None]
        complete = bool(values) and len(values) == len(parts)
        if complete and indicator.total == added(values):
            yield PublishedTotal(row.name, added(values))
        if grid.chart == "status strip":
            yield StatusCounts(row.name, tuple(parts), added(values) if complete else None)
        elif indicator.parts_of_whole and complete and indicator.unit != "%":
            yield from _parts(indicator, row, parts, added(values))


def _parts(indicator: Indicator, row: Row, cells: Sequence[Cell], summed: Decimal) -> Iterator[Fact]:
    """Give the shares, unless a total that is published is another than the parts add up to."""
    totals = [indicator.total, *(cell.value for cell in row.cells if cell.point.role == "total")]
    if not summed or any(total not in (None, summed) for total in totals):
        return
    parts = [Part(cell, share(cell.value, summed)) for cell in cells if cell.value is not None]
    if all(part.share >= 0 for part in parts):
        largest_first = tuple(sorted(parts, key=lambda part: -part.share))
        yield Whole(row.name, summed, indicator.total is not None, largest_first)
