"""The text of one page inside another: ids stay unique, links lead where they led, headings are one level lower.

The texts are those that our templates made a moment before, with every element closed and every value in double
quotation marks: they are gone through from tag to tag, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from ..exports.leaving_out import without
from . import addresses
from .site import Page

LEFT_OUT: Final = frozenset(
    ("contents", "citing", "after", "short-forms", "paragraph-links", "opens", "commitments", "figures", "elsewhere")
)
"""Classes of what leads through a page, explains it or says first what it says in full: around it that is once."""

_ASKING: Final = ("for", "aria-labelledby", "aria-describedby", "headers")
"""Attributes that name places on the page by their ids: one, or several with spaces between them."""
_LEADING: Final = ("href", "src", "srcset")
_LOWER: Final = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)([^<>]*)>")
_SPECIAL: Final = re.compile("[&<>\"']")
_ATTRIBUTE: Final = re.compile(r'(?<!\s)\s++([^\s="]+)(?:="([^"]*)")?')

_CHANGED: Final = frozenset(("a", "details", "h1"))
_BLOCKS: Final = frozenset(
    [
        "div",
        "section",
        "p",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "figure",
        "figcaption",
        "details",
        "summary",
        "blockquote",
        "caption",
    ]
)
"""Elements around which white space shows nothing: a whole meeting is long enough without it."""
_NAMED: Final = re.compile(r'[&\n]| (?:id|for|aria-\w+|headers|href|src|srcset)=| class="beside ')
"""What is in a tag that stands otherwise around: all other tags are taken as they are."""

_Attributes = dict[str, str | None]


def embedded(pages: Sequence[Page], at: str, inside: Mapping[str, str]) -> list[Markup]:
    """Give the texts of pages to stand together on the page at the address ``at``.

    ``inside`` names each of them by its address: ``{"meetings/2026-01-05/agenda/": "agenda"}``. The name comes before
    each id of that page (``item-8`` is ``agenda-item-8``); a link to one of these pages becomes a link to its place
    on this one. The id of the page's own title is the name with ``-title``. Closed details are opened; a link that is
    there for citing only, and is no stop for the keyboard, is a plain text. What stood beside the text of a page
    stands within it. An id that nothing here asks for is left out: a place is cited on its own page.
    """
    parts = [_Part(page, at, inside) for page in pages]
    asked_for = set().union(*(part.asked_for for part in parts))
    # The pages were made by templates that escape, and every value that is written anew is escaped again.
    return [Markup("".join(part.pieces(asked_for))) for part in parts]  # noqa: S704


class _Part:
    """One page on its way into another: its pieces in order, and which places they ask for."""

    def __init__(self, page: Page, at: str, inside: Mapping[str, str]) -> None:
        self._page, self._at, self._inside = page.address, at, inside
        self._name = inside[page.address]
        self._led: dict[str, str] = {}
        self._pieces: list[str | tuple[str, _Attributes]] = []
        self.asked_for = {f"{self._name}-title"}
        self._take(page.html)

    def pieces(self, asked_for: set[str]) -> Iterator[str]:
        """Give the pieces of HTML. Of the ids, only those that are ``asked_for`` are left."""
        for piece in self._pieces:
            if isinstance(piece, str):
                yield piece
            else:
                tag, attributes = piece
                if attributes.get("id") not in asked_for:
                    attributes.pop("id", None)
                yield f"<{tag}{_written(attributes)}>"

    def _take(self, html: str) -> None:
        pieces = iter(_TAG.split(without(html, LEFT_OUT, ("script",))))
        self._pieces.append(_plain(next(pieces)))
        bare = False  # within a link that becomes plain text
        for end, tag, written, text in zip(pieces, pieces, pieces, pieces, strict=True):
            if end:
                if not (bare and tag == "a"):
                    self._pieces.append(f"</{_LOWER.get(tag, tag)}>")
                bare = bare and tag != "a"
            elif written and not _NAMED.search(written) and tag not in _CHANGED:
                self._pieces.append(f"<{_LOWER.get(tag, tag)}{written}>")
            else:
                attributes = _attributes(written) if written else {}
                if tag == "a" and attributes.get("tabindex") == "-1":
                    bare = True
                else:
                    self._open(tag, attributes)
            if text and not (tag in _BLOCKS and text.isspace()):
                self._pieces.append(_plain(text))

    def _open(self, tag: str, attributes: _Attributes) -> None:
        if attributes:
            if names := attributes.get("class"):
                attributes["class"] = names.removeprefix("beside ")
            self._rename(attributes)
            self._lead(attributes)
        if tag == "details":
            attributes.setdefault("open", None)
        if tag == "h1":
            attributes["id"] = f"{self._name}-title"
        tag = _LOWER.get(tag, tag)
        self._pieces.append((tag, attributes) if attributes else f"<{tag}>")

    def _rename(self, attributes: _Attributes) -> None:
        if named := attributes.get("id"):
            attributes["id"] = f"{self._name}-{named}"
        for attribute in _ASKING:
            if asked := attributes.get(attribute):
                names = [f"{self._name}-{named}" for named in asked.split()]
                self.asked_for.update(names)
                attributes[attribute] = " ".join(names)

    def _lead(self, attributes: _Attributes) -> None:
        for attribute in _LEADING:
            link = attributes.get(attribute)
            if link is None:
                continue
            if link not in self._led:
                self._led[link] = self._where(link)
            led = attributes[attribute] = self._led[link]
            if attribute == "href" and led.startswith("#"):
                self.asked_for.add(led[1:])

    def _where(self, link: str) -> str:
        """Give a link as it is on the page around."""
        if urlsplit(link).scheme:
            return link
        path, _, fragment = addresses.from_root(link, self._page)[1:].partition("#")
        if path in self._inside:
            return f"#{self._inside[path]}-{fragment}" if fragment else f"#{self._inside[path]}"
        return addresses.relative(f"{path}#{fragment}" if fragment else path, self._at)


def _attributes(written: str) -> _Attributes:
    return {found[1]: unescape(found[2]) if found[2] else found[2] for found in _ATTRIBUTE.finditer(written)}


def _written(attributes: _Attributes) -> str:
    return "".join(
        f" {name}" if value is None else f' {name}="{escape(value) if _SPECIAL.search(value) else value}"'
        for name, value in attributes.items()
    )


def _plain(text: str) -> str:
    """Give a text with quotation marks and apostrophes as they are: they need no escape there."""
    return text.replace("&#39;", "'").replace("&#34;", '"') if "&#3" in text else text
