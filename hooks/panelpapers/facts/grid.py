"""The figures of an indicator laid out in order: positions along the axis, a cell for each series at each position.

This is the first thing computed for a figure. Words, chart and table all start from it, and a suppressed value is
taken out here, so that nothing after this module can print it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ..records.indicator import WITHOUT_FIGURE, ChartKind, Indicator, Point, Role, Series
from ..records.period import Period

Axis = Literal["time", "category"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure in its place. ``value`` is ``None`` where there is no figure or it must not be shown."""

    label: str
    period: Period | None
    value: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    statuses: tuple[str, ...]
    point: Point
    """The point as typed. Read remarks and sources from it, never its value: that may be suppressed."""

    @property
    def shown(self) -> bool:
        """Whether there is something to show: a value or a range."""
        return self.value is not None or self.lowest is not None

    @property
    def forecast(self) -> bool:
        """Whether the figure is a forecast, which is never the latest figure."""
        return "forecast" in self.statuses


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one series in the order of the axis; positions at which nothing was typed are left out."""

    name: str
    role: Role | None
    cells: tuple[Cell, ...]

    def at(self, label: str) -> Cell | None:
        """Give the cell at a position of the axis."""
        return next((cell for cell in self.cells if cell.label == label), None)


@dataclass(frozen=True, slots=True)
class Grid:
    """All figures of an indicator. ``labels`` are the positions along the axis, in order, each once."""

    axis: Axis
    labels: tuple[str, ...]
    rows: tuple[Row, ...]
    decimals: int
    chart: ChartKind


def grid(indicator: Indicator) -> Grid:
    """Lay out an indicator: time in order of the periods' ends, categories in the order typed."""
    series = indicator.every_series()
    axis: Axis = "time" if any(point.period for one in series for point in one.points) else "category"
    rows = tuple(_row(one) for one in series)
    order: dict[str, tuple[date, date]] = {}
    for cell in (cell for row in rows for cell in row.cells):
        order.setdefault(cell.label, _moment(cell.period))
    labels = sorted(order, key=order.__getitem__) if _all_stated(rows) else list(order)
    return Grid(
        axis, tuple(labels), rows, _decimals(indicator), indicator.chart or _suitable_chart(axis, labels, rows)
    )


def _row(series: Series) -> Row:
    cells = tuple(_cell(point) for point in series.points)
    if all(cell.period and cell.period.stated for cell in cells):
        cells = tuple(sorted(cells, key=lambda cell: _moment(cell.period)))
    return Row(series.name, series.role, cells)


def _cell(point: Point) -> Cell:
    hidden = bool(WITHOUT_FIGURE.intersection(point.statuses))
    value, lowest, highest = (None, None, None) if hidden else (point.value, point.lowest, point.highest)
    statuses: tuple[str, ...] = tuple(point.statuses)
    if not hidden and value is None and lowest is None:
        statuses = (*statuses, "not available")
    label = point.period.name if point.period else point.category or ""
    return Cell(label, point.period, value, lowest, highest, statuses, point)


def _moment(period: Period | None) -> tuple[date, date]:
    """Sort key of a period: its end, then its start. What has no dates keeps the order in which it was typed."""
    if period is None or period.start is None or period.end is None:
        return (date.min, date.min)
    return (period.end, period.start)


def _all_stated(rows: tuple[Row, ...]) -> bool:
    return all(cell.period is not None and cell.period.stated for row in rows for cell in row.cells)


def _decimals(indicator: Indicator) -> int:
    """Give the decimals to show: as declared, else the most that were typed for any figure."""
    if indicator.decimals is not None:
        return indicator.decimals
    typed = [
        number
        for one in indicator.every_series()
        for point in one.points
        for number in (point.value, point.lowest, point.highest)
        if number is not None
    ]
    return max((max(0, -int(number.as_tuple().exponent)) for number in typed), default=0)


def _suitable_chart(axis: Axis, labels: list[str], rows: tuple[Row, ...]) -> ChartKind:
    if any(cell.point.interval for row in rows for cell in row.cells):
        return "interval"
    if len(rows) > 1:
        return "line" if axis == "time" and len(labels) > 2 else "grouped bar"
    if axis == "category":
        return "horizontal bar"
    return "line" if len(labels) > 2 else "bar"
