"""The story of categories: from the lowest to the highest, ties, parts of a whole, statuses that are counted."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.comparing import subtract
from ..facts.fact import Extremes, StatusCounts, Whole
from ..facts.figure import shown_cells
from ..facts.grid import Cell, Row
from ..facts.notice import TotalWithheld
from ..facts.ranking import ranked
from . import format as say
from .places import beside_average, only_beside, subject, to_average
from .sentences import Clause, first_fitting, fits, plain
from .telling import MOST_NAMED, Telling, all_the_same, of


def groups(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the clauses of one series of categories."""
    if (counts := telling.facts.one(StatusCounts, row.name)) is not None:
        yield from status_counts(telling, counts)
    elif [cell.shown for cell in row.cells if cell.point.role == "subject"] == [True]:
        yield from subject(telling, row)
    else:
        yield from _spread(telling, row)
    if telling.facts.one(TotalWithheld, row.name):
        yield Clause(11, 55, ("the total is left out, so that no figure that is not shown can be worked out",))


def _spread(telling: Telling, row: Row) -> Iterator[Clause]:
    shown = list(ranked(row))
    if not shown and shown_cells(row):
        figures = say.counted(len(shown_cells(row)), "figure", "figures")
        yield Clause(0, 100, ("the figures are in the table",), alone=True)
        yield Clause(3, 96, (f"the {telling.chart} shows {figures}",))
        return
    extremes = telling.facts.one(Extremes, row.name)
    wordings = tuple(_spread_message(telling, shown, extremes))
    yield Clause(0, 100, wordings, alone=True)
    beside = only_beside(telling, shown)
    if beside and "average" not in (first_fitting(wordings) or ""):
        yield Clause(1, 88, (f"that is {to_average(telling, beside)}",))
    yield Clause(3, 96, tuple(_spread_chart(telling, row, shown, extremes)))
    yield from _largest_part(telling, row)
    if extremes and len(shown) == 2 and (apart := subtract(*shown)) is not None:
        yield Clause(4, 60, (f"the two figures differ by {telling.gap(apart, *shown)}",))
    if extremes and len(shown) <= MOST_NAMED:
        named = (*extremes.highest, *extremes.lowest)
        rest = [cell for cell in shown if cell not in named]
        others = "the other figures are" if len(rest) > 1 else "the other figure is"
        if rest:
            yield Clause(4, 45, (f"{others} {say.listed([f'{telling.value(cell)} {of(cell)}' for cell in rest])}",))
    yield from beside_average(telling, extremes)


def _spread_message(telling: Telling, shown: list[Cell], extremes: Extremes | None) -> Iterator[str]:
    """Name what has the highest and the lowest figure; the place and the measure give way first, the names last."""
    subjects = telling.subjects
    if not shown:
        yield from (f"no figure is available for {who}" for who in subjects[:2])
        yield "no figure is available"
    elif len(shown) == 1:
        yield from _single(telling, shown[0])
    elif extremes is None:
        for who in subjects:
            yield from _no_order(telling, who, shown)
    elif extremes.highest and extremes.lowest:
        low, high = telling.value(extremes.lowest[0]), telling.value(extremes.highest[0])
        for who in subjects:
            yield f"{who} ranged from {low} {of(*extremes.lowest)} to {high} {of(*extremes.highest)}"
        yield from (f"{who} ranged from {low} to {high}" for who in subjects)
    else:
        yield from _one_end(telling, extremes)
    yield "the figures are in the table"


def _single(telling: Telling, cell: Cell) -> Iterator[str]:
    beside = only_beside(telling, [cell])
    tail = f", {to_average(telling, beside)}" if beside else ""
    for who in (f"the {telling.measure}", "the figure"):
        stood = f"{who} stood at {telling.value(cell)} {of(cell)}"
        yield f"{stood}{tail}"
        yield stood


def _one_end(telling: Telling, extremes: Extremes) -> Iterator[str]:
    """Name one end alone, where a figure that is not shown or a likely range leaves the other open."""
    word, cells = ("highest", extremes.highest) if extremes.highest else ("lowest", extremes.lowest)
    shows = f"the {word} figure shown" if extremes.partial else f"the {word} figure"
    for who in (f" for the {telling.measure}, {telling.place},", f" for the {telling.measure}", ""):
        yield f"{shows}{who} is {telling.value(cells[0])}, {of(*cells)}"
    yield f"{shows} is {telling.value(cells[0])}"


def _no_order(telling: Telling, who: str, shown: list[Cell]) -> Iterator[str]:
    if all_the_same(shown):
        count = "both" if len(shown) == 2 else f"all {len(shown)}"
        yield f"{who} stood at {telling.value(shown[0])} for {count} {_kind(telling)} shown"
        return
    pairs = [f"{telling.value(cell)} {of(cell)}" for cell in shown]
    if len(pairs) <= MOST_NAMED:
        yield f"{who} stood at {say.listed(pairs)}"
    yield f"{who} cannot be put in order, as the likely ranges overlap"


def _kind(telling: Telling) -> str:
    roles = any(cell.point.role for row in telling.rows for cell in row.cells)
    return "places" if roles else "categories"


def _spread_chart(telling: Telling, row: Row, shown: list[Cell], extremes: Extremes | None) -> Iterator[str]:
    of_all = [cell for cell in row.cells if cell.point.role != "average"]
    count = f"{len(shown)} of the {len(of_all)}" if len(shown) < len(of_all) else f"{len(shown)}"
    kind = _kind(telling) if len(of_all) != 1 else "category"
    shows = f"the {telling.chart} shows figures for {count} {kind}"
    if not shown:
        yield f"the {telling.chart} has no figures yet"
        return
    if extremes and extremes.highest and extremes.lowest and len(shown) > 1:
        high, low = (
            say.listed([plain(cell.label) for cell in cells]) for cells in (extremes.highest, extremes.lowest)
        )
        yield f"{shows}, with {high} highest and {low} lowest"
    yield shows


def _largest_part(telling: Telling, row: Row) -> Iterator[Clause]:
    whole = telling.facts.one(Whole, row.name)
    if whole is None:
        return
    total = telling.units.value(whole.total)
    largest = [part for part in whole.parts if part.share == whole.parts[0].share]
    if len(largest) == 1:
        share = say.percent(largest[0].share)
        text = f"the largest part, {plain(largest[0].cell.label)}, is {share} of the total of {total}"
        yield Clause(5, 82, (text, f"the total is {total}"))
    else:
        yield Clause(5, 82, (f"the total is {total}",))


# Statuses that are counted, such as Red, Amber and Green, each with what it means


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
