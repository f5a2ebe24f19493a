"""Opens a Word file with care: nothing is unpacked before its size is known, and no XML may reach outside itself."""

from __future__ import annotations

import mmap
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from panelpapers.importing.unreadable import Unreadable

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
_UNREAD = {
    "vbaProject": "macros: they were neither run nor read",
    "chart": "a chart: its words were not read",
    "diagramData": "a diagram: its words were not read",
    "aFChunk": "another file that stands within it: it was not read",
    "oleObject": "an object of another program that stands within it: it was not read",
}
_MOST_MEMBERS = 10_000
_MOST_BYTES = 24_000_000
_MOST_TIMES = 400
_SMALL = 2_000_000
_SAVE = "Open it in Word, choose “Save as”, and save it as a Word document (.docx)."
_DAMAGED = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError)
_UNLOCK = "Take the password off and save it again."
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Package:
    """The parts of a Word file, `main` being the path of the one that holds the text."""

    def __init__(self, name: str, archive: zipfile.ZipFile) -> None:
        self.name = name
        self._archive = archive
        self._members = set(archive.namelist())
        self._used = 0
        self.main = next((path for kind, path in self._leads("") if kind == "officeDocument"), "word/document.xml")
        if self.main not in self._members:
            raise _foreign(name, self._members)
        self._related = list(self._leads(self.main))

    @property
    def unread(self) -> Iterator[str]:
        """Say what else the file holds, which nobody reads here."""
        kinds = {kind for kind, _ in self._related}
        yield from (why for kind, why in _UNREAD.items() if kind in kinds)

    def related(self, kind: str) -> list[etree._Element]:
        """Read the parts of a kind that the text leads to ("styles", "footnotes", "header")."""
        paths = dict.fromkeys(path for each, path in self._related if each == kind)
        return [self.xml(path) for path in paths if path in self._members]

    def _leads(self, part: str) -> Iterator[tuple[str, str]]:
        """Give the kind and path of each part within the file that a part leads to."""
        folder, own = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{own}.rels")
        for each in self.xml(path).iter(_RELATION) if path in self._members else ():
            if each.get("TargetMode") != "External":
                yield each.get("Type", "").rpartition("/")[2], _path(folder, each.get("Target", ""))

    def xml(self, path: str) -> etree._Element:
        """Read a part that is there. Raises Unreadable where it is too large or broken, or reaches outside itself."""
        member = self._archive.getinfo(path)
        self._used += member.file_size
        if self._used > _MOST_BYTES:
            raise Unreadable(self.name, "it holds more text than any meeting has.", "Send it in several files.")
        try:
            data = self._archive.read(member)
        except (*_DAMAGED, zlib.error, EOFError, RuntimeError) as problem:
            raise _broken(self.name, path) from problem
        data = data.replace(_STRICT + b"wordprocessingml/main", _USUAL + b"wordprocessingml/2006/main")
        data = data.replace(_STRICT + b"officeDocument/", _USUAL + b"officeDocument/2006/")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = None if b"<!DOCTYPE" in data else etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as problem:
            raise _broken(self.name, path) from problem
        if root is None or root.getroottree().docinfo.doctype:
            raise Unreadable(self.name, f"{path} in it declares entities, which Word never does.", _SAVE)
        return root


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """Open a Word file. Raises Unreadable, with what to do, for what is none or is not safe to unpack."""
    if not path.stat().st_size:
        raise Unreadable(path.name, "the file is empty.", "Ask for it again.")
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        if data[:2] != b"PK":
            raise _other(path.name, data)
    try:
        archive = zipfile.ZipFile(path)
    except _DAMAGED as problem:
        cure = "Ask for it again, or open it in Word and save it anew."
        raise Unreadable(path.name, "the file is damaged.", cure) from problem
    with archive:
        _weigh(path.name, archive.infolist())
        yield Package(path.name, archive)


def _weigh(name: str, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > _MOST_MEMBERS:
        raise Unreadable(name, f"it holds {len(members):,} files within.", _SAVE)
    for member in members:
        if member.file_size > _SMALL and member.file_size > _MOST_TIMES * max(member.compress_size, 1):
            raise Unreadable(name, f"{member.filename} in it would unpack to {member.file_size:,} bytes.", _SAVE)
        if member.flag_bits & 1:
            raise Unreadable(name, "it is locked with a password.", _UNLOCK)


def _path(folder: str, target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))


def _broken(name: str, part: str) -> Unreadable:
    return Unreadable(name, f"{part} in it is damaged.", "Open it in Word, which may mend it, and save it anew.")


def _foreign(name: str, members: set[str]) -> Unreadable:
    kinds = {
        "xl/workbook.xml": "a spreadsheet",
        "ppt/presentation.xml": "a presentation",
        "content.xml": "an OpenDocument file",
    }
    kind = next((kind for member, kind in kinds.items() if member in members), "an archive without a document")
    return Unreadable(name, f"it is no Word file but {kind}.", _SAVE)


def _other(name: str, data: mmap.mmap) -> Unreadable:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_OLD) and data.find("EncryptedPackage".encode("utf-16-le")) > 0:
        return Unreadable(name, "it is locked with a password.", _UNLOCK)
    if start.startswith(_OLD):
        return Unreadable(name, "it has the form that Word had before 2007 (.doc).", _SAVE)
    if start.startswith(b"%pdf"):
        return Unreadable(name, "it is a PDF with the name of a Word file.", "Give it a name that ends in .pdf.")
    if start.startswith(b"{\\rtf"):
        return Unreadable(name, "it is rich text (RTF), not a Word file.", _SAVE)
    if start.startswith((b"<!doctype html", b"<html")):
        return Unreadable(name, "it is a web page, not a Word file.", _SAVE)
    return Unreadable(name, "it is not a Word file.", _SAVE)
