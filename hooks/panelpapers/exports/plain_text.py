"""A finished page, or a part of it, as plain text: for e-mail, and for boards that take no web page.

No line has more than 72 signs, so that an e-mail in which it is quoted keeps its lines; only an address may be
longer. What is a heading is said in words, since plain text has no headings: the title of an entry names that itself,
and any other heading begins with "Heading:". Addresses are written out, where that of the site is known. Nothing says
in which language a text is, because a plain text cannot. The title of the page is left to whoever asks for its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from textwrap import fill
from typing import Final
from urllib.parse import urljoin

from lxml.html import HtmlElement, fragment_fromstring

WIDTH: Final = 72
"""The most signs of a line, as RFC 3676 has it for e-mail that is quoted."""

_SPACES: Final = re.compile(r"[ \t\r\n]+")
"""What a browser shows as one space. A space that keeps words on one line is another sign."""
_HEADING: Final = re.compile(r"h[1-6]")
_LEFT_OUT: Final = frozenset({"h1", "nav", "details", "form", "script", "svg", "img"})
"""What names a page or leads through it, or is folded up on it because it says once more what stands there."""
_BLOCKS: Final = frozenset(
    {"address", "article", "blockquote", "div", "figure", "figcaption", "hr", "p", "pre", "section"}
    | {"h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"}
    | {"table", "thead", "tbody", "tfoot", "tr", "th", "td"}
)


@dataclass(frozen=True, slots=True)
class _Block:
    """Some text with what stands before its first line and before the others.

    One that is ``close`` follows another such without a line between.
    """

    text: str
    first: str = ""
    rest: str = ""
    close: bool = False

    def within(self, first: str, rest: str) -> _Block:
        """Give it further in, behind a sign or a space."""
        return replace(self, first=first + self.first, rest=rest + self.rest)

    @property
    def lines(self) -> str:
        """The text in lines, with no word divided."""
        return fill(
            self.text,
            WIDTH,
            initial_indent=self.first,
            subsequent_indent=self.rest,
            break_long_words=False,
            break_on_hyphens=False,
            expand_tabs=False,
            replace_whitespace=False,
        )


def as_plain_text(html: str, address: str, home: str, parts: str = "") -> str:
    """Give the text of the HTML of a page at an address, or only of what the CSS classes ``parts`` name there.

    ``home`` is the whole address of the site, or nothing: then no address is written out.
    """
    page, whole = _Page(urljoin(home, address) if home else ""), fragment_fromstring(str(html), create_parent="div")
    chosen = [element for name in parts.split() for element in whole.find_class(name)] if parts else [whole]
    return together(_in_lines(page.blocks(element)) for element in chosen)


def together(texts: Iterable[str]) -> str:
    """Put texts below each other, with a line between."""
    return "\n\n".join(text.strip("\n") for text in texts if text.strip())


def wrapped(text: str) -> str:
    """Give one paragraph in lines."""
    return _Block(text).lines


def _in_lines(blocks: Iterable[_Block]) -> str:
    """Give blocks below each other: entries of one list without a line between."""
    said, before = "", None
    for block in blocks:
        said += ("" if before is None else "\n" if block.close and before.close else "\n\n") + block.lines
        before = block
    return said


@dataclass(frozen=True, slots=True)
class _Page:
    """Takes the elements of a page apart. ``at`` is its whole address, or nothing."""

    at: str

    def blocks(self, element: HtmlElement) -> Iterator[_Block]:
        """Give the blocks that an element holds, in the order in which they are read."""
        said = element.text or ""
        for child in element:
            if not _told(child):
                pass
            elif child.tag in _BLOCKS:
                yield from _paragraph(said)
                said = ""
                yield from self._block(child)
            else:
                said += self._inline(child)
            said += child.tail or ""
        yield from _paragraph(said)

    def _block(self, element: HtmlElement) -> Iterator[_Block]:
        if _HEADING.fullmatch(str(element.tag)):
            yield from _paragraph(self._heading(element))
        elif element.tag in ("ul", "ol"):
            yield from self._list(element)
        elif element.tag == "dl":
            yield from self._terms(element)
        elif element.tag == "table":
            yield from self._table(element)
        elif element.tag == "blockquote":
            yield from (block.within("> ", "> ") for block in self.blocks(element))
        elif "label" in element.classes:
            yield from _paragraph(f"{self._words(element)}:")
        else:
            yield from self.blocks(element)

    def _heading(self, element: HtmlElement) -> str:
        """Give a heading. That of an entry says what it is of; another one is told from the text by a word."""
        named = any(above.tag in ("li", "td", "th") for above in element.iterancestors())
        return f"{'' if named else 'Heading: '}{self._words(element)}"

    def _list(self, element: HtmlElement) -> Iterator[_Block]:
        for at, entry in enumerate((child for child in element if child.tag == "li"), start=1):
            blocks = list(self.blocks(entry))
            if any(_HEADING.fullmatch(str(child.tag)) for child in entry):
                yield from blocks
                continue
            sign = f"{at}. " if element.tag == "ol" else "- "
            space = " " * len(sign)
            for place, block in enumerate(blocks):
                yield replace(block.within(space if place else sign, space), close=True)

    def _terms(self, element: HtmlElement) -> Iterator[_Block]:
        term = ""
        for child in element.iter("dt", "dd"):
            if child.tag == "dt":
                term = self._words(child)
            else:
                yield from _labelled(term, self.blocks(child))

    def _table(self, element: HtmlElement) -> Iterator[_Block]:
        """Give a table row by row, each cell but the first behind the name of its column."""
        names = [self._words(cell) for cell in element.iterfind("thead//th")]
        for caption in element.iterfind("caption"):
            yield from _paragraph(f"Table: {self._words(caption)}")
        for row in element.iterfind("tbody/tr"):
            for at, cell in enumerate(cell for cell in row if cell.tag in ("td", "th")):
                name = cell.get("data-label") or (names[at] if at < len(names) else "")
                yield from _labelled(name, self.blocks(cell)) if at else self.blocks(cell)

    def _words(self, element: HtmlElement) -> str:
        """Give the text of an element in one line, with the addresses of its links."""
        inner = "".join(f"{self._inline(child) if _told(child) else ''}{child.tail or ''}" for child in element)
        return _SPACES.sub(" ", f"{element.text or ''}{inner}").strip()

    def _inline(self, element: HtmlElement) -> str:
        if element.tag == "br":
            return " "
        inner = "".join(f"{self._inline(child) if _told(child) else ''}{child.tail or ''}" for child in element)
        said = f"{element.text or ''}{inner}"
        leads = self._address(element.get("href", "")) if element.tag == "a" else ""
        return f"{said} <{leads}>" if leads and leads.removeprefix("mailto:") not in said else said

    def _address(self, link: str) -> str:
        """Give where a link leads, if that is another page and can be written out."""
        if link.startswith("#") or not (self.at or ":" in link):
            return ""
        return urljoin(self.at, link).removeprefix("mailto:").removeprefix("tel:")


def _told(element: HtmlElement) -> bool:
    """Whether an element is one that is read, and no comment."""
    if not isinstance(element.tag, str):
        return False
    return element.tag not in _LEFT_OUT and not (element.tag == "section" and "after" in element.classes)


def _paragraph(text: str) -> Iterator[_Block]:
    if said := _SPACES.sub(" ", text).strip():
        yield _Block(said)


def _labelled(name: str, blocks: Iterable[_Block]) -> Iterator[_Block]:
    """Give blocks of which the first begins with a name."""
    for at, block in enumerate(blocks):
        told = block if at or not name else replace(block, text=f"{name}: {block.text}")
        yield replace(told.within("  " if at else "", "  "), close=True)
