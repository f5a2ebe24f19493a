"""Where the parts of a page stand: what opens it, what leads through it, its text, and what leads on from it.

The frame (``theme_overrides/main.html``) asks for this of every page, ours and those that people write by hand. Both
have elements that are closed and values in double quotation marks, so each is gone through by patterns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ..records.regime import Explanation
from . import addresses
from .explaining import Link, explained, place

FEW: Final = 5
"""So many headings, that of the page among them, are seen at once: only a page with more has a list of them."""

LONGEST: Final = 40
"""Links of such a list. Where there would be more, only the headings of level 2 are in it."""

_ASIDE: Final = re.compile(r'<(nav|section) class="(beside|after)[ "](?:[^<]++|<(?!/?\1\b))*+</\1>\s*+')
_OPENS: Final = re.compile(r'<(section) class="opens[ "](?:[^<]++|<(?!/?\1\b))*+</\1>\s*+')
_FIRST: Final = re.compile(r"<h2\b")
_BEGINS: Final = re.compile(r"<(?:section|div|ol|ul|li)\b[^<>]*+>")
_HEADING: Final = re.compile(
    r"<h(?P<level>[1-6])(?P<written>[^<>]*+)>(?P<words>(?:[^<]++|<(?!/?h[1-6]))*+)</h(?P=level)>"
)
_HEADING_BEGINS: Final = re.compile(r"<h[1-6]\b")
_WITH_PLACE: Final = re.compile(r'<[a-z]++\b(?:[^<> ]++| (?!id="))*+ id="([^"<>]++)"[^<>]*+>\s*+')
_ID: Final = re.compile(r' id="([^"]+)"')
_LINK: Final = re.compile(r'<a\b(?P<before>[^<>]*) href="(?P<to>(?![a-z]+:|#)[^"]*)"')
_LINKED: Final = re.compile(r"<a\b")
_NOT_IN_LINK: Final = re.compile(r"</?(?!span\b)[a-z][^<>]*>")
_NAME: Final = f"/{addresses.MEMBERS}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list of headings: the id of the place, its words, and the level of the heading: 2 or 3."""

    place: str
    words: Markup
    level: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the page uses, the id of the place that explains it, and what it means."""

    place: str
    word: str
    means: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a page, in the order in which they are read.

    ``opening`` is what stands before the first heading below that of the page, with each section whose first class is
    ``opens``; ``contents`` is the list of headings.
    ``beside`` leads through the page or tells its key facts, and ``after`` leads on: elements ``nav`` or ``section``
    whose first class says so, wherever they were written.
    """

    opening: Markup
    contents: list[Entry]
    beside: Markup
    text: Markup
    after: Markup
    words: list[Word]


def laid_out(html: str, at: str, explains: Sequence[Explanation] = (), link: Link | None = None) -> Layout:
    """Take the HTML of the page at an address apart. Each link to another page gets its address, for paper.

    The first use of each word that is explained becomes a ``link`` to what it means.
    """
    aside: dict[str, str] = {"beside": "", "after": ""}
    for found in _ASIDE.finditer(html):
        aside[found[2]] += found[0]
    main = _ASIDE.sub("", html)
    contents: list[Entry] = []
    if (
        len(_HEADING_BEGINS.findall(html)) > FEW and 'href="#' not in aside["beside"]
    ):  # a list of its own goes before ours
        main, contents = _listed(main)
    main, used = explained(main, explains, link) if link else (main, [])
    first = _first_heading(main, max((found.end() for found in _OPENS.finditer(main)), default=0))
    opening, text = main[:first], main[first:]
    return Layout(
        opening=_with_addresses(opening, at),
        contents=contents,
        beside=_with_addresses(aside["beside"], at),
        text=_with_addresses(text, at),
        after=_with_addresses(aside["after"], at),
        words=[Word(place(word), word.word, word.means) for word in used],
    )


def _first_heading(html: str, after: int) -> int:
    """Give where the first heading of level 2 stands, with what begins right before it; else the end."""
    found = _FIRST.search(html, after)
    if found is None:
        return len(html)
    at = found.start()
    while (before := html[:at].rstrip()).endswith(">") and (tag := before.rfind("<")) >= after:
        if not _BEGINS.fullmatch(before, tag):
            break
        at = tag
    return at


def _listed(html: str) -> tuple[str, list[Entry]]:
    """List the headings of a page, of level 2, and of level 3 where they are not too many for a list.

    A heading is found by the id of what it opens, by which it is cited, else by its own. One that has neither gets an
    id that leads there from the list; nothing is cited by it. One that is a link itself has no line: in a list of
    links its name would lead to two places.
    """
    headings = [
        (number, found)
        for number, found in enumerate(_HEADING.finditer(html), 1)
        if found["level"] in "23" and not _LINKED.search(found["words"])
    ]
    if len(headings) > LONGEST:
        headings = [(number, found) for number, found in headings if found["level"] == "2"]
    pieces: list[str] = []
    entries: list[Entry] = []
    last = 0
    for number, heading in headings:
        around = _WITH_PLACE.fullmatch(html, html.rfind("<", 0, heading.start()), heading.start())
        own = around or _ID.search(heading["written"])
        leads_to = own[1] if own else f"heading-{number}"
        words = Markup(_NOT_IN_LINK.sub("", heading["words"]))  # noqa: S704 - as the page has it
        entries.append(Entry(leads_to, words, int(heading["level"])))
        if not own:
            at = heading.start("written")
            pieces += [html[last:at], f' id="{leads_to}"']
            last = at
    return "".join((*pieces, html[last:])), entries


def _with_addresses(html: str, at: str) -> Markup:
    """Say in ``data-address`` where on this site each link leads. A name needs no address beside it."""

    def addressed(link: re.Match[str]) -> str:
        address = addresses.from_root(link["to"], at)
        said = "" if address.startswith(_NAME) else f' data-address="{address}"'
        return f"{link[0]}{said}"

    return Markup(_LINK.sub(addressed, html))  # noqa: S704 - as the page has it
