"""Several series beside each other at their latest figures: highest, lowest, two apart, one among its peers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from ...facts.arithmetic import rounded
from ...facts.comparators import AtEach, Beside, about
from ...facts.comparing import subtract
from ...facts.fact import BetweenTwo, Change, Identical, Movers, NamedSeries, Outermost, Rank
from ...facts.grid import Row
from ...facts.showing import MOST_NAMED
from ...records.roles import COMPARATORS
from ..pattern import Pattern
from ..proof.claim import Claim, less, sign
from ..proof.evidence import Figure, Table, direction, way
from ..proof.order import differing_definitions, ends, places
from ..sentences import Clause, Place, fits
from ..telling import Telling, leading_changes, side
from . import comparator, gaps, move, place

VERBS: Final = {1: "rose", -1: "fell", 0: "stayed the same"}


def ends_of_series(claim: Claim) -> Iterator[str]:
    """Check the highest or lowest among the latest figures of all series, which must be for the same period."""
    stretches = {name: claim.table.stretch(name) for name in claim.table.rows}
    figures = places([row[-1] for row in stretches.values() if row])
    missing = [name for name, row in stretches.items() if not row and claim.table.roles[name] not in COMPARATORS]
    labels = {figure.label for figure in figures}
    if missing or len(labels) != 1 or differing_definitions(claim.table):
        yield "The latest figures are not for the same period, or not all known."
        return
    found = ends(figures, direction(claim.word("end")))
    if not found:
        yield "Nobody can tell which it is."
        return
    yield from claim.figures_are("amount", "when", found[:1])
    yield from claim.series_are([figure.series for figure in found])
    yield from claim.count_is("count", len(found), "of them")
    yield from claim.count_is("whole", len(figures), "altogether")


def two_apart(claim: Claim) -> Iterator[str]:
    """Check the latest figures of two series beside each other, for one period, and how they stood before."""
    names = claim.word("who"), claim.word("other")
    latest = [figure for name in names for figure in claim.table.stretch(name)[-1:]]
    if len({figure.series for figure in latest}) != 2 or differing_definitions(claim.table):
        yield "These are not two figures that may be compared."
        return
    who, other = latest
    for figure in latest:
        yield from claim.names_are("when", [figure])
    if claim.word("same") and way(other, who) != 0:
        yield "They are not the same."
    if claim.word("side"):
        yield from claim.change_is(other, who, direction(claim.word("side")))
    if claim.names("start"):
        yield from _before(claim, [claim.table.leading(name) for name in names])


def _before(claim: Claim, pairs: list[tuple[Figure, Figure] | None]) -> Iterator[str]:
    """Check how two series stood to each other at the figures from which the change of both is told."""
    known = [pair for pair in pairs if pair and pair[0].exact and pair[1].exact]
    if len(known) != 2:
        yield "No such gap is known."
        return
    (first, who), (start, other) = known
    for figure in (first, start):
        yield from claim.names_are("start", [figure])
    yield from claim.gap_is(start.value, first.value, about=start.about or first.about, name="was")
    before, now = gap_between(start, first), gap_between(other, who)
    moved = sign(less(abs(now), abs(before))) if before and sign(before) == sign(now) else 0
    if claim.word("then") and sign(before) != direction(claim.word("then")):
        yield "They did not stand so."
    if claim.word("level") and before:
        yield "They were not equal."
    if claim.word("as") and before != now:
        yield "The gap was another."
    if claim.word("verb") and moved != direction(claim.word("verb")):
        yield "The gap did not change so."


def gap_between(lower: Figure, upper: Figure) -> Decimal:
    """Give how far one exact figure is above another."""
    return less(upper.value or Decimal(0), lower.value or Decimal(0))


def movers(claim: Claim) -> Iterator[str]:
    """Check that just these series rose, fell or stayed the same."""
    pairs = {name: claim.table.leading(name) for name in claim.table.rows}
    ways = {name: way(*pair) if pair else None for name, pair in pairs.items()}
    if None in ways.values():
        yield "The direction of one series is not certain."
    wanted = next(went for went, verb in VERBS.items() if verb == claim.word("verb"))
    yield from claim.series_are([name for name, went in ways.items() if went == wanted])
    claim.tells(*claim.names("names"))


def identical(claim: Claim) -> Iterator[str]:
    """Check that series have the same figures at every position, and that no other series has them too."""
    table, names = claim.table, claim.names("names")
    rows = [_known(table, name) for name in names]
    if len(names) < 2 or len(table.labels) < 2 or not rows[0] or any(row != rows[0] for row in rows):
        yield "Their figures are not the same throughout."
    yield from claim.series_are([name for name in table.rows if rows and _known(table, name) == rows[0]])
    if (claim.word("every") == "in every period") != table.in_time or claim.word("same") != "the same":
        yield "The figures are not for these."
    claim.tells(*names)


def _known(table: Table, name: str) -> list[tuple[str, Decimal | None, bool, bool]]:
    """Give the figures of a series with their positions; none unless each position has an exact one."""
    row = table.row(name)
    exact = [(figure.label, figure.value, figure.about, figure.actual) for figure in row if figure.exact]
    return exact if len(exact) == len(table.labels) else []


END: Final = Pattern(
    "the <end:highest|lowest> figure {when} is {amount}, for <{names}|{count} of the {whole:count}>", ends_of_series
)
TWO: Final = Pattern(
    "{when}, the figure for {who:name} is {gap} <side:above|below> that for {other:name}"
    "[: the gap <verb:narrowed|widened> from {was:gap} {start:when}|: the gap is <as:as wide as> {start:when}"
    "|, and was {was:gap} <then:above|below> it {start:when}|, and was <level:equal to it> {start:when}]",
    two_apart,
)
ALIKE: Final = Pattern(
    "{when}, the figures for {who:name} and {other:name} are <same:the same>"
    "[, and {start:when} the first was {was:gap} <then:above|below> the second]",
    two_apart,
)
IDENTICAL: Final = Pattern(
    "the figures for {names} are <same:the same> <every:in every period|for every category>", identical
)
MOVERS: Final = Pattern("the figure <verb:rose|fell|stayed the same> for {names}", movers)
PATTERNS: Final = (END, TWO, ALIKE, IDENTICAL, MOVERS)


def told_first(telling: Telling) -> tuple[Row | None, Change | None]:
    """Give the only series that is no comparator, and how it moved: what it is compared with moves behind it."""
    rows = [row for row in telling.rows if not row.is_comparator]
    change = leading_changes(telling).get(rows[0].name) if len(rows) == 1 and len(telling.rows) > 1 else None
    return (rows[0], change) if change and change.direction else (None, None)


def own_change(telling: Telling, row: Row, change: Change) -> Iterator[str]:
    """Tell the change of the one of several series that the figures are about; its name may be that of the place."""
    verb = move.change_verb(telling, change)
    ways = ("measure of a series",) if row.name == telling.indicator.place else ("of a series", "measure of a series")
    for who in (telling.subject(wording, row.name) for wording in ways):
        yield from (
            telling.write(move.MOVED, series=who, verb=verb, **values) for values in move.sizes(telling, change)
        )


def outermost(telling: Telling) -> Iterator[Clause]:
    """Give the highest and the lowest latest figure, where all latest figures are for the same period."""
    subject = any(row.role == "subject" for row in telling.rows)  # which is told first
    for weight, found in zip((86, 85) if subject else (94, 93), telling.facts.all(Outermost), strict=False):
        few = len(found.series) <= MOST_NAMED
        who: dict[str, Any] = {"names": found.series} if few else {"count": len(found.series)}
        cell = found.cells[0]
        said = {"end": found.end, "when": [cell], "amount": cell, "whole": found.among}
        yield Clause(Place.ENDS, weight, (telling.write(END, **said, **who),))


def two(telling: Telling) -> Iterator[Clause]:
    """Say by how much the latest figure of one of two series is above the other, and how they stood before."""
    found = telling.facts.one(BetweenTwo)
    if telling.facts.one(Beside):  # how they stand is told by what the other is
        return
    if found is None or found.overlap:
        return
    if telling.facts.one(Identical):
        return
    ends = [*zip(found.names, found.later, found.earlier or (None, None), strict=True)]
    ends.sort(key=lambda end: [-(cell.value or 0) for cell in end[1:] if cell])
    (who, high, first), (other, low, start) = ends
    said: dict[str, Any] = {"when": [high], "who": who, "other": other}
    before: dict[str, Any] = {}
    now, was = subtract(low, high), subtract(start, first) if first and start else None
    if first and start and was is not None:
        before = {"start": [first], "was": telling.gap(was, first, start) if was else None}
        before |= {"then": side(1 if was > 0 else -1)} if was else {"level": "equal to it"}
    if not now:
        less = [*before] if "was" in before else []
        tied = telling.ways(ALIKE, less, **said, same="the same", **before)
        yield Clause(Place.ENDS, 60, tuple(tied))
        return
    if was is not None and now == was:
        before |= {"as": "as wide as", "then": None}
    elif was is not None and was > 0:
        decimals = telling.units.decimals
        seen = rounded(was, decimals) != rounded(now, decimals)
        before = before | {"verb": "widened" if now > was else "narrowed", "then": None} if seen else {}
    said |= {"gap": telling.gap(now, high, low), "side": "above"}
    yield Clause(Place.ENDS, 60, tuple(telling.ways(TWO, [*before], **said, **before)))


def movers_named(telling: Telling) -> Iterator[Clause]:
    """Name the few of many series that went one way, where the chart names them too."""
    named = next((fact.series for fact in telling.facts.all(NamedSeries)), ())
    for number, fact in enumerate(telling.facts.all(Movers)):
        if {*fact.names} <= {*named}:
            said = telling.write(MOVERS, verb=VERBS[fact.way], names=fact.names)
            yield Clause(Place.SIZE, 93 - number, (said,))


def identical_series(telling: Telling) -> Iterator[Clause]:
    """Say which series have the same figures throughout."""
    named = next((fact.series for fact in telling.facts.all(NamedSeries)), ())
    for fact in telling.facts.all(Identical):
        if {*fact.names} <= {*named}:
            every = "in every period" if telling.in_time else "for every category"
            said = telling.write(IDENTICAL, names=fact.names, same="the same", every=every)
            yield Clause(Place.EACH, 91, (said,))


def subject(telling: Telling) -> Iterator[Clause]:
    """Place the subject among its peers and beside what it is compared with, at its latest figure."""
    rank, row = telling.facts.one(Rank), about(telling.facts.grid)
    several = [beside for beside in telling.facts.all(Beside) if row and beside.name == row.name]
    told, when = 0, [several[0].cell] if several else None
    if rank is not None:
        said = {"when": [rank.cell], **place.of_rank(rank)}
        first = (several[0].share is None and comparator.compared(telling, several[0])) if several else None
        whole, when = telling.write(place.RANKED_WHEN, **said, **(first or {})), None
        yield Clause(Place.ENDS, 88, (whole, telling.write(place.RANKED_WHEN, **said)))
        told = int(bool(first) and fits(whole))
    each = [fact.other_name for fact in telling.facts.all(AtEach) if fact.told and len(fact.pairs) <= MOST_NAMED]
    yield from comparator.stated(telling, [one for one in several[told:] if one.other_name not in each], when)
    yield from comparator.forecasts(telling)
    yield from gaps.over_time(telling)
