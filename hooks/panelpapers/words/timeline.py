"""The story of one series in time: message, highest and lowest, the size of the change, the latest step."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.fact import BaselineStanding, Change, Extremes, First, NotCompared, Stated, Trend
from ..facts.figure import shown_cells
from ..facts.grid import Row
from . import format as say
from .opening import Opening, opening
from .sentences import Clause
from .telling import Telling, above, at, change_noun, of


def timeline(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the clauses of one series in time."""
    told = opening(telling, row)
    yield Clause(0, 100, (told.text,), alone=True)
    if not (told.measure and told.place):
        yield _naming(telling)
    yield from _size(telling, row, told)
    yield _chart(telling, row)
    yield from _latest_step(telling, row)
    yield from _not_in_the_run(telling, row)


def _naming(telling: Telling) -> Clause:
    chart = telling.chart
    wordings = (
        f"the {chart} shows the {telling.measure} for {telling.place}",
        f"the {chart} shows the {telling.measure}",
        f"the {chart} shows figures for {telling.place}",
        f"the {chart} is named in the heading",
    )
    return Clause(1, 99, wordings, alone=True)


def _size(telling: Telling, row: Row, told: Opening) -> Iterator[Clause]:
    """Say how large the change is, where the message does not."""
    change = _overall(telling, row)
    if change is None or change.difference is None:
        return
    gap = telling.gap(change.difference, change.earlier, change.later)
    straight = "rose" in told.text.split() or "fell" in told.text.split()
    turns = " then " in told.text
    if change.direction and straight and not turns and not told.difference:
        yield Clause(2, 97, (f"that is {change_noun(change.direction)} of {gap}{telling.relative(change.relative)}",))
    elif change.direction and not told.difference:
        first = f"which is {telling.value(change.earlier)} {at(change.earlier)}"
        side = above(change.direction)
        size = f"{gap}{telling.relative(change.relative)}"
        yield Clause(
            5,
            60,
            (
                f"the latest figure is {size} {side} the first, {first}",
                f"the latest figure is {size} {side} the first",
            ),
        )


def _overall(telling: Telling, row: Row) -> Change | None:
    return next((one for one in telling.facts.all(Change, row.name) if one.span == "overall"), None)


def _chart(telling: Telling, row: Row) -> Clause:
    """Say what the chart shows: the shape where every step has the same direction, else highest and lowest."""
    trend, extremes = telling.facts.one(Trend, row.name), telling.facts.one(Extremes, row.name)
    shown = len(shown_cells(row))
    if trend and trend.shape in ("strictly rising", "strictly falling"):
        which = "higher" if trend.shape == "strictly rising" else "lower"
        group = "each figure" if len(trend.cells) == shown else f"each of the {len(trend.cells)} comparable figures"
        return Clause(3, 96, (f"{group} in the {telling.chart} is {which} than the one before",))
    if extremes and extremes.among > 2:
        return Clause(3, 96, (*_extremes(telling, extremes, shown), _count(telling, row)))
    return Clause(3, 96, (_count(telling, row),))


def _extremes(telling: Telling, extremes: Extremes, shown: int) -> Iterator[str]:
    group = "figures" if extremes.among == shown else "comparable figures"
    opening_words = f"of the {extremes.among} {group} in the {telling.chart}"
    high = f"the highest is {telling.value(extremes.highest[0])}, {at(*extremes.highest)}" if extremes.highest else ""
    low = f"the lowest is {telling.value(extremes.lowest[0])}, {at(*extremes.lowest)}" if extremes.lowest else ""
    if high and low:
        yield f"{opening_words}, {high}, and {low}"
    for one in (high, low):
        if one:
            yield f"{opening_words}, {one}"


def _count(telling: Telling, row: Row) -> str:
    shown = len(shown_cells(row))
    if not shown:
        return f"the {telling.chart} has no figures yet"
    figures = say.counted(shown, "figure", "figures")
    if shown == 1 and not telling.facts.all(Stated) and not telling.facts.all(BaselineStanding):
        return f"the {telling.chart} shows {figures}, and there is no earlier figure to compare it with"
    return f"the {telling.chart} shows {figures}"


def _latest_step(telling: Telling, row: Row) -> Iterator[Clause]:
    step = next((one for one in telling.facts.all(Change, row.name) if one.span == "latest"), None)
    if step is None:
        return
    if step.direction == 0:
        yield Clause(6, 40, ("the latest figure is the same as the one before",))
    elif step.difference is not None:
        gap = f"{telling.gap(step.difference, step.earlier, step.later)}{telling.relative(step.relative)}"
        change = f"the latest change is {change_noun(step.direction)} of {gap}"
        yield Clause(6, 40, (f"{change}, from {telling.value(step.earlier)} {at(step.earlier)}", change))


def _not_in_the_run(telling: Telling, row: Row) -> Iterator[Clause]:
    """Name the first figure where it cannot be compared with the latest."""
    first = telling.facts.one(First, row.name)
    apart = [one for one in telling.facts.all(NotCompared, row.name) if one.obstacle != "ranges overlap"]
    if first and first.cell in [one.earlier for one in apart]:
        yield Clause(4, 75, (f"the first figure is {telling.value(first.cell)}, {of(first.cell)}",))
