"""Several series of categories: the highest and the lowest of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ...facts.fact import NamedSeries
from ...facts.figure import shown_cells
from ...facts.grid import Cell, Row
from ...facts.showing import MOST_NAMED
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import way
from ..proof.order import places
from ..sentences import Clause, Place
from ..telling import Telling, all_the_same
from . import extremes, gaps
from .among import identical_series
from .group import COMPARES, COMPARES_NAMED, IN_TABLE, LATEST, NO_FIGURE, in_the_table


def row_range(claim: Claim) -> Iterator[str]:
    """Check the highest and the lowest figure of one of several series of categories."""
    shown = [figure for figure in places(claim.table.row(claim.series)) if figure.shown]
    yield from extremes.ends_are(claim, shown)
    claim.tells(claim.series)


def row_alike(claim: Claim) -> Iterator[str]:
    """Check that all figures of one of several series are the same."""
    shown = claim.table.shown(claim.series)
    if (claim.get("count", int) or 2) != len(shown):
        yield f"There are {len(shown)} figures."
    if any(way(shown[0], figure) != 0 for figure in shown[1:]):
        yield "The figures are not all the same."
    yield from claim.amount_is("amount", shown[0] if shown else None)
    claim.tells(claim.series)


RANGE: Final = Pattern(
    "for {series:series} the <high:highest> figure is {highest:amount}, {highestat:of}"
    "[, and the <low:lowest> is {lowest:amount}, {lowestat:of}]",
    row_range,
)
ALIKE: Final = Pattern("for {series:series} <<both:both>|all {count}> figures are {amount}", row_alike)
OTHERS_IN_TABLE: Final = Pattern("the figures of the other groups are in the table", in_the_table)
PATTERNS: Final = (RANGE, ALIKE, OTHERS_IN_TABLE)


def grouped(telling: Telling) -> Iterator[Clause]:
    """Give the clauses of a figure with several series of categories."""
    names: dict[str, Any] = {"names": [row.name for row in telling.rows]}
    if len(telling.rows) > MOST_NAMED:
        names = {"count": len(telling.rows), "groups": "groups"}
    less = (["names", "count", "groups"], ["names", "count", "groups", "place"])
    wordings = telling.ways(COMPARES_NAMED, *less, measure=True, place=True, **names)
    yield Clause(
        Place.MESSAGE, 100, (*wordings, telling.write(COMPARES, count=len(telling.rows), kind="groups")), alone=True
    )
    named = next((fact.series for fact in telling.facts.all(NamedSeries)), ())
    for number, row in enumerate(row for row in telling.rows if row.name in named):
        yield Clause(Place.EACH, 95 - number, tuple(_spread(telling, row)))
    yield from gaps.over_time(telling)
    yield from identical_series(telling)
    if len(telling.rows) > MOST_NAMED:
        yield Clause(Place.EACH, 90, (telling.write(OTHERS_IN_TABLE),))


def _spread(telling: Telling, row: Row) -> Iterator[str]:
    shown: Sequence[Cell] = shown_cells(row)
    ends_named = extremes.of_one_of_several(telling, row)
    if not shown:
        yield telling.write(NO_FIGURE, series=row.name)
    elif "highest" in ends_named:
        low = {"low": "lowest"} if "lowest" in ends_named else {}
        less = ["lowest", "lowestat", "low"]
        yield from telling.ways(RANGE, less, series=row.name, high="highest", **ends_named, **low)
    elif len(shown) == 1:
        yield telling.write(LATEST, series=row.name, amount=shown[0], at=list(shown))
    elif all_the_same(shown):
        count: dict[str, Any] = {"both": "both"} if len(shown) == 2 else {"count": len(shown)}
        yield telling.write(ALIKE, series=row.name, amount=shown[0], **count)
    yield telling.write(IN_TABLE, names=[row.name])
