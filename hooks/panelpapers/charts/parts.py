"""Parts of a whole: one bar of all parts end to end, and below it each part alone, in the place it has in the whole.

Every part has its own row with its name and figure, so no legend is needed and small parts are as easy to read as
large ones. Where a part must not be shown, the total is not drawn either: nobody can work out one from the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.fact import PublishedTotal
from ..facts.scale import extent
from ..facts.showing import of_too_many
from .drawing import Drawing, Member
from .palette import looks
from .picture import Bar, Picture
from .rows import Entry, Extent, rows_picture


def parts_picture(drawing: Drawing) -> Picture:
    """Lay out the parts of one whole, or of several wholes in turn.

    Each period is a whole of its series; without periods, each series is one of its categories.
    """
    group = drawing.by_position if drawing.laid.axis == "time" else drawing.by_series
    wholes = [(heading, [part for part in parts if part.role != "total"]) for heading, parts in group()]
    entries = [
        entry for number, (heading, parts) in enumerate(wholes) for entry in _entries(drawing, number, heading, parts)
    ]
    return rows_picture(drawing, entries, Extent(*extent(drawing.facts), headings=drawing.headings_above(bare=True)))


def _entries(drawing: Drawing, number: int, heading: str, parts: list[Member]) -> Iterator[Entry]:
    if heading:
        yield Entry(f"group {number}", heading, heading=True)
    whole, rows, end = f"{number} whole", [], 0.0
    pieces: list[Bar] = []
    for place, (part, (shade, _)) in enumerate(zip(parts, looks(part.name for part in parts), strict=True)):
        cell, position = part.cell, f"{number} {place}"
        start, end = end, end + float(cell.value or 0)
        marks: tuple[Bar, ...] = ()
        if cell.value is not None:
            pieces.append(Bar(whole, start, end, shade, "part"))
            marks = (Bar(position, start, end, shade, "hollow" if "provisional" in cell.statuses else "full"),)
        rows.append(Entry(position, part.name, marks, drawing.text(cell, full=True)))
    complete = all(part.cell.value is not None for part in parts) and not of_too_many(drawing.facts)
    total = None if heading or not complete else drawing.facts.one(PublishedTotal)
    text = drawing.units.label(total.total) if total else ""
    yield Entry(whole, "All" if complete else "All that are shown", tuple(pieces), text)
    yield from rows
