"""Hard words and a plain one for each, from ``hard_words.txt``, which says how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")
_QUOTED: Final = re.compile(r'"[^"]*"|“[^”]*”')


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
def _beginnings() -> Mapping[str, re.Pattern[str]]:
    """Give a pattern of all hard words and phrases that begin with a word, the longest first."""
    by_first: dict[str, list[str]] = {}
    for hard in sorted(plain_words(), key=len, reverse=True):
        by_first.setdefault(hard.split()[0], []).append(r"\s+".join(re.escape(word) for word in hard.split()))
    return {
        first: re.compile(rf"(?:{'|'.join(several)})(?![\w-])", re.IGNORECASE) for first, several in by_first.items()
    }


def hard_words(text: str) -> Iterator[HardWord]:
    """Give each hard word of a text. Words between quotation marks are somebody else's and are passed over."""
    quoted: list[tuple[int, int]] | None = None
    for word in _WORD.finditer(text):
        pattern = _beginnings().get(word[0].lower())
        found = pattern.match(text, word.start()) if pattern else None
        if found is None:
            continue
        if quoted is None:
            quoted = [match.span() for match in _QUOTED.finditer(text)]
        if not any(start <= found.start() < end for start, end in quoted):
            plain = plain_words()[" ".join(found[0].lower().split())]
            plain = plain[0].upper() + plain[1:] if found[0][0].isupper() else plain
            yield HardWord(found[0], plain, found.start(), found.end())
