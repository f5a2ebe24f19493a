"""The story of categories: ranges, ties, parts of a whole, a place among its peers, counts of statuses."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.arithmetic import difference
from ..facts.fact import BesideAverage, Extremes, Rank, StatusCounts, Whole
from ..facts.figure import shown_cells
from ..facts.grid import Cell, Row
from ..facts.notice import TotalWithheld
from . import format as say
from .sentences import Clause, first_fitting, fits, plain
from .telling import Telling, above, of

MOST_NAMED = 4
"""As many places or groups as the text names; the rest is in the table."""


def groups(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the clauses of one series of categories."""
    if (counts := telling.facts.one(StatusCounts, row.name)) is not None:
        yield from _statuses(telling, counts)
    elif any(cell.point.role == "subject" and cell.shown for cell in row.cells):
        yield from _subject(telling, row)
    else:
        yield from _spread(telling, row)
    if telling.facts.one(TotalWithheld, row.name):
        yield Clause(11, 55, ("the total is left out, so that no figure that is not shown can be worked out",))


# Without a subject: from lowest to highest


def _spread(telling: Telling, row: Row) -> Iterator[Clause]:
    shown = [cell for cell in shown_cells(row) if cell.point.role != "average"]
    extremes = telling.facts.one(Extremes, row.name)
    wordings = tuple(_spread_message(telling, shown, extremes))
    yield Clause(0, 100, wordings, alone=True)
    beside = _only_beside(telling, shown)
    if beside and "average" not in (first_fitting(wordings) or ""):
        yield Clause(1, 88, (f"that is {_to_average(telling, beside)}",))
    yield Clause(3, 96, tuple(_spread_chart(telling, row, shown, extremes)))
    yield from _largest_part(telling, row)
    if extremes is None and len({cell.bounds for cell in shown}) > 1:
        yield Clause(4, 92, ("the likely ranges overlap, so no order is certain",))
    if extremes and len(shown) == 2 and shown[0].value is not None and shown[1].value is not None:
        gap = telling.gap(difference(shown[0].value, shown[1].value), *shown)
        yield Clause(4, 60, (f"the two figures differ by {gap}",))
    if extremes and len(shown) <= MOST_NAMED:
        named = (*extremes.highest, *extremes.lowest)
        rest = [cell for cell in shown if cell not in named]
        others = say.listed([f"{telling.value(cell)} {of(cell)}" for cell in rest])
        if rest:
            yield Clause(
                4, 45, (f"the other figures are {others}" if len(rest) > 1 else f"the other figure is {others}",)
            )
    yield from _beside_average(telling, extremes)


def _spread_message(telling: Telling, shown: list[Cell], extremes: Extremes | None) -> Iterator[str]:
    """Name what has the highest and the lowest figure; the place and the measure give way first, the names last."""
    subjects = (f"the {telling.measure} for {telling.place}", f"the {telling.measure}", "the figures")
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
    beside = _only_beside(telling, [cell])
    tail = f", {_to_average(telling, beside)}" if beside else ""
    for who in (f"the {telling.measure}", "the figure"):
        yield f"{who} stood at {telling.value(cell)} {of(cell)}{tail}"
        yield f"{who} stood at {telling.value(cell)} {of(cell)}"


def _only_beside(telling: Telling, shown: list[Cell]) -> BesideAverage | None:
    """Give what is known of a single figure beside an average."""
    return next((one for one in telling.facts.all(BesideAverage) if len(shown) == 1 and one.cell is shown[0]), None)


def _one_end(telling: Telling, extremes: Extremes) -> Iterator[str]:
    """Name one end alone, where a figure that is not shown or a likely range leaves the other open."""
    word, cells = ("highest", extremes.highest) if extremes.highest else ("lowest", extremes.lowest)
    shows = f"the {word} figure shown" if extremes.partial else f"the {word} figure"
    for who in (f" for the {telling.measure}, {telling.place},", f" for the {telling.measure}", ""):
        yield f"{shows}{who} is {telling.value(cells[0])}, {of(*cells)}"
    yield f"{shows} is {telling.value(cells[0])}"


def _no_order(telling: Telling, who: str, shown: list[Cell]) -> Iterator[str]:
    if len({cell.value for cell in shown}) == 1 and all(cell.exact for cell in shown):
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


# With a subject: beside the average and among its peers


def _subject(telling: Telling, row: Row) -> Iterator[Clause]:
    cell = next(one for one in row.cells if one.point.role == "subject" and one.shown)
    name = plain(cell.label)
    value = telling.value(cell)
    message = (
        f"the {telling.measure} for {name} stood at {value}",
        f"{name} stood at {value}",
        f"the figure stood at {value}",
    )
    beside = next((one for one in telling.facts.all(BesideAverage) if one.cell is cell), None)
    tail = f", {_to_average(telling, beside)}" if beside else ""
    yield Clause(0, 100, (*(f"{text}{tail}" for text in message), *message), alone=True)
    if beside and not any(fits(f"{text}{tail}") for text in message):
        yield Clause(1, 90, (f"that is {_to_average(telling, beside)}",))
    yield from _rank_and_chart(telling, row)
    yield from _beside_average(telling, telling.facts.one(Extremes, row.name), leave_out=cell)


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


def _beside_average(telling: Telling, extremes: Extremes | None, leave_out: Cell | None = None) -> Iterator[Clause]:
    """Name the highest and the lowest place, with their distance from the average where there is one."""
    besides = {id(one.cell): one for one in telling.facts.all(BesideAverage)}
    if extremes is None or (not besides and leave_out is None):
        return
    if leave_out is None and besides and extremes.highest and (beside := besides.get(id(extremes.highest[0]))):
        yield Clause(4, 73, (f"{plain(beside.name)} is {_to_average(telling, beside)}",))
    rank = telling.facts.one(Rank)
    last = rank is not None and rank.position == rank.among
    for weight, word, cells in ((72, "highest", extremes.highest), (66, "lowest", extremes.lowest)):
        if not cells or (cells == (leave_out,) and not last):
            continue
        text = f"the {word} is {telling.value(cells[0])}, {of(*cells)}"
        beside = besides.get(id(cells[0]))
        if beside and beside.direction and beside.difference is not None:
            side = f"{telling.gap(beside.difference, beside.cell)} {above(beside.direction)} the average"
            yield Clause(4, weight, (f"{text}, {side}", text))
        else:
            yield Clause(4, weight, (text,))


def _to_average(telling: Telling, beside: BesideAverage) -> str:
    name, value = plain(beside.average_name), telling.value(beside.average)
    average = f"the {value} of {name}" if "average" in name.lower() else f"the average of {value} for {name}"
    if beside.direction is None:
        return f"and its likely range overlaps that of {average}"
    if beside.direction == 0 or beside.difference is None:
        return f"equal to {average}" if beside.direction == 0 else f"{above(beside.direction)} {average}"
    return f"{telling.gap(beside.difference, beside.cell, beside.average)} {above(beside.direction)} {average}"


# Counts of statuses


def _statuses(telling: Telling, counts: StatusCounts) -> Iterator[Clause]:
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
    one, many = telling.units.one or "item", telling.units.many or "items"
    return say.counted(counts.total, one, many) if counts.total is not None else f"{many} counted"
