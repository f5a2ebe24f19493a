"""What is shown first where not all can be: which series are named and coloured, which figures are written.

Both are decided here once, from the other facts, so that the chart is about what the words say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal

from ..records.roles import COMPARATORS
from .comparing import run, tops
from .fact import (
    Extremes,
    Fact,
    First,
    Forecasts,
    Identical,
    Latest,
    Movers,
    NamedSeries,
    Outermost,
    Rank,
    ShownFirst,
)
from .grid import Cell, Grid, Row
from .ranking import differing_definitions, is_place
from .rows import grouped
from .standing import BaselineFigure

if TYPE_CHECKING:
    from .figure import FigureFacts  # which holds the facts, and asks for these after all others

MOST_ROWS: Final = 50
"""As many figures as a chart has below each other, each with its label: past them it shows some, the table all."""
SHOWN: Final = 24
"""As many of these it shows."""
MOST_NAMED: Final = 4
"""As many series as are named and coloured: more lines can neither be told apart nor kept in mind."""


def shown_first(facts: FigureFacts) -> Iterator[Fact]:
    """Find what is shown first, of figures whose other ``facts`` are known."""
    by_series = grouped((getattr(fact, "series", ""), fact) for fact in facts.facts)
    for row in facts.grid.rows:
        own = replace(facts, facts=by_series.get(row.name, ()))
        if cells := tuple(dict.fromkeys(cell.label for cell in _weighty(own, row))):
            yield ShownFirst(row.name, tuple(cell for label in cells if (cell := row.at(label))))
    ends = tuple(_outermost(facts.grid))
    yield from ends
    groups = [fact.names for fact in facts.facts if isinstance(fact, Movers | Identical)]
    yield NamedSeries(tuple(_named(facts.grid, ends, groups)))


def _weighty(facts: FigureFacts, row: Row) -> Iterator[Cell]:
    """Give the latest figure, the last forecast, the subject, the highest, the first, the lowest, the baseline."""
    if latest := facts.one(Latest):
        yield latest.cell
    if forecasts := facts.one(Forecasts):
        yield forecasts.cells[-1]
    yield from (cell for cell in row.cells if cell.shown and cell.point.role == "subject")
    extremes, first = facts.one(Extremes), facts.one(First)
    yield from extremes.highest if extremes else ()
    if first:
        yield first.cell
    yield from extremes.lowest if extremes else ()
    if (baseline := facts.one(BaselineFigure)) and baseline.cell.shown:
        yield baseline.cell


def _outermost(grid: Grid) -> Iterator[Outermost]:
    """Find the highest and the lowest of the latest figures: exact ones, for one position, by one definition."""
    standing = [(row, next(reversed(run(row)), None)) for row in grid.rows]
    roles = [(row.role, cell) for row, cell in standing]
    ends = [(row.name, cell) for row, cell in standing if is_place(row.role, cell, roles)]
    exact = [(name, cell) for name, cell in ends if cell and cell.exact]
    if grid.axis != "time" or len(exact) < max(2, len(ends)) or len({cell.label for _, cell in exact}) > 1:
        return
    if differing_definitions(grid):
        return
    ways: tuple[tuple[Literal["highest", "lowest"], int], ...] = (("highest", 1), ("lowest", -1))
    for end, way in ways:
        best = tops(tuple(cell for _, cell in exact), way)
        names = tuple(name for name, cell in exact if any(cell is top for top in best))
        yield Outermost(end, names, best, len(exact))


def _named(grid: Grid, ends: tuple[Outermost, ...], groups: list[tuple[str, ...]]) -> list[str]:
    """Name the subject, those that are highest and lowest, comparators and other ``groups``; else the first.

    Those that tie are named together or not at all.
    """
    if len(grid.rows) <= MOST_NAMED:
        return [row.name for row in grid.rows]
    subjects = [row.name for row in grid.rows if row.role == "subject"]
    comparators = sorted((row for row in grid.rows if row.is_comparator), key=lambda row: COMPARATORS.index(row.role))
    named: list[str] = []
    several = (subjects, *(end.series for end in ends), *([row.name] for row in comparators), *groups)
    for group in several:
        more = [name for name in group if name not in named]
        named += more if len(named) + len(more) <= MOST_NAMED else []
    return named or [row.name for row in grid.rows[:MOST_NAMED]]


def nothing_shown(facts: FigureFacts) -> bool:
    """Whether no figure is shown at all, so that there is nothing to draw."""
    return not any(cell.shown for row in facts.grid.rows for cell in row.cells)


def as_drawn(facts: FigureFacts) -> Grid:
    """Lay out the figures as a chart shows them: in its order, and of too many those that matter most.

    These are the figures of the named series, at positions that have a role, at those that the words tell, and from
    both ends.
    """
    laid, labels = facts.grid, in_order(facts)
    rows = laid.rows
    if of_too_many(facts):
        named = {name for fact in facts.all(NamedSeries) for name in fact.series}
        rows = tuple(row for row in rows if row.name in named)
        most = max(2, SHOWN // len(rows))
        kept = set(list(dict.fromkeys([*_must_stay(facts, rows), *_from_both_ends(labels)]))[:most])
        labels = tuple(label for label in labels if label in kept)
    rows = tuple(replace(row, cells=tuple(cell for at in labels if (cell := row.at(at)))) for row in rows)
    return replace(laid, labels=labels, rows=rows)


def in_order(facts: FigureFacts) -> tuple[str, ...]:
    """Order all positions for a chart: places that are compared, and what only its ends are shown of, by value.

    A ranking begins at the end from which the words count the subject's place; who ties keeps the order of the file,
    and who has no figure stands last.
    """
    laid = facts.grid
    ranked = len(laid.rows) == 1 and any(cell.point.role for cell in laid.rows[0].cells)
    if laid.axis == "time" or not (ranked or of_too_many(facts)):
        return laid.labels
    rank = facts.one(Rank)
    way = 1 if rank and rank.end == "lowest" else -1
    found = {cell.label: way * cell.amounts[0] for cell in laid.rows[0].cells if cell.shown}
    return (*sorted(found, key=found.__getitem__), *(label for label in laid.labels if label not in found))


def of_too_many(facts: FigureFacts) -> bool:
    """Whether a chart shows some of the figures alone. Lines, and upright bars of periods, have room for all."""
    laid = facts.grid
    rows = sum(len(row.cells) for row in laid.rows)
    if laid.chart == "stacked bar":  # each whole has a heading, and a row of its own
        rows += 2 * len(laid.labels if laid.axis == "time" else laid.rows)
    upright = laid.chart in ("bar", "horizontal bar") and laid.axis == "time" and len(laid.rows) == 1
    return laid.chart != "line" and not upright and rows > MOST_ROWS


def _must_stay(facts: FigureFacts, rows: tuple[Row, ...]) -> Iterator[str]:
    """Give the positions of figures that have a role of their own, and then of those that matter most."""
    roles = [cell.label for row in rows for cell in row.cells if cell.point.role not in (None, "peer")]
    yield from roles[:MOST_NAMED]
    if facts.grid.axis == "time":
        yield from (cell.label for row in rows for fact in facts.all(ShownFirst, row.name) for cell in fact.cells[:2])


def _from_both_ends(labels: tuple[str, ...]) -> Iterator[str]:
    for first, last in zip(labels, reversed(labels), strict=True):
        yield from (first, last)
