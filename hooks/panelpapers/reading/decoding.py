"""Files opened with care, and their bytes to text: which kind of file it is, and which letters it is saved in.

Only ordinary files are opened, never through a link, and no more of them is read than is asked for.
"""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import Final

from ..records import limits
from ..records.place import Place
from ..records.problem import Problem

_OTHER_KINDS: Final = (
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text file"),
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_WIDE: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAVE_AGAIN: Final = "Open the file in a text editor and save it again with the encoding UTF-8."


def _windows(error: UnicodeError) -> tuple[str, int]:
    """Read a byte that is not UTF-8 as Windows would, so that the rest of the file can still be checked."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - nothing else decodes with this handler
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("panelpapers-windows", _windows)


def too_long(data: bytes, file: str) -> tuple[Problem, ...]:
    """Tell of a file of records that is longer than people can type."""
    most, lines = limits.FILE_LETTERS, limits.FILE_LINES
    if len(data) <= most and data.count(b"\n") <= lines:
        return ()
    fact = f"This file has more than {most:,} letters or {lines:,} lines, too many for people to type."
    return (Problem("too-long", Place(file), fact, "Check that it is the right file, or split it."),)


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Turn the bytes of ``file`` into text with plain line ends and without a byte order mark.

    The text is ``None`` where nothing can be read at all. A file in Windows-1252 or UTF-16 is a problem, and its text
    is given all the same.
    """
    for beginning, kind in _OTHER_KINDS:
        if data.startswith(beginning):
            fix = "Copy the words into a new plain text file. A file's kind does not change with its name."
            return None, (Problem("not-text", Place(file), f"This is {kind}, not plain text.", fix),)
    if encoding := _wide_encoding(data):
        fact = "This file is saved with two or more bytes for each letter (UTF-16), which cannot be published."
        wide = (Problem("utf-16", Place(file), fact, _SAVE_AGAIN),)
        return _plain(data.decode(encoding, "replace")), wide
    try:
        return _plain(data.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        before = _plain(data[: error.start].decode("utf-8"))
        text = data.decode("utf-8", "panelpapers-windows")
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        letter = data[error.start : error.start + 1].decode("cp1252", "replace")
        fact = f'The letter "{letter}" is saved in an old way (Windows-1252) that other computers misread.'
        return _plain(text), (Problem("windows-letters", place, fact, _SAVE_AGAIN),)


def _wide_encoding(data: bytes) -> str | None:
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return encoding
    # Without a mark at its beginning, English in UTF-16 still has a zero in every second byte.
    if len(data) >= 4 and len(data) % 2 == 0:
        if data[1::2].count(0) > len(data) // 4:
            return "utf-16-le"
        if data[0::2].count(0) > len(data) // 4:
            return "utf-16-be"
    return None


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


_CAREFUL: Final = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
"""A link is not followed, and a pipe to which nobody writes is not waited for."""

A_LINK: Final = ("This is a link to another place, which is not followed.", "Put the file itself here.")
"""What is told of a link, and what to do."""


def read_bytes(path: Path, most: int) -> bytes:
    """Give the first ``most`` bytes of an ordinary file.

    Raises ``OSError`` for all that cannot be read, with ``ELOOP`` for a link and ``EINVAL`` for a folder, a pipe, a
    device and whatever else could go on without end.
    """
    if os.path.islink(path):  # noqa: PTH114 - unlike is_symlink, it raises nothing
        raise OSError(errno.ELOOP, "is a link", str(path))
    number = os.open(path, os.O_RDONLY | _CAREFUL)
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise OSError(errno.EINVAL, "is not an ordinary file", str(path))
        with os.fdopen(number, "rb", closefd=False) as opened:
            return opened.read(most)
    finally:
        os.close(number)
