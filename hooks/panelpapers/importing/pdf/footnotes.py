"""Footnotes: small lines at the foot of a page that begin with a mark which stands raised in the text above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from panelpapers.importing.pdf.lines import Line, lines_of
from panelpapers.importing.pdf.paragraphs import Paragraph
from panelpapers.importing.pdf.signs import Word

_MARK = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§]{1,3})\)?")
_SMALL = 0.95  # of the size of most text: a footnote is set no bigger


@dataclass(frozen=True)
class Footnote:
    """A footnote with its mark."""

    mark: str
    paragraph: Paragraph


def part_footnotes(words: Sequence[Word], page: int, body: float) -> tuple[list[Word], list[Footnote]]:
    """Part a page's footnotes from its words: the words left bear the marks of the notes that they call for."""
    lines = lines_of([word for word in words if not word.turn], page)
    raised = {id(word): word.text for line in lines for word in line.words[1:] if _is_raised(word, line)}
    at = len(lines)
    while at and lines[at - 1].size <= _SMALL * body:
        at -= 1
    called = set(raised.values())
    start = next((n for n in range(at, len(lines)) if _mark(lines[n]) in called), None)
    if start is None:
        return list(words), []
    notes: list[Footnote] = []
    for line in lines[start:]:
        if (mark := _mark(line)) in called and (len(line.words) > 1):
            notes.append(Footnote(mark, Paragraph([replace(line, words=line.words[1:])], mark)))
        else:
            notes[-1].paragraph.lines.append(line)
    below = {id(word) for line in lines[start:] for word in line.words}
    marks = {note.mark for note in notes}
    kept: list[Word] = []
    for word in words:
        if id(word) in below:
            continue
        if raised.get(id(word)) in marks and kept:
            kept[-1] = replace(kept[-1], x1=max(kept[-1].x1, word.x1), calls=(*kept[-1].calls, word.text))
        else:
            kept.append(word)
    return kept, notes


def _is_raised(word: Word, line: Line) -> bool:
    return word.size < 0.8 * line.size and word.middle < line.middle - 0.5 and bool(_MARK.fullmatch(word.text))


def _mark(line: Line) -> str:
    """Give the mark that a line begins with, or nothing."""
    return line.words[0].text if _MARK.fullmatch(line.words[0].text) else ""
