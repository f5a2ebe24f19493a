"""All facts of a figure, found once; words, chart and table are renderings of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from ..records.indicator import Indicator
from ..records.language import Worded, unmarked
from ..records.marks import Wording
from ..records.source import Source
from ..records.walk import Held, walk
from . import cautions, comparators, comparing, ranking, showing, standing, targets
from .better import Betterment, betterments
from .fact import Change, Fact, PartPeriod
from .grid import Cell, Grid, Row, grid
from .makeup import makeup
from .several import several
from .signs import signs
from .sums import rounded_sums
from .trends import against_year_before, trends

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """The figures in order, and everything that is true of them."""

    grid: Grid
    facts: tuple[Fact, ...]
    confirmed: bool = True
    """Whether the proof-reader confirms what is said of them. Where it does not, nothing is said."""

    @property
    def without_words(self) -> FigureFacts:
        """Give them where what is said of them is not confirmed: they are judged neither better nor worse."""
        kept = (fact for fact in self.facts if not isinstance(fact, Betterment))
        return FigureFacts(self.grid, tuple(kept), confirmed=False)

    def all(self, kind: type[F], series: str | None = None) -> tuple[F, ...]:
        """Give the facts of one kind, of one series where it is named."""
        found = (fact for fact in self.facts if isinstance(fact, kind))
        return tuple(fact for fact in found if series is None or getattr(fact, "series", series) == series)

    def one(self, kind: type[F], series: str | None = None) -> F | None:
        """Give the first fact of one kind, or ``None``."""
        return next(iter(self.all(kind, series)), None)

    @property
    def drawn(self) -> bool:
        """Whether a chart is drawn: of two figures or more. One figure is shown as a number."""
        return sum(len(shown_cells(row)) for row in self.grid.rows) > 1

    @property
    def number(self) -> tuple[Row, Cell] | None:
        """The one figure that there is, with its series, where no chart is drawn; ``None`` for a forecast."""
        shown = ((row, cell) for row in self.grid.rows for cell in shown_cells(row) if not cell.forecast)
        return None if self.drawn else next(shown, None)


def figure_facts(indicator: Indicator) -> FigureFacts:
    """Find everything that the figures of an indicator show. Pure: the same record gives the same facts."""
    laid_out = grid(indicator)
    found = list(_found(indicator, laid_out))
    moves = [fact.change if isinstance(fact, PartPeriod) else fact for fact in found]
    found += [*several(laid_out, found), *makeup(indicator, laid_out), *rounded_sums(indicator, laid_out)]
    found += signs(indicator, [move for move in moves if isinstance(move, Change)])
    facts = FigureFacts(laid_out, (*found, *betterments(indicator, laid_out, found)))
    return FigureFacts(laid_out, (*facts.facts, *showing.shown_first(facts)))


def _found(indicator: Indicator, laid_out: Grid) -> Iterator[Fact]:
    yield from comparing.changes(laid_out)
    yield from trends(laid_out)
    yield from against_year_before(laid_out)
    yield from comparing.joined(laid_out)
    yield from ranking.extremes(laid_out)
    yield from comparators.comparisons(indicator, laid_out)
    yield from ranking.wholes(indicator, laid_out)
    yield from standing.standards(indicator, laid_out)
    yield from targets.to_target(indicator, laid_out)
    yield from standing.to_baseline(indicator, laid_out)
    yield from cautions.statuses(laid_out)
    yield from cautions.remarks_on_figures(indicator, laid_out)
    yield from cautions.periods(laid_out)


def without_english(indicator: Indicator) -> Held | None:
    """Give the first name of an indicator that would come into a sentence and is in another language alone, if any.

    ``indicator`` is one whose texts know their languages. Its title and its group stand alone, as sources do.
    """
    for held in walk(indicator):
        named = held.field.wording is Wording.PLAIN and not held.field.passage
        alone = isinstance(held.record, Source) or held.field.name in ("title", "group")
        if named and not alone and isinstance(held.value, Worded) and held.value.foreign:
            return held
    return None


def foreign_names(indicator: Indicator) -> dict[str, str]:
    """Give each text of an indicator of which there is no English version, with its language."""
    found = (held.value for held in walk(indicator) if isinstance(held.value, Worded))
    return {unmarked(text): text.foreign for text in found if text.foreign}


def shown_cells(row: Row) -> tuple[Cell, ...]:
    """Give the figures of a series that have something to show, forecasts among them."""
    return tuple(cell for cell in row.cells if cell.shown)
