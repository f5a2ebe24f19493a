"""Where each letter of a text on a PDF page stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from .geometry import Box, Colour, Matrix, Point, times, transform
from .state import State
from .widths import Widths

_FOOT: Final = 0.08
_MIDDLE: Final = 0.42
"""Parts of a letter's size above its line: what lies over both points hides it; a line through it does not."""
_PAINTED: Final = (0, 2, 4, 6)
"""Ways to show text in which it is filled. In the others it is an outline, or not seen, as below a scan."""


@dataclass(frozen=True, slots=True)
class Letters:
    """One stretch of text: how far along each letter stands, and how many boxes were painted before it."""

    along: tuple[float, ...]
    heights: tuple[float, float]
    matrix: Matrix
    colour: Colour | None
    painted: bool
    after: int

    @property
    def around(self) -> Box:
        """The box around all of it."""
        return Box.around([*self.place(self.along[0]), *self.place(self.along[-1])])

    def place(self, along: float) -> tuple[Point, Point]:
        """Give two points of a letter, at its foot and at its middle."""
        foot, middle = self.heights
        return transform(self.matrix, along, foot), transform(self.matrix, along, middle)


def set_letters(state: State, strings: Any, after: int) -> Letters | None:
    """Set strings where the text of a page has come to, and move on to their end; ``None`` if all are blank.

    A number between two strings moves the next one back, in thousandths of the size.
    """
    places: list[float] = []
    whole = times(state.text, state.matrix)
    at = 0.0
    for string in strings:
        if isinstance(string, int | float):
            at -= float(string) / 1000 * state.size * state.scale
            continue
        for width, blank in (state.font or Widths()).letters(string):
            wide = width * state.size * state.scale
            if not blank:
                places.append(at + wide / 2)
            at += wide + (state.spacing + (state.word_spacing if blank else 0)) * state.scale
    state.text = times((1, 0, 0, 1, at, 0), state.text)
    if not places:
        return None
    heights = state.rise + _FOOT * state.size, state.rise + _MIDDLE * state.size
    return Letters(tuple(places), heights, whole, state.fill, state.mode in _PAINTED, after)
