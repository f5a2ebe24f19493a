"""Marks in the pages what the index for searching shall pass over, so that each piece of the index stays small.

Pagefind copies a text once for each element around it, and looks at every tag. So it is given headings and sentences
of a page, without what stands around and within them: that takes it three quarters of the time.

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
from typing import Final, NamedTuple

from .leaving_out import without

SIGN = "\u3164"
"""A letter without a picture, which no editor may type: Pagefind reads it as part of the word. assets/search.js takes
it out of what it shows."""

UNSEEN = "⟫"
"""A sign before a word that only the index reads, behind the word as it is written: assets/search.js shows none."""

LETTERS: Final = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "Ł": "L", "Ø": "O", "Đ": "D", "Ð": "D", "Þ": "Th", "ẞ": "SS", "Æ": "AE", "Œ": "OE", "İ": "I", "Ħ": "H",
})  # fmt: skip
"""Letters that are no other letter with a mark, as people without such a key type them. Pagefind takes off marks."""

SHORT: Final = {
    "cllr": "councillor", "clr": "councillor", "cllrs": "councillors",
    "cttee": "committee", "govt": "government", "dept": "department",
}  # fmt: skip
"""Words that people write short: whichever is typed finds both."""

COMMON = frozenset({
    "a", "about", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "for", "from", "has", "have",
    "how", "in", "is", "it", "of", "on", "or", "said", "say", "says", "that", "the", "their", "there", "this",
    "to", "was", "were", "what", "when", "where", "which", "who", "why", "will", "with",
})  # fmt: skip
"""Too common to tell pages apart: nobody can search for these."""

AT_MOST = 3
"""How many places of a word in the running text of one page are kept. What is found does not change by that, and the
best place of a page is found in its text."""

FULL = 5_000
"""Places of a word in all pages, from which on each further page keeps one: so no word of a large archive weighs more
than a search may load."""

_LEFT_OUT: Final = frozenset({"contents", "opens", "after", "citing", "paragraph-links", "found-elsewhere"})
"""Classes of what is no text of a page's own: links to its parts, to the pages around it, and for citing it; what
says first, at the top, what is found at its place below; and entries that have their place on another page."""

_NO_TEXT: Final = frozenset({"nav", "form", "label", "script", "style", "svg"})
"""Elements that Pagefind leaves out by itself."""

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SENTENCES: Final = frozenset({"p", "li", "td", "dd"})
"""Elements at whose end a sentence ends: Pagefind puts a full stop there."""

_AROUND: Final = frozenset({"div", "section", "article", "ul"})
"""Those that stand around them, and divide words."""

_BODY = "data-pagefind-body"
_SAID = re.compile(r' data-(title|kind|language|meeting|year|body-\d+)="([^"]*)"')
"""What a page says that it is found as."""

_NO_FILTERS: Final = ("title", "meeting", "language")
_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"</?([a-z0-9]*+)")
_ID = re.compile(r' id="[^"]*"')
_LED = re.compile(r'((?:<h[2-6]>[^<]*</h[2-6]>\s*)+(?:\s|</?p>)*)<(p|i|h[2-6])( id="[^"]*")>')
"""Headings without a place of their own, right before one that has it."""

_PLACE_JUST_BEFORE = re.compile(r' id="[^"<]*">(?:</i>)?\s*$')
_NO_LETTER = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"(?<!\d)\d++(?:[.,]\d++)++|(?<![\d.,])\d++(?=[^\W\d_])")
"""What must be read as a number: one with a sign in it, or with a unit right behind it."""

_ALL_NUMBER = re.compile(r"\W*+\d[\d.,]*+\W*+")
_THOUSANDS = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")
_UNSPACED = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff])(?=[\u3040-\u30ff\u3400-\u9fff])")
"""Between two letters of a script without spaces: each is a word of the index, and a search puts them together."""


def is_searched(page: str) -> bool:
    """Whether the HTML of a page says that it is to be found."""
    return _BODY in page


class Marked(NamedTuple):
    """A page as the index reads it.

    ``seen`` has its words, but for common ones, each with how often it is there; ``full`` are those of them that were
    on so many pages before that this page keeps one place of each.
    """

    copy: str
    seen: dict[str, int]
    full: list[str]

    def stands(self, places: Counter[str]) -> bool:
        """Whether the page would be marked in the same way after the pages whose ``places`` are given."""
        return self.full == [word for word in self.seen if places[word] > FULL]

    def add_to(self, places: Counter[str]) -> None:
        """Add to ``places`` what its words take up in the index: one for each place, and one for the page."""
        for word, count in self.seen.items():
            places[word] += 2 if places[word] > FULL else 1 + min(count, AT_MOST)


def marked(page: str, places: Counter[str]) -> Marked:
    """Give the sentences of a page as HTML, with the sign before each word that is passed over.

    ``places`` is what the words of the pages before take up in the index.
    """
    start = page.rindex("<", 0, page.index(_BODY))
    begin = page.index(">", start) + 1
    closing = f"</{_name_of(page[start:begin])}>"
    end = page.find(closing, begin)
    seen: dict[str, int] = {}
    text = _LED.sub(_led, "".join(_parts(page[begin : end if end > 0 else None], seen, places)))
    copy = f"{page.partition('<head>')[0]}<body>{_described(page[start:begin])}{text}{closing}"
    return Marked(copy, seen, [word for word in seen if places[word] > FULL])


def _described(tag: str) -> str:
    """Tell Pagefind by which attributes of a tag a page is found, and by which of them searches are filtered."""
    said = dict(_SAID.findall(tag))
    filters = [f"{name.partition('-')[0]}[data-{name}]" for name in said if name not in _NO_FILTERS]
    filters += ["help[data-kind]"] if said.get("kind") == "Help" else []
    found = ", ".join(f"{name}[data-{name}]" for name in said)
    return f'{tag[:-1]} data-pagefind-meta="{found}" data-pagefind-filter="{", ".join(filters)}">'


def _led(found: re.Match[str]) -> str:
    """Put a place before the headings that lead to it: what is found in them belongs there, not to what was before.

    Headings right at the beginning of another place are that place's own.
    """
    if _PLACE_JUST_BEFORE.search(found.string, max(0, found.start() - 200), found.start()):
        return found[0]
    return f"<i{found[3]}></i>{found[1]}<{found[2]}>"


@lru_cache(maxsize=4096)
def _tag(tag: str) -> tuple[str, str]:
    """Give the element that a tag begins or ends, and what the copy has in place of the tag."""
    name = _name_of(tag)
    found = _ID.search(tag)
    place = found[0] if found else ""
    if name in _SENTENCES or name in _HEADINGS:
        kept = name if name in _HEADINGS else "p"
        return name, f"</{kept}>" if tag.startswith("</") else f"<{kept}{place}>"
    return name, f" <i{place}></i>" if place else " " if name in _AROUND else ""


def _parts(body: str, seen: dict[str, int], places: Counter[str]) -> Iterator[str]:
    """Give the sentences of a text marked, each in its element, and the places that links lead to."""
    most = AT_MOST
    said = list[str]()
    pieces = iter(("", *_TAG.split(without(body, _LEFT_OUT, _NO_TEXT))))
    for tag, text in zip(pieces, pieces, strict=True):
        name, copied = _tag(tag)
        if copied:
            if said:
                yield _with_signs("".join(said), seen, most, places)
                said.clear()
            yield copied
            if name in _HEADINGS:
                most = AT_MOST if copied.startswith("</") else sys.maxsize
        if said or text != "\n":
            said.append(text)
    yield _with_signs("".join(said), seen, most, places)


def _name_of(tag: str) -> str:
    return _NAME.split(tag, 1)[1] if tag else ""


def _with_signs(text: str, seen: dict[str, int], most: int, places: Counter[str]) -> str:
    """Give a text with the sign before common words, and before those that were ``seen`` as often as is kept."""
    signed = []
    for word in (text if text.isascii() else _UNSPACED.sub(" ", _HIDDEN.sub("", text))).split():
        name, read = _read(word)
        if name:
            seen[name] = count = seen.get(name, 0) + 1
            if count > 1 and (count > most or places[name] > FULL):
                read = SIGN + word
        signed.append(read)
    return " ".join(signed)


@lru_cache(maxsize=100_000)
def _read(word: str) -> tuple[str, str]:
    """Give what a word is counted as, and what the index reads for it: the word, and others that it is found by.

    Common words, and signs, are not counted. Pagefind leaves signs out, so that 13.5 were 135: 13d5 is read for it,
    and 32500 for 32,500 and 32.500. With £1.2m goes 1d2.
    """
    name = _NO_LETTER.sub("", word.lower())
    if name in COMMON or not name:
        return "", SIGN + word if name else word
    others = [found for number in _NUMBER.findall(word) if (found := _found_as(number)) != word]
    plain = word.translate(LETTERS)
    if plain != word:
        others.append(plain)
    if name in SHORT:
        others.append(SHORT[name])
    shown = SIGN + word if others and _ALL_NUMBER.fullmatch(word) else word
    return name, " ".join((shown, *(UNSEEN + other for other in others)))


def _found_as(number: str) -> str:
    return re.sub(r"[.,]", "", number) if _THOUSANDS.fullmatch(number) else re.sub(r"[.,]", "d", number)
