"""Marks in the pages what the index for searching shall pass over, so that each piece of the index stays small.

Pagefind keeps every place of every word. The places of "the" alone are more than a search may load, and a rare word
that stands beside it in the alphabet is in the same piece. It has no option to leave words out. So the copies of the
pages that it reads have a sign before each common word, and before a word that was there a few times already: the
index then has those under another name, which nobody asks for. Readers never see the copies.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

SIGN = "\u2060"
"""A word joiner: it has no width, and no editor types it. assets/search.js takes it out of what it shows."""

COMMON = frozenset({
    "a", "about", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "for", "from", "has", "have",
    "how", "in", "is", "it", "of", "on", "or", "said", "say", "says", "that", "the", "their", "there", "this",
    "to", "was", "were", "what", "when", "where", "which", "who", "why", "will", "with",
})  # fmt: skip
"""Too common to tell pages apart: nobody can search for these."""

AT_MOST = 3
"""How many places of a word in the running text of one page are kept. What is found does not change by that, and the
best place of a page is found in its text."""

LEFT_OUT = frozenset({"contents", "around", "citing"})
"""Classes of what is no text of a page's own: links to its parts, to the pages around it, and for citing it."""

_BODY = "data-pagefind-body"
_TAG_OR_TEXT = re.compile(r"<(?P<end>/?)(?P<tag>[a-z0-9]*+)(?P<attributes>[^<>]*)>|[^<]+")
_CLASS = re.compile(r'\bclass="([^"]*)"')
_HEADING = re.compile(r"h[1-6]")
_WORD = re.compile(r"\S+")
_NO_LETTER = re.compile(r"[\W_]+")


def is_searched(page: str) -> bool:
    """Whether the HTML of a page says that it is to be found."""
    return _BODY in page


def marked(page: str, places: Counter[str]) -> str:
    """Give the HTML of a page with the sign before each word that is passed over.

    Adds to ``places`` what the other words take up in the index: one for each place, and one for the page.
    """
    before, _, rest = page.partition(_BODY)
    attributes, _, body = rest.partition(">")
    marker = _Marker()
    text = _TAG_OR_TEXT.sub(marker.part, body)
    for word, count in marker.seen.items():
        places[word] += 1 + min(count, AT_MOST)
    return f"{before}{_BODY}{attributes}>{text}"


@lru_cache(maxsize=100_000)
def _name(word: str) -> str:
    return _NO_LETTER.sub("", word.lower())


class _Marker:
    """Goes through one page, part by part, and remembers where it is and which words were there before."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.in_heading = False
        self.outside: list[str] = []  # the element that is left out, as often as it is open

    def part(self, part: re.Match[str]) -> str:
        if part["tag"] is None:
            return part.group() if self.outside else _WORD.sub(self.word, part.group())
        if _HEADING.fullmatch(part["tag"]):
            self.in_heading = not part["end"]
        if self.outside and part["tag"] == self.outside[0]:
            self.outside = self.outside[1:] if part["end"] else [*self.outside, part["tag"]]
        elif not self.outside and (found := _CLASS.search(part["attributes"])):
            self.outside = [part["tag"]] if LEFT_OUT & set(found[1].split()) else []
        return part.group()

    def word(self, word: re.Match[str]) -> str:
        name = _name(word.group())
        if name in COMMON:
            return SIGN + word.group()
        if name:
            self.seen[name] += 1
        return SIGN + word.group() if self.seen[name] > AT_MOST and not self.in_heading else word.group()
