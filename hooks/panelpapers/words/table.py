"""The data table of a figure as data: every figure as a string, its statuses in words and in official shorthand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..facts.fact import StatusCounts, Whole
from ..facts.figure import FigureFacts
from ..facts.grid import Cell, Row
from ..facts.notice import Break, RoundedZero
from ..facts.standing import BaselineFigure, Standard
from ..records.indicator import Indicator
from . import format as say
from .headline import subtitle
from .nouns import MARKS, ROLES, heading, plain, said_role
from .sentences import sentence
from .telling import Mark, Telling
from .units import Units

_INSTEAD: Final = ("suppressed", "not applicable", "not available", "low")
"""Statuses whose shorthand stands in place of a figure, the first that a cell has."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of the table. ``status`` is empty where the row has none."""

    heading: str
    cells: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table as data. ``columns`` begins with the heading of the row headings.

    Where ``has_status`` is true the last column is the status, and each row's ``status`` belongs in it; ``key`` pairs
    each shorthand that is used with its words.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    has_status: bool
    key: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    def changed(self, change: Callable[[str], str]) -> DataTable:
        """Give the table with every text in it changed."""
        rows = (TableRow(change(row.heading), tuple(map(change, row.cells)), change(row.status)) for row in self.rows)
        columns, notes = map(change, self.columns), map(change, self.notes)
        caption = change(self.caption)
        return replace(self, caption=caption, columns=tuple(columns), rows=tuple(rows), notes=tuple(notes))

    def as_data(self) -> dict[str, object]:
        """Give the table as plain data, ready for JSON: lists, maps and strings."""
        return {
            "caption": self.caption,
            "columns": list(self.columns),
            "rows": [
                {"heading": row.heading, "cells": [*row.cells, *([row.status] if self.has_status else [])]}
                for row in self.rows
            ],
            "key": [{"mark": mark, "meaning": meaning} for mark, meaning in self.key],
            "notes": list(self.notes),
        }


def data_table(indicator: Indicator, facts: FigureFacts) -> DataTable:
    """Lay out the data table: a row for each period or category, a column for each series."""
    telling = Telling(indicator, facts)
    extras = [(place, *column) for place, row in enumerate(telling.rows) for column in _extras(telling, row)]
    columns = [_first_heading(telling), *_headings(telling), *(heading for _, heading, _ in extras)]
    lines, known = list[TableRow](), _known(facts)
    for label in facts.grid.labels:
        cells = [row.at(label) for row in telling.rows]
        more = [write(cell) if (cell := cells[place]) else "" for place, _, write in extras]
        lines.append(_line(telling, label, cells, more, known))
    lines += _foot(telling, len(columns) - 1)
    has_status = any(line.status for line in lines)
    texts = [text for line in lines for text in (*line.cells, line.status)]
    return DataTable(
        caption=f"Data: {subtitle(telling)}",
        columns=(*columns, "Status") if has_status else tuple(columns),
        rows=tuple(lines),
        has_status=has_status,
        key=tuple((mark, words) for mark, words in MARKS.values() if any(mark in text for text in texts)),
        notes=tuple(note for row in telling.rows for note in _notes(telling, row)),
    )


def beside_number(table: DataTable, facts: FigureFacts) -> tuple[tuple[str, str], ...]:
    """Give what the table of a figure that is a number says of it: its period or category, its range, status, target.

    These are pairs of what something is called and what it is. There are none where the figure is no number.
    """
    if facts.number is None:
        return ()
    row, cell = facts.number
    labels, series = facts.grid.labels, len(facts.grid.rows)
    line = table.rows[labels.index(cell.label)]
    pairs = [(table.columns[0], line.heading)]
    pairs += [("Series", row.name)] if series > 1 else []
    pairs += [("Period", say.period_label(facts.grid.period))] if facts.grid.period else []
    pairs += zip(table.columns[1 + series :], (*line.cells[series:], line.status), strict=False)
    pairs += [(foot.heading, foot.cells[0]) for foot in table.rows[len(labels) :]]
    return tuple((name, value) for name, value in pairs if value)


def _first_heading(telling: Telling) -> str:
    if telling.facts.grid.axis == "time":
        return "Period"
    if telling.facts.all(StatusCounts):
        return "Status given"
    return "Place" if telling.facts.grid.of_places else "Category"


def _headings(telling: Telling) -> list[str]:
    unit = heading(telling.indicator)
    if len(telling.rows) > 1:
        return [_with(row.name, said_role(row.name, row.role), unit) for row in telling.rows]
    return [_with(say.capitalised(telling.measure), unit)]


def _with(name: str, *aside: str) -> str:
    """Give a heading with what stands in brackets behind it: its role, its unit."""
    said = ", ".join(filter(None, aside))
    return f"{name} ({said})" if said else name


def _extras(telling: Telling, row: Row) -> Iterator[tuple[str, Callable[[Cell], str]]]:
    """Give the columns of ranges, shares and meanings that there are: heading, and what a cell has there."""
    units, name = telling.units, f"{row.name}: " if len(telling.rows) > 1 else ""

    def likely_range(cell: Cell) -> str:
        span = cell.point.interval if cell.shown else None
        return f"{units.cell(span.low)} to {units.cell(span.high)}" if span else ""

    if any(map(likely_range, row.cells)):
        yield say.capitalised(f"{name}likely range"), likely_range
    if whole := telling.facts.one(Whole, row.name):
        shares = {id(part.cell): say.percent(part.share) for part in whole.parts}
        yield say.capitalised(f"{name}share of the total"), lambda cell: shares.get(id(cell), "")
    if any(cell.point.meaning for cell in row.cells):
        yield say.capitalised(f"{name}meaning"), lambda cell: cell.point.meaning or ""


def _line(
    telling: Telling, label: str, cells: list[Cell | None], more: list[str], known: dict[int, list[str]]
) -> TableRow:
    first = next(cell for cell in cells if cell)
    heading = say.period_label(first.period) if first.period else label
    figures = [_figure(telling, cell) for cell in cells]
    statuses = [
        f"{row.name}: {text}" if len(telling.rows) > 1 else text
        for row, cell in zip(telling.rows, cells, strict=True)
        if cell and (text := _status(cell, known.get(id(cell), ())))
    ]
    return TableRow(heading, (*figures, *more), "; ".join(statuses))


def _figure(telling: Telling, cell: Cell | None) -> str:
    """Write a figure, or the shorthand for what stands in its place; a position without a figure is not available."""
    if cell is None or not cell.shown:
        statuses = cell.statuses if cell else ()
        return next((MARKS[status][0] for status in _INSTEAD if status in statuses), MARKS["not available"][0])
    text = " to ".join(map(telling.units.cell, cell.amounts))
    return f"about {text}" if cell.point.approximate else text


def _known(facts: FigureFacts) -> dict[int, list[str]]:
    """Give what facts say of single figures beyond their own statuses, by the identity of the cell."""
    found: dict[int, list[str]] = defaultdict(list)
    for fact in facts.all(Break):
        found[id(fact.cell)].append("break")
    for cell in (cell for fact in facts.all(RoundedZero) for cell in fact.cells):
        found[id(cell)].append("low")
    for baseline in facts.all(BaselineFigure):
        found[id(baseline.cell)].append("baseline")
    return found


def _status(cell: Cell, known: Sequence[str]) -> str:
    """Write the statuses of a cell with their shorthand: ``provisional, may change [p]``."""
    role = ROLES.get(cell.point.role or "")
    statuses = [*cell.statuses, *known, *([role] if role else [])]
    texts = [" ".join(reversed(MARKS.get(status, (status,)))) for status in statuses]
    return ", ".join([*texts, *([plain(cell.point.why)] if cell.point.why and not cell.shown else [])])


def _foot(telling: Telling, width: int) -> Iterator[TableRow]:
    """Give the rows below the figures: the total, the baseline's own figure, the target; all as wide as the rest."""
    series = len(telling.rows)

    def foot(heading: str, value: str) -> TableRow:
        return TableRow(heading, (*(value,) * series, *("",) * (width - series)), "")

    totals = [counts.total for counts in telling.facts.all(StatusCounts)]
    in_rows = any(cell.point.role == "total" for row in telling.rows for cell in row.cells)
    totals += [whole.total for whole in telling.facts.all(Whole) if not in_rows]
    yield from (foot("Total", telling.units.cell(total)) for total in totals if total is not None and series == 1)
    for standard in reversed(telling.facts.all(Standard)):
        what, when = say.capitalised(standard.what), standard.period
        told = f"by {say.period(when)}" if when and standard.what == "target" else when and say.period_label(when)
        told = f"yearly average of {told}" if standard.average else told
        yield foot(f"{what}, {told}" if told else what, standard_units(telling, standard).cell(standard.value))


def standard_units(telling: Telling, standard: Standard) -> Units:
    """Say how what figures are measured against is written: as they are, but a target is never rounded away."""
    return telling.units_of(telling.finer(standard.value) if standard.what == "target" else Mark(standard.value))


def _notes(telling: Telling, row: Row) -> list[str]:
    """Give the remarks on single figures, as sentences; none on a suppressed one, which could give it away."""
    notes = []
    series = f" ({plain(row.name)})" if len(telling.rows) > 1 else ""
    for cell in row.cells:
        if cell.suppressed:
            continue
        name = say.period_label(cell.period) if cell.period else cell.label
        remarks = [cell.point.remark, cell.point.worked_out]
        if cell is not row.cells[0]:
            remarks.append(cell.point.break_before)
        notes += [sentence(f"{name}{series}: {remark}") for remark in remarks if remark]
    return notes
