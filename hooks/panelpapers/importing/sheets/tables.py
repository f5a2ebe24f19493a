"""A table by its headings: where they stand, what each column is, and the rows below; of documents and of sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final, Generic, TypeVar

from ..parts import Cell, Part

What = TypeVar("What")
_LOOKED_AT: Final = 40
"""Rows among which the headings are looked for."""
_DEEPEST: Final = 3
"""How many rows headings may have: 2025/26 above Q1 above Actual."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row below the headings: its cells by column, with what a merged cell holds in each that it reaches."""

    number: int
    cells: Mapping[int, Cell]

    def text(self, column: int) -> str:
        """Give what stands in a column; nothing where the cell is empty."""
        return self.cells[column].text.strip() if column in self.cells else ""


@dataclass(frozen=True, slots=True)
class Column(Generic[What]):
    """A column: its heading as printed, and what it is, where that is known."""

    heading: str
    what: What | None


@dataclass(frozen=True, slots=True)
class Table(Generic[What]):
    """A table whose headings are known. ``where`` is how people find it: ``scores.xlsx, sheet “Calls”``."""

    where: str
    columns: Mapping[int, Column[What]]
    rows: tuple[Row, ...]
    headings: tuple[Cell, ...] = field(default=(), repr=False)

    def each_once(self, name_of: Callable[[What], str]) -> Table[What]:
        """Give the table with each name known in one column alone, the first; ``name_of`` gives nothing for the rest.

        What stands in a second column of a name is in no record, and so is left over.
        """
        seen, columns = set[str](), dict(self.columns)
        for column, heading in columns.items():
            name = name_of(heading.what) if heading.what is not None else ""
            if name and name in seen:
                columns[column] = Column(heading.heading, None)
            seen.add(name)
        return replace(self, columns=columns)

    @property
    def used(self) -> Iterator[Cell]:
        """The cells of the headings that are known."""
        known = {column for column, heading in self.columns.items() if heading.what is not None}
        return (cell for cell in self.headings if known & {*range(cell.column, cell.column + cell.columns)})

    def cell(self, row: int, column: int) -> str:
        """Say where a cell is."""
        return f"{self.where}, cell {reference(row, column)}"


def read_table(part: Part, where: str, known: Callable[[str], What | None], least: int = 2) -> Table[What] | None:
    """Find the headings of a table by what ``known`` says of their words; ``None`` where it knows too few.

    Of all rows near the top, and of two or three together where a heading stands above others, those are taken in
    which most headings are known, each once; the first of them, and the fewest.
    """
    grid: dict[int, dict[int, Cell]] = {}
    for cell in part.cells:
        for row, column in product(
            range(cell.row, cell.row + cell.rows), range(cell.column, cell.column + cell.columns)
        ):
            grid.setdefault(row, {})[column] = cell
    numbers = sorted(grid)
    best: tuple[int, int, int] = (least - 1, 1, 0)
    found: dict[int, Column[What]] = {}
    for start, depth in product(range(min(len(numbers), _LOOKED_AT)), range(1, _DEEPEST + 1)):
        columns = _columns([grid[number] for number in numbers[start : start + depth]], known)
        score = len({column.what for column in columns.values()} - {None}), -depth, -start
        if start + depth <= len(numbers) and score > best:
            best, found = score, columns
    if not found:
        return None
    first, below = -best[2], -best[2] - best[1]
    texts = {column: heading.heading for column, heading in found.items()}
    every = sorted({column for row in grid.values() for column in row})
    found = {column: found.get(column, Column("", None)) for column in every}
    rows = (Row(number, grid[number]) for number in numbers[below:])
    headings = tuple(cell for number in numbers[first:below] for cell in grid[number].values())
    return Table(where, found, tuple(row for row in rows if not _again(row, texts)), headings)


def _columns(rows: list[dict[int, Cell]], known: Callable[[str], What | None]) -> dict[int, Column[What]]:
    columns = {}
    for column in sorted({column for row in rows for column in row}):
        words = dict.fromkeys(" ".join(row[column].text.split()) for row in rows if column in row)
        heading = " ".join(filter(None, words))
        what = next((what for words in _ways([*filter(None, words)]) if (what := known(words)) is not None), None)
        columns[column] = Column(heading, what)
    return columns


def _ways(words: list[str]) -> Iterator[str]:
    """Give the ways to say a heading in several rows: 2025/26 above Q1, Q1 above 2025/26, the last alone."""
    yield " ".join(words)
    if len(words) > 1:
        yield " ".join(reversed(words))
        yield words[-1]


def _again(row: Row, headings: Mapping[int, str]) -> bool:
    """Whether a row repeats the headings, as on the next page of a long table."""
    texts = {column: " ".join(cell.text.split()) for column, cell in row.cells.items()}
    return len(texts) > 1 and all(headings.get(column) == text for column, text in texts.items())


def reference(row: int, column: int) -> str:
    """Give the name of a cell as spreadsheets say it: C7 for the row 6 and the column 2, both from 0."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def plain_words(heading: str) -> str:
    """Give the words of a heading alone, in small letters, as names of fields are compared: ``source title``."""
    return " ".join(re.findall(r"[^\W_]+", heading.lower()))
