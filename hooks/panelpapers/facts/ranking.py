"""Highest and lowest, places beside each other and beside an average, parts of a whole, counts of statuses."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..records.indicator import Indicator
from .arithmetic import added, share
from .comparing import latest, run, subtract, tops
from .fact import BesideAverage, Extremes, Fact, Part, PublishedTotal, Rank, StatusCounts, Whole
from .grid import Cell, Grid, Row, direction
from .notice import TotalWithheld

Named = tuple[str, str, Cell]
"""A figure with the name of its series and the name of the place or group that it is for."""


def extremes(grid: Grid) -> Iterator[Extremes]:
    """Find the highest and the lowest of each series; of a single figure, or of equal ones, there are none."""
    if grid.chart == "status strip" and len(grid.rows) == 1:
        return
    for row in grid.rows:
        cells = run(row) if grid.axis == "time" else ranked(row)
        highest, lowest = tops(cells, 1), tops(cells, -1)
        if len(cells) < 2 or set(map(id, highest)) == set(map(id, lowest)):
            continue
        others = [cell for cell in row.cells if cell.point.role != "average"]
        hides_low = any(cell.suppressed or ("low" in cell.statuses and not cell.shown) for cell in others)
        partial = any(not cell.shown for cell in others)
        lowest = () if hides_low else lowest
        if highest or lowest:
            yield Extremes(row.name, highest, lowest, len(cells), partial)


def ranked(row: Row) -> tuple[Cell, ...]:
    """Give the categories of a series that take part in a ranking: those shown, averages left out."""
    return tuple(cell for cell in row.cells if cell.shown and cell.point.role != "average")


def compared(grid: Grid) -> tuple[list[Named], list[Named], Named | None]:
    """Give the places compared, the averages among them, and the subject.

    Among categories they are the categories of the one series; among series they are all figures at the subject's
    latest position, or at the last position.
    """
    if grid.axis == "category" and len(grid.rows) == 1:
        row = grid.rows[0]
        named = [((row.name, cell.label, cell), cell.point.role) for cell in row.cells]
    elif grid.axis == "time" and len(grid.rows) > 1 and any(row.role for row in grid.rows):
        label = _position(grid)
        at = [(row, row.at(label)) for row in grid.rows]
        named = [((row.name, row.name, cell), row.role) for row, cell in at if cell and not cell.forecast]
    else:
        return [], [], None
    places = [place for place, role in named if role != "average"]
    averages = [place for place, role in named if role == "average"]
    subjects = [place for place, role in named if role == "subject"]
    return places, averages, subjects[0] if len(subjects) == 1 else None


def _position(grid: Grid) -> str:
    subject = next((row for row in grid.rows if row.role == "subject"), None)
    cells = [latest(subject)] if subject else [latest(row) for row in grid.rows]
    labels = [grid.labels.index(cell.label) for cell in cells if cell]
    return grid.labels[max(labels)] if labels else grid.labels[-1]


def beside(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Compare places with an average, and rank the subject among its peers."""
    places, averages, subject = compared(grid)
    if differing_definitions(grid):
        return
    if len(averages) == 1 and averages[0][2].shown:
        _, average_name, average = averages[0]
        for series, name, cell in places:
            if cell.shown:
                way, apart = direction(average, cell), subtract(average, cell)
                yield BesideAverage(series, cell, name, average_name, average, way, apart)
    if subject and rankable(places):
        yield from _rank(indicator, places, subject)


def rankable(places: list[Named]) -> bool:
    """Whether a rank can be given: two or more places, and a figure for each of them."""
    return len(places) > 1 and all(cell.shown for _, _, cell in places)


def _rank(indicator: Indicator, places: list[Named], subject: Named) -> Iterator[Rank]:
    end = -1 if indicator.better == "lower" else 1
    ways = [direction(subject[2], other[2]) for other in places if other[2] is not subject[2]]
    if None in ways:
        return
    position = 1 + sum(way == end for way in ways)
    yield Rank(subject[1], subject[2], position, 0 in ways, len(places), "lowest" if end < 0 else "highest")


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
        values = [cell.value for cell in row.cells if cell.value is not None]
        complete = bool(values) and len(values) == len(row.cells)
        if complete and indicator.total == added(values):
            yield PublishedTotal(row.name, added(values))
        if grid.chart == "status strip":
            yield StatusCounts(row.name, row.cells, added(values) if complete else None)
        elif indicator.parts_of_whole and complete and indicator.unit != "%":
            yield from _parts(indicator, row, added(values))


def _parts(indicator: Indicator, row: Row, summed: Decimal) -> Iterator[Fact]:
    """Give the shares, unless the published total is another than the parts add up to."""
    if not summed or (indicator.total is not None and indicator.total != summed):
        return
    parts = [Part(cell, share(cell.value, summed)) for cell in row.cells if cell.value is not None]
    if all(part.share >= 0 for part in parts):
        largest_first = tuple(sorted(parts, key=lambda part: -part.share))
        yield Whole(row.name, summed, indicator.total is not None, largest_first)
