"""Cells of a sheet, one after the other, to the parts of a source; what is hidden is counted, and kept nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NoReturn

from ...records.attached import with_signs
from ..parts import Cell, Kind, Part, Source, Withheld
from ..unreadable import Unreadable

At = tuple[int, int]
"""A row and a column, both from 0."""
MOST_CELLS: Final = 200_000
"""Cells with something in them that a file may have: ten times what the longest return of a body needs."""

MOST_COLUMNS: Final = 2_000
"""Columns of a sheet: the months of a century, and more."""


@dataclass
class Sheets:
    """The sheets of a file while they are read."""

    name: str
    parts: list[Part] = field(default_factory=list)
    hidden: Counter[str] = field(default_factory=Counter)
    """Words that readers of the file do not see, by why."""
    cells: int = 0
    _position: int = 0

    def add(self, title: str, texts: Mapping[At, str], spans: Mapping[At, At] = MappingProxyType({})) -> None:
        """Add a sheet: its title, its texts by row and column from 0, and over how many merged cells reach."""
        last_row, last_column = (max((at[way] for at in texts), default=0) for way in (0, 1))
        if last_column >= MOST_COLUMNS and len({column for _, column in texts}) > MOST_COLUMNS:
            self._too_much(f"More than {MOST_COLUMNS:,} columns of a sheet hold something.")
        if title:
            self.parts.append(self._part("heading", title))
        cells = []
        for (row, column), text in sorted(texts.items()):
            rows, columns = spans.get((row, column), (1, 1))
            rows, columns = min(rows, last_row - row + 1), min(columns, last_column - column + 1)
            self.cells += rows * columns
            if self.cells > MOST_CELLS:
                self._too_much(f"More than {MOST_CELLS:,} cells of this file hold something.")
            lines = tuple(self._part("paragraph", line) for line in with_signs(text).split("\n"))
            cells.append(Cell(row, column, lines, rows, columns))
        self.parts.append(self._part("table", "", tuple(cells)))

    def _too_much(self, wrong: str) -> NoReturn:
        raise Unreadable(self.name, wrong, "Copy the rows and columns that you need into a file of their own.")

    def hide(self, text: str, why: str) -> None:
        """Count words that are hidden."""
        self.hidden[why] += len(text.split())

    def source(self) -> Source:
        """Give the file as it was read."""
        return Source(
            self.name, tuple(self.parts), withheld=tuple(Withheld(n, why) for why, n in self.hidden.items())
        )

    def _part(self, kind: Kind, text: str, cells: tuple[Cell, ...] = ()) -> Part:
        self._position += 1
        return Part(kind, " ".join(text.split()), self._position, cells=cells)
