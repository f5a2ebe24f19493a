"""Text of a PDF that is on the page and cannot be seen: under a box drawn over it, or in the colour of its ground.

A page is gone through as a printer would: what is painted later lies on top. Boxes are rectangles, thick lines and
pictures; text is taken letter by letter, with the widths of its font. Shapes of other forms cover nothing here, and
half-transparent ones neither, as a highlighter does not: what is told is nearly always true, but more may be hidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import ContentStream, DictionaryObject

from .geometry import Box, Point
from .lettering import Letters
from .painting import Painter

_WORK: Final = 250_000
"""Signs of a page's program that are read for each megabyte of the file: some 70 pages, in two seconds."""
_UNPACKED: Final = 8_000_000
_GROUNDS: Final = {"/Square": "/IC", "/Polygon": "/IC", "/FreeText": "/C"}
"""Kinds of remark that are boxes, each with the name of the colour that fills it."""
_FEWEST: Final = 2
"""How many letters must be covered: one may be a blank, which looks like a letter here."""


@dataclass
class Budget:
    """How much may still be done on a file of some megabytes. It counts work, not time, so that it is the same."""

    size: int

    def __post_init__(self) -> None:
        self.work = _WORK * self.size
        self.unpacked = _UNPACKED * self.size

    def spend(self, work: int, unpacked: int = 0) -> None:
        """Take from the budget; raise ``LimitReachedError`` where nothing is left."""
        self.work -= work
        self.unpacked -= unpacked
        if self.work < 0 or self.unpacked < 0:
            raise LimitReachedError


def covered_pages(reader: PdfReader, budget: Budget) -> tuple[list[int], str | None]:
    """Give the numbers of pages with text that cannot be seen, and a sentence on what was not looked at, if any."""
    found: list[int] = []
    for number, page in enumerate(reader.pages, start=1):
        try:
            if _has_covered_text(page, reader, budget):
                found.append(number)
        except LimitReachedError:
            last = len(reader.pages)
            pages = f"page {number}" if number == last else f"pages {number} to {last}"
            return found, f"Nobody looked for covered text on {pages}, which hold too much to go through."
    return found, None


def _has_covered_text(page: PageObject, reader: PdfReader, budget: Budget) -> bool:
    painter = Painter(reader, budget.spend)
    with apply_configuration(stream_parsing_work_maximum_count=max(budget.work, 1)):
        contents = page.get("/Contents")
        if contents is None:
            return False
        stream = ContentStream(contents, reader)
        budget.spend(0, len(stream.get_data()))
        painter.paint(stream.operations, page.get("/Resources"))
    whole = float(page.mediabox.width) * float(page.mediabox.height)
    boxes = [*(_no_scan(box, whole) for box in painter.boxes), *_drawn_remarks(page)]
    budget.spend(len(boxes) * len(painter.letters) // 20)
    return any(_unseen(letters, boxes, budget) >= _FEWEST for letters in painter.letters)


def _no_scan(box: Box, whole: float) -> Box:
    """Take a picture of half a page and more as a scan: the text below it is what a program read in it."""
    area = (box.right - box.left) * (box.high - box.low)
    return replace(box, covers=False) if box.is_picture and area > whole / 2 else box


def _drawn_remarks(page: PageObject) -> Iterator[Box]:
    """Give boxes that lie on a page as remarks: they are no part of it, and anybody can move them away."""
    remarks = page.get("/Annots")
    for reference in remarks.get_object() if remarks is not None else ():
        remark = reference.get_object()
        ground = _GROUNDS.get(str(remark.get("/Subtype"))) if isinstance(remark, DictionaryObject) else None
        if ground and remark.get(ground) and float(remark.get("/CA", 1)) > 0.9:
            left, low, right, high = (float(edge) for edge in remark["/Rect"])
            yield Box.around([(left, low), (right, high)], None, covers=True)


def _unseen(letters: Letters, boxes: list[Box], budget: Budget) -> int:
    """Count the letters of one stretch of text that cannot be seen."""
    around = letters.around
    near = [(index, box) for index, box in enumerate(boxes) if box.touches(around)]
    budget.spend(len(near) * len(letters.along) // 20)
    return sum(_is_unseen(letters.place(along), letters, near) for along in letters.along) if near else 0


def _is_unseen(place: tuple[Point, Point], letters: Letters, near: list[tuple[int, Box]]) -> bool:
    ground: Box | None = None
    for index, box in near:
        if not box.holds(*place):
            continue
        if index < letters.after:
            ground = box
        elif box.covers and (letters.painted or not box.is_picture):
            return True
    same = ground is not None and ground.covers and ground.colour is not None and letters.colour is not None
    return bool(same and letters.painted and _alike(ground.colour, letters.colour))  # type: ignore[union-attr,arg-type]


def _alike(colour: tuple[float, ...], ground: tuple[float, ...]) -> bool:
    return all(abs(first - second) < 0.06 for first, second in zip(colour, ground, strict=True))
