"""What got better or worse: decided once, for words, cards, news and the home page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..records.indicator import Indicator
from .comparing import has_seasons, run
from .fact import Change, Fact, NoShape, NotCompared, PartPeriod, Trend
from .grid import Cell, Grid, Row
from .targets import Standing
from .trends import small

Judgement = Literal["better", "worse", "neither"]


@dataclass(frozen=True, slots=True)
class Betterment(Fact):
    """What got better or worse in a series, and the change and the shape that show it.

    ``neither`` is a change of figures of which no direction is better.
    """

    series: str
    way: Judgement
    change: Change
    trend: Trend | None


def betterments(indicator: Indicator, grid: Grid, found: Sequence[Fact]) -> Iterator[Betterment]:
    """Find for each series what got better or worse by the latest change, of what was found in the figures.

    Nothing is claimed of those beside whom a subject stands, such as an average, of small counts, of ranges that
    overlap, of figures without a clear pattern or of low reliability, of a change of one in the last digit, and where
    the latest figure is just where its target is. Where figures went the other way over the whole time, nothing is
    claimed of the latest change. The page "How to read our figures" states this rule.
    """
    there = [fact.cell for fact in found if isinstance(fact, Standing) and fact.direction == 0]
    for row in grid.rows:
        of_row = [fact for fact in found if getattr(fact, "series", None) == row.name]
        change = _latest(row, of_row)
        trend = next((fact for fact in of_row if isinstance(fact, (Trend, NoShape))), None)
        if change is None or row.role not in (None, "subject") or not _speaks(grid, change):
            continue
        if change.later in there:
            continue
        if isinstance(trend, NoShape) or (trend and trend.shape == "no clear pattern"):
            continue
        if any(isinstance(fact, NotCompared) and fact.obstacle == "ranges overlap" for fact in of_row):
            continue
        overall = next((fact for fact in of_row if isinstance(fact, Change) and fact.span == "overall"), change)
        if (trend and trend.turning) or overall.direction == change.direction:
            yield Betterment(row.name, _judged(indicator, change), change, trend)


def _judged(indicator: Indicator, change: Change) -> Judgement:
    good = {"higher": 1, "lower": -1}.get(indicator.better)
    return "neither" if good is None else "better" if change.direction == good else "worse"


def _latest(row: Row, of_row: Sequence[Fact]) -> Change | None:
    """Give the latest change: since the same part of the year before, where there are several years of such parts."""
    part = next((fact.change for fact in of_row if isinstance(fact, PartPeriod)), None)
    found = {fact.span: fact for fact in of_row if isinstance(fact, Change)}
    if part or "year" in found or has_seasons(run(row)):
        return part or found.get("year")
    return found.get("latest", found.get("overall"))


def _speaks(grid: Grid, change: Change) -> bool:
    """Whether a change says something: between known periods, of more than the last digit that was printed."""
    ends = (change.earlier, change.later)
    if not change.direction or small(grid, ends) or not all(map(_sound, ends)):
        return False
    values = [cell.value for cell in ends if cell.value is not None]
    if change.difference is None:
        return True  # Ranges that do not meet.
    places = (min(grid.decimals, -int(value.as_tuple().exponent)) for value in values)
    return abs(change.difference) > max(Decimal(1).scaleb(-place) for place in places)


def _sound(cell: Cell) -> bool:
    """Whether it is known what a figure is for, and nothing says that it is not reliable."""
    return cell.period is not None and cell.period.stated and "low reliability" not in cell.statuses
