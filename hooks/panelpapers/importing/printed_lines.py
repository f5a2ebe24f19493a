"""The lines of a document as rules go through them: number and words apart, rows of a table one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..records.calendar import MONTHS
from .numerals import Numeral, numeral
from .parts import Cell, Part
from .said import Cut, Read, Said, cell_text, grid
from .words import folded, words

HEADING: Final = 2
"""A line stands over others by its style: a heading, bold, or capitals."""
SHORT: Final = 1
"""A line could stand over others: it is short, and no sentence."""
_TITLE_WORDS: Final = 40
_SHORT_WORDS: Final = 14
_RARELY: Final = 0.03
"""Which share of the parts may have a style in what counts as plain text."""
_CUT: Final = 60
"""How many letters a line of plain text has at least that the end of a page has cut."""
_NUMBERED: Final = re.compile(
    r"(?P<number>(?:minute|min|item|agenda item|no|cofnod)\.?\s*\d{1,4}(?:[a-z]|/\d{2,4})?[.:)]?"
    r"|[A-Z]{0,4}\d{1,4}(?:[./-]\d{1,4}){1,3}[a-z]?[.):]?|(?:\d{2,4}(?:-\d{2})?|[A-Z]{1,5})/(?:[A-Z]{1,5}|\d{1,4})/\d{1,4}"
    r"|[A-Z]{1,3}-\d{1,3}|\d{1,3}\.[A-Z]\.?|\d{1,4}[.)]|\([a-z]{1,5}\)|[a-z]\)|[ivx]{1,5}[.)])(?:\s+|\s*[-–—]\s+)(?=\S)",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"(?:agenda\s+item|item|minute|min)\b\.?\s*(?:no\.?\s*)?(\d[\w/.-]*)", re.IGNORECASE)
_DAY: Final = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_BARE: Final = re.compile(r"(?P<number>\d{1,4}[a-z]?|[B-HJ-Z]|[A-Z]\.|[A-Z]{1,4} \d{1,4}[./]\d{1,4})\s+(?=\S)")
_BARE_TITLE: Final = re.compile(r"(\d{1,2})\s+(?=[A-Z][a-z])")
_BULLET: Final = re.compile(r"[^\w(]{1,2}|o")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or entry, or a table as a whole.

    `number` is empty where none is printed, and of a bullet. `rank` is `HEADING`, `SHORT` or 0. `label` is the
    heading of the column in which it stands, where a table was taken apart.
    """

    part: Part
    number: Said
    said: Said
    rank: int = 0
    is_entry: bool = False
    label: str = ""

    @property
    def text(self) -> str:
        """Its words without the number."""
        return self.said.text

    @property
    def counted(self) -> Numeral | None:
        """What its number counts."""
        return numeral(self.number.text)

    @property
    def whole(self) -> Said:
        """The words with the number."""
        return self.number + self.said

    @property
    def is_sub(self) -> bool:
        """Whether it stands within a paragraph: an entry of a list, with a number of such or a bullet."""
        counted = self.counted
        return counted.is_sub if counted else self.is_entry

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return self.part.kind == "table"


def bare_number(number: Said) -> Said | Read:
    """Give a printed number without the word before it, which pages write themselves: 4 of Item 4:."""
    found = _NAMED.match(number.text)
    return Read(number, found[1]) if found else number


def lines_of(parts: Sequence[Part]) -> list[Line]:
    """Give the lines of some parts. A paragraph that a page split is one line again.

    Where nothing has a style, as in plain text, short lines are headings.
    """
    styled = sum(part.bold or (part.kind == "heading" and part.level > 0) for part in parts)
    is_plain = styled <= _RARELY * len(parts)
    lines: list[Line] = []
    for part in parts:
        line = line_of(part)
        if lines and _goes_on(lines[-1], line, is_plain):
            lines[-1] = replace(lines[-1], said=lines[-1].said + line.said)
        elif is_plain and line.rank == SHORT and not line.is_entry and not line.text.endswith(":"):
            lines.append(replace(_with_bare_number(line), rank=HEADING))
        else:
            lines.append(line)
    return lines


def _with_bare_number(line: Line) -> Line:
    """Take a number without a point from before a title: `2 Recommendations`."""
    found = None if line.number else _BARE_TITLE.match(line.text)
    return (
        replace(line, number=line.said.split(0, found.end(1)), said=line.said.split(found.end())) if found else line
    )


def line_of(part: Part) -> Line:
    """Give the line of one part."""
    if part.kind == "table":
        return Line(part, Said(()), Said(()))
    start = 0 if part.number and _DAY.match(part.printed) else len(part.number)
    is_entry = part.kind == "entry" or bool(part.number)
    number = Said((Cut(part, 0, start),)) if start and not _BULLET.fullmatch(part.number) else Said(())
    is_styled = part.kind == "heading" or part.bold or _in_capitals(part.text)
    if not (start or _DAY.match(part.printed)) and (
        found := _NUMBERED.match(part.text) or (is_styled and _BARE.match(part.text))
    ):
        start = found.end("number")
        number = Said((Cut(part, 0, start),))
    skipped = start + len(part.printed[start:]) - len(part.printed[start:].lstrip(" -–—:\t"))
    said = Said((Cut(part, skipped, len(part.printed)),)) if number else Said((Cut(part, start, len(part.printed)),))
    return Line(part, number, said, _rank(part, said.text), is_entry)


def rows_as_lines(table: Part) -> Iterator[Line]:
    """Give the cells of a table row by row, each with the heading of its column, without the row of headings."""
    rows = grid(table)
    headings = [folded(cell_text(cell)) for cell in rows[0]] if rows else []
    for row in rows[1:]:
        number, told = Said(()), False
        for heading, cell in zip(headings, row, strict=True):
            if cell is None:
                continue
            if not (number or told) and numeral(cell_text(cell)) and len(cell_text(cell)) <= len("Minute 2025/123."):
                number = Said(tuple(Cut(leaf, 0, len(leaf.printed)) for leaf in _leaves(cell)))
                continue
            for leaf in _leaves(cell):
                line, told = replace(line_of(leaf), label=heading), True
                yield replace(line, number=number) if number and not line.number else line
                number = Said(())


def labelled(line: Line, name: str) -> Said | None:
    """Give what stands behind one of some labels and a colon or dash: `AYES: Carrow`; None where none does."""
    text = line.text if not line.number else line.whole.text
    if (found := words(name).match(text)) and (
        mark := re.match(r"\s*(?:\([^()]*\)\s*)?[:–—-]+\s*", text[found.end() :])
    ):
        return (line.said if not line.number else line.whole).split(found.end() + mark.end())
    return None


def _leaves(cell: Cell) -> list[Part]:
    return [leaf for part in cell.parts for leaf in part.leaves()]


def _goes_on(before: Line, line: Line, is_plain: bool) -> bool:
    """Whether a line is the rest of the paragraph before it: it begins small, or is long, where that has no end."""
    if (
        before.is_table
        or line.is_table
        or line.number
        or line.part.kind != "paragraph"
        or before.part.kind == "heading"
    ):
        return False
    is_open = before.text[-1:] not in ".:;!?" and before.rank < HEADING
    long = is_plain and line.rank == 0 and len(before.text) > _CUT and before.text[-1:].isalnum()
    return is_open and ((line.text[:1].islower() and line.rank < HEADING) or long)


def _in_capitals(text: str) -> bool:
    return text.isupper() and len(text.split()) <= _TITLE_WORDS and len(re.findall(r"[^\W\d_]", text)) > len("AB")


def _rank(part: Part, text: str) -> int:
    length = len(text.split())
    if not text or length > _TITLE_WORDS or not any(sign.isalpha() for sign in text):
        return 0
    if part.kind == "heading" or _in_capitals(text):
        return HEADING
    if part.bold and (length <= _SHORT_WORDS or text[-1] not in ".;,"):
        return HEADING
    return SHORT if length <= _SHORT_WORDS and text[-1] not in ".;,!?" and not text[0].islower() else 0
