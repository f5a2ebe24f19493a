"""Whether everything in a drawn file can be read: looked for in the finished SVG, without the code that placed it.

No text covers another, none leaves the picture, and no line, marker or bar runs through one. Grid lines are left out:
they lie behind all else, and every label has an outline in the colour of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import dist
from xml.etree import ElementTree as ET

from panelpapers.charts.palette import LIGHT
from tests.charts.drawn import SVG, Line, lines_of, moved, parse

Point = tuple[float, float]
EDGE = 1.5
"""Pixels that a text keeps from the edge of the picture."""


@dataclass(frozen=True)
class Stroke:
    """A straight piece of a line, with half of its thickness."""

    start: Point
    end: Point
    half: float

    def crosses(self, text: Line) -> bool:
        """Whether it runs through the letters of a text, by more than a pixel; it ends where its last point is."""
        (x0, y0), (x1, y1) = self.start, self.end
        length = dist(self.start, self.end) or 1
        across, down = ((self.half - 1) * abs(way) / length for way in (y1 - y0, x1 - x0))
        left, right, top, bottom = text.left - across, text.right + across, text.top - down, text.bottom + down
        first, last = 0.0, 1.0
        for start, way, low, high in ((x0, x1 - x0, left, right), (y0, y1 - y0, top, bottom)):
            if way == 0:
                if not low < start < high:
                    return False
                continue
            enters, leaves = sorted(((low - start) / way, (high - start) / way))
            first, last = max(first, enters), min(last, leaves)
        return first < last


@dataclass(frozen=True)
class Shape:
    """The rectangle of a marker or of a bar."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, text: Line) -> bool:
        """Whether it lies under the letters of a text, by more than a pixel each way."""
        across = min(self.right, text.right) - max(self.left, text.left)
        down = min(self.bottom, text.bottom) - max(self.top, text.top)
        return across > 1 and down > 1


def faults(svg: bytes) -> list[str]:
    """Say in words what cannot be read in a file; nothing where all can."""
    root, texts = parse(svg), lines_of(svg)
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    found = [
        f'"{text.text}" leaves the picture'
        for text in texts
        if text.left < EDGE or text.right > width - EDGE or text.top < 0 or text.bottom > height
    ]
    found += [f'"{one.text}" covers "{other.text}"' for one, other in combinations(texts, 2) if one.covers(other)]
    found += [f'"{one.text}" runs into "{other.text}"' for one, other in combinations(texts, 2) if one.touches(other)]
    for mark in _marks(root, 0, 0):
        meets = mark.crosses if isinstance(mark, Stroke) else mark.covers
        what = "a line crosses" if isinstance(mark, Stroke) else "a mark covers"
        found += [f'{what} "{text.text}"' for text in texts if meets(text)]
    return found


def _marks(element: ET.Element, x: float, y: float) -> Iterator[Stroke | Shape]:
    x, y = moved(element, x, y)
    half = float(element.get("stroke-width", "1")) / 2
    if element.tag == f"{SVG}line" and element.get("stroke") != LIGHT["grid"]:
        yield Stroke((x, y), (x + float(element.get("x2", "0")), y + float(element.get("y2", "0"))), half)
    elif element.tag == f"{SVG}path":
        yield from _of_path(element, x, y, half)
    for child in element:
        yield from _marks(child, x, y)


def _of_path(element: ET.Element, x: float, y: float, half: float) -> Iterator[Stroke | Shape]:
    """Give the pieces of a line, or the ground of a bar or a marker."""
    for part in element.get("d", "").split("M")[1:]:
        points = list(_points(part))
        if element.get("fill") in (None, "none"):
            moved_points = [(x + px, y + py) for px, py in points]
            yield from (Stroke(start, end, half) for start, end in pairwise(moved_points))
        else:
            across, down = zip(*points, strict=True)
            yield Shape(x + min(across) - half, y + min(down) - half, x + max(across) + half, y + max(down) + half)


def _points(path: str) -> Iterator[Point]:
    """Give the points of a piece of a path; of a circle, which Vega writes as arcs, the ends of its axes."""
    x = y = 0.0
    for command, typed in re.findall(r"([A-Za-z]?)([-\d.,e]*)", path):
        numbers = [float(number) for number in typed.split(",") if number]
        if command == "h":
            x += numbers[0]
        elif command == "v":
            y += numbers[0]
        elif command == "A":
            radius = numbers[0]
            yield from ((-radius, -radius), (radius, radius))
            continue
        elif numbers:
            x, y = numbers[-2:]
        else:
            continue
        yield x, y
