"""Likely ranges: where the true figure lies, what overlapping ranges leave open, and which do not overlap."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...facts.comparators import compared
from ...facts.comparing import has_seasons, run
from ...facts.fact import BetweenTwo, Rank
from ...facts.grid import Cell, Row, direction
from ...facts.showing import MOST_NAMED
from ..pattern import Pattern
from ..proof import evidence
from ..proof.claim import Claim
from ..proof.evidence import Figure, way
from ..proof.order import differing_definitions
from ..sentences import Clause, Place
from ..telling import Mark, Telling, message_change
from . import place


def lies_between(claim: Claim) -> Iterator[str]:
    """Check the ends of the likely range of the latest figure, or of the place that the figure is about.

    A comparator is no place of the figure's own, unless nothing else is shown.
    """
    table = claim.table
    own = [figure for figure in table.all() if not figure.is_comparator] or list(table.all())
    if table.in_time:
        chosen = [figure for name in table.rows for figure in table.stretch(name)[-1:]]
    else:
        chosen = [figure for figure in own if figure.role == "subject" or len(own) == 1]
    chosen = [figure for figure in chosen if figure.shown and figure in own]
    meant = [figure for figure in chosen if figure.label in claim.names("when")]
    if len(meant) != 1 or meant[0].point.interval is None:
        yield "There is no such likely range."
        return
    yield from claim.mark_is("low", meant[0].point.interval.low)
    yield from claim.mark_is("high", meant[0].point.interval.high)


def open_since(claim: Claim) -> Iterator[str]:
    """Check since when the likely ranges of a series overlap with the latest."""
    stretch = claim.table.stretch(claim.series)
    found: list[Figure] = []
    for figure in reversed(stretch[:-1]):
        if way(figure, stretch[-1]) is not None:
            break
        found.insert(0, figure)
    if not found or len(found) == len(stretch) - 1 or evidence.has_seasons(stretch):
        yield "The likely ranges do not overlap since then."
    yield from claim.names_are("start", found[:1])
    if claim.word("certain") != "no change is certain":
        yield "It is about a change."


def apart(claim: Claim) -> Iterator[str]:
    """Check that the likely ranges of the two figures between which a change is told do not overlap."""
    pair = claim.table.leading(claim.series)
    if pair is None or way(*pair) is None or all(figure.exact for figure in pair):
        yield "There are no such ranges, or they overlap."
        return
    yield from claim.names_are("at", pair)


def overlaps(claim: Claim) -> Iterator[str]:
    """Check with which likely ranges that of the subject overlaps."""
    among = place.shown_places(claim)
    subjects = [figure for figure in among if figure.role == "subject"]
    if [figure.name for figure in subjects] != [claim.word("who")] or differing_definitions(claim.table):
        yield "This is not the place that the figure is about."
        return
    found = [figure.name for figure in among if figure is not subjects[0] and way(subjects[0], figure) is None]
    yield from claim.series_are(found)
    yield from claim.count_is("count", len(found), "ranges")
    if not found or (claim.word("noun") == "that") != (len(found) == 1):
        yield f"It overlaps with {', '.join(found) or 'none'}."


def two_overlap(claim: Claim) -> Iterator[str]:
    """Check that the likely ranges of two series overlap at the latest figures of both."""
    rows = [claim.table.stretch(name)[-1:] for name in claim.table.rows]
    latest = [figure for row in rows for figure in row]
    if len(rows) != 2 or len(latest) != 2 or way(*latest) is not None or differing_definitions(claim.table):
        yield "There are no two ranges that overlap."
        return
    yield from claim.series_are([figure.series for figure in latest])
    for figure in latest:
        yield from claim.names_are("when", [figure])


LIES: Final = Pattern("the true figure {when} is likely to lie between {low:amount} and {high:amount}", lies_between)
SINCE: Final = Pattern(
    "since {start:labels} <certain:no change is certain>, as the likely ranges overlap", open_since
)
APART: Final = Pattern("the likely ranges for {at:labels} do not overlap", apart)
OVERLAPS: Final = Pattern(
    "the likely range for {who:name} overlaps <noun:that|those> of <{names}|{count} others>, so they may not differ",
    overlaps,
)
TWO: Final = Pattern("{when}, the likely ranges for {names} overlap, so they may not differ", two_overlap)
PATTERNS: Final = (LIES, SINCE, APART, OVERLAPS, TWO)


def of_time(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give what the likely ranges of the only series say: where the latest lies, and what is certain."""
    cells = run(row)
    if not cells:
        return
    yield from _lies(telling, cells[-1])
    change = message_change(telling, row)
    if change and not (change.earlier.exact and change.later.exact):
        said = telling.write(APART, at=[change.earlier, change.later])
        yield Clause(Place.SIZE, 70, (said,))


def since(telling: Telling, row: Row) -> Iterator[Clause]:
    """Say since when no change is certain, where one is over a longer time."""
    cells = run(row)
    open_from = len(cells) - 1
    while open_from > 0 and direction(cells[open_from - 1], cells[-1]) is None:
        open_from -= 1
    if 0 < open_from < len(cells) - 1 and not has_seasons(cells):
        said = telling.write(SINCE, start=[cells[open_from]], certain="no change is certain")
        yield Clause(Place.OBSTACLE, 91, (said,))


def places(telling: Telling) -> Iterator[Clause]:
    """Say with which likely ranges that of the subject overlaps, or those of two series."""
    _, _, subject = compared(telling.facts.grid)
    if subject and subject.cell.shown and not telling.facts.one(Rank):
        if not telling.in_time:
            yield from _lies(telling, subject.cell)
        yield from _overlaps(telling, subject.name, subject.cell)
    two = telling.facts.one(BetweenTwo)
    if two and two.overlap:
        yield Clause(Place.ENDS, 88, (telling.write(TWO, when=[two.later[0]], names=two.names),))


def _lies(telling: Telling, cell: Cell) -> Iterator[Clause]:
    span = cell.point.interval
    if span and telling.units.cell(span.low) != telling.units.cell(span.high):
        said = telling.write(LIES, when=[cell], low=Mark(span.low), high=Mark(span.high))
        yield Clause(Place.SIZE, 92, (said,))


def _overlaps(telling: Telling, name: str, cell: Cell) -> Iterator[Clause]:
    others, _, _ = compared(telling.facts.grid)
    shown = [(other.name, other.cell) for other in others if other.cell is not cell and other.cell.shown]
    names = [who for who, other in shown if direction(cell, other) is None]
    if names and any(other.point.interval for _, other in [*shown, (name, cell)]):
        said: dict[str, Any] = {"who": name, "noun": "that" if len(names) == 1 else "those", "count": len(names)}
        said["names"] = names if len(names) <= MOST_NAMED else None
        yield Clause(Place.EACH, 94, tuple(telling.ways(OVERLAPS, ["names"] if names[1:] else [], **said)))
