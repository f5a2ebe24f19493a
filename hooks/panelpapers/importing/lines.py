"""A line as a file gives it -> a part: heading, entry of a list, or paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .numbers import split_bullet, split_number
from .parts import Kind, Part

_LONGEST_HEADING = 25
"""Words. Some bodies number whole paragraphs by a style of headings."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a file says to stand before a line: a number (empty for a bullet) and how deep in its list it is."""

    number: str
    level: int
    is_bullet: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its text with tabs as they are, whether all of it is bold, and bold and in capitals."""

    text: str
    bold: bool = False
    capitals: bool = False


def part_of(line: Line, label: Label | None, outline: int | None, page: int | None, in_cell: bool) -> Part | None:
    """Make a part of a line: with the number that Word counted, else with the one that was typed before it.

    What has the level of a heading is one unless it is as long as a paragraph; so is a line in bold capitals, which
    says no level. In a cell such a line heads a column and no section.
    """
    is_bullet, text = (label.is_bullet, line.text) if label else _without_bullet(line.text)
    sign = "" if label or not is_bullet else line.text.strip()[:1]
    number, text = (label.number, text) if label and label.number else split_number(text)
    kind: Kind = "entry" if number or is_bullet else "paragraph"
    level = label.level if label else 0
    if outline is not None and len(text.split()) <= _LONGEST_HEADING:
        kind, level = "heading", outline
    elif not in_cell and line.bold and line.capitals and not is_bullet:
        kind, level = "heading", 0
    clean, tabs = _single_spaced(text)
    if not clean and not number:
        return None
    return Part(kind, clean, 0, number=number, level=level, page=page, bold=line.bold, tabs=tabs, sign=sign)


def _without_bullet(text: str) -> tuple[bool, str]:
    """Take a bullet from a text. A dash before words is one too, since here a paragraph surely begins."""
    is_bullet, rest = split_bullet(text)
    dash = None if is_bullet else re.match(r"[-–—*]\s{1,20}(?=.*[^\W\d_]{3})", text)
    return (True, text[dash.end() :]) if dash else (is_bullet, rest)


def _single_spaced(text: str) -> tuple[str, tuple[int, ...]]:
    """Make white space single, and say where a tab was."""
    columns = [" ".join(column.split()) for column in text.split("\t")]
    columns = [column for column in columns if column]
    tabs, place = [], -1
    for column in columns[:-1]:
        place += len(column) + 1
        tabs.append(place)
    return " ".join(columns), tuple(tabs)
