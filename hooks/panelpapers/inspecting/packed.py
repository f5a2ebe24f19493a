"""A document that is a compressed folder of XML (Word, Excel, OpenDocument), opened with care.

No part is unpacked beyond a limit, whatever it says of its size; XML is read without entities and without a network.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from .refusing import Refused, another_kind, unreadable

_MOST_PARTS: Final = 5_000
_MOST: Final = 20_000_000
_MOST_MARKS: Final = 1_200_000
"""Bytes, and marks ("<") of XML, that are unpacked of one file: more takes seconds and half a gigabyte."""
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError,
)  # fmt: skip
"""What zipfile raises where a folder is not as it says."""


@dataclass
class Package:
    """A compressed folder. ``names`` are its parts; how much of them was unpacked is counted."""

    folder: zipfile.ZipFile
    names: tuple[str, ...]
    also_xml: frozenset[str] = frozenset()
    """Parts that hold XML under another ending."""
    _read: dict[str, etree._Element] = field(default_factory=dict)
    _left: int = field(default=_MOST)
    _marks_left: int = field(default=_MOST_MARKS)

    def read(self, name: str) -> bytes:
        """Unpack one part. Raises ``Refused`` where it is broken, or larger than can be looked through."""
        try:
            with self.folder.open(name) as part:
                data = part.read(self._left + 1)
        except _BROKEN:
            raise unreadable(f'The file is broken: its part "{name[:80]}" cannot be unpacked.') from None
        self._left -= len(data)
        if self._left < 0:
            raise _too_much()
        return data

    def xml(self, name: str) -> etree._Element:
        """Read one part as XML, once. Raises ``Refused`` where it is none, or where it has a document type."""
        if name not in self._read:
            self._read[name] = self._xml(name)
        return self._read[name]

    def _xml(self, name: str) -> etree._Element:
        data = self.read(name)
        self._marks_left -= data.count(b"<")
        if self._marks_left < 0:
            raise _too_much()
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            raise unreadable(f'The file is broken: its part "{name[:80]}" is not well-formed.') from None
        if root.getroottree().docinfo.doctype:
            raise unreadable(f'Its part "{name[:80]}" has a document type, which no program for documents writes.')
        return root

    def pictures(self) -> Iterator[bytes]:
        """Unpack the pictures, one after the other."""
        for name in self.names:
            if name.lower().endswith((".jpg", ".jpeg", ".png")):
                yield self.read(name)

    def roots(self, *kinds: str) -> list[etree._Element]:
        """Give the roots of some kinds of all parts of XML: a part is known by what it is, not by its name."""
        return [root for root in self.all_roots() if local_name(root) in kinds]

    def all_roots(self) -> list[etree._Element]:
        """Give the roots of all parts of XML. OpenOffice leaves one empty, in which nothing can be hidden."""
        parts = [name for name in self.names if name.endswith((".xml", ".rels")) or name in self.also_xml]
        return [self.xml(name) for name in parts if self.folder.getinfo(name).file_size]


def _too_much() -> Refused:
    fix = "Make it smaller, publish a table as CSV, or link to where it is published instead."
    return unreadable("The file unpacks to more than can be looked through.", fix)


def open_package(data: bytes) -> Package:
    """Open a compressed folder. Raises ``Refused`` where it is broken, locked, or has a part twice."""
    try:
        folder = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise unreadable("The file is broken: it cannot be unpacked.") from None
    parts = folder.infolist()
    names = tuple(part.filename for part in parts)
    if len(names) > _MOST_PARTS or len({name.lower() for name in names}) < len(names):
        raise another_kind("The file has too many parts, or one part twice.")
    if any(part.flag_bits & 1 for part in parts):
        raise unreadable("The file is locked with a password.", "Save it without a password.")
    return Package(folder, names)


def local_name(element: etree._Element) -> str:
    """Give the name of an element without its namespace; a processing instruction has none."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(1_000)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


def attribute(element: etree._Element, name: str) -> str | None:
    """Give an attribute by its name, in whatever namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def values_of(roots: Iterable[etree._Element], *names: str) -> list[str]:
    """Give the values of all attributes of some names, in whatever namespace and wherever they stand."""
    wanted = " or ".join(f"local-name() = '{name}'" for name in names)
    path = etree.XPath(f"descendant-or-self::*/@*[{wanted}]", smart_strings=False)
    return [str(value) for root in roots for value in path(root)]


def is_on(value: str | None) -> bool:
    """Whether a switch is on as Word and Excel write it: there without a value, 1, true or on."""
    return value is None or value.lower() not in ("0", "false", "off", "none")
