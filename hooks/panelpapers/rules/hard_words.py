"""Hard words and a plain one for each, from ``hard_words.txt``, which says how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
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
def _by_telling_word() -> Mapping[str, list[str]]:
    """Give the hard words and phrases by the longest word of each: most texts hold none of these."""
    found: dict[str, list[str]] = {}
    for hard in plain_words():
        found.setdefault(max(hard.split(), key=len), []).append(hard)
    return found


@lru_cache(maxsize=1024)
def _pattern(telling: frozenset[str]) -> re.Pattern[str]:
    """Give what finds the hard words that some telling words stand for."""
    longest_first = sorted((hard for word in telling for hard in _by_telling_word()[word]), key=len, reverse=True)
    words = "|".join(r"\s+".join(re.escape(word) for word in hard.split()) for hard in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def hard_words(text: str) -> Iterator[HardWord]:
    """Give each hard word of a text. Words between quotation marks are somebody else's and are passed over."""
    telling = _by_telling_word().keys() & _WORD.findall(text.lower())
    if not telling:
        return
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for found in _pattern(frozenset(telling)).finditer(text):
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
