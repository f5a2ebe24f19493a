"""Pictures: the pieces of a PNG and the segments of a JPEG that say more than the picture shows."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

from ..records.attached import Findings, Hidden
from .exif import look_through_exif
from .refusing import Refused, another_kind, unreadable
from .words_of import counted, names_of
from .xmp import read_xmp

_XMP: Final = b"http://ns.adobe.com/xap/1.0/\x00"
_MORE_XMP: Final = b"http://ns.adobe.com/xmp/extension/"
_MARK: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
_LONGEST_TEXT: Final = 1_000_000
_TELLING: Final = ("author", "artist", "creator", "comment", "description", "location", "gps", "xmp", "exif", "iptc")


def look_through(data: bytes, ending: str) -> Findings:
    """Look through a picture. One that is broken is refused."""
    found = tuple(_of_png(data) if ending == "png" else _of_jpeg(data))
    once = {hidden.kind: hidden for hidden in reversed(found)}
    return Findings(tagged=False, hidden=tuple(once.values()))


def places_of(pictures: Iterable[bytes]) -> Iterator[Hidden]:
    """Tell of pictures within a document that say where they were taken. One that is broken says nothing."""
    if number := sum(_says_where(picture) for picture in pictures):
        yield Hidden("location", f"the place where {counted(number, 'picture')} in it was taken (GPS)")


def _says_where(picture: bytes) -> bool:
    found = _of_png(picture) if picture.startswith(b"\x89PNG") else _of_jpeg(picture)
    try:
        return any(hidden.kind == "location" for hidden in found)
    except Refused:
        return False


def _of_png(data: bytes) -> Iterator[Hidden]:
    at = 8
    while at + 12 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        at += size + 12
        if kind == b"eXIf":
            yield from look_through_exif(body)
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield from _of_text(kind, body)
        elif kind == b"IEND":
            break
    if at != len(data):
        raise another_kind("The picture is broken, or something stands after its end.")


def _of_text(kind: bytes, body: bytes) -> Iterator[Hidden]:
    """Tell of a text within a PNG, but for what a program writes about itself and about colours."""
    keyword, _, rest = body.partition(b"\x00")
    name = keyword.decode("latin-1").lower()
    if kind == b"iTXt" and name == "xml:com.adobe.xmp":
        packed, text = rest[:1] == b"\x01", rest[2:].split(b"\x00", 2)[-1]
        yield from _of_xmp(_unpacked(text) if packed else text)
    elif "author" in name or "artist" in name:
        yield Hidden("authors", "the name of who made the picture")
    elif any(word in name for word in _TELLING):
        yield Hidden("photo details", "remarks that a camera or a program wrote")


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _LONGEST_TEXT)
    except zlib.error:
        raise unreadable("The picture is broken: a text in it cannot be unpacked.") from None


def _of_jpeg(data: bytes) -> Iterator[Hidden]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        yield from _of_segment(mark, data[at + 4 : at + 2 + size])
        at += 2 + max(size, 2)
        if mark == 0xDA:  # the picture itself follows, in which other marks do not stand
            following = _MARK.search(data, at)
            at = following.start() if following else len(data)
        if data[at : at + 2] == b"\xff\xd9":
            if at + 2 < len(data):
                raise another_kind("The file holds something after the end of the picture, such as a second picture.")
            return
    raise unreadable("The picture is broken.")


def _of_segment(mark: int, body: bytes) -> Iterator[Hidden]:
    if mark == 0xE1 and body.startswith(b"Exif\x00\x00"):
        yield from look_through_exif(body[6:])
    elif mark == 0xE1 and body.startswith(_XMP):
        yield from _of_xmp(body[len(_XMP) :])
    elif mark == 0xE1 and body.startswith(_MORE_XMP):
        yield Hidden("photo details", "details that a program wrote")
    elif mark == 0xE2 and body.startswith(b"MPF\x00"):
        yield Hidden("embedded files", "a second picture")
    elif mark == 0xED and b"8BIM\x04\x04" in body:
        yield Hidden("photo details", "a caption or a name as newspapers write it (IPTC)")
    elif mark == 0xFE and body.strip(b"\x00 "):
        yield Hidden("photo details", "a remark that a program wrote")


def _of_xmp(data: bytes) -> Iterator[Hidden]:
    people, located = read_xmp(data)
    if located:
        yield Hidden("location", "the place where the picture was taken (GPS)")
    if people:
        yield Hidden("authors", names_of(people))
