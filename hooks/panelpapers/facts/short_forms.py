"""How short forms look in a text, and how a text writes one out: ``Local Criminal Justice Board (LCJB)``.

Words of ordinary English in capitals, as minutes write them, stand for nothing else: RESOLVED, AYES, NOT. They are in
``ordinary_words.txt``, which says how they were chosen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Final

from .spoken import PRINTED_NUMBERS

NOT_WRITTEN_OUT: Final = "not written out"
"""Words of an explanation which say that the source has none."""

_CANDIDATE: Final = re.compile(r"[A-Z](?<!\w[A-Z])(?<!\w\.[A-Z])[a-z]*+[A-Z\d][A-Za-z\d]*+\b")
_MAY_BE: Final = re.compile(r"[A-Z][a-z]*+[A-Z\d]")
"""What every short form begins with: most texts have nothing like it."""
_IN_BRACKETS: Final = re.compile(r" \(([^()]{1,80})")
_PLAIN_WORD: Final = re.compile(r"[\w'’&,-]+")
MOST_WORDS: Final = 14
"""How many words before a bracket may be what stands in it."""
_ADDRESS: Final = re.compile(r"\]\([^)\]]*\)|(?<!\S)\S+@\S+")
_NUMBERED: Final = re.compile(rf"\b(?:[Ii]tem|[Mm]inute|[Rr]eport|[Rr]esolution|[Nn]umber)s? (?>{PRINTED_NUMBERS})")
"""A number as documents print them, which may hold letters: item CC-1."""
_OF_PARTS: Final = re.compile(r"(?<![\w/.-])\w++(?:[/.-]\w++)++")
"""What may be known by parts, as a file or an application is: WND/2022/0412, 22/00412/FUL, ORD-2024-15."""
_CODE: Final = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]{0,2} (?=\d*[A-Z])(?=[A-Z]*\d)[A-Z\d]{3,4}|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}"
    r"|[A-PR-Z]\d+)\b"
)
"""A code of the post, NN6 8RT, and the name of a road, a tree or a form: A428. Q1 is short for a quarter."""
_WORD: Final = re.compile(r"[^\s(]++")
"""What stands between spaces, with the marks after it."""
_NUMERAL: Final = re.compile(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NAME: Final = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]{2,})+|[A-Z][a-z]{2,}(?:[A-Z][a-z]+)+")
_SMALL_WORDS: Final = frozenset(
    {"&", "a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
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


def short_forms_in(text: str, numbers: Set[str] = frozenset()) -> Iterator[tuple[str, int]]:
    """Give each short form of a text, without the s of a plural, and where it stands.

    A word in which two letters are large, or a large letter and a figure: LCJB, BOtJ, O2R, Q1. Roman numbers and
    names such as TikTok and McDonald are none. Addresses of links, references and printed numbers are left out: any
    number that stands after a word such as item, and alone those ``numbers`` that are known.
    """
    if not _MAY_BE.search(text):
        return
    text = _OF_PARTS.sub(lambda found: " " * len(found[0]) if _is_reference(found[0]) else found[0], text)
    for left_out in (_ADDRESS, _NUMBERED, _CODE):
        text = left_out.sub(lambda found: " " * len(found[0]), text)
    if numbers:
        text = _WORD.sub(lambda word: " " * len(word[0]) if word[0].rstrip(".,;:)") in numbers else word[0], text)
    for match in _CANDIDATE.finditer(text):
        word = re.sub(r"(?<=[A-Z\d])s$", "", match[0])
        if not (_NUMERAL.fullmatch(word) or _NAME.fullmatch(word) or len(word) < 2):
            yield word, match.start()


def _is_reference(typed: str) -> bool:
    """Whether what has several parts is known by its figures: three together, or two parts. COVID-19 is not."""
    figures = [part for part in re.split("[/.-]", typed) if part.isdecimal()]
    return len(figures) > 1 or re.search(r"\d{3}", typed) is not None or ("/" in typed and typed[:2].isdecimal())


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
    named = re.sub(r"^(?:the\s+)?[\"'“‘]?|[\"'”’]$", "", between.strip())
    for short in (between.strip(), named, word, word.rstrip(",;:."), re.split(r"\W", word, maxsplit=1)[0]):
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


@cache
def _ordinary_words() -> frozenset[str]:
    text = Path(__file__).with_name("ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n====\n")[2].split())


def ordinary(word: str) -> bool:
    """Whether a word is one of ordinary English, whatever its letters are like."""
    small, known = word.casefold(), _ordinary_words()
    return small in known or any(stem in known or f"{stem}-" in known for stem in _stems(small))


def ordinary_in_capitals(word: str, text: str) -> bool:
    """Whether a word of a text is one of ordinary English in capitals, and no short form.

    One of two letters is so only beside another word in capitals: RESOLVED TO NOTE.
    """
    if not (word.isalpha() and word.isupper() and ordinary(word)):
        return False
    return len(word) >= _LEAST or any(map(ordinary, _beside(word, text)))


def in_capitals(text: str) -> bool:
    """Whether a text of two or more words has no small letter, so that no word of it looks like a short form."""
    return text.isupper() and len([part for part in _PARTS.findall(text) if len(part) > 1 and part.isalpha()]) > 1


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
