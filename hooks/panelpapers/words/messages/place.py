"""Places side by side: one among its peers, and beside what it is compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ...facts.comparators import Beside
from ...facts.fact import Rank
from ...facts.grid import Cell, Row
from ...facts.ranking import ranked
from ..pattern import Pattern
from ..proof import order
from ..proof.claim import Claim
from ..proof.comparators import side_by_side, stands_to_one
from ..proof.evidence import Figure, direction, way
from ..proof.order import differing_definitions
from ..proof.reading import COMPARISON
from ..sentences import Clause, Place, first_fitting
from ..telling import Telling
from . import comparator, level
from .comparator import besides


def everything(claim: Claim) -> list[Figure]:
    """Give the figures that stand side by side, comparators too."""
    return side_by_side(claim.table, next(iter(claim.names("when")), ""), claim.series)


def places(claim: Claim) -> list[Figure]:
    """Give the figures that are ranked: of one series, or of the latest period of several; comparators left out."""
    return order.places(everything(claim))


def shown_places(claim: Claim) -> list[Figure]:
    """Give those of them that have something to show."""
    return [figure for figure in places(claim) if figure.shown]


def kind_fits(claim: Claim, among: list[Figure]) -> Iterator[str]:
    """Check that what is counted is called by its kind: places where some have a role other than a total's."""
    roles = any(figure.role not in (None, "total") for figure in claim.table.all())
    allowed = ("category", "place") if len(among) == 1 else ("places",) if roles else ("categories",)
    if claim.word("kind") and claim.word("kind") not in allowed:
        yield f"These are not {claim.word('kind')}."


def single(claim: Claim) -> Iterator[str]:
    """Check a figure that stands alone or is the subject, and how it stands to a comparator."""
    shown, labels = shown_places(claim), claim.names("label")
    chosen = [figure for figure in shown if not labels or figure.label in labels]
    subjects = [figure for figure in chosen if figure.role == "subject"]
    chosen = subjects if len(subjects) == 1 else chosen
    if len(chosen) != 1 or (not subjects and len(shown) != 1):
        yield "It is open which figure this is."
        return
    yield from claim.amount_is("amount", chosen[0])
    yield from stands_to_one(claim, chosen[0], everything(claim))


def ranks(claim: Claim) -> Iterator[str]:
    """Check a rank: its position among all places, counted from the end that is named, and whether it is shared."""
    among, who = places(claim), claim.word("who")
    found = [figure for figure in among if (figure.name == who if who else figure.role == "subject")]
    if any(figure.role == "subject" for figure in among) and [figure.role for figure in found] != ["subject"]:
        yield "The rank is not that of the subject."
    all_shown = len(among) > 1 and all(figure.shown for figure in among)
    if len(found) != 1 or not all_shown or differing_definitions(claim.table):
        yield "No rank can be given here."
        return
    others = [way(found[0], figure) for figure in among if figure is not found[0]]
    position = 1 + others.count(direction(claim.word("end")))
    if None in others or (claim.get("position", int) or 1) != position:
        yield f"The position from the {claim.word('end')} is {position}."
    if bool(claim.word("joint")) != (0 in others):
        yield f"The position is {'not ' * (0 not in others)}shared."
    yield from claim.count_is("count", len(among), "places")
    if claim.table.in_time:
        yield from claim.names_are("when", [found[0]])
    elif claim.names("when"):
        yield "These are not figures in time."
    yield from claim.amount_is("amount", found[0])
    yield from stands_to_one(claim, found[0], everything(claim))


def chart_of_places(claim: Claim) -> Iterator[str]:
    """Check how many places the chart shows."""
    shown = shown_places(claim)
    if claim.get("count", int) != len(shown) or (claim.word("kind") == "place") != (len(shown) == 1):
        yield f"The chart shows {len(shown)} places."


RANK: Final = "[joint:joint ][{position:ordinal} ]<end:highest|lowest> of {count}"
SINGLE: Final = Pattern(
    "the figure for <the {measure} for {label}|{label}> is {amount}[, " + COMPARISON + "]", single
)
RANKED: Final = Pattern("{who:name} is the " + RANK + "[ places in the {shownin:chart}]", ranks)
RANKED_WHEN: Final = Pattern("{when}, {who:name} is the " + RANK + "[, " + COMPARISON + "]", ranks)
CHART: Final = Pattern("the {chart} shows {count} <kind:places|place>", chart_of_places)
PATTERNS: Final = (SINGLE, RANKED, RANKED_WHEN, CHART)


def kind(telling: Telling, number: int) -> str:
    """Name what so many figures are for."""
    if number == 1:
        return "category"
    return "places" if telling.facts.grid.of_places else "categories"


def alone(telling: Telling, shown: Sequence[Cell]) -> Iterator[str]:
    """Say the one figure of categories that is shown, with its distance from an average, or that there is none."""
    if not shown:
        yield from telling.ways(level.NOTHING, ["place"], ["measure", "place"], measure=True, place=True)
        return
    yield from _single(telling, shown[0])


def _single(telling: Telling, cell: Cell) -> Iterator[str]:
    said, several = {"measure": True, "label": [cell], "amount": cell}, besides(telling).get(id(cell), [])
    for tail in (*([_first(telling, several)] if several else []), {}):
        yield from telling.ways(SINGLE, ["measure"], **said, **tail)


def _first(telling: Telling, several: Sequence[Beside]) -> dict[str, Any]:
    """Give how a figure stands to the comparator that is told first, where it is no part of it."""
    return {} if several[0].share is not None else comparator.compared(telling, several[0]) or {}


def alone_beside(telling: Telling, shown: Sequence[Cell], said: str) -> Iterator[Clause]:
    """Say how the one figure shown stands to comparators, as far as the message does not."""
    yield from beside(telling, shown[0], said) if len(shown) == 1 else ()


def beside(telling: Telling, cell: Cell, said: str) -> Iterator[Clause]:
    """Say how a figure stands to comparators: to the first of them where the message had no room for it."""
    several = besides(telling).get(id(cell), [])
    told = bool(several) and any(said == text for text in (*_single(telling, cell),)[:2] if _first(telling, several))
    yield from comparator.stated(telling, several[told:])
    yield from comparator.forecasts(telling)


def subject(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the clauses of the place that the figure is about, among its peers."""
    cell = next(cell for cell in row.cells if cell.point.role == "subject" and cell.shown)
    wordings = tuple(_single(telling, cell))
    yield Clause(Place.MESSAGE, 100, wordings, alone=True)
    yield from beside(telling, cell, first_fitting(wordings) or "")
    yield from _rank_and_chart(telling, row)


def _rank_and_chart(telling: Telling, row: Row) -> Iterator[Clause]:
    shown = ranked(row)
    chart = telling.write(CHART, count=len(shown), kind="place" if len(shown) == 1 else "places")
    if (rank := telling.facts.one(Rank)) is None:
        if len(shown) > 1 or not besides(telling):
            yield Clause(Place.COUNT, 40, (chart,))
    else:
        yield Clause(Place.ENDS, 96, (telling.write(RANKED, shownin=True, **of_rank(rank)), chart))


def of_rank(rank: Rank) -> dict[str, Any]:
    """Give a rank as the slots of ``RANK``, with who has it."""
    position = rank.position if rank.position > 1 else None
    return {"who": rank.name, "joint": rank.tied, "position": position, "end": rank.end, "count": rank.among}
