"""Pieces of a paragraph -> lines, and a line -> a part: heading, entry of a list, or paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree

from panelpapers.importing.lines import Line

from .names import W, has
from .pieces import Piece
from .styles import Style, Styles


class Holder:
    """What a paragraph says of itself. Without an element it is the end of what was carried over from one."""

    def __init__(self, paragraph: etree._Element | None = None, styles: Styles | None = None) -> None:
        self.properties = None if paragraph is None else paragraph.find(W + "pPr")
        self.style = styles.of_paragraph(self.properties) if styles else Style()
        mark = None if self.properties is None else self.properties.find(W + "rPr")
        self.mark_is_deleted = has(mark, "del") or has(mark, "moveFrom")
        self.is_run_in = has(mark, "specVanish")
        self.mark_is_hidden = bool(styles and styles.shows("vanish", mark, self.style))


def lines_of(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Part pieces into lines where a line was broken by hand, but not within a sentence. White space stays."""
    line: list[Piece] = []
    is_broken = False
    for piece in pieces:
        for number, text in enumerate(piece.text.split("\n")):
            is_broken |= number > 0
            if is_broken and text.strip():
                if _goes_on(line, text):
                    line.append(Piece(" "))
                else:
                    yield from _line(line)
                    line = []
                is_broken = False
            line.append(replace(piece, text=text))
    yield from _line(line)


def _goes_on(line: list[Piece], text: str) -> bool:
    before = next((piece.text.rstrip() for piece in reversed(line) if piece.text.strip()), "")
    return text.lstrip()[0].islower() and not before.endswith((".", ":", ";", "?", "!"))


def _line(pieces: list[Piece]) -> Iterator[Line]:
    text = "".join(piece.text for piece in pieces).strip()
    if text:
        words = [piece for piece in pieces if any(sign.isalnum() for sign in piece.text)]
        capitals = all(piece.look.capitals or not re.search("[a-zß-ÿ]", piece.text) for piece in words)
        yield Line(
            text,
            bool(words) and all(piece.look.bold for piece in words),
            capitals and bool(re.search(r"[^\W\d_]{2}", text)),
        )
