"""Several series beside each other: two and the gap between them, and series whose figures are the same."""

from __future__ import annotations

from collections.abc import Iterator

from .comparing import leading, run
from .fact import BetweenTwo, Change, Fact, Identical, Movers
from .grid import Cell, Grid, Row, direction
from .ranking import differing_definitions
from .showing import MOST_NAMED


def several(grid: Grid, found: list[Fact]) -> Iterator[Fact]:
    """Find what is true of several series together, once the changes of each are ``found``."""
    if differing_definitions(grid):
        return
    yield from _identical(grid)
    yield from _movers(grid, [fact for fact in found if isinstance(fact, Change)])
    if grid.axis == "time" and len(grid.rows) == 2 and not any(row.is_comparator for row in grid.rows):
        yield from _between_two(grid, [fact for fact in found if isinstance(fact, Change)])


def _identical(grid: Grid) -> Iterator[Identical]:
    """Find series with the same exact figure at every position, of which there are two or more."""
    alike: dict[tuple[object, ...], list[str]] = {}
    for row in grid.rows if len(grid.labels) > 1 else ():
        cells = [row.at(label) for label in grid.labels]
        if all(cell and cell.exact for cell in cells):
            figures = tuple((cell.value, cell.point.approximate, cell.forecast) for cell in cells if cell)
            alike.setdefault(figures, []).append(row.name)
    yield from (Identical(tuple(names)) for names in alike.values() if len(names) > 1)


def _movers(grid: Grid, changes: list[Change]) -> Iterator[Movers]:
    """Find the few of many series that went one way, fewest first, where it is known which way each of them went."""
    told = {row.name: _told(row, changes) for row in grid.rows} if len(grid.rows) > MOST_NAMED else {}
    ways = {name: change.direction for name, change in told.items() if change}
    names = [(tuple(name for name in ways if ways[name] == way), way) for way in (1, -1, 0)]
    for some, way in sorted(names, key=lambda pair: len(pair[0])) if len(ways) == len(told) else ():
        if 0 < len(some) <= MOST_NAMED and len(some) < len(ways):
            yield Movers(some, way)


def _between_two(grid: Grid, changes: list[Change]) -> Iterator[BetweenTwo]:
    """Compare two series at their latest figures, and at the figures from which the change of both is told."""
    pairs = [_ends(row, changes) for row in grid.rows]
    (first, one), (start, other) = pairs
    if one is None or other is None or one.label != other.label or one.value is None or other.value is None:
        return
    both = None
    if first and start and first.label == start.label and all(cell.exact for cell in (first, start, one, other)):
        both = (first, start)
    yield BetweenTwo((grid.rows[0].name, grid.rows[1].name), (one, other), both, direction(one, other) is None)


def _ends(row: Row, changes: list[Change]) -> tuple[Cell | None, Cell | None]:
    """Give the figure from which the change of a series is told, if one is, and the latest that is compared."""
    told = _told(row, changes)
    return (told.earlier if told else None), next(reversed(run(row)), None)


def _told(row: Row, changes: list[Change]) -> Change | None:
    return leading(run(row), {change.span: change for change in changes if change.series == row.name})
