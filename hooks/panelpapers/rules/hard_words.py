"""Hard words and a plain one for each, from ``hard_words.txt``, which says how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED: Final = re.compile(r'"[^"]*"|“[^“”]*”')


@dataclass(frozen=True, slots=True)
class HardWord:
    """A hard word or phrase of a text, the plain one with the same capital, and where it begins and ends."""

    typed: str
    plain: str
    start: int
    end: int


@cache
def plain_words() -> Mapping[str, str]:
    """Give the plain word for each hard one, in small letters. Raises ``ValueError`` for a line not whole."""
    _, _, lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").partition("\n====\n")
    known: dict[str, str] = {}
    for line in lines.splitlines():
        hard, plain = ([form.strip() for form in forms.split(",")] for forms in line.split(":"))
        known.update(zip(hard, plain, strict=True))
    return known


@cache
def _telling_words() -> frozenset[str]:
    """Give the longest word of each hard word or phrase: most texts hold none, and are looked through fast."""
    return frozenset(max(hard.split(), key=len) for hard in plain_words())


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(plain_words(), key=len, reverse=True)
    words = "|".join(r"\s+".join(re.escape(word) for word in hard.split()) for hard in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def hard_words(text: str) -> Iterator[HardWord]:
    """Give each hard word of a text. Words between quotation marks are somebody else's and are passed over."""
    if _telling_words().isdisjoint(_WORD.findall(text.lower())):
        return
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for found in _pattern().finditer(text):
        if not any(start <= found.start() < end for start, end in quoted):
            plain = plain_words()[" ".join(found[0].lower().split())]
            plain = plain[0].upper() + plain[1:] if found[0][0].isupper() else plain
            yield HardWord(found[0], plain, found.start(), found.end())


def plainer(line: str, start: int) -> str:
    """Give a line with a plain word for each hard one from ``start`` on, but where "a" or "an" would not fit."""
    for word in reversed(list(hard_words(line[start:]))):
        before, after = line[: start + word.start], line[start + word.end :]
        article = re.search(r"\b(an?)\s+$", before, re.IGNORECASE)
        if article is None or (article[1].lower() == "an") == (word.plain[0].lower() in "aeiou"):
            line = before + word.plain + after
    return line
