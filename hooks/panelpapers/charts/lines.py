"""The line chart: up to four named series, gaps left open, no line drawn across a break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..facts.fact import Joined, NamedSeries
from ..facts.grid import Row
from ..facts.showing import MOST_NAMED
from ..facts.standing import Standard
from .columns import gap_marks, ground, note_of, room_in, standards
from .drawing import Drawing
from .line_labels import LABELLED, beside_plot, end_labels, figure_labels, keep_clear, names_at_end, notes_of
from .palette import Shade, Shape, looks
from .picture import Frame, Mark, Marker, Path, Picture, Text, Whisker

DASHES: tuple[tuple[float, ...], ...] = ((), (10, 4), (16, 4, 3, 4), (5, 3))
FORECAST: tuple[float, ...] = (2, 4)
LEAST_PLOT = 0.3
"""Share of the sheet that names at the ends of lines leave for the plot at the least."""
NEAR = 5
"""Markers whose heights differ by fewer pixels hide each other."""
MANY = 24
"""Past this number of positions markers stand only where they say something."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a series is told apart: three ways, of which colour is one."""

    shade: Shade
    shape: Shape = "circle"
    dash: tuple[float, ...] = ()
    named: bool = True


OTHER = Style("other", named=False)
"""How a series looks that is not named."""


def line_picture(drawing: Drawing) -> Picture:
    """Lay out a line chart; what has no room in it, or leaves it too little, is said above the plot."""
    picture, homeless = _laid_out(drawing)
    keyed = picture.frame.width < drawing.sheet.width * LEAST_PLOT
    last = not keyed and not _latest_is_written(drawing, picture)
    if keyed or last:
        picture, homeless = _laid_out(drawing, keyed=keyed, last=last)
    return _laid_out(drawing, keyed=keyed, last=last, above=homeless)[0] if homeless else picture


def _latest_is_written(drawing: Drawing, picture: Picture) -> bool:
    """Whether the figure of a single series that matters most has its place: where lines end, it is with the name."""
    shown = [(cell.label, (drawing.text(cell),)) for row in drawing.laid.rows for cell in drawing.first(row)[:1]]
    written = [(mark.position, mark.lines) for mark in picture.marks if isinstance(mark, Text)]
    return len(drawing.laid.rows) > 1 or all(latest in written for latest in shown)


def _laid_out(
    drawing: Drawing, *, keyed: bool = False, last: bool = False, above: Sequence[Standard] = ()
) -> tuple[Picture, list[Standard]]:
    """Draw the series that are named in full, the others thin and grey.

    Where they are ``keyed``, names stand above the plot and not at the ends of the lines; so do those of the rules
    ``above``. The ``last`` figure may need room behind the line. Gives also the rules without room for their labels.
    """
    laid = drawing.laid
    rows = {row.name: row for row in laid.rows}
    named = [rows[name] for fact in drawing.facts.all(NamedSeries) for name in fact.series]
    told_apart = zip(named, looks(row.name for row in named), DASHES, strict=False)
    styles = {row.name: Style(shade, shape, dash) for row, (shade, shape), dash in told_apart}
    keys = {name: Marker("", 0, style.shade, style.shape) for name, style in styles.items()}
    ends = names_at_end(drawing, named) if len(laid.rows) > 1 else []
    at_ends = [] if keyed else ends
    beside, height = beside_plot(drawing, named, at_ends, last=last)
    notes = [*(note_of(drawing, standard) for standard in above), *(notes_of(ends, keys) if keyed else ())]
    base = ground(drawing, beside=beside, names=height, notes=notes, bare=True)
    room = room_in(drawing, base)
    others = [row for row in laid.rows if row.name not in styles]
    drawn = [mark for row in [*others, *named] for mark in _series(drawing, row, styles.get(row.name, OTHER))]
    series = _apart(drawn, base.frame)
    keep_clear(series, room)
    labels = end_labels(at_ends, keys, room)
    rules, homeless = standards(drawing, base, room, above)
    gaps = gap_marks(drawing, room)
    markers = [mark for mark in series if isinstance(mark, Marker)]
    figures = figure_labels(drawing, named, ends, markers, room)
    return replace(base, marks=(*base.marks, *series, *labels, *rules, *gaps, *figures)), homeless


def _series(drawing: Drawing, row: Row, style: Style) -> list[Mark]:
    """Draw one series: its unbroken stretches, its ranges, and markers (on a long line, where they are needed)."""
    marks: list[Mark] = []
    needed = {cell.label for cell in drawing.first(row)} if style.named else set()
    joined: set[str] = set()
    for stretch in drawing.facts.all(Joined, row.name):
        points = tuple((cell.label, float(cell.value)) for cell in stretch.cells if cell.value is not None)
        joined.update(cell.label for cell in stretch.cells)
        dash = FORECAST if stretch.forecast else style.dash
        marks.append(Path(points, style.shade, dash, 3 if style.named else 1.5))
    few = len(drawing.laid.labels) <= MANY and style.named
    for cell in row.cells:
        if cell.value is not None:
            if few or cell.may_change or cell.label in needed or cell.label not in joined:
                marks.append(Marker(cell.label, float(cell.value), style.shade, style.shape, cell.may_change))
        elif cell.lowest is not None and cell.highest is not None:
            marks.append(Whisker(cell.label, float(cell.lowest), float(cell.highest), style.shade, 6))
    return marks


def _apart(marks: list[Mark], frame: Frame) -> list[Mark]:
    """Draw the earlier of two markers that would hide each other larger, and of two equal lines thicker.

    Those that are not named are one line around them.
    """
    markers: dict[str, list[float]] = {}
    lines: Counter[tuple[tuple[str, float], ...]] = Counter()
    found: list[Mark] = []
    for mark in reversed(marks):
        if isinstance(mark, Marker):
            height = frame.place(mark.position, mark.value)[1]
            covering = min(MOST_NAMED, sum(abs(height - other) < NEAR for other in markers.get(mark.position, ())))
            markers.setdefault(mark.position, []).append(height)
            mark = replace(mark, across=mark.across + 5 * covering * (len(frame.positions) <= LABELLED))
        elif isinstance(mark, Path):
            mark = replace(mark, thickness=mark.thickness + 4 * min(MOST_NAMED, lines[mark.points]))
            lines[mark.points] += mark.shade != OTHER.shade
        found.append(mark)
    return found[::-1]
