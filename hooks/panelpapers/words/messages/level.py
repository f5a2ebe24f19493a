"""How high a figure is: the latest, the first, one that stands alone, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...facts.fact import BaselineStanding, First, Latest, NotCompared
from ...facts.figure import shown_cells
from ...facts.grid import Row
from ...facts.notice import Stated
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import way
from ..sentences import Clause, Place
from ..telling import Telling


def nothing_shown(claim: Claim) -> Iterator[str]:
    """Check that there is no figure to show."""
    rows = [claim.series] if claim.series else claim.table.rows
    if any(claim.table.actual(row) for row in rows):
        yield "There is a figure to show."


def stands(claim: Claim) -> Iterator[str]:
    """Check the latest figure, or the only one; an earlier one may stand beside it where their ranges overlap."""
    actual = claim.table.actual(claim.series)
    latest = actual[-1] if actual else None
    if claim.get("from", object) is not None:
        named = claim.figures("start")
        yield from claim.amount_is("from", named[0] if len(named) == 1 else None)
        if latest is None or len(named) != 1 or named[0] is latest or way(named[0], latest) is not None:
            yield "These two figures are not an earlier and a later one whose ranges overlap."
    if claim.get("latest", str) == "" and len(actual) > 1:
        yield "There are earlier figures."
    yield from claim.figures_are("to", "end", actual[-1:])


def first_figure(claim: Claim) -> Iterator[str]:
    """Check the first figure that is shown."""
    yield from claim.figures_are("from", "start", claim.table.actual(claim.series)[:1])
    if not claim.word("first"):
        yield "This is no first figure."


def how_many(claim: Claim) -> Iterator[str]:
    """Check how many figures the chart shows, for how many periods, and whether there is an earlier one."""
    shown = claim.table.shown()
    yield from claim.count_is("count", len(shown), "figures")
    yield from claim.count_is("periods", len(claim.table.labels), "periods")
    if (claim.word("noun") == "figure") != (len(shown) == 1):
        yield "One figure, several figures."
    if claim.word("alone") and len(shown) != 1:
        yield "There is an earlier figure."


NOTHING: Final = Pattern("no figure is available[ for the {measure}[, {place}]]", nothing_shown)
NONE_YET: Final = Pattern("the {chart} has no figures yet", nothing_shown)
STANDS: Final = Pattern(
    "the [latest:latest ]figure[ for the {measure}[, {place},]] is {to:amount}[, {end:when}]", stands
)
BESIDE: Final = Pattern(
    "the [latest:latest ]figure[ for the {measure}[, {place},]] is {to:amount}[, {end:when}]"
    ", beside {from:amount} {start:when}",
    stands,
)
FIRST: Final = Pattern("the <first:first> figure is {from:amount}, {start:when}", first_figure)
HOW_MANY: Final = Pattern(
    "the {chart} shows {count} <noun:figures|figure>[ for {periods:count} periods]"
    "[alone:, and there is no earlier figure to compare it with]",
    how_many,
)
PATTERNS: Final = (NOTHING, NONE_YET, STANDS, BESIDE, FIRST, HOW_MANY)


def latest(telling: Telling, row: Row) -> Iterator[str]:
    """Say the latest figure alone, where nothing can be said of a change: beside one whose range overlaps its own."""
    found = telling.facts.one(Latest, row.name)
    if found is None:
        yield from telling.ways(NOTHING, ["place"], ["measure", "place"], measure=True, place=True)
        return
    cell = found.cell
    said = {"latest": len(shown_cells(row)) > 1, "measure": True, "place": True, "to": cell, "end": [cell]}
    apart = (pair for pair in telling.facts.all(NotCompared, row.name) if pair.obstacle == "ranges overlap")
    less = (["place"], ["measure", "place"])
    if pair := next(apart, None):
        beside = {"from": pair.earlier, "start": [pair.earlier]}
        yield from telling.ways(BESIDE, *less, **said, **beside)
    yield from telling.ways(STANDS, *less, ["measure", "place", "end"], **said)


def first(telling: Telling, row: Row) -> Iterator[Clause]:
    """Name the first figure where it cannot be compared with the latest."""
    found = telling.facts.one(First, row.name)
    apart = [pair for pair in telling.facts.all(NotCompared, row.name) if pair.obstacle != "ranges overlap"]
    if found and found.cell in [pair.earlier for pair in apart]:
        said = telling.write(FIRST, first="first", **{"from": found.cell}, start=[found.cell])
        yield Clause(Place.OBSTACLE, 75, (said,))


def count(telling: Telling, row: Row) -> Iterator[Clause]:
    """Say how many figures the chart shows, and where there is no earlier one."""
    shown = shown_cells(row)
    if not shown:
        yield Clause(Place.COUNT, 25, (telling.write(NONE_YET),))
    elif len(shown) > 1:
        yield Clause(Place.COUNT, 25, (telling.write(HOW_MANY, count=len(shown), noun="figures"),))
    elif not telling.facts.all(Stated) and not telling.facts.all(BaselineStanding):
        yield Clause(Place.COUNT, 25, (telling.write(HOW_MANY, count=1, noun="figure", alone=True),))
