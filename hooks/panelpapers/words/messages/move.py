"""What happened between figures that may be compared: a rise, a fall, a turn, a step, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from ...facts.comparing import actual
from ...facts.fact import Change, NoShape, PartPeriod
from ...facts.grid import Row
from ...facts.signs import GapMoved
from ..pattern import Pattern
from ..proof.claim import Claim, rounded
from ..proof.evidence import Figure, Table, direction, months, steps, way
from ..proof.shapes import mostly, small
from ..sentences import Clause, Place
from ..telling import LATEST, Mark, Telling, message_change, moved, side, stayed

_GAP: Final = re.compile(r"\b(?:gap|difference|disparity)\b", re.IGNORECASE)
"""What the name of a measure has that narrows and widens."""


def movement(claim: Claim) -> Iterator[str]:
    """Check a rise or fall over the comparable figures, or from the same part of the year before to the latest."""
    table, series = claim.table, claim.series
    whole, of_a_year = table.whole_change(series), table.change_of_a_year(series)
    begins = {*claim.names("start"), *claim.names("between")[:1]}
    named = [pair for pair in (whole, of_a_year) if pair and pair[0].label in begins]
    pair = of_a_year if claim.word("yearly") else named[0] if named else table.leading(series)
    if pair is None:
        yield "There are no two figures that may be compared."
        return
    earlier, later = pair
    told = _told(claim, earlier, later)
    claim.says("move")
    claim.says("message")
    claim.tells(series)
    if table.only and pair != whole and not (begins or claim.word("yearly") or claim.word("verb").startswith("a ")):
        yield "It does not say that this is the change of a year."
    yield from claim.change_is(earlier, later, told)
    for name, figure in (("from", earlier), ("to", later)):
        yield from claim.amount_is(name, figure)
        yield from claim.mark_is("rounds", figure.value)
    yield from claim.names_are("start", [earlier])
    yield from claim.names_are("end", [later])
    yield from claim.in_order_are("between", [earlier, later])
    stretch = table.stretch(series)
    if table.only and pair != of_a_year and None not in steps(stretch) and not _within(table, stretch, told):
        yield "The figures between went higher or lower than both ends."


def _told(claim: Claim, earlier: Figure, later: Figure) -> int:
    """Give the way that the verb of a clause tells; of a gap that narrows or widens, the way that this is."""
    verb = claim.word("verb")
    if not ("narrow" in verb or "widen" in verb):
        return direction(verb)
    before, after, went = earlier.value or Decimal(0), later.value or Decimal(0), way(earlier, later) or 0
    is_gap = _GAP.search(claim.table.indicator.measure) and before * after >= 0
    right = is_gap and (abs(after) < abs(before)) == ("narrow" in verb)
    return went if right else -went or 1


def _within(table: Table, stretch: list[Figure], told: int) -> bool:
    """Whether no figure between the first and the last is seen to lie beyond them."""
    earlier, later, inside = stretch[0], stretch[-1], stretch[1:-1]
    if mostly(stretch) == told:
        return True
    if not any(-told in (way(earlier, figure), way(figure, later)) for figure in inside):
        return True
    both = [rounded(figure.value, table.decimals) for figure in (earlier, later) if figure.value is not None]
    shown = both + [rounded(figure.value, table.decimals) for figure in inside if figure.value is not None]
    return {min(shown, default=None), max(shown, default=None)} == set(both)


def constant(claim: Claim) -> Iterator[str]:
    """Check that figures stayed the same, or moved away and came back to the same."""
    stretch, pair = claim.table.stretch(claim.series), claim.table.whole_change(claim.series)
    if claim.word("yearly"):
        pair = claim.table.change_of_a_year(claim.series)
    if pair is None or way(*pair) != 0:
        yield "The first and the latest figure are not the same."
        return
    claim.says("message")
    same = all(step == 0 for step in steps(stretch)) or bool(claim.word("yearly"))
    if same != claim.word("verb").startswith("stay"):
        yield f"The figures {'stayed the same' if same else 'moved in between'}."
    yield from claim.figures_are("to", "end", pair[1:])
    yield from claim.in_order_are("between", pair)


def against_first(claim: Claim) -> Iterator[str]:
    """Check the last of the comparable figures against the first."""
    pair = claim.table.whole_change(claim.series)
    if pair is None or pair[0] is not claim.table.actual(claim.series)[0]:
        yield "The first figure and the latest may not be compared."
        return
    yield from claim.latest_is(pair[1])
    yield from claim.change_is(*pair, direction(claim.word("side")))
    yield from claim.figures_are("from", "start", pair[:1])


def latest_step(claim: Claim) -> Iterator[str]:
    """Check the last of the comparable figures against the one before it."""
    table, stretch = claim.table, claim.table.stretch(claim.series)
    if len(stretch) < 2:
        yield "There is no figure to compare the latest with."
        return
    if small(table, stretch):
        yield "Of small counts no change is told."
    told = _told(claim, stretch[-2], stretch[-1]) if claim.word("verb") else 0
    yield from claim.change_is(stretch[-2], stretch[-1], told)
    yield from claim.figures_are("from", "start", stretch[-2:-1])


def same_as_before(claim: Claim) -> Iterator[str]:
    """Check that the last of the comparable figures is the same as the one before it."""
    yield from latest_step(claim)
    if stretch := claim.table.stretch(claim.series):
        yield from claim.latest_is(stretch[-1])


def part_of_a_year(claim: Claim) -> Iterator[str]:
    """Check the latest figure, which is for a part of a year, beside the same part of the year before."""
    part = claim.table.part(claim.series)
    if part is None:
        yield "The latest figure is not for a part of those that are compared."
        return
    claim.says("part")
    yield from claim.figures_are("to", "when", [part])
    yield from length_is(claim, part)
    before = claim.table.a_year_before(part)
    if not claim.word("length") and not claim.word("side"):
        yield "It does not say that the figure is for another length of time."
    if not claim.word("side"):
        return
    if before is None:
        yield "There is no figure for the same part of the year before."
        return
    yield from claim.change_is(before, part, {"above": 1, "below": -1, "equal to": 0}[claim.word("side")])
    yield from claim.amount_is("from", before)


def length_is(claim: Claim, part: Figure) -> Iterator[str]:
    """Check that a figure is for a part of a year, or of another length of time, where the clause says it."""
    last, length = months(claim.table.stretch(part.series)[-1].period), months(part.period)
    shorter = last == 12 and length is not None and length < 12
    if claim.word("length") and (claim.word("length") == "a part of a year") != shorter:
        yield "The figure is for another length of time."


_NOUNS: Final = {"rose": "a rise", "fell": "a fall", "narrowed": "a narrowing", "widened": "a widening"}
_CHANGED: Final = f"<verb:{'|'.join(_NOUNS.values())}>"
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
    "{series:subject} <verb:rose|fell|narrowed|widened>[yearly: in a year]"
    + CHANGE
    + "[, and rounds to {rounds:amount} in both]",
    movement,
)
THAT_IS: Final = Pattern(
    f"that is {_CHANGED}<[ of {SIZE}], from {{from:amount}} {{start:when}}| of {SIZE}>",
    movement,
    after="move",
)
STAYED: Final = Pattern(
    "{series:subject} <verb:stayed at|moved away and came back to> {to:amount}"
    "[< {between}[yearly:, at the same time of year]|<yearly:, as a year before>>]",
    constant,
)
AGAINST_FIRST: Final = Pattern(
    f"{LATEST} is {SIZE} <side:above|below> the first" + "[, which is {from:amount} {start:when}]",
    against_first,
)
LATEST_STEP: Final = Pattern(
    f"the latest change is {_CHANGED} of {SIZE}" + "[, from {from:amount} {start:when}]",
    latest_step,
)
SAME_AS_BEFORE: Final = Pattern(LATEST + " is the same as the one before", same_as_before)
LENGTH: Final = "<length:a part of a year|another length of time>"
PART: Final = Pattern(
    "{when},[ which is " + LENGTH + ",] the figure is {to:amount}"
    "[, [{gap}[ ({relative:number})] ]<side:above|below|equal to> the {from:amount} "
    "of the same months a year before]",
    part_of_a_year,
)
PATTERNS: Final = (MOVED, STAYED, THAT_IS, AGAINST_FIRST, LATEST_STEP, SAME_AS_BEFORE, PART)


def sizes(telling: Telling, change: Change) -> Iterator[dict[str, Any]]:
    """Give the values of ``CHANGE``, from all to the fewest."""
    size, span = telling.size(change), {"between": [change.earlier, change.later]}
    begins, ends_at = {"from": change.earlier, "start": [change.earlier]}, {"to": change.later, "end": [change.later]}
    if change.difference is None:
        yield begins | ends_at
        yield ends_at
    elif telling.alike(change.earlier, change.later):
        yield size | span | {"rounds": Mark(change.later.value or Decimal(0))}
        yield size | span
    else:
        yield size | begins | ends_at
        yield size | span | {"from": change.earlier, "to": change.later}
        yield begins | ends_at
        yield span | {"from": change.earlier, "to": change.later}
        yield ends_at
        yield {"to": change.later}


def change_verb(telling: Telling, change: Change) -> str:
    """Give the verb of a change: what rose or fell, or of a gap whether it narrowed or widened."""
    gaps = {id(found.change): found.way for found in telling.facts.all(GapMoved)}
    return gaps.get(id(change), moved(change.direction))


def change_noun(telling: Telling, change: Change) -> str:
    """Give the noun of a change: ``a rise``, ``a narrowing``."""
    return _NOUNS[change_verb(telling, change)]


def subjects(telling: Telling, row: Row) -> Iterator[str]:
    """Give ways to name what moved, the fullest first."""
    if telling.indicator.series and row.name != telling.indicator.place:
        yield telling.subject("of a series", row.name)
    yield from map(telling.subject, ("in full", "measure", "figure of", "figure"))


def size(telling: Telling, row: Row, told: Pattern | None, said: dict[str, Any]) -> Iterator[Clause]:
    """Say how large the change is and where it began, as far as the message does not."""
    change = message_change(telling, row)
    if change is None or not change.direction or {"gap", "from"} <= said.keys():
        return
    begins: dict[str, Any] = {"from": change.earlier, "start": [change.earlier]}
    values = {**begins} if {"gap", "yearly"} <= said.keys() else telling.size(change) | begins
    if told is not MOVED:
        if change.difference is not None and change.earlier is actual(row)[0]:
            values |= {"side": side(change.direction), **telling.latest(row, change.later)}
            yield Clause(Place.SIZE, 60, tuple(telling.ways(AGAINST_FIRST, ["from", "start"], **values)))
        return
    values["verb"] = change_noun(telling, change)
    if "from" in said:
        values = {name: value for name, value in values.items() if name not in begins}
    if change.difference is not None or "from" in values:
        less = [["from", "start"]] if "gap" in values and change.difference is not None else []
        yield Clause(Place.SIZE, 97, tuple(telling.ways(THAT_IS, *less, **values)))


def part_told(telling: Telling, row: Row) -> Iterator[Clause]:
    """Name the latest figure where it is for a part of a year, beside the same part of the year before."""
    found = telling.facts.one(PartPeriod, row.name)
    if found is None:
        return
    values: dict[str, Any] = {"when": [found.cell], "to": found.cell}
    values["length"] = length_told(found)
    less = [["gap", "relative", "side", "from"]]
    if found.change:
        values |= {"from": found.change.earlier, "side": side(found.change.direction)}
        values |= telling.size(found.change) if found.change.direction else {}
        short = (["length"], ["length", "relative"], ["length", "relative", "gap"])  # "same months": it is a part
        less[:0] = (["relative"], *short)
    yield Clause(Place.PART, 94, tuple(telling.ways(PART, *less, **values)))


def length_told(part: PartPeriod) -> str:
    """Say of which length a figure is that is for another length of time than those that are compared."""
    return "a part of a year" if part.of_a_year else "another length of time"


def latest_change(telling: Telling, row: Row) -> Iterator[Clause]:
    """Say how the latest figure stands to the one before."""
    changes = {change.span: change for change in telling.facts.all(Change, row.name)}
    step = changes.get("latest")
    if step is None or "year" in changes:  # months and quarters are compared with those of the year before
        return
    if telling.facts.one(NoShape, row.name):  # small counts, or ranges that overlap, claim nothing
        return
    if stayed(telling, row):  # that is the message
        return
    if step.direction == 0:
        yield Clause(Place.SHAPE, 30, (telling.write(SAME_AS_BEFORE, **telling.latest(row, step.later)),))
    elif step.difference is not None:
        values = telling.size(step) | {"from": step.earlier, "start": [step.earlier]}
        verb = change_noun(telling, step)
        yield Clause(Place.SHAPE, 30, tuple(telling.ways(LATEST_STEP, ["from", "start"], verb=verb, **values)))
