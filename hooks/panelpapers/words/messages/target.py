"""How figures stand to the target: whether it was met, by how much, and when first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...facts.fact import TargetStanding
from .. import format as say
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import Figure, direction, side
from ..proof.standards import measured, outcome
from ..sentences import Clause, Place
from ..telling import MOST_NAMED, Telling
from ..telling import side as side_of


def of_one(claim: Claim) -> Iterator[str]:
    """Check the target itself, and how the one figure that it is for stands to it."""
    figures = measured(claim.table)
    if claim.table.target is None or len(figures) != 1:
        yield "There is no target for one figure."
        return
    figure = figures[0]
    yield from _target_is(claim)
    found = outcome(claim.table, figure)
    allowed = {"exactly met": "was exactly met", "not met": "was not met", "not yet met": "was not yet met"}
    allowed |= {"equal to it": "is equal to the figure", "met": "was met"}
    told = claim.word("outcome")
    if told and told not in (allowed.get(found), found):
        yield f"The target is {found}."
    if claim.word("side"):
        if side(figure, claim.table.target) != direction(claim.word("side")):
            yield f"The figure for {figure.label} is not certain to be {claim.word('side')} the target."
        yield from claim.gap_is(claim.table.target, figure.value, about=figure.about)
    if claim.word("hidden") and not claim.found.get("gap"):
        yield "Rounding hides nothing here."
    yield from _first_met(claim, figure)


def _target_is(claim: Claim) -> Iterator[str]:
    """Check the target, written with its own decimals where it has more than the figures, and when it is due."""
    mark, value = claim.table.indicator.target, claim.table.target
    if mark and value is not None:
        own = max(claim.table.decimals, -int(value.normalize().as_tuple().exponent))
        yield from claim.mark_is("target", value, own)
        due = mark.by.name if mark.by else "no stated period"
        if claim.word("due") not in ("", due):
            yield f"The target is due by {due}."
        claim.says("target")


def _first_met(claim: Claim, figure: Figure) -> Iterator[str]:
    labels = claim.names("first")
    if not labels:
        return
    stretch = claim.table.stretch(figure.series)
    outcomes = [outcome(claim.table, earlier) for earlier in stretch]
    first = next((place for place, found in enumerate(outcomes) if found in ("met", "exactly met")), 0)
    if not first or labels != (stretch[first].label,) or "not certain" in outcomes[:first]:
        yield f"The target was not first met at {', '.join(labels)}."


def of_several(claim: Claim) -> Iterator[str]:
    """Check for which of several figures the target was met, by name or by count."""
    if claim.table.target is None:
        yield "There is no target."
        return
    yield from _target_is(claim)
    figures = measured(claim.table)
    found: dict[str, list[str]] = {}
    for figure in figures:
        found.setdefault(outcome(claim.table, figure).replace("exactly ", ""), []).append(figure.name)
    yield from claim.groups_are("stand", found)
    yield from claim.count_is("count", len(figures), "figures")


_TARGET: Final = "the target of {target:amount}"
_DUE: Final = _TARGET + "[, due by {due:period},]"
_FIGURE: Final = "the [latest:latest ]figure"
_BESIDE: Final = "[{gap} ]<side:above|below> "
MET: Final = Pattern(
    f"{_FIGURE} is {_BESIDE}{_TARGET}[<, first met in these figures {{first:when}}|, which <outcome:was met>>]",
    of_one,
)
EQUAL: Final = Pattern(_DUE + " <outcome:was exactly met|is equal to the figure>", of_one)
NOT_MET: Final = Pattern(
    f"{_DUE} <outcome:was not met|was not yet met>: {_FIGURE} is {_BESIDE}it[hidden: before rounding]", of_one
)
UNCERTAIN: Final = Pattern(
    f"the likely range of {_FIGURE} holds {_TARGET}, so it is <outcome:not certain> that it was met", of_one
)
NAMED: Final = Pattern(_TARGET + " <be:is|was> {named:outcomes}", of_several)
COUNTED: Final = Pattern(_TARGET + " <be:is|was> {counted:outcome counts} of the {count} figures", of_several)
PATTERNS: Final = (MET, EQUAL, NOT_MET, UNCERTAIN, NAMED, COUNTED)


def standing(telling: Telling) -> Iterator[Clause]:
    """Give the clause on the target, which no other pushes out."""
    if facts := telling.facts.all(TargetStanding):
        wordings = _one(telling, facts[0]) if len(facts) == 1 else _several(telling, facts)
        yield Clause(Place.TARGET, 98, tuple(wordings))


def _one(telling: Telling, fact: TargetStanding) -> Iterator[str]:
    target = telling.finer(fact.target)
    # A distance that is rounded more than the target shown would contradict it.
    coarse = (target.decimals or 0) > telling.units.decimals
    gap = None if coarse else telling.gap(fact.difference, fact.cell)
    said: dict[str, Any] = {"target": target, "due": fact.by, "latest": telling.in_time, "gap": gap}
    if fact.direction:
        said["side"] = side_of(fact.direction)
    match fact.outcome:
        case "exactly met":
            yield from telling.ways(EQUAL, ["due"], outcome="was exactly met", **said)
        case "equal":
            yield from telling.ways(EQUAL, ["due"], outcome="is equal to the figure", **said)
        case "not certain":
            yield telling.write(UNCERTAIN, outcome="not certain", **said)
        case "not met" | "not yet met":
            hidden = gap is not None and say.hidden(gap.amount, telling.units.decimals)
            verb = f"was {fact.outcome}"
            yield from telling.ways(NOT_MET, ["due"], outcome=verb, hidden=hidden, **said)
        case "met":
            first = {"first": [fact.first_met]} if fact.first_met else {"outcome": "was met"}
            yield telling.write(MET, **said, **first)
        case _:
            yield telling.write(MET, **said)


_OUTCOMES: Final = ("met", "not met", "not yet met", "not certain", "above it", "below it", "equal to it")
_SAID: Final = {"exactly met": "met", "above": "above it", "below": "below it", "equal": "equal to it"}


def _several(telling: Telling, facts: tuple[TargetStanding, ...]) -> Iterator[str]:
    """Say for which series or categories the target was met."""
    named = [(fact.outcome, fact.series if telling.in_time else fact.cell.label) for fact in facts]
    found = say.grouped(_OUTCOMES, [(_SAID.get(outcome, outcome), name) for outcome, name in named])
    said = {"target": telling.finer(facts[0].target), "be": "was" if {"met", "not met"} >= set(found) else "is"}
    if len(facts) <= MOST_NAMED:
        yield telling.write(NAMED, named=[{"word": word, "names": names} for word, names in found.items()], **said)
    counted = [{"word": word, "count": len(names)} for word, names in found.items()]
    yield telling.write(COUNTED, counted=counted, count=len(facts), **said)
