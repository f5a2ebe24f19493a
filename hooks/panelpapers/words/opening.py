"""The first sentence of a figure with one series in time: its message, in the fullest wording that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..facts.fact import Change, Latest, Trend
from ..facts.grid import Cell, Row
from .sentences import first_fitting, fits, plain
from .telling import Telling, at, between, moved, overall, ranges_overlap, stayed


@dataclass(frozen=True, slots=True)
class Opening:
    """The message, or what it says behind the name of its subject, and which parts of it found room."""

    text: str
    difference: bool = False
    earlier: bool = True
    period: bool = True


def opening(telling: Telling, row: Row) -> Opening:
    """Write the message of a series. What does not fit is left out whole: first the place, then the measure."""
    latest = telling.facts.one(Latest, row.name)
    if latest is None:
        none = f"no figure is available for the {telling.measure}"
        return Opening(first_fitting((f"{none}, {telling.place}", none, "no figure is available")) or none)
    frames = list(_frames(telling, row, latest.cell))
    for who in _subjects(telling, row):
        for frame in frames:
            text = f"{who} {frame.text}"
            if fits(text):
                return replace(frame, text=text)
    return Opening("the figures are in the table", earlier=False, period=False)


def _subjects(telling: Telling, row: Row) -> Iterator[str]:
    if telling.indicator.series and row.name != telling.indicator.place:
        yield f"the {telling.measure} ({plain(row.name)}) for {telling.place}"
    yield from (*telling.subjects[:2], f"the figure for {telling.place}", "the figure")


def _frames(telling: Telling, row: Row, latest: Cell) -> Iterator[Opening]:
    change, trend = overall(telling, row), telling.facts.one(Trend, row.name)
    late = telling.value(latest)
    if change is None:
        # An earlier figure stands beside the latest where only overlapping ranges keep them from being compared.
        if apart := ranges_overlap(telling, row):
            early = f"{telling.value(apart.earlier)} {at(apart.earlier)}"
            yield Opening(f"stood at {early}, and at {late} {at(latest)}")
    elif trend and trend.turning and _turn_shows(telling, change, trend):
        yield from _turn(telling, change, trend)
    elif trend and trend.shape == "no clear pattern":
        yield Opening(f"moved up and down with no clear pattern, and stood at {late} {at(latest)}", earlier=False)
        yield Opening(f"had no clear pattern, and stood at {late} {at(latest)}", earlier=False)
    elif change.direction == 0:
        # Likely ranges can leave open what is between a first and a last figure that are the same.
        if stayed(telling, row):
            yield Opening(f"stayed at {late} {between(change)}")
        elif trend:
            yield Opening(f"moved away and came back to {late} {between(change)}")
    else:
        yield from _moving(telling, change, " overall" if trend and "overall" in trend.shape else "")
    yield Opening(f"stood at {late} {at(latest)}", earlier=change is None)
    yield Opening(f"stood at {late}", earlier=change is None, period=False)


def _turn_shows(telling: Telling, change: Change, trend: Trend) -> bool:
    """Whether a peak or trough can still be seen when the figures are rounded."""
    turn = trend.turning[0]
    return not telling.alike(change.earlier, turn) and not telling.alike(turn, change.later)


def _turn(telling: Telling, change: Change, trend: Trend) -> Iterator[Opening]:
    turn = f"to {telling.value(trend.turning[0])} {at(*trend.turning)}"
    first, then = ("rose", "fell") if trend.shape == "peak then fall" else ("fell", "rose")
    start = f"from {telling.value(change.earlier)} {at(change.earlier)}"
    end = f"then {then} to {telling.value(change.later)} {at(change.later)}"
    yield Opening(f"{first} {start} {turn}, {end}")
    yield Opening(f"{first} {turn}, {end}", earlier=False)
    yield Opening(f"{first} to {telling.value(trend.turning[0])}, {end}", earlier=False)


def _moving(telling: Telling, change: Change, overall: str) -> Iterator[Opening]:
    verb = f"{moved(change.direction)}{overall}"
    early, late = telling.value(change.earlier), telling.value(change.later)
    starts, ends = at(change.earlier), at(change.later)
    span = between(change)
    if change.difference is None:
        yield Opening(f"{verb} from {early} {starts} to {late} {ends}")
        yield Opening(f"{verb} to {late} {ends}", earlier=False)
        return
    by = f"by {telling.step(change)}"
    if telling.alike(change.earlier, change.later):
        yield Opening(f"{verb} {by} {span}, and rounds to {late} in both", difference=True)
        yield Opening(f"{verb} {by} {span}", difference=True)
        return
    yield Opening(f"{verb} {by}, from {early} {starts} to {late} {ends}", difference=True)
    yield Opening(f"{verb} {by}, from {early} to {late}, {span}", difference=True)
    yield Opening(f"{verb} from {early} {starts} to {late} {ends}")
    yield Opening(f"{verb} from {early} to {late} {span}")
    yield Opening(f"{verb} to {late} {ends}", earlier=False)
    yield Opening(f"{verb} to {late}", earlier=False, period=False)
