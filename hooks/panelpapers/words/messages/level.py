"""How high a figure is: the latest, the first, one that stands alone, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...facts.comparing import run
from ...facts.fact import First, NoShape, NotCompared
from ...facts.figure import shown_cells
from ...facts.grid import Row
from ...facts.notice import Stated
from ...facts.standing import BaselineStanding
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import way
from ..proof.shapes import small
from ..sentences import Clause, Place
from ..telling import LATEST, Telling, ranges_overlap


def nothing_shown(claim: Claim) -> Iterator[str]:
    """Check that there is no figure to show."""
    rows = [claim.series] if claim.series else claim.table.rows
    if any(claim.table.actual(row) for row in rows):
        yield "There is a figure to show."


def stands(claim: Claim) -> Iterator[str]:
    """Check the last of the comparable figures.

    An earlier one may stand beside it where their ranges overlap, or where all are small counts.
    """
    stretch = claim.table.stretch(claim.series)
    if not stretch:
        yield "There is no figure to show."
        return
    if claim.get("from", object) is not None:
        earlier, later = stretch[0], stretch[-1]
        yield from claim.figures_are("from", "start", [earlier])
        if earlier is later or not (way(earlier, later) is None or small(claim.table, stretch)):
            yield "These two figures may be compared."
    yield from claim.latest_is(stretch[-1])
    yield from claim.figures_are("to", "end", stretch[-1:])


def stands_bare(claim: Claim) -> Iterator[str]:
    """Check the last of the comparable figures, in a text that does not say that it is the latest."""
    stretch = claim.table.stretch(claim.series)
    if not stretch:
        yield "There is no figure to show."
    yield from claim.figures_are("to", "end", stretch[-1:])


def first_figure(claim: Claim) -> Iterator[str]:
    """Check the first figure that is shown."""
    yield from claim.figures_are("from", "start", claim.table.actual(claim.series)[:1])
    if not claim.word("first"):
        yield "This is no first figure."


def how_many(claim: Claim) -> Iterator[str]:
    """Check how many figures the chart shows, and for how many periods."""
    shown = claim.table.shown()
    yield from claim.count_is("count", len(shown), "figures")
    yield from claim.count_is("periods", len(claim.table.labels), "periods")
    if (claim.word("noun") == "figure") != (len(shown) == 1):
        yield "One figure, several figures."


def none_earlier(claim: Claim) -> Iterator[str]:
    """Check that no figure comes before another."""
    if len(claim.table.shown()) != 1 or not claim.table.in_time:
        yield "This is not one figure for a period."


NOTHING: Final = Pattern("no figure is available[ for the {measure}[, {place}]]", nothing_shown)
_STANDS: Final = LATEST + "[ for the {measure}[, {place},]] is {to:amount}[, {end:when}]"
STANDS: Final = Pattern(_STANDS, stands)
BESIDE: Final = Pattern(_STANDS + ", beside {from:amount} {start:when}", stands)
FIRST: Final = Pattern("the <first:first> figure is {from:amount}, {start:when}", first_figure)
HOW_MANY: Final = Pattern("the {chart} shows {count} <noun:figures|figure>[ for {periods:count} periods]", how_many)
ALONE: Final = Pattern("there is no earlier figure here", none_earlier)
PATTERNS: Final = (NOTHING, STANDS, BESIDE, FIRST, HOW_MANY, ALONE)


def latest(telling: Telling, row: Row) -> Iterator[str]:
    """Say the latest figure, where nothing can be said of a change.

    It stands beside the first where only their ranges, or that all are small counts, keep them from being compared.
    """
    cells = run(row)
    if not cells:
        yield from telling.ways(NOTHING, ["place"], ["measure", "place"], measure=True, place=True)
        return
    first, last = cells[0], cells[-1]
    said = {"measure": True, "place": True, "to": last, "end": [last], **telling.latest(row, last)}
    less = (["place"], ["measure", "place"])
    none = telling.facts.one(NoShape, row.name)
    apart = ranges_overlap(telling, row) or (none and none.why == "small counts")
    if first is not last and first.value is not None and apart:
        yield from telling.ways(BESIDE, ["place"], **said, **{"from": first}, start=[first])
    yield from telling.ways(STANDS, *less, ["measure", "place", "end"], **said)


def after_step(telling: Telling, row: Row) -> Iterator[Clause]:
    """Say the latest figure, where the message names two levels."""
    last = run(row)[-1]
    said = {"to": last, "end": [last], **telling.latest(row, last)}
    yield Clause(Place.SIZE, 96, (telling.write(STANDS, **said),))


def first(telling: Telling, row: Row, message: str) -> Iterator[Clause]:
    """Name the first figure where it cannot be compared with the latest, unless the message does."""
    found = telling.facts.one(First, row.name)
    apart = telling.facts.all(NotCompared, row.name) if ", beside " not in message else ()
    if found and found.cell in [pair.earlier for pair in apart]:
        said = telling.write(FIRST, first="first", **{"from": found.cell}, start=[found.cell])
        yield Clause(Place.OBSTACLE, 75, (said,))


def count(telling: Telling, row: Row) -> Iterator[Clause]:
    """Say how many figures the chart shows, or that there is no earlier one."""
    shown = shown_cells(row)
    if len(shown) > 1:
        yield Clause(Place.COUNT, 25, (telling.write(HOW_MANY, count=len(shown), noun="figures"),))
    elif shown and not telling.facts.all(Stated) and not telling.facts.all(BaselineStanding):
        yield Clause(Place.COUNT, 25, (telling.write(ALONE),))
