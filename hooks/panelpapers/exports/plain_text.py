"""A finished page, or a part of it, as plain text: for e-mail, and for boards that take no web page.

No line has more than 72 signs, so that an e-mail in which it is quoted keeps its lines; only an address may be
longer. What is a heading is said in words, since plain text has no headings: the title of an entry names that itself,
and any other heading begins with "Heading:". Addresses are written out, where that of the site is known. Nothing says
in which language a text is, because a plain text cannot. The title of the page is left to whoever asks for its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Final, NamedTuple
from urllib.parse import urljoin

from lxml.html import HtmlElement, fragment_fromstring

WIDTH: Final = 72
"""The most signs of a line, as RFC 3676 has it for e-mail that is quoted."""

_SPACES: Final = re.compile(r"[ \t\r\n]+")
"""What a browser shows as one space. A space that keeps words on one line is another sign."""
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LEFT_OUT: Final = frozenset({"h1", "nav", "details", "form", "script", "svg", "img"})
"""What names a page or leads through it, or is folded up on it because it says once more what stands there."""
_BLOCKS: Final = frozenset(
    {"address", "article", "blockquote", "div", "figure", "figcaption", "hr", "p", "pre", "section"}
    | {"ul", "ol", "li", "dl", "dt", "dd"}
    | {"table", "thead", "tbody", "tfoot", "tr", "th", "td"}
    | _HEADINGS
)


class _Block(NamedTuple):
    """Some text with what stands before its first line and before the others.

    One that is ``close`` follows another such without a line between.
    """

    text: str
    first: str = ""
    rest: str = ""
    close: bool = False

    def within(self, first: str, rest: str) -> _Block:
        """Give it further in, behind a sign or a space, close to what is within as well."""
        return _Block(self.text, first + self.first, rest + self.rest, close=True)

    @property
    def lines(self) -> str:
        """The text in lines, with no word divided."""
        if len(self.first) + len(self.text) <= WIDTH:
            return self.first + self.text
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
    said, close = list[str](), False
    for block in blocks:
        said += ("\n" if block.close and close else "\n\n", block.lines)
        close = block.close
    return "".join(said[1:])


@dataclass(frozen=True, slots=True)
class _Page:
    """Takes the elements of a page apart. ``at`` is its whole address, or nothing."""

    at: str

    def blocks(self, element: HtmlElement) -> list[_Block]:
        """Give the blocks that an element holds, in the order in which they are read."""
        found, said = list[_Block](), element.text or ""
        for child in element:
            if child.tag in _BLOCKS:
                found += [*_paragraph(said), *self._block(child)]
                said = ""
            else:
                said += self._inline(child)
            said += child.tail or ""
        return [*found, *_paragraph(said)]

    def _block(self, element: HtmlElement) -> list[_Block]:
        if element.tag == "section" and "after" in element.classes:
            return []
        if element.tag in _SPECIAL:
            return _SPECIAL[str(element.tag)](self, element)
        if element.get("class") == "label":
            return _paragraph(f"{self._words(element)}:")
        return self.blocks(element)

    def _heading(self, element: HtmlElement) -> list[_Block]:
        """Give a heading. That of an entry says what it is of; another one is told from the text by a word."""
        named = any(above.tag in ("li", "td", "th") for above in element.iterancestors())
        return _paragraph(f"{'' if named else 'Heading: '}{self._words(element)}")

    def _quotation(self, element: HtmlElement) -> list[_Block]:
        return [block.within("> ", "> ") for block in self.blocks(element)]

    def _list(self, element: HtmlElement) -> list[_Block]:
        found = list[_Block]()
        for at, entry in enumerate(element.iterfind("li"), start=1):
            blocks = self.blocks(entry)
            if not any(child.tag in _HEADINGS for child in entry):
                sign = f"{at}. " if element.tag == "ol" else "- "
                space = " " * len(sign)
                blocks = [block.within(space if place else sign, space) for place, block in enumerate(blocks)]
            found += blocks
        return found

    def _terms(self, element: HtmlElement) -> list[_Block]:
        found, term = list[_Block](), ""
        for child in element.iter("dt", "dd"):
            if child.tag == "dt":
                term = self._words(child)
            else:
                found += _labelled(term, self.blocks(child))
        return found

    def _table(self, element: HtmlElement) -> list[_Block]:
        """Give a table row by row, each cell but the first behind the name of its column."""
        names = [self._words(cell) for cell in element.iterfind("thead//th")]
        found = [block for of in element.iterfind("caption") for block in _paragraph(f"Table: {self._words(of)}")]
        for row in element.iterfind("tbody/tr"):
            for at, cell in enumerate(row):
                name = cell.get("data-label") or (names[at] if at < len(names) else "")
                found += _labelled(name, self.blocks(cell)) if at else self.blocks(cell)
        return found

    def _words(self, element: HtmlElement) -> str:
        """Give the text of an element in one line, with the addresses of its links."""
        return _SPACES.sub(" ", self._inner(element)).strip()

    def _inner(self, element: HtmlElement) -> str:
        parts = [element.text or ""]
        for child in element:
            parts += (self._inline(child), child.tail or "")
        return "".join(parts)

    def _inline(self, element: HtmlElement) -> str:
        """Give an element within a line; nothing for a comment, or for what a text leaves out."""
        if element.tag in _LEFT_OUT or not isinstance(element.tag, str):
            return ""
        if element.tag == "br":
            return " "
        said = self._inner(element)
        leads = self._address(element.get("href", "")) if element.tag == "a" else ""
        return f"{said} <{leads}>" if leads and leads not in said else said

    def _address(self, link: str) -> str:
        """Give where a link leads, if that is another page and can be written out."""
        if link.startswith("#") or not (self.at or ":" in link):
            return ""
        return urljoin(self.at, link).removeprefix("mailto:").removeprefix("tel:")


_SPECIAL: Final[Mapping[str, Callable[[_Page, HtmlElement], list[_Block]]]] = {
    **dict.fromkeys(_HEADINGS, _Page._heading),
    "ul": _Page._list,
    "ol": _Page._list,
    "dl": _Page._terms,
    "table": _Page._table,
    "blockquote": _Page._quotation,
}
"""How elements that are more than their paragraphs are put."""


def _paragraph(text: str) -> list[_Block]:
    said = _SPACES.sub(" ", text).strip() if text else ""
    return [_Block(said)] if said else []


def _labelled(name: str, blocks: Sequence[_Block]) -> list[_Block]:
    """Give blocks of which the first begins with a name."""
    opening = [f"{name}: " if name else "", *[""] * len(blocks)]
    return [
        block._replace(text=f"{label}{block.text}").within("  " if at else "", "  ")
        for at, (label, block) in enumerate(zip(opening, blocks, strict=False))
    ]
