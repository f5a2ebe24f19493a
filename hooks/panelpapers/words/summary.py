"""The one sentence of a figure: the alternative text of its chart, and its words where no description stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..facts.fact import BesideAverage, Change, Extremes, Latest, Rank, StatusCounts, Trend
from ..facts.figure import shown_cells
from ..facts.grid import Row
from ..facts.ranking import ranked
from . import format as say
from .groups import counts_in_short
from .places import rank_words
from .sentences import plain, sentence
from .telling import Telling, above, at, between, of, overall, overall_changes, stayed

CHARACTERS: Final = 160
"""Longest summary."""


def summary(telling: Telling) -> str:
    """Write one sentence of at most 160 characters: kind of chart, measure, place, what it shows, between when."""
    chart = say.capitalised(telling.chart)
    tails = [*_tails(telling), ""]
    for who in (
        f" of the {telling.measure}, {telling.place}",
        f" of the {telling.measure}",
        f" for {telling.place}",
        "",
    ):
        for tail in tails:
            text = sentence(f"{chart}{who}{',' if who and tail else ''}{' ' if tail else ''}{tail}")
            if len(text) <= CHARACTERS:
                return text
    return sentence(chart)


def _tails(telling: Telling) -> Iterator[str]:
    if len(telling.rows) > 1:
        yield from _several_tails(telling)
    elif telling.facts.grid.axis == "time":
        yield from _time_tails(telling, telling.rows[0])
    else:
        yield from _category_tails(telling, telling.rows[0])


def _time_tails(telling: Telling, row: Row) -> Iterator[str]:
    latest, change = telling.facts.one(Latest, row.name), overall(telling, row)
    if latest is None:
        yield "with no figure available"
        return
    if change is not None:
        yield from _change_tails(telling, row, change, telling.facts.one(Trend, row.name))
    yield f"at {telling.brief(latest.cell)} {at(latest.cell)}"
    yield f"at {telling.brief(latest.cell)}"


def _change_tails(telling: Telling, row: Row, change: Change, trend: Trend | None) -> Iterator[str]:
    early, late = telling.brief(change.earlier), telling.brief(change.later)
    span = between(change)
    if trend and trend.turning:
        turn = f"to {telling.brief(trend.turning[0])} {at(*trend.turning)}"
        first, then = ("rising", "falling") if trend.shape == "peak then fall" else ("falling", "rising")
        end = f"then {then} to {late} {at(change.later)}"
        yield f"{first} from {early} {at(change.earlier)} {turn}, {end}"
        yield f"{first} {turn}, {end}"
        yield f"{first} and then {then} {span}"
    elif trend and trend.shape == "no clear pattern":
        yield f"with no clear pattern {span}, and {late} {at(change.later)}"
        yield f"with no clear pattern {span}"
        yield "with no clear pattern"
    elif change.direction == 0:
        if stayed(telling, row):
            yield f"staying at {late} {span}"
        elif trend:
            yield f"coming back to {late} {span}"
    else:
        verb = "rising" if change.direction > 0 else "falling"
        if change.difference is not None and telling.alike(change.earlier, change.later):
            yield f"{verb} by {telling.gap(change.difference)} {span}"
        elif change.difference is None:
            yield f"{verb} from {early} {at(change.earlier)} to {late} {at(change.later)}"
        else:
            yield f"{verb} from {early} to {late} {span}"
            yield f"{verb} from {early} to {late}"
        yield f"{verb} {span}"


def _category_tails(telling: Telling, row: Row) -> Iterator[str]:
    if counts := telling.facts.one(StatusCounts, row.name):
        if parts := counts_in_short(counts):
            yield f"with {parts}"
        return
    shown = ranked(row)
    if not shown_cells(row):
        yield "with no figure available"
    if rank := telling.facts.one(Rank, row.name):
        beside = next((fact for fact in telling.facts.all(BesideAverage) if fact.cell is rank.cell), None)
        place = rank_words(rank).replace("it is", f"with {plain(rank.name)}", 1)
        if beside and beside.direction and beside.difference is not None:
            gap = telling.gap(beside.difference, rank.cell, beside.average)
            yield f"{place}, {gap} {above(beside.direction)} the average"
        yield f"{place}, at {telling.brief(rank.cell)}"
        yield place
    extremes = telling.facts.one(Extremes, row.name)
    if extremes and extremes.highest and extremes.lowest:
        high, low = extremes.highest, extremes.lowest
        yield f"from {telling.brief(low[0])} {of(*low)} to {telling.brief(high[0])} {of(*high)}"
        yield f"from {telling.brief(low[0])} to {telling.brief(high[0])}"
    elif extremes and extremes.highest:
        yield f"with the highest figure shown {telling.brief(extremes.highest[0])}, {of(*extremes.highest)}"
    if len(shown) == 1:
        yield f"at {telling.brief(shown[0])} {of(shown[0])}"
    elif shown:
        yield f"with figures for {len(shown)} {'places' if any(cell.point.role for cell in shown) else 'categories'}"


def _several_tails(telling: Telling) -> Iterator[str]:
    changes = overall_changes(telling).values()
    ways = {change.direction for change in changes}
    if len(changes) == len(telling.rows) and len(ways) == 1:
        way = {1: "rising for", -1: "falling for", 0: "unchanged for"}[ways.pop()]
        spans = {between(change) for change in changes}
        if len(spans) == 1:
            yield f"{way} {telling.groups} {spans.pop()}"
        yield f"{way} {telling.groups}"
    yield f"comparing {say.listed([plain(row.name) for row in telling.rows])}"
    yield f"comparing {len(telling.rows)} groups"
