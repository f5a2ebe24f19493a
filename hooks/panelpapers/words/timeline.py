"""The story of one series in time: message, highest and lowest, the size of the change, the latest step."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.fact import BaselineStanding, Change, Extremes, First, NotCompared, Trend
from ..facts.figure import shown_cells
from ..facts.grid import Cell, Row
from ..facts.notice import Stated
from . import format as say
from .opening import Opening, opening
from .sentences import Clause, first_fitting
from .telling import Telling, above, at, change_noun, of, overall


def timeline(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the clauses of one series in time."""
    told = opening(telling, row)
    yield Clause(0, 100, (told.text,), alone=True)
    yield from _size(telling, row, told)
    chart = _chart(telling, row, told)
    yield chart
    yield from _lowest(telling, row, first_fitting(chart.wordings) or "")
    yield from _latest_step(telling, row)
    yield from _not_in_the_run(telling, row)


def _size(telling: Telling, row: Row, told: Opening) -> Iterator[Clause]:
    """Say how large the change is and where it began, as far as the message does not."""
    change = overall(telling, row)
    if change is None or not change.direction or (told.difference and told.earlier):
        return
    first = f"{telling.value(change.earlier)} {at(change.earlier)}"
    begun = "" if told.earlier else f", from {first}"
    if " then " in told.text or "pattern" in told.text or "stood" in told.text:
        if change.difference is not None:
            side = f"{telling.step(change)} {above(change.direction)} the first"
            wordings = (f"the latest figure is {side}, which is {first}", f"the latest figure is {side}")
            yield Clause(5, 60, wordings)
    elif change.difference is not None:
        size = f"that is {change_noun(change.direction)} of {telling.step(change)}"
        yield Clause(2, 97, (f"{size}{begun}", size))
    elif begun:
        yield Clause(2, 97, (f"that is {change_noun(change.direction)}{begun.removeprefix(',')}",))


def _chart(telling: Telling, row: Row, told: Opening) -> Clause:
    """Say what the chart shows: the shape where every step has the same direction, else highest and lowest."""
    trend, extremes = telling.facts.one(Trend, row.name), telling.facts.one(Extremes, row.name)
    shown = len(shown_cells(row))
    if trend and trend.shape in ("strictly rising", "strictly falling"):
        which = "higher" if trend.shape == "strictly rising" else "lower"
        group = "each figure" if len(trend.cells) == shown else f"each of the {len(trend.cells)} comparable figures"
        return Clause(3, 96, (f"{group} in the {telling.chart} is {which} than the one before",))
    ends = _extremes(telling, extremes, shown) if extremes and extremes.among > 2 else ()
    return Clause(3, 96, (*ends, _count(telling, row, told)))


def _extremes(telling: Telling, extremes: Extremes, shown: int) -> Iterator[str]:
    among = _among(telling, extremes, shown)
    ends = [_end(telling, "highest", extremes.highest), _end(telling, "lowest", extremes.lowest)]
    if all(ends):
        yield f"{among}, {', and '.join(ends)}"
    yield from (f"{among}, {end}" for end in ends if end)


def _among(telling: Telling, extremes: Extremes, shown: int) -> str:
    group = "figures" if extremes.among == shown else "comparable figures"
    return f"of the {extremes.among} {group} in the {telling.chart}"


def _end(telling: Telling, word: str, cells: tuple[Cell, ...]) -> str:
    return f"the {word} is {telling.value(cells[0])}, {at(*cells)}" if cells else ""


def _lowest(telling: Telling, row: Row, said: str) -> Iterator[Clause]:
    """Name the lowest figure in a clause of its own where the highest has taken all the room."""
    extremes = telling.facts.one(Extremes, row.name)
    if extremes and extremes.lowest and "the highest is" in said and "the lowest is" not in said:
        among = _among(telling, extremes, len(shown_cells(row)))
        yield Clause(4, 65, (f"{among}, {_end(telling, 'lowest', extremes.lowest)}",))


def _count(telling: Telling, row: Row, told: Opening) -> str:
    shown = len(shown_cells(row))
    if not shown:
        return f"the {telling.chart} has no figures yet"
    figures = f"the {telling.chart} shows {say.counted(shown, 'figure', 'figures')}"
    if shown == 1 and not told.period:
        return f"{figures}, {of(*shown_cells(row))}"
    if shown == 1 and not telling.facts.all(Stated) and not telling.facts.all(BaselineStanding):
        return f"{figures}, and there is no earlier figure to compare it with"
    return figures


def _latest_step(telling: Telling, row: Row) -> Iterator[Clause]:
    step = next((change for change in telling.facts.all(Change, row.name) if change.span == "latest"), None)
    if step is None:
        return
    if step.direction == 0:
        yield Clause(6, 40, ("the latest figure is the same as the one before",))
    elif step.difference is not None:
        change = f"the latest change is {change_noun(step.direction)} of {telling.step(step)}"
        yield Clause(6, 40, (f"{change}, from {telling.value(step.earlier)} {at(step.earlier)}", change))


def _not_in_the_run(telling: Telling, row: Row) -> Iterator[Clause]:
    """Name the first figure where it cannot be compared with the latest."""
    first = telling.facts.one(First, row.name)
    apart = [fact for fact in telling.facts.all(NotCompared, row.name) if fact.obstacle != "ranges overlap"]
    if first and first.cell in [fact.earlier for fact in apart]:
        yield Clause(4, 75, (f"the first figure is {telling.value(first.cell)}, {of(first.cell)}",))
