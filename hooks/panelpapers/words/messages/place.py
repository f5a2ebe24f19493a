"""Places side by side: one among its peers, and beside an average."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ...facts.fact import BesideAverage, Rank
from ...facts.figure import shown_cells
from ...facts.grid import Cell, Row
from ..nouns import plain
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import Figure, direction, way
from ..proof.order import differing_definitions
from ..sentences import Clause, Place, fits
from ..telling import Telling, side
from . import level


def places(claim: Claim) -> list[Figure]:
    """Give the figures that are ranked: of one series, or of the latest period of several; averages left out."""
    return [figure for figure in everything(claim) if figure.role != "average"]


def shown_places(claim: Claim) -> list[Figure]:
    """Give those of them that have something to show."""
    return [figure for figure in places(claim) if figure.shown]


def everything(claim: Claim) -> list[Figure]:
    """Give the figures that stand side by side: a series of categories, or all series at one period."""
    table = claim.table
    if not table.in_time:
        return table.row(claim.series)
    labels = claim.names("when") or (table.latest_label(),)
    return [figure for figure in table.all() if (figure.label,) == labels and figure.actual]


def kind_fits(claim: Claim, among: list[Figure]) -> Iterator[str]:
    """Check that what is counted is called by its kind: places where some have a role, else categories."""
    roles = any(figure.role for figure in claim.table.all())
    allowed = ("category", "place") if len(among) == 1 else ("places",) if roles else ("categories",)
    if claim.word("kind") and claim.word("kind") not in allowed:
        yield f"These are not {claim.word('kind')}."


def beside_average_is(claim: Claim, figure: Figure) -> Iterator[str]:
    """Check how a figure stands to the average, where the clause says it."""
    said = claim.word("side") or claim.word("overlap")
    if not said:
        return
    averages = [other for other in everything(claim) if other.role == "average"]
    if len(averages) != 1 or differing_definitions(claim.table):
        yield "There is no average that this may be compared with."
        return
    average = averages[0]
    if way(average, figure) != {"above": 1, "below": -1, "equal to": 0, "overlaps": None}[said]:
        yield f"The figure for {figure.name} does not stand so to the average."
    yield from claim.amount_is("average", average)
    if (claim.word("averagename") or claim.word("calledso")) not in ("", average.name):
        yield f"The average is that of {average.name}."
    yield from claim.gap_is(average.value, figure.value, about=figure.about or average.about)


def single(claim: Claim) -> Iterator[str]:
    """Check a figure that stands alone or is the subject, and how it stands to the average."""
    shown, labels = shown_places(claim), claim.names("label")
    chosen = [figure for figure in shown if not labels or figure.label in labels]
    subjects = [figure for figure in chosen if figure.role == "subject"]
    chosen = subjects if len(subjects) == 1 else chosen
    if len(chosen) != 1 or (not subjects and len(shown) != 1):
        yield "It is open which figure this is."
        return
    yield from claim.amount_is("amount", chosen[0])
    yield from beside_average_is(claim, chosen[0])


def named_beside_average(claim: Claim) -> Iterator[str]:
    """Check how the place or the series that is named stands to the average."""
    found = [figure for figure in places(claim) if figure.name == claim.word("who")]
    if len(found) != 1:
        yield "It is open which figure this is."
        return
    yield from beside_average_is(claim, found[0])


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
    yield from beside_average_is(claim, found[0])


def chart_of_places(claim: Claim) -> Iterator[str]:
    """Check how many places the chart shows."""
    shown = shown_places(claim)
    if claim.get("count", int) != len(shown) or (claim.word("kind") == "place") != (len(shown) == 1):
        yield f"The chart shows {len(shown)} places."


_AVERAGE: Final = (
    "<the average of {average:amount} for {averagename:name}|[article:the ]{calledso:name}, at {average:amount}>"
)
BESIDE: Final = (
    f"<[{{gap}} ]<side:above|below|equal to> {_AVERAGE}|and its likely range <overlap:overlaps> that of {_AVERAGE}>"
)
RANK: Final = "[joint:joint ][{position:ordinal} ]<end:highest|lowest> of {count}"
SINGLE: Final = Pattern("the figure for <the {measure} for {label}|{label}> is {amount}[, " + BESIDE + "]", single)
NAMED: Final = Pattern("{who:name} is " + BESIDE, named_beside_average)
RANKED: Final = Pattern("{who:name} is the " + RANK + "[ places in the {shownin:chart}]", ranks)
RANKED_WHEN: Final = Pattern("{when}, {who:name} is the " + RANK + "[, " + BESIDE + "]", ranks)
CHART: Final = Pattern("the {chart} shows {count} <kind:places|place>", chart_of_places)
PATTERNS: Final = (SINGLE, NAMED, RANKED, RANKED_WHEN, CHART)


def kind(telling: Telling, number: int) -> str:
    """Name what so many figures are for: places where some have a role, else categories."""
    if number == 1:
        return "category"
    roles = any(cell.point.role for row in telling.rows for cell in row.cells)
    return "places" if roles else "categories"


def to_average(telling: Telling, beside: BesideAverage) -> dict[str, Any]:
    """Give how a figure stands to an average, as the slots of ``BESIDE``."""
    name = plain(beside.average_name)
    said: dict[str, Any] = {"average": beside.average}
    said["calledso" if "average" in name.lower() else "averagename"] = name
    said["article"] = not name.lower().startswith("the ")
    if beside.direction is None:
        return said | {"overlap": "overlaps"}
    gap = telling.gap(beside.difference, beside.cell, beside.average) if beside.direction else None
    return said | {"side": side(beside.direction), "gap": gap}


def besides(telling: Telling) -> dict[int, BesideAverage]:
    """Give how figures stand to an average, by the figure."""
    return {id(beside.cell): beside for beside in telling.facts.all(BesideAverage)}


def alone(telling: Telling, shown: Sequence[Cell]) -> Iterator[str]:
    """Say the one figure of categories that is shown, with its distance from an average, or that there is none."""
    if not shown:
        yield from telling.ways(level.NOTHING, ["place"], ["measure", "place"], measure=True, place=True)
        return
    yield from _single(telling, shown[0])


def _single(telling: Telling, cell: Cell) -> Iterator[str]:
    beside = besides(telling).get(id(cell))
    said = {"measure": True, "label": [cell], "amount": cell}
    for tail in ([to_average(telling, beside)] if beside else []) + [{}]:
        yield from telling.ways(SINGLE, ["measure"], **said, **tail)


def alone_beside_average(telling: Telling, shown: Sequence[Cell], said: str) -> Iterator[Clause]:
    """Say how the one figure shown stands to an average, where the message had no room for it."""
    beside = besides(telling).get(id(shown[0])) if len(shown) == 1 else None
    if beside and "average" not in said and plain(beside.average_name) not in said:
        yield Clause(Place.SIZE, 88, (telling.write(NAMED, who=beside.name, **to_average(telling, beside)),))


def subject(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the clauses of the place that the figure is about, among its peers."""
    cell = next(cell for cell in row.cells if cell.point.role == "subject" and cell.shown)
    beside = besides(telling).get(id(cell))
    wordings = tuple(_single(telling, cell))
    yield Clause(Place.MESSAGE, 100, wordings, alone=True)
    if beside and not any(map(fits, wordings[:2])):
        yield Clause(Place.SIZE, 90, (telling.write(NAMED, who=beside.name, **to_average(telling, beside)),))
    yield from _rank_and_chart(telling, row)


def _rank_and_chart(telling: Telling, row: Row) -> Iterator[Clause]:
    shown = [cell for cell in shown_cells(row) if cell.point.role != "average"]
    chart = telling.write(CHART, count=len(shown), kind="place" if len(shown) == 1 else "places")
    if (rank := telling.facts.one(Rank)) is None:
        yield Clause(Place.COUNT, 40, (chart,))
    else:
        yield Clause(Place.ENDS, 96, (telling.write(RANKED, shownin=True, **of_rank(rank)), chart))


def of_rank(rank: Rank) -> dict[str, Any]:
    """Give a rank as the slots of ``RANK``, with who has it."""
    position = rank.position if rank.position > 1 else None
    return {"who": rank.name, "joint": rank.tied, "position": position, "end": rank.end, "count": rank.among}
