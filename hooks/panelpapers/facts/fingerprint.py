"""What a record says, as one hash: of its words, figures and days, and not of how they are typed, laid out or shown.

Neither Markdown nor white space counts, nor the order or the names of fields, nor ids: a later version of this
software gives the same hash of the same record. The order within a list counts, and so does every word.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import Final

from ..records.base import Record
from ..records.typed import Typed, as_fields

_NO_WORDS: Final = frozenset({"id", "language", "draft", "notes", "known"})
"""Fields in which nothing stands that anybody reads."""

_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)")
_LAYOUT: Final = re.compile(
    r"^(?=[^\n]*---)[ \t|:-]*$"  # what parts the head of a table from its rows
    r"|^(?:[ \t]*(?:[-*+>]|#{1,6})[ \t]+)+"  # marks of lists, quotations and headings, one within another too
    r"|\|",
    re.MULTILINE,
)
_EMPHASIS: Final = re.compile(r"\\(?=[^\w\s])|[*`]+|(?<!\w)_+|_+(?!\w)")


def words_of(text: str) -> str:
    """Give the words of a text as they are read: without Markdown, each stretch of white space as one space."""
    bare = _EMPHASIS.sub("", _LAYOUT.sub(" ", _LINK.sub(r"\1", text)))
    return " ".join(unicodedata.normalize("NFC", bare).split())


def fingerprint(record: Record) -> str:
    """Give the hash of what a record says, in hexadecimal digits. What may not be published is taken out before."""
    return _hash(as_fields(record)).hex()


def _hash(typed: Typed) -> bytes:
    if isinstance(typed, dict):
        within = (_named(name, value) for name, value in typed.items() if name not in _NO_WORDS)
        return _together("group", sorted(within))
    if isinstance(typed, list):
        return _together("list", [_hash(entry) for entry in typed])
    return sha256(f"text {words_of(str(typed))}".encode()).digest()


def _named(name: str, value: Typed) -> bytes:
    """Give the hash of a field. Only yes and no mean nothing without its name."""
    return _hash(f"{name}: {'yes' if value else 'no'}" if isinstance(value, bool) else value)


def _together(kind: str, hashes: list[bytes]) -> bytes:
    return sha256(kind.encode() + b"".join(hashes)).digest()
