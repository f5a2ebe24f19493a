"""The texts of a line chart: names at the ends of the lines, figures at the points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from math import dist
from typing import Final

from ..facts.grid import Cell, Row
from ..facts.scale import span_of
from ..words.format import capitalised, listed
from .columns import KEY, MARGIN, Note
from .drawing import Drawing, name_of
from .measure import text_width, wrap
from .picture import Align, Leader, Mark, Marker, Path, Sheet, Text, Whisker
from .placing import EDGE, Box, Room, box_of, spread

LABELLED = 12
"""Past this number of positions only the last, first, highest and lowest figures are labelled."""


NAME: Final = 100
"""Width that a name may have at the least, in pixels: most single words fit."""
WIDEST_WORD: Final = 0.45
"""Share of the sheet that the longest word of a name may take at the end of its line, before it is broken."""
MOST_LINES: Final = 4
"""Past so many lines the name of a series is shortened; the table has it whole."""


@dataclass(frozen=True, slots=True)
class EndLabel:
    """What stands to the right of lines that end in one point: the names of their series in bold, and the figure.

    Lines of which the markers lie upon each other share a label, with the marker of each as its key.
    """

    series: tuple[str, ...]
    name: str
    lines: tuple[str, ...]
    figure: str
    cell: Cell


def names_at_end(drawing: Drawing, named: Iterable[Row]) -> list[EndLabel]:
    """Word the label at the end of each line that has a figure."""
    size, width = drawing.sheet.text, drawing.sheet.width
    together: dict[tuple[str, Decimal | None, str], list[tuple[str, str, Cell]]] = {}
    for row in named:
        last = next((cell for cell in reversed(row.cells) if cell.shown), None)
        if last and (last.value is not None or row.role == "range"):
            said = name_of(row) if drawing.sheet.roomy else row.name
            together.setdefault((last.label, last.value, drawing.text(last)), []).append((row.name, said, last))
    found = []
    for (_, _, figure), ends in together.items():
        name, most = capitalised(listed([said for _, said, _ in ends])), MOST_LINES * len(ends)
        word = max(text_width(word, size, bold=True) for word in name.split(" "))
        limit = max(width / 4, NAME, min(word, width * WIDEST_WORD))
        lines = wrap(name, size, limit, bold=True, hard=True, most=most)
        found.append(EndLabel(tuple(series for series, _, _ in ends), name, lines, figure, ends[0][2]))
    return found


def beside_plot(
    drawing: Drawing, named: Sequence[Row], ends: Sequence[EndLabel], *, last: bool = False
) -> tuple[float, float]:
    """Measure width and height of what stands right of the last position: labels, or some of the last figure."""
    size = drawing.sheet.text
    if ends:
        widths = [text_width(line, size, bold=True) + _keys(end) for end in ends for line in end.lines]
        widths += [text_width(end.figure, size) + _keys(end) for end in ends]
        return max(widths) + 3 * MARGIN, sum(_height(end, drawing.sheet) for end in ends)
    cells = named[0].cells if named else ()
    width = text_width(drawing.text(cells[-1]), size) if cells else 0
    return (width + MARGIN + 2 if last else width / 2) + EDGE + 1, 0


def _keys(end: EndLabel) -> float:
    return KEY * len(end.series)


def _height(end: EndLabel, sheet: Sheet) -> float:
    return (len(end.lines) + 1) * sheet.line + 4.0


def notes_of(ends: Iterable[EndLabel], markers: Mapping[str, Marker]) -> list[Note]:
    """Say above the plot what would stand at the ends of the lines, each name behind the marker of its line."""
    return [
        Note(f"{end.name}: {end.figure}", tuple(replace(markers[name], across=10) for name in end.series))
        for end in ends
    ]


def keep_clear(marks: Iterable[Mark], room: Room) -> None:
    """Note where lines, markers and ranges are, so that no label is put on them."""
    for mark in marks:
        if isinstance(mark, Path):
            points = [room.frame.place(position, value) for position, value in mark.points]
            room.lines += [(start, end, mark.thickness) for start, end in pairwise(points)]
        elif isinstance(mark, Whisker):
            (x, start), (_, end) = (room.frame.place(mark.position, value) for value in (mark.start, mark.end))
            half = mark.thickness / 2
            room.boxes.append(Box(x - half, min(start, end), x + half, max(start, end)))
        elif isinstance(mark, Marker):
            x, y = room.frame.place(mark.position, mark.value)
            x, y, half = x + mark.dx, y + mark.dy, mark.across / 2 + 1
            room.boxes.append(Box(x - half, y - half, x + half, y + half))
        elif isinstance(mark, Leader):
            x, y = room.frame.place(mark.position, mark.value)
            room.lines.append(((x, y), (x + mark.dx, y + mark.dy), 1))


def _level(cell: Cell) -> float:
    """Give the height at which the last figure of a series is: of a range, its middle."""
    low, high = span_of(cell) or (0, 0)
    return (low + high) / 2


def end_labels(ends: Sequence[EndLabel], markers: Mapping[str, Marker], room: Room) -> list[Mark]:
    """Write name and last figure to the right of each line, moved up or down where two would cover each other.

    ``markers`` are those of the series: before each name stands its own, as the key to its line.
    """
    line, frame = room.sheet.line, room.frame
    points = [(frame.place(end.cell.label, _level(end.cell)), end) for end in ends]
    points.sort(key=lambda point: point[0][1])
    heights = [_height(end, room.sheet) for _, end in points]
    middles = spread([y for (_, y), _ in points], heights, 0, frame.height)
    edge = frame.place(frame.positions[-1], 0)[0]
    marks: list[Mark] = []
    for ((x, y), end), middle in zip(points, middles, strict=True):
        at, across = (end.cell.label, _level(end.cell)), edge - x + 2 * MARGIN
        first = middle - y - len(end.lines) * line / 2
        if abs(middle - y) > line / 2 or x < edge:
            marks.append(Leader(*at, across - 3, first))
        for number, name in enumerate(end.series):
            key = replace(markers[name], position=at[0], value=at[1], across=10, hollow=False)
            marks.append(replace(key, dx=across + KEY * (number + 0.5) - 2, dy=first))
        across += _keys(end)
        marks.append(room.take(Text(*at, end.lines, across, first, "left", bold=True)))
        marks.append(room.take(Text(*at, (end.figure,), across, first + len(end.lines) * line, "left")))
    keep_clear(marks, room)
    return marks


def figure_labels(
    drawing: Drawing, named: Sequence[Row], ends: Sequence[EndLabel], markers: Sequence[Marker], room: Room
) -> list[Text]:
    """Write the figures beside their points: first those that matter most, then as many others as have room.

    Beside several lines the last figures are in the labels at their ends; others only where all columns have room.
    """
    done = {(name, end.cell.label) for end in ends for name in end.series}
    widest = max((text_width(drawing.text(cell), room.sheet.text) for row in named for cell in row.cells), default=0)
    positions = len(drawing.laid.labels)
    all_fit = positions <= LABELLED and (not ends or widest < room.frame.width / positions)
    points = [(row, cell) for row in named for cell in row.cells if cell.shown and (row.name, cell.label) not in done]
    # Figures in one point, where lines meet, are written once.
    shown = {(cell.label, drawing.text(cell)): (row, cell) for row, cell in points}.values()
    matter = {(row.name, cell.label) for row in named for cell in drawing.first(row) if not ends}
    texts: list[Text] = []
    for matters in (True, False) if all_fit else (True,):
        for row, cell in shown:
            if ((row.name, cell.label) in matter) == matters:
                offers = [text for text in _beside(drawing, cell) if _nearest_its_own(text, markers, room)]
                texts += room.first_free(offers)
    return texts


def _beside(drawing: Drawing, cell: Cell) -> Iterator[Text]:
    """Offer places around a point: above, below, then to its sides, and at last further away."""
    words, away = (drawing.text(cell),), drawing.sheet.line / 2 + MARGIN
    low, top = span_of(cell) or (0, 0)
    bottom = low if cell.value is None else float(cell.value)
    yield Text(cell.label, top, words, 0, -away)
    yield Text(cell.label, bottom, words, 0, away)
    for dy in (-away / 2, away / 2):
        yield Text(cell.label, top, words, MARGIN + 2, dy, "left")
        yield Text(cell.label, top, words, -MARGIN - 2, dy, "right")
    for further in (away + 6, away + 12):
        for align in _ALIGNED:
            yield Text(cell.label, top, words, 0, -further, align)
            yield Text(cell.label, bottom, words, 0, further, align)


_ALIGNED: Final[tuple[Align, ...]] = ("center", "left", "right")


def _nearest_its_own(text: Text, markers: Sequence[Marker], room: Room) -> bool:
    """Whether the marker nearest to a label is the one it is for, so that nobody reads it as another's figure."""
    box = box_of(text, room.frame, room.sheet)
    middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    own = dist(middle, room.frame.place(text.position, text.value))
    others = (marker for marker in markers if (marker.position, marker.value) != (text.position, text.value))
    return all(own < dist(middle, room.frame.place(marker.position, marker.value)) for marker in others)
