"""PDF: every object of the file is looked at, whether a page uses it or not. pypdf reads the objects."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PdfReader, apply_configuration
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject, NullObject, StreamObject

from ..records.attached import Findings, Hidden
from .covered import Budget, covered_pages
from .links import look_at_links
from .pictures import places_of
from .refusing import runs, unreadable
from .words_of import found, names_of
from .xmp import read_xmp

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it would warn of, we tell ourselves or not at all

BROKEN: Final = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError,
    NotImplementedError, AssertionError, OSError, MemoryError,
)  # fmt: skip
"""What pypdf raises for a file that is not as the standard says: it trusts the types of what it reads."""

_MEGABYTE: Final = 1_000_000
_OBJECTS: Final = 60_000
"""How many objects are looked at for each megabyte: a tagged report of 70 pages has some 20,000."""
_PAGES: Final = 3_000
_ACTIONS: Final = frozenset(
    (
        "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/Rendition", "/Movie", "/Sound",
        "/RichMediaExecute",
    )
)  # fmt: skip
_OPENING: Final = frozenset(("/OpenAction", "/AA"))
"""What happens when a file or a page is opened, closed or printed."""
_TURNS_A_PAGE: Final = ("/GoTo", "/Named")
_PLAYERS: Final = frozenset(("/RichMedia", "/3D", "/Screen", "/Movie", "/Sound"))
_REMARKS: Final = frozenset(
    (
        "/Text", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret", "/Ink", "/Line", "/Square",
        "/Circle", "/Polygon", "/PolyLine", "/Stamp", "/FreeText",
    )
)  # fmt: skip
_SEEN: Final = frozenset(("/FreeText", "/Stamp"))
"""Remarks of which the words are seen on the page."""
_END: Final = re.compile(rb"startxref\s{1,20}\d{1,20}\s{1,20}%%EOF")


def look_through(data: bytes, _: str) -> Findings:
    """Look through a PDF. Time and memory are bounded by limits on objects, pages and what is unpacked."""
    size = max(1, len(data) // _MEGABYTE)
    limits: dict[str, Any] = {
        "zlib_maximum_output_length": 20 * _MEGABYTE,
        "lzw_maximum_output_length": 20 * _MEGABYTE,
        "run_length_maximum_output_length": 20 * _MEGABYTE,
        "array_based_stream_maximum_output_length": 20 * _MEGABYTE,
        "stream_decoding_work_maximum_length": 60 * _MEGABYTE,
        "page_tree_maximum_entries": _PAGES,
        "jbig2dec_binary": None,  # no other program is started
    }
    try:
        with apply_configuration(None, **limits):
            return _look_through(data, size)
    except LimitReachedError:
        fix = "Print it to a new PDF, make it smaller, or link to where it is published instead."
        raise unreadable("The file is larger than can be looked through, once it is unpacked.", fix) from None
    except BROKEN:
        raise unreadable("The file is broken: it cannot be read as a PDF.") from None


def _look_through(data: bytes, size: int) -> Findings:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        fix = "Save it without security: that also keeps screen readers from reading it."
        raise unreadable("The file is locked with a password or with restrictions.", fix)
    found = _Found()
    for dictionary in _dictionaries(reader, _OBJECTS * size):
        found.look_at(dictionary)
    pages = len(reader.pages)
    covered, left_out = covered_pages(reader, Budget(size))
    hidden = [*found.told(_authors(reader)), *_layers(reader), *_earlier(data)]
    if covered:
        told = ", ".join(map(str, covered[:5])) + (" and others" if len(covered) > 5 else "")
        where = f"page{'' if len(covered) == 1 else 's'} {told}"
        hidden.append(Hidden("covered text", f"text on {where} that cannot be seen, by its place, size or colour"))
    return Findings(pages, _is_tagged(reader), tuple(hidden), left_out=left_out)


def _dictionaries(reader: PdfReader, most: int) -> Iterator[DictionaryObject]:
    """Give every dictionary of a file, those within others too, and those that no page leads to."""
    numbers = {(number, generation) for generation, offsets in reader.xref.items() for number in offsets}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > most:
        raise LimitReachedError
    todo: list[Any] = [reader.trailer]
    left = 20 * most
    for number, generation in sorted(numbers):
        todo.append(_object(reader, number, generation))
        while todo:
            value = todo.pop()
            left -= 1
            if left < 0:
                raise LimitReachedError
            if isinstance(value, DictionaryObject):
                yield value
                todo += dict.values(value)
            elif isinstance(value, list):
                todo += list.__iter__(value)


def _object(reader: PdfReader, number: int, generation: int) -> Any:
    try:
        return reader.get_object(IndirectObject(number, generation, reader))
    except (LimitReachedError, RecursionError, MemoryError):
        raise
    except BROKEN:
        return None  # an object that nothing refers to may be anything; what a page needs is read with the page


class _Found:
    """What the objects of a PDF hold unseen, as they are gone through."""

    def __init__(self) -> None:
        self.comments = self.files = self.fields = self.redactions = 0
        self.followed: list[str] = []
        self.photos: list[bytes] = []
        self.remarked_by: list[str] = []

    def look_at(self, dictionary: DictionaryObject) -> None:
        """Look at one dictionary. Raises ``Refused`` where it does something."""
        kind, subtype, action = (_value(dictionary, name) for name in ("/Type", "/Subtype", "/S"))
        if "/JS" in dictionary or (action in _ACTIONS and kind in (None, "/Action")) or "/XFA" in dictionary:
            what = (
                "a form that runs a program" if "/XFA" in dictionary else f"an action ({str(action or '/JS')[1:20]})"
            )
            raise runs(f"The file holds {what}.", "Print it to a new PDF: that leaves out programs and actions.")
        if subtype in _PLAYERS and "/Rect" in dictionary:
            raise runs("The file holds a film, a sound or a model that is played.", "Take it out, or link to it.")
        if not _OPENING.isdisjoint(dictionary) and any(_acts(_inner(dictionary, name)) for name in _OPENING):
            raise runs("The file does something by itself when it is opened.", "Print it to a new PDF.")
        self.files += "/EF" in dictionary or subtype == "/FileAttachment"
        self.fields += "/FT" in dictionary
        self.followed += [_text(_value(dictionary, name)) for name in ("/URI", "/Base") if name in dictionary]
        self.followed += ["file:"] if action == "/GoToR" else []
        self.redactions += subtype == "/Redact"
        if (
            subtype == "/Image"
            and isinstance(dictionary, StreamObject)
            and "/DCTDecode" in str(_inner(dictionary, "/Filter"))
        ):
            self.photos.append(_photo(dictionary))
        if subtype in _REMARKS and "/Rect" in dictionary:
            self._remark(dictionary, str(subtype))

    def _remark(self, dictionary: DictionaryObject, subtype: str) -> None:
        author, words = (str(_value(dictionary, name) or "") for name in ("/T", "/Contents"))
        out_of_sight = int(_value(dictionary, "/F") or 0) & 0b10
        self.comments += bool(words.strip()) and (subtype not in _SEEN or bool(out_of_sight))
        self.remarked_by += [author] if author.strip() else []

    def told(self, authors: list[str]) -> Iterator[Hidden]:
        """Give what was found, by kind."""
        if names := [*authors, *self.remarked_by]:
            yield Hidden("authors", names_of(names))
        yield from places_of(self.photos)
        yield from found("comments", self.comments, "comment")
        yield from found("embedded files", self.files, "file", " within it")
        yield from found("form fields", self.fields, "field", " of a form, or a signature")
        yield from look_at_links(self.followed, ())
        yield from found("covered text", self.redactions, "mark", " for redaction that nobody has applied")


def _photo(dictionary: StreamObject) -> bytes:
    """Give the bytes of a photo as a camera wrote them, whatever packs them once more."""
    data = dictionary.get_data()
    return data if data.startswith(b"\xff\xd8") else b""


def _acts(action: Any) -> bool:
    """Whether something that happens by itself is more than going to a page: one action, or one for each event."""
    if not isinstance(action, DictionaryObject):
        return False  # a place in the file
    return bool(action) and _value(action, "/S") not in _TURNS_A_PAGE


def _inner(dictionary: DictionaryObject, name: str) -> Any:
    """Give what stands under a name, also where that is an object of its own; ``None`` where there is nothing."""
    value = dict.get(dictionary, name)
    return None if value is None else value.get_object()


def _value(dictionary: DictionaryObject, name: str) -> Any:
    """Give a single value of a dictionary; ``None`` for a list, a dictionary and what is broken."""
    try:
        value = _inner(dictionary, name)
    except BROKEN:
        return None
    return None if isinstance(value, NullObject | dict | list) else value


def _text(value: Any) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value or "")


def _authors(reader: PdfReader) -> list[str]:
    info, described = _inner(reader.trailer, "/Info"), _inner(reader.root_object, "/Metadata")
    names = [str(_value(info, "/Author") or "")] if isinstance(info, DictionaryObject) else []
    if isinstance(described, StreamObject):
        names += read_xmp(described.get_data())[0]
    return [name for name in names if name.strip()]


def _layers(reader: PdfReader) -> Iterator[Hidden]:
    properties = _inner(reader.root_object, "/OCProperties")
    usual = _inner(properties, "/D") if isinstance(properties, DictionaryObject) else None
    off = _inner(usual, "/OFF") if isinstance(usual, DictionaryObject) else None
    if isinstance(usual, DictionaryObject) and _value(usual, "/BaseState") == "/OFF":
        yield Hidden("hidden text", "layers that cannot be seen, as long as nobody turns them on")
    elif isinstance(off, list):
        yield from found("hidden text", len(off), "layer", " that cannot be seen")


def _earlier(data: bytes) -> Iterator[Hidden]:
    """Tell of a file that was changed by adding to its end: what was there before is still in it."""
    ends = len(_END.findall(data)) - (b"/Linearized" in data[:2048])
    yield from found("earlier versions", max(ends - 1, 0), "earlier version", " of itself")


def _is_tagged(reader: PdfReader) -> bool:
    """Whether the file says what is a heading, a list, a table. That proves nothing, but without it none is known."""
    marked, structure = _inner(reader.root_object, "/MarkInfo"), _inner(reader.root_object, "/StructTreeRoot")
    says_so = isinstance(marked, DictionaryObject) and bool(_value(marked, "/Marked"))
    return says_so and isinstance(structure, DictionaryObject) and "/K" in structure
