"""How a figure stands to what it is compared with: an average, a group, a national figure, a budget, a year ago."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ...facts.comparators import Beside
from ...facts.comparators import compared as compared_in
from ...facts.comparing import subtract
from ...facts.grid import Cell
from ...records.roles import PLANNED, RoleName, are_amounts, is_mean, role_in
from .. import format as say
from ..nouns import STANDARDS
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.comparators import better_beside, called, side_by_side, stands_to_one
from ..proof.evidence import Figure
from ..proof.order import differing_definitions
from ..proof.reading import SHORT, STANDARD
from ..sentences import Clause, Place, fits
from ..telling import Telling, side

_FIRST: Final = 88
"""The weight of the comparator that is told first; its gap over time comes next, and then each further one."""


def _named(claim: Claim) -> tuple[Figure, list[Figure]] | None:
    """Give the figure that a clause is about, by its name, and all that stand beside it."""
    beside = side_by_side(claim.table)
    found = [figure for figure in beside if figure.name == claim.word("who") and figure.shown]
    found = [figure for figure in found if not figure.is_comparator or figure.role == "forecast"]
    return (found[0], beside) if len(found) == 1 and claim.names("when") in ((), (found[0].label,)) else None


def named_beside(claim: Claim) -> Iterator[str]:
    """Check how the place or the series that is named stands to each comparator that the clause names."""
    named = _named(claim)
    if named is None:
        yield "It is open which figure this is."
        return
    for part in claim.parts("comparisons"):
        yield from stands_to_one(part, *named)
    yield from stands_to_one(claim, *named)
    if claim.names("when") and not claim.table.in_time:
        yield "These are not figures in time."
    yield from claim.amount_is("amount", named[0])


def part_of_total(claim: Claim) -> Iterator[str]:
    """Check the share that a figure has of the total that it is a part of."""
    named = _named(claim)
    totals = [figure for figure in named[1] if figure.role == "total" and figure.shown] if named else []
    totals = [total for total in totals if claim.word("averagename") in ("", total.name)]
    if named is None or len(totals) != 1 or claim.table.indicator.unit not in ("count", "money"):
        yield "It is open of what this is a part."
        return
    part, whole = named[0].value, totals[0].value
    if part is None or not whole or not 0 <= part <= whole or differing_definitions(claim.table):
        yield "This is no part of the total."
        return
    yield from claim.amount_is("average", totals[0])
    yield from claim.percent_is("share", part, whole, "the share of the total")


def own_figure(claim: Claim) -> Iterator[str]:
    """Check the figure of a comparator itself."""
    other = called(claim, side_by_side(claim.table))
    if other is None or not (claim.word("role") or claim.word("averagename")):
        yield "It is open which figure this is."
    else:
        yield from claim.amount_is("average", other)


def judged_beside(claim: Claim) -> Iterator[str]:
    """Check whether a figure is better or worse than the comparators that are named, and which way is better."""
    named = _named(claim)
    if named is None or claim.table.indicator.better != claim.word("way") or differing_definitions(claim.table):
        yield "Nobody can tell which is better."
        return
    for part in claim.parts("verdicts"):
        for one in part.parts("bares"):
            other = called(one, named[1])
            if other is None or better_beside(claim.table, named[0], other) != part.word("judged"):
                yield f"{named[0].name} is not {part.word('judged')} than this."
    claim.says("better")


NAMED: Final = Pattern("[{when}, ]{who:name} is {comparisons}", named_beside)
OVERLAPS: Final = Pattern("the likely range for {who:name} <overlap:overlaps> that of " + STANDARD, named_beside)
PART: Final = Pattern(
    "[{when}, ]{who:name} is {share:number} of the total of {average:amount}[ for {averagename:inside}]",
    part_of_total,
)
BRIEFLY: Final = Pattern("[{when}, ]{who:name} is " + SHORT, named_beside)
OWN: Final = Pattern(
    "the <role:total|average|group figure|national figure|best figure|overall figure|figure|plan|budget|forecast"
    "|range>[ for {averagename:inside}] is {average:amount}",
    own_figure,
)
JUDGED: Final = Pattern("{who:name} is {verdicts}, as <way:lower|higher> figures are better", judged_beside)
PATTERNS: Final = (NAMED, BRIEFLY, OVERLAPS, PART, OWN, JUDGED)


def besides(telling: Telling) -> dict[int, list[Beside]]:
    """Give how figures stand to comparators, by the figure, those first that are told first."""
    found: dict[int, list[Beside]] = {}
    for beside in telling.facts.all(Beside):
        found.setdefault(id(beside.cell), []).append(beside)
    return found


def role_word(telling: Telling, role: RoleName, name: str, *, ranged: bool = True) -> str | None:
    """Give what a comparator may be called beside its figure, or nothing: no count is an average."""
    indicator = telling.indicator
    unit, measure = indicator.unit, indicator.measure
    if (role == "average" and not is_mean(unit, measure, name)) or (role == "total" and are_amounts(unit, measure)):
        return None
    return None if role == "range" and not ranged else STANDARDS[role]


def short(telling: Telling, beside: Beside) -> dict[str, Any] | None:
    """Give how a figure stands to a comparator as the slots of ``SHORT``, where the role alone names it."""
    word = role_word(telling, beside.role, beside.other_name, ranged=beside.other.lowest is not None)
    if word is None or not beside.alone or beside.direction is None:
        return None
    return {"role": word, **_side(telling, beside)}


def briefly(telling: Telling, cell: Cell) -> dict[str, Any] | None:
    """Give how a figure stands to the first comparator that its role alone names, as the slots of ``SHORT``."""
    return next((said for beside in besides(telling).get(id(cell), []) if (said := short(telling, beside))), None)


def side_of(telling: Telling, role: RoleName, cell: Cell, other: Cell, way: int) -> dict[str, Any]:
    """Give on which side of a comparator a figure is, and by how much, as slots: over or under what was planned."""
    word = side(way)
    if role in PLANNED and way:
        word = "over" if way > 0 else "under"
    return {"side": word, "gap": telling.gap(subtract(other, cell), cell, other) if way else None}


def _side(telling: Telling, beside: Beside) -> dict[str, Any]:
    return side_of(telling, beside.role, beside.cell, beside.other, beside.direction or 0)


def compared(telling: Telling, beside: Beside) -> dict[str, Any] | None:
    """Give how a figure stands to a comparator as the slots of a comparison; nothing where nothing is sure."""
    if beside.direction is None and not beside.within:
        both = beside.cell.point.interval and beside.other.point.interval
        return {"overlap": "overlaps", **_standard(telling, beside)} if both else None
    if beside.within:
        return {"within": "within", **_standard(telling, beside)}
    return {**_side(telling, beside), **_standard(telling, beside)}


def _standard(telling: Telling, beside: Beside) -> dict[str, Any]:
    """Give what a figure is compared with, by its role and its name, which may say the role."""
    name, role = beside.other_name, beside.role
    word = role_word(telling, role, name, ranged=beside.other.lowest is not None)
    said: dict[str, Any] = {"average": beside.other}
    if role == "last year":
        return said | {"role": "year before", "averagename": None if beside.alone and role_in(name) == role else name}
    if beside.alone and word and name.lower().removeprefix("the ") == role:
        return said | {"role": word}
    if word and role in name.lower():
        return said | {"calledso": name, "article": not name.lower().startswith("the ")}
    return said | {"role": word or "figure", "averagename": name}


def stated(telling: Telling, several: Sequence[Beside], when: Any = None) -> Iterator[Clause]:
    """Say how one figure stands to comparators, two of them in a sentence where there is room."""
    left, weight = list(several), _FIRST
    while left:
        number, wordings = _one_or_two(telling, left[0], left[1:2], when)
        yield from [Clause(Place.ENDS, weight, wordings)] if wordings else []
        left, weight, when = left[number:], weight - (2 if weight == _FIRST else 1), None


def _one_or_two(telling: Telling, first: Beside, more: Sequence[Beside], when: Any) -> tuple[int, tuple[str, ...]]:
    """Give how many comparators wordings name, and these."""
    who: dict[str, Any] = {"who": first.name, "when": when}
    if first.share is not None:
        total = None if role_in(first.other_name) == "total" and first.alone else first.other_name
        said = who | {"share": say.percent(first.share), "average": first.other, "averagename": total}
        return 1, tuple(telling.ways(PART, ["when"], ["when", "averagename"][: 1 + first.alone], **said))
    if (values := compared(telling, first)) is None:
        return 1, ()
    if "overlap" in values:
        return 1, (telling.write(OVERLAPS, who=first.name, **values),)
    same = [beside for beside in more if beside.name == first.name and beside.share is None]
    both = [values, *(found for beside in same if (found := compared(telling, beside)))]
    together = telling.write(NAMED, **who, comparisons=both)
    if len(both) > 1 and "overlap" not in both[1] and fits(together):
        return 2, (together,)
    bare = short(telling, first)
    brief = [telling.write(BRIEFLY, **who, **bare)] if bare else []
    return 1, (*telling.ways(NAMED, ["when"], **who, comparisons=[values]), *brief)


def judged(telling: Telling) -> Iterator[str]:
    """Say whether the subject is better or worse than comparators that their roles alone name, where one is."""
    subject = compared_in(telling.facts.grid)[2]
    if subject is None:
        return
    told = [
        (beside.judged, bare["role"])
        for beside in besides(telling).get(id(subject.cell), [])
        if beside.judged and (bare := short(telling, beside))
    ]
    for some in (told, told[:2]) if told else ():
        grouped = say.grouped(("better", "worse"), some).items()
        verdicts = [{"judged": word, "bares": bares} for word, bares in grouped]
        yield telling.write(JUDGED, who=subject.name, verdicts=verdicts, way=telling.indicator.better)


def alone(telling: Telling) -> Iterator[Clause]:
    """Give the figures of comparators where no figure stands out that is compared with them."""
    places, others, subject = compared_in(telling.facts.grid)
    told = [other for other in others if other not in places] if subject is None else []
    for number, other in enumerate(told):
        name, role = other.name, other.role or "total"
        if other.cell.shown and role != "last year":
            amounts = are_amounts(telling.indicator.unit, telling.indicator.measure)
            word = role_word(telling, role, name, ranged=other.cell.lowest is not None) or "figure"
            word = "total" if role == "total" and amounts else word
            bare = name.lower().removeprefix("the ") == role and word != "figure"
            said = {"role": word, "averagename": None if bare else name, "average": other.cell}
            yield Clause(Place.ENDS, 80 - number, (telling.write(OWN, **said),))


def forecasts(telling: Telling) -> Iterator[Clause]:
    """Say how a forecast stands to what was planned."""
    found = [beside for beside in telling.facts.all(Beside) if beside.role in PLANNED]
    yield from stated(telling, [beside for beside in found if _is_forecast(telling, beside)])


def _is_forecast(telling: Telling, beside: Beside) -> bool:
    roles = {row.name: row.role for row in telling.rows}
    return "forecast" in (beside.cell.point.role, roles.get(beside.name))
