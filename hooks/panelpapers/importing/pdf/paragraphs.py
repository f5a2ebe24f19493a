"""Lines joined to paragraphs: by what would still have fitted, by gaps, indents, numbers and changes of type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from panelpapers.importing.numbers import split_bullet, split_number
from panelpapers.importing.pdf.columns import Run
from panelpapers.importing.pdf.lines import Line
from panelpapers.importing.pdf.signs import Word
from panelpapers.importing.pdf.spelling import parts_day

Edges = tuple[float, float]  # where the lines of a column begin and end
_ITEM = re.compile(r"(?:agenda\s+)?item\s+\d{1,3}[a-z]?\s*[:–-]\s", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.{4,}+|…{2,}+|(?:\. ){4,}+|_{4,}+)\s*+\S{1,9}$")  # dots that lead to a number of a page
_ENDS = (".", ":", ";", "!", "?")


@dataclass
class Paragraph:
    """Lines that make one paragraph, with the number that stands before it."""

    lines: list[Line]
    number: str = ""
    bullet: bool = False
    text_x0: float = 0.0
    edges: Edges = (0.0, 0.0)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Give it as a table gives its own."""
        return [self]

    @property
    def words(self) -> list[Word]:
        """All its words, in order."""
        return [word for line in self.lines for word in line.words]

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size


class Setting:
    """How a file is set: the distance of lines that is usual for each size of type, and where its lines end."""

    def __init__(self, pages: Iterable[tuple[float, Sequence[Line]]]) -> None:
        """Learn it of the lines of all pages, each page with its width."""
        self.known: dict[str, Run] = {}  # of each page that was read: the tables without rules, by their first lines
        self.columns: tuple[float, ...] = ()  # the edges of the columns of text that the page before ended with
        leading: dict[float, Counter[float]] = {}
        within: dict[float, Counter[float]] = {}  # from a line to one that begins small: surely of one paragraph
        self._starts: dict[float, float] = {}
        self._ends: dict[float, float] = {}
        for width, lines in pages:
            for at, line in enumerate(lines):
                below = (next_line for next_line in lines[at + 1 : at + 4] if _overlap(line, next_line))
                after = next(below, line)
                ratio = (after.middle - line.middle) / line.size
                if abs(line.size - after.size) < 0.5 and 0 < ratio < 2.5:
                    for known in (leading, within) if after.text[:1].islower() else (leading,):
                        known.setdefault(round(line.size), Counter())[round(ratio * 20) / 20] += 1
            end = _last_end(lines)
            if end and _is_sure(end, lines):
                self._ends[round(width)] = max(self._ends.get(round(width), 0), end)
                self._starts[round(width)] = min(self._starts.get(round(width), width), *(line.x0 for line in lines))
        sure = {size: ratios for size, ratios in within.items() if ratios.total() > 1}
        self._leading = {size: ratios.most_common(1)[0][0] for size, ratios in (leading | sure).items()}

    def leading(self, size: float) -> float:
        """Give the distance from line to line that is usual for this size."""
        return min(self._leading.get(round(size), 1.2), 1.9) * size

    def edges(self, width: float, lines: Sequence[Line]) -> Edges:
        """Where the lines of a page of this width begin and end: as its own show, or else as those of other pages."""
        start, end = min((line.x0 for line in lines), default=0.0), _last_end(lines)
        if not _is_sure(end, lines):
            end = max(end, self._ends.get(round(width), 0))
            start = min(start, self._starts.get(round(width), start))
        return start, end


def _overlap(line: Line, other: Line) -> bool:
    return line.x0 < other.x1 and other.x0 < line.x1


def _last_end(lines: Sequence[Line]) -> float:
    """Where the longest line of text ends that is no row of several pieces."""
    return max((line.x1 for line in lines if "\t" not in line.text.split("\t", 1)[-1]), default=0.0)


def _is_sure(end: float, lines: Sequence[Line]) -> bool:
    return sum(end - 3 * line.size < line.x1 <= end for line in lines) > 3


def paragraphs(lines: Sequence[Line], edges: Edges, setting: Setting) -> list[Paragraph]:
    """Join lines of one column to paragraphs."""
    made: list[Paragraph] = []
    for line, after in zip_longest(lines, lines[1:]):
        opened = _opened(line, edges)
        is_indented = bool(made) and after is not None and _is_indented(made[-1], line, after, edges)
        if made and not is_indented and not _begins(made[-1], opened, line, edges, setting):
            made[-1].lines.append(line)
        else:
            made.append(opened)
    return made


def _is_indented(before: Paragraph, line: Line, after: Line, edges: Edges) -> bool:
    """Whether a line begins further in than the text that it runs on in, as the single line before it does."""
    return (
        not before.number
        and len(before.lines) == 1
        and not reads_on(before.lines[0], line)
        and abs(line.x0 - before.lines[0].x0) < 2
        and line.size < line.x0 - after.x0 < 5 * line.size
        and not split_number(after.text)[0]
        and not would_fit(line, after, edges)
    )


def _opened(line: Line, edges: Edges) -> Paragraph:
    """Make the paragraph that a line would open."""
    bullet, rest = split_bullet(line.text)
    number = "" if bullet else split_number(line.text)[0]
    signs = len("".join(line.text.split())) - len("".join(rest.split())) if bullet else len("".join(number.split()))
    text_x0 = line.x0
    for word in line.words:
        text_x0 = word.x0 + (word.x1 - word.x0) * min(signs / len(word.text), 1)
        signs -= len(word.text)
        if signs < 0:
            break
    return Paragraph([line], number, bullet, text_x0, edges)


def _begins(before: Paragraph, opened: Paragraph, line: Line, edges: Edges, setting: Setting) -> bool:
    """Whether a line begins a paragraph, and does not go on with the one before."""
    last = before.lines[-1]
    distance = line.middle - last.middle
    most = 1.2 * setting.leading(last.size)
    if len(before.lines) > 1:
        most = min(most, 1.12 * (last.middle - before.lines[-2].middle))
    if abs(line.size - last.size) > 0.15 * last.size or distance > most or distance < 0:
        return True
    if parts_day(last.text, line.text):
        return False  # a day that goes on
    if opened.bullet or _ITEM.match(line.text) or (opened.number and _is_set_as_number(before, opened, line, edges)):
        return True
    if _LEADER.search(last.text):
        return True
    if reads_on(last, line):
        return False
    return _changes_place(before, line, edges) or would_fit(last, line, edges) or _changes_type(last, line)


def reads_on(last: Line, line: Line) -> bool:
    """Whether a line can only be a middle: it begins small, and the line above ends no sentence and no clause."""
    return line.text[:1].islower() and not last.text.rstrip().endswith(_ENDS)


def _is_set_as_number(before: Paragraph, opened: Paragraph, line: Line, edges: Edges) -> bool:
    """Whether a number stands where numbers stand, and not by chance at the beginning of a line within a text."""
    last = before.lines[-1]
    if abs(line.x0 - before.text_x0) > 2 or (last.text.rstrip().endswith(_ENDS) and would_fit(last, line, edges)):
        return True
    return line.text[len(opened.number) :].startswith("\t") or (
        bool(before.number) and before.text_x0 == before.lines[0].x0
    )


def _is_even(line: Line, edges: Edges) -> bool:
    """Whether a line leaves as much room before it as after it."""
    return abs((line.x0 - edges[0]) - (edges[1] - line.x1)) < 6


def _is_centred(line: Line, edges: Edges) -> bool:
    return line.x0 - edges[0] > 8 and _is_even(line, edges)


def _changes_place(before: Paragraph, line: Line, edges: Edges) -> bool:
    """Whether a line begins elsewhere than a next line of the paragraph would."""
    last = before.lines[-1]
    if _is_centred(line, edges) and all(_is_even(earlier, edges) for earlier in before.lines):
        return False
    if len(before.lines) > 1:
        return abs(line.x0 - last.x0) > 3
    if before.number or before.bullet:
        return min(abs(line.x0 - before.text_x0), abs(line.x0 - last.x0)) > 6
    return line.x0 - last.x0 > 3 and not _is_label(before, line)


def _is_label(before: Paragraph, line: Line) -> bool:
    """Whether a line goes on under the text of a label, as in "MOTION:" and a text that is set in."""
    starts = [word.x0 for word, blank in zip(before.words, before.words[1:], strict=False) if blank.x0 - word.x1 > 6]
    return bool(starts) and any(abs(line.x0 - word.x0) < 3 for word in before.words[1:4])


def would_fit(last: Line, line: Line, edges: Edges) -> bool:
    """Whether the first word of a line had room at the end of the line before: then the break was meant."""
    left, right = edges
    room = right - last.x1
    if _is_centred(last, edges) and _is_centred(line, edges) and abs(last.x0 - line.x0) > 2:
        room = (right - left) - (last.x1 - last.x0)
    return _first_length(line) + 0.25 * last.size < room - 0.5


def _first_length(line: Line) -> float:
    """Measure a line's first word, as far as a line can break in it."""
    word = line.words[0]
    if "-" in word.text[1:-1]:
        return (word.x1 - word.x0) * (word.text.index("-", 1) + 1) / len(word.text)
    for after in line.words[1:]:
        if not after.glued:
            break
        word = after
    return word.x1 - line.x0


def _changes_type(last: Line, line: Line) -> bool:
    """Whether a line is set in another type than the end of the line before, and reads as a beginning."""
    end, start = last.words[-1], line.words[0]
    differs = (end.bold, end.italic) != (start.bold, start.italic) or abs(last.size - line.size) > 0.06 * last.size
    return differs and start.text[:1].isupper()
