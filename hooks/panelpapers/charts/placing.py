"""Finding room for labels: rectangles in pixels that must not cover each other, nor a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final

from .measure import text_width
from .picture import Align, Frame, Sheet, Text

EDGE: Final = 3
"""Pixels between a label and the edge of the picture."""
SPACE: Final = 5
"""Pixels between two labels, as wide as a space: 6,547 and 6,770 would else be read as one number."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, ``top`` above ``bottom``."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share any ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def crossed_by(self, start: tuple[float, float], end: tuple[float, float], thickness: float = 0) -> bool:
        """Whether a straight line passes through, or touches with what it is thicker than two pixels."""
        half = max(0, thickness - 2) / 2
        (x0, y0), (x1, y1) = sorted((start, end))
        left, right = max(x0, self.left - half), min(x1, self.right + half)
        if left > right:
            return False
        slope = (y1 - y0) / (x1 - x0) if x1 > x0 else 0
        ends = (y0 + slope * (left - x0), y0 + slope * (right - x0)) if slope else (y0, y1)
        return min(ends) < self.bottom + half and self.top - half < max(ends)


def box_of(text: Text, frame: Frame, sheet: Sheet) -> Box:
    """Measure where a text stands, from the plot's upper left corner."""
    x, y = frame.place(text.position, text.value)
    width = max(text_width(line, sheet.text, bold=text.bold) for line in text.lines)
    shares: dict[Align, float] = {"left": 0, "center": 0.5, "right": 1}
    left = x + text.dx - width * shares[text.align]
    top = y + text.dy - sheet.line / 2
    return Box(left, top, left + width, top + sheet.line * len(text.lines))


@dataclass(slots=True)
class Room:
    """What is taken so far: no label may cover another, a marker or a bar, nor be crossed by a line.

    ``left`` is how far labels may reach to the left, in pixels from the plot's edge.
    """

    frame: Frame
    sheet: Sheet
    left: float
    boxes: list[Box] = field(default_factory=list)
    lines: list[tuple[tuple[float, float], tuple[float, float], float]] = field(default_factory=list)

    def first_free(self, candidates: Iterable[Text]) -> list[Text]:
        """Take the first candidate that is clear of everything and inside the picture; nothing if there is none."""
        return next(([self.take(text)] for text in candidates if self._free(text)), [])

    def take(self, text: Text) -> Text:
        """Remember where a text stands."""
        box = box_of(text, self.frame, self.sheet)
        self.boxes.append(replace(box, left=box.left - SPACE, right=box.right + SPACE))
        return text

    def _free(self, text: Text) -> bool:
        box, frame = box_of(text, self.frame, self.sheet), self.frame
        right, bottom = frame.width + frame.right - EDGE, frame.height
        if box.left < max(self.left, EDGE - frame.left) or box.right > right or box.bottom > bottom:
            return False
        if box.top < -frame.top or any(box.overlaps(other) for other in self.boxes):
            return False
        return not any(box.crossed_by(*line) for line in self.lines)


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Move stacked labels apart as little as possible.

    ``wanted`` are the middles they would like to have, in rising order, ``heights`` their heights. Labels that would
    overlap form a block around the mean of their wishes; gives middles between ``low`` and ``high``.
    """
    blocks: list[tuple[float, list[float], list[float]]] = []  # top of the block, wishes, heights
    for middle, height in zip(wanted, heights, strict=True):
        block = _block([middle], [height], low, high)
        while blocks and block[0] < blocks[-1][0] + sum(blocks[-1][2]):
            _, wishes, taken = blocks.pop()
            block = _block([*wishes, *block[1]], [*taken, *block[2]], low, high)
        blocks.append(block)
    placed: list[float] = []
    for top, _, taken in blocks:
        for height in taken:
            placed.append(top + height / 2)
            top += height
    return placed


def _block(
    wishes: list[float], heights: list[float], low: float, high: float
) -> tuple[float, list[float], list[float]]:
    """Stack labels without gaps where the mean distance to their wishes is least, inside the limits."""
    offsets = list(accumulate(heights, initial=0.0))
    tops = [wish - offset - height / 2 for wish, offset, height in zip(wishes, offsets, heights, strict=False)]
    top = min(max(sum(tops) / len(tops), low), high - offsets[-1])
    return top, wishes, heights
