"""What stands in a paragraph, piece by piece: text with its look, line breaks, notes, boxes, ends of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml import etree

from .names import MATHS, W, shown_children
from .signs import readable, sign_of
from .styles import Style, Styles

Fate = Literal["", "deleted", "hidden"]
"""Whether a reader sees a piece (""), and if not, why."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a run looks, and whether it is seen."""

    bold: bool = False
    capitals: bool = False
    fate: Fate = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that looks the same; `in_contents` says that it is of a table of contents."""

    text: str
    look: Look = Look()
    in_contents: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A box of text that hangs on the paragraph."""

    content: etree._Element


@dataclass(frozen=True, slots=True)
class Note:
    """A mark that leads to a footnote or an endnote."""

    kind: Literal["footnote", "endnote"]
    key: str
    has_own_mark: bool


@dataclass(frozen=True, slots=True)
class PageEnd:
    """Here a page ends: because somebody wanted it, or because Word found it full when it last saved the file."""

    is_full: bool


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    is_result: bool = False
    is_contents: bool = False


class Fields:
    """The fields that are open while a file is read from its start: their codes are not seen, their results are.

    A field may open in one paragraph and close many pages on. One that never closes is none. `codes` says within how
    many codes the reading is, `contents` within how many tables of contents.
    """

    def __init__(self, root: etree._Element) -> None:
        self.codes = 0
        self.contents = 0
        self._open: list[_Field] = []
        self._whole: set[etree._Element] = set()
        begun: list[etree._Element] = []
        for mark in root.iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            if kind == "begin":
                begun.append(mark)
            elif kind == "end" and begun:
                self._whole |= {begun.pop(), mark}

    def meet(self, mark: etree._Element) -> None:
        """Go past a mark of a field, or a piece of its code."""
        kind = mark.get(W + "fldCharType", "")
        if not kind and self._open:
            self._open[-1].instruction += mark.text or ""
        elif kind == "begin" and mark in self._whole:
            self._open.append(_Field())
            self.codes += 1
        elif kind == "separate" and self._open and not self._open[-1].is_result:
            now = self._open[-1]
            now.is_result = True
            now.is_contents = now.instruction.split()[:1] == ["TOC"]
            self.codes -= 1
            self.contents += now.is_contents
        elif kind == "end" and mark in self._whole and self._open:
            ended = self._open.pop()
            self.codes -= not ended.is_result
            self.contents -= ended.is_contents


Found = Piece | Box | Note | PageEnd

_PASSED_OVER = {W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "sectPr", "rubyPr", "delInstrText")}
_OF_FIELDS = {W + "fldChar", W + "instrText"}
_GONE = {W + "del", W + "moveFrom"}
_FIXED = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "p": " "}
_NOTES: dict[str, Literal["footnote", "endnote"]] = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
}


@dataclass
class Pieces:
    """Takes paragraphs apart."""

    styles: Styles
    fields: Fields
    unseen: set[etree._Element]
    """The runs that nobody sees: hidden, tiny, or in the colour of their ground."""

    def of(self, paragraph: etree._Element, style: Style) -> Iterator[Found]:
        """Give what stands in a paragraph of a style, in order."""
        yield from self._within(paragraph, style, Look())

    def _within(self, element: etree._Element, style: Style, look: Look) -> Iterator[Found]:
        for child in (each for each in shown_children(element) if each.tag not in _PASSED_OVER):
            if child.tag == W + "r":
                yield from self._within(child, style, self._look(child, style, look.fate))
            elif child.tag in _GONE:
                yield from self._within(child, style, Look(fate="deleted"))
            elif child.tag == W + "txbxContent" and not look.fate:
                yield Box(child)
            elif child.tag in _NOTES:
                if not look.fate and not self.fields.codes:
                    key = child.get(W + "id", "")
                    yield Note(_NOTES[child.tag], key, child.get(W + "customMarkFollows", "0") in {"1", "true", "on"})
            elif child.tag in _OF_FIELDS:
                self.fields.meet(child)
            elif child.tag == W + "ruby":
                yield from self._ruby(child, style, look)
            else:
                yield from self._leaf(child, look)
                yield from self._within(child, style, look)

    def _ruby(self, ruby: etree._Element, style: Style, look: Look) -> Iterator[Found]:
        """Give a text and, in brackets, how it is read, which stands above it."""
        for name, before, after in (("rubyBase", "", ""), ("rt", " (", ")")):
            for part in ruby.findall(W + name):
                yield from (
                    Piece(before, look),
                    *self._within(part, style, look),
                    Piece(after, look),
                )

    def _leaf(self, element: etree._Element, look: Look) -> Iterator[Found]:
        if element.tag == W + "lastRenderedPageBreak":
            yield PageEnd(is_full=True)
        elif element.tag == W + "br" and element.get(W + "type") == "page":
            yield PageEnd(is_full=False)
        if text := self._text(element, look):
            look = replace(look, fate="deleted") if element.tag == W + "delText" else look
            if look.fate or not self.fields.codes:
                yield Piece(text, look, self.fields.contents > 0)

    def _text(self, element: etree._Element, look: Look) -> str:
        if element.tag in {W + "t", W + "delText", MATHS + "t"}:
            return readable((element.text or "").replace("\n", " "), look.font)
        if element.tag == W + "sym":
            return sign_of(element.get(W + "char", ""), element.get(W + "font", ""))
        if element.tag == W + "br":
            return "\n"
        return _FIXED.get(str(element.tag), "")

    def _look(self, run: etree._Element, style: Style, fate: Fate) -> Look:
        said = run.find(W + "rPr")
        fonts = None if said is None else said.find(W + "rFonts")
        return Look(
            self.styles.shows("b", said, style),
            self.styles.shows("caps", said, style),
            fate or ("hidden" if run in self.unseen else ""),
            "" if fonts is None else fonts.get(W + "ascii", ""),
        )
