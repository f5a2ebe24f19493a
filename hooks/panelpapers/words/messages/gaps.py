"""The subject beside a comparator at each period or category, and the gap between two series over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from ...facts.arithmetic import rounded
from ...facts.comparators import AtEach, GapOverTime
from ...facts.comparing import subtract
from ...facts.grid import Cell
from ...facts.showing import MOST_NAMED
from ...records.roles import PLANNED
from ..pattern import Pattern
from ..proof.claim import Claim, less
from ..proof.comparators import is_called, stands_so
from ..proof.evidence import Figure, direction, way
from ..proof.order import differing_definitions
from ..proof.reading import BARE
from ..sentences import Clause, Place
from ..telling import Telling
from .comparator import role_word

_SIDES: Final = {1: ("above", "over"), -1: ("below", "under"), 0: ("equal to it", "equal to it")}
"""On which side of a comparator a figure is, and the same of a plan."""


def _others(claim: Claim) -> list[str]:
    """Give the series that a clause may compare with, by its name or its role."""
    table, role = claim.table, claim.word("role")
    names = [name for name, of in table.roles.items() if of not in (None, "subject", "peer") and table.row(name)]
    names = [name for name in names if claim.word("other") in ("", name)]
    return [name for name in names if not role or is_called(table, table.roles[name], table.row(name)[0], role)]


def at_each(claim: Claim) -> Iterator[str]:
    """Check how the subject stands to a comparator at each period or category, one by one or counted."""
    table, who, names = claim.table, claim.word("who"), _others(claim)
    if len(names) != 1 or who != table.subject or differing_definitions(table):
        yield "It is open with what this is compared."
        return
    pairs = [(figure, table.at(names[0], figure.label)) for figure in table.row(who) if figure.shown]
    known = [(own, other) for own, other in pairs if other and "forecast" not in own.statuses]
    known = [(own, other) for own, other in known if way(other, own) is not None]
    if claim.parts("standings"):
        yield from _one_by_one(claim, known)
        return
    counted = {part.word("side"): part.get("count", int) for part in claim.parts("counted")}
    planned = table.roles[names[0]] in PLANNED
    words = [_SIDES[way(other, own) or 0][planned] for own, other in known]
    if counted != {word: words.count(word) for word in words} or claim.get("whole", int) != len(known):
        yield f"The sides are {', '.join(words)}."
    if claim.word("kind") != ("periods" if table.in_time else "categories"):
        yield "These are other kinds of positions."


def _one_by_one(claim: Claim, known: Sequence[tuple[Figure, Figure]]) -> Iterator[str]:
    told = [label for part in claim.parts("standings") for label in part.names("when")]
    if told != [own.label for own, _ in known]:
        yield f"It must name {', '.join(own.label for own, _ in known)}."
        return
    for part, (own, other) in zip(claim.parts("standings"), known, strict=False):
        yield from stands_so(part, own, other)


def gap_over_time(claim: Claim) -> Iterator[str]:
    """Check how the gap between two series changed between two times, at which both can be compared."""
    table, who = claim.table, claim.word("who")
    found = _others(claim)
    other = found[0] if len(found) == 1 else ""
    ours, theirs = ({figure.label: figure for figure in table.stretch(name) if figure.exact} for name in (who, other))
    labels = [label for label in ours if label in theirs]
    if (
        who != table.subject
        or len(labels) < 2
        or labels[-1] != table.stretch(who)[-1].label
        or differing_definitions(table)
    ):
        yield "There are no two gaps that may be compared."
        return
    pairs = [(ours[label], theirs[label]) for label in (labels[0], labels[-1])]
    yield from claim.names_are("start", [pairs[0][0]])
    yield from claim.names_are("end", [pairs[1][0]])
    yield from claim.in_order_are("between", [own for own, _ in pairs])
    went = [way(of_other, own) or 0 for own, of_other in pairs]
    if claim.word("first"):
        if went != [direction(claim.word("first")), direction(claim.word("then"))] or went[0] == went[1]:
            yield "It was not on these sides."
        return
    gaps = []
    for name, (own, of_other) in zip(("was", "now"), pairs, strict=True):
        about = own.about or of_other.about
        yield from claim.gap_is(of_other.value, own.value, about=about, name=name)
        gaps.append(abs(less(own.value or Decimal(0), of_other.value or Decimal(0))))
    verb = "stayed at" if gaps[0] == gaps[1] else "narrowed" if gaps[1] < gaps[0] else "widened"
    if claim.word("verb") != verb or went[0] * went[1] < 0:
        yield f"The gap {verb}."


EACH: Final = Pattern(f"against <{BARE}|{{other:series}}>, {{who:series}} was {{standings}}", at_each)
COUNTED: Final = Pattern(
    f"against <{BARE}|{{other:series}}>, {{who:series}} was {{counted:counted standings}} "
    "of {whole:count} <kind:periods|categories> compared",
    at_each,
)
GAP: Final = Pattern(
    f"the gap between {{who:series}} and <{BARE}|{{other:series}}> "
    "<<verb:narrowed|widened> from {was:gap} {start:when} "
    "to {now:gap} {end:when}|<verb:stayed at> {now:gap} {between}>",
    gap_over_time,
)
CROSSED: Final = Pattern(
    f"{{who:series}} went from <first:above|below> to <then:above|below> <{BARE}|{{other:series}}> {{between}}",
    gap_over_time,
)
PATTERNS: Final = (EACH, COUNTED, GAP, CROSSED)


def over_time(telling: Telling) -> Iterator[Clause]:
    """Say how the subject stood to what was planned at each time, and how its gaps to others changed."""
    for number, fact in enumerate(fact for fact in telling.facts.all(AtEach) if fact.told):
        yield Clause(Place.ENDS, 89 - number, (_at_each(telling, fact),))
    for number, moved in enumerate(telling.facts.all(GapOverTime)):
        if said := _gap(telling, moved):
            yield Clause(Place.ENDS, 87 if number == 0 else 82 - number, (said,))


def told_apart(telling: Telling) -> Iterator[tuple[Cell, Cell]]:
    """Give the figures, each with the comparator's, of which these clauses give the difference."""
    for fact in telling.facts.all(AtEach):
        if fact.told and len(fact.pairs) <= MOST_NAMED:
            yield from ((own, other) for own, other, _ in fact.pairs)
    for moved in telling.facts.all(GapOverTime):
        yield from (moved.first, moved.last)


def _at_each(telling: Telling, fact: AtEach) -> str:
    """Name each position where there are few, else count them."""
    said = _with(telling, fact)
    planned = fact.role in PLANNED
    sides = [_SIDES[direction_of][planned] for _, _, direction_of in fact.pairs]
    if len(fact.pairs) <= MOST_NAMED:
        gaps = [
            telling.gap(subtract(other, own), own, other) if way_of else None for own, other, way_of in fact.pairs
        ]
        cells = [[own] for own, _, _ in fact.pairs]
        each = zip(gaps, sides, cells, strict=True)
        return telling.write(EACH, **said, standings=[{"gap": gap, "side": on, "when": at} for gap, on, at in each])
    counted = [{"side": word, "count": sides.count(word)} for word in dict.fromkeys(sides)]
    kind = "periods" if telling.in_time else "categories"
    return telling.write(COUNTED, **said, counted=counted, whole=len(sides), kind=kind)


def _with(telling: Telling, fact: AtEach | GapOverTime) -> dict[str, Any]:
    """Give who is compared, and with what, by its role where that is enough."""
    word = role_word(telling, fact.role, fact.other_name) if fact.alone else None
    return {"who": fact.name, "role": word, "other": None if word else fact.other_name}


def _gap(telling: Telling, fact: GapOverTime) -> str | None:
    """Say how a gap changed, unless both are shown alike."""
    who = _with(telling, fact)
    apart = [subtract(other, own) or Decimal(0) for own, other in (fact.first, fact.last)]
    both = {"between": [fact.first[0], fact.last[0]]}
    if fact.way == "crossed":
        sides = [_SIDES[1 if gap > 0 else -1][0] for gap in apart]
        return telling.write(CROSSED, **who, first=sides[0], then=sides[1], **both)
    was, now = (telling.gap(gap, *pair) for gap, pair in zip(apart, (fact.first, fact.last), strict=True))
    if fact.way == "stayed":
        return telling.write(GAP, **who, verb="stayed at", now=now, **both) if any(apart) else None
    shown = {rounded(abs(gap), telling.units.decimals) for gap in apart}
    ends = {"start": [fact.first[0]], "end": [fact.last[0]]}
    return telling.write(GAP, **who, verb=fact.way, was=was, now=now, **ends) if len(shown) > 1 else None
