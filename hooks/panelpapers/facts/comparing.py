"""Which figures may be compared, and what their comparison shows. The rules of comparability all live here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Literal

from ..records.period import Period
from .arithmetic import difference, relative_change
from .fact import Change, Fact, First, Joined, Latest, NotCompared, Obstacle, PartPeriod, Span
from .grid import Cell, Grid, Row, direction


def actual(row: Row) -> tuple[Cell, ...]:
    """Give the figures of a series that are shown and are no forecasts, in order."""
    return tuple(cell for cell in row.cells if cell.shown and not cell.forecast)


def latest(row: Row) -> Cell | None:
    """Give the latest figure that is shown and is no forecast."""
    return next(reversed(actual(row)), None)


def run(row: Row) -> tuple[Cell, ...]:
    """Give the figures that can be compared with each other, the latest of them last.

    They lie after the last break in the series and are for periods of equal length: that of the latest figure. Where
    two or more are for another length, and no fewer than for its own, the latest is for a part of a year: they are
    given in its place.
    """
    cells = _since_break(row)
    known = Counter(length for cell in reversed(cells) if (length := _months(cell)) is not None)
    if not known:
        return cells
    own, *others = known
    kept = next((length for length in others if known[length] >= max(2, known[own])), own)
    return tuple(cell for cell in cells if _months(cell) in (None, kept))


def _months(cell: Cell) -> int | None:
    """Give the length of the period of a figure, or ``None`` where nobody says it."""
    return cell.period.months if cell.period else None


def same_length(period: Period | None, other: Period | None) -> bool:
    """Whether two periods are equal in length, as far as anybody says."""
    return period is None or other is None or period.comparable(other)


def _since_break(row: Row) -> tuple[Cell, ...]:
    last = latest(row)
    until = row.cells[: row.cells.index(last) + 1] if last else ()
    start = max((place for place, cell in enumerate(until) if cell.point.break_before), default=0)
    return tuple(cell for cell in until[start:] if cell.shown and not cell.forecast)


def figures_a_year(cell: Cell) -> int:
    """Give how many periods like that of a figure make a year: 12 for a month, 4 for a quarter; 0 for others."""
    months = _months(cell)
    return 12 // months if months and 12 % months == 0 else 0


def has_seasons(cells: tuple[Cell, ...]) -> bool:
    """Whether figures are for parts of a year, and for more than one year: they are compared by the season."""
    parts = figures_a_year(cells[-1]) if cells else 0
    return 1 < parts < len(cells) and len(set(map(_season, cells))) > 1


def leading(cells: tuple[Cell, ...], found: Mapping[Span, Change]) -> Change | None:
    """Give the change that is told first: over all that is compared, or with several seasons since a year before.

    Where the ranges of these two figures overlap there is none, and no other takes its place.
    """
    of_a_year = has_seasons(cells) and year_before(cells, cells[-1])
    return found.get("year" if of_a_year else "overall")


def year_before(cells: tuple[Cell, ...], cell: Cell) -> Cell | None:
    """Give the figure for the same days of the year before, or ``None``."""
    wanted = cell.period.earlier(12) if cell.period else None
    days = wanted and (wanted.start, wanted.end)
    return next((one for one in cells if days and one.period and (one.period.start, one.period.end) == days), None)


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
        peers = row.role == "range" and len(grid.rows) > 1  # whose range is no figure that changes
        for span, earlier, later in () if peers else _spans(comparable):
            if change := _change(grid, row, span, earlier, later):
                yield change
            elif span == "overall":
                yield NotCompared(row.name, earlier, later, "ranges overlap")
        if shown[-1] not in comparable:
            yield _part(grid, row, shown)
        for cell in shown[: shown.index(comparable[-1])]:
            if cell not in comparable:
                why = obstacle(row, cell, comparable[-1])
                yield NotCompared(row.name, cell, comparable[-1], "break" if why == "break" else "unequal periods")


def _spans(cells: tuple[Cell, ...]) -> Iterator[tuple[Span, Cell, Cell]]:
    """Give the figures between which a change is told.

    In more than a year of months or quarters, the first and the last are compared where they are for one season.
    """
    first, last = cells[0], cells[-1]
    seasons = has_seasons(cells)
    if len(cells) > 1 and not (seasons and _season(first) != _season(last)):
        yield "overall", first, last
    if len(cells) > 2:
        yield "latest", cells[-2], last
    if figures_a_year(last) > 1 and (before := year_before(cells, last)):
        yield "year", before, last


def _season(cell: Cell) -> tuple[int, int] | None:
    return (cell.period.start.month, cell.period.start.day) if cell.period and cell.period.start else None


def _part(grid: Grid, row: Row, shown: tuple[Cell, ...]) -> PartPeriod:
    """Tell of a latest figure that is for another length of time than those that are compared."""
    part = shown[-1]
    before = year_before(shown, part)
    change = _change(grid, row, "year", before, part) if before and not obstacle(row, before, part) else None
    whole, length = _months(run(row)[-1]), _months(part)
    return PartPeriod(row.name, part, whole == 12 and length is not None and length < 12, before, change)


def _change(grid: Grid, row: Row, span: Span, earlier: Cell, later: Cell) -> Change | None:
    """Give the change between two comparable figures, or ``None`` where their ranges overlap."""
    way = direction(earlier, later)
    if way is None:
        return None
    relative, about = None, earlier.point.approximate or later.point.approximate
    if earlier.value is not None and later.value is not None and not about:
        relative = relative_change(earlier.value, later.value, grid.unit)
    return Change(row.name, span, earlier, later, way, subtract(earlier, later), relative)


def tops(cells: tuple[Cell, ...], way: int) -> tuple[Cell, ...]:
    """Give the highest cells (``way`` 1) or the lowest (-1) with all ties; nothing where ranges leave it open."""
    best = tuple(
        cell for cell in cells if all(direction(other, cell) in (0, way) for other in cells if other is not cell)
    )
    clear = bool(best) and all(direction(other, best[0]) == way for other in cells if other not in best)
    return best if clear else ()
