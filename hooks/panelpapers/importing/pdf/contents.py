"""The lines of a contents page: titles with the numbers of pages, under a heading that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from panelpapers.importing.pdf.layout import Block
from panelpapers.importing.pdf.paragraphs import Paragraph
from panelpapers.importing.pdf.tables import Table

_TITLE = re.compile(r"(?:table of )?contents(?: page)?|index|cynnwys|clàr-innse|índice", re.IGNORECASE)
_PAGES = r"(?:page\s*|p\.\s*)?[A-Z]?-?\d{1,4}(?:\s*(?:[-–]|to)\s*\d{1,4})?"
_ENTRY = re.compile(rf".*(?:\.{{3,}}|…|(?:\. ){{3,}}|_{{3,}}|\t)\s*{_PAGES}", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(rf"{_PAGES}|pages?(?: no\.?| number)?|", re.IGNORECASE)


def part_contents(blocks: Iterable[Block]) -> tuple[list[Block], list[Paragraph]]:
    """Part the lines of contents pages, and their headings, from blocks; an agenda with page numbers is none."""
    kept: list[Block] = []
    gone: list[Paragraph] = []
    waiting: list[Paragraph] = []  # the heading of contents, until an entry follows
    is_within = False
    for block in blocks:
        if isinstance(block, Paragraph) and _TITLE.fullmatch(_text(block).strip(" :\t")):
            kept += waiting
            waiting, is_within = [block], True
        elif is_within and _is_entry(block):
            gone += [*waiting, *block.paragraphs]
            waiting = []
        else:
            kept += [*waiting, block]
            waiting, is_within = [], False
    return [*kept, *waiting], gone


def _is_entry(block: Block) -> bool:
    if isinstance(block, Table):
        last = len(block.xs) - 2
        return all(
            _NUMBER.fullmatch(" ".join(map(_text, cell.paragraphs)).strip())
            for cell in block.cells
            if cell.column == last
        )
    return bool(_ENTRY.fullmatch(_text(block)))


def _text(paragraph: Paragraph) -> str:
    return " ".join(line.text for line in paragraph.lines)
