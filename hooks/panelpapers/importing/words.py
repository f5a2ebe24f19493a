"""Words by which documents are known, as data: `words.txt`, and `words-of-minutes.txt` for minutes and papers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_SPACED = 3
"""How many letters with blanks between them are one word, spaced out."""


@cache
def words(name: str) -> re.Pattern[str]:
    """Give a pattern that fits a text which is one of the words or phrases of this name, in any letters.

    Raises KeyError where there is no list of this name.
    """
    forms = (re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r".*") for word in _lists()[name])
    return re.compile(
        r"(?<!\w)(?:" + "|".join(sorted(forms, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE | re.DOTALL
    )


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    lists: dict[str, list[str]] = {}
    name = ""
    files = sorted(Path(__file__).parent.glob("words*.txt"))
    for line in (line for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        if line.startswith("["):
            name = line.strip("[] ")
            lists[name] = []
        elif line.strip() and not line.startswith("#"):
            lists[name].append(line.strip())
    return {name: tuple(entries) for name, entries in lists.items()}


def fits(name: str, text: str) -> bool:
    """Whether a text, or what it says in one of two languages with a slash between them, is in the list of a name."""
    return any(words(name).fullmatch(folded(piece)) for piece in in_each_language(text))


def in_each_language(text: str) -> tuple[str, ...]:
    """Give a text, and what it says in each of two languages that stand beside one another: Aelodau / Members."""
    return (text, *re.split(r"\s[/|]\s", text))


def folded(text: str) -> str:
    """Give a text as it is compared: small letters, one kind of apostrophe and dash, no marks at its ends."""
    plain = text.translate(str.maketrans("’‘“”–—‑", "''\"\"---")).casefold()
    letters = plain.split()
    if len(letters) > _SPACED and all(len(letter) == 1 for letter in letters):
        return "".join(letters)  # A G E N D A
    return " ".join(letters).strip(" .:;,-–")
