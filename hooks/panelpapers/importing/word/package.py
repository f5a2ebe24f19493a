"""Opens a Word file with care: nothing is unpacked before its size is known, and no XML may reach outside itself."""

from __future__ import annotations

import mmap
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from panelpapers.importing.unreadable import Unreadable


_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"http://purl.oclc.org/ooxml/"
_AS_USUAL = ((_STRICT + b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),)
_AS_USUAL += ((_STRICT + b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),)
_MOST_MEMBERS = 10_000
_MOST_BYTES = 120_000_000
_MOST_TIMES = 400
_SMALL = 2_000_000
_SAVE = "Open it in Word, choose “Save as”, and save it as a Word document (.docx)."
_UNLOCK = "Take the password off and save it again."
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass
class Package:
    """The parts of a Word file. A part that is not there is None."""

    name: str
    archive: zipfile.ZipFile
    _used: int = 0
    _relations: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """The path of the part that holds the text."""
        found = next(
            (path for kind, path in self.relations("").values() if kind == "officeDocument"), "word/document.xml"
        )
        if found not in self.archive.namelist():
            raise _foreign(self.name, set(self.archive.namelist()))
        return found

    @property
    def has_macros(self) -> bool:
        """Whether programs are in the file."""
        return any(name.lower().endswith("vbaproject.bin") for name in self.archive.namelist())

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part leads to, by id: kind and path."""
        if part not in self._relations:
            folder, own = posixpath.split(part)
            found = self.xml(posixpath.join(folder, "_rels", f"{own}.rels"))
            self._relations[part] = {
                each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], _path(folder, each.get("Target", "")))
                for each in ([] if found is None else found.iter(_RELATION))
                if each.get("TargetMode") != "External"
            }
        return self._relations[part]

    def related(self, part: str, kind: str) -> list[etree._Element]:
        """The parts of a kind that a part leads to ("styles", "footnotes", "header")."""
        paths = dict.fromkeys(path for each, path in self.relations(part).values() if each == kind)
        return [found for path in paths if (found := self.xml(path)) is not None]

    def xml(self, path: str) -> etree._Element | None:
        """Read a part. Raises Unreadable where it is too large, broken, or asks for what is outside."""
        try:
            member = self.archive.getinfo(path)
        except KeyError:
            return None
        self._used += member.file_size
        if self._used > _MOST_BYTES:
            raise Unreadable(self.name, "it holds more text than any meeting has.", "Send it in several files.")
        try:
            data = self.archive.read(member)
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as problem:
            raise _broken(self.name, path) from problem
        for strict, usual in _AS_USUAL:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as problem:
            raise _broken(self.name, path) from problem
        if root.getroottree().docinfo.doctype:
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
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
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
        "content.xml": "an OpenDocument",
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
