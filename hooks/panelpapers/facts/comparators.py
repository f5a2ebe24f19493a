"""How figures stand to what they are compared with: an average, a group, a national figure, a budget, a year before.

Roles say what is a comparator, never names. Figures stand beside each other at one position: categories of one
series, or all series at the latest figure of the subject, or series of categories at each category.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from ..records.indicator import Indicator
from ..records.roles import COMPARATORS, PLANNED, RoleName, are_amounts
from .arithmetic import difference, share
from .comparing import latest, run, subtract, year_before
from .fact import Fact, Rank
from .grid import Cell, Grid, Row, direction
from .ranking import differing_definitions, is_place

JUDGING = (*PLANNED, "last year", "group", "national", "average")
"""What a figure can be better or worse than; of amounts the size of a place decides, so only of its own."""
Gap = Literal["narrowed", "widened", "stayed", "crossed"]


class Compared(NamedTuple):
    """A figure among others: its series, the name of the place or kind that it is for, its role."""

    series: str
    name: str
    role: RoleName | None
    cell: Cell


@dataclass(frozen=True, slots=True)
class Beside(Fact):
    """A figure beside a comparator, whose ``role`` it names. ``direction`` is ``None`` where nobody can tell.

    ``alone`` says that no other comparator has this role, ``within`` that the figure lies in the range of its peers.
    ``share`` is the figure in per cent of the total that it is a part of; ``judged`` whether it is the better one.
    """

    series: str
    cell: Cell
    name: str
    role: RoleName
    other_name: str
    other: Cell
    alone: bool
    direction: int | None
    difference: Decimal | None
    within: bool
    share: Decimal | None
    judged: Literal["better", "worse"] | None


@dataclass(frozen=True, slots=True)
class GapOverTime(Fact):
    """How far the subject was from a comparator at the first and at the last time at which both are compared.

    ``first`` and ``last`` hold the subject's figure and the comparator's.
    """

    name: str
    role: RoleName
    other_name: str
    alone: bool
    first: tuple[Cell, Cell]
    last: tuple[Cell, Cell]
    way: Gap


@dataclass(frozen=True, slots=True)
class AtEach(Fact):
    """The subject beside a comparator at each period or category: its figure, the comparator's and the direction.

    ``told`` says that sentences tell of each: in time of what was planned alone.
    """

    name: str
    role: RoleName
    other_name: str
    alone: bool
    told: bool
    pairs: tuple[tuple[Cell, Cell, int], ...]


def compared(grid: Grid) -> tuple[list[Compared], list[Compared], Compared | None]:
    """Give the places compared, the comparators among them, and the subject.

    Among categories they are the categories of the one series; among series they are all figures at the subject's
    latest position, or at the last position. Without a subject it is the only place.
    """
    if grid.axis == "category" and len(grid.rows) == 1:
        row = grid.rows[0]
        named = [Compared(row.name, cell.label, cell.point.role, cell) for cell in row.cells]
    elif grid.axis == "time" and len(grid.rows) > 1 and any(row.role for row in grid.rows):
        named = list(_at_one_time(grid))
    else:
        return [], [], None
    standing = [(one.role, one.cell) for one in named]
    places = [one for one in named if is_place(one.role, one.cell, standing)]
    return places, [one for one in named if one.role in COMPARATORS], _subject(grid, places)


def _subject(grid: Grid, places: Sequence[Compared]) -> Compared | None:
    """Give the place that is the subject, or the only one where the figure names none, shown or not."""
    named = any("subject" in (row.role, *(cell.point.role for cell in row.cells)) for row in grid.rows)
    subjects = [place for place in places if (place.role == "subject" if named else place.role not in COMPARATORS)]
    return subjects[0] if len(subjects) == 1 else None


def about(grid: Grid) -> Row | None:
    """Give the series that the figures are about: the subject, or the only one that is no comparator."""
    rows = [row for row in grid.rows if row.role == "subject"] or [row for row in grid.rows if not row.is_comparator]
    return rows[0] if len(rows) == 1 else None


def _at_one_time(grid: Grid) -> Iterator[Compared]:
    """Give the figure of each series at one position; of a year before, its own for the same time of that year."""
    label, subject = _position(grid), about(grid)
    now = subject.at(label) if subject else None
    for row in grid.rows:
        cell = row.at(label)
        if row.role == "last year" and cell is None and now:
            cell = year_before(row.cells, now)
        if cell and (row.role == "forecast" or not cell.forecast):
            yield Compared(row.name, row.name, row.role, cell)


def _position(grid: Grid) -> str:
    subject = about(grid)
    cells = [latest(subject)] if subject else [latest(row) for row in grid.rows]
    labels = [grid.labels.index(cell.label) for cell in cells if cell]
    return grid.labels[max(labels)] if labels else grid.labels[-1]


def comparisons(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Compare places with comparators, rank the subject among its peers, and follow its gaps over time."""
    if differing_definitions(grid):
        return
    places, comparators, subject = compared(grid)
    shown = [one for one in comparators if one.cell.shown]
    order = sorted(shown, key=lambda one: COMPARATORS.index(one.role or "total"))
    forecasts = [one for one in order if one.role == "forecast"]
    for place in [*places, *forecasts]:
        yield from (_beside(indicator, place, one, order) for one in order if _are_compared(place, one, subject))
    if subject and rankable(places):
        yield from _rank(indicator, places, subject)
    yield from _over_time(grid, amounts=are_amounts(indicator.unit, indicator.measure))


def _are_compared(place: Compared, other: Compared, subject: Compared | None) -> bool:
    """Whether a figure stands beside a comparator.

    What is of the subject alone, such as its figure a year before, is for nobody else; its forecast stands beside
    what was planned.
    """
    if place.role == "forecast":
        return other.role in PLANNED
    own = other.role in (*PLANNED, "last year", "forecast")
    return place.cell.shown and place.role != "best" and (place == subject or not own)


def _beside(indicator: Indicator, place: Compared, other: Compared, order: Sequence[Compared]) -> Beside:
    role, cell, amounts = other.role or "total", other.cell, are_amounts(indicator.unit, indicator.measure)
    way = direction(cell, place.cell)
    part = _share(place.cell, cell) if role == "total" and amounts and indicator.adds_up is not False else None
    good = {"higher": 1, "lower": -1}.get(indicator.better)
    judges = way and good and role in (JUDGING if not amounts else (*PLANNED, "last year"))
    return Beside(
        *place[:1], place.cell, place.name, role, other.name, cell,
        alone=sum(one.role == role for one in order) == 1,
        direction=way,
        difference=subtract(cell, place.cell),
        within=role == "range" and way is None and _within(place.cell, cell),
        share=part,
        judged=("better" if way == good else "worse") if judges else None,
    )  # fmt: skip


def _share(cell: Cell, total: Cell) -> Decimal | None:
    """Give a figure in per cent of the total that it is a part of, where it can be one."""
    if not (cell.exact and total.exact) or cell.value is None or not total.value:
        return None
    return share(cell.value, total.value) if 0 <= cell.value <= total.value else None


def _within(cell: Cell, peers: Cell) -> bool:
    if cell.bounds is None or peers.bounds is None:
        return False
    return peers.bounds[0] <= cell.bounds[0] and cell.bounds[1] <= peers.bounds[1]


def rankable(places: Sequence[Compared]) -> bool:
    """Whether a rank can be given: two or more places, and a figure for each of them."""
    return len(places) > 1 and all(place.cell.shown for place in places)


def _rank(indicator: Indicator, places: Sequence[Compared], subject: Compared) -> Iterator[Rank]:
    end = -1 if indicator.better == "lower" else 1
    ways = [direction(subject.cell, other.cell) for other in places if other.cell is not subject.cell]
    if None in ways:
        return
    if end in ways and -end not in ways:  # the last of all is the first from the other end
        end = -end
    position = 1 + sum(way == end for way in ways)
    yield Rank(subject.name, subject.cell, position, 0 in ways, len(places), "lowest" if end < 0 else "highest")


# One comparator at several positions


def _over_time(grid: Grid, *, amounts: bool) -> Iterator[Fact]:
    """Compare the subject with each comparator at every position: of a plan each one, of rates the gap to others."""
    subject = about(grid)
    others = [row for row in grid.rows if row.is_comparator and row.role != "forecast"]
    # A range of peers with one end alone is no range: its editor is told.
    others = [row for row in others if row.role != "range" or not any(cell.value is not None for cell in row.cells)]
    for row in others if subject and len(grid.labels) > 1 else ():
        alone = sum(other.role == row.role for other in others) == 1
        if subject and row.role and (pairs := tuple(_pairs(grid, subject, row))):
            told = grid.axis == "category" or row.role in PLANNED
            yield AtEach(subject.name, row.role, row.name, alone, told, pairs)
            if row.role in ("group", "national", "average", "best") and grid.axis == "time" and not amounts:
                yield from _gap(subject, row, row.role, alone=alone)


def _pairs(grid: Grid, subject: Row, row: Row) -> Iterator[tuple[Cell, Cell, int]]:
    for label in grid.labels:
        cell, other = subject.at(label), row.at(label)
        way = direction(other, cell) if cell and other and not cell.forecast else None
        if cell and other and way is not None:
            yield cell, other, way


def _gap(subject: Row, row: Row, role: RoleName, *, alone: bool) -> Iterator[GapOverTime]:
    """Find how a gap changed between the first and the last time at which both can be compared."""
    ours, theirs = ({cell.label: cell for cell in run(one) if cell.exact} for one in (subject, row))
    labels = [label for label in ours if label in theirs]
    if len(labels) < 2 or labels[-1] != run(subject)[-1].label:
        return
    first, last = ((ours[label], theirs[label]) for label in (labels[0], labels[-1]))
    was, now = (difference(other.value or Decimal(0), own.value or Decimal(0)) for own, other in (first, last))
    way: Gap = "narrowed" if abs(now) < abs(was) else "widened" if abs(now) > abs(was) else "stayed"
    yield GapOverTime(subject.name, role, row.name, alone, first, last, "crossed" if was * now < 0 else way)
