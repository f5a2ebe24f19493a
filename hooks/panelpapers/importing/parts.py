"""What a clerk's file holds, in the order of reading: the one list that every kind of file becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal["heading", "paragraph", "entry", "footnote", "table"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: where it begins, how far it reaches, and what stands in it.

    `row` and `column` count from 0 in the whole table, after its parts on several pages are joined. A merged cell
    stands once, at its upper left corner.
    """

    row: int
    column: int
    parts: tuple[Part, ...]
    rows: int = 1
    columns: int = 1

    @property
    def text(self) -> str:
        """The words of the cell as printed, numbers of lists included, with a line for each paragraph."""
        return "\n".join(leaf.printed for part in self.parts for leaf in part.leaves())


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, a paragraph, an entry of a list, a footnote, or a table of such.

    `number` is what a reader sees before the text ("2.1", "(a)", "iv.", "A-1"), whether it was typed or counted by
    Word; it is empty where there is none, and it does not stand in `text`. White space in `text` is single. `level`
    is that of a heading (1 to 9; 0 where the file does not say) or how far an entry is set in. `page` counts from 1,
    and is None where a file has no pages. `position` counts all parts, those in cells too, in the order of reading.
    `opens_page` says that somebody began a page with it, in a file that counts no pages.
    `tabs` are the places in `text` where a tab stands in the file: lists of people are often set out by tabs. `sign`
    is that of a list, where it was typed before the text and taken from it: in some lists a star means something.
    """

    kind: Kind
    text: str
    position: int
    number: str = ""
    level: int = 0
    page: int | None = None
    bold: bool = False
    cells: tuple[Cell, ...] = ()
    tabs: tuple[int, ...] = ()
    opens_page: bool = False
    sign: str = ""

    @property
    def printed(self) -> str:
        """The text with its number before it, as a reader sees it; of a table nothing."""
        return f"{self.number} {self.text}".strip()

    @property
    def columns(self) -> tuple[str, ...]:
        """The text parted where it has tabs."""
        starts, ends = (0, *(tab + 1 for tab in self.tabs)), (*self.tabs, len(self.text))
        return tuple(self.text[start:end] for start, end in zip(starts, ends, strict=True))

    def leaves(self) -> Iterator[Part]:
        """Give the part itself, or of a table each part in its cells, row by row."""
        if self.kind != "table":
            yield self
        for cell in self.cells:
            for part in cell.parts:
                yield from part.leaves()


def in_order(parts: Iterable[Part], positions: Iterator[int]) -> Iterator[Part]:
    """Give the parts, those in cells too, their positions in the order of reading, from a counter of positions."""
    for part in parts:
        position = next(positions)
        cells = (replace(cell, parts=tuple(in_order(cell.parts, positions))) for cell in part.cells)
        yield replace(part, position=position, cells=tuple(cells))


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words that no draft and no report may show: how many, on which page, and why, in words for the clerk."""

    words: int
    why: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it is read: what readers see, in order, what they do not see, and what stands on every page.

    `running` are the heads and feet of pages and the lines of a contents page: they belong in no record.
    """

    name: str
    parts: tuple[Part, ...]
    running: tuple[Part, ...] = ()
    withheld: tuple[Withheld, ...] = field(default=())

    def leaves(self) -> Iterator[Part]:
        """Each part that holds words, those in the cells of tables included, in the order of reading."""
        for part in self.parts:
            yield from part.leaves()
