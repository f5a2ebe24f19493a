"""Several series beside each other at their latest figures: highest, lowest, two apart, one among its peers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...facts.comparators import AtEach, Beside, about
from ...facts.comparing import subtract
from ...facts.fact import Change, Outermost, Rank
from ...facts.grid import Row
from ...facts.showing import MOST_NAMED
from ...records.roles import COMPARATORS
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import direction
from ..proof.order import differing_definitions, ends, places
from ..sentences import Clause, Place, fits
from ..telling import Telling, leading_changes
from . import comparator, gaps, move, place


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
    """Check by how much the latest figure of one of two series is above that of the other, for the same period."""
    who, other = (claim.table.stretch(claim.word(name))[-1:] for name in ("who", "other"))
    if not who or not other or who[0].series == other[0].series or differing_definitions(claim.table):
        yield "These are not two figures that may be compared."
        return
    yield from claim.names_are("when", who)
    yield from claim.names_are("when", other)
    yield from claim.change_is(other[0], who[0], direction(claim.word("side")))


END: Final = Pattern(
    "the <end:highest|lowest> figure {when} is {amount}, for <{names}|{count} of the {whole:count}>", ends_of_series
)
TWO: Final = Pattern("{when}, the figure for {who:name} is {gap} <side:above|below> that for {other:name}", two_apart)
PATTERNS: Final = (END, TWO)


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
    """Say by how much the latest figure of one of two series is above the other: what was spent, and the budget."""
    ends_of_two = telling.facts.all(Outermost) if len(telling.rows) == 2 and not telling.facts.all(Beside) else ()
    if [len(found.series) for found in ends_of_two] == [1, 1]:
        high, low = (found.cells[0] for found in ends_of_two)
        who, other = (found.series[0] for found in ends_of_two)
        gap = telling.gap(subtract(low, high), high, low)
        said = telling.write(TWO, when=[high], who=who, gap=gap, side="above", other=other)
        yield Clause(Place.ENDS, 60, (said,))


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
