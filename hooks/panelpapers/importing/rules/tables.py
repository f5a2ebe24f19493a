"""Tables: which column holds what, and what a person must say before a column of figures becomes an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ...records.calendar import MONTHS
from ..pack import Pack, Stretch
from ..parts import Cell, Part
from ..said import cell_text, grid
from ..words import folded, words

_FIGURE: Final = re.compile(r"[-–−+(]{0,2}\s*[£$€]?\s*\d[\d,.\s]*(?:%|m|k|bn)?\s*\)?|[-–—]|n/[ak]|nil", re.IGNORECASE)
_PERIOD: Final = re.compile(
    rf"\b(?:(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\s+)?(?:19|20)\d\d(?:[/–-]\d{{2,4}})?\b|\bQ[1-4]\b|\bquarter \d\b"
    rf"|\b(?:{'|'.join(month[:3] for month in MONTHS)})\b"
)
_UNIT: Final = re.compile(
    r"[£$€]\s*(?:0{3}|m\b|k\b|bn\b)?|%|\bper\s+[\d,]+\b.*|\b(?:days|hours|minutes|people|number)\b"
)
_MOST: Final = 0.5
_HEADINGS: Final = 3
"""In which of the first rows of a table the headings may be."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to confirm before a column of figures becomes an indicator, with what the table suggests."""

    table: str
    column: str
    unit: str
    period: str

    @property
    def text(self) -> str:
        """The question in words, with what the headings suggest."""
        told = [f"The headings say: {', '.join(filter(None, (self.unit, self.period)))}."]
        table = f' of "{self.table}"' if self.table else ""
        asked = (
            f'"{self.column}"{table} has figures. Are they an indicator? Then say its unit, period and definition.'
        )
        return " ".join([asked, *(told if self.unit or self.period else [])])


def columns(table: Part, names: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """Say in which row the headings are, and which column holds what, by their words.

    `names` gives the list of words for each field. The first column that fits is taken, and each is taken once.
    """
    best: tuple[int, dict[str, int]] = (0, {})
    for at, row in enumerate(grid(table)[:_HEADINGS]):
        told = [folded(cell_text(cell)) for cell in row]
        found: dict[str, int] = {}
        for field, name in names.items():
            free = (place for place, text in enumerate(told) if place not in found.values())
            if (place := next((place for place in free if words(name).fullmatch(told[place])), None)) is not None:
                found[field] = place
        best = max(best, (at, found), key=lambda row: len(row[1]))
    return best


def tables_of(stretch: Stretch) -> Iterator[tuple[str, Part]]:
    """Give each table of a document with the line before it, which is its caption or leads up to it."""
    before = ""
    for part in stretch.parts:
        if part.kind == "table":
            yield before, part
        before = part.printed or before


def questions_of(pack: Pack) -> Iterator[Question]:
    """Ask of each column of figures in papers what would make it an indicator: nothing is drafted unasked."""
    for stretch in pack.of_kind("paper"):
        for caption, table in tables_of(stretch):
            yield from questions_on(table, caption)


def questions_on(table: Part, caption: str) -> Iterator[Question]:
    """Ask of each column of figures of a table; of none where it has no figures."""
    rows = grid(table)
    for at in range(1, len(rows[0]) if rows else 0):
        told = [text for row in rows[1:] if (text := cell_text(row[at]))]
        figures = [text for text in told if any(map(str.isdigit, text)) and _FIGURE.fullmatch(text)]
        if figures and len(figures) >= _MOST * len(told):
            heading = _heading(rows, at)
            unit = _UNIT.search(f"{heading} {figures[0]}")
            period = _PERIOD.search(heading) or _PERIOD.search(caption)
            yield Question(caption, heading, unit[0].strip() if unit else "", period[0] if period else "")


def _heading(rows: Sequence[Sequence[Cell | None]], at: int) -> str:
    """Give the heading of a column, with that which reaches over several."""
    over = next((cell for cell in reversed(rows[0][: at + 1]) if cell), None)
    has_two = len(rows) > 1 and any(cell and cell.columns > 1 for cell in rows[0])
    told = [over if over and over.column + over.columns > at else None, rows[1][at] if has_two else None]
    return " ".join(text for cell in told if (text := cell_text(cell)))
