"""The story of statuses that are counted, such as Red, Amber and Green, each with what it means."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.fact import StatusCounts
from ..facts.grid import Cell
from . import format as say
from .sentences import Clause, fits, plain
from .telling import Telling


def status_counts(telling: Telling, counts: StatusCounts) -> Iterator[Clause]:
    """Give the clauses of a count of statuses: how many have each, what each means, what they are of."""
    shown = [cell for cell in counts.cells if cell.value is not None]
    total = f"of the {_total(telling, counts)}"
    explained = f"{total}, {_counts(shown, with_meaning=True)}"
    if fits(explained):
        yield Clause(0, 100, (explained,), alone=True)
    else:
        parts = _counts(shown)
        message = (f"{total} for {telling.place}, {parts}", f"{total}, {parts}", "the counts are in the table")
        yield Clause(0, 100, message, alone=True)
        for number, meanings in enumerate(_meanings(counts.cells)):
            yield Clause(2, 98 - number, (meanings,), alone=True)
    shows = f"the {telling.chart} shows the {telling.measure}"
    yield Clause(5, 80, (f"{shows} for {telling.place}", shows, f"the {telling.chart} shows each count"))


def _counts(shown: list[Cell], *, with_meaning: bool = False) -> str:
    """Write ``3 are Green (on track) and 1 is Red (not on track)``."""
    texts = []
    for cell in shown:
        meaning = f" ({plain(cell.point.meaning)})" if with_meaning and cell.point.meaning else ""
        verb = "is" if cell.value == 1 else "are"
        texts.append(f"{say.number(cell.value or 0)} {verb} {plain(cell.label)}{meaning}")
    return say.listed(texts)


def counts_in_short(counts: StatusCounts) -> str:
    """Write ``3 Green and 1 Red``; nothing where no count is shown."""
    shown = [cell for cell in counts.cells if cell.value is not None]
    return say.listed([f"{say.number(cell.value or 0)} {plain(cell.label)}" for cell in shown])


def _meanings(cells: tuple[Cell, ...]) -> list[str]:
    """Write what each status means, as many as fit in one sentence together."""
    sentences: list[str] = []
    for cell in cells:
        if not cell.point.meaning:
            continue
        text = f"{plain(cell.label)} means {plain(cell.point.meaning)}"
        if sentences and fits(f"{sentences[-1]}; {text}"):
            sentences[-1] = f"{sentences[-1]}; {text}"
        else:
            sentences.append(text)
    return sentences


def _total(telling: Telling, counts: StatusCounts) -> str:
    things = telling.units.many or "items"
    if counts.total is None:
        return f"{things} counted"
    return say.counted(counts.total, telling.units.one or "item", things)
