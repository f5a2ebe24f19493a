"""Where each letter of a text on a PDF page stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from .geometry import Box, Colour, Point, times, transform
from .state import State
from .widths import Widths

_FOOT: Final = 0.08
_MIDDLE: Final = 0.42
"""Parts of a letter's size above its line: what lies over both points hides it; a line through it does not."""
_PAINTED: Final = (0, 2, 4, 6)
"""Ways to show text in which it is filled. In the others it is an outline, or not seen, as below a scan."""


@dataclass(frozen=True, slots=True)
class Letters:
    """One stretch of text: two points of each letter, and how many boxes were painted before it."""

    places: tuple[tuple[Point, Point], ...]
    around: Box
    colour: Colour | None
    painted: bool
    after: int


def set_letters(state: State, strings: Any, after: int) -> Letters | None:
    """Set strings where the text of a page has come to, and move on to their end; ``None`` if all are blank.

    A number between two strings moves the next one back, in thousandths of the size.
    """
    places: list[tuple[Point, Point]] = []
    whole = times(state.text, state.matrix)
    at = 0.0
    for one in strings:
        if isinstance(one, int | float):
            at -= float(one) / 1000 * state.size * state.scale
            continue
        for width, blank in (state.font or Widths()).letters(one):
            wide = width * state.size * state.scale
            if not blank:
                foot, middle = (state.rise + part * state.size for part in (_FOOT, _MIDDLE))
                places.append((transform(whole, at + wide / 2, foot), transform(whole, at + wide / 2, middle)))
            at += wide + (state.spacing + (state.word_spacing if blank else 0)) * state.scale
    state.text = times((1, 0, 0, 1, at, 0), state.text)
    if not places:
        return None
    around = Box.around([point for place in places for point in place])
    return Letters(tuple(places), around, state.fill, state.mode in _PAINTED, after)
