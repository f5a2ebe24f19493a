"""Several series beside each other at their latest figures: highest, lowest, two apart, one among its peers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...facts.comparing import subtract
from ...facts.fact import BesideAverage, Outermost, Rank
from ...facts.showing import MOST_NAMED
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import direction
from ..proof.order import differing_definitions, ends
from ..sentences import Clause, Place, fits
from ..telling import Telling
from . import place


def ends_of_series(claim: Claim) -> Iterator[str]:
    """Check the highest or lowest among the latest figures of all series, which must be for the same period."""
    rows = [
        claim.table.stretch(name) for name, row in claim.table.rows.items() if not row or row[0].role != "average"
    ]
    figures = [row[-1] for row in rows if row]
    labels = {figure.label for figure in figures}
    if len(figures) < len(rows) or len(labels) != 1 or differing_definitions(claim.table):
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
    ends_of_two = telling.facts.all(Outermost) if len(telling.rows) == 2 else ()
    if [len(found.series) for found in ends_of_two] == [1, 1]:
        high, low = (found.cells[0] for found in ends_of_two)
        who, other = (found.series[0] for found in ends_of_two)
        gap = telling.gap(subtract(low, high), high, low)
        said = telling.write(TWO, when=[high], who=who, gap=gap, side="above", other=other)
        yield Clause(Place.ENDS, 60, (said,))


def subject(telling: Telling) -> Iterator[Clause]:
    """Place the subject among its peers and beside the average, at its latest figure."""
    rank, subject = telling.facts.one(Rank), next((row.name for row in telling.rows if row.role == "subject"), None)
    besides = (beside for beside in telling.facts.all(BesideAverage) if beside.name == subject)
    beside = next((found for found in besides if found.difference is not None or found.direction == 0), None)
    average = place.to_average(telling, beside) if beside else {}
    if rank is not None:
        said = {"when": [rank.cell], **place.of_rank(rank)}
        whole = telling.write(place.RANKED_WHEN, **said, **average)
        yield Clause(Place.ENDS, 88, (whole, telling.write(place.RANKED_WHEN, **said)))
        if fits(whole):
            return
    if beside:
        yield Clause(Place.ENDS, 87, (telling.write(place.NAMED, who=beside.name, **average),))
