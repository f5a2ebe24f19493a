"""The story of places that are compared: one among its peers, and beside an average."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.fact import BesideAverage, Extremes, Rank
from ..facts.figure import shown_cells
from ..facts.grid import Cell, Row
from . import format as say
from .sentences import Clause, fits, plain
from .telling import Telling, above, of


def only_beside(telling: Telling, shown: list[Cell]) -> BesideAverage | None:
    """Give what is known of a single figure beside an average."""
    return next(
        (beside for beside in telling.facts.all(BesideAverage) if len(shown) == 1 and beside.cell is shown[0]), None
    )


def subject(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the clauses of the place that the figure is about, among its peers."""
    cell = next(cell for cell in row.cells if cell.point.role == "subject" and cell.shown)
    name = plain(cell.label)
    value = telling.value(cell)
    message = (
        f"the {telling.measure} for {name} stood at {value}",
        f"{name} stood at {value}",
        f"the figure stood at {value}",
    )
    beside = next((beside for beside in telling.facts.all(BesideAverage) if beside.cell is cell), None)
    tail = f", {to_average(telling, beside)}" if beside else ""
    yield Clause(0, 100, (*(f"{text}{tail}" for text in message), *message), alone=True)
    if beside and not any(fits(f"{text}{tail}") for text in message):
        yield Clause(1, 90, (f"that is {to_average(telling, beside)}",))
    yield from _rank_and_chart(telling, row)
    yield from beside_average(telling, telling.facts.one(Extremes, row.name), leave_out=cell)


def _rank_and_chart(telling: Telling, row: Row) -> Iterator[Clause]:
    rank = telling.facts.one(Rank)
    shown = [cell for cell in shown_cells(row) if cell.point.role != "average"]
    shows = f"the {telling.chart} shows {say.counted(len(shown), 'place', 'places')}"
    if rank is None:
        yield Clause(3, 96, (shows,))
        return
    yield Clause(3, 96, (f"{rank_words(rank)} places in the {telling.chart}", shows))


def rank_words(rank: Rank) -> str:
    """Write a rank: ``it is the third highest of 4``, ``it is the joint highest of 4``."""
    place = "" if rank.position == 1 else f"{say.ordinal(rank.position)} "
    return f"it is the {'joint ' if rank.tied else ''}{place}{rank.end} of {rank.among}"


def beside_average(telling: Telling, extremes: Extremes | None, leave_out: Cell | None = None) -> Iterator[Clause]:
    """Name the highest and the lowest place, with their distance from the average where there is one."""
    besides = {id(beside.cell): beside for beside in telling.facts.all(BesideAverage)}
    if extremes is None or (not besides and leave_out is None):
        return
    if leave_out is None and besides and extremes.highest and (beside := besides.get(id(extremes.highest[0]))):
        yield Clause(4, 73, (f"{plain(beside.name)} is {to_average(telling, beside)}",))
    rank = telling.facts.one(Rank)
    last = rank is not None and rank.position == rank.among
    for weight, word, cells in ((72, "highest", extremes.highest), (66, "lowest", extremes.lowest)):
        if not cells or (cells == (leave_out,) and not last):
            continue
        text = f"the {word} is {telling.value(cells[0])}, {of(*cells)}"
        beside = besides.get(id(cells[0]))
        if beside and beside.direction and beside.difference is not None:
            side = (
                f"{telling.gap(beside.difference, beside.cell, beside.average)} {above(beside.direction)} the average"
            )
            yield Clause(4, weight, (f"{text}, {side}", text))
        else:
            yield Clause(4, weight, (text,))


def to_average(telling: Telling, beside: BesideAverage) -> str:
    """Write how a figure stands to an average: ``1.4 percentage points below the average of 14.0% for England``."""
    name, value = plain(beside.average_name), telling.value(beside.average)
    average = f"the {value} of {name}" if "average" in name.lower() else f"the average of {value} for {name}"
    if beside.direction is None:
        return f"and its likely range overlaps that of {average}"
    if beside.direction == 0 or beside.difference is None:
        return f"equal to {average}" if beside.direction == 0 else f"{above(beside.direction)} {average}"
    return f"{telling.gap(beside.difference, beside.cell, beside.average)} {above(beside.direction)} {average}"
