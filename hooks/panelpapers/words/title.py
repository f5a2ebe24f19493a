"""The headline of a figure, and the line under it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ..facts.fact import Extremes, Latest, Rank, StatusCounts, Trend
from ..facts.grid import Row
from ..records.calendar import MONTHS
from ..records.period import Period
from . import format as say
from .groups import counts_in_short
from .places import rank_words
from .sentences import plain
from .telling import Telling, moved, of, overall, overall_changes, ranges_overlap

LONGEST: Final = 120
"""Longest headline."""


def title(telling: Telling) -> str:
    """Write the headline: the measure and its message, or the indicator's own title where that is too long."""
    measure = say.capitalised(telling.measure)
    for tail in _headlines(telling):
        if len(text := f"{measure}{tail}") <= LONGEST:
            return text
    return plain(telling.indicator.title)


def _headlines(telling: Telling) -> Iterator[str]:
    if len(telling.rows) > 1:
        yield from _several_headlines(telling)
        return
    row = telling.rows[0]
    if telling.facts.grid.axis == "time":
        yield from _time_headlines(telling, row)
        return
    if counts := telling.facts.one(StatusCounts, row.name):
        yield f": {counts_in_short(counts) or 'no figure'}"
    if rank := telling.facts.one(Rank, row.name):
        yield f": {rank_words(rank).replace('it is the', plain(rank.name), 1)}"
    extremes = telling.facts.one(Extremes, row.name)
    if extremes and extremes.highest:
        yield f": highest {of(*extremes.highest)}, at {telling.brief(extremes.highest[0])}"
        yield f": highest figure {telling.brief(extremes.highest[0])}"
    yield ""


def _time_headlines(telling: Telling, row: Row) -> Iterator[str]:
    latest, change = telling.facts.one(Latest, row.name), overall(telling, row)
    trend = telling.facts.one(Trend, row.name)
    if latest is None:
        yield ": no figure available"
        return
    late = telling.brief(latest.cell)
    if change is None or ranges_overlap(telling, row) or (trend and trend.shape == "no clear pattern"):
        yield f" stood at {late}"
    elif trend and trend.turning and not telling.alike(trend.turning[0], latest.cell):
        then, word = ("fell", "peak") if trend.shape == "peak then fall" else ("rose", "low")
        yield f" {then} to {late} after a {word} of {telling.brief(trend.turning[0])}"
    elif change.direction == 0 or telling.alike(change.earlier, change.later):
        yield f" stood at {late}"
    else:
        yield f" {moved(change.direction)} to {late}"
    yield f" stood at {late}"


def _several_headlines(telling: Telling) -> Iterator[str]:
    changes = overall_changes(telling).values()
    ways = {change.direction for change in changes}
    if len(changes) == len(telling.rows) and len(ways) == 1 and ways != {0}:
        yield f" {moved(ways.pop())} for {telling.groups}"
    yield f" for {say.listed([plain(row.name) for row in telling.rows])}"
    yield f" for {len(telling.rows)} groups"


def subtitle(telling: Telling) -> str:
    """Write the second line: measure with its unit, place, period."""
    unit = f" ({telling.units.heading})" if telling.units.heading else ""
    parts = [f"{say.capitalised(telling.measure)}{unit}", telling.place]
    if when := _period(telling):
        parts.append(when)
    return ", ".join(parts)


def _period(telling: Telling) -> str:
    grid = telling.facts.grid
    if grid.axis == "category":
        return _alone(grid.period) if grid.period else ""
    periods = {cell.label: cell.period for row in grid.rows for cell in row.cells if cell.period}
    found = [periods[label] for label in grid.labels if label in periods]
    if len(found) < 2:
        return "".join(map(_alone, found))
    first, last = found[0], found[-1]
    if first.kind == last.kind == "year ending":
        return f"years ending {say.end_of_year(first)} to {say.end_of_year(last)}"
    return f"{_end(first, first.start)} to {_end(last, last.end)}"


def _alone(period: Period) -> str:
    return say.period(period).removeprefix("the ")


def _end(period: Period, day: date | None) -> str:
    """Give the month in which a stretch of months begins or ends; other periods go by their own names."""
    return f"{MONTHS[day.month - 1]} {day.year}" if period.kind == "range" and day else _alone(period)
