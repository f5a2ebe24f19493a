"""How short forms look in a text, and how a text writes one out: ``Local Criminal Justice Board (LCJB)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from itertools import takewhile
from typing import Final

from .spoken import PRINTED_NUMBERS

NOT_WRITTEN_OUT: Final = "not written out"
"""Words of an explanation which say that the source has none."""

_CANDIDATE: Final = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]*+[A-Z\d][A-Za-z\d]*+\b")
_IN_BRACKETS: Final = re.compile(r" \(([^()]{1,80})")
_PLAIN_WORD: Final = re.compile(r"[\w'’&,-]+")
MOST_WORDS: Final = 14
"""How many words before a bracket may be what stands in it."""
_ADDRESS: Final = re.compile(r"\]\([^)\]]*\)|(?<!\S)\S+@\S+")
_NUMBERED: Final = re.compile(rf"\b(?:[Ii]tem|[Mm]inute|[Rr]eport|[Rr]esolution|[Nn]umber)s? (?>{PRINTED_NUMBERS})")
"""A number as documents print them, which may hold letters: item CC-1."""
_WORD: Final = re.compile(r"(?<![^\s(])[^\s(]+?(?=[.,;:)]*(?:\s|$))")
"""What stands between spaces, without the marks around it."""
_NUMERAL: Final = re.compile(r"[IVXL]{1,5}")
_CAMEL: Final = re.compile(r"(?:[A-Z][a-z]{2,}){2,}")
_SMALL_WORDS: Final = frozenset({"a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})


def short_forms_in(text: str, numbers: Set[str] = frozenset()) -> Iterator[tuple[str, int]]:
    """Give each short form of a text, without the s of a plural, and where it stands.

    A word in which two letters are large, or a large letter and a figure: LCJB, BOtJ, O2R, Q1. Roman numbers and
    names such as TikTok are none. Addresses of links and printed numbers are left out: any that stand after a word
    such as item, and alone those ``numbers`` that are known.
    """
    readable = _ADDRESS.sub(lambda found: " " * len(found[0]), text) if "](" in text or "@" in text else text
    readable = _NUMBERED.sub(lambda found: " " * len(found[0]), readable)
    if numbers:
        readable = _WORD.sub(lambda found: " " * len(found[0]) if found[0] in numbers else found[0], readable)
    for match in _CANDIDATE.finditer(readable):
        word = re.sub(r"(?<=[A-Z\d])s$", "", match[0])
        if not (_NUMERAL.fullmatch(word) or _CAMEL.fullmatch(word) or len(word) < 2):
            yield word, match.start()


def written_out(text: str, short: str, long: str | None = None) -> bool:
    """Whether a text explains a short form: it holds the long form, or words before a bracket that it stands for."""
    return (long is not None and same_words(long) in same_words(text)) or short in explanations_in(text)


@lru_cache(maxsize=256)
def explanations_in(text: str) -> Mapping[str, str]:
    """Give for each short form that stands in brackets the words before it, where it is made of their first letters.

    All of them are found at once, because a text may have hundreds, and another text asks for hundreds too.
    """
    found: dict[str, str] = {}
    plain, end = " ".join(text.split()) if "(" in text else "", 0
    for match in _IN_BRACKETS.finditer(plain):
        before = reversed(plain[end : match.start()].rsplit(" ", MOST_WORDS)[-MOST_WORDS:])
        words = list(takewhile(_PLAIN_WORD.fullmatch, before))
        for short in _candidates(match[1]):
            if _CANDIDATE.fullmatch(short) and short not in found and (long := _long_form(short, words)):
                found[short] = long
        end = match.end()
    return found


def _candidates(between: str) -> Iterator[str]:
    """Give what may be a short form at the beginning of what stands in brackets: all, a word, part of a word."""
    word = between.split()[0] if between.strip() else ""
    for short in (between.strip(), word, word.rstrip(",;:."), re.split(r"\W", word, maxsplit=1)[0]):
        yield short
        yield short.removesuffix("s")


def _long_form(short: str, backwards: list[str]) -> str | None:
    """Give the fewest words whose first letters are those of a short form, small words counted or not.

    ``backwards`` are the words before the short form, the last of them first.
    """
    letters = re.sub(r"\d", "", short).casefold()
    every = without_small = ""
    for count, word in enumerate(backwards, start=1):
        parts = [part for part in re.split(r"[-–]", word) if part]
        every = "".join(part[0] for part in parts).casefold() + every
        without_small = (
            "".join(part[0] for part in parts if part.casefold() not in _SMALL_WORDS).casefold() + without_small
        )
        if letters in (every, without_small):
            return " ".join(reversed(backwards[:count]))
        if len(without_small) > len(letters):
            break
    return None


@lru_cache(maxsize=256)
def same_words(words: str) -> str:
    """Write words so that two ways to write one thing are the same: no capitals, brackets, hyphens or plurals."""
    without_brackets = re.sub(r"\([^()]*\)", " ", words.casefold())
    letters = re.sub(r"[^a-z0-9 ]", "", re.sub(r"[-–/\s]", " ", without_brackets))
    return " ".join(word.removesuffix("s") for word in letters.split())
