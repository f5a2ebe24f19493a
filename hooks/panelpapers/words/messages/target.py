"""How figures stand to the target: whether it was met, on its date and since, by how much, and when first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...facts.showing import MOST_NAMED
from ...facts.targets import RangeStanding, Standing, TargetStanding
from .. import format as say
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.standards import Aim, aim, course, measured, outcome
from ..sentences import Clause, Place
from ..telling import LATEST, Mark, Telling
from ..telling import side as side_of


def of_one(claim: Claim) -> Iterator[str]:
    """Check the target itself, and how the one figure that it is for stands to it, and stood on its date."""
    figures = measured(claim.table)
    found = aim(claim.table, figures[0]) if len(figures) == 1 else None
    if found is None:
        yield "There is no target for one figure."
        return
    figure = figures[0]
    yield from _target_is(claim, found)
    if claim.word("series") not in ("", figure.series) or (claim.word("side") and not claim.series):
        yield f"The figure is that of {figure.series}."
    if claim.table.in_time and (claim.word("side") or claim.word("outcome") in ("within", "not certain")):
        yield from claim.latest_is(figure)
    stands = outcome(claim.table, figure)
    told = claim.word("outcome").removeprefix("was ").replace("is equal to the figure", "equal to it")
    if told not in ("", stands, "within" if stands == "met" and found.low != found.high else stands):
        yield f"The target is {stands}."
    if claim.word("side"):
        way = {"above": 1, "below": -1, "equal to": 0}[claim.word("side")]
        if found.way(figure) != way:
            yield f"The figure for {figure.label} is not certain to be {claim.word('side')} the target."
        yield from claim.gap_is(found.high if way > 0 else found.low, figure.value, about=figure.about)
    if claim.word("outcome") in _UNMET.split("|"):
        yield from _rounding_is_told(claim)
    what, then = course(claim.table, figure)
    if claim.word("course") and " ".join(filter(None, (claim.word("course"), claim.word("since")))) != what:
        yield f"The target was {what or 'not due'}."
    yield from claim.figures_are("then", "when", [then] if then else [])
    yield from _first_met(claim, found, figure.series)


def _target_is(claim: Claim, found: Aim) -> Iterator[str]:
    """Check the target, written with its own decimals where it has more than the figures, and when it is due."""
    claim.says("target")
    if not claim.found.keys() & {"target", "low"}:
        return
    for name, amount in (("target", found.high), ("low", found.low), ("high", found.high)):
        own = max(claim.table.decimals, -int(amount.normalize().as_tuple().exponent))
        yield from claim.mark_is(name, amount, own)
    if ("low" in claim.found) != (found.low != found.high):
        yield "The target is one figure, or a range."
    if claim.word("limit") != (found.limit or ""):
        yield f"The target has {found.limit or 'no limit'}."
    due = found.by.name if found.by else "no stated period"
    if claim.word("due") not in ("", due):
        yield f"The target is due by {due}."


def _rounding_is_told(claim: Claim) -> Iterator[str]:
    """Check that a distance which rounding hides is said to be one before rounding, and no other is."""
    gap = claim.part("gap")
    if bool(claim.word("hidden")) != bool(gap and gap.word("less")):
        yield "Only a distance that rounds to nothing is one before rounding."


def _first_met(claim: Claim, found: Aim, series: str) -> Iterator[str]:
    labels = claim.names("first")
    if not labels:
        return
    stretch = claim.table.stretch(series)
    met = [found.met(figure) for figure in stretch]
    first = met.index(True) if True in met else 0
    if not first or labels != (stretch[first].label,) or None in met[:first]:
        yield f"The target was not first met at {', '.join(labels)}."


def of_several(claim: Claim) -> Iterator[str]:
    """Check for which of several figures the target was met, by name or by count."""
    figures = measured(claim.table)
    aims = [to_reach for figure in figures if (to_reach := aim(claim.table, figure))]
    if not aims:
        yield "There is no target."
        return
    yield from _target_is(claim, aims[0])
    found: dict[str, list[str]] = {}
    for figure in figures:
        found.setdefault(outcome(claim.table, figure).replace("exactly ", ""), []).append(figure.name)
    yield from claim.groups_are("stand", found)
    yield from claim.count_is("count", len(figures), "figures")
    if (claim.word("be") == "was") != ({"met", "not met"} >= found.keys()):
        yield "What was met or not is past; how figures stand is not."


_TARGET: Final = "the target of <between {low:amount} and {high:amount}|[<limit:at most|at least> ]{target:amount}>"
_UNMET: Final = "was not met|was not yet met|was no longer met"
_FIGURE: Final = LATEST + "[ for {series:series}]"
_DUE: Final = _TARGET + "[, due by {due:period},]"
_BESIDE: Final = "[{gap} ]<side:above|below> "
MET: Final = Pattern(
    f"{_FIGURE} is {_BESIDE}{_TARGET}[, due by {{due:period}}]"
    "[<, first met in these figures {first:when}|, which <outcome:was met>>]",
    of_one,
)
EQUAL: Final = Pattern(_DUE + " <outcome:was exactly met|is equal to the figure>", of_one)
NOT_MET: Final = Pattern(f"{_DUE} <outcome:{_UNMET}>: {_FIGURE} is {_BESIDE}it[hidden: before rounding]", of_one)
DATED: Final = Pattern(
    f"{_DUE} was <course:met on its date|missed on its date>[, with {{then:amount}} {{when}}]"
    f"[,<since: and met later| and lost since>][: {_FIGURE} is <{_BESIDE}|<side:equal to> >it]",
    of_one,
)
WITHIN: Final = Pattern(f"{_FIGURE} is <outcome:within> {_TARGET}[, due by {{due:period}}]", of_one)
UNCERTAIN: Final = Pattern(
    f"the likely range of {_FIGURE} holds {_TARGET}, so it is <outcome:not certain> that it was met", of_one
)
BARE: Final = Pattern(f"the target <outcome:was exactly met|was met|{_UNMET}>", of_one)
STATED: Final = Pattern(_TARGET.replace("of", "is", 1), of_one)
NAMED: Final = Pattern(_TARGET + " <be:is|was> {named:outcomes}", of_several)
COUNTED: Final = Pattern(
    "<" + _TARGET + "|the target> <be:is|was> {counted:outcome counts} of the {count} figures", of_several
)
PATTERNS: Final = (MET, EQUAL, NOT_MET, DATED, WITHIN, UNCERTAIN, BARE, STATED, NAMED, COUNTED)


def standing(telling: Telling) -> Iterator[Clause]:
    """Give the clause on the target, which no other pushes out."""
    if facts := telling.facts.all(Standing):
        wordings = _one(telling, facts[0]) if len(facts) == 1 else _several(telling, facts)
        yield Clause(Place.TARGET, 98, tuple(wordings))


def _slots(telling: Telling, fact: Standing) -> dict[str, Any]:
    """Give the target as the slots of a sentence: with its own decimals, where it has more than the figures."""
    if isinstance(fact, RangeStanding):
        return {"low": telling.finer(fact.lowest), "high": telling.finer(fact.highest)}
    if isinstance(fact, TargetStanding):
        return {"target": telling.finer(fact.target), "limit": fact.limit}
    return {}


def _one(telling: Telling, fact: Standing) -> Iterator[str]:
    row = next(row for row in telling.rows if row.name == fact.series)
    target = _slots(telling, fact)
    # A distance that is rounded more than the target shown would contradict it.
    marks = [mark for mark in target.values() if isinstance(mark, Mark)]
    coarse = any((mark.decimals or 0) > telling.units.decimals for mark in marks)
    gap = telling.gap(fact.difference, fact.cell) if fact.direction and not coarse else None
    said = target | {"due": fact.by, "gap": gap}
    said |= telling.latest(row, fact.cell) if telling.in_time else {}
    said |= {"series": row.name} if len(telling.rows) > 1 else {}
    if fact.direction is not None:
        said["side"] = side_of(fact.direction)
    yield from _dated(telling, fact, said)
    match fact.outcome:
        case "exactly met" | "equal":
            verb = "was exactly met" if fact.outcome == "exactly met" else "is equal to the figure"
            yield from telling.ways(EQUAL, ["due"], outcome=verb, **said)
        case "not certain":
            yield telling.write(UNCERTAIN, outcome="not certain", **said)
        case "not met" | "not yet met" | "no longer met":
            hidden = gap is not None and say.hidden(gap.amount, telling.units.decimals)
            yield from telling.ways(NOT_MET, ["due"], outcome=f"was {fact.outcome}", hidden=hidden, **said)
        case "met" if not fact.direction:
            yield from telling.ways(WITHIN, ["due"], outcome="within", **said)
        case "met":
            first = {"first": [fact.first_met]} if fact.first_met else {"outcome": "was met"}
            yield from telling.ways(MET, ["due"], **said, **first)
        case _:
            yield from telling.ways(MET, ["due"], **said)
    if fact.outcome in ("exactly met", "met", "not met", "not yet met", "no longer met"):
        yield telling.write(BARE, outcome=f"was {fact.outcome}")
    else:
        yield telling.write(STATED, **target)


_COURSES: Final[dict[str | None, tuple[str, str | None]]] = {
    "met on its date": ("met on its date", None),
    "missed on its date": ("missed on its date", None),
    "met later": ("missed on its date", "and met later"),
    "met and lost since": ("met on its date", "and lost since"),
}


def _dated(telling: Telling, fact: Standing, said: dict[str, Any]) -> Iterator[str]:
    """Say what became of a target by its date, with the figure for that date and how the latest stands to it."""
    if fact.course not in _COURSES or fact.due is None:
        return
    course, since = _COURSES[fact.course]
    said = said | {"course": course, "since": since}
    if fact.due is not fact.cell:
        said |= {"then": fact.due, "when": [fact.due], "due": None}
    if fact.direction == 0 and isinstance(fact, RangeStanding):
        said = {name: value for name, value in said.items() if name != "side"}
    yield from telling.ways(DATED, ["due"], ["side", "gap"], ["due", "side", "gap"], **said)


_OUTCOMES: Final = (
    "met",
    "not met",
    "not yet met",
    "no longer met",
    "not certain",
    "above it",
    "below it",
    "equal to it",
)
_SAID: Final = {"exactly met": "met", "above": "above it", "below": "below it", "equal": "equal to it"}


def _several(telling: Telling, facts: tuple[Standing, ...]) -> Iterator[str]:
    """Say for which series or categories the target was met."""
    named = [(fact.outcome, fact.series if telling.in_time else fact.cell.label) for fact in facts]
    found = say.grouped(_OUTCOMES, [(_SAID.get(outcome, outcome), name) for outcome, name in named])
    said = _slots(telling, facts[0]) | {"be": "was" if {"met", "not met"} >= set(found) else "is"}
    if len(facts) <= MOST_NAMED:
        yield telling.write(NAMED, named=[{"word": word, "names": names} for word, names in found.items()], **said)
    counted = [{"word": word, "count": len(names)} for word, names in found.items()]
    yield from telling.ways(COUNTED, ["target", "low", "high"], counted=counted, count=len(facts), **said)
