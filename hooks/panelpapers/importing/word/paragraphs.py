"""Pieces of a paragraph -> lines, and a line -> a part: heading, entry of a list, or paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from panelpapers.importing.numbers import split_bullet, split_number
from panelpapers.importing.parts import Kind, Part

from .names import W, has
from .numbering import Label
from .pieces import Piece
from .styles import Styles

_LONGEST_HEADING = 25
"""Words. Some bodies number whole paragraphs by a style of headings."""


class Holder:
    """What a paragraph says of itself. Without an element it is the end of what was carried over from one."""

    def __init__(self, paragraph: etree._Element | None = None, styles: Styles | None = None) -> None:
        self.properties = None if paragraph is None else paragraph.find(W + "pPr")
        self.style = styles.of_paragraph(self.properties) if styles else ""
        mark = None if self.properties is None else self.properties.find(W + "rPr")
        self.mark_is_deleted = has(mark, "del") or has(mark, "moveFrom")
        self.mark_is_hidden = bool(styles and styles.shows("vanish", mark, self.style))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its text with tabs as they are, whether all of it is bold, and bold and in capitals."""

    text: str
    bold: bool = False
    capitals: bool = False


def lines_of(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Part pieces into lines where a line was broken by hand, but not within a sentence. White space stays."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        line.append(Piece(first, piece.bold, piece.capitals))
        for other in others:
            if line and other[:1].islower() and not _ends(line):
                line.append(Piece(" " + other, piece.bold, piece.capitals))
            else:
                yield from _line(line)
                line = [Piece(other, piece.bold, piece.capitals)]
    yield from _line(line)


def _ends(line: list[Piece]) -> bool:
    return "".join(piece.text for piece in line).rstrip().endswith((".", ":", ";", "?", "!"))


def _line(pieces: list[Piece]) -> Iterator[Line]:
    text = "".join(piece.text for piece in pieces).strip()
    if text:
        words = [piece for piece in pieces if any(sign.isalnum() for sign in piece.text)]
        capitals = all(piece.capitals or not re.search("[a-zß-ÿ]", piece.text) for piece in words)
        yield Line(
            text,
            bool(words) and all(piece.bold for piece in words),
            capitals and bool(re.search(r"[^\W\d_]{2}", text)),
        )


def part_of(line: Line, label: Label | None, outline: int | None, page: int | None, in_cell: bool) -> Part | None:
    """Make a part of a line: with the number that Word counted, else with the one that was typed before it.

    What has the level of a heading is one unless it is as long as a paragraph; so is a line in bold capitals, which
    says no level. In a cell such a line heads a column and no section.
    """
    is_bullet, text, number = bool(label and label.is_bullet), line.text, label.number if label else ""
    if not label:
        is_bullet, text = split_bullet(text)
        number, text = ("", text) if is_bullet else split_number(text)
    kind: Kind = "entry" if number or is_bullet else "paragraph"
    level = label.level if label else 0
    if outline is not None and len(text.split()) <= _LONGEST_HEADING:
        kind, level = "heading", outline
    elif not in_cell and line.bold and line.capitals and not is_bullet:
        kind, level = "heading", 0
    clean, tabs = _single_spaced(text)
    if not clean and not number:
        return None
    return Part(kind, clean, 0, number=number, level=level, page=page, bold=line.bold, tabs=tabs)


def _single_spaced(text: str) -> tuple[str, tuple[int, ...]]:
    """Make white space single, and say where a tab was."""
    columns = [" ".join(column.split()) for column in text.split("\t")]
    columns = [column for column in columns if column]
    tabs, place = [], -1
    for column in columns[:-1]:
        place += len(column) + 1
        tabs.append(place)
    return " ".join(columns), tuple(tabs)
