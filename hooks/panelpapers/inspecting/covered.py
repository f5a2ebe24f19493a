"""Text of a PDF that cannot be seen: under a box, as its ground, unpainted, tiny or outside of the page.

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
from pypdf.generic import ContentStream, DictionaryObject, RectangleObject

from .geometry import Box, Point
from .lettering import Letters
from .painting import Painter
from .sight import SMALLEST, WHITE, alike

_WORK: Final = 250_000
"""Signs of a page's program that are read for each megabyte of the file: some 70 pages, in two seconds."""
_UNPACKED: Final = 8_000_000
_GROUNDS: Final = {"/Square": "/IC", "/Polygon": "/IC", "/FreeText": "/C"}
"""Kinds of remark that are boxes, each with the name of the colour that fills it."""


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
    paper = replace(_edges(page.mediabox).within(_edges(page.cropbox)), colour=WHITE, covers=True)
    pictures = sum(box.within(paper).area for box in painter.boxes if box.is_picture)
    boxes = [*(_no_scan(box, paper) for box in painter.boxes), *_drawn_remarks(page)]
    budget.spend(len(boxes) * len(painter.letters) // 20)
    return _Page(paper, boxes, pictures > paper.area / 2, budget).hides(painter.letters)


def _edges(box: RectangleObject) -> Box:
    left, low, right, high = (float(edge) for edge in box)
    return Box.around([(left, low), (right, high)])


def _no_scan(box: Box, paper: Box) -> Box:
    """Take a picture of half a page and more as a scan: the text below it is what a program read in it."""
    return replace(box, covers=False) if box.is_picture and box.area > paper.area / 2 else box


def _drawn_remarks(page: PageObject) -> Iterator[Box]:
    """Give boxes that lie on a page as remarks: they are no part of it, and anybody can move them away."""
    remarks = page.get("/Annots")
    for reference in remarks.get_object() if remarks is not None else ():
        remark = reference.get_object()
        ground = _GROUNDS.get(str(remark.get("/Subtype"))) if isinstance(remark, DictionaryObject) else None
        if ground and remark.get(ground) and float(remark.get("/CA", 1)) > 0.9:
            left, low, right, high = (float(edge) for edge in remark["/Rect"])
            yield Box.around([(left, low), (right, high)], None, covers=True)


@dataclass(frozen=True)
class _Page:
    """What a letter of a page may lie on, under or outside of. ``scanned`` says that pictures fill half of it."""

    paper: Box
    boxes: list[Box]
    scanned: bool
    budget: Budget

    def hides(self, letters: list[Letters]) -> bool:
        """Whether two different letters in a row cannot be seen: one, or several alike, may be blanks."""
        row: set[int] = set()
        for stretch in letters:
            for code in self._unseen(stretch):
                row = row | {code} if code is not None else set()
                if len(row) > 1:
                    return True
        return False

    def _unseen(self, letters: Letters) -> Iterator[int | None]:
        """Give the numbers of the letters that cannot be seen, and ``None`` for those between them that can."""
        around = letters.around
        near = [(index, box) for index, box in enumerate(self.boxes) if box.touches(around)]
        self.budget.spend((1 + len(near)) * len(letters.along) // 20)
        nowhere = letters.height <= SMALLEST or not letters.clip.touches(around)
        alike_all = not near and self.paper.holds((around.left, around.low), (around.right, around.high))
        if alike_all and not self._is_unseen(letters.place(letters.along[0]), letters, near, nowhere):
            yield None
            return
        for code, along in zip(letters.codes, letters.along, strict=True):
            yield code if self._is_unseen(letters.place(along), letters, near, nowhere) else None

    def _is_unseen(
        self, place: tuple[Point, Point], letters: Letters, near: list[tuple[int, Box]], nowhere: bool
    ) -> bool:
        ground = self.paper
        for index, box in near:
            if not box.holds(*place):
                continue
            if index < letters.after:
                ground = box
            elif letters.cuts:
                return False
            elif box.covers and (letters.colours or not box.is_picture):
                return True
        if not letters.colours and self.scanned:
            return False  # what a program read in a scan
        if nowhere or not any(self.paper.holds(point) for point in place):
            return True
        return ground.covers and all(alike(colour, ground.colour) for colour in letters.colours)
