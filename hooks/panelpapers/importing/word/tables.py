"""Rows and cells of Word -> one table, with merged cells once and repeated headings gone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from panelpapers.importing.parts import Cell, Part

from .names import VAL, WRAPS, W, shown_children, text_of, whole

_CONTINUED = re.compile(r"\b(?:continued|cont(?:['’]?d)?\b\.?)", re.IGNORECASE)
_WIDEST = 1000
"""Columns. Word allows 63."""


@dataclass(slots=True)
class Slot:
    """A cell as a row of Word gives it: where it begins, how wide it is, and how it is merged."""

    start: int
    width: int
    merge: str
    parts: tuple[Part, ...]


def merge_of(properties: etree._Element | None, name: str) -> str:
    """Say whether a cell begins a merged cell ("restart"), belongs to the one before it ("continue"), or neither."""
    found = None if properties is None else properties.find(W + name)
    return "" if found is None else found.get(VAL, "continue")


def width_of(properties: etree._Element | None, name: str = "gridSpan") -> int:
    """Say over how many columns of the grid something reaches."""
    return min(max(whole(text_of(properties, name)) or (1 if name == "gridSpan" else 0), 0), _WIDEST)


def elements(container: etree._Element, name: str) -> Iterable[etree._Element]:
    """Give the rows of a table, or the cells of a row, also those in content controls."""
    for child in shown_children(container):
        if child.tag == W + name:
            yield child
        elif child.tag in WRAPS:
            yield from elements(child, name)


def table_of(rows: list[list[Slot]], page: int | None) -> Part | None:
    """Make a table of rows; None where it holds no word.

    A column of the grid in which no cell begins is none: Word has such where edges do not quite meet.
    """
    starts = sorted({slot.start for row in rows for slot in row})
    cells: list[Cell] = []
    above: dict[int, int] = {}
    for number, row in enumerate(rows):
        for slot in row:
            begins = slot.start
            if slot.merge == "continue" and begins in above:
                merged = cells[above[begins]]
                cells[above[begins]] = replace(merged, rows=number - merged.row + 1, parts=merged.parts + slot.parts)
                continue
            columns = sum(1 for start in starts if begins <= start < begins + slot.width)
            above[begins] = len(cells)
            cells.append(Cell(number, starts.index(begins), slot.parts, 1, columns))
    return Part("table", "", 0, page=page, cells=tuple(cells)) if any(cell.parts for cell in cells) else None


def joined(first: Part, second: Part) -> tuple[Part, tuple[Part, ...]] | None:
    """Join a table to the one that goes on with it under the same headings; give the headings that are said again.

    None where the second is another table.
    """
    (width, height), (other_width, other_height) = _size(first), _size(second)
    if other_width != width or width < 2 or not any(_row(first, 0)):
        return None
    most = min(height, other_height - 1)
    count = next((row for row in range(most) if _row(first, row) != _row(second, row)), most)
    if count < 1:
        return None
    kept = [replace(cell, row=cell.row - count + height) for cell in second.cells if cell.row >= count]
    gone = tuple(part for cell in second.cells if cell.row < count for part in cell.parts)
    return replace(first, cells=(*first.cells, *kept)), gone


def says_continued(part: Part) -> bool:
    """Whether a line says no more than that a table goes on."""
    return len(part.text.split()) <= 15 and bool(_CONTINUED.search(part.text))


def _size(table: Part) -> tuple[int, int]:
    wide = max(cell.column + cell.columns for cell in table.cells)
    return wide, max(cell.row + cell.rows for cell in table.cells)


def _row(table: Part, row: int) -> list[str]:
    return [cell.text for cell in table.cells if cell.row == row]
