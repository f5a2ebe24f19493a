"""What happened between figures that may be compared: a rise, a fall, a turn, a step, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from ...facts.fact import Change, Trend
from ...facts.grid import Row
from ..nouns import plain
from ..pattern import Pattern
from ..proof.claim import Claim, rounded
from ..proof.evidence import Figure, Table, direction, ends, steps, way
from ..sentences import Clause, Place
from ..telling import Telling, moved, overall, side, stayed


def movement(claim: Claim) -> Iterator[str]:
    """Check a rise or fall from one figure to a later one: over the whole comparable stretch."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2:
        yield "There are no two figures that may be compared."
        return
    earlier, later = stretch[0], stretch[-1]
    told = direction(claim.word("verb"))
    claim.says("move")
    yield from claim.change_is(earlier, later, told)
    for name, figure in (("from", earlier), ("to", later), ("rounds", later), ("rounds", earlier)):
        yield from claim.amount_is(name, figure)
    yield from claim.names_are("start", [earlier])
    yield from claim.names_are("end", [later])
    yield from claim.in_order_are("between", [earlier, later])
    if claim.table.only and None not in steps(stretch) and not _within(claim.table, stretch, told):
        yield "The figures between went higher or lower than both ends."


def _within(table: Table, stretch: list[Figure], told: int) -> bool:
    """Whether no figure between the first and the last is seen to lie beyond them."""
    earlier, later, inside = stretch[0], stretch[-1], stretch[1:-1]
    if not any(-told in (way(earlier, figure), way(figure, later)) for figure in inside):
        return True
    both = [rounded(figure.value, table.decimals) for figure in (earlier, later) if figure.value is not None]
    shown = both + [rounded(figure.value, table.decimals) for figure in inside if figure.value is not None]
    return {min(shown, default=None), max(shown, default=None)} == set(both)


def turn(claim: Claim) -> Iterator[str]:
    """Check a peak or a trough: one turn, all figures that share it, and the way down or up from it."""
    stretch = claim.table.stretch(claim.series)
    then = direction(claim.word("then"))
    if claim.word("first") and direction(claim.word("first")) != -then:
        yield "A turn goes first one way and then the other."
    if turns(stretch) != 1 or then == next(step for step in steps(stretch) if step):
        yield "The figures do not turn once in this way."
        return
    yield from claim.figures_are("from", "start", stretch[:1])
    yield from claim.figures_are("turn", "at", ends(stretch, -then))
    yield from _ends_at(claim, stretch)


def turns(stretch: list[Figure]) -> int:
    """Count how often figures turn from rising to falling or back; -1 where ranges leave a step open."""
    moves = [step for step in steps(stretch) if step != 0]
    return -1 if None in moves else sum(step != following for step, following in pairwise(moves))


def _ends_at(claim: Claim, stretch: list[Figure]) -> Iterator[str]:
    """Check the last of the comparable figures, and the two ends of the time that a clause names."""
    yield from claim.figures_are("to", "end", stretch[-1:])
    yield from claim.in_order_are("between", [stretch[0], stretch[-1]])


def waver(claim: Claim) -> Iterator[str]:
    """Check that figures have no clear pattern: they turn at least twice."""
    stretch = claim.table.stretch(claim.series)
    if turns(stretch) < 2:
        yield "The figures have a clear pattern, or too few of them can be compared."
        return
    yield from _ends_at(claim, stretch)


def constant(claim: Claim) -> Iterator[str]:
    """Check that figures stayed the same, or moved away and came back to the same."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2 or way(stretch[0], stretch[-1]) != 0:
        yield "The first and the latest figure are not the same."
        return
    same = all(step == 0 for step in steps(stretch))
    if same != claim.word("verb").startswith("stay"):
        yield f"The figures {'stayed the same' if same else 'moved in between'}."
    yield from _ends_at(claim, stretch)


def against_first(claim: Claim) -> Iterator[str]:
    """Check the last of the comparable figures against the first."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2 or stretch[0] is not claim.table.actual(claim.series)[0]:
        yield "The first figure and the latest may not be compared."
        return
    yield from claim.change_is(stretch[0], stretch[-1], direction(claim.word("side")))
    yield from claim.figures_are("from", "start", stretch[:1])


def latest_step(claim: Claim) -> Iterator[str]:
    """Check the last of the comparable figures against the one before it."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 2:
        yield "There is no figure to compare the latest with."
        return
    told = direction(claim.word("verb")) if claim.word("verb") else 0
    yield from claim.change_is(stretch[-2], stretch[-1], told)
    yield from claim.figures_are("from", "start", stretch[-2:-1])


def every_step(claim: Claim) -> Iterator[str]:
    """Check that each figure is higher, or lower, than the one before, and how many figures those are."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 3 or any(step != direction(claim.word("side")) for step in steps(stretch)):
        yield f"Not every figure is {claim.word('side')} than the one before."
    yield from claim.comparable_are(stretch)


SIZE: Final = "{gap}[ ({relative:number})]"
CHANGE: Final = "<" + "|".join(
    (
        f" by {SIZE}, from {{from:amount}} {{start:when}} to {{to:amount}} {{end:when}}",
        f" by {SIZE}, from {{from:amount}} to {{to:amount}}[, {{between}}]",
        f" by {SIZE}, to {{to:amount}}[ {{end:when}}]",
        f" by {SIZE}[ {{between}}]",
        " from {from:amount} {start:when} to {to:amount} {end:when}",
        " from {from:amount} to {to:amount}[ {between}]",
        " to {to:amount}[ {end:when}]",
        " {between}>",
    )
)
"""How large a change is, from what to what and between when: as much of it as there is room for."""
MOVED: Final = Pattern(
    "{series:subject} <verb:rose|fell>" + CHANGE + "[, and rounds to {rounds:amount} in both]", movement
)
THAT_IS: Final = Pattern(
    f"that is <verb:a rise|a fall><[ of {SIZE}], from {{from:amount}} {{start:when}}| of {SIZE}>",
    movement,
    after="move",
)
TURNED: Final = Pattern(
    "{series:subject} <first:rose|fell>[ from {from:amount} {start:when}] to {turn:amount}[ {at:when}], "
    "then <then:rose|fell> to {to:amount} {end:when}",
    turn,
)
WAVERED: Final = Pattern(
    "{series:subject} moved up and down with no clear pattern, and the latest figure is {to:amount}, {end:when}",
    waver,
)
STAYED: Final = Pattern(
    "{series:subject} <verb:stayed at|moved away and came back to> {to:amount} {between}", constant
)
AGAINST_FIRST: Final = Pattern(
    f"the latest figure is {SIZE} <side:above|below> the first" + "[, which is {from:amount} {start:when}]",
    against_first,
)
LATEST_STEP: Final = Pattern(
    f"the latest change is <verb:a rise|a fall> of {SIZE}" + "[, from {from:amount} {start:when}]", latest_step
)
SAME_AS_BEFORE: Final = Pattern("the latest figure is the same as the one before", latest_step)
EVERY_STEP: Final = Pattern(
    "each <of the {count} [comparable:comparable ]figures|figure> in the {chart} "
    "is <side:higher|lower> than the one before",
    every_step,
)
MESSAGES: Final = (MOVED, TURNED, WAVERED, STAYED)
PATTERNS: Final = (*MESSAGES, THAT_IS, AGAINST_FIRST, LATEST_STEP, SAME_AS_BEFORE, EVERY_STEP)


def message(telling: Telling, row: Row) -> Iterator[tuple[Pattern, dict[str, Any]]]:
    """Give what happened to a series, from the best wording to the shortest: a pattern, and values of its slots.

    Nothing where no change may be claimed.
    """
    change, trend = overall(telling, row), telling.facts.one(Trend, row.name)
    if change is None:
        return
    ends_at = {"to": change.later, "end": [change.later]}
    span = {"between": [change.earlier, change.later]}
    if trend and trend.turning and _turn_shows(telling, change, trend):
        first, then = ("rose", "fell") if trend.shape == "peak then fall" else ("fell", "rose")
        turned = {"first": first, "then": then, "turn": trend.turning[0], **ends_at}
        start = {"from": change.earlier, "start": [change.earlier]}
        yield TURNED, {**turned, **start, "at": list(trend.turning)}
        yield TURNED, {**turned, "at": list(trend.turning)}
        yield TURNED, turned
    elif trend and trend.shape == "no clear pattern":
        yield WAVERED, ends_at
    elif change.direction:
        yield from ((MOVED, {"verb": moved(change.direction), **values}) for values in sizes(telling, change))
    elif stayed(telling, row):
        yield STAYED, {"verb": "stayed at", "to": change.later, **span}
    elif trend:
        # Likely ranges can leave open what is between a first and a last figure that are the same.
        yield STAYED, {"verb": "moved away and came back to", "to": change.later, **span}


def sizes(telling: Telling, change: Change) -> Iterator[dict[str, Any]]:
    """Give the values of ``CHANGE``, from all to the fewest."""
    size, span = telling.size(change), {"between": [change.earlier, change.later]}
    begins, ends_at = {"from": change.earlier, "start": [change.earlier]}, {"to": change.later, "end": [change.later]}
    if change.difference is None:
        yield begins | ends_at
        yield ends_at
    elif telling.alike(change.earlier, change.later):
        yield size | span | {"rounds": change.later}
        yield size | span
    else:
        yield size | begins | ends_at
        yield size | span | {"from": change.earlier, "to": change.later}
        yield begins | ends_at
        yield span | {"from": change.earlier, "to": change.later}
        yield ends_at
        yield {"to": change.later}


def _turn_shows(telling: Telling, change: Change, trend: Trend) -> bool:
    """Whether a peak or trough can still be seen when the figures are rounded."""
    return not telling.alike(change.earlier, trend.turning[0]) and not telling.alike(trend.turning[0], change.later)


def subjects(telling: Telling, row: Row) -> Iterator[str]:
    """Give ways to name what moved, the fullest first."""
    if telling.indicator.series and row.name != telling.indicator.place:
        yield f"the {telling.measure} ({plain(row.name)}) for {telling.place}"
    yield from (*telling.subjects[:2], f"the figure for {telling.place}", "the figure")


def size(telling: Telling, row: Row, told: Pattern | None, said: dict[str, Any]) -> Iterator[Clause]:
    """Say how large the change is and where it began, as far as the message does not."""
    change = overall(telling, row)
    if change is None or not change.direction or {"gap", "from"} <= said.keys():
        return
    begins = {"from": change.earlier, "start": [change.earlier]}
    values = telling.size(change) | begins
    if told is not MOVED:
        if change.difference is not None:
            values["side"] = side(change.direction)
            yield Clause(Place.SIZE, 60, tuple(telling.ways(AGAINST_FIRST, ["from", "start"], **values)))
        return
    values["verb"] = "a rise" if change.direction > 0 else "a fall"
    if "from" in said:
        values = {name: value for name, value in values.items() if name not in begins}
    if change.difference is not None or "from" in values:
        less = [["from", "start"]] if change.difference is not None else []
        yield Clause(Place.SIZE, 97, tuple(telling.ways(THAT_IS, *less, **values)))


def latest_change(telling: Telling, row: Row) -> Iterator[Clause]:
    """Say how the latest figure stands to the one before."""
    step = next((change for change in telling.facts.all(Change, row.name) if change.span == "latest"), None)
    if step is None:
        return
    if step.direction == 0:
        yield Clause(Place.SHAPE, 40, (telling.write(SAME_AS_BEFORE),))
    elif step.difference is not None:
        values = telling.size(step) | {"from": step.earlier, "start": [step.earlier]}
        verb = "a rise" if step.direction > 0 else "a fall"
        yield Clause(Place.SHAPE, 40, tuple(telling.ways(LATEST_STEP, ["from", "start"], verb=verb, **values)))


def every(telling: Telling, trend: Trend, shown: int) -> str:
    """Say that every step has the same direction."""
    partial = len(trend.cells) != shown
    return telling.write(
        EVERY_STEP,
        count=len(trend.cells) if partial else None,
        comparable=partial,
        side="higher" if trend.shape == "strictly rising" else "lower",
    )
