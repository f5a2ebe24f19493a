"""A page as passages in the order in which they are read, for forms that have no boxes: braille and speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lxml import html

Kind = Literal["heading", "text", "entry", "term", "definition", "row"]

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS: Final = {
    *(
        *_HEADINGS,
        "p",
        "div",
        "section",
        "nav",
        "main",
        "details",
        "summary",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
    ),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr"),
}
"""Elements with which a passage begins, and with whose end one does."""
_CELLS: Final = ("th", "td")
_KINDS: Final[dict[str, Kind]] = {"li": "entry", "dt": "term", "dd": "definition", "tr": "row"}
_NUMBER: Final = re.compile(r"\d+\.")
BETWEEN_CELLS: Final = "; "
"""What stands between the cells of a row where there are no columns."""


@dataclass
class Passage:
    """A passage: what it is, how deep (the level of a heading, or of a list in a list), and its words.

    ``words`` are stretches, each with the language that it is marked as, or nothing where that is the page's.
    """

    kind: Kind
    depth: int
    words: list[tuple[str, str]]

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join("".join(text for text, _ in self.words).split())


def passages(main: html.HtmlElement) -> list[Passage]:
    """Give the passages of a page that have words. Numbers of lists are words; an image is its alternative text."""
    found: list[Passage] = [Passage("text", 0, [])]
    for piece in _walk(main, "text", 0, ""):
        if isinstance(piece, Passage):
            if found[-1].kind == "entry" and _NUMBER.fullmatch(found[-1].text):
                piece.words += found.pop().words  # a number stands before the paragraph that it is of
            found.append(piece)
        else:
            found[-1].words.append(piece)
    return [passage for passage in found if passage.text]


def _walk(element: html.HtmlElement, kind: Kind, depth: int, language: str) -> Iterator[Passage | tuple[str, str]]:
    tag, around = str(element.tag), (kind, depth)
    language = element.get("lang", language)
    if tag in _HEADINGS:
        kind, depth = "heading", int(tag[1:])
    elif tag == "p" and kind == "entry" and element.getprevious() is not None:
        kind = "text"
    elif tag in _KINDS:
        kind = _KINDS[tag]
        depth = sum(1 for _ in element.iterancestors("ul", "ol", "dl")) if tag != "tr" else depth
    if tag in _BLOCKS:
        yield Passage(kind, depth, [])
    if tag in _CELLS and element.getprevious() is not None:
        yield BETWEEN_CELLS, ""
    yield (_number(element) or element.get("alt", "") if tag in ("li", "img") else ""), language
    yield element.text or "", language
    for child in element:
        yield from _walk(child, kind, depth, language)
        yield child.tail or "", language
    if tag in _BLOCKS:
        yield Passage(*around, [])


def _number(entry: html.HtmlElement) -> str:
    """Give the number that a page shows before an entry of a list that it numbers."""
    around = entry.getparent()
    if around is None or around.tag != "ol" or around.get("class"):
        return ""
    return f"{int(around.get('start', '1')) + [*around.iterchildren('li')].index(entry)}. "
