"""Which figures may be compared, and what their comparison shows. The rules of comparability all live here."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Literal

from ..records.period import Period
from .arithmetic import difference, relative_change
from .fact import Change, Fact, First, Joined, Latest, NotCompared, Obstacle, Shape, Trend
from .grid import Cell, Grid, Row, direction


def actual(row: Row) -> tuple[Cell, ...]:
    """Give the figures of a series that are shown and are no forecasts, in order."""
    return tuple(cell for cell in row.cells if cell.shown and not cell.forecast)


def latest(row: Row) -> Cell | None:
    """Give the latest figure that is shown and is no forecast."""
    return next(reversed(actual(row)), None)


def run(row: Row) -> tuple[Cell, ...]:
    """Give the figures that can be compared with the latest and with each other, the latest last.

    They lie after the last break in the series and are for periods of equal length.
    """
    kept: list[Cell] = []
    for cell in reversed(_since_break(row)):
        if all(same_length(cell.period, other.period) for other in kept):
            kept.append(cell)
    return tuple(reversed(kept))


def same_length(period: Period | None, other: Period | None) -> bool:
    """Whether two periods are equal in length, as far as anybody says."""
    return period is None or other is None or period.comparable(other)


def _since_break(row: Row) -> tuple[Cell, ...]:
    last = latest(row)
    until = row.cells[: row.cells.index(last) + 1] if last else ()
    start = max((place for place, cell in enumerate(until) if cell.point.break_before), default=0)
    return tuple(cell for cell in until[start:] if cell.shown and not cell.forecast)


def obstacle(row: Row, earlier: Cell, later: Cell) -> Obstacle | None:
    """Say why a figure cannot be compared with a later one of its series, or ``None`` where it can."""
    between = row.cells[row.cells.index(earlier) + 1 : row.cells.index(later) + 1]
    if any(cell.point.break_before for cell in between):
        return "break"
    if not same_length(earlier.period, later.period):
        return "unequal periods"
    return "ranges overlap" if direction(earlier, later) is None else None


def joined(grid: Grid) -> Iterator[Joined]:
    """Find the stretches of each series that a line may join.

    It ends at a position without one figure, at a break, and where a period of another length comes next. It ends and
    goes on where a forecast follows a figure: from there on it leads to forecasts.
    """
    for row in grid.rows if grid.axis == "time" else ():
        steps = pairwise(row.at(label) for label in grid.labels)
        for kind, group in groupby(steps, key=_kind_of_step):
            if kind is not None:
                (first, second), *more = group
                cells = [cell for cell in (first, second, *(end for _, end in more)) if cell]
                yield Joined(row.name, tuple(cells), kind == "forecast")


def _kind_of_step(step: tuple[Cell | None, Cell | None]) -> Literal["figures", "forecast"] | None:
    """Say what a line from one position to the next leads to; ``None`` where there may be no line."""
    start, end = step
    if start is None or end is None or start.value is None or end.value is None:
        return None
    if end.point.break_before or not same_length(start.period, end.period):
        return None
    return "forecast" if end.forecast else "figures"


def subtract(earlier: Cell, later: Cell) -> Decimal | None:
    """Give the later figure less the earlier, or ``None`` where one is a range."""
    return None if earlier.value is None or later.value is None else difference(earlier.value, later.value)


def changes(grid: Grid) -> Iterator[Fact]:
    """Find first and latest figures, changes between comparable ones, and what may not be compared."""
    if grid.axis != "time":
        return
    for row in grid.rows:
        shown, comparable = actual(row), run(row)
        if not shown:
            continue
        yield First(row.name, shown[0])
        yield Latest(row.name, shown[-1])
        if len(comparable) > 1:
            overall = _change(row, "overall", comparable[0], comparable[-1])
            yield overall or NotCompared(row.name, comparable[0], comparable[-1], "ranges overlap")
        if len(comparable) > 2 and (step := _change(row, "latest", comparable[-2], comparable[-1])):
            yield step
        for cell in shown[:-1]:
            if cell not in comparable:
                why = obstacle(row, cell, shown[-1])
                yield NotCompared(row.name, cell, shown[-1], "break" if why == "break" else "unequal periods")


def _change(row: Row, span: Literal["overall", "latest"], earlier: Cell, later: Cell) -> Change | None:
    """Give the change between two comparable figures, or ``None`` where their ranges overlap."""
    way = direction(earlier, later)
    if way is None:
        return None
    relative, about = None, earlier.point.approximate or later.point.approximate
    if earlier.value is not None and later.value is not None and not about:
        relative = relative_change(earlier.value, later.value)
    return Change(row.name, span, earlier, later, way, subtract(earlier, later), relative)


def trends(grid: Grid) -> Iterator[Trend]:
    """Classify each series of three or more comparable figures, where every step between them is certain."""
    if grid.axis != "time":
        return
    for row in grid.rows:
        cells = run(row)
        steps = [direction(earlier, later) for earlier, later in pairwise(cells)]
        ways = [step for step in steps if step is not None]
        if len(cells) < 3 or len(ways) < len(steps):
            continue
        shape = _shape(cells, ways)
        wanted = {"peak then fall": 1, "fell then rose": -1}.get(shape)
        yield Trend(row.name, shape, cells, tops(cells, wanted) if wanted else ())


def _shape(cells: tuple[Cell, ...], ways: list[int]) -> Shape:
    moves = [way for way in ways if way]
    turns = sum(earlier != later for earlier, later in pairwise(moves))
    if not moves:
        return "unchanged"
    if turns == 0 and len(moves) == len(ways):
        return "strictly rising" if moves[0] > 0 else "strictly falling"
    if turns == 1:
        return "peak then fall" if moves[0] > 0 else "fell then rose"
    highest, lowest = tops(cells, 1), tops(cells, -1)
    if (turns == 0 and moves[0] > 0) or (highest, lowest) == (cells[-1:], cells[:1]):
        return "rose overall"
    if turns == 0 or (highest, lowest) == (cells[:1], cells[-1:]):
        return "fell overall"
    return "no clear pattern"


def tops(cells: tuple[Cell, ...], way: int) -> tuple[Cell, ...]:
    """Give the highest cells (``way`` 1) or the lowest (-1) with all ties; nothing where ranges leave it open."""
    best = tuple(
        cell for cell in cells if all(direction(other, cell) in (0, way) for other in cells if other is not cell)
    )
    clear = bool(best) and all(direction(other, best[0]) == way for other in cells if other not in best)
    return best if clear else ()
