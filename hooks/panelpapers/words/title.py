"""The headline of a figure, and the line under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..facts.fact import Extremes, Latest, NotCompared, Rank, StatusCounts, Trend
from ..facts.grid import Row
from ..records.calendar import MONTHS
from ..records.period import Period
from . import format as say
from .places import rank_words
from .sentences import plain
from .telling import Telling, moved, of, overall

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
    counts, rank, extremes = (telling.facts.one(kind, row.name) for kind in (StatusCounts, Rank, Extremes))
    if isinstance(counts, StatusCounts):
        parts = [f"{say.number(cell.value)} {plain(cell.label)}" for cell in counts.cells if cell.value is not None]
        yield f": {say.listed(parts) or 'no figure'}"
    if isinstance(rank, Rank):
        yield f": {rank_words(rank).replace('it is the', plain(rank.name), 1)}"
    if isinstance(extremes, Extremes) and extremes.highest:
        yield f": highest {of(*extremes.highest)}, at {telling.brief(extremes.highest[0])}"
        yield f": highest figure {telling.brief(extremes.highest[0])}"
    yield ""


def _time_headlines(telling: Telling, row: Row) -> Iterator[str]:
    latest, change, trend = (
        telling.facts.one(Latest, row.name),
        overall(telling, row),
        telling.facts.one(Trend, row.name),
    )
    if latest is None:
        yield ": no figure available"
        return
    late = telling.brief(latest.cell)
    overlap = any(one.obstacle == "ranges overlap" for one in telling.facts.all(NotCompared, row.name))
    if change is None or overlap or (trend and trend.shape == "no clear pattern"):
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
    changes = [overall(telling, row) for row in telling.rows]
    ways = {one.direction for one in changes if one is not None}
    if None not in changes and len(ways) == 1 and ways != {0}:
        count = "both groups" if len(changes) == 2 else f"all {len(changes)} groups"
        yield f" {moved(ways.pop())} for {count}"
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
        return say.period(grid.period).removeprefix("the ") if grid.period else ""
    several = _ends(telling)
    if len(several) == 1:
        return say.period(several[0]).removeprefix("the ")
    if len(several) == 2 and all(one.kind == "year ending" for one in several):
        first, last = (one.name.removeprefix("year ending ") for one in several)
        return f"years ending {first} to {last}"
    return " to ".join(_end(one, first=one is several[0]) for one in several)


def _end(of_period: Period, *, first: bool) -> str:
    """Give the month in which a stretch of months begins or ends; other periods go by their own names."""
    when = of_period.start if first else of_period.end
    if of_period.kind == "range" and when:
        return f"{MONTHS[when.month - 1]} {when.year}"
    return say.period(of_period).removeprefix("the ")


def _ends(telling: Telling) -> list[Period]:
    grid = telling.facts.grid
    periods = {cell.label: cell.period for row in grid.rows for cell in row.cells if cell.period}
    found = [periods[label] for label in grid.labels if label in periods]
    return [found[0], found[-1]] if len(found) > 1 else found
