"""Marks in the pages what the index for searching shall pass over, so that each piece of the index stays small.

Pagefind keeps every place of every word. The places of "the" alone are more than a search may load, and a rare word
that stands beside it in the alphabet is in the same piece. It has no option to leave words out. So the copies of the
pages that it reads have a sign before each common word, and before a word that was there a few times already: the
index then has those under another name, which nobody asks for. Readers never see the copies.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

SIGN = "\u3164"
"""A letter without a picture, which no editor may type: Pagefind reads it as part of the word. assets/search.js takes
it out of what it shows."""

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
_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"</?([a-z0-9]*+)")
_CLASS = re.compile(r'\bclass="([^"]*)"')
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACES = re.compile(r"(\s+)")
_NO_LETTER = re.compile(r"[\W_]+")


def is_searched(page: str) -> bool:
    """Whether the HTML of a page says that it is to be found."""
    return _BODY in page


def marked(page: str, places: Counter[str]) -> str:
    """Give the HTML of a page, without the frame around its text, with the sign before each word that is passed over.

    Adds to ``places`` what the other words take up in the index: one for each place, and one for the page.
    """
    start = page.rindex("<", 0, page.index(_BODY))
    begin = page.index(">", start) + 1
    closing = f"</{_name_of(page[start:begin])}>"
    end = page.find(closing, begin)
    seen: dict[str, int] = {}
    text = "".join(_parts(page[begin : end if end > 0 else None], seen))
    for word, count in seen.items():
        places[word] += 1 + min(count, AT_MOST)
    return f"{page.partition('<head>')[0]}<body>{page[start:begin]}{text}{closing}"


def _parts(body: str, seen: dict[str, int]) -> Iterator[str]:
    """Give the tags of a text as they are, and what is between them marked."""
    most, outside = AT_MOST, list[str]()  # the element that is left out, as often as it is open
    pieces = iter(("", *_TAG.split(body)))
    for tag, text in zip(pieces, pieces, strict=True):
        if tag.startswith(("<h", "</h")) and _name_of(tag) in _HEADINGS:
            most = AT_MOST if tag.startswith("</") else sys.maxsize
        if outside:
            if _name_of(tag) == outside[0]:
                outside = outside[1:] if tag.startswith("</") else [*outside, outside[0]]
        elif "class=" in tag and (found := _CLASS.search(tag)) and LEFT_OUT & set(found[1].split()):
            outside = [_name_of(tag)]
        yield tag
        yield text if outside or not text or text == "\n" else _with_signs(text, seen, most)


def _name_of(tag: str) -> str:
    return _NAME.split(tag, 1)[1] if tag else ""


def _with_signs(text: str, seen: dict[str, int], most: int) -> str:
    """Give a text with the sign before common words, and before those that were ``seen`` more than ``most`` times."""
    between, words = (" ", text.split(" ")) if text.isprintable() else ("", _SPACES.split(text))  # it may have lines
    signed = []
    for word in words:
        name = _name(word)
        if name and name not in COMMON:
            seen[name] = count = seen.get(name, 0) + 1
            signed.append(word if count <= most else SIGN + word)
        else:
            signed.append(SIGN + word if name else word)
    return between.join(signed)


@lru_cache(maxsize=100_000)
def _name(word: str) -> str:
    return _NO_LETTER.sub("", word.lower())
