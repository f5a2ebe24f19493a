"""Where each letter of a text on a PDF page stands."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Any, Final

from .geometry import Box, Colour, Matrix, Point, times, transform
from .state import State
from .widths import Widths

_FOOT: Final = 0.08
_MIDDLE: Final = 0.42
"""Parts of a letter's size above its line: what lies over both points hides it; a line through it does not."""
_FILLED, _OUTLINED, _CUTS = (0, 2, 4, 6), (1, 2, 5, 6), (4, 5, 6, 7)
"""Ways to show text: in the last ones, what is painted later is seen through the letters. In 3 nothing is seen."""
_CLEAR: Final = 0.05


@dataclass(frozen=True, slots=True)
class Letters:
    """One stretch of text: how far along each letter stands, and how many boxes were painted before it.

    ``codes`` are the numbers of the letters in their font, ``colours`` those in which they are painted: none, where
    they are not. ``height`` is their size on the page, ``clip`` outside of which nothing of them is seen.
    """

    along: tuple[float, ...]
    codes: tuple[int, ...]
    heights: tuple[float, float]
    matrix: Matrix
    colours: tuple[Colour | None, ...]
    cuts: bool
    height: float
    clip: Box
    after: int

    @property
    def around(self) -> Box:
        """The box around all of it."""
        return Box.around([*self.place(min(self.along)), *self.place(max(self.along))])

    def place(self, along: float) -> tuple[Point, Point]:
        """Give two points of a letter, at its foot and at its middle."""
        foot, middle = self.heights
        return transform(self.matrix, along, foot), transform(self.matrix, along, middle)


def set_letters(state: State, strings: Any, after: int) -> Letters | None:
    """Set strings where the text of a page has come to, and move on to their end; ``None`` if all are blank.

    A number between two strings moves the next one back, in thousandths of the size.
    """
    places: list[float] = []
    codes: list[int] = []
    whole = times(state.text, state.matrix)
    at = 0.0
    font = state.font or Widths()
    for string in strings:
        if isinstance(string, int | float):
            at -= float(string) / 1000 * state.size * state.scale
            continue
        for code, width, blank in font.letters(string):
            wide = width * state.size * state.scale
            if not blank:
                places.append(at + wide / 2)
                codes.append(code)
            at += wide + (state.spacing + (state.word_spacing if blank else 0)) * state.scale
    state.text = times((1, 0, 0, 1, at, 0), state.text)
    if not places:
        return None
    heights = state.rise + _FOOT * state.size, state.rise + _MIDDLE * state.size
    return Letters(
        tuple(places), tuple(codes), heights, whole, _colours(state), state.mode in _CUTS,
        _height(whole, state.size * font.unit, state.scale), state.clip, after,
    )  # fmt: skip


def _colours(state: State) -> tuple[Colour | None, ...]:
    filled = state.mode in _FILLED and state.alpha > _CLEAR
    outlined = state.mode in _OUTLINED and state.stroke_alpha > _CLEAR
    return (*((state.fill,) if filled else ()), *((state.stroke,) if outlined else ()))


def _height(matrix: Matrix, size: float, scale: float) -> float:
    """Give how high or wide letters are on the page, whichever is less: they can be pressed flat either way."""
    a, b, c, d, *_ = matrix
    length = hypot(a, b)
    return min(abs(a * d - b * c) / length, length * abs(scale)) * abs(size) if length else 0.0
