"""Rows and cells of Word -> one table, with merged cells once and repeated headings gone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from panelpapers.importing.parts import Cell, Part

from .names import VAL, WRAPS, W, has, is_on, shown_children, text_of, whole
from .pieces import Fate

_WIDEST = 1000
"""Columns. Word allows 63."""


@dataclass(slots=True)
class Slot:
    """A cell as a row of Word gives it: where it begins, how wide and high it is, and how it is merged."""

    start: int
    width: int
    merge: str
    parts: list[Part]
    row: int = 0
    rows: int = 1


def merge_of(properties: etree._Element | None, name: str) -> str:
    """Say whether a cell begins a merged cell ("restart"), belongs to the one before it ("continue"), or neither."""
    found = None if properties is None else properties.find(W + name)
    return "" if found is None else found.get(VAL, "continue")


def fate_of(row: etree._Element | None, cell: etree._Element) -> Fate:
    """Whether a cell is seen, and if not, why; `row` are the properties of its row."""
    if has(row, "del") or has(cell.find(W + "tcPr"), "cellDel"):
        return "deleted"
    return "hidden" if is_on(row, "hidden") else ""


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
    kept: list[Slot] = []
    above: dict[int, Slot] = {}
    for number, row in enumerate(rows):
        for slot in row:
            if slot.merge == "continue" and (first := above.get(slot.start)):
                first.rows = number - first.row + 1
                first.parts += slot.parts
            else:
                slot.row = number
                above[slot.start] = slot
                kept.append(slot)
    if not any(slot.parts for slot in kept):
        return None
    cells = []
    for slot in kept:
        column = bisect_left(starts, slot.start)
        columns = bisect_left(starts, slot.start + slot.width) - column
        cells.append(Cell(slot.row, column, tuple(slot.parts), slot.rows, columns))
    return Part("table", "", 0, page=page, cells=tuple(cells))
