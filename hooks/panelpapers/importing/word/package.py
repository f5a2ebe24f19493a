"""The parts of a Word file, by what leads to them. It is unpacked and its XML is read as an attached file's."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from ...inspecting.packed import Package as Folder
from ...inspecting.packed import open_package
from ..unreadable import Unreadable
from .names import STRICT, W

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MOST_BYTES = 100_000_000
_SAVE = "Open it in Word, choose “Save as”, and save it as a Word document (.docx)."
_UNREAD = {
    "vbaProject": "macros: they were neither run nor read",
    "chart": "a chart: its words were not read",
    "diagramData": "a diagram: its words were not read",
    "aFChunk": "another file that stands within it: it was not read",
    "oleObject": "an object of another program that stands within it: it was not read",
}
_OTHERS = {
    "xl/workbook.xml": "a spreadsheet",
    "ppt/presentation.xml": "a presentation",
    "content.xml": "OpenDocument",
}
_BEGINNINGS = {
    b"%pdf": ("It is a PDF with the name of a Word file.", "Give it a name that ends in .pdf."),
    b"{\\rtf": ("It is rich text (RTF), not a Word file.", _SAVE),
    b"<html": ("It is a web page, not a Word file.", _SAVE),
    b"<!doctype html": ("It is a web page, not a Word file.", _SAVE),
    b"\xd0\xcf\x11\xe0": ("It has the form that Word had before 2007 (.doc).", _SAVE),
}


class Package:
    """The parts of a Word file, `main` being the path of the one that holds the text."""

    def __init__(self, name: str, folder: Folder) -> None:
        self.name = name
        self._folder = folder
        self._read: dict[str, etree._Element] = {}
        self.main = next((path for kind, path in self._leads("") if kind == "officeDocument"), "word/document.xml")
        if self.main not in folder.names:
            kind = next(
                (kind for part, kind in _OTHERS.items() if part in folder.names), "an archive without a document"
            )
            raise Unreadable(name, f"It is no Word file but {kind}.", _SAVE)
        self._related = list(self._leads(self.main))

    @property
    def unread(self) -> Iterator[str]:
        """Say what else the file holds, which nobody reads here."""
        kinds = {kind for kind, _ in self._related}
        yield from (why for kind, why in _UNREAD.items() if kind in kinds)

    def related(self, kind: str) -> list[etree._Element]:
        """Read the parts of a kind that the text leads to ("styles", "footnotes", "header")."""
        paths = dict.fromkeys(path for each, path in self._related if each == kind)
        return [self.xml(path) for path in paths if path in self._folder.names]

    def xml(self, path: str) -> etree._Element:
        """Read a part that is there. Raises Refused where it is too large or broken, or reaches outside itself."""
        if path not in self._read:
            root = self._read[path] = self._folder.xml(path)
            if str(root.tag).startswith(STRICT):  # the stricter of two ways to write the same
                usual = etree.tostring(root).replace(STRICT[1:-1].encode(), W[1:-1].encode())
                self._read[path] = etree.fromstring(usual)
        return self._read[path]

    def _leads(self, part: str) -> Iterator[tuple[str, str]]:
        """Give the kind and path of each part within the file that a part leads to."""
        folder, own = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{own}.rels")
        for each in self._folder.xml(path).iter(_RELATION) if path in self._folder.names else ():
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))
                yield each.get("Type", "").rpartition("/")[2], target.lstrip("/")


def open_word(path: Path) -> Package:
    """Open a Word file. Raises Unreadable or Refused for what is none or is not safe to unpack."""
    if path.stat().st_size > _MOST_BYTES:
        raise Unreadable(
            path.name, "It has more than 100 million bytes.", "Make its pictures smaller, or save parts of it."
        )
    data = path.read_bytes()
    if data.startswith(b"PK"):
        return Package(path.name, open_package(data))
    if not data.strip():
        raise Unreadable(path.name, "The file is empty.", "Ask for it again.")
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Unreadable(path.name, "It is locked with a password.", "Take the password off and save it again.")
    begins = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    known = next((said for beginning, said in _BEGINNINGS.items() if begins.startswith(beginning)), None)
    raise Unreadable(path.name, *(known or ("It is not a Word file.", _SAVE)))
