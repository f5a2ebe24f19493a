"""The colours of charts, named by what they are for, in a light and a dark theme.

The four colours of series have a contrast of at least 3:1 with the background, and stay at least 15 apart
(CAM02-UCS) for readers who lack one kind of cone. So do those of ratings; a test works all of it out. Text is in
``ink`` or ``quiet`` alone, both at least 7:1. No meaning rests on a colour: series differ in marker, dash and label,
statuses in shape and word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import cycle
from typing import Final, Literal

Shape = Literal["circle", "square", "triangle-up", "diamond"]
Shade = Literal["paper", "ink", "quiet", "grid", "one", "two", "three", "four", "other", "green", "amber", "red"]

LIGHT: Final[dict[Shade, str]] = {
    "paper": "#ffffff", "ink": "#0b0c0c", "quiet": "#4a4f53", "grid": "#d5d8da",
    "one": "#0b3c6f", "two": "#d1500a", "three": "#0e93a8", "four": "#4a0d2b", "other": "#83898e",
    "green": "#1f7a5c", "amber": "#c28800", "red": "#8f0a0a",
}  # fmt: skip
DARK: Final[dict[Shade, str]] = {
    "paper": "#14181c", "ink": "#f3f4f4", "quiet": "#b9bfc4", "grid": "#3c4247",
    "one": "#6cb6ff", "two": "#f0752f", "three": "#fff0b3", "four": "#a855c9", "other": "#828a91",
    "green": "#60d79c", "amber": "#ffc233", "red": "#e02424",
}  # fmt: skip
SERIES: Final[tuple[Shade, ...]] = ("one", "two", "three", "four")
SHAPES: Final[tuple[Shape, ...]] = ("circle", "square", "triangle-up", "diamond")
STATUSES: Final[dict[str, tuple[Shade, Shape]]] = {
    "green": ("green", "circle"),
    "amber": ("amber", "triangle-up"),
    "red": ("red", "square"),
}


BESIDE_STATUSES: Final[tuple[Shade, ...]] = ("one", "other", "four")
"""What is beside ratings has none of the colours that could be taken for one."""


def rating(*names: str) -> tuple[Shade, Shape] | None:
    """Give colour and shape of the first name that is a rating, in any kind of chart: ``Green``, ``Red (off track)``.

    A name in which two ratings meet, such as Amber/Green, is neither of them.
    """
    for name in names:
        found = re.match(r"(green|amber|red)\b *(?=[-:;,(–—]|$)", name.lower())
        if found and not any(word in name.lower()[found.end() :] for word in STATUSES):
            return STATUSES[found[1]]
    return None


def looks(names: Iterable[str]) -> list[tuple[Shade, Shape]]:
    """Give colour and shape of series, parts or statuses, in order: what is called Green is green anywhere."""
    named = list(names)
    shades = BESIDE_STATUSES if any(map(rating, named)) else SERIES
    others = zip(cycle(shades), cycle(SHAPES), strict=False)
    return [rating(name) or look for name, look in zip(named, others, strict=False)]
