"""The line chart: up to four named series, gaps left open, no line drawn across a break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ..facts.grid import Cell, Grid, Row
from .columns import ground, notable, standards
from .drawing import Drawing
from .line_labels import beside_plot, end_labels, figure_labels, keep_clear, names_at_end
from .palette import SERIES, Shade
from .picture import Mark, Marker, Path, Picture, Shape, Whisker

SHAPES: tuple[Shape, ...] = ("circle", "square", "triangle-up", "diamond")
DASHES: tuple[tuple[float, ...], ...] = ((), (10, 4), (16, 4, 3, 4), (5, 3))
FORECAST: tuple[float, ...] = (2, 4)
MANY = 24
"""Past this number of positions markers stand only where they say something."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a series is told apart: three ways, of which colour is one."""

    shade: Shade
    shape: Shape = "circle"
    dash: tuple[float, ...] = ()
    named: bool = True


def line_picture(drawing: Drawing) -> Picture:
    """Lay out a line chart. With more than four series, the subject, averages and first ones are named."""
    laid = drawing.laid
    styles = _styles(laid)
    named = [row for row in laid.rows if styles[row.name].named]
    ends = names_at_end(drawing, named) if len(laid.rows) > 1 else []
    beside, height = beside_plot(drawing, named, ends)
    base = ground(drawing, beside=beside, height=height)
    room = base.room()
    series = _apart([mark for row in laid.rows for mark in _series(laid, row, styles[row.name])])
    keep_clear(series, room)
    labels = end_labels(ends, room)
    rules = standards(drawing, base, room)
    return base.picture([*base.marks, *series, *labels, *rules, *figure_labels(drawing, named, ends, room)])


def _styles(laid: Grid) -> dict[str, Style]:
    """Give each series its style: at most four of them in full, the others thin and grey."""
    rank = {"subject": 0, "average": 1, "peer": 2, None: 2}
    ordered = sorted(laid.rows, key=lambda row: rank[row.role]) if len(laid.rows) > len(SERIES) else laid.rows
    styles = {row.name: Style("other", named=False) for row in laid.rows}
    for row, shade, shape, dash in zip(ordered, SERIES, SHAPES, DASHES, strict=False):
        styles[row.name] = Style(shade, shape, dash)
    return styles


def _series(laid: Grid, row: Row, style: Style) -> list[Mark]:
    """Draw one series: its unbroken stretches, its ranges, and markers (on a long line, where they are needed)."""
    marks: list[Mark] = []
    joined: set[str] = set()
    for dotted, cells in _stretches(laid, row):
        points = tuple((cell.label, float(cell.value)) for cell in cells if cell.value is not None)
        joined.update(cell.label for cell in cells)
        marks.append(Path(points, style.shade, FORECAST if dotted else style.dash, 3 if style.named else 1.5))
    needed = set(notable(row.cells)) if style.named else set()
    for cell in row.cells:
        if cell.value is not None:
            short = len(laid.labels) <= MANY and style.named
            if short or cell.may_change or cell.label in needed or cell.label not in joined:
                marks.append(Marker(cell.label, float(cell.value), style.shade, style.shape, cell.may_change))
        elif cell.lowest is not None and cell.highest is not None:
            marks.append(Whisker(cell.label, float(cell.lowest), float(cell.highest), style.shade, 6))
    return marks


def _stretches(laid: Grid, row: Row) -> Iterator[tuple[bool, list[Cell]]]:
    """Split a series at its gaps and breaks, and where a forecast begins: whether it is a forecast, and its cells."""
    steps = pairwise(row.at(label) for label in laid.labels)
    for kind, group in groupby(steps, key=_kind_of_step):
        if kind != "gap":
            (first, second), *more = group
            yield kind == "forecast", [cell for cell in (first, second, *(end for _, end in more)) if cell]


def _kind_of_step(step: tuple[Cell | None, Cell | None]) -> str:
    start, end = step
    if start is None or end is None or start.value is None or end.value is None or end.point.break_before:
        return "gap"
    return "forecast" if end.forecast else "figures"


def _apart(marks: list[Mark]) -> list[Mark]:
    """Draw the earlier of two markers in the same place larger, so that both are seen."""
    seen: dict[tuple[str, float], int] = {}
    found: list[Mark] = []
    for mark in reversed(marks):
        if isinstance(mark, Marker):
            covering = seen.get((mark.position, mark.value), 0)
            seen[mark.position, mark.value] = covering + 1
            mark = replace(mark, across=mark.across + 7 * covering)
        found.append(mark)
    return found[::-1]
