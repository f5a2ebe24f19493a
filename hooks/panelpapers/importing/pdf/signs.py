"""What stands on a page of a PDF: its words with their places, and what is drawn. Nothing is judged here.

Places are in points from the top left corner of the page as a reader sees it, whatever way the file turns it.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from panelpapers.importing.pdf.drawn import FAINTEST, Drawn, Place, Rule, colour_of, read_drawn
from panelpapers.inspecting.geometry import Colour
from panelpapers.inspecting.sight import SMALLEST

_MOST_DOTS = 300  # a plot of points has more, and no list
_MOST_SIGNS = 200_000  # a page of a newspaper has 40,000
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # flag of a font descriptor (ISO 32000-1, table 123)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\xa0": " ", "\xad": "-"})
_NO_SIGNS = {0, 0xAD, 0x200B, 0xFFFE, 0xFFFF}
_ASLANT = 0.1  # of a quarter turn: what is turned otherwise stands aslant
_ASCENT = 0.75  # of a line's height, as much as stands above its foot line
_HYPHEN_AT_LINE_END = "\x02"  # how pdfium gives it


_Blank: TypeAlias = Literal["", "real", "guessed"]


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
class Page:
    """A page with its words and rules.

    `hidden` counts the words that no reader sees, `aside` is what stands aslant over the page ("DRAFT"), and
    `pictured` tells whether images cover most of the page.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    hidden: int = 0
    aside: str = ""
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """What all signs of one stretch of text share.

    `turn` counts quarter turns against the clock, None of what stands aslant; `colour` is None of what is not drawn.
    """

    size: float
    bold: bool
    italic: bool
    turn: int | None
    colour: Colour | None


@dataclass(frozen=True, slots=True)
class _Sign:
    """One letter: its box in the file's own measure (left, low, right, high), and the blank before it, if any.

    The blank is one that the file holds, or one that pdfium takes a gap for.
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
        upright = Counter(sign.look.turn for sign in signs if sign.look.turn is not None).most_common(1)
        turns = upright[0][0] if upright else page.get_rotation() // 90
        left, low, right, high = page.get_bbox()
        place = _placing((left, low, right, high), turns)
        drawn = read_drawn(page, place)
    finally:
        page.close()
    width, height = (right - left, high - low) if turns % 2 == 0 else (high - low, right - left)
    aslant = "".join(" " * bool(sign.blank) + sign.text for sign in signs if sign.look.turn is None)
    straight = _grouped(sign for sign in signs if sign.look.turn is not None)
    words = [(_word(word, glued, place, turns), word[0].look.colour) for word, glued in straight]
    pictured = drawn.pictured > 0.5
    usual = median(word.size for word, _ in words) if words else 0.0
    smallest = min(SMALLEST, usual / 2)  # a page may be drawn small as a whole, and enlarged
    seen = [word for word, ink in words if word.size > smallest and _is_seen(word, ink, drawn, pictured)]
    rules, hidden = tuple(drawn.rules), len(words) - len(seen)
    seen += _dots(seen, drawn)
    return Page(index + 1, width, height, tuple(seen), rules, hidden, " ".join(aslant.split()), pictured)


def _dots(words: list[Word], drawn: Drawn) -> Iterator[Word]:
    """Give as words the signs of lists that are drawn: dots that stand before a word, with no word before them."""
    dots = [area for area in drawn.areas if area.is_dot]
    for dot in dots if len(dots) <= _MOST_DOTS else ():
        middle = (dot.top + dot.bottom) / 2
        line = [word for word in words if abs(word.middle - middle) < 0.3 * word.size]
        after = min((word for word in line if word.x0 > dot.x1), key=lambda word: word.x0, default=None)
        if after and after.x0 - dot.x1 < 2 * after.size and not any(0 <= dot.x0 - word.x1 < 10 for word in line):
            yield replace(after, text="•", x0=dot.x0, x1=dot.x1, glued=False)


def _is_seen(word: Word, colour: Colour | None, drawn: Drawn, pictured: bool) -> bool:
    """Whether a reader sees a word. Words that are not drawn, over a picture, are what was recognised in it."""
    return pictured if colour is None else drawn.shows(colour, (word.x0 + word.x1) / 2, word.middle)


def _placing(box: tuple[float, float, float, float], turns: int) -> Place:
    """Say how a point of the file's measure (up from the foot) becomes one of the page as it is read (down)."""
    left, low, right, high = box
    places: tuple[Place, ...] = (
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
        if not (found := pdfium.FPDFText_GetTextObject(text, at)):
            continue
        handle = ctypes.addressof(found.contents)
        look = looks.get(handle) or looks.setdefault(handle, _look(text, at))
        pdfium.FPDFText_GetLooseCharBox(text, at, loose)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        yield _Sign(sign, _box(loose, (x.value, y.value), look), look, blank)
        blank = ""


def _box(loose: pdfium.FS_RECTF, origin: tuple[float, float], look: _Look) -> tuple[float, float, float, float]:
    """Give the box of a sign: as long as it is, and as high as its font is, however tall the sign itself stands."""
    (x, y), up, down = origin, _ASCENT * look.size, (1 - _ASCENT) * look.size
    return (
        (loose.left, y - down, loose.right, y + up),
        (x - up, loose.bottom, x + down, loose.top),
        (loose.left, y - up, loose.right, y + down),
        (x - down, loose.bottom, x + up, loose.top),
    )[look.turn or 0]


def _look(text: pypdfium2.PdfTextPage, at: int) -> _Look:
    matrix, flags, name = pdfium.FS_MATRIX(), ctypes.c_int(), ctypes.create_string_buffer(200)
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    pdfium.FPDFText_GetFontInfo(text, at, name, len(name), flags)
    font = name.value.decode("utf-8", "replace")
    size = pdfium.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
    drawn = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text, at))
    bold = bool(_BOLD.search(font) or flags.value & _FORCED_BOLD) or drawn == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    turns = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
    turn = round(turns) % 4 if abs(turns - round(turns)) < _ASLANT else None
    is_drawn = drawn not in {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
    colour, strength = colour_of(pdfium.FPDFText_GetFillColor, text, at)
    seen = colour if is_drawn and strength > FAINTEST else None
    return _Look(round(size, 1), bold, bool(_SLANTED.search(font)), turn, seen)


def _grouped(signs: Iterable[_Sign]) -> Iterator[tuple[list[_Sign], bool]]:
    """Give the signs of one word after those of another, and whether it follows the one before without a blank."""
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
    """Whether a sign is of another size than the one before, as the mark of a footnote."""
    return abs(sign.look.size - before.look.size) > 0.15 * max(before.look.size, sign.look.size)


def _touches(before: _Sign, sign: _Sign) -> bool:
    """Whether a sign follows another on its line with no blank, and no gap that a reader would take for one."""
    if sign.blank == "real" or sign.look.turn != before.look.turn:
        return False
    if sign.box == before.box:
        return True  # two letters of one ligature
    size = max(sign.look.size, before.look.size)
    (a0, b0, a1, b1), (c0, d0, c1, d1) = before.box, sign.box
    gap = (c0 - a1, d0 - b1, a0 - c1, b0 - d1)[sign.look.turn or 0]
    aside = d0 - b0 if (sign.look.turn or 0) % 2 == 0 else c0 - a0
    widest = 0.1 if sign.blank else 0.25
    return -0.5 * size < gap < widest * size and abs(aside) < 0.5 * size


def _word(signs: list[_Sign], glued: bool, place: Place, turns: int) -> Word:
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
        ((look.turn or 0) - turns) % 4,
        glued,
    )
