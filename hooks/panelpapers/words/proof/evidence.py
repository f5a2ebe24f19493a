"""The figures of an indicator, read again from its record: what a proof-reader compares the words with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Final

from ...records.indicator import WITHOUT_FIGURE, Indicator, Point, Series
from ...records.period import Period

_UP: Final = ("rose", "rising", "a rise", "higher", "above", "highest", "peak", "widened")


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
    def is_comparator(self) -> bool:
        """Whether others are compared with the figure: it has a role, and is neither the subject nor a peer."""
        return self.role not in (None, "subject", "peer")

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
        self.roles = {series.name: series.role for series in every}
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
        return 2 if self.indicator.unit == "money" and not self.indicator.unit.scale and most == 1 else most

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
        """Give the figures that may be compared with each other and tell what happened, in order.

        No break lies between them and the latest, and all their periods are equal in length, as far as the source
        says: as long as the latest. Where it is for a part of a year they are those of the years before it: at least
        two of another length, and as many as are of its own.
        """
        since = self._since_break(series)
        lengths = [length for figure in reversed(since) if (length := months(figure.period)) is not None]
        enough = max(2, lengths.count(lengths[0])) if lengths else 0
        others = [length for length in lengths if length != lengths[0] and lengths.count(length) >= enough]
        kept = [*others, *lengths][:1]
        return [figure for figure in since if months(figure.period) in (None, *kept) or not kept]

    def part(self, series: str) -> Figure | None:
        """Give the latest figure where it is for a part of a period, and the whole ones before it are compared."""
        latest, stretch = self.actual(series)[-1:], self.stretch(series)
        return latest[0] if latest and stretch and latest[0] not in stretch else None

    def _since_break(self, series: str) -> list[Figure]:
        """Give the figures up to the latest between which and it no break lies, in order."""
        found: list[Figure] = []
        for figure in reversed(self.actual(series)):
            if found and self.broken(figure, found[0]):
                break
            found.insert(0, figure)
        return found

    def a_year_before(self, figure: Figure) -> Figure | None:
        """Give the figure of the same series for the same part of the year before, with no break between."""
        before = (earlier for earlier in self.actual(figure.series) if _year_apart(earlier, figure))
        found = next(before, None)
        return None if found is None or self.broken(found, figure) else found

    def whole_change(self, series: str) -> tuple[Figure, Figure] | None:
        """Give the first and the last of the comparable figures, where they may be compared.

        Of more than a year of months or quarters they must be for one season.
        """
        stretch = self.stretch(series)
        if len(stretch) < 2 or (has_seasons(stretch) and _season(stretch[0]) != _season(stretch[-1])):
            return None
        return stretch[0], stretch[-1]

    def change_of_a_year(self, series: str) -> tuple[Figure, Figure] | None:
        """Give the last of the comparable figures, of months or quarters, behind that of the year before."""
        last = self.stretch(series)[-1:]
        if not last or in_a_year(last[0]) < 2 or not (before := self.a_year_before(last[0])):
            return None
        return before, last[0]

    def leading(self, series: str) -> tuple[Figure, Figure] | None:
        """Give the two figures of which a change is told first: with several seasons those of a year."""
        whole, of_a_year = self.whole_change(series), self.change_of_a_year(series)
        return of_a_year or whole if has_seasons(self.stretch(series)) else whole or of_a_year

    @property
    def subject(self) -> str:
        """The name of the series that is the subject, or the only one that is no comparator; else nothing."""
        subjects = [name for name, role in self.roles.items() if role == "subject"]
        found = subjects or [name for name, role in self.roles.items() if role in (None, "peer")]
        return found[0] if len(found) == 1 else ""

    def latest_label(self) -> str:
        """Give the period at which several series are compared: the subject's latest, or the latest of all."""
        rows = [self.actual(name) for name in ([self.subject] if self.subject else self.rows)]
        last = [self.labels.index(row[-1].label) for row in rows if row]
        return self.labels[max(last)] if last else ""

    def broken(self, earlier: Figure, later: Figure) -> bool:
        """Whether a break in the series lies between two of its figures."""
        row = self.rows[later.series]
        between = row[row.index(earlier) + 1 : row.index(later) + 1]
        return any(figure.point.break_before for figure in between)


def months(period: Period | None) -> int | None:
    """Count the months of a period from its days, 0 for a day; ``None`` where the source states no days."""
    if period is None or period.start is None or period.end is None:
        return None
    if period.start == period.end:
        return 0
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def differ_in_length(period: Period | None, other: Period | None) -> bool:
    """Whether two periods are known to be of different lengths."""
    return None not in (months(period), months(other)) and months(period) != months(other)


def in_a_year(figure: Figure) -> int:
    """Say how many periods like that of a figure make a year: 12 months, 4 quarters; 0 of what does not divide it."""
    length = months(figure.period)
    return 12 // length if length and 12 % length == 0 else 0


def has_seasons(figures: Sequence[Figure]) -> bool:
    """Whether figures are for parts of a year, and for more than a year."""
    return bool(figures) and 1 < in_a_year(figures[-1]) < len(figures) and len({*map(_season, figures)}) > 1


def _season(figure: Figure) -> object:
    start = figure.period.start if figure.period else None
    return (start.month, start.day) if start else None


def _year_apart(earlier: Figure, later: Figure) -> bool:
    """Whether two figures are for the same months of two years that follow each other."""
    before, after = earlier.period, later.period
    if not (before and after and before.start and after.start and before.end and after.end):
        return False
    begins = (after.start.year - before.start.year, after.start.month - before.start.month)
    return begins == (1, 0) and months(before) == months(after) and (before.end.month == after.end.month)


def way(earlier: Figure, later: Figure) -> int | None:
    """Give 1 where the later figure is higher, -1 where it is lower, 0 if equal; ``None`` where nobody can tell."""
    before, after = earlier.span, later.span
    if earlier.exact and later.exact and before == after:
        return 0
    if before is None or after is None:
        return None
    return 1 if after[0] > before[1] else -1 if after[1] < before[0] else None


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


def same_days(period: Period, other: Period) -> bool:
    """Whether two periods are the same days, or have the same name where the source states no days."""
    if period.stated or other.stated:
        return (period.start, period.end) == (other.start, other.end)
    return period.name.lower() == other.name.lower()


def direction(word: str) -> int:
    """Give 1 for words of rising and -1 for words of falling."""
    return 1 if word in _UP else -1
