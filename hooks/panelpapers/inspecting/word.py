"""What a Word document holds unseen: comments, tracked changes, hidden text, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from ..records.attached import Hidden
from .links import beside, look_at_links
from .ooxml import tracked
from .packed import Package, attribute, local_name
from .refusing import runs
from .sight import UNSEEN
from .word_text import unseen_words
from .words_of import found

_WORD: Final = re.compile(r'(?:\\[lmnost]\s+(?:"[^"]*"|\S+)\s*)*(?:"([^"]*)"|(\S+))')
"""A word of an instruction; a switch goes before it with its own, such as the text that is shown over a link."""
_FETCHING: Final = frozenset(
    ("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DATABASE", "RD", "AUTOTEXTLIST")
)


def look_through_word(package: Package) -> Iterator[Hidden]:
    """Give what the parts of a Word document hold unseen. Raises ``Refused`` where a field starts a program."""
    texts = package.roots("document", "hdr", "ftr", "footnotes", "endnotes", "comments", "glossaryDocument")
    yield from _links(texts)
    yield from _comments(package)
    yield from tracked(texts)
    yield from found("hidden text", unseen_words(texts, package.roots("styles")), *UNSEEN)
    variables = [variable for root in package.roots("settings") for variable in root.iter("{*}docVar")]
    yield from found("custom data", len(variables), "document variable")


def _links(texts: list[etree._Element]) -> Iterator[Hidden]:
    """Look at what fields lead to and fetch (ECMA-376, 17.16.5). Raises ``Refused`` where one starts a program."""
    followed: list[str] = []
    fetched: list[str] = []
    for instruction in _instructions(texts):
        name, *words = [quoted or plain for quoted, plain in _WORD.findall(instruction)] or [""]
        if name.upper() in ("DDE", "DDEAUTO"):
            raise runs("The file has a field that starts another program (DDE).", "Take that field out.")
        if name.upper() == "HYPERLINK":
            followed += words[:1]
        elif name.upper() in _FETCHING:
            fetched += [*map(beside, words[:1]), *words[1:]]
    yield from look_at_links(followed, fetched)


def _instructions(texts: list[etree._Element]) -> Iterator[str]:
    """Give the instruction of each field: it may be cut into several runs, and hold other fields."""
    for root in texts:
        open_fields = [""]
        for piece in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText", "{*}delInstrText"):
            if local_name(piece) == "fldSimple":
                yield attribute(piece, "instr") or ""
            elif local_name(piece) != "fldChar":
                open_fields[-1] += piece.text or ""
            elif attribute(piece, "fldCharType") == "begin":
                open_fields.append("")
            elif attribute(piece, "fldCharType") == "end" and len(open_fields) > 1:
                yield open_fields.pop()
        yield from open_fields


def _comments(package: Package) -> Iterator[Hidden]:
    comments = [comment for root in package.roots("comments") for comment in root]
    people = (attribute(comment, "author") or "" for comment in comments)
    yield from found("comments", len(comments), "comment", names=people)
