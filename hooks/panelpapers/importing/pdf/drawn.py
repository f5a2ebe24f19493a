"""What is drawn on a page of a PDF besides its words: rules, areas of colour, and images."""

from __future__ import annotations

import ctypes
import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from panelpapers.inspecting.geometry import Colour
from panelpapers.inspecting.sight import WHITE, alike

_THIN = 3.0  # a shape no thicker than this is a rule, not an area
_LONG = 4.0  # a rule shorter than this is a tick or a dash
_MOST_SHAPES = 20_000  # a map has more, and no table
_WHOLE = 255
FAINTEST = 12  # of 255: what is fainter cannot be seen

Place = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: at `at`, from `start` to `end`; across the page, or down it."""

    at: float
    start: float
    end: float
    across: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the page with a colour, or None where an image, a shading or something translucent stands."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: Colour | None

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is in it."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    @property
    def is_dot(self) -> bool:
        """Whether it is no bigger than the sign of a list."""
        wide, high = self.x1 - self.x0, self.bottom - self.top
        return self.colour is not None and 1.5 < wide < 6 and abs(wide - high) < 0.5


@dataclass
class Drawn:
    """The rules of a page, those at the edges of its boxes included, its areas, and how much of it images cover."""

    rules: list[Rule] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    pictured: float = 0.0

    def shows(self, colour: Colour, x: float, y: float) -> bool:
        """Whether a sign of a colour can be seen at a place: it differs from what lies there."""
        ground = next((area.colour for area in reversed(self.areas) if area.holds(x, y)), WHITE)
        return not alike(colour, ground)


def read_drawn(page: pypdfium2.PdfPage, place: Place) -> Drawn:
    """Read what is drawn on a page; `place` turns a point of the file into one of the page as it is read."""
    drawn = Drawn()
    whole = math.prod(page.get_size())
    kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING]
    for shape in itertools.islice(page.get_objects(kinds), _MOST_SHAPES):
        if shape.type == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(shape, place, drawn)
        else:
            left, low, right, high = shape.get_bounds()
            drawn.areas.append(_area([place(left, low), place(right, high)], None))
            drawn.pictured += (right - left) * (high - low) / whole if shape.type == pdfium.FPDF_PAGEOBJ_IMAGE else 0
    return drawn


def _read_path(shape: pypdfium2.PdfObject, place: Place, drawn: Drawn) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, fill, stroke)
    colour, strength = colour_of(pdfium.FPDFPageObj_GetFillColor, shape) if fill.value else (WHITE, 0)
    for outline in _outlines(shape):
        points = [place(x, y) for x, y in outline]
        drawn.rules.extend(_edges(points, is_filled=not stroke.value))
        if strength > FAINTEST:
            drawn.areas.append(_area(points, colour if strength == _WHOLE else None))


def colour_of(ask: Callable[..., int], *of: object) -> tuple[Colour, int]:
    """Ask pdfium for the colour of an object and its strength: 0 of what cannot be seen, 255 of what hides all."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    ask(*of, red, green, blue, alpha)
    return (red.value / 255, green.value / 255, blue.value / 255), alpha.value


def _area(points: list[tuple[float, float]], colour: Colour | None) -> Area:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Area(min(across), min(down), max(across), max(down), colour)


def _outlines(shape: pypdfium2.PdfObject) -> Iterator[list[tuple[float, float]]]:
    """Give each run of lines of a shape as its corners."""
    matrix = shape.get_matrix()
    container = shape.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for at in range(pdfium.FPDFPath_CountSegments(shape)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _edges(points: list[tuple[float, float]], is_filled: bool) -> Iterator[Rule]:
    """Give the rules that a run of lines makes: of a thin box one, of a box that is drawn its four sides."""
    across, down = [x for x, _ in points], [y for _, y in points]
    x0, x1, top, bottom = min(across), max(across), min(down), max(down)
    if bottom - top <= _THIN and x1 - x0 >= _LONG:
        yield Rule((top + bottom) / 2, x0, x1, across=True)
    elif x1 - x0 <= _THIN and bottom - top >= _LONG:
        yield Rule((x0 + x1) / 2, top, bottom, across=False)
    elif not is_filled:
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            if abs(ay - by) < 1 and abs(ax - bx) >= _LONG:
                yield Rule((ay + by) / 2, min(ax, bx), max(ax, bx), across=True)
            elif abs(ax - bx) < 1 and abs(ay - by) >= _LONG:
                yield Rule((ax + bx) / 2, min(ay, by), max(ay, by), across=False)
