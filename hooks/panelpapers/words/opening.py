"""The first sentence of a figure with one series in time: its message, in the fullest wording that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts.fact import Change, Latest, NotCompared, Trend
from ..facts.grid import Cell, Row
from .sentences import first_fitting, fits, plain
from .telling import Telling, at, between, moved, overall, stayed


@dataclass(frozen=True, slots=True)
class Opening:
    """The message, and which parts of it found room."""

    text: str
    difference: bool
    earlier: bool
    period: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    rest: str
    difference: bool = False
    earlier: bool = True
    period: bool = True


def opening(telling: Telling, row: Row) -> Opening:
    """Write the message of a series. What does not fit is left out whole: first the place, then the measure."""
    if telling.facts.one(Latest, row.name) is None:
        none = f"no figure is available for the {telling.measure}"
        text = first_fitting((f"{none}, {telling.place}", none, "no figure is available"))
        return Opening(text or none, difference=False, earlier=True, period=True)
    frames = list(_frames(telling, row))
    for who in _subjects(telling, row):
        for frame in frames:
            text = f"{who} {frame.rest}"
            if fits(text):
                return Opening(text, frame.difference, frame.earlier, frame.period)
    nothing = "the figures are in the table"
    return Opening(nothing, difference=False, earlier=False, period=False)


def _subjects(telling: Telling, row: Row) -> Iterator[str]:
    measure, place = telling.measure, telling.place
    if telling.indicator.series and row.name != telling.indicator.place:
        yield f"the {measure} ({plain(row.name)}) for {place}"
    yield f"the {measure} for {place}"
    yield f"the {measure}"
    yield f"the figure for {place}"
    yield "the figure"


def _frames(telling: Telling, row: Row) -> Iterator[_Frame]:
    latest = telling.facts.one(Latest, row.name)
    change = overall(telling, row)
    trend = telling.facts.one(Trend, row.name)
    if latest is None:
        return
    if change is None:
        yield from _standing(telling, row, latest.cell)
    elif trend and trend.turning and _turn_shows(telling, change, trend):
        yield from _turn(telling, change, trend)
    elif trend and trend.shape == "no clear pattern":
        yield from _wavering(telling, change)
    elif change.direction == 0:
        yield from _same(telling, row, change)
    else:
        yield from _moving(telling, change, " overall" if trend and "overall" in trend.shape else "")
    yield _Frame(f"stood at {telling.value(latest.cell)} {at(latest.cell)}", earlier=change is None)
    yield _Frame(f"stood at {telling.value(latest.cell)}", earlier=change is None, period=False)


def _standing(telling: Telling, row: Row, cell: Cell) -> Iterator[_Frame]:
    """Name an earlier figure beside the latest where only overlapping ranges keep them from being compared."""
    overlaps = [one for one in telling.facts.all(NotCompared, row.name) if one.obstacle == "ranges overlap"]
    if overlaps:
        earlier = overlaps[0].earlier
        yield _Frame(f"stood at {telling.value(earlier)} {at(earlier)}, and at {telling.value(cell)} {at(cell)}")


def _turn_shows(telling: Telling, change: Change, trend: Trend) -> bool:
    """Whether a peak or trough can still be seen when the figures are rounded."""
    turn = trend.turning[0]
    return not telling.alike(change.earlier, turn) and not telling.alike(turn, change.later)


def _turn(telling: Telling, change: Change, trend: Trend) -> Iterator[_Frame]:
    turn = f"to {telling.value(trend.turning[0])} {at(*trend.turning)}"
    short_turn = f"to {telling.value(trend.turning[0])}"
    first, then = ("rose", "fell") if trend.shape == "peak then fall" else ("fell", "rose")
    start = f"from {telling.value(change.earlier)} {at(change.earlier)}"
    end = f"then {then} to {telling.value(change.later)} {at(change.later)}"
    yield _Frame(f"{first} {start} {turn}, {end}")
    yield _Frame(f"{first} {turn}, {end}", earlier=False)
    yield _Frame(f"{first} {short_turn}, {end}", earlier=False)


def _wavering(telling: Telling, change: Change) -> Iterator[_Frame]:
    end = f"{telling.value(change.later)} {at(change.later)}"
    yield _Frame(f"moved up and down with no clear pattern, and stood at {end}", earlier=False)
    yield _Frame(f"had no clear pattern, and stood at {end}", earlier=False)


def _same(telling: Telling, row: Row, change: Change) -> Iterator[_Frame]:
    """Say that the last figure is the first again, unless likely ranges leave open what is between."""
    value, span = telling.value(change.later), between(change.earlier, change.later)
    if stayed(telling, row):
        yield _Frame(f"stayed at {value} {span}")
    elif telling.facts.one(Trend, row.name):
        yield _Frame(f"moved away and came back to {value} {span}")


def _moving(telling: Telling, change: Change, overall: str) -> Iterator[_Frame]:
    verb = f"{moved(change.direction)}{overall}"
    early, late = telling.value(change.earlier), telling.value(change.later)
    starts, ends = at(change.earlier), at(change.later)
    span = between(change.earlier, change.later)
    if change.difference is None:
        yield _Frame(f"{verb} from {early} {starts} to {late} {ends}")
        yield _Frame(f"{verb} to {late} {ends}", earlier=False)
        return
    by = f"by {telling.gap(change.difference, change.earlier, change.later)}{telling.relative(change.relative)}"
    if telling.alike(change.earlier, change.later):
        yield _Frame(f"{verb} {by} {span}, and rounds to {late} in both", difference=True)
        yield _Frame(f"{verb} {by} {span}", difference=True)
        return
    yield _Frame(f"{verb} {by}, from {early} {starts} to {late} {ends}", difference=True)
    yield _Frame(f"{verb} {by}, from {early} to {late}, {span}", difference=True)
    yield _Frame(f"{verb} from {early} {starts} to {late} {ends}")
    yield _Frame(f"{verb} from {early} to {late} {span}")
    yield _Frame(f"{verb} to {late} {ends}", earlier=False)
    yield _Frame(f"{verb} to {late}", earlier=False, period=False)
