"""Text of the records as HTML: the subset of Markdown that ``records.markup`` allows, cleaned once more by nh3.

Lists and lines stay as they were typed: Markdown would number a list anew, and join lines that stand apart. A list is
a list where HTML can show it exactly. What it cannot show so stays as its lines: ``(a)``, ``a.``, ``1)``, ``01.``,
``2026.``, and a number or star that begins one line alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import unescape
from typing import Final
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.nl2br import Nl2BrExtension
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markupsafe import Markup

from ..records.language import ENGLISH, Worded, each_version, in_all_versions
from .addresses import relative
from .languages import in_language

_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "table", "thead", "tbody", "tr", "th", "td", "br"}
_ATTRIBUTES = {"a": {"href"}, "th": {"scope"}, "ol": {"start"}, "li": {"value"}}


_PLAIN: Final = re.compile(r"""["'(£€$‘“]?[A-Za-z](?:[ "-%'-)+-;=?-Z^a-z{}~¡-\u02ff\u2010-\u2027€]*(?<! ))?""")
"""A paragraph in which nothing means anything to Markdown or HTML. Most are such."""


@lru_cache(maxsize=4096)
def _as_html(text: str) -> str:
    paragraphs = text.split("\n\n")
    if all(map(_PLAIN.fullmatch, paragraphs)):
        before, between, after = _around_paragraphs()
        return f"{before}{between.join(paragraphs)}{after}"
    return as_library_says(text)


@cache
def _around_paragraphs() -> list[str]:
    """Give what the library writes before a paragraph, between two and after the last."""
    return as_library_says("X\n\nX").split("X")


def as_library_says(text: str) -> str:
    """Give the HTML of a passage as Markdown makes it and nh3 cleans it, with links as they were typed."""
    html = converter().reset().convert(text).replace("<th>", '<th scope="col">')
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "http", "mailto"}, link_rel=None)


def passage_as_text(text: str) -> str:
    """Give a passage as lines of plain text, where there is no HTML: lists keep their numbers and signs."""

    def plain(version: str) -> str:
        return unescape(nh3.clean(converter(lists=False).reset().convert(version), tags=set()))

    return in_all_versions(each_version(text, plain))


def passage(text: str, page: str) -> Markup:
    """Give the HTML of a passage on a page, in each of its languages.

    A link that begins with a slash leads to this site, wherever it is.
    """
    if isinstance(text, Worded):
        each = text.versions.items()
        return Markup("\n").join(in_language(_passage(version, page), tag) for tag, version in each)
    return _passage(text, page)


def _passage(text: str, page: str) -> Markup:

    def onto_this_site(tag: str, attribute: str, value: str) -> str:
        return relative(value[1:], page) if (tag, attribute) == ("a", "href") and value.startswith("/") else value

    html = _as_html(text)
    if 'href="/' in html:
        html = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, attribute_filter=onto_this_site, link_rel=None)
    return Markup(html)  # noqa: S704 - nh3 has cleaned it, and only the tags named above are left


def passage_of_value(text: str, page: str) -> Markup:
    """Give the HTML of a passage that is a value in a description list: its first paragraph as text without a tag.

    Orca 43 with Firefox passes over the first paragraph, list or emphasis in a ``dd`` when it reads a whole page. It
    reads text and links that stand there by themselves.
    """
    versions = text.versions if isinstance(text, Worded) else {ENGLISH: text}
    (tag, words), *others = versions.items()
    first, _, rest = words.partition("\n\n")
    opening = nh3.clean(_passage(first, page), tags=_TAGS - {"p"}, attributes=_ATTRIBUTES, link_rel=None)
    then = (in_language(_passage(version, page), other) for other, version in ((tag, rest), *others))
    return Markup(in_language(opening, tag)) + Markup("").join(then)  # noqa: S704 - what nh3 has cleaned


_SETS_IN: Final = " " * 4
_OTHER_BLOCKS: Final = ("html_block", "reference", "setextheader", "hashheader", "code", "quote", "hr")


@cache
def converter(*, lists: bool = True) -> Markdown:
    """Make a converter for the subset of Markdown that passages may have; without lists, these stay lines of text.

    To make one costs more than to convert with it: there is one of each, to be reset before each text.
    """
    made = Markdown(extensions=["tables", Nl2BrExtension()], output_format="html")
    for name in (*_OTHER_BLOCKS, "olist", "ulist"):
        if name in made.parser.blockprocessors:
            made.parser.blockprocessors.deregister(name)
    if lists:
        made.parser.blockprocessors.register(_Numbered(made.parser), "olist", 40)
        made.parser.blockprocessors.register(_Bulleted(made.parser), "ulist", 30)
    return made


class _Numbered(SaneOListProcessor):
    """A list in which each entry keeps the number that it was typed with."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r"^ {0,3}(?:0|[1-9]\d{0,2})\. +(.*)")
        self.CHILD_RE = re.compile(r"^ {0,3}((?:(0|[1-9]\d{0,2})\.)) +(.*)")

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        numbers = [int(found[2]) for line in blocks[0].split("\n") if (found := self.CHILD_RE.match(line))]
        if _alone(self, parent, blocks, len(numbers)):
            return False
        super().run(parent, blocks)
        made = parent if parent.tag == self.TAG else self.lastChild(parent)
        if made is not None and made.tag == self.TAG:
            _number(made, numbers)
        return None


class _Bulleted(SaneUListProcessor):
    """A list with hyphens or stars. A plus is a sign of what follows it, and a star alone one of a footnote."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r"^ {0,3}[*-] +(.*)")
        self.CHILD_RE = re.compile(r"^ {0,3}(([*-])) +(.*)")

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        count = sum(bool(self.CHILD_RE.match(line)) for line in blocks[0].split("\n"))
        if blocks[0].lstrip().startswith("*") and _alone(self, parent, blocks, count):
            return False
        super().run(parent, blocks)
        return None


def _number(made: Element, numbers: list[int]) -> None:
    """Give the last entries of a list their numbers, each where it does not follow from the one before."""
    entries = made.findall("li")
    others = len(entries) - len(numbers)
    before = int(made.get("start", "1")) - 1
    for place, entry in enumerate(entries):
        number = numbers[place - others] if place >= others else int(entry.get("value", before + 1))
        if number != before + 1:
            entry.set("value", str(number))
        before = number


def _alone(
    processor: SaneOListProcessor | SaneUListProcessor, parent: Element, blocks: list[str], count: int
) -> bool:
    """Whether a line that begins as an entry of a list is the only one: none stands before it or follows."""
    before = processor.lastChild(parent)
    after = (block.lstrip("\n") for block in blocks[1:])
    follows = next((block for block in after if block and not block.startswith(_SETS_IN)), "")
    return count < 2 and (before is None or before.tag != processor.TAG) and not processor.RE.match(follows)
