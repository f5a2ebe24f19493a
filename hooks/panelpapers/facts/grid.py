"""The figures of an indicator laid out in order: positions along the axis, a cell for each series at each position.

This is the first thing computed for a figure. Words, chart and table all start from it, and a suppressed value is
taken out here, so that nothing after this module can print it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ..records.indicator import WITHOUT_FIGURE, ChartKind, Indicator, Point
from ..records.period import Days, Period
from ..records.roles import COMPARATORS, Role
from ..records.units import Unit
from .arithmetic import rounded

Axis = Literal["time", "category"]
Named = Mapping[Days, Period]
"""The period of each stretch of days, by the name that it has in the whole figure."""


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
    def amounts(self) -> tuple[Decimal, ...]:
        """The figure, or the ends of the range that the paper gives instead; nothing where it is not shown."""
        return tuple(amount for amount in (self.value, self.lowest, self.highest) if amount is not None)

    @property
    def forecast(self) -> bool:
        """Whether the figure is a forecast, which is never the latest figure."""
        return "forecast" in self.statuses

    @property
    def may_change(self) -> bool:
        """Whether the figure is provisional or a forecast."""
        return self.forecast or "provisional" in self.statuses

    @property
    def suppressed(self) -> bool:
        """Whether the figure is known and must not be published."""
        return "suppressed" in self.statuses

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """Between what the figure lies: its likely range, the range that the paper gives, or the figure itself."""
        if not self.shown:
            return None
        if self.point.interval:
            return (self.point.interval.low, self.point.interval.high)
        return (self.amounts[0], self.amounts[-1])

    @property
    def is_comparator(self) -> bool:
        """Whether others are compared with the figure, by the role of its category."""
        return self.point.role in COMPARATORS

    @property
    def exact(self) -> bool:
        """Whether the figure is one number, without a range of either kind."""
        return self.value is not None and self.point.interval is None


def direction(earlier: Cell, later: Cell) -> int | None:
    """Give 1 for a rise, -1 for a fall, 0 for no change; ``None`` where ranges overlap and nobody can tell."""
    if earlier.exact and later.exact and earlier.value == later.value:
        return 0
    before, after = earlier.bounds, later.bounds
    if before is None or after is None:
        return None
    return 1 if after[0] > before[1] else -1 if after[1] < before[0] else None


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one series in the order of the axis; positions at which nothing was typed are left out."""

    name: str
    role: Role | None
    cells: tuple[Cell, ...]

    @property
    def is_comparator(self) -> bool:
        """Whether other series are compared with this one, by its role."""
        return self.role in COMPARATORS

    def at(self, label: str) -> Cell | None:
        """Give the cell at a position of the axis."""
        return next((cell for cell in self.cells if cell.label == label), None)


@dataclass(frozen=True, slots=True)
class Grid:
    """All figures of an indicator. ``labels`` are the positions along the axis, in order, each once.

    ``period`` is what all figures are for where the axis is not time, or ``None`` where no file says it.
    """

    axis: Axis
    labels: tuple[str, ...]
    rows: tuple[Row, ...]
    unit: Unit
    decimals: int
    chart: ChartKind
    period: Period | None = None

    @property
    def of_places(self) -> bool:
        """Whether the figures are for places: some have a role among others, and not only that of their total."""
        return any(cell.point.role not in (None, "total") for row in self.rows for cell in row.cells)

    def shown_as_zero(self, amount: Decimal | None) -> bool:
        """Whether an amount that is not zero is shown as zero: a figure, a baseline, a difference."""
        return bool(amount) and amount is not None and rounded(amount, self.decimals).is_zero()


def grid(indicator: Indicator) -> Grid:
    """Lay out an indicator: time in order of the periods' ends, categories in the order typed.

    Periods keep the order typed where the source does not state every one of them. Series that have two names for the
    same days share the position, under the name that is typed first.
    """
    series = indicator.every_series()
    points = [point for line in series for point in line.points]
    axis: Axis = "time" if any(point.period and not point.category for point in points) else "category"
    periods = [point.period for point in points if point.period and axis == "time"]
    named = {period.days: period for period in reversed(periods)}
    labels = _labels([_cell(point, named) for point in points], axis)
    rows = tuple(Row(line.name, line.role, _in_order(line.points, named, labels)) for line in series)
    chart = indicator.chart or _suitable_chart(indicator, axis, labels, rows)
    shared = indicator.period or next((point.period for point in points if point.period), None)
    period = shared if axis == "category" else None
    return Grid(axis, tuple(labels), rows, indicator.unit, _decimals(indicator, rows), chart, period)


def _in_order(points: list[Point], named: Named, labels: list[str]) -> tuple[Cell, ...]:
    return tuple(sorted((_cell(point, named) for point in points), key=lambda cell: labels.index(cell.label)))


def _cell(point: Point, named: Named) -> Cell:
    hidden = bool(WITHOUT_FIGURE.intersection(point.statuses))
    value, lowest, highest = (None, None, None) if hidden else (point.value, point.lowest, point.highest)
    statuses: tuple[str, ...] = tuple(dict.fromkeys(point.statuses))
    if not hidden and value is None and lowest is None and "low" not in statuses:
        statuses = (*statuses, "not available")
    if not hidden and point.earlier_value is not None and "revised" not in statuses:
        statuses = (*statuses, "revised")
    period = named.get(point.period.days) if point.period else None
    label = period.name if period else point.category or ""
    return Cell(label, period, value, lowest, highest, statuses, point)


def _labels(cells: list[Cell], axis: Axis) -> list[str]:
    """Order positions by the ends and starts of their periods; what has no dates keeps the order typed."""
    order = dict.fromkeys(cell.label for cell in cells)
    periods = {cell.label: cell.period for cell in reversed(cells) if cell.period and cell.period.stated}
    if axis == "category" or len(periods) < len(order):
        return list(order)
    moments = {label: (period.end or date.min, period.start or date.min) for label, period in periods.items()}
    return sorted(order, key=moments.__getitem__)


def _decimals(indicator: Indicator, rows: tuple[Row, ...]) -> int:
    """Give the decimals to show: as declared, else the most that were typed for any figure that may be shown."""
    if indicator.decimals is not None:
        return indicator.decimals
    typed = [amount for row in rows for cell in row.cells for amount in cell.amounts]
    most = max([0, *(-int(amount.as_tuple().exponent) for amount in typed)])
    return 2 if indicator.unit == "money" and not indicator.unit.scale and most == 1 else most


def _suitable_chart(indicator: Indicator, axis: Axis, labels: list[str], rows: tuple[Row, ...]) -> ChartKind:
    cells = [cell for row in rows for cell in row.cells]
    if any(cell.point.interval for cell in cells):
        return "interval"
    if axis == "category" and indicator.unit.counts_each and cells and all(cell.point.meaning for cell in cells):
        return "status strip"
    if axis == "time" and len(labels) > 2:
        return "line"
    return "grouped bar" if len(rows) > 1 else "bar" if axis == "time" else "horizontal bar"
