"""Upright bars: one bar for each period or category, its figure above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..facts.grid import Cell, Row
from ..facts.scale import span_of
from ..facts.standing import Standard
from .columns import MARGIN, all_named, gap_marks, ground, room_in, standards
from .drawing import Drawing
from .groups import bar_of, shade_of
from .measure import text_width
from .palette import rating
from .picture import Bar, Mark, Picture, Sheet, Text
from .placing import Box, Room

MANY = 20
"""Past this number of bars an axis gives the values, and only figures that matter most are written, if they fit."""
WIDEST = 96
"""Greatest width of a bar in pixels."""
FULL = 0.6
"""Share of its column that a bar fills."""


def upright_picture(drawing: Drawing) -> Picture | None:
    """Lay out upright bars of one series; ``None`` where the labels have no room, and rows are the better picture."""
    cells = drawing.laid.rows[0].cells
    if len(cells) > MANY and drawing.laid.axis == "category":  # names can be left out of no axis
        return None
    if len(cells) > MANY:
        return _many(drawing, drawing.laid.rows[0])
    if len(cells) == 1:  # one bar has nothing to stand beside
        return None
    base = ground(drawing, axis=False)
    each = base.frame.width / len(cells)
    bare = [drawing.text(cell) for cell in cells]
    texts = [drawing.text(cell, full=True) for cell in cells]
    if not _fit(drawing, texts, each):
        texts = bare
    if not _fit(drawing, texts, each) or not all(base.position_labels):
        return None
    if texts == bare:
        base = ground(drawing, axis=False, bare=True)
    room, bars, thickness = room_in(drawing, base), _bars(cells), min(WIDEST, each * FULL)
    room.boxes += _boxes(bars, room, thickness)
    labels: list[Mark] = []
    for cell, text in zip(cells, texts, strict=True):
        if cell.shown:
            found = room.first_free(offer for offer in _at_end(cell, text, drawing.sheet) if offer.align == "center")
            if not found:
                return None
            labels += found
    return _with_rules(drawing, base, (*bars, *labels), standards(drawing, base, room), room, thickness)


def _many(drawing: Drawing, row: Row) -> Picture | None:
    """Lay out so many bars that an axis must give the values; ``None`` as above."""
    base = ground(drawing, bare=True, spare=2 if drawing.facts.all(Standard) else 0)
    room, bars = room_in(drawing, base), _bars(row.cells)
    thickness = base.frame.width / len(row.cells) * FULL
    room.boxes += _boxes(bars, room, thickness)
    rules = standards(drawing, base, room)
    offers = [_at_end(cell, drawing.text(cell), drawing.sheet) for cell in drawing.first(row)]
    labels = [text for offer in offers for text in room.first_free(offer)]
    return _with_rules(drawing, base, (*bars, *labels), rules, room, thickness)


def _with_rules(
    drawing: Drawing, base: Picture, figures: Sequence[Mark], rules: Sequence[Mark], room: Room, thickness: float
) -> Picture | None:
    """Put the picture together; ``None`` where a target or a baseline found no room for its label."""
    if not all_named(drawing, rules):
        return None
    marks = (*base.marks, *figures, *rules, *gap_marks(drawing, room))
    return replace(base, marks=marks, bar_thickness=thickness)


def _fit(drawing: Drawing, texts: Sequence[str], each: float) -> bool:
    return all(text_width(text, drawing.sheet.text) <= each - MARGIN for text in texts)


def _bars(cells: Sequence[Cell]) -> list[Mark]:
    roles = [cell.point.role for cell in cells]
    rated = [rating(cell.label) for cell in cells]
    shades = [look[0] if look else shade_of(role, roles) for look, role in zip(rated, roles, strict=True)]
    drawn = zip(cells, shades, roles, strict=True)
    return [mark for cell, shade, role in drawn for mark in bar_of(cell, cell.label, shade, role)]


def _at_end(cell: Cell, text: str, sheet: Sheet) -> Iterator[Text]:
    """Put a figure above its bar, or below a bar that hangs down; higher up where a neighbour is in the way."""
    low, high = span_of(cell) or (0, 0)
    away = sheet.line / 2 + 4
    if low < 0:
        yield Text(cell.label, low, (text,), 0, away)
        return
    for shift in range(0, sheet.line + 8, 4):
        for align in ("center", "right", "left"):
            yield Text(cell.label, high, (text,), 0, -away - shift, align)


def _boxes(bars: Sequence[Mark], room: Room, thickness: float) -> Iterator[Box]:
    """Give the ground that the bars stand on."""
    for bar in bars:
        if isinstance(bar, Bar):
            x, start = room.frame.place(bar.position, bar.start)
            _, end = room.frame.place(bar.position, bar.end)
            yield Box(x - thickness / 2, min(start, end), x + thickness / 2, max(start, end))
