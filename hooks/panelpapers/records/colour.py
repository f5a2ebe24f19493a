"""A colour that editors type, and whether letters stand out on it.

The ratio of contrast is that of the Web Content Accessibility Guidelines 2; level AAA asks for 7 to 1.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Final

from pydantic import BeforeValidator

from .kinds import Takes, one_value
from .problem import slip

ENOUGH: Final = 7
"""How many times lighter than the colour white letters must be."""

_TYPED: Final = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE | re.ASCII)


def read_colour(value: Any) -> str:
    """Read ``"#14385c"``, ``14385c`` or ``"#036"``, and give it as ``#14385c``. White must stand out on it."""
    typed = one_value(value)
    found = _TYPED.fullmatch(typed)
    if found is None:
        fix = 'Write its six signs in quotation marks, as programs for pictures show them: "#14385c".'
        raise slip("colour-form", f'"{typed}" is not a colour that this form can read.', fix)
    signs = found[1].lower()
    colour = f"#{signs if len(signs) == 6 else ''.join(sign * 2 for sign in signs)}"
    if (ratio := contrast_with_white(colour)) < ENOUGH:
        darker = _darker(colour)
        fact = f"White letters on this colour have a contrast of {ratio:.1f} to 1. They need {ENOUGH} to 1."
        raise slip("colour-too-light", fact, f'Choose a darker one: "{darker}" is of the same kind.', darker)
    return colour


def contrast_with_white(colour: str) -> float:
    """Give the ratio of contrast between white and a colour such as ``#14385c``: from 1, white itself, to 21."""
    red, green, blue = (_light(part) for part in _parts(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _light(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _darker(colour: str) -> str:
    """Take light away from a colour, alike from its red, green and blue, until it has the contrast."""
    shares = (f"#{bytes(part * share // 100 for part in _parts(colour)).hex()}" for share in range(100, -1, -1))
    return next(darker for darker in shares if contrast_with_white(darker) >= ENOUGH)


Colour = Annotated[str, BeforeValidator(read_colour), Takes('a colour in quotation marks, such as "#14385c"')]
