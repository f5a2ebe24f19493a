"""Lines joined to paragraphs: by what would still have fitted, by gaps, indents, numbers and changes of type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from panelpapers.importing.numbers import split_bullet, split_number
from panelpapers.importing.pdf.lines import Line
from panelpapers.importing.pdf.signs import Word

_ENDS = (".", ":", ";", "!", "?")


@dataclass
class Paragraph:
    """Lines that make one paragraph, with the number that stands before it."""

    lines: list[Line]
    number: str = ""
    bullet: bool = False
    text_x0: float = 0.0
    marks: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        """All its words, in order."""
        return [word for line in self.lines for word in line.words]

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size


@dataclass(frozen=True)
class Spelling:
    """The words that a file writes, to tell a hyphen of its own from one that a line's end asked for."""

    known: Counter[str]

    @classmethod
    def of(cls, words: Iterable[Word]) -> Spelling:
        """Learn the words of a file."""
        return cls(Counter(word.text.strip(".,;:()“”‘’'\"?!").casefold() for word in words))

    def join(self, before: str, after: str) -> str:
        """Join the end of a line to the beginning of the next."""
        if not re.search(r"\w-$", before):
            return f"{before} {after}"
        head = re.split(r"[\s(“‘]", before)[-1][:-1].casefold()
        tail = re.split(r"[\s.,;:)”’?!]", after)[0].casefold()
        is_split = after[:1].islower() and head.isalpha() and not self._keeps(head, tail)
        return (before[:-1] if is_split else before) + after

    def _keeps(self, head: str, tail: str) -> bool:
        if self.known[head + tail]:
            return False
        return bool(self.known[f"{head}-{tail}"] or head in _PREFIXES or (self.known[head] and self.known[tail]))


_PREFIXES = set(
    "non co re pre post anti multi cross self mid ex semi sub inter intra over under well long short part full high low"
    " first second third one two three four five six seven eight nine ten twenty thirty forty fifty on off up in by vice"
    " decision follow year month day".split()
)


class Setting:
    """How a file is set: the distance of lines that is usual for each size of type."""

    def __init__(self, columns: Iterable[Sequence[Line]]) -> None:
        found: dict[float, Counter[float]] = {}
        for lines in columns:
            for line, after in zip(lines, lines[1:], strict=False):
                if abs(line.size - after.size) < 0.5 and (ratio := (after.middle - line.middle) / line.size) < 2.5:
                    found.setdefault(round(line.size), Counter())[round(ratio * 20) / 20] += 1
        self._leading = {size: ratios.most_common(1)[0][0] for size, ratios in found.items()}

    def leading(self, size: float) -> float:
        """The distance from line to line that is usual for this size."""
        return min(self._leading.get(round(size), 1.2), 1.9) * size


def paragraphs(lines: Sequence[Line], left: float, right: float, setting: Setting) -> list[Paragraph]:
    """Join lines of one column, that reaches from `left` to `right`, to paragraphs."""
    made: list[Paragraph] = []
    for line in lines:
        opened = _opened(line)
        if made and not _begins(made[-1], opened, line, (left, right), setting):
            made[-1].lines.append(line)
        else:
            made.append(opened)
    return made


def _opened(line: Line) -> Paragraph:
    """The paragraph that a line would open."""
    bullet, rest = split_bullet(line.text)
    number = "" if bullet else split_number(line.text)[0]
    signs = len("".join(line.text.split())) - len("".join(rest.split())) if bullet else len("".join(number.split()))
    text_x0 = line.x0
    for word in line.words:
        text_x0 = word.x0
        if signs <= 0:
            break
        signs -= len(word.text)
    return Paragraph([line], number, bullet, text_x0)


def _begins(before: Paragraph, opened: Paragraph, line: Line, edges: tuple[float, float], setting: Setting) -> bool:
    """Whether a line begins a paragraph, and does not go on with the one before."""
    last = before.lines[-1]
    distance = line.middle - last.middle
    usual = setting.leading(last.size)
    if len(before.lines) > 1:
        usual = min(usual, last.middle - before.lines[-2].middle)
    if abs(line.size - last.size) > 0.15 * last.size or distance > 1.25 * usual or distance < 0:
        return True
    if opened.bullet or (opened.number and _is_set_as_number(before, opened, line)):
        return True
    return _changes_place(before, line, edges) or _would_fit(last, line, edges) or _changes_type(last, line)


def _is_set_as_number(before: Paragraph, opened: Paragraph, line: Line) -> bool:
    """Whether a number stands where numbers stand, and not by chance at the beginning of a line within a text."""
    if abs(line.x0 - before.text_x0) > 2 or before.lines[-1].text.rstrip().endswith(_ENDS):
        return True
    return opened.text_x0 - line.x0 > 1.2 * line.size or bool(before.number) and before.text_x0 == before.lines[0].x0


def _is_centred(line: Line, edges: tuple[float, float]) -> bool:
    left, right = edges
    return line.x0 - left > 8 and abs((line.x0 - left) - (right - line.x1)) < 6


def _changes_place(before: Paragraph, line: Line, edges: tuple[float, float]) -> bool:
    """Whether a line begins elsewhere than a next line of the paragraph would."""
    last = before.lines[-1]
    if _is_centred(line, edges) and (_is_centred(last, edges) or last.x1 - last.x0 > 0.9 * (edges[1] - edges[0])):
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


def _would_fit(last: Line, line: Line, edges: tuple[float, float]) -> bool:
    """Whether the first word of a line had room at the end of the line before: then the break was meant."""
    left, right = edges
    word = line.words[0]
    length = word.x1 - word.x0
    if "-" in word.text[1:-1]:
        length *= (word.text.index("-", 1) + 1) / len(word.text)
    room = right - last.x1
    if _is_centred(last, edges):
        room = (right - left) - (last.x1 - last.x0)
    return length + 0.25 * last.size < room - 0.5


def _changes_type(last: Line, line: Line) -> bool:
    """Whether a line is set in another type than the end of the line before, and reads as a beginning."""
    end, start = last.words[-1], line.words[0]
    differs = (end.bold, end.italic) != (start.bold, start.italic)
    return differs and start.text[:1].isupper()


def text_of(paragraph: Paragraph, spelling: Spelling) -> str:
    """The text of a paragraph as printed, number and all, with single blanks; the sign of a list is left out."""
    text = ""
    for line in paragraph.lines:
        words = " ".join(line.text.split())
        text = spelling.join(text, words) if text else words
    return " ".join(split_bullet(text)[1].split()) if paragraph.bullet else text
