"""Paragraphs, tables and footnotes as the parts of a source: with kinds, levels and positions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from panelpapers.importing.numbers import split_bullet
from panelpapers.importing.parts import Cell, Kind, Part
from panelpapers.importing.pdf.footnotes import Footnote
from panelpapers.importing.pdf.joining import Block
from panelpapers.importing.pdf.lines import Line
from panelpapers.importing.pdf.paragraphs import Paragraph, Spelling
from panelpapers.importing.pdf.tables import Table

_BIG = 1.12  # of the size of most text: what is bigger is a heading
_LONGEST = 30  # words of a heading
_GOES_ON = re.compile(r"(?:[.,;:–—-]|\b(?:that|to|and|or|the|of))$", re.IGNORECASE)  # a sentence, or the start of one

_Look = tuple[float, bool]  # of a heading: its size, and whether it is in small letters too


@dataclass
class Writing:
    """Writes the parts of one file, with their positions, in the file's spelling."""

    spelling: Spelling
    body: float
    _position: Iterator[int] = field(default_factory=lambda: count(1))

    def parts(self, blocks: Sequence[Block], notes: Sequence[Footnote]) -> Iterator[Part]:
        """Write blocks in order, each with the footnotes that it calls for after it."""
        looks = {self._look(block) for block in blocks if isinstance(block, Paragraph)} - {None}
        ranked = sorted((look for look in looks if look), key=lambda look: (-look[0], look[1]))
        levels = {look: min(level, 9) for level, look in enumerate(ranked, start=1)}
        waiting = {(note.paragraph.lines[0].page, note.mark): note for note in notes}
        for block in blocks:
            paragraphs = [block] if isinstance(block, Paragraph) else block.paragraphs
            yield self._table(block) if isinstance(block, Table) else self._part(block, levels)
            for line in (line for paragraph in paragraphs for line in paragraph.lines):
                for mark in (mark for word in line.words for mark in word.calls):
                    if note := waiting.pop((line.page, mark), None):
                        yield self._note(note)
        for note in waiting.values():
            yield self._note(note)

    def running(self, line: Line) -> Part:
        """Write a line of a head or a foot."""
        return Part("paragraph", " ".join(line.text.split()), next(self._position), page=line.page)

    def _table(self, table: Table) -> Part:
        position = next(self._position)
        cells = tuple(
            Cell(
                cell.row,
                cell.column,
                tuple(self._part(paragraph, {}) for paragraph in cell.paragraphs),
                cell.rows,
                cell.columns,
            )
            for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column))
        )
        return Part("table", "", position, page=table.page, cells=cells)

    def _part(self, paragraph: Paragraph, levels: dict[_Look, int]) -> Part:
        look = self._look(paragraph) if levels else None
        kind: Kind = "heading" if look else "entry" if paragraph.bullet else "paragraph"
        text = self._text(paragraph.lines)
        if paragraph.bullet:
            text = split_bullet(text, is_apart=True)[1]
        number = " ".join(paragraph.number.split())
        return Part(
            kind,
            " ".join(text.removeprefix(number).split()),
            next(self._position),
            number,
            levels[look] if look else 0,
            paragraph.lines[0].page,
            _is_bold(paragraph),
        )

    def _note(self, note: Footnote) -> Part:
        page = note.paragraph.lines[0].page
        return Part("footnote", self._text(note.paragraph.lines), next(self._position), note.mark, page=page)

    def _text(self, lines: Sequence[Line]) -> str:
        """Join lines to a text with single blanks."""
        text = ""
        for line in lines:
            words = " ".join(line.text.split())
            text = self.spelling.join(text, words) if text else words
        return text

    def _look(self, paragraph: Paragraph) -> _Look | None:
        """How a paragraph is set if it is a heading: short, big or bold, and no sentence."""
        text = paragraph.lines[-1].text.strip()
        if paragraph.bullet or sum(len(line.words) for line in paragraph.lines) > _LONGEST:
            return None
        is_big = paragraph.size > _BIG * self.body
        if not is_big and (not _is_bold(paragraph) or _GOES_ON.search(text)):
            return None
        if not any(sign.isalpha() for sign in text):
            return None
        return round(paragraph.size), not "".join(line.text for line in paragraph.lines).isupper()


def _is_bold(paragraph: Paragraph) -> bool:
    """Whether all words of a paragraph are bold, its number aside."""
    words = paragraph.words[len(paragraph.number.split()) :]
    return bool(words) and all(word.bold for word in words)
