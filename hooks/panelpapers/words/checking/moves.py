"""Claims about one series in time: its direction, its shape, its highest and lowest, its latest step."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from .claim import Claim, Patterns, direction, rounded
from .table import Figure, Table, ends, steps, way


def moved(claim: Claim) -> Iterator[str]:
    """Check a rise or fall from one figure to a later one: by default over the whole comparable stretch."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2:
        yield "There are no two figures that may be compared."
        return
    earlier, later = stretch[0], stretch[-1]
    if between := claim.names("between"):
        pair = claim.figures("between")
        if len(pair) != 2 or len(between) != 2:
            yield "It does not name two periods."
            return
        earlier, later = pair
    earlier = _named(claim, "start", earlier)
    later = _named(claim, "end", later)
    if hindrance := claim.table.hindrance(earlier, later):
        yield f"These figures may not be compared: {hindrance}."
        return
    way_told = direction(claim.word("verb"))
    yield from claim.change_is(earlier, later, way_told)
    yield from claim.amount_is("from", earlier)
    yield from claim.amount_is("to", later)
    yield from claim.amount_is("rounds", later)
    yield from claim.amount_is("rounds", earlier)
    if later is not stretch[-1]:
        yield f"The latest figure is for {stretch[-1].label}."
    certain = None not in steps(stretch)
    if claim.table.only and certain and not _within(claim.table, stretch, earlier, later, way_told):
        yield "The figures between went higher or lower than both ends."


def _named(claim: Claim, name: str, default: Figure) -> Figure:
    """Give the one figure that a clause names, or another where it names none."""
    found = claim.figures(name)
    return found[0] if len(found) == 1 else default


def _within(table: Table, stretch: list[Figure], earlier: Figure, later: Figure, told: int) -> bool:
    """Whether no figure between two others is seen to lie beyond them."""
    inside = stretch[stretch.index(earlier) if earlier in stretch else 0 : stretch.index(later)]
    beyond = [one for one in inside if way(earlier, one) == -told or way(one, later) == -told]
    shown = [rounded(one.value, table.decimals) for one in (earlier, later, *inside) if one.value is not None]
    low, high = min(shown, default=None), max(shown, default=None)
    first_and_last = [rounded(one.value, table.decimals) for one in (earlier, later) if one.value is not None]
    return not beyond or {low, high} == set(first_and_last)


def _spans(claim: Claim, stretch: list[Figure]) -> Iterator[str]:
    """Check the two ends of the time that a clause names: the earlier comes first."""
    if claim.names("between") not in ((), (stretch[0].label, stretch[-1].label)):
        yield f"This is so between {stretch[0].label} and {stretch[-1].label}."


def turned(claim: Claim) -> Iterator[str]:
    """Check a peak or a trough: one turn, all figures that share it, and the way down or up from it."""
    stretch = claim.table.stretch(claim.series)
    later = claim.word("then")
    told = direction(claim.word("first")) if claim.word("first") else -direction(later)
    if later and direction(later) != -told:
        yield "A turn goes first one way and then the other."
    moves = [step for step in steps(stretch) if step != 0]
    changes = sum(one != other for one, other in pairwise(moves))
    if None in moves or changes != 1 or moves[0] != told:
        yield "The figures do not turn once in this way."
        return
    turning = ends(stretch, told)
    yield from claim.amount_is("from", stretch[0])
    yield from claim.amount_is("turn", turning[0])
    yield from claim.amount_is("to", stretch[-1])
    yield from claim.names_are("start", stretch[:1])
    yield from claim.names_are("at", turning)
    yield from claim.names_are("end", stretch[-1:])
    yield from _spans(claim, stretch)


def wavered(claim: Claim) -> Iterator[str]:
    """Check that figures have no clear pattern: they turn at least twice."""
    stretch = claim.table.stretch(claim.series)
    moves = [step for step in steps(stretch) if step != 0]
    if None in moves or sum(one != other for one, other in pairwise(moves)) < 2:
        yield "The figures have a clear pattern, or too few of them can be compared."
        return
    yield from claim.amount_is("to", stretch[-1])
    yield from claim.names_are("end", stretch[-1:])
    yield from _spans(claim, stretch)


def stayed(claim: Claim) -> Iterator[str]:
    """Check that figures stayed the same, or moved away and came back to the same."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2 or way(stretch[0], stretch[-1]) != 0:
        yield "The first and the latest figure are not the same."
        return
    same = all(step == 0 for step in steps(stretch))
    if same != claim.word("verb").startswith("stay"):
        yield f"The figures {'stayed the same' if same else 'moved in between'}."
    yield from claim.amount_is("to", stretch[-1])
    yield from _spans(claim, stretch)


def stood(claim: Claim) -> Iterator[str]:
    """Check the latest figure; an earlier one may stand beside it where their ranges overlap."""
    actual = claim.table.actual(claim.series) if claim.series else []
    latest = actual[-1] if actual else None
    if claim.get("from", object) is not None:
        named = claim.figures("start")
        yield from claim.amount_is("from", named[0] if len(named) == 1 else None)
        if latest is None or len(named) != 1 or named[0] is latest or way(named[0], latest) is not None:
            yield "These two figures are not an earlier and a later one whose ranges overlap."
    yield from claim.amount_is("to", latest)
    yield from claim.names_are("end", actual[-1:])


def nothing_shown(claim: Claim) -> Iterator[str]:
    """Check that there is no figure to show."""
    rows = [claim.series] if claim.series else list(claim.table.rows)
    if any(figure.actual for row in rows for figure in claim.table.row(row)):
        yield "There is a figure to show."


def against_first(claim: Claim) -> Iterator[str]:
    """Check the latest figure against the first."""
    stretch = claim.table.stretch(claim.series)
    actual = claim.table.actual(claim.series)
    if len(stretch) < 2 or stretch[0] is not actual[0]:
        yield "The first figure and the latest may not be compared."
        return
    yield from claim.change_is(stretch[0], stretch[-1], direction(claim.word("side")))
    yield from claim.amount_is("from", stretch[0])
    yield from claim.names_are("start", stretch[:1])


def latest_step(claim: Claim) -> Iterator[str]:
    """Check the latest figure against the one before it."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2:
        yield "There is no figure to compare the latest with."
        return
    told = direction(claim.word("verb")) if claim.word("verb") else 0
    yield from claim.change_is(stretch[-2], stretch[-1], told)
    yield from claim.amount_is("from", stretch[-2])
    yield from claim.names_are("start", stretch[-2:-1])


def first_figure(claim: Claim) -> Iterator[str]:
    """Check the first figure that is shown."""
    actual = claim.table.actual(claim.series)
    yield from claim.amount_is("from", actual[0] if actual else None)
    yield from claim.names_are("start", actual[:1])


def how_many(claim: Claim) -> Iterator[str]:
    """Check how many figures the chart shows, for how many periods, and whether there is an earlier one."""
    shown = [one for one in claim.table.all() if one.shown]
    if claim.get("count", int) != len(shown):
        yield f"The chart shows {len(shown)} figures."
    if (claim.word("noun") == "figure") != (len(shown) == 1):
        yield "One figure, several figures."
    periods = claim.get("periods", int)
    if periods is not None and periods != len(claim.table.labels):
        yield f"The axis has {len(claim.table.labels)} periods."
    if claim.word("alone") and len(shown) != 1:
        yield "There is an earlier figure."
    if claim.names("at"):
        yield from claim.names_are("at", shown)


CHANGE: Final = (
    "[ by {gap}[ ({relative:number})]][[,] from {from:amount}[ {start:when}]][[,] to {to:amount}"
    "[ {end:when}]]"
    "[[,] {between}]"
)
RULES: Final[Patterns] = (
    ("{series:subject} <verb:rose|fell>[ overall]" + CHANGE + "[, and rounds to {rounds:amount} in both]", moved),
    ("that is <verb:a rise|a fall>[ of {gap}[ ({relative:number})]][,][ from {from:amount}[ {start:when}]]", moved),
    (
        "{series:subject} <first:rose|fell>[ from {from:amount} {start:when}] to {turn:amount}[ {at:when}], "
        "then <then:rose|fell> to {to:amount} {end:when}",
        turned,
    ),
    ("{series:subject} <moved up and down with|had> no clear pattern, and stood at {to:amount} {end:when}", wavered),
    ("{series:subject} <verb:stayed at|moved away and came back to> {to:amount} {between}", stayed),
    ("{series:subject} stood at {to:amount}[ {end:when}]", stood),
    ("{series:subject} stood at {from:amount} {start:when}, and at {to:amount} {end:when}", stood),
    ("{series:subject} has no figure that is available", nothing_shown),
    ("no figure is available[ for the {measure}[<, | for >{place}]]", nothing_shown),
    ("the {chart} has no figures yet", nothing_shown),
    (
        "the latest figure is {gap}[ ({relative:number})] <side:above|below> the first"
        "[, which is {from:amount} {start:when}]",
        against_first,
    ),
    (
        "the latest change is <verb:a rise|a fall> of {gap}[ ({relative:number})][, from {from:amount} {start:when}]",
        latest_step,
    ),
    ("the latest figure is the same as the one before", latest_step),
    ("the first figure is {from:amount}, {start:when}", first_figure),
    (
        "the {chart} shows {count} <noun:figures|figure>[, {at:when}]"
        "[ for {periods:count} <periods|period>][alone:, and there is no earlier figure to compare it with]",
        how_many,
    ),
)
