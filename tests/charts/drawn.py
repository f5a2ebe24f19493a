"""Read a drawn file back: where each text stands and what the marks are, without the code that placed them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from panelpapers.charts.measure import text_width

SPACE = 4
"""Pixels of a space between two texts of 17 pixels."""
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Line:
    """One line of text and the rectangle of its letters, in pixels of the picture."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Line) -> bool:
        """Whether two lines share more than a pixel of ground in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 1

    def touches(self, other: Line) -> bool:
        """Whether less than a space parts two lines that stand at one height, so that they are read as one."""
        gap = max(self.left, other.left) - min(self.right, other.right)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return -1 <= gap < SPACE and 2 * down > self.bottom - self.top


def parse(svg: bytes) -> ET.Element:
    """Read a file, with the look of each group on what is in it."""
    root = ET.fromstring(svg)  # noqa: S314 - our own file
    for group in root.iter(f"{SVG}g"):
        if not group.get("transform"):
            for element in group:
                element.attrib = group.attrib | element.attrib
            group.attrib = {}
    return root


def lines_of(svg: bytes) -> list[Line]:
    root = parse(svg)
    return list(_lines(root, 0, 0, float(root.get("font-size", "0"))))


def words_of(svg: bytes) -> list[str]:
    """Give each text of the picture, its lines joined."""
    return [" ".join("".join(part.itertext()) for part in text.iter() if part is not text) or (text.text or "")
            for text in parse(svg).iter(f"{SVG}text")]  # fmt: skip


def moved(element: ET.Element, x: float, y: float) -> tuple[float, float]:
    """Give where the corner of an element lies, from where that of its parent lies."""
    if found := re.match(r"translate\(([-\d.e]+),([-\d.e]+)\)", element.get("transform", "")):
        return x + float(found[1]), y + float(found[2])
    return x, y


def _lines(element: ET.Element, x: float, y: float, size: float) -> Iterator[Line]:
    x, y = moved(element, x, y)
    if element.tag == f"{SVG}text":
        bold = element.get("font-weight") == "bold"
        shares = {"start": 0.0, "middle": 0.5, "end": 1.0}
        for part in element.findall(f"{SVG}tspan") or [element]:
            y += float(part.get("dy", "0"))
            width = text_width(part.text or "", size, bold=bold)
            left = x - width * shares[element.get("text-anchor", "start")]
            yield Line(part.text or "", left, y - 0.73 * size, left + width, y + 0.21 * size)
    for child in element:
        if child.tag != f"{SVG}tspan":
            yield from _lines(child, x, y, size)
