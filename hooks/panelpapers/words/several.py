"""The story of several series: which rose and which fell, each by how much, and the subject among its peers."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.comparing import latest
from ..facts.fact import BesideAverage, Change, Extremes, Rank
from ..facts.figure import shown_cells
from ..facts.grid import Row
from ..facts.notice import DifferingDefinitions
from . import format as say
from .places import rank_words
from .sentences import Clause, first_fitting, plain
from .telling import MOST_NAMED, Telling, above, all_the_same, at, between, moved, of, overall_changes


def several(telling: Telling) -> Iterator[Clause]:
    """Give the clauses of a figure with several series, in time or of categories."""
    if telling.facts.grid.axis == "category":
        yield from _grouped(telling)
        return
    yield Clause(0, 100, tuple(_message(telling)), alone=True)
    yield from _each(telling)
    yield from _subject(telling)
    yield Clause(9, 74, tuple(_chart(telling)))


def _message(telling: Telling) -> Iterator[str]:
    """Say in which direction the series went, between which periods where these are the same for all."""
    changes = overall_changes(telling)
    complete = len(changes) == len(telling.rows)
    spans = {between(change) for change in changes.values()}
    span = f" {spans.pop()}" if len(spans) == 1 and complete else ""
    for who in telling.subjects:
        if complete:
            for text in _directions(telling, changes):
                yield f"{who} {text}{span}"
                yield f"{who} {text}"
        if len(telling.facts.grid.labels) == 1 and (cell := latest(telling.rows[0])):
            yield f"the {telling.chart} compares {who} in {_series(telling)} {at(cell)}"
        yield f"the {telling.chart} compares {who} in {_series(telling)}"
    yield f"the {telling.chart} compares {_series(telling)}"


def _series(telling: Telling) -> str:
    rows = [row for row in telling.rows if row.role != "average"]
    kind = "place" if any(row.role for row in telling.rows) else "group"
    return say.counted(len(rows), kind, f"{kind}s")


def _directions(telling: Telling, changes: dict[str, Change]) -> Iterator[str]:
    verbs = {1: "rose", -1: "fell", 0: "stayed the same"}
    told = [(verbs[change.direction], plain(name)) for name, change in changes.items()]
    by_verb = say.grouped(verbs.values(), told)
    if len(by_verb) == 1:
        yield f"{next(iter(by_verb))} for {telling.groups}"
        return
    if len(telling.rows) <= MOST_NAMED:
        yield ", and ".join(say.in_groups(by_verb))
    yield f"{say.listed(say.in_groups(by_verb, counted=True))} of {len(telling.rows)} groups"


def _each(telling: Telling) -> Iterator[Clause]:
    """Name each series' change, or with more than four the highest and lowest latest figures."""
    if len(telling.rows) > MOST_NAMED:
        yield from _ends(telling)
        return
    changes = overall_changes(telling)
    same = len({cell.label for row in telling.rows if (cell := latest(row))}) == 1
    texts = [tuple(_now(telling, row, changes.get(row.name), same=same)) for row in telling.rows]
    for number, wordings in enumerate(_paired(texts)):
        yield Clause(3, 95 - number, wordings, alone=True)


def _now(telling: Telling, row: Row, change: Change | None, *, same: bool) -> Iterator[str]:
    now = latest(row)
    name = plain(row.name)
    if now is None:
        alone = f"figures for {name} are in the table"  # forecasts alone
        yield alone if shown_cells(row) else f"for {name} no figure is available"
    elif change is None:
        which = "figure" if len(telling.facts.grid.labels) == 1 else "latest figure"
        if not same:
            yield f"for {name} the {which} is {telling.value(now)}, {at(now)}"
        yield f"for {name} the {which} is {telling.value(now)}"
    elif change.direction == 0:
        yield f"for {name} the figure stayed at {telling.value(now)}"
    elif change.difference is None:
        yield f"for {name} the figure {moved(change.direction)} to {telling.value(now)}"
    else:
        verb = f"{moved(change.direction)} by {telling.step(change)}"
        yield f"for {name} the figure {verb}, from {telling.value(change.earlier)} to {telling.value(now)}"
        yield f"for {name} the figure {verb}, to {telling.value(now)}"
        yield f"one series {verb}, to {telling.value(now)}"


def _paired(texts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Put two series into one sentence where there are four and both fit."""
    if len(texts) < MOST_NAMED:
        return texts
    pairs: list[tuple[str, ...]] = []
    for first, second in zip(texts[::2], texts[1::2], strict=False):
        together = first_fitting(f"{text}; {other}" for text in first[:2] for other in second[:2])
        pairs += [(together,)] if together else [first, second]
    return pairs


def _ends(telling: Telling) -> Iterator[Clause]:
    """Give the highest and the lowest latest figure, where all latest figures are for the same period."""
    ends = [(row, latest(row)) for row in telling.rows if row.role != "average"]
    cells = [(row, cell) for row, cell in ends if cell and cell.value is not None and cell.point.interval is None]
    labels = {cell.label for _, cell in cells}
    if len(labels) != 1 or len(cells) < len(ends) or telling.facts.all(DifferingDefinitions):
        return
    for weight, word, pick in ((94, "highest", max), (93, "lowest", min)):
        value = pick(cell.value for _, cell in cells if cell.value is not None)
        found = [plain(row.name) for row, cell in cells if cell.value == value]
        named = say.listed(found) if len(found) <= MOST_NAMED else f"{len(found)} of the {len(cells)}"
        shown = telling.value(next(cell for _, cell in cells if cell.value == value))
        when = at(cells[0][1])
        yield Clause(4, weight, (f"the {word} figure {when} is {shown}, for {named}", f"the {word} is {shown}"))


def _subject(telling: Telling) -> Iterator[Clause]:
    """Place the subject among its peers and beside the average, at its latest figure."""
    if (rank := telling.facts.one(Rank)) is not None:
        yield Clause(5, 88, (f"{at(rank.cell)}, {rank_words(rank).replace('it', plain(rank.name), 1)}",))
    subject = next((row.name for row in telling.rows if row.role == "subject"), None)
    for beside in telling.facts.all(BesideAverage):
        side = "equal to" if beside.direction == 0 else ""
        if beside.direction and beside.difference is not None:
            side = f"{telling.gap(beside.difference, beside.cell, beside.average)} {above(beside.direction)}"
        if beside.name == subject and side:
            average = f"the average of {telling.value(beside.average)} for {plain(beside.average_name)}"
            yield Clause(6, 87, (f"{plain(beside.name)} is {side} {average}", f"it is {side} the average"))


def _chart(telling: Telling) -> Iterator[str]:
    grid = telling.facts.grid
    shown = sum(len(shown_cells(row)) for row in telling.rows)
    figures = f"the {telling.chart} shows {say.counted(shown, 'figure', 'figures')}"
    if len(telling.rows) > MOST_NAMED:
        yield f"the {telling.chart} has {len(telling.rows)} series; all figures are in the table"
    if grid.axis == "time" and len(grid.labels) > 1:
        yield f"{figures} for {say.counted(len(grid.labels), 'period', 'periods')}"
    yield figures


# Several series of categories


def _grouped(telling: Telling) -> Iterator[Clause]:
    names = [plain(row.name) for row in telling.rows]
    who, measure, _ = telling.subjects
    named = say.listed(names) if len(names) <= MOST_NAMED else f"{len(names)} groups"
    compared = (f"{who} for {named}", who, measure, f"{len(names)} groups")
    yield Clause(0, 100, tuple(f"the {telling.chart} compares {what}" for what in compared), alone=True)
    for number, row in enumerate(telling.rows[:MOST_NAMED]):
        yield Clause(3, 95 - number, tuple(_spread(telling, row)))
    if len(telling.rows) > MOST_NAMED:
        yield Clause(9, 90, ("the figures of the other groups are in the table",))


def _spread(telling: Telling, row: Row) -> Iterator[str]:
    extremes = telling.facts.one(Extremes, row.name)
    shown = shown_cells(row)
    name = plain(row.name)
    if not shown:
        yield f"for {name} no figure is available"
    elif extremes and extremes.highest:
        high = f"for {name} the highest figure is {telling.value(extremes.highest[0])}, {of(*extremes.highest)}"
        if extremes.lowest:
            yield f"{high}, and the lowest is {telling.value(extremes.lowest[0])}, {of(*extremes.lowest)}"
        yield high
    elif len(shown) == 1:
        yield f"for {name} the figure is {telling.value(shown[0])}, {of(shown[0])}"
    elif all_the_same(shown):
        yield f"for {name} all {len(shown)} figures are {telling.value(shown[0])}"
    yield f"figures for {name} are in the table"
    yield "more figures are in the table"
