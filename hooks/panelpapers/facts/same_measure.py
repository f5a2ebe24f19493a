"""Indicators that go by one name: where their figures, baselines or definitions differ, a reader can be misled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from ..records.indicator import Indicator, Point
from ..records.period import Period
from ..records.standards import Baseline
from .rows import every_point
from .standing import same_period


def called_the_same(indicator: Indicator, other: Indicator) -> bool:
    """Whether two indicators go by one name: the same measure, or the name of one begins that of the other."""
    if plain(indicator.measure) == plain(other.measure):
        return True
    first, second = sorted((plain(indicator.title), plain(other.title)), key=len)
    return second == first or second.startswith(first + " ")


def two_values(indicator: Indicator, other: Indicator) -> Iterator[tuple[Point, Point]]:
    """Give each figure of one indicator, with that of another of the same measure and place which has another value.

    Figures for different periods may both be right, and are not given.
    """
    if not _same_measure_and_place(indicator, other):
        return
    for series, point in every_point(indicator):
        for other_series, other_point in every_point(other):
            one_series = plain(series.name) == plain(other_series.name)
            same = one_series and _same_position(indicator, point, other, other_point)
            values = {None if "suppressed" in stated.statuses else stated.value for stated in (point, other_point)}
            if same and None not in values and len(values) == 2:
                yield point, other_point


def two_baselines(indicator: Indicator, other: Indicator) -> tuple[Baseline, Baseline] | None:
    """Give the baselines of two indicators of the same measure and place that differ for one period."""
    mine, theirs = indicator.baseline, other.baseline
    if not _same_measure_and_place(indicator, other) or mine is None or theirs is None:
        return None
    differ = None not in (mine.value, theirs.value) and mine.value != theirs.value and mine.average == theirs.average
    return (mine, theirs) if differ and _same(mine.period, theirs.period) else None


def two_definitions(indicator: Indicator, other: Indicator) -> bool:
    """Whether two indicators that go by one name are defined in different words."""
    return called_the_same(indicator, other) and plain(indicator.definition) != plain(other.definition)


def same_indicator(indicator: Indicator, other: Indicator) -> bool:
    """Whether two indicators have figures of one measure, place, unit and group, from one source.

    Figures by kind of journey and figures by year are no figures of one group, though they have one measure.
    """
    one_source = all(
        getattr(indicator.source, field) == getattr(other.source, field) for field in ("title", "meeting", "address")
    )
    return (
        one_source and _same_measure_and_place(indicator, other) and not _groups(indicator).isdisjoint(_groups(other))
    )


Named = tuple[str, Indicator]


def pairs(indicators: Mapping[str, Indicator]) -> Iterator[tuple[Named, Named]]:
    """Give every two indicators with their ids, in the order of these."""
    return combinations(sorted(indicators.items()), 2)


def _same_measure_and_place(indicator: Indicator, other: Indicator) -> bool:
    named = plain(indicator.measure), plain(indicator.place), indicator.unit
    return named == (plain(other.measure), plain(other.place), other.unit)


def _groups(indicator: Indicator) -> set[tuple[str, str]]:
    """Give the names of the series and category of each figure, as they are compared."""
    return {(plain(series.name), plain(point.category or "")) for series, point in every_point(indicator)}


def _same_position(indicator: Indicator, point: Point, other: Indicator, other_point: Point) -> bool:
    same_category = plain(point.category or "") == plain(other_point.category or "")
    return same_category and _same(point.period or indicator.period, other_point.period or other.period)


def _same(period: Period | None, other: Period | None) -> bool:
    return period is not None and other is not None and period.stated and other.stated and same_period(period, other)


def plain(words: str) -> str:
    """Write words without what does not change their meaning: capitals, spaces and full stops."""
    return " ".join(words.casefold().rstrip(".").split())
