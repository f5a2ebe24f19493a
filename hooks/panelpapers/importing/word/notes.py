"""Footnotes and endnotes: which have been met, and the marks that Word counts for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Literal

from lxml import etree

from panelpapers.importing.parts import Part

from .names import W, text_of, whole
from .numerals import written
from .package import Package
from .pieces import Note

_KINDS: tuple[Literal["footnote", "endnote"], ...] = ("footnote", "endnote")
_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}


class Notes:
    """The notes of a file, each given once it is met in the text."""

    def __init__(self, package: Package, root: etree._Element, settings: etree._Element | None) -> None:
        self._texts = {
            (kind, note.get(W + "id", "")): note
            for kind in _KINDS
            for texts in package.related(f"{kind}s")
            for note in texts.iter(W + kind)
        }
        sections = list(root.iter(W + "sectPr"))[-1:]
        said = [each.find(f"{W}{kind}Pr") for kind in _KINDS for each in [*sections, settings] if each is not None]
        self._ways = _USUAL | {_kind(each): way for each in reversed(said) if (way := text_of(each, "numFmt"))}
        starts = {_kind(each): start for each in reversed(said) if (start := whole(text_of(each, "numStart")))}
        self._counts = {kind: count(starts.get(kind, 1)) for kind in _KINDS}
        self._met: list[tuple[str, etree._Element]] = []

    def meet(self, notes: Iterable[Note]) -> None:
        """Count the notes of a paragraph."""
        for note in notes:
            mark = "" if note.has_own_mark else written(next(self._counts[note.kind]), self._ways[note.kind])
            text = self._texts.get((note.kind, note.key))
            if text is not None:
                self._met.append((mark, text))

    def waiting(self) -> Iterator[tuple[str, etree._Element]]:
        """Give the notes that have been met and not been given, each with its mark."""
        met, self._met = self._met, []
        yield from met


def as_note(part: Part, mark: str) -> Part:
    """Make a part of the text of a note a footnote, under the mark that Word counts for it."""
    if part.kind == "table":
        return part
    return replace(part, kind="footnote", number=mark, text=part.printed) if mark else replace(part, kind="footnote")


def _kind(properties: etree._Element | None) -> str:
    return "" if properties is None else str(properties.tag).removeprefix(W).removesuffix("Pr")
