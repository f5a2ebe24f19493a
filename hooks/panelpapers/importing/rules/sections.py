"""The text of a report: sections, numbered paragraphs with what stands within them, tables, recommendations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..numerals import Numeral, follows, numeral
from ..printed_lines import HEADING, SHORT, Line
from ..said import Again, Block, Grid, Item, Passage, Said, Tree
from ..words import folded, in_each_language, words

_NOTHING: Final = Said(())
_DEEPEST: Final = 3
_ASKS: Final = re.compile(
    r"\b(?:is|are)\s+(?:therefore\s+)?(?:asked|recommended|invited|requested)\s+(?:to|that)\b", re.IGNORECASE
)
_SOUGHT: Final = re.compile(r"(?:\w+\s+)?recommendations?\b|recommended action|decisions? sought")
_RECOMMENDS: Final = re.compile(
    r"\brecommend(?:ed|s)?\s+that\b|^recommendations?\b|\brecommendation\s+is\s+that\b", re.IGNORECASE
)


@dataclass
class Paragraph:
    """A numbered paragraph, with the list, the table and the further lines within it."""

    number: Said
    blocks: list[Block]

    def tree(self) -> dict[str, Tree]:
        """Give its fields."""
        return {"number": self.number, "text": Passage(tuple(self.blocks))}


@dataclass
class Section:
    """A stretch of a report under a heading."""

    number: Said
    title: Said
    level: int
    begins_part: bool = False
    text: list[Block] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def last(self) -> list[Block]:
        """The text that a list, a table or a line without a number goes on with."""
        return self.paragraphs[-1].blocks if self.paragraphs else self.text

    def tree(self) -> dict[str, Tree]:
        """Give its fields."""
        level: dict[str, Tree] = {"level": self.level} if self.level > 1 else {}
        paragraphs: list[Tree] = [paragraph.tree() for paragraph in self.paragraphs]
        text = Passage(tuple(self.text))
        return {"number": self.number, "title": self.title, **level, "text": text, "paragraphs": paragraphs}


def sections_of(lines: Sequence[Line]) -> list[Section]:
    """Divide the text of a report. The first section has no title: it holds what stands before the first heading."""
    levels = _Levels(lines)
    are_paragraphs = _are_numbered(lines)
    found = [Section(_NOTHING, _NOTHING, 1)]
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        section = found[-1]
        if line.is_table:
            section.last.append(Grid(line.part))
        elif _is_heading(lines, at, after):
            found.append(Section(line.number, line.said, levels.of(line), _is_appended(line)))
        elif line.part.kind == "footnote":
            section.last.append(line.whole)
        elif _opens(line, section, are_paragraphs):
            section.paragraphs.append(Paragraph(line.number, [line.said]))
        elif line.is_entry:
            section.last.append(Item(line.number, line.said))
        else:
            section.last.append(line.whole)
    _mark_restarts(found)
    return found


def recommendations_in(sections: Sequence[Section]) -> list[Tree]:
    """Give what a report asks for: the list below "is asked to", or what stands under the heading Recommendation."""
    found: list[Tree] = []
    for section in sections:
        under = any(_SOUGHT.match(folded(title)) for title in in_each_language(section.title.text))
        found += _asked(_NOTHING, section.text, under)
        for paragraph in section.paragraphs:
            found += _asked(paragraph.number, paragraph.blocks, under)
    return found


def _asked(number: Said, blocks: Sequence[Block], under: bool) -> Iterator[Tree]:
    told = next((block for block in blocks if isinstance(block, Said)), None)
    entries = [block for block in blocks if isinstance(block, Item)]
    if told is None and not entries:
        return
    asks = bool(told and (_RECOMMENDS.search(told.text) or (told.text.endswith(":") and _ASKS.search(told.text))))
    if entries and (asks or under):
        for entry in entries:
            yield {"numeral": Again(entry.number), "text": Again(entry.said), "paragraph": Again(number)}
    elif told and (under or (asks and number)) and not told.text.endswith(":"):
        yield {"text": Again(told), "paragraph": Again(number)}


def _opens(line: Line, section: Section, are_paragraphs: bool) -> bool:
    """Whether a line is a paragraph with a number of its own: (1) is one too, where no words lead up to a list."""
    counted = line.counted
    if counted is None or not line.is_sub:
        return counted is not None and (are_paragraphs or _is_dotted(counted))
    if counted.form not in ("(d)", "d)"):
        return False
    if section.paragraphs:
        before = _counted(section.paragraphs[-1].number)
        return before is not None and follows(before, counted, 1)
    last = section.text[-1] if section.text else None
    return last is None or (isinstance(last, Said) and not last.text.endswith(":"))


def _is_heading(lines: Sequence[Line], at: int, after: Line | None) -> bool:
    line = lines[at]
    if (
        line.is_table
        or line.part.kind == "footnote"
        or not line.text
        or (line.is_sub and line.part.kind != "heading")
    ):
        return False
    if line.is_entry and not line.number:
        return False
    if not line.number:
        caption = after is not None and after.is_table and not _is_appended(line)
        return line.rank == HEADING and not caption
    if line.rank == HEADING or _heads_dotted(line, after):
        return True
    before = lines[at - 1] if at else None
    listed = any(_is_next(*pair) for pair in ((before, line), (line, after)))
    return line.rank == SHORT and not _is_dotted(line.counted) and not listed and not line.text.endswith(":")


def _heads_dotted(line: Line, after: Line | None) -> bool:
    """Whether the first paragraph under a number follows: 3.1 under 3."""
    above, below = line.counted, after.counted if after else None
    if not (above and below and below.counts == (*above.counts, 1)):
        return False
    return not _is_dotted(above) or line.rank > 0


def _is_next(before: Line | None, after: Line | None) -> bool:
    """Whether two short lines are neighbours in a list."""
    if not (before and after and before.rank and after.rank and before.counted and after.counted):
        return False
    return follows(before.counted, after.counted) and after.counted.counts[-1] - before.counted.counts[-1] == 1


def _is_dotted(counted: Numeral | None) -> bool:
    return bool(counted and len(counted.counts) > 1)


def _is_appended(line: Line) -> bool:
    return bool(words("appended").match(line.text)) and len(line.text.split()) <= 24


def _are_numbered(lines: Sequence[Line]) -> bool:
    """Whether whole numbers are those of paragraphs, and not of a list here and there."""
    text = [line for line in lines if line.rank < HEADING and not line.is_table and not line.is_sub]
    numbered = [line for line in text if line.number and not _is_dotted(line.counted)]
    plain = [line for line in text if not line.number and not line.is_entry]
    return len(numbered) >= len(plain)


class _Levels:
    """How headings of a report stand below one another: by their levels, else by the styles in which they come."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._levels = sorted({line.part.level for line in lines if line.part.kind == "heading" and line.part.level})
        self._styles: list[tuple[bool, bool]] = []

    def of(self, line: Line) -> int:
        """Give the level of a heading: 1 to 3."""
        if line.counted and (depth := len(line.counted.counts)):
            return min(depth, _DEEPEST)
        if line.part.kind == "heading" and line.part.level:
            return min(self._levels.index(line.part.level) + 1, _DEEPEST)
        style = (line.text.isupper(), line.part.bold)
        if style not in self._styles:
            self._styles.append(style)
        return min(self._styles.index(style) + 1, _DEEPEST)


def _mark_restarts(sections: Sequence[Section]) -> None:
    """Mark where numbers begin again without an appendix: at the nearest heading above that has no number."""
    last: Numeral | None = None
    for at, section in enumerate(sections):
        first = next((paragraph for paragraph in section.paragraphs), None)
        if first is None:
            continue
        line = _counted(first.number)
        if last and line and line.form == last.form and line.counts < last.counts and at > 1:
            start = at
            while (
                start > 1
                and (sections[start].number or not sections[start].title)
                and not sections[start - 1].paragraphs
            ):
                start -= 1
            above = sections[start - 1]
            sections[start].begins_part = not (above.begins_part and not above.paragraphs)
        last = _counted(section.paragraphs[-1].number) or last


def _counted(number: Said) -> Numeral | None:
    return numeral(number.text)
