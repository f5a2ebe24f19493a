"""What stands on a page of a PDF: its words with their places, and the rules drawn on it. Nothing is judged here.

Places are in points from the top left corner of the page as a reader sees it, whatever way the file turns it.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

_THIN = 3.0  # a shape no thicker than this is a rule, not an area
_LONG = 4.0  # a rule shorter than this is a tick or a dash
_MOST_SIGNS = 200_000  # a page of a newspaper has 40,000
_MOST_SHAPES = 50_000
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # flag of a font descriptor (ISO 32000-1, table 123)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\xa0": " ", "\xad": "-"})
_NO_SIGNS = {0, 0xAD, 0x200B, 0xFFFE, 0xFFFF}
_ASCENT = 0.75  # of a line's height, as much as stands above its foot line
_HYPHEN_AT_LINE_END = "\x02"  # how pdfium gives it


_Blank: TypeAlias = Literal["", "real", "guessed"]
_Place: TypeAlias = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands. `turn` counts the quarter turns of its direction, against the clock.

    `glued` says that no blank parts it from the word before; `calls` are the marks of footnotes that stand after it.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    italic: bool = False
    turn: int = 0
    glued: bool = False
    calls: tuple[str, ...] = ()

    @property
    def middle(self) -> float:
        """Half way between head and foot."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: at `at`, from `start` to `end`; across the page, or down it."""

    at: float
    start: float
    end: float
    across: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its words and rules. `pictures` tells whether it shows an image that covers most of it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """What all signs of one stretch of text share. `turn` counts quarter turns against the clock."""

    size: float
    bold: bool
    italic: bool
    turn: int


@dataclass(frozen=True, slots=True)
class _Sign:
    """One letter: its box in the file's own measure (left, low, right, high), and the blank before it, if any: one
    that the file holds, or one that pdfium takes a gap for.
    """

    text: str
    box: tuple[float, float, float, float]
    look: _Look
    blank: _Blank


def read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    """Read the page with this index, from 0, turned so that most of its text stands upright.

    Raises pypdfium2.PdfiumError where the page cannot be opened, and ValueError where it holds more signs than a
    page can.
    """
    page = document[index]
    try:
        text = page.get_textpage()
        signs = list(_signs(text))
        text.close()
        upright = Counter(sign.look.turn for sign in signs).most_common(1)
        turns = upright[0][0] if upright else page.get_rotation() // 90
        left, low, right, high = page.get_bbox()
        place = _placing((left, low, right, high), turns)
        rules, pictured = _drawn(page, place)
    finally:
        page.close()
    width, height = (right - left, high - low) if turns % 2 == 0 else (high - low, right - left)
    words = tuple(_word(word, glued, place, turns) for word, glued in _grouped(signs))
    return Page(index + 1, width, height, words, tuple(rules), pictured)


def _placing(box: tuple[float, float, float, float], turns: int) -> _Place:
    """How a point of the file's measure (up from the foot) becomes one of the page as it is read (down from the head)."""
    left, low, right, high = box
    places: tuple[_Place, ...] = (
        lambda x, y: (x - left, high - y),
        lambda x, y: (y - low, x - left),
        lambda x, y: (right - x, y - low),
        lambda x, y: (high - y, right - x),
    )
    return places[turns]


def _signs(text: pypdfium2.PdfTextPage) -> Iterator[_Sign]:
    count = text.count_chars()
    if count > _MOST_SIGNS:
        raise ValueError(f"{count} signs on one page")
    looks: dict[int, _Look] = {}
    loose, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    blank: _Blank = "real"
    for at in range(count):
        code = pdfium.FPDFText_GetUnicode(text, at)
        sign = "-" if chr(code) == _HYPHEN_AT_LINE_END else chr(code)
        if sign.isspace() or code in _NO_SIGNS:
            blank = blank or "guessed" if pdfium.FPDFText_IsGenerated(text, at) else "real"
            continue
        handle = ctypes.addressof(pdfium.FPDFText_GetTextObject(text, at).contents)
        look = looks.get(handle) or looks.setdefault(handle, _look(text, at))
        pdfium.FPDFText_GetLooseCharBox(text, at, loose)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        yield _Sign(sign, _box(loose, (x.value, y.value), look), look, blank)
        blank = ""


def _box(loose: pdfium.FS_RECTF, origin: tuple[float, float], look: _Look) -> tuple[float, float, float, float]:
    """The box of a sign: as long as the sign is, and as high as its font is, however tall the sign itself stands."""
    (x, y), up, down = origin, _ASCENT * look.size, (1 - _ASCENT) * look.size
    return (
        (loose.left, y - down, loose.right, y + up),
        (x - up, loose.bottom, x + down, loose.top),
        (loose.left, y - up, loose.right, y + down),
        (x - down, loose.bottom, x + up, loose.top),
    )[look.turn]


def _look(text: pypdfium2.PdfTextPage, at: int) -> _Look:
    matrix, flags, name = pdfium.FS_MATRIX(), ctypes.c_int(), ctypes.create_string_buffer(200)
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    pdfium.FPDFText_GetFontInfo(text, at, name, len(name), flags)
    font = name.value.decode("utf-8", "replace")
    size = pdfium.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
    drawn = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text, at))
    bold = bool(_BOLD.search(font) or flags.value & _FORCED_BOLD) or drawn == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4
    return _Look(round(size, 1), bold, bool(_SLANTED.search(font)), turn)


def _grouped(signs: list[_Sign]) -> Iterator[tuple[list[_Sign], bool]]:
    """The signs of one word after those of another, and whether the word follows the one before without a blank."""
    word: list[_Sign] = []
    glued = False
    for sign in signs:
        if (word and not (touching := _touches(word[-1], sign))) or (word and _is_raised(word[-1], sign)):
            yield word, glued
            word, glued = [], touching
        word.append(sign)
    if word:
        yield word, glued


def _is_raised(before: _Sign, sign: _Sign) -> bool:
    """Whether a sign stands higher or lower than the one before, and is of another size, as the mark of a footnote."""
    return abs(sign.look.size - before.look.size) > 0.15 * max(before.look.size, sign.look.size)


def _touches(before: _Sign, sign: _Sign) -> bool:
    """Whether a sign follows another on its line with no blank, and no gap that a reader would take for one."""
    if sign.blank == "real" or sign.look.turn != before.look.turn:
        return False
    if sign.box == before.box:
        return True  # two letters of one ligature
    size = max(sign.look.size, before.look.size)
    (a0, b0, a1, b1), (c0, d0, c1, d1) = before.box, sign.box
    gap = (c0 - a1, d0 - b1, a0 - c1, b0 - d1)[sign.look.turn]
    aside = d0 - b0 if sign.look.turn % 2 == 0 else c0 - a0
    widest = 0.1 if sign.blank else 0.25
    return -0.5 * size < gap < widest * size and abs(aside) < 0.5 * size


def _word(signs: list[_Sign], glued: bool, place: _Place, turns: int) -> Word:
    corners = [place(x, y) for sign in signs for x, y in (sign.box[:2], sign.box[2:])]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    look = signs[0].look
    text = unicodedata.normalize("NFC", "".join(sign.text for sign in signs).translate(_LIGATURES))
    return Word(
        text,
        min(across),
        max(across),
        min(down),
        max(down),
        look.size,
        look.bold,
        look.italic,
        (look.turn - turns) % 4,
        glued,
    )


def _drawn(page: pypdfium2.PdfPage, place: _Place) -> tuple[list[Rule], bool]:
    """The rules of a page, those at the edges of its boxes included, and whether an image covers most of it."""
    rules: list[Rule] = []
    area, pictured = math.prod(page.get_size()), 0.0
    for count, shape in enumerate(page.get_objects([pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE])):
        if count > _MOST_SHAPES:
            break  # a map or a drawing: no table has so many
        if shape.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, low, right, high = shape.get_bounds()
            pictured += (right - left) * (high - low)
        else:
            for points, filled in _outlines(shape):
                rules.extend(_edges([place(x, y) for x, y in points], filled))
    return rules, pictured > area / 2


def _outlines(shape: pypdfium2.PdfObject) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Each run of straight lines of a shape as its corners, and whether the shape is filled and not drawn."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, fill, stroke)
    matrix = shape.get_matrix()
    container = shape.container
    while container is not None:
        matrix = matrix.multiply(container.get_matrix())
        container = container.container
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for at in range(pdfium.FPDFPath_CountSegments(shape)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, not stroke.value
            points = []
        points.append(matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield points, not stroke.value


def _edges(points: list[tuple[float, float]], filled: bool) -> Iterator[Rule]:
    """The straight rules that a run of lines makes: of a thin box one, of a box that is drawn its four sides."""
    across, down = [x for x, _ in points], [y for _, y in points]
    x0, x1, top, bottom = min(across), max(across), min(down), max(down)
    if bottom - top <= _THIN and x1 - x0 >= _LONG:
        yield Rule((top + bottom) / 2, x0, x1, across=True)
    elif x1 - x0 <= _THIN and bottom - top >= _LONG:
        yield Rule((x0 + x1) / 2, top, bottom, across=False)
    elif not filled:
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            if abs(ay - by) < 1 and abs(ax - bx) >= _LONG:
                yield Rule((ay + by) / 2, min(ax, bx), max(ax, bx), across=True)
            elif abs(ax - bx) < 1 and abs(ay - by) >= _LONG:
                yield Rule((ax + bx) / 2, min(ay, by), max(ay, by), across=False)
