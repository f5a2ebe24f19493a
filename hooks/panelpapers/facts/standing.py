"""How figures stand to the target and to the baseline. Rounding never decides: all on the figures as typed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..records.indicator import Indicator, Target
from ..records.period import Period
from .arithmetic import difference, relative_change
from .comparing import latest, obstacle, run, same_length
from .fact import (
    BaselineFigure,
    BaselineOnly,
    BaselineStanding,
    Declared,
    Fact,
    Outcome,
    Standard,
    TargetStanding,
)
from .grid import Cell, Grid, Row
from .ranking import ranked


def standings(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Find what is declared of target and baseline, and how the latest figures stand to them."""
    target, baseline = indicator.target, indicator.baseline
    if target and target.state != "set":
        yield Declared("target", target.state)
    elif target and target.value is not None:
        for row, cell in _measured(grid):
            yield _to_target(indicator, target, target.value, row, cell)
    if baseline and baseline.state != "set":
        yield Declared("baseline", baseline.state)
    elif baseline and grid.axis == "time":
        for row in grid.rows:
            if row.role != "average":
                yield from _to_baseline(indicator, row)
    elif baseline and baseline.value is not None and len(grid.rows) == len(_measured(grid)) == 1:
        row, cell = _measured(grid)[0]
        yield _beside(row, cell, baseline.value, baseline.period, same_range=False)


def standards(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Find which figures are the baseline, and what figures are measured against that is none of them.

    Where any series has a figure for the days of the baseline, shown or kept back, the baseline is that figure.
    """
    target, baseline = indicator.target, indicator.baseline
    if target and target.state == "set" and target.value is not None:
        yield Standard("target", target.value, target.by)
    own = [BaselineFigure(row.name, cell) for row in grid.rows if (cell := baseline_cell(indicator, row))]
    yield from own
    if baseline and baseline.state == "set" and baseline.value is not None and not own:
        yield Standard("baseline", baseline.value, baseline.period)


def _measured(grid: Grid) -> list[tuple[Row, Cell]]:
    """Give the figures that a target is for: the latest of each series, or each category; averages left out."""
    if grid.axis == "time":
        ends = [(row, latest(row)) for row in grid.rows if row.role != "average"]
        return [(row, cell) for row, cell in ends if cell]
    cells = [(row, cell) for row in grid.rows for cell in ranked(row)]
    subjects = [(row, cell) for row, cell in cells if cell.point.role == "subject"]
    return subjects or cells


def side(cell: Cell, mark: Decimal) -> int | None:
    """Give 1 where a figure is above a mark, -1 below, 0 equal; ``None`` where its range holds the mark."""
    if cell.exact and cell.value == mark:
        return 0
    if cell.bounds is None:
        return None
    low, high = cell.bounds
    return 1 if low > mark else -1 if high < mark else None


def _to_target(indicator: Indicator, target: Target, mark: Decimal, row: Row, cell: Cell) -> TargetStanding:
    way = side(cell, mark)
    apart = None if cell.value is None else difference(mark, cell.value)
    outcome = _outcome(indicator, target, cell, way)
    first = _first(indicator, mark, row) if outcome in ("met", "exactly met") else None
    return TargetStanding(row.name, cell, mark, target.by, outcome, way, apart, first)


def _outcome(indicator: Indicator, target: Target, cell: Cell, way: int | None) -> Outcome:
    if way is None:
        return "not certain"
    if indicator.better == "neutral":
        return "above" if way > 0 else "below" if way < 0 else "equal"
    if way == 0:
        return "exactly met"
    if _meets(indicator, way):
        return "met"
    now, due = cell.period.end if cell.period else None, target.by.end if target.by else None
    return "not yet met" if now and due and now < due else "not met"


def _meets(indicator: Indicator, way: int | None) -> bool | None:
    """Whether a figure on this side of the target meets it; ``None`` where no direction is better."""
    if way == 0:
        return True
    if way is None or indicator.better == "neutral":
        return None
    return way == (1 if indicator.better == "higher" else -1)


def _first(indicator: Indicator, mark: Decimal, row: Row) -> Cell | None:
    """Give the first figure that met the target, where an earlier comparable one did not."""
    before: list[bool | None] = []
    for cell in run(row):
        met = _meets(indicator, side(cell, mark))
        if met:
            certain = indicator.better != "neutral" and None not in before
            return cell if before and certain else None
        before.append(met)
    return None


def baseline_cell(indicator: Indicator, row: Row) -> Cell | None:
    """Give the point of a series that is for the baseline's period, or ``None``."""
    period = indicator.baseline.period if indicator.baseline else None
    return next((cell for cell in row.cells if period and cell.period and same_period(cell.period, period)), None)


def same_period(period: Period, other: Period) -> bool:
    """Whether two periods are the same days, however they are named; periods not stated go by their names."""
    return period.days == other.days


def baseline_value(indicator: Indicator, row: Row) -> Decimal | None:
    """Give the baseline's figure for a series: its point for that period, else the value that the file gives.

    A suppressed point keeps the baseline back, wherever its figure was typed.
    """
    cell = baseline_cell(indicator, row)
    if cell is not None and (cell.suppressed or cell.value is not None):
        return cell.value
    return indicator.baseline.value if indicator.baseline else None


def _to_baseline(indicator: Indicator, row: Row) -> Iterator[Fact]:
    mark, cell = baseline_value(indicator, row), baseline_cell(indicator, row)
    period = indicator.baseline.period if indicator.baseline else None
    now = latest(row)
    if now is None or mark is None or now is cell:
        yield BaselineOnly(row.name, mark, period, None)
        return
    hurdle = obstacle(row, cell, now) if cell else None
    if cell and not cell.shown and hurdle == "ranges overlap":
        hurdle = None  # the figure of the baseline is the file's own, without a range
    if not hurdle and not same_length(period, now.period):
        hurdle = "unequal periods"
    if not hurdle and not cell and _crosses_break(row, period, now):
        hurdle = "break"
    if hurdle in ("break", "unequal periods"):
        yield BaselineOnly(row.name, mark, period, hurdle)
    else:
        yield _beside(row, now, mark, period, same_range=hurdle is not None)


def _beside(row: Row, now: Cell, mark: Decimal, period: Period | None, *, same_range: bool) -> BaselineStanding:
    """Set a figure beside the baseline; ``same_range`` says that the baseline's own range overlaps it."""
    apart = None if now.value is None else difference(mark, now.value)
    way = None if same_range else side(now, mark)
    relative = None if now.value is None or now.point.approximate else relative_change(mark, now.value)
    return BaselineStanding(row.name, now, mark, period, way, apart, relative)


def _crosses_break(row: Row, period: Period | None, now: Cell) -> bool:
    """Whether a break lies between a baseline without a point of its own and the latest figure."""
    breaks = [cell.period for cell in row.cells[: row.cells.index(now) + 1] if cell.point.break_before]
    until = period.end if period else None
    return any(not (until and at and at.end and at.end <= until) for at in breaks)
