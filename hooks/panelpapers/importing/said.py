"""Words of a source on their way into a draft: where they stand, and how the groups they are in are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..records.names import as_slug
from ..writing.lines import Value
from .account import Account
from .pack import Pack
from .parts import Cell, Part
from .roll import bare

LONGEST: Final = 60
"""How many letters of a title or a name become an id."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters `start` to `end` of `part.printed`."""

    part: Part
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.part.printed[self.start : self.end]

    def within(self, start: int, end: int | None = None) -> Cut:
        """Give a stretch of this one, counted from its beginning."""
        last = self.end if end is None else self.start + end
        return Cut(self.part, self.start + start, last)


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are to be written into a field, and so placed: of one part, or of several that a page split."""

    cuts: tuple[Cut, ...]

    @property
    def text(self) -> str:
        """The words, with one blank between those of two parts."""
        return " ".join(cut.text.strip() for cut in self.cuts if cut.text.strip())

    def __bool__(self) -> bool:
        return bool(self.text)

    def __add__(self, more: Said) -> Said:
        return Said(self.cuts + more.cuts)

    def split(self, start: int, end: int | None = None) -> Said:
        """Give the words from `start` to `end` of `text`."""
        found, at, end = [], 0, len(self.text) if end is None else end
        for cut in self.cuts:
            bare_text = cut.text.strip()
            if not bare_text:
                continue
            lead = len(cut.text) - len(cut.text.lstrip())
            first, last = max(start - at, 0), min(end - at, len(bare_text))
            if first < last:
                found.append(cut.within(lead + first, lead + last))
            at += len(bare_text) + 1
        return Said(tuple(found))


def all_of(part: Part) -> Said:
    """Everything that is printed of a part."""
    return Said((Cut(part, 0, len(part.printed)),))


NO_WORDS: Final = Said(())


@dataclass(frozen=True, slots=True)
class Again:
    """Words that are written once more, where another field has placed them."""

    said: Said


@dataclass(frozen=True, slots=True)
class Read:
    """Words that are written in another form: "5 P.M." as 17:00, "for approval" as approve."""

    said: Said
    value: str | int


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a person, who is written by id; `placed` says whether the name stands in no other field."""

    said: Said
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """Words that say what follows, such as RESOLVED: they are placed in the field that they announce, unwritten."""

    said: Said
    announces: str


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list within a passage, with its number as printed."""

    number: Said
    said: Said


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line of a passage that says in a word what stands behind it: `Owner: the Clerk`."""

    label: str
    said: Said


@dataclass(frozen=True, slots=True)
class Grid:
    """A table within a passage."""

    part: Part


Block = Said | Item | Labelled | Grid
"""What a passage is made of."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of several paragraphs, lists and tables."""

    blocks: tuple[Block, ...]


Tree = Said | Again | Read | Named | Lead | Passage | str | int | bool | Sequence["Tree"] | Mapping[str, "Tree"]
"""A draft before it is written: its words still know where they stand in the source."""


def person_id(name: str, pack: Pack) -> str:
    """Give the id of a person of whom the pack says this name: that of the roll, or one made of the name."""
    wanted = as_slug(bare(name))[:LONGEST].strip("-")
    known = pack.people.find(name)
    return known or (pack.people.add(name, wanted) if wanted and len(bare(name).split()) > 1 else wanted)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes trees of one file: places what is said, and gives the values."""

    path: str
    rule: str
    pack: Pack
    account: Account

    def write(self, tree: Tree, field: str = "") -> Value | None:
        """Give the value of a tree, with its words placed below `field`; None where there is nothing to write."""
        match tree:
            case Said():
                return self._placed(tree, field)
            case Passage():
                return self._passage(tree, field)
            case Again():
                return self._shown(tree.said)
            case Read():
                self._placed(tree.said, field)
                return tree.value
            case Named():
                shown = self._placed(tree.said, field) if tree.placed else self._shown(tree.said)
                return person_id(shown, self.pack)
            case Lead():
                self._placed(tree.said, _below(re.sub(r"(?:^|\.)(?:leads|_+)(?:\.\d+)?$", "", field), tree.announces))
                return None
            case str() | int():
                return tree
            case Mapping():
                written = ((name, self.write(value, _below(field, name))) for name, value in tree.items())
                return {name: value for name, value in written if value is not None and not _is_empty(value)}
            case _:
                entries = (self.write(entry, _below(field, str(place))) for place, entry in enumerate(tree))
                return [entry for entry in entries if entry is not None]

    def _placed(self, said: Said, field: str) -> str:
        cuts = (cut for cut in said.cuts if cut.text.strip())
        given = (self.account.place_rest(cut.part, self.path, field, self.rule, *_trimmed(cut)) for cut in cuts)
        return " ".join(text for text in given if text)

    def _shown(self, said: Said) -> str:
        shown = (self.account.shown(cut.part, cut.start, cut.end) for cut in said.cuts)
        return " ".join(text for text in shown if text)

    def _passage(self, passage: Passage, field: str) -> str:
        text = ""
        before: Block | None = None
        for block in passage.blocks:
            match block:
                case Said():
                    written = self._placed(block, field)
                case Item():
                    number = self._placed(block.number, field)
                    written = f"- {number} {self._placed(block.said, field)}".replace("-  ", "- ")
                case Labelled():
                    written = f"{block.label}: {self._placed(block.said, field)}"
                case Grid():
                    written = self._grid(block.part, field)
            close = isinstance(block, Item | Labelled) and isinstance(before, type(block))
            text += ("\n" if close else "\n\n") + written if text else written
            before = block
        return text

    def _grid(self, table: Part, field: str) -> str:
        rows = [[self._cell(cell, field) if cell else "" for cell in row] for row in grid(table)]
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join([*lines[:1], "|" + " --- |" * len(rows[0] if rows else []), *lines[1:]])

    def _cell(self, cell: Cell, field: str) -> str:
        leaves = (leaf for part in cell.parts for leaf in part.leaves())
        return " ".join(self._placed(all_of(leaf), field) for leaf in leaves).replace("|", "\\|")


def grid(table: Part) -> list[list[Cell | None]]:
    """Give the cells of a table by row and column; None where a merged cell reaches, or none is."""
    rows = max((cell.row + cell.rows for cell in table.cells), default=0)
    columns = max((cell.column + cell.columns for cell in table.cells), default=0)
    found: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    for cell in table.cells:
        found[cell.row][cell.column] = cell
    return found


def cell_text(cell: Cell | None) -> str:
    """Give the words of a cell in one line."""
    return " ".join(cell.text.split()) if cell else ""


def said_of(cell: Cell | None) -> Said:
    """Everything that is printed in a cell."""
    leaves = (leaf for part in (cell.parts if cell else ()) for leaf in part.leaves())
    return Said(tuple(Cut(leaf, 0, len(leaf.printed)) for leaf in leaves))


def _is_empty(value: Value) -> bool:
    return not isinstance(value, int) and not value


def _trimmed(cut: Cut) -> tuple[int, int]:
    lead = len(cut.text) - len(cut.text.lstrip())
    return cut.start + lead, cut.start + len(cut.text.rstrip())


def _below(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name
