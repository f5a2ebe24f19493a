"""The largest part of a whole now and before, and how categories changed where the series are times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from ...facts.arithmetic import added, share
from ...facts.comparing import subtract
from ...facts.grid import Cell
from ...facts.makeup import Largest, Moment, Since
from ...facts.rows import grouped
from ...facts.showing import MOST_NAMED
from ...facts.sums import RoundedSum
from .. import format as say
from ..pattern import Pattern
from ..proof import makeup
from ..proof.claim import Claim
from ..proof.evidence import way
from ..sentences import Clause, Place, fits
from ..telling import Mark, Telling
from .among import VERBS
from .ratings import THEN, at, time_named
from .whole import sum_of


def largest(claim: Claim) -> Iterator[str]:
    """Check the largest part at the latest time and at an earlier one, and its share of all parts."""
    pair = _pair(claim)
    if pair is None or not claim.table.indicator.parts_of_whole:
        yield "These are not parts at times that may be compared."
        return
    before, now = pair
    first, then = makeup.largest(claim.table, now), makeup.largest(claim.table, before)
    if not first or not then or time_named(claim, "when", "moment") != now.name:
        yield "The largest part is not known, or not at this time."
        return
    if sorted(claim.names("parts")) != sorted(first) or (claim.word("noun") == "part is") != (len(first) == 1):
        yield f"The largest is {', '.join(first)}."
    yield from claim.amount_is("amount", now.figures[first[0]])
    for name, moment in (("share", now), ("former", before)):
        figures = [*moment.figures.values()]
        if name in claim.found and len(first) == 1:
            yield from claim.percent_is(name, moment.amount(first[0]) or Decimal(0), sum_of(figures), "the share")
    if claim.word("as") and sorted(then) != sorted(first):
        yield "Another part was the largest."
    if claim.names("others") and sorted(claim.names("others")) != sorted(then):
        yield f"The largest was {', '.join(then)}."


def since(claim: Claim) -> Iterator[str]:
    """Check how each category changed between two series that are times."""
    pair = _pair(claim)
    if pair is None or claim.table.in_time:
        yield "These are not times that may be compared."
        return
    before, now = pair
    known = {name: (before.figures.get(name), now.figures.get(name)) for name in makeup.parts(claim.table)}
    exact = {
        name: (one, other) for name, (one, other) in known.items() if one and other and one.exact and other.exact
    }
    found: dict[str, list[str]] = {}
    for name, (one, other) in exact.items():
        found.setdefault(VERBS[way(one, other) or 0], []).append(name)
    yield from claim.groups_are("went", found)
    yield from claim.count_is("count", len(exact), "categories")
    if "counted" in claim.found and "count" not in claim.found:
        yield "It does not say of how many."
    for part in claim.parts("changes"):
        verb = "stayed the same" if part.word("same") else part.word("verb")
        if part.word("name") not in found.get(verb, ()):
            yield f"They went so: {found}."
            continue
        earlier, later = exact[part.word("name")]
        yield from part.gap_is(earlier.value, later.value, about=earlier.about or later.about)
        claim.said |= part.said
    claim.tells(before.name, now.name)


def rounded_parts(claim: Claim) -> Iterator[str]:
    """Check that parts do not add up to their whole as they are shown, and that rounding alone explains it."""
    parent = next(iter(claim.names("parent")), "")
    found = [rounded for rounded in makeup.rounded_sums(claim.table) if rounded.parent == parent]
    named = [*claim.names("when"), *claim.names("which")]
    several = len(claim.table.labels if claim.table.in_time else claim.table.rows) > 1
    if not found or (named and sorted(named) != sorted(rounded.at for rounded in found)):
        yield f"This is so: {found}."
    if bool(claim.word("all")) != (several and not named):
        yield "It is so of some, or of all."
    for rounded in found:
        yield from claim.mark_is("sum", rounded.summed)
        yield from claim.mark_is("whole", rounded.whole)
    claim.says("rounded parts")


def _pair(claim: Claim) -> tuple[makeup.Moment, makeup.Moment] | None:
    """Give the first time that may be compared with the latest, where the clause names it, and the latest."""
    found = makeup.moments(claim.table)
    before = next((moment for moment in found[:-1] if makeup.comparable(claim.table, moment, found[-1])), None)
    return (before, found[-1]) if before and before.name == time_named(claim, "was", "earlier") else None


LARGEST: Final = Pattern(
    "<{when}|for {moment:series}>, the <top:largest> <noun:part is|parts are> {parts:names}, at {amount}"
    "[, {share:number} of the total][, <as:as> "
    + THEN
    + "[, with {former:number}]|, and "
    + THEN
    + " it was {others:names}]",
    largest,
)
SINCE: Final = Pattern("compared with {earlier:series}, {changes:changed figures}", since)
COUNTED: Final = Pattern(
    "compared with {earlier:series}, the figure {counted:counted moves} of {count} categories", since
)
ROUNDED: Final = Pattern(
    "[<{when}|for {which:names}>, ]the parts[ of {parent:names}] <add up to {sum:amount}, not {whole:amount}|do not "
    "[all:always ]add up to <{whole:amount}|it>>, as each is <rounded:rounded>",
    rounded_parts,
)
PATTERNS: Final = (LARGEST, SINCE, COUNTED, ROUNDED)


def largest_part(telling: Telling) -> Iterator[Clause]:
    """Say which part is the largest, and whether it was before."""
    found = telling.facts.one(Largest)
    if found is None:
        return
    said: dict[str, Any] = {"top": "largest", "noun": "part is" if len(found.names) == 1 else "parts are"}
    said |= {"parts": found.names, "amount": found.now.cells[found.names[0]]}
    said |= at(telling, found.now, "when", "moment") | at(telling, found.before, "was", "earlier")
    if telling.indicator.unit != "%" and len(found.names) == 1:
        said["share"] = _share(found.now, found.names[0])
    if {*found.names} == {*found.then}:
        said |= {"as": "as", "former": _share(found.before, found.names[0]) if said.get("share") else None}
    else:
        said["others"] = found.then
    yield Clause(Place.ENDS, 89, tuple(telling.ways(LARGEST, ["share", "former"], **said)))


def _share(moment: Moment, name: str) -> str | None:
    """Give the share of a part; nothing where the parts are no parts of a sum."""
    amounts = [moment.amount(part) or Decimal(0) for part in moment.cells]
    whole = added(amounts)
    return say.percent(share(moment.amount(name) or Decimal(0), whole)) if whole > 0 and min(amounts) >= 0 else None


def since_then(telling: Telling) -> Iterator[Clause]:
    """Say how each category changed, or how many rose and fell, where the series are times."""
    found = telling.facts.one(Since)
    if found is None or not found.steps:
        return
    if len(found.steps) > MOST_NAMED:
        ways = [VERBS[_way(step)] for step in found.steps]
        counted = [{"word": verb, "count": ways.count(verb)} for verb in VERBS.values() if verb in ways]
        text = telling.write(COUNTED, earlier=found.before.name, counted=counted, count=len(ways))
        yield Clause(Place.SIZE, 97, (text,))
        return
    some: list[tuple[Cell, Cell]] = []
    texts: list[str] = []
    for step in found.steps:
        if some and not fits(_changes(telling, found, [*some, step])):
            texts.append(_changes(telling, found, some))
            some = []
        some.append(step)
    texts.append(_changes(telling, found, some))
    yield from (Clause(Place.SIZE, 97 - number, (text,)) for number, text in enumerate(texts))


def _changes(telling: Telling, found: Since, steps: Sequence[tuple[Cell, Cell]]) -> str:
    changes: list[dict[str, Any]] = []
    for one, other in steps:
        said: dict[str, Any] = {"name": other.label, "same": "is unchanged"}
        if way := _way((one, other)):
            said = {"name": other.label, "verb": VERBS[way], "gap": telling.gap(subtract(one, other), one, other)}
        changes.append(said)
    return telling.write(SINCE, earlier=found.before.name, changes=changes)


def _way(step: tuple[Cell, Cell]) -> int:
    amount = subtract(*step) or Decimal(0)
    return (amount > 0) - (amount < 0)


def rounding(telling: Telling) -> Iterator[Clause]:
    """Say that parts do not add up to their whole as they are shown, because each is rounded."""
    several = len(telling.facts.grid.labels if telling.in_time else telling.rows) > 1
    for parent, facts in grouped((fact.parent, fact) for fact in telling.facts.all(RoundedSum)).items():
        said: dict[str, Any] = {"parent": [parent] if parent else None, "rounded": "rounded"}
        if len({fact.whole for fact in facts}) == 1:
            said["whole"] = Mark(facts[0].whole)
        same = {"sum": Mark(facts[0].summed)} if "whole" in said and len({fact.summed for fact in facts}) == 1 else {}
        if not several:
            yield Clause(Place.SOURCES, 68, (telling.write(ROUNDED, **same, **said),))
            continue
        at = {"when": [fact.cell for fact in facts]} if telling.in_time else {"which": [fact.name for fact in facts]}
        wordings = (telling.write(ROUNDED, **at, **same, **said), telling.write(ROUNDED, all="always", **said))
        yield Clause(Place.SOURCES, 68, wordings)
