"""The data table of a figure as data: every figure as a string, its statuses in words and in official shorthand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..facts.cautions import rounds_to_zero
from ..facts.fact import StatusCounts, Whole
from ..facts.figure import FigureFacts
from ..facts.grid import Cell, Row
from ..facts.standing import same_period
from ..records.indicator import Indicator
from . import format as say
from .sentences import plain, sentence
from .telling import Telling
from .title import subtitle

MARKS: Final = {
    "not available": ("[x]", "not available"),
    "suppressed": ("[c]", "confidential, not shown"),
    "low": ("[low]", "rounds to zero but is not zero"),
    "not applicable": ("[z]", "not applicable"),
    "provisional": ("[p]", "provisional, may change"),
    "revised": ("[r]", "revised"),
    "break": ("[b]", "break in the series before this figure"),
    "estimated": ("[e]", "estimated"),
    "forecast": ("[f]", "forecast"),
    "low reliability": ("[u]", "low reliability"),
}
"""The shorthand of the Government Statistical Service, and what it means."""
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
    telling = Telling(indicator, facts, say.units(indicator, facts.grid.decimals))
    rows = facts.grid.rows
    lines = [_line(telling, label) for label in facts.grid.labels]
    lines += _foot(telling)
    marks = {mark for line in lines for mark in _marks_in((*line.cells, line.status))}
    extra = _extra_columns(telling)
    return DataTable(
        caption=f"Data: {subtitle(telling)}",
        columns=(_first_heading(telling), *_headings(telling), *extra, *(["Status"] if _any_status(lines) else [])),
        rows=tuple(lines),
        has_status=_any_status(lines),
        key=tuple((mark, words) for mark, words in MARKS.values() if mark in marks),
        notes=tuple(note for row in rows for note in _notes(telling, row)),
    )


def _any_status(lines: list[TableRow]) -> bool:
    return any(line.status for line in lines)


def _marks_in(texts: tuple[str, ...]) -> set[str]:
    return {mark for mark, _ in MARKS.values() if any(mark in text for text in texts)}


def _first_heading(telling: Telling) -> str:
    if telling.facts.grid.axis == "time":
        return "Period"
    if telling.facts.all(StatusCounts):
        return "Status given"
    return "Place" if any(cell.point.role for row in telling.rows for cell in row.cells) else "Category"


def _headings(telling: Telling) -> list[str]:
    unit = f" ({telling.units.heading})" if telling.units.heading else ""
    if len(telling.rows) > 1:
        return [f"{row.name}{unit}" for row in telling.rows]
    return [f"{say.capitalised(telling.measure)}{unit}"]


def _extra_columns(telling: Telling) -> list[str]:
    """Name the columns of ranges, shares and meanings, where there are any."""
    columns = []
    for row in telling.rows:
        name = f"{row.name}: " if len(telling.rows) > 1 else ""
        if _has_ranges(row):
            columns.append(say.capitalised(f"{name}likely range"))
        if telling.facts.all(Whole, row.name):
            columns.append(say.capitalised(f"{name}share of the total"))
        if _has_meanings(row):
            columns.append(say.capitalised(f"{name}meaning"))
    return columns


def _has_ranges(row: Row) -> bool:
    return any(cell.point.interval and cell.shown for cell in row.cells)


def _has_meanings(row: Row) -> bool:
    return any(cell.point.meaning for cell in row.cells)


def _line(telling: Telling, label: str) -> TableRow:
    cells = [row.at(label) for row in telling.rows]
    first = next(cell for cell in cells if cell)
    heading = say.period_label(first.period) if first.period else label
    figures = [_figure(telling, cell) for cell in cells]
    extra = [text for row, cell in zip(telling.rows, cells, strict=True) for text in _extra(telling, row, cell)]
    statuses = [
        f"{row.name}: {text}" if len(telling.rows) > 1 else text
        for row, cell in zip(telling.rows, cells, strict=True)
        if cell and (text := _status(telling, cell))
    ]
    return TableRow(heading, (*figures, *extra), "; ".join(statuses))


def _figure(telling: Telling, cell: Cell | None) -> str:
    """Write a figure, or the shorthand for what stands in its place; a position without a figure is not available."""
    if cell is None:
        return MARKS["not available"][0]
    if cell.value is not None:
        text = telling.units.cell(cell.value)
        return f"about {text}" if cell.point.approximate else text
    if cell.lowest is not None and cell.highest is not None:
        text = f"{telling.units.cell(cell.lowest)} to {telling.units.cell(cell.highest)}"
        return f"about {text}" if cell.point.approximate else text
    return next((MARKS[status][0] for status in _INSTEAD if status in cell.statuses), MARKS["not available"][0])


def _extra(telling: Telling, row: Row, cell: Cell | None) -> list[str]:
    texts = []
    if _has_ranges(row):
        span = cell.point.interval if cell and cell.shown else None
        texts.append(f"{telling.units.cell(span.low)} to {telling.units.cell(span.high)}" if span else "")
    if (whole := telling.facts.one(Whole, row.name)) is not None:
        texts.append(next((say.percent(part.share) for part in whole.parts if part.cell is cell), ""))
    if _has_meanings(row):
        texts.append(cell.point.meaning or "" if cell else "")
    return texts


def _status(telling: Telling, cell: Cell) -> str:
    """Write the statuses of a cell with their shorthand: ``provisional, may change [p]``."""
    statuses = list(cell.statuses)
    if cell.point.break_before and telling.facts.grid.axis == "time" and not _first_cell(telling, cell):
        statuses.append("break")
    if rounds_to_zero(cell, telling.units.decimals) and "low" not in statuses:
        statuses.append("low")
    texts = [f"{MARKS[status][1]} {MARKS[status][0]}" for status in statuses]
    baseline = telling.indicator.baseline
    if baseline and baseline.period and cell.period and same_period(cell.period, baseline.period):
        texts.append("baseline")
    if cell.point.role == "average":
        texts.append("average")
    return ", ".join(texts)


def _first_cell(telling: Telling, cell: Cell) -> bool:
    return any(row.cells[0] is cell for row in telling.rows if row.cells)


def _foot(telling: Telling) -> list[TableRow]:
    """Give the rows below the figures: the total, the baseline's own figure, the target."""
    width, rows = len(telling.rows), []
    empty = ("",) * len(_extra_columns(telling))
    for counts in telling.facts.all(StatusCounts)[:1]:
        if width == 1 and counts.total is not None:
            rows.append(TableRow("Total", (telling.units.cell(counts.total), *empty), ""))
    for whole in telling.facts.all(Whole)[:1]:
        if width == 1:
            rows.append(TableRow("Total", (telling.units.cell(whole.total), *empty), ""))
    baseline, target = telling.indicator.baseline, telling.indicator.target
    if baseline and baseline.state == "set" and baseline.value is not None and not _baseline_points(telling):
        when = f", {say.period_label(baseline.period)}" if baseline.period else ""
        value = telling.units.cell(baseline.value)
        rows.append(TableRow(f"Baseline{when}", ((value,) * width) + empty, ""))
    if target and target.state == "set" and target.value is not None:
        due = f", by {say.period(target.by)}" if target.by else ""
        own = max(telling.units.decimals, -int(target.value.normalize().as_tuple().exponent))
        value = say.Units(telling.units.unit, own).cell(target.value)
        rows.append(TableRow(f"Target{due}", ((value,) * width) + empty, ""))
    return rows


def _baseline_points(telling: Telling) -> bool:
    """Whether some point is the baseline, so that it stands in the table already (or is kept back)."""
    period = telling.indicator.baseline.period if telling.indicator.baseline else None
    cells = [cell for row in telling.rows for cell in row.cells]
    return any(period and cell.period and same_period(cell.period, period) for cell in cells)


def _notes(telling: Telling, row: Row) -> list[str]:
    """Give the remarks on single figures, as sentences; none on a suppressed one, which could give it away."""
    notes = []
    series = f" ({plain(row.name)})" if len(telling.rows) > 1 else ""
    for cell in row.cells:
        if cell.suppressed:
            continue
        name = say.period_label(cell.period) if cell.period else cell.label
        remarks = [cell.point.remark, cell.point.worked_out]
        if not _first_cell(telling, cell):
            remarks.append(cell.point.break_before)
        notes += [sentence(f"{name}{series}: {remark}") for remark in remarks if remark]
    return notes
