"""The figures of an indicator, read again from its record: what a proof-reader compares the words with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from ...records.indicator import WITHOUT_FIGURE, Indicator, Point, Series
from ...records.period import Period


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One figure in its place, equal only to itself. A figure that may not be shown has no numbers here."""

    series: str
    role: str | None
    label: str
    period: Period | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    statuses: frozenset[str]
    point: Point = field(repr=False)

    @property
    def shown(self) -> bool:
        """Whether there is anything to show."""
        return self.value is not None or self.low is not None

    @property
    def about(self) -> bool:
        """Whether the figure is approximate."""
        return self.point.approximate

    @property
    def name(self) -> str:
        """The name under which the figure stands beside others: its series in time, else its category."""
        return self.series if self.period else self.label

    @property
    def exact(self) -> bool:
        """Whether the figure is one number that is not surrounded by a likely range."""
        return self.value is not None and self.point.interval is None

    @property
    def actual(self) -> bool:
        """Whether the figure is shown and is no forecast."""
        return self.shown and "forecast" not in self.statuses

    @property
    def span(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most that the figure may be, or ``None`` where nothing is known."""
        if not self.shown:
            return None
        if self.point.interval is not None:
            return self.point.interval.low, self.point.interval.high
        if self.value is not None:
            return self.value, self.value
        return None if self.low is None or self.high is None else (self.low, self.high)


class Table:
    """All figures of one indicator in the order of its axis, and what may be said about any two of them."""

    def __init__(self, indicator: Indicator) -> None:
        self.indicator = indicator
        every = indicator.every_series()
        self.in_time = any(point.period and not point.category for series in every for point in series.points)
        periods = [point.period for series in every for point in series.points if point.period]
        self._named = {(period.start, period.end): period for period in reversed(periods) if period.stated}
        self.rows = {series.name: [self._figure(point, series) for point in series.points] for series in every}
        self.labels = self._order()
        for row in self.rows.values():
            row.sort(key=lambda figure: self.labels.index(figure.label))
        self.decimals = self._decimals()

    def _figure(self, point: Point, series: Series) -> Figure:
        role = series.role if self.in_time else point.role
        period = point.period if self.in_time else None
        if period and period.stated:
            period = self._named[period.start, period.end]  # series may have two names for the same days
        label = period.name if period else point.category or ""
        statuses = frozenset(point.statuses)
        numbers = (None, None, None) if statuses & WITHOUT_FIGURE else (point.value, point.lowest, point.highest)
        if not statuses & WITHOUT_FIGURE:
            unknown = numbers == (None, None, None) and "low" not in statuses
            statuses |= {"not available"} if unknown else set()
            statuses |= {"revised"} if point.earlier_value is not None else set()
        return Figure(series.name, role, label, period, *numbers, statuses, point)

    def _order(self) -> list[str]:
        """List the positions of the axis: by end and start of the periods if all are stated, else as typed."""
        periods = {figure.label: figure.period for figure in self.all()}
        dates = {
            label: (period.end, period.start)
            for label, period in periods.items()
            if period and period.end and period.start
        }
        return sorted(periods, key=dates.__getitem__) if len(dates) == len(periods) else list(periods)

    def _decimals(self) -> int:
        if self.indicator.decimals is not None:
            return self.indicator.decimals
        numbers = [number for figure in self.all() for number in (figure.value, figure.low, figure.high)]
        most = max([0, *(-int(number.as_tuple().exponent) for number in numbers if number is not None)])
        return 2 if self.indicator.unit == "money" and most == 1 else most

    def all(self) -> list[Figure]:
        """Give every figure of every series."""
        return [figure for row in self.rows.values() for figure in row]

    @property
    def only(self) -> str | None:
        """The name of the series where there is one only."""
        return next(iter(self.rows)) if len(self.rows) == 1 else None

    @property
    def target(self) -> Decimal | None:
        """The target's own figure, where a target is set."""
        target = self.indicator.target
        return target.value if target and target.state == "set" else None

    def row(self, series: str) -> list[Figure]:
        """Give the figures of a series in order; none for a series that there is not."""
        return self.rows.get(series, [])

    def at(self, series: str, label: str) -> Figure | None:
        """Give a figure by its series and its position."""
        return next((figure for figure in self.row(series) if figure.label == label), None)

    def shown(self, series: str | None = None) -> list[Figure]:
        """Give the figures of a series, or of all, that have something to show."""
        return [figure for figure in (self.all() if series is None else self.row(series)) if figure.shown]

    def actual(self, series: str) -> list[Figure]:
        """Give the figures of a series that are shown and are no forecasts, earliest first."""
        return [figure for figure in self.row(series) if figure.actual]

    def stretch(self, series: str) -> list[Figure]:
        """Give the latest figure and the earlier ones that may be compared with it and with each other, in order.

        No break lies between them, and all their periods are equal in length, as far as the source says.
        """
        found: list[Figure] = []
        for figure in reversed(self.actual(series)):
            if found and self.broken(figure, found[0]):
                break
            if all(comparable(figure, later) for later in found):
                found.insert(0, figure)
        return found

    def broken(self, earlier: Figure, later: Figure) -> bool:
        """Whether a break in the series lies between two of its figures."""
        row = self.rows[later.series]
        between = row[row.index(earlier) + 1 : row.index(later) + 1]
        return any(figure.point.break_before for figure in between)

    def hindrance(self, earlier: Figure, later: Figure) -> str | None:
        """Say why two figures of a series may not be compared, or ``None`` where they may."""
        row = self.rows[later.series]
        if row.index(earlier) >= row.index(later):
            return "the periods are not in order of time"
        if not (earlier.actual and later.actual):
            return "one of the figures is not shown or is a forecast"
        if self.broken(earlier, later):
            return "a break in the series lies between them"
        return None if comparable(earlier, later) else "their periods differ in length"


def comparable(earlier: Figure, later: Figure) -> bool:
    """Whether the periods of two figures are equal in length, as far as the source says."""
    return earlier.period is None or later.period is None or earlier.period.comparable(later.period)


def way(earlier: Figure, later: Figure) -> int | None:
    """Give 1 where the later figure is higher, -1 where it is lower, 0 if equal; ``None`` where nobody can tell."""
    before, after = earlier.span, later.span
    if earlier.exact and later.exact and before == after:
        return 0
    if before is None or after is None:
        return None
    return 1 if after[0] > before[1] else -1 if after[1] < before[0] else None


def ends(figures: Sequence[Figure], direction: int) -> list[Figure]:
    """Give the highest figures (1) or the lowest (-1) with all ties; none where nobody can tell which they are."""
    return [
        figure
        for figure in figures
        if all(way(other, figure) in (0, direction) for other in figures if other is not figure)
    ]


def steps(figures: Sequence[Figure]) -> list[int | None]:
    """Give the direction of each step from one figure to the next."""
    return [way(earlier, later) for earlier, later in pairwise(figures)]


def side(figure: Figure, mark: Decimal) -> int | None:
    """Give 1 where a figure is above a mark, -1 below, 0 equal; ``None`` where its range holds the mark."""
    if figure.span is None:
        return None
    if figure.exact and figure.value == mark:
        return 0
    return 1 if figure.span[0] > mark else -1 if figure.span[1] < mark else None
