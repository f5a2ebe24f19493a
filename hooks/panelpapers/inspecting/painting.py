"""Goes through the program of a PDF page and keeps what it paints: boxes, and where each letter stands.

The operators are those of ISO 32000. One that is not as the standard says is passed over, as by viewers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from .geometry import Box, Colour, Point, is_upright, matrix_of, times, transform
from .lettering import Letters, set_letters
from .state import CHANGES, State
from .widths import Widths

_DEEPEST: Final = 6
_THIN: Final = 3.0
"""Points: what is thinner is a line under or around a text, and covers none."""
_MOST_PARTS: Final = 50
_WRONG: Final = (ValueError, TypeError, IndexError, KeyError, AttributeError, ArithmeticError)
"""What an operator with other operands than it should have ends in."""


class Painter:
    """Paints a page: ``boxes`` and ``letters`` are what came of it, in order. ``spend`` is told of all work."""

    def __init__(self, reader: PdfReader, spend: Callable[[int], None]) -> None:
        self.boxes: list[Box] = []
        self.letters: list[Letters] = []
        self._reader = reader
        self._spend = spend
        self._state = State()
        self._saved: list[State] = []
        self._path: list[list[Point]] = []
        self._curved = self._clipping = False
        self._depth = 0
        self._fonts: dict[int, tuple[DictionaryObject, Widths]] = {}
        self._resources = DictionaryObject()

    def paint(self, operations: list[tuple[Any, bytes]], resources: Any) -> None:
        """Go through a program with the fonts, pictures and states that its resources name."""
        before, self._resources = self._resources, _dictionary(resources)
        for operands, operator in operations:
            self._spend(1 + (len(operands) if isinstance(operands, list) else 0))
            try:
                if change := CHANGES.get(operator):
                    change(self._state, operands)
                elif action := _ACTIONS.get(operator):
                    action(self, operands)
            except _WRONG:
                continue
        self._resources = before

    def _save(self, _: Any) -> None:
        self._saved.append(replace(self._state))

    def _restore(self, _: Any) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _set_state(self, operands: Any) -> None:
        """Take how far things can be seen through from a state that the resources name."""
        given = _dictionary(self._resource("/ExtGState", operands[0]))
        mixed = given.get("/BM", "/Normal")
        plain = str(mixed[0] if isinstance(mixed, list) and mixed else mixed) in ("/Normal", "/Compatible")
        masked = isinstance(_resolved(given.get("/SMask")), DictionaryObject)
        if {"/BM", "/SMask"} & given.keys():
            self._state.mixes = masked or not plain
        self._state.alpha = float(given.get("/ca", self._state.alpha))
        self._state.stroke_alpha = float(given.get("/CA", self._state.stroke_alpha))

    def _choose_fill(self, operands: Any) -> None:
        named = self._resource("/ColorSpace", operands[0])
        self._state.choose_fill(str(named[0] if isinstance(named, list) and named else named or operands[0]))

    def _set_font(self, operands: Any) -> None:
        font = _dictionary(self._resource("/Font", operands[0]))
        if id(font) not in self._fonts:
            self._fonts[id(font)] = font, Widths.of(font)  # the font is kept, so that its number stays its own
        self._state.font = self._fonts[id(font)][1]
        self._state.size = float(operands[1])

    def _move(self, operands: Any) -> None:
        self._path.append([self._point(*operands)])

    def _straight(self, operands: Any) -> None:
        self._path[-1].append(self._point(*operands))

    def _curve(self, operands: Any) -> None:
        self._curved = True
        for at in range(0, len(operands), 2):
            self._straight(operands[at : at + 2])

    def _rectangle(self, operands: Any) -> None:
        x, y, width, height = (float(operand) for operand in operands)
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        self._path.append([self._point(*corner) for corner in corners])

    def _clip(self, _: Any) -> None:
        self._clipping = True

    def _fill(self, _: Any) -> None:
        state = self._state
        solid = state.covers(state.alpha) and state.fill_is_solid and not self._curved and not self._is_frame()
        for points in self._path:
            covers = solid and is_upright(points)
            self._add(points, state.fill if covers else None, covers)
        self._end(_)

    def _is_frame(self) -> bool:
        """Whether a shape has parts within one another, so that one may be a hole."""
        parts = [Box.around(points) for points in self._path[:_MOST_PARTS]]
        meets = any(part.touches(earlier) for index, part in enumerate(parts) for earlier in parts[:index])
        return meets or len(self._path) > _MOST_PARTS

    def _stroke(self, _: Any) -> None:
        """Keep thick lines: straight ones are boxes too, and others at least a ground that may have any colour."""
        for points in self._path:
            for first, second in pairwise(points):
                self._line(first, second)
        self._end(_)

    def _line(self, first: Point, second: Point) -> None:
        state = self._state
        half = state.width * abs(state.matrix[0] or state.matrix[1]) / 2
        across, along = abs(first[0] - second[0]), abs(first[1] - second[1])
        if half * 2 < _THIN:
            return
        straight = min(across, along) <= 0.5 and not self._curved
        x, y = (half if across < along or not straight else 0, half if across >= along or not straight else 0)
        corners = [(end[0] + sign * x, end[1] + sign * y) for end in (first, second) for sign in (1, -1)]
        self._add(corners, state.stroke if straight else None, straight and state.covers(state.stroke_alpha))

    def _end(self, _: Any) -> None:
        """Forget the shape, and clip what follows by it where that was asked for."""
        if self._clipping and self._path:
            points = [point for part in self._path for point in part]
            self._state.clip = Box.around(points).within(self._state.clip)
            self._state.clip_is_box &= not self._curved and len(self._path) == 1 and is_upright(self._path[0])
        self._path, self._curved, self._clipping = [], False, False

    def _shade(self, _: Any) -> None:
        self.boxes.append(self._state.clip)

    def _point(self, x: Any, y: Any) -> Point:
        return transform(self._state.matrix, float(x), float(y))

    def _add(self, points: Sequence[Point], colour: Colour | None, covers: bool, is_picture: bool = False) -> None:
        box = Box.around(points, colour, covers and self._state.clip_is_box, is_picture).within(self._state.clip)
        if box.right - box.left >= _THIN and box.high - box.low >= _THIN:
            self.boxes.append(box)

    def _place(self, operands: Any) -> None:
        """Put a picture or another program onto the page."""
        thing = self._resource("/XObject", operands[0])
        if not isinstance(thing, StreamObject):
            return
        if thing.get("/Subtype") == "/Image":
            self._picture(solid=not {"/SMask", "/Mask", "/ImageMask"} & thing.keys())
        elif thing.get("/Subtype") == "/Form" and self._depth < _DEEPEST:
            self._form(thing)

    def _small_picture(self, _: Any) -> None:
        self._picture(solid=False)

    def _picture(self, *, solid: bool) -> None:
        corners = [self._point(x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
        covers = solid and self._state.covers(self._state.alpha) and is_upright(corners)
        self._add(corners, None, covers, is_picture=True)

    def _form(self, thing: StreamObject) -> None:
        stream = ContentStream(thing, self._reader)
        self._spend(len(stream.get_data()) // 20)
        depth = len(self._saved)
        self._save(None)
        self._depth += 1
        self._state.matrix = times(matrix_of(thing.get("/Matrix", (1, 0, 0, 1, 0, 0))), self._state.matrix)
        if (edge := _resolved(thing.get("/BBox"))) is not None:
            left, low, right, high = edge
            corners = [self._point(*corner) for corner in ((left, low), (right, low), (right, high), (left, high))]
            self._state.clip = Box.around(corners).within(self._state.clip)
        self.paint(stream.operations, thing.get("/Resources", self._resources))
        self._depth -= 1
        self._state = self._saved[depth]
        del self._saved[depth:]

    def _show(self, operands: Any) -> None:
        self._show_all([[operands[-1]]])

    def _show_on_new_line(self, operands: Any) -> None:
        CHANGES[b"T*"](self._state, operands)
        self._show(operands)

    def _show_all(self, operands: Any) -> None:
        if letters := set_letters(self._state, operands[0], len(self.boxes)):
            self._spend(len(letters.along) // 4)
            self.letters.append(letters)

    def _resource(self, kind: str, name: Any) -> Any:
        return _resolved(_dictionary(self._resources.get(kind)).get(name))


def _resolved(value: Any) -> Any:
    return None if value is None else value.get_object()


def _dictionary(value: Any) -> DictionaryObject:
    value = _resolved(value)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


_ACTIONS: Final[dict[bytes, Callable[[Painter, Any], None]]] = {
    b"q": Painter._save, b"Q": Painter._restore, b"gs": Painter._set_state, b"cs": Painter._choose_fill,
    b"m": Painter._move, b"l": Painter._straight, b"c": Painter._curve, b"v": Painter._curve, b"y": Painter._curve,
    b"re": Painter._rectangle, b"W": Painter._clip, b"W*": Painter._clip, b"n": Painter._end, b"f": Painter._fill,
    b"F": Painter._fill, b"f*": Painter._fill, b"B": Painter._fill, b"B*": Painter._fill, b"b": Painter._fill,
    b"b*": Painter._fill, b"S": Painter._stroke, b"s": Painter._stroke, b"sh": Painter._shade, b"Do": Painter._place,
    b"INLINE IMAGE": Painter._small_picture, b"Tf": Painter._set_font, b"Tj": Painter._show,
    b"'": Painter._show_on_new_line, b'"': Painter._show_on_new_line, b"TJ": Painter._show_all,
}  # fmt: skip
"""Operators that paint, or that need the resources of the page; all others decide nothing that can be seen."""
