"""What a camera writes into a picture (EXIF, by CIPA DC-008): where, when and with what it was taken, and by whom."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from ..records.attached import Hidden

_GPS: Final = 0x8825
_CAMERA: Final = 0x8769
_THUMBNAIL: Final = 0x0201
_PEOPLE: Final = frozenset((0x013B, 0x9C9D, 0xA430))  # artist, author as Windows writes it, owner of the camera
_DETAILS: Final = frozenset(
    (
        0x010E, 0x010F, 0x0110, 0x0131, 0x0132, 0x013C, 0x8298, 0x9003, 0x9004, 0x927C, 0x9286, 0x9C9B, 0x9C9C,
        0x9C9E, 0x9C9F, 0xA420, 0xA431, 0xA433, 0xA434, 0xA435,
    )
)  # fmt: skip
"""Description, camera, times, remarks, serial numbers, lenses: not the size, the colours or which side is up."""
_MOST: Final = 1_000


def look_through_exif(data: bytes) -> Iterator[Hidden]:
    """Give what the EXIF of a picture tells. What cannot be read is told as details of the photo."""
    try:
        tags = _all_tags(data, {b"II": "<", b"MM": ">"}[data[:2]])
    except (struct.error, KeyError):
        yield Hidden("photo details", "details that a camera wrote, and that cannot be read")
        return
    if _GPS in tags:
        yield Hidden("location", "the place where the picture was taken (GPS)")
    if tags & _PEOPLE:
        yield Hidden("authors", "the name of who took the picture, or whose camera it was")
    if tags & (_DETAILS | {_THUMBNAIL}):
        small = " and a small copy of the picture, perhaps before it was cut" if _THUMBNAIL in tags else ""
        yield Hidden("photo details", f"details that a camera or a program wrote{small}")


def _all_tags(data: bytes, order: str) -> set[int]:
    (start,) = struct.unpack_from(f"{order}I", data, 4)
    tags: set[int] = set()
    entries, following = _entries(data, order, start)
    if following:
        tags |= {tag for tag, _ in _entries(data, order, following)[0]} & {_THUMBNAIL}
    for tag, value in entries:
        if tag == _CAMERA:
            tags |= {inner for inner, _ in _entries(data, order, value)[0]}
        elif tag != _GPS or len(_entries(data, order, value)[0]) > 1:  # its version alone says nothing
            tags.add(tag)
    return tags


def _entries(data: bytes, order: str, at: int) -> tuple[list[tuple[int, int]], int]:
    """Give the tag and the value or offset of each entry of the list at an offset, and the offset of the next."""
    (number,) = struct.unpack_from(f"{order}H", data, at)
    if number > _MOST:
        raise struct.error
    entries = [struct.unpack_from(f"{order}HHII", data, at + 2 + 12 * index) for index in range(number)]
    (following,) = struct.unpack_from(f"{order}I", data, at + 2 + 12 * number)
    return [(tag, value) for tag, _, _, value in entries], following
