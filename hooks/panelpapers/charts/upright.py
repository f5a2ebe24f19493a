"""Upright bars: one bar for each period or category, its figure above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..facts.grid import Cell
from ..facts.scale import span_of
from ..facts.standing import Standard
from .columns import MARGIN, gap_marks, ground, note_of, room_in, standards
from .drawing import Drawing
from .groups import bar_of, shade_of
from .measure import text_width
from .palette import rating
from .picture import Bar, Mark, Picture, Sheet, Text
from .placing import EDGE, Box, Room

MANY = 20
"""Past this number of bars an axis gives the values, and only figures that matter most are written, if they fit."""
WIDEST = 96
"""Greatest width of a bar in pixels."""
FULL = 0.6
"""Share of its column that a bar fills."""


def upright_picture(drawing: Drawing) -> Picture | None:
    """Lay out upright bars of one series; ``None`` where the labels have no room, and rows are the better picture.

    A target or a baseline without room for its label is named above the plot.
    """
    cells = drawing.laid.rows[0].cells
    if len(cells) == 1 or (len(cells) > MANY and drawing.laid.axis == "category"):
        return None  # one bar has nothing to stand beside, and names can be left out of no axis
    lay_out = _few if len(cells) <= MANY else _many
    picture, homeless = lay_out(drawing, cells, ())
    return lay_out(drawing, cells, homeless)[0] if homeless else picture


Laid = tuple[Picture | None, Sequence[Standard]]
"""A picture, if there is one, and the rules that found no room for their labels in it."""


def _few(drawing: Drawing, cells: Sequence[Cell], above: Sequence[Standard]) -> Laid:
    """Lay out bars with their figures above them; rules ``above`` are named above the plot."""
    notes = [note_of(drawing, standard) for standard in above]
    base = ground(drawing, axis=False, notes=notes)
    each = base.frame.width / len(cells)
    bare = [drawing.text(cell) for cell in cells]
    texts = [drawing.text(cell, full=True) for cell in cells]
    if not _fit(drawing, texts, each):
        texts = bare
    if not _fit(drawing, texts, each) or not all(base.position_labels):
        return None, ()
    if texts == bare:
        base = ground(drawing, axis=False, notes=notes, bare=True)
    room, bars, thickness = room_in(drawing, base), _bars(cells), min(WIDEST, each * FULL)
    room.boxes += _boxes(bars, room, thickness)
    labels: list[Mark] = []
    for cell, text in zip(cells, texts, strict=True):
        if cell.shown:
            found = room.first_free(_at_end(cell, text, drawing.sheet))
            if not found:
                return None, ()
            labels += found
    rules, homeless = standards(drawing, base, room, above)
    return _complete(drawing, base, (*bars, *labels, *rules), room, thickness), homeless


def _many(drawing: Drawing, cells: Sequence[Cell], above: Sequence[Standard]) -> Laid:
    """Lay out so many bars that an axis must give the values; rules as above."""
    last = text_width(drawing.text(cells[-1]), drawing.sheet.text) / 2 + EDGE + 1
    notes = [note_of(drawing, standard) for standard in above]
    base = ground(drawing, beside=last, notes=notes, bare=True)
    room, bars, thickness = room_in(drawing, base), _bars(cells), base.frame.width / len(cells) * FULL
    room.boxes += _boxes(bars, room, thickness)
    rules, homeless = standards(drawing, base, room, above)
    offers = [_at_end(cell, drawing.text(cell), drawing.sheet) for cell in drawing.first(drawing.laid.rows[0])]
    labels = [text for offer in offers for text in room.first_free(offer)]
    return _complete(drawing, base, (*bars, *labels, *rules), room, thickness), homeless


def _complete(drawing: Drawing, base: Picture, figures: Sequence[Mark], room: Room, thickness: float) -> Picture:
    marks = (*base.marks, *figures, *gap_marks(drawing, room))
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
        yield Text(cell.label, high, (text,), 0, -away - shift)


def _boxes(bars: Sequence[Mark], room: Room, thickness: float) -> Iterator[Box]:
    """Give the ground that the bars stand on."""
    for bar in bars:
        if isinstance(bar, Bar):
            x, start = room.frame.place(bar.position, bar.start)
            _, end = room.frame.place(bar.position, bar.end)
            yield Box(x - thickness / 2, min(start, end), x + thickness / 2, max(start, end))
