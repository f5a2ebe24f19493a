"""What of a text can be seen, in whatever format: it is large enough, and of another colour than its ground."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, TypedDict

from lxml import etree

from .geometry import Colour
from .packed import local_name

WHITE: Final[Colour] = (1, 1, 1)
BLACK: Final[Colour] = (0, 0, 0)
SMALLEST: Final = 2.0
"""Points: nobody reads a text of this size or less, and no form of print has one."""
UNSEEN: Final = ("passage", " of hidden, tiny or ground-coloured text")
_NEAREST: Final = 0.06
"""By how much one of three parts of a colour must differ from that of the ground."""
_UNITS: Final = {"pt": 1, "pc": 12, "in": 72, "mm": 72 / 25.4, "cm": 72 / 2.54, "px": 0.75, "%": 0.12}
OWN_WORDS: Final = etree.XPath("text()", smart_strings=False)


class Look(TypedDict, total=False):
    """What is said of a text and its ground. A colour that is not known, or left to the program, is ``None``."""

    style: str
    hidden: bool
    size: float | None
    colour: Colour | None
    ground: Colour | None


def look_of(style: Hashable, styles: Mapping[Hashable, tuple[Hashable, Look]]) -> Look:
    """Give what a style says, with all that it is based on: ``styles`` has the name of that for each."""
    look: Look = {}
    for _ in range(20):  # programs give up before
        base, own = styles.get(style, (None, look))
        look, style = own | look, base
    return look


def unseen(
    root: etree._Element,
    start: Look,
    said: Mapping[str, Callable[[etree._Element], Look]],
    holders: frozenset[str],
) -> Iterator[etree._Element]:
    """Give the elements of a part whose own text cannot be seen.

    ``said`` has the elements that say something of all within them, ``holders`` those of them that hold text.
    """
    looks = [start]
    for event, element in etree.iterwalk(root, ("start", "end"), [f"{{*}}{name}" for name in said]):
        if event == "end":
            looks.pop()
            continue
        name = local_name(element)
        holds = len(element) > 0 or element.text
        looks.append(looks[-1] | said[name](element) if holds else looks[-1])
        if name in holders and _is_unseen(looks[-1]):
            yield element


def count_unseen(elements: Iterable[etree._Element], words: etree.XPath = OWN_WORDS) -> int:
    """Count the texts of elements that cannot be seen; what says nothing only takes up room."""
    return sum(any(letter.isalnum() for text in words(element) for letter in text) for element in elements)


def _is_unseen(look: Look) -> bool:
    size = look.get("size")
    tiny = size is not None and size <= SMALLEST
    return tiny or look.get("hidden", False) or alike(look.get("colour"), look.get("ground"))


def alike(colour: Colour | None, ground: Colour | None) -> bool:
    """Whether a text of one colour cannot be seen on another."""
    if colour is None or ground is None:
        return False
    (red, green, blue), (below_red, below_green, below_blue) = colour, ground
    return max(abs(red - below_red), abs(green - below_green), abs(blue - below_blue)) < _NEAREST


@lru_cache(1_000)
def colour_of(typed: str | None) -> Colour | None:
    """Read a colour as six digits of 16, with or without a sign before them; ``None`` for any other."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", typed or "")
    return (int(found[1], 16) / 255, int(found[2], 16) / 255, int(found[3], 16) / 255) if found else None


def points(typed: str | None) -> float | None:
    """Read a size with its unit, such as ``0.5mm``; ``None`` for any other. A part of a size is one of 12 points."""
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(pt|pc|in|mm|cm|px|%)", typed or "")
    return float(found[1]) * _UNITS[found[2]] if found else None
