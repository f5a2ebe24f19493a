"""Headings within a minute, with what was asked and answered below each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from ..printed_lines import HEADING, SHORT, Line
from ..said import Block, Passage, Said, Tree

_THEME_WORDS: Final = 9
_TELLS: Final = re.compile(
    r"\b(?:was|were|is|are|had|asked|raised|made|said|noted|heard|following|points?|questions?|included?)\b",
    re.IGNORECASE,
)


@dataclass
class Theme:
    """A heading within a minute, with what was asked and answered below it."""

    title: Said
    of_entries: bool
    exchanges: list[list[Block]] = field(default_factory=list)

    def tree(self) -> dict[str, Tree]:
        """Give its fields."""
        return {"title": self.title, "exchanges": [{"asked": Passage(tuple(blocks))} for blocks in self.exchanges]}


def is_theme(line: Line, after: Line | None) -> bool:
    """Whether a line is the heading of some questions and answers within a minute."""
    if line.number or line.is_entry or after is None or not line.text:
        return False
    length = len(line.text.split())
    if line.rank == HEADING:
        return not line.text.endswith(".")
    if ". " in line.text:
        return False
    is_short = length <= _THEME_WORDS and not _TELLS.search(line.text)
    return is_short and (line.text.endswith(":") or (line.rank == SHORT and after.is_entry))
