"""Paragraphs, tables and footnotes as the parts of a source, with the levels of headings by size and boldness."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from panelpapers.importing import lines
from panelpapers.importing.parts import Cell, Part
from panelpapers.importing.pdf.footnotes import Footnote
from panelpapers.importing.pdf.layout import Block
from panelpapers.importing.pdf.lines import Line
from panelpapers.importing.pdf.paragraphs import Paragraph
from panelpapers.importing.pdf.spelling import Spelling
from panelpapers.importing.pdf.tables import Table
from panelpapers.importing.tables import add_table

_BIG = 1.12  # of the size of most text: what is bigger is a heading
_GOES_ON = re.compile(r"(?:[.,;:–—-]|\b(?:that|to|and|or|the|of))$", re.IGNORECASE)  # a sentence, or the start of one

_BARE = re.compile(r"(\d{1,4})\s+[A-Z]")

_Look = tuple[int, bool]  # of a heading: its size, and whether it is in capitals


@dataclass
class Writing:
    """Writes the parts of one file in the file's spelling; what is said again on each page becomes `running`."""

    spelling: Spelling
    body: float
    parts: list[Part] = field(default_factory=list)
    running: list[Part] = field(default_factory=list)
    _numbered: set[int] = field(default_factory=set)

    def write(self, blocks: Sequence[Block], notes: Iterable[Footnote]) -> None:
        """Write blocks in order, each with the footnotes that it calls for after it."""
        looks = {look for block in blocks if isinstance(block, Paragraph) and (look := self._look(block))}
        levels = {look: min(at, 9) for at, look in enumerate(sorted(looks, reverse=True), start=1)}
        self._numbered = _in_sequence(block for block in blocks if isinstance(block, Paragraph) and self._look(block))
        waiting = {(note.paragraph.lines[0].page, note.mark): note for note in notes}
        for block in blocks:
            if isinstance(block, Table):
                add_table(self.parts, self.running, self._table(block))
                self.running += self._all(block.repeated)
            else:
                look = self._look(block)
                self.parts += self._part(block, levels[look] if look else None)
            for line in (line for paragraph in block.paragraphs for line in paragraph.lines):
                for mark in (mark for word in line.words for mark in word.calls):
                    if note := waiting.pop((line.page, mark), None):
                        self.parts.append(self._note(note))
        self.parts += [self._note(note) for note in waiting.values()]

    def run(self, found: Iterable[Line]) -> None:
        """Write lines of heads and feet, and of contents."""
        self.running += [Part("paragraph", " ".join(line.text.split()), 0, page=line.page) for line in found]

    def _table(self, table: Table) -> Part:
        cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
        made = (Cell(cell.row, cell.column, self._all(cell.paragraphs), cell.rows, cell.columns) for cell in cells)
        return Part("table", "", 0, page=table.page, cells=tuple(made))

    def _all(self, paragraphs: Iterable[Paragraph]) -> tuple[Part, ...]:
        return tuple(part for paragraph in paragraphs for part in self._part(paragraph, None, in_cell=True))

    def _part(self, paragraph: Paragraph, level: int | None, in_cell: bool = False) -> list[Part]:
        text = self._text(paragraph.lines)
        if (bare := _BARE.match(text)) and level and int(bare[1]) in self._numbered:
            text = f"{bare[1]}\t{text[bare.end() - 1 :]}"
        bold = _is_bold(paragraph)
        line = lines.Line(text, bold, bold and text.isupper())
        part = lines.part_of(line, None, level, paragraph.lines[0].page, in_cell)
        return [part] if part else []

    def _note(self, note: Footnote) -> Part:
        text = " ".join(self._text(note.paragraph.lines).split())
        return Part("footnote", text, 0, note.mark, page=note.paragraph.lines[0].page)

    def _text(self, found: Sequence[Line]) -> str:
        """Join lines to a text, with a tab for each wide gap."""
        text = ""
        for before, line in zip([None, *found], found, strict=False):
            text = self.spelling.join(text, line.text, len(before.words) == 1) if before else line.text
        return text

    def _look(self, paragraph: Paragraph) -> _Look | None:
        """How a paragraph is set if it is a heading: big, or bold and no sentence."""
        text = paragraph.lines[-1].text.strip()
        is_plain = not _is_bold(paragraph) or _GOES_ON.search(text)
        if paragraph.bullet or (paragraph.size <= _BIG * self.body and is_plain):
            return None
        if not any(sign.isalpha() for sign in text):
            return None
        return round(paragraph.size), "".join(line.text for line in paragraph.lines).isupper()


def _is_bold(paragraph: Paragraph) -> bool:
    """Whether all words of a paragraph are bold, its number aside."""
    words = paragraph.words[len(paragraph.number.split()) :]
    return bool(words) and all(word.bold for word in words)


def _in_sequence(headings: Iterable[Paragraph]) -> set[int]:
    """Find the bare numbers before headings that are numbers of theirs: those that follow one another."""
    found = {int(bare[1]) for heading in headings if (bare := _BARE.match(heading.lines[0].text))}
    return {number for number in found if {number - 1, number + 1} & found}
