"""What kind of file some bytes are, told by the bytes: a name proves nothing, and one file can be two at once.

A browser that is served such a file must find one thing in it only. So each kind begins with its own first byte and
ends with its own last one, and none holds a page, a drawing that can run a program, or a folder of another kind.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from ..records.attached import FORMATS
from .refusing import another_kind, unreadable

_BEGINNINGS: Final = {
    "pdf": b"%PDF-",
    "docx": b"PK\x03\x04",
    "xlsx": b"PK\x03\x04",
    "odt": b"PK\x03\x04",
    "ods": b"PK\x03\x04",
    "png": b"\x89PNG\r\n\x1a\n",
    "jpg": b"\xff\xd8\xff",
}
_KINDS: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK", "a compressed folder, as Word and Excel write"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old or locked Word or Excel file"),
    (b"{\\rtf", "a rich text file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"#!", "a program"),
)
_ENDS: Final = {"png": b"IEND\xaeB`\x82", "jpg": b"\xff\xd9"}
_HEAD: Final = 1024
"""Within so many bytes, programs for PDF look for its beginning, and browsers for that of a page."""
MARKUP: Final = re.compile(rb"<(?:[a-z][a-z0-9:_-]*[\s/>]|/[a-z]|!(?:--|doctype|\[cdata)|\?[a-z])", re.IGNORECASE)
"""How a page, a drawing or a program within a page begins; not "<5" and not "<a@b.org>"."""


def check_kind(data: bytes, ending: str) -> None:
    """Refuse bytes that are not of the kind that the ending names, or that are of another kind as well."""
    if not data:
        raise another_kind("The file is empty.", "Copy the document here once more.")
    beginning = _BEGINNINGS.get(ending)
    found = _kind_of(data)
    if beginning is None and found is None:
        return
    if beginning is None or not data.startswith(beginning):
        begins = found or "no kind that we know"
        raise another_kind(f"The file is not a {FORMATS[ending]}: it begins as {begins} does.")
    if ending == "pdf":
        _pdf_alone(data)
    elif ending not in _ENDS:
        _zip_alone(data)
    elif not data.endswith(_ENDS[ending]):
        raise another_kind("The file holds something after the end of the picture, such as a film, or is broken.")
    if not beginning.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(data)):
        raise another_kind("The file is a compressed folder and something else at the same time.")
    if ending != "pdf" and b"%PDF-" in data[:_HEAD]:
        raise another_kind("The file is a PDF and something else at the same time.")


def _kind_of(data: bytes) -> str | None:
    for beginning, kind in _KINDS:
        if data.startswith(beginning):
            return kind
    start = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return "a web page or a drawing that can hold a program" if MARKUP.match(start) else None


def _zip_alone(data: bytes) -> None:
    """Refuse a folder with something before, after or beside it."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0:
        raise unreadable("The file is broken: its end is missing.")
    whole = len(data) == end + 22
    size, start = (int.from_bytes(data[at : at + 4], "little") for at in (end + 12, end + 16))
    if not whole or start + size != end:
        raise another_kind("The file holds something before its beginning or after its end.")


def _pdf_alone(data: bytes) -> None:
    if MARKUP.search(data[:_HEAD].partition(b"obj")[0]):
        raise another_kind("The file is a PDF and begins as a web page at the same time.")
    end = data.rfind(b"%%EOF")
    if end < 0:
        raise unreadable("The file is broken: its end is missing.")
    if len(data) - end > _HEAD or data[end + 5 :].strip(b"\r\n\t \x00"):
        raise another_kind("The file holds something after the end of the PDF.")
