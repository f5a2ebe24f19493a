"""The graphics state of a PDF page, as far as it decides what can be seen, and the operators that only change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from .geometry import EVERYWHERE, SAME, Box, Colour, Matrix, matrix_of, times
from .sight import BLACK, WHITE
from .widths import Widths

_PLAIN: Final = frozenset(
    ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/ICCBased", "/CalGray", "/CalRGB", "/G", "/RGB", "/CMYK")
)
"""Systems of colours of which the numbers say how light a colour is."""
_INKS: Final = frozenset(("/Separation", "/DeviceN"))
"""Systems of which the numbers say how much of an ink is printed: with none of it, nothing is."""


@dataclass(slots=True)
class State:
    """What the next shape or letter is painted with, and where."""

    matrix: Matrix = SAME
    clip: Box = EVERYWHERE
    clip_is_box: bool = True
    fill: Colour | None = BLACK
    system: str = "/DeviceGray"
    fill_is_solid: bool = True
    stroke: Colour | None = BLACK
    alpha: float = 1
    stroke_alpha: float = 1
    mixes: bool = False
    width: float = 1
    font: Widths | None = None
    size: float = 1
    spacing: float = 0
    word_spacing: float = 0
    scale: float = 1
    leading: float = 0
    rise: float = 0
    mode: int = 0
    text: Matrix = SAME
    line: Matrix = SAME

    def covers(self, alpha: float) -> bool:
        """Whether nothing shows through what is painted."""
        return alpha > 0.9 and not self.mixes

    def choose_fill(self, system: str) -> None:
        """Choose a system of colours. Each begins with black, as far as we know its colours."""
        self.system = system
        self.fill = BLACK if system in _PLAIN else None
        self.fill_is_solid = system != "/Pattern"

    def next_line(self, across: float, up: float) -> None:
        """Move to where a line of text begins."""
        self.line = self.text = times((1, 0, 0, 1, across, up), self.line)


def _colour(operands: Any) -> Colour | None:
    """Give a colour as red, green and blue; ``None`` for a pattern."""
    values = [float(operand) for operand in operands if isinstance(operand, int | float)]
    if len(values) != len(operands):
        return None
    if len(values) == 1:
        return values[0], values[0], values[0]
    if len(values) == 4:
        light = 1 - values[3]
        return (1 - values[0]) * light, (1 - values[1]) * light, (1 - values[2]) * light
    return (values[0], values[1], values[2]) if len(values) == 3 else None


def _set_fill(state: State, operands: Any) -> None:
    state.fill = _colour(operands) if state.system in _PLAIN else None
    if state.system in _INKS and not any(operands):
        state.fill = WHITE
    state.fill_is_solid = not any(isinstance(operand, str) for operand in operands)


def _set_plain_fill(state: State, operands: Any) -> None:
    state.choose_fill("/DeviceRGB")
    _set_fill(state, operands)


def _set_stroke(state: State, operands: Any) -> None:
    state.stroke = _colour(operands)


def _concatenate(state: State, operands: Any) -> None:
    state.matrix = times(matrix_of(operands), state.matrix)


def _begin_text(state: State, _: Any) -> None:
    state.text = state.line = SAME


def _set_text_matrix(state: State, operands: Any) -> None:
    state.text = state.line = matrix_of(operands)


def _next_line(state: State, operands: Any) -> None:
    state.next_line(float(operands[0]), float(operands[1]))


def _next_line_and_leading(state: State, operands: Any) -> None:
    state.leading = -float(operands[1])
    _next_line(state, operands)


def _new_line(state: State, _: Any) -> None:
    state.next_line(0, -state.leading)


def _number(name: str, part: float = 1) -> Callable[[State, Any], None]:
    def take(state: State, operands: Any) -> None:
        setattr(state, name, float(operands[0]) * part)

    return take


CHANGES: Final[dict[bytes, Callable[[State, Any], None]]] = {
    b"cm": _concatenate, b"w": _number("width"), b"g": _set_plain_fill, b"rg": _set_plain_fill,
    b"k": _set_plain_fill, b"sc": _set_fill, b"scn": _set_fill, b"SC": _set_stroke, b"SCN": _set_stroke,
    b"G": _set_stroke, b"RG": _set_stroke, b"K": _set_stroke, b"BT": _begin_text, b"Tc": _number("spacing"),
    b"Tw": _number("word_spacing"), b"Tz": _number("scale", 0.01), b"TL": _number("leading"),
    b"Ts": _number("rise"), b"Tr": _number("mode"), b"Td": _next_line, b"TD": _next_line_and_leading,
    b"Tm": _set_text_matrix, b"T*": _new_line,
}  # fmt: skip
"""Operators of ISO 32000 that change the state and paint nothing."""
