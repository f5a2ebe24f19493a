"""Words of ordinary English in capitals, as minutes write them: RESOLVED, AYES, NOT. They stand for nothing else.

The words are in ``ordinary_words.txt``, which says how they were chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

_ENDINGS: Final = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
_LEAST: Final = 3
"""Fewest letters of a word that can stand alone: IT and US are short forms more often than words in capitals."""
_PARTS: Final = re.compile(r"\w+|[^\w\s-]")


@cache
def _words() -> frozenset[str]:
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n====\n")[2].split())


def ordinary(word: str) -> bool:
    """Whether a word is one of ordinary English, whatever its letters are like."""
    small, known = word.casefold(), _words()
    return small in known or any(stem in known or f"{stem}-" in known for stem in _stems(small))


def ordinary_in_capitals(word: str, text: str) -> bool:
    """Whether a word of a text is one of ordinary English in capitals, and no short form.

    One of two letters is so only beside another word in capitals: RESOLVED TO NOTE.
    """
    if not (word.isalpha() and word.isupper() and ordinary(word)):
        return False
    return len(word) >= _LEAST or any(map(ordinary, _beside(word, text)))


def _stems(word: str) -> Iterator[str]:
    """Give the words that a word may be made of: note for noted, abstain for abstained, plan for planned."""
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if len(stem) >= 2 and stem != word:
            yield stem + instead
            if not instead and stem[-1] == stem[-2]:
                yield stem[:-1]


def _beside(word: str, text: str) -> Iterator[str]:
    """Give the words in capitals that stand right before and after each place of a word."""
    parts = _PARTS.findall(text)
    for before, at, after in zip(("", *parts), parts, (*parts[1:], ""), strict=False):
        if at == word:
            yield from (near for near in (before, after) if len(near) >= _LEAST and near.isupper())
