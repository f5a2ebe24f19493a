"""The top of a report: its title, and the labels of its cover sheet with what stands beside each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from ..days import days_in
from ..printed_lines import Line, line_of
from ..said import Again, Lead, Named, Read, Said, Tree, cell_text, grid, said_of
from ..words import fits, folded, words
from .names import names_in

_NAMES: Final = ("title", "item", "by", "author", "day", "number", "asked", "appendices", "contact")
NEAR: Final = 14
"""Within how many lines from the top of a report its cover sheet stands."""
_GENERIC: Final = re.compile(
    r"(?:staff |officer |committee |cover |covering |board )?"
    r"(?:report|paper|cover sheet|briefing note|memorandum|memo)",
    re.IGNORECASE,
)
_LABEL_WORDS: Final = 8
_AFTER_NAMES: Final = re.compile(r"\s*(?:[,(:\d]|\s-\s|–)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a cover sheet: which field it fills (or none), its words, and those beside it."""

    fills: str
    label: Said
    value: Said


@dataclass
class Cover:
    """The top of a report, and how many of its lines it takes."""

    titles: list[Said] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    size: int = 0

    def of(self, fills: str) -> list[Said]:
        """Give what the labels for one field have beside them."""
        return [label.value for label in self.labels if label.fills == fills and label.value]


def cover_of(lines: Sequence[Line]) -> Cover:
    """Read the top of a report."""
    cover = Cover()
    while cover.size < min(len(lines), NEAR):
        line = lines[cover.size]
        found = list(labels_in(line))
        if any(label.fills == "asked" and not label.value for label in found) or _heads_asked(lines, cover.size):
            break  # what is asked stands below, as a part of the text
        if found:
            cover.labels += found
        elif all(label.fills in ("day", "item") for label in cover.labels) and _is_title(lines, cover.size):
            cover.titles.append(line.said)
        elif cover.labels and _is_rest(lines, cover.size):
            cover.labels[-1] = replace(cover.labels[-1], value=cover.labels[-1].value + line.said)
        else:
            break
        cover.size += 1
    return cover


def title_of(cover: Cover, known: Collection[str]) -> tuple[Said, list[Said]]:
    """Give the title of a report, and what else stands above it: the name of the body, or the word report.

    `known` are lines of the front sheet, in the form in which they are compared: the name of the body is one.
    """
    if told := cover.of("title"):
        return told[0], cover.titles
    real = [
        said for said in cover.titles if not _GENERIC.fullmatch(folded(said.text)) and folded(said.text) not in known
    ]
    if not real:
        return cover.titles[0] if cover.titles else Said(()), []
    real = [said for said in real if not (any(days_in(said.text)) and _begins_with_body(said, known))] or real
    title = next((said for said in real if "appendix" not in said.text.lower()), real[0])
    return title, [said for said in cover.titles if said is not title]


def _begins_with_body(said: Said, known: Collection[str]) -> bool:
    """Whether a line is the name of the body, with the day of its meeting behind it."""
    return any(folded(said.text).startswith(f"{name} ") for name in known if name)


def cover_fields(cover: Cover, month_first: bool) -> dict[str, Tree]:
    """Give what a cover sheet says of a report, in the fields of a paper."""
    fields: dict[str, Tree] = {}
    if number := cover.of("number"):
        fields["report_number"] = number[0]
    if by := cover.of("by"):
        fields["report_of"] = by[0]
    authors = [said for said in cover.of("author")[:1] if not _is_office(said)]
    for said in cover.of("author")[:1]:
        if _is_office(said) and "report_of" not in fields:
            fields["report_of"] = said
    fields["authors"] = [Named(name, placed=not _more(said)) for said in authors for name in _people(said)]
    for said in cover.of("day"):
        if "dated" not in fields and (day := next(days_in(said.text, month_first=month_first), None)):
            fields["dated"] = Read(said.split(day.start, day.end), day.value)
    return fields


def asked_in(cover: Cover) -> Iterator[dict[str, Tree]]:
    """Give what a cover sheet asks for; its words are placed in the text."""
    for label in cover.labels:
        if label.fills == "asked":
            for line in (line_of(cut.part) for cut in label.value.cuts):
                yield {"numeral": Again(line.number), "text": Again(line.said)}


def other_labels(cover: Cover) -> Iterator[Said]:
    """Give what of a cover sheet has no field, each label with what stands beside it: of authors, what they are."""
    for label in cover.labels:
        if label.fills in ("", "asked", "appendices", "contact") or (label.fills == "author" and _more(label.value)):
            yield label.label + label.value


def labels_placed(cover: Cover) -> Iterator[Lead]:
    """Give the labels whose values are in fields, and what stands around a day: the name of the body."""
    for label in cover.labels:
        if label.fills in ("title", "item", "by", "number", "day") or (
            label.fills == "author" and not _more(label.value)
        ):
            yield Lead(label.label, label.fills)
        if label.fills in ("item", "day"):
            yield Lead(label.value, label.fills)


def labels_in(line: Line) -> Iterator[Label]:
    """Give the labels that stand in a line, or in a table that is a cover sheet, with what stands beside each."""
    if line.is_table:
        for row in grid(line.part) if _is_cover(line) else ():
            cells = [cell for cell in row if cell]
            for cell, beside in pairwise([*cells, None]):
                fills = _fills(cell_text(cell))
                if fills is not None and beside and _fills(cell_text(beside)) is None:
                    yield Label(fills, said_of(cell), said_of(beside))
                elif cell_text(cell):
                    yield from _in_line(said_of(cell))
    elif (day := next(days_in(line.text), None)) and (day.start, day.end) == (0, len(line.text)):
        yield Label("day", Said(()), line.said)
    elif item := re.fullmatch(r"(?:agenda\s+)?item\s+(?:no\.?\s+)?(\w{1,4})\.?", line.text, re.IGNORECASE):
        yield Label("item", line.said.split(0, item.start(1)), line.said.split(*item.span(1)))
    elif not line.number:
        yield from _in_line(line.said)


def _is_cover(line: Line) -> bool:
    """Whether a table is one of labels: they begin several rows, or have colons."""
    begins = [cell for cell in line.part.cells if cell.column == 0 and _fills(cell_text(cell)) is not None]
    marked = [cell for cell in line.part.cells if ":" in cell_text(cell) and any(_in_line(said_of(cell)))]
    return len(begins) > 1 or bool(marked)


def _in_line(said: Said) -> Iterator[Label]:
    """Read labels with colons in a line, one or several: `AGENDA NO: A-2 MEETING DATE: March 5, 2024`."""
    text = said.text
    starts = [
        (mark.start(), mark.end(), fills)
        for mark in re.finditer(r"(?:(?<=^)|(?<=\s))[^\W\d_][^:\d]{1,60}?:\s*", text)
        if (fills := _fills(mark[0])) is not None
    ]
    if not starts or starts[0][0] != 0:
        found = words("report of").match(text)
        if found and len(text.split()) <= 2 * _LABEL_WORDS and text[-1] != ".":
            yield Label("by", said.split(0, found.end()), said.split(found.end()))
        return
    for (start, end, fills), (after, _, _) in pairwise([*starts, (len(text), 0, "")]):
        yield Label(fills, said.split(start, end), said.split(end, len(text[:after].rstrip())))


def _fills(text: str) -> str | None:
    """Say which field a label fills; nothing for a label of none, None for what is no label."""
    for name in _NAMES:
        if fits(f"paper {name}", text):
            return name
    return "" if fits("cover labels", text) else None


def _people(said: Said) -> Iterator[Said]:
    """Give the names of authors, without what they are and how to reach them."""
    more = _AFTER_NAMES.search(said.text)
    yield from names_in(said.split(0, more.start() if more else None))


def _is_office(said: Said) -> bool:
    """Whether an author is named by an office alone: Head of Customer Services."""
    return bool(words("offices").fullmatch(folded(said.text)))


def _more(said: Said) -> bool:
    """Whether more than names stands beside the label for authors."""
    return bool(_AFTER_NAMES.search(said.text))


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is one of the titles at the top, and no heading over text already."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    of_item = at == 0 and after is not None and any(labels_in(after))  # 5.1 Budget review, above a cover sheet
    if not of_item and (line.number or line.is_entry):
        return False
    if line.is_table or not line.text or line.text[-1] in ".;:":
        return False
    plain = after is not None and not after.is_table and not after.number and after.rank == 0
    is_body = plain and not any(labels_in(lines[at + 1]))
    return at == 0 or (line.rank > 0 and not is_body)


def _heads_asked(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the heading of what is asked: Recommendations."""
    return at > 0 and lines[at].rank > 0 and not lines[at].is_table and _fills(lines[at].text) == "asked"


def _is_rest(lines: Sequence[Line], at: int) -> bool:
    """Whether a line goes on with what stands beside a label: another label follows it at once."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    return after is not None and not line.number and not (line.is_table or after.is_table) and any(labels_in(after))
