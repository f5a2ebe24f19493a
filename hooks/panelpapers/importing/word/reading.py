"""A Word file -> a Source: every word in the order of reading, and what a reader does not see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count, groupby
from pathlib import Path

from lxml import etree

from panelpapers.importing.lines import Line, part_of
from panelpapers.importing.parts import Part, Source, Withheld, in_order
from panelpapers.importing.tables import add_table
from panelpapers.importing.unreadable import Unreadable
from panelpapers.inspecting.refusing import Refused
from panelpapers.inspecting.word_text import unseen_runs

from .names import VAL, WRAPS, W, is_on, shown_children
from .notes import Notes, as_note
from .numbering import Numbering
from .package import Package, open_word
from .pages import Pages
from .paragraphs import Holder, lines_of
from .pieces import Box, Fate, Fields, Found, Look, Note, Piece, Pieces
from .styles import Style, Styles, outline_of
from .tables import Slot, elements, fate_of, merge_of, table_of, width_of

_TEXTS = ("header", "footer", "footnotes", "endnotes")
_CURE = "Open it in Word and save it anew, without a password, and in several files where it is very long."
_WHY: dict[Fate, str] = {"deleted": "deleted by a tracked change", "hidden": "hidden, tiny or ground-coloured text"}


def read_word(path: Path) -> Source:
    """Read a Word file (.docx, .docm). Raises Unreadable, with what to do, for what is none or cannot be read."""
    try:
        return _Reader(open_word(path)).source()
    except Refused as refused:
        raise Unreadable(path.name, refused.fault.fact, _CURE) from refused


class _Reader:
    """Goes through a file once, from its start to its end."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.root = package.xml(package.main)
        self.styles = Styles(self._part("styles"))
        self.numbering = Numbering(self._part("numbering"), self.styles)
        texts = [self.root, *(root for kind in _TEXTS for root in package.related(kind))]
        self.pieces = Pieces(self.styles, Fields(self.root), set(unseen_runs(texts, package.related("styles"))))
        self.notes = Notes(package, self.root, self._part("settings"))
        self.pages = Pages.of(self.root)
        self.out: list[Part] = []
        self.running: list[Part] = []
        self.lost: Counter[tuple[int | None, str]] = Counter()
        self.carried: list[Found] = []
        self.run_in: Holder | None = None
        self.depth = 0

    def source(self) -> Source:
        """Read all of it."""
        for body in self.root.findall(W + "body"):
            self._blocks(body)
        for kind in ("header", "footer"):
            for root in self.package.related(kind):
                self.running += self._story(root)
        if not self.out:
            cure = "If it holds pictures of pages, ask for the file that they were printed from."
            raise Unreadable(self.package.name, "It holds no text.", cure)
        positions = count()
        parts = tuple(in_order(self.out, positions))
        running = dict.fromkeys(leaf for part in self.running for leaf in part.leaves())
        return Source(self.package.name, parts, tuple(in_order(running, positions)), tuple(self._withheld()))

    def _part(self, kind: str) -> etree._Element | None:
        return next(iter(self.package.related(kind)), None)

    def _withheld(self) -> Iterator[Withheld]:
        for (page, why), words in self.lost.items():
            yield Withheld(words, why, page)
        yield from (Withheld(0, why) for why in self.package.unread)

    @contextmanager
    def _apart(self) -> Iterator[list[Part]]:
        """Collect what is read in a list of its own."""
        before, self.out = self.out, []
        yield self.out
        self.out = before

    def _story(self, root: etree._Element) -> list[Part]:
        """Read what stands outside the text: a note, a head, a foot."""
        before, self.pieces.fields = self.pieces.fields, Fields(root)
        with self._apart() as parts:
            self._blocks(root)
        self.pieces.fields = before
        return parts

    def _blocks(self, container: etree._Element, *, contents: bool = False) -> None:
        for child in shown_children(container):
            if child.tag == W + "p":
                self._paragraph(child, contents)
            elif child.tag == W + "tbl":
                self._write(Holder(), contents)
                self._table(child)
            elif child.tag == W + "sdt":
                gallery = next(child.iter(W + "docPartGallery"), None)
                is_contents = gallery is not None and gallery.get(VAL) == "Table of Contents"
                self._blocks(child, contents=contents or is_contents)
            elif child.tag in WRAPS:
                self._blocks(child, contents=contents)
        self._write(Holder(), contents)

    def _paragraph(self, paragraph: etree._Element, contents: bool) -> None:
        holder = Holder(paragraph, self.styles)
        if is_on(holder.properties, "pageBreakBefore"):
            self.pages.end(is_full=False)
        self.carried += self.pieces.of(paragraph, holder.style)
        if holder.is_run_in:  # a heading on the line of its text: both are one paragraph, under its number
            self.run_in = self.run_in or holder
        elif not holder.mark_is_deleted:  # else Word runs it on into the next one
            self._write(holder, contents or holder.style.is_contents)

    def _write(self, holder: Holder, contents: bool) -> None:
        """Write what has been carried, as one paragraph."""
        found, self.carried = self.carried, []
        holder, self.run_in = self.run_in or holder, None
        seen = list(self._seen(found))
        contents = contents or next((piece.in_contents for piece in seen if piece.text.strip()), False)
        page = self.pages.first(found)
        if holder.mark_is_hidden and not any(piece.text.strip() for piece in seen):
            return
        label = self.numbering.label(holder.properties, holder.style)
        lines = list(lines_of(seen)) or ([Line("")] if label else [])
        outline = outline_of(holder.properties, holder.style)
        for line in lines:
            part = part_of(line, label, outline, page, in_cell=self.depth > 0)
            if part:
                part, self.pages.typed = replace(part, opens_page=self.pages.typed), False
                (self.running if contents else self.out).append(part)
            label = None
        for box in found:
            if isinstance(box, Box):
                self._blocks(box.content)
        self.notes.meet(each for each in found if isinstance(each, Note))
        self._write_notes()

    def _seen(self, found: list[Found]) -> Iterator[Piece]:
        """Give the pieces that a reader sees, and count the words of the others."""
        for fate, group in groupby(found, lambda each: each.look.fate if isinstance(each, Piece) else ""):
            pieces = [piece for piece in group if isinstance(piece, Piece)]
            if not fate:
                yield from pieces
            elif words := len("".join(piece.text for piece in pieces).split()):
                self.lost[self.pages.now, _WHY[fate]] += words

    def _write_notes(self) -> None:
        if self.depth:
            return  # those of a table stand after it
        for mark, note in self.notes.waiting():
            parts = self._story(note)
            self.out += [as_note(part, mark if not number else "") for number, part in enumerate(parts)]

    def _table(self, table: etree._Element) -> None:
        rows = [(row.find(W + "trPr"), list(elements(row, "tc"))) for row in elements(table, "tr")]
        cells = [(properties, cell) for properties, row in rows for cell in row]
        if len(cells) == 1 and not fate_of(*cells[0]):  # a frame round text
            self._blocks(cells[0][1])
            return
        page = self.pages.now
        self.depth += 1
        made = table_of([self._row(*row) for row in rows], page)
        self.depth -= 1
        if made:
            add_table(self.out, self.running, made)
        self._write_notes()

    def _row(self, row: etree._Element | None, cells: list[etree._Element]) -> list[Slot]:
        slots: list[Slot] = []
        place = width_of(row, "gridBefore")
        start = furthest = self.pages.now  # where a row runs over a page, Word marks it in each cell
        for cell in cells:
            properties, fate = cell.find(W + "tcPr"), fate_of(row, cell)
            self.pages.now = start
            with self._apart() as parts:
                if fate:
                    self._lose(cell, fate)
                else:
                    self._blocks(cell)
            furthest = max(self.pages.now or 0, furthest or 0) or None
            slot = Slot(place, width_of(properties), merge_of(properties, "vMerge"), parts)
            place += slot.width
            if merge_of(properties, "hMerge") == "continue" and slots:
                slots[-1].width += slot.width
                slots[-1].parts += slot.parts
            elif not fate:
                slots.append(slot)
        self.pages.now = furthest
        return slots

    def _lose(self, cell: etree._Element, fate: Fate) -> None:
        for paragraph in cell.iter(W + "p"):
            found = self.pieces.of(paragraph, Style())
            gone: list[Found] = [replace(piece, look=Look(fate=fate)) for piece in found if isinstance(piece, Piece)]
            list(self._seen(gone))
