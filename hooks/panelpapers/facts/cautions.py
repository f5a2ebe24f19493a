"""What a reader must know before trusting a figure: gaps, statuses, breaks, periods, sources."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ..records.indicator import Indicator
from ..records.period import Period
from . import notice
from .comparing import actual
from .fact import Fact, Forecasts
from .grid import Cell, Grid, Row
from .ranking import differing_definitions
from .standing import baseline_cell, same_period


def statuses(grid: Grid) -> Iterator[Fact]:
    """Find figures that are missing, kept back, forecast, provisional and so on."""
    for row in grid.rows:
        if cells := _with(row, "forecast", shown=True):
            yield Forecasts(row.name, cells)
        if cells := _with(row, "not available"):
            yield notice.Gap(row.name, cells)
        if cells := _with(row, "suppressed"):
            yield notice.Suppressed(row.name, cells)
        for status in ("provisional", "estimated", "low reliability", "low", "not applicable"):
            if cells := _with(row, status, shown=status not in ("low", "not applicable")):
                yield notice.Flagged(row.name, status, cells)
        for cell in _with(row, "revised", shown=True):
            yield notice.Revised(row.name, cell, cell.point.earlier_value)
        zeros = [cell for cell in row.cells if grid.shown_as_zero(cell.value)]
        if cells := tuple(cell for cell in zeros if "low" not in cell.statuses):
            yield notice.RoundedZero(row.name, cells)


def _with(row: Row, status: str, *, shown: bool = False) -> tuple[Cell, ...]:
    return tuple(cell for cell in row.cells if status in cell.statuses and (cell.shown or not shown))


def remarks_on_figures(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Find breaks, sources that disagree, figures that were worked out, and changes stated by the paper alone."""
    for row in grid.rows:
        for place, cell in enumerate(row.cells):
            if cell.point.break_before and place and grid.axis == "time":
                yield notice.Break(row.name, cell, cell.point.break_before)
            if not cell.shown:
                continue
            for other in cell.point.other_figures:
                if cell.value is not None and cell.value != other.value:
                    yield notice.Disagreement(row.name, cell, cell.value, other.value, other.source)
            if cell.point.worked_out:
                yield notice.WorkedOut(row.name, cell, cell.point.worked_out)
        yield from _baseline_typed_twice(indicator, row)
    for change in indicator.stated_changes:
        cells = [cell for row in grid.rows if change.series in (None, row.name) for cell in row.cells]
        hidden = [cell.period for cell in cells if cell.suppressed]
        if not any(period and same_period(period, change.period) for period in hidden):
            yield notice.Stated(change)


def _baseline_typed_twice(indicator: Indicator, row: Row) -> Iterator[notice.Disagreement]:
    """Find a baseline whose own figure is not the one of the point for its period."""
    cell, baseline = baseline_cell(indicator, row), indicator.baseline
    if cell and baseline and cell.value is not None and baseline.value not in (None, cell.value):
        yield notice.Disagreement(
            row.name, cell, cell.value, baseline.value or Decimal(0), baseline.source or indicator.source
        )


def periods(grid: Grid) -> Iterator[Fact]:
    """Find periods not stated, unequal, overlapping or at uneven steps, and series of different definitions."""
    if len(grid.rows) > 1 and (names := differing_definitions(grid)):
        yield notice.DifferingDefinitions(names)
    if grid.axis != "time":
        return
    stated = _stated(grid)
    if any(
        len(row) > 1 and any(cell.period and not cell.period.stated for cell in row) for row in map(actual, grid.rows)
    ):
        yield notice.UnstatedPeriods()
    lengths = {period.months: period for period in reversed(stated)}
    if len(lengths) > 1:
        yield notice.UnequalPeriods(tuple(sorted(lengths.values(), key=lambda period: period.months or 0)))
    if pairs := tuple((earlier, later) for earlier, later in pairwise(stated) if earlier.overlaps(later)):
        yield notice.OverlappingPeriods(pairs)
    if len(stated) > 2 and len(lengths) == 1 and not _even(stated):
        yield notice.IrregularSpacing(tuple(stated))


def _stated(grid: Grid) -> list[Period]:
    """Give the periods along the axis, in order, that the source states; those without a figure count for spacing."""
    by_label = {cell.label: cell.period for row in grid.rows for cell in row.cells if cell.period}
    return [by_label[label] for label in grid.labels if label in by_label and by_label[label].stated]


def _even(several: list[Period]) -> bool:
    ends = [period.end for period in several if period.end]
    if all(period.kind == "day" for period in several):
        days = [(later - earlier).days for earlier, later in pairwise(ends)]
        return max(days) - min(days) <= 3
    steps = {(later.year - earlier.year) * 12 + later.month - earlier.month for earlier, later in pairwise(ends)}
    return len(steps) == 1
