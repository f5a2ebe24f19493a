"""What each figure of all indicators is a figure of, so that two files that speak of one thing are seen to do so.

A quantity is a measure and its unit, a place, the groups that it is divided into (the names of series and categories,
none for the whole) and the days that it is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ..records.indicator import Indicator, Point, Series
from ..records.period import Period
from ..records.units import Unit
from .rows import every_point
from .same_measure import plain

When = tuple[str, ...]
"""The first and last day of a period; or the file and the words, where the source does not say the days."""

_NOT_ADDING: Final = re.compile(
    r"\b(?:average|mean|median|typical|usual|rate|ratio|share|proportion|percentage|index|score|per|length of"
    r"|time (?:from|to|taken|between)|response times?|waiting times?)\b"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a figure is a figure of. ``groups`` are in the order of the alphabet, and none for the whole."""

    measure: str
    unit: str
    place: str
    groups: tuple[str, ...]
    when: When


def adds_up(indicator: Indicator) -> bool:
    """Whether figures of parts and of shorter periods may be added up: as declared, else by unit and measure."""
    if indicator.adds_up is not None:
        return indicator.adds_up
    return indicator.unit.adding is not None and not _NOT_ADDING.search(indicator.measure.casefold())


def unit_of(indicator: Indicator) -> str:
    """Name the unit, whether or not the file says the currency: pounds and thousands of pounds are two."""
    return Unit(indicator.unit, indicator.unit.scale, base=indicator.unit.base).name


@dataclass(frozen=True)
class Layout:
    """The figures of one indicator by series, category and time. ``places`` are those that have the measure too."""

    id: str
    indicator: Indicator
    places: frozenset[str]

    @cached_property
    def measure(self) -> tuple[str, str]:
        """Give the measure and its unit."""
        return plain(self.indicator.measure), unit_of(self.indicator)

    def label(self, name: str | None) -> str:
        """Give the group that a series or category stands for; empty for one that goes by the name of the place."""
        named = plain(name or "")
        return "" if named == plain(self.indicator.place) else named

    def series_label(self, series: Series) -> str:
        """Give the group that a series stands for; the only series of a file without series stands for the whole."""
        return self.label(series.name) if self.indicator.series else ""

    def when(self, period: Period | None) -> When:
        """Give the days of a period; without days, its words, which mean the same in this file only."""
        period = period or self.indicator.period
        if period is not None and period.start is not None and period.end is not None:
            return (period.start.isoformat(), period.end.isoformat())
        return (self.id, period.name.casefold() if period else "", "")

    def at(self, series: str, category: str, when: When) -> Quantity:
        """Give the quantity of a series and a category, both by their labels, in whatever order, at a time."""
        return self.of(tuple(sorted({series, category} - {""})), when)

    def of(self, groups: tuple[str, ...], when: When) -> Quantity:
        """Give the quantity of some groups at a time; a group that is a place of its own stands for that place."""
        measure, unit = self.measure
        own = next((group for group in groups if group in self.places), None)
        if own is None:
            return Quantity(measure, unit, plain(self.indicator.place), groups, when)
        return Quantity(measure, unit, own, tuple(group for group in groups if group != own), when)

    def points(self) -> Iterator[tuple[Series, Point, Quantity]]:
        """Give each figure with its series and what it is a figure of."""
        for series, point in every_point(self.indicator):
            yield (
                series,
                point,
                self.at(self.series_label(series), self.label(point.category), self.when(point.period)),
            )

    @cached_property
    def times(self) -> tuple[When, ...]:
        """Give every time that has a figure, each once."""
        return tuple(dict.fromkeys(self.when(point.period) for _, point, _ in self.points()))

    @cached_property
    def series(self) -> tuple[str, ...]:
        """Give the labels of all series, each once."""
        return tuple(dict.fromkeys(self.series_label(series) for series in self.indicator.every_series()))

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """Give the labels of all categories, each once; one empty label where there are none."""
        return tuple(dict.fromkeys(self.label(point.category) for _, point, _ in self.points()))


def layouts(indicators: Mapping[str, Indicator]) -> dict[str, Layout]:
    """Lay out every indicator, each with the places for which another file has its measure."""
    places: dict[tuple[str, str], set[str]] = {}
    for indicator in indicators.values():
        places.setdefault((plain(indicator.measure), indicator.unit), set()).add(plain(indicator.place))
    found = {}
    for indicator_id, indicator in indicators.items():
        others = places[plain(indicator.measure), indicator.unit] - {plain(indicator.place)}
        found[indicator_id] = Layout(indicator_id, indicator, frozenset(others))
    return found
