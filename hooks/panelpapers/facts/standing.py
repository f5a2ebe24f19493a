"""How figures stand to the baseline. Rounding never decides: all on the figures as typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..records.indicator import Indicator
from ..records.period import Period
from ..records.standards import Baseline
from .arithmetic import difference, relative_change
from .comparing import figures_a_year, obstacle, run, same_length
from .fact import Declared, Fact, Obstacle, OneCell
from .grid import Cell, Grid, Row, direction
from .ranking import ranked


@dataclass(frozen=True, slots=True)
class Standard(Fact):
    """What all figures are measured against and what is none of them: the target, or a baseline without its figure.

    ``period`` is when the target is to be reached, or what the baseline is for; ``average`` says that the baseline is
    the average of the years in it.
    """

    what: Literal["target", "baseline"]
    value: Decimal
    period: Period | None
    average: bool = False


class BaselineFigure(OneCell):
    """The figure of a series that is itself the baseline: the one for the same days, whatever these are called."""


@dataclass(frozen=True, slots=True)
class BaselineStanding(Fact):
    """How a figure stands to the baseline. ``direction`` is ``None`` where its likely range holds the baseline.

    ``average`` says that the baseline is the average of the years in its period, ``about`` that the difference is
    approximate, as one of the two figures is.
    """

    series: str
    cell: Cell
    baseline: Decimal
    period: Period | None
    direction: int | None
    difference: Decimal | None
    relative: Decimal | None
    average: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class BaselineOnly(Fact):
    """The baseline of a series, where no later figure can be compared with it; ``obstacle`` says why, if known."""

    series: str
    baseline: Decimal | None
    period: Period | None
    obstacle: Obstacle | None


def to_baseline(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Find what is declared of the baseline, and how the latest figures stand to it."""
    baseline = indicator.baseline
    if baseline is None:
        return
    if baseline.state != "set":
        yield Declared("baseline", baseline.state)
    elif grid.axis == "time":
        for row in grid.rows:
            if not row.is_comparator:
                yield from _over_time(indicator, grid, row)
    elif baseline.value is not None and len(grid.rows) == len(measured(grid)) == 1:
        row, cell = measured(grid)[0]
        yield _beside(grid, row, cell, baseline, baseline.value, known=None, same_range=False)


def standards(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Find which figures are the baseline, and what figures are measured against that is none of them.

    Where any series has a figure for the days of the baseline, shown or kept back, the baseline is that figure.
    """
    target, baseline = indicator.target, indicator.baseline
    if target and target.state == "set":
        yield from (Standard("target", amount, by) for amount, by in target.goals)
    own = [BaselineFigure(row.name, cell) for row in grid.rows if (cell := baseline_cell(indicator, row))]
    yield from own
    if baseline and baseline.state == "set" and baseline.value is not None and not own:
        yield Standard("baseline", baseline.value, baseline.period, baseline.average)


def measured(grid: Grid) -> list[tuple[Row, Cell]]:
    """Give the figures that are judged, no comparators: the latest of each series that counts, or each category."""
    if grid.axis == "time":
        return [(row, comparable[-1]) for row in grid.rows if not row.is_comparator and (comparable := run(row))]
    cells = [(row, cell) for row in grid.rows if not row.is_comparator for cell in ranked(row)]
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


def _over_time(indicator: Indicator, grid: Grid, row: Row) -> Iterator[Fact]:
    mark, cell = baseline_value(indicator, row), baseline_cell(indicator, row)
    baseline, comparable = indicator.baseline or Baseline(), run(row)
    now = comparable[-1] if comparable else None
    if now is None or mark is None or now is cell:
        yield BaselineOnly(row.name, mark, baseline.period, None)
        return
    hurdle = _hurdle(row, baseline, cell, now)
    if hurdle in ("break", "unequal periods"):
        yield BaselineOnly(row.name, mark, baseline.period, hurdle)
    else:
        known = cell if cell and cell.value is not None else None
        yield _beside(grid, row, now, baseline, mark, known=known, same_range=hurdle is not None)


def _hurdle(row: Row, baseline: Baseline, cell: Cell | None, now: Cell) -> Obstacle | None:
    """Say why a figure cannot be compared with the baseline, which may have a cell of its own.

    An average of years is compared with a year.
    """
    averaged = baseline.average and figures_a_year(now) == 1
    hurdle = obstacle(row, cell, now) if cell else None
    if hurdle == "break" or (not cell and _crosses_break(row, baseline.period, now)):
        return "break"
    if not averaged and not same_length(baseline.period, now.period):
        return "unequal periods"
    return "ranges overlap" if cell and cell.shown and direction(cell, now) is None else None


def _beside(
    grid: Grid, row: Row, now: Cell, baseline: Baseline, mark: Decimal, *, known: Cell | None, same_range: bool
) -> BaselineStanding:
    """Set a figure beside the baseline, which ``known`` gives; ``same_range`` says that its own range overlaps it."""
    apart = None if now.value is None else difference(mark, now.value)
    way = None if same_range else side(now, mark)
    about = any(cell.point.approximate for cell in (now, known) if cell)
    relative = None if now.value is None or about else relative_change(mark, now.value, grid.unit)
    return BaselineStanding(row.name, now, mark, baseline.period, way, apart, relative, baseline.average, about)


def _crosses_break(row: Row, period: Period | None, now: Cell) -> bool:
    """Whether a break lies between a baseline without a point of its own and the latest figure."""
    breaks = [cell.period for cell in row.cells[: row.cells.index(now) + 1] if cell.point.break_before]
    until = period.end if period else None
    return any(not (until and at and at.end and at.end <= until) for at in breaks)
