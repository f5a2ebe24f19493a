"""The status strip: how many have each status, as that many shapes. The word says it, shape and colour help."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ..facts.grid import Cell
from .drawing import Drawing
from .palette import Shade, Shape, looks
from .picture import Bar, Mark, Marker, Picture
from .rows import THICKNESS, Entry, Extent, rows_picture

MOST: Final = 12
"""Past this number in one status, bars are drawn: shapes would be too many to count at a glance."""


def strip_picture(drawing: Drawing) -> Picture:
    """Lay out one row for each status, in groups where there are several series."""
    cells = [cell for row in drawing.laid.rows for cell in row.cells]
    largest = max((float(cell.value) for cell in cells if cell.value is not None), default=1)
    counted = largest <= MOST
    entries = []
    for number, (heading, members) in enumerate(drawing.by_series()):
        if heading:
            entries.append(Entry(f"group {number}", heading, heading=True))
        styles = looks(member.cell.label for member in members)
        for place, (member, look) in enumerate(zip(members, styles, strict=True)):
            cell, position = member.cell, f"{number} {place}"
            marks = _shapes(cell, position, *look) if counted else _bar(cell, position, *look, largest)
            text, meaning = drawing.text(cell, full=True), cell.point.meaning or ""
            entries.append(Entry(position, member.name, tuple(marks), text, meaning))
    extent = Extent(0, max(MOST, largest)) if counted else Extent(-largest / 10, largest)
    return rows_picture(drawing, entries, replace(extent, rule=None, headings=drawing.headings_above()))


def _shapes(cell: Cell, position: str, shade: Shade, shape: Shape) -> list[Mark]:
    return [
        Marker(position, number + 0.5, shade, shape, across=THICKNESS - 6) for number in range(int(cell.value or 0))
    ]


def _bar(cell: Cell, position: str, shade: Shade, shape: Shape, largest: float) -> list[Mark]:
    """Draw one shape in front of the bar, so that bars too differ in more than colour."""
    marks: list[Mark] = [Marker(position, -largest / 20, shade, shape, across=THICKNESS - 6)]
    if cell.value is not None:
        marks.append(Bar(position, 0, float(cell.value), shade))
    return marks
