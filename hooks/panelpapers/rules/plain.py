"""Advice on plain language in what editors write in their own words: long sentences, hard words, hard summaries.

A sentence of more than 25 words is hard to follow: GOV.UK's guidance on content design sets that limit. Nine years of
school are what criterion 3.1.5 of the Web Content Accessibility Guidelines asks for at most (lower secondary
education). Hard words, with a plain one for each, stand in ``hard_words.txt``, which says how it is written. It is
advice: nobody has to follow it, and it stops nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import ceil
from operator import itemgetter
from pathlib import Path
from typing import Final

from ..facts.dossier import Dossier
from ..facts.plain import Sentence, grade
from ..facts.rows import grouped
from ..facts.texts import Text
from ..reading.pointing import pointed
from ..records.language import with_article
from ..records.marks import Wording
from ..records.problem import Problem
from .findings import advice

LONGEST: Final = 25
"""Words that a sentence may have."""

YEARS_OF_SCHOOL: Final = 9
"""What a summary may ask of its readers."""

ENOUGH_TO_GRADE: Final = 30
"""Words below which the grade of a text says nothing: a single long word would decide it."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED: Final = re.compile(r'"[^"]*"|“[^“”]*”')


def plain_language(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each summary that can be plainer, and on the worst of the other texts of each file."""
    passages = [text for text in dossier.english if text.field.wording is Wording.SUMMARY or text.field.passage]
    for text in passages:
        if text.field.wording is Wording.SUMMARY:
            yield from (problem for _, problem in _advice(text))
    others = (text for text in passages if text.field.wording not in (Wording.SUMMARY, Wording.QUOTED))
    for several in grouped((text.place.file, told) for text in others for told in _advice(text)).values():
        _, worst = max(several, key=itemgetter(0))
        more = len(several) - 1
        besides = f" {more} more {'text' if more == 1 else 'texts'} of this file can be plainer." if more else ""
        yield replace(worst, message=worst.message + besides)


def _advice(text: Text) -> Iterator[tuple[int, Problem]]:
    """Give the one piece of advice on a text that matters most, with its weight."""
    typed = text.sentences if len(text.text.split()) > LONGEST else ()
    long = [sentence for sentence in typed if sentence.longer_than(LONGEST)]
    if long:
        longest = max(long, key=lambda sentence: len(sentence.words))
        yield len(longest.words), _long(text, longest)
    elif _asks_too_much(text, typed):
        yield LONGEST, _hard_to_read(text, typed)
    elif hard := list(hard_words(text.text)):
        yield 1, _hard(text, hard)


def _asks_too_much(text: Text, typed: Sequence[Sentence]) -> bool:
    """Whether a summary asks its readers for too many years of school."""
    graded = text.field.wording is Wording.SUMMARY and len(text.text.split()) >= ENOUGH_TO_GRADE
    return graded and grade(typed) > YEARS_OF_SCHOOL


def _hard(text: Text, words: list[HardWord]) -> Problem:
    plain_for = {" ".join(word.typed.split()): word.plain for word in words}
    hard = [f'"{typed}"' for typed in plain_for]
    fact = f"{', '.join(hard[:-1])} and {hard[-1]} are hard words." if len(hard) > 1 else f"{hard[0]} is a hard word."
    instead = ", ".join(f'"{plain}" for "{typed}"' for typed, plain in plain_for.items())
    problem = advice("hard-word", text.place, fact, f"Write {instead}; or say it in another way.")
    return pointed(problem, text.text, words[0].start, words[0].end, plainer)


def _long(text: Text, longest: Sentence) -> Problem:
    fact = f"This sentence has {len(longest.words)} words."
    fix = f"Make two or more sentences of it. {LONGEST} words are enough for one."
    problem = advice("long-sentence", text.place, fact, fix)
    start = text.text.index(longest.text)
    return pointed(problem, text.text, start, start + len(longest.text))


def _hard_to_read(text: Text, typed: Sequence[Sentence]) -> Problem:
    words = {word.strip(".,;:()\"'“”‘’") for sentence in typed for word in sentence.words}
    longest = sorted((word for word in words if word.islower()), key=lambda word: (-len(word), word))[:3]
    named = ", ".join(f'"{word}"' for word in longest)
    fact = f"This text asks for {ceil(grade(typed))} years of school."
    fix = f"Use shorter sentences and shorter words. The longest words are {named}."
    return advice("hard-to-read", text.place, fact, fix)


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
    _, _, lines = Path(__file__).with_name("hard_words.txt").read_text(encoding="utf-8").partition("\n====\n")
    known: dict[str, str] = {}
    for line in lines.splitlines():
        hard, plain = ([form.strip() for form in forms.split(",")] for forms in line.split(":"))
        known.update(zip(hard, plain, strict=True))
    return known


@cache
def _by_telling_word() -> Mapping[str, Sequence[str]]:
    """Give the hard words and phrases by the longest word of each: most texts hold none of these."""
    return grouped((max(hard.split(), key=len), hard) for hard in plain_words())


@lru_cache(maxsize=50_000)
def _telling(typed: str) -> Collection[str]:
    """Give the telling words in what stands between white space: the same is typed again and again."""
    return _by_telling_word().keys() & _WORD.findall(typed.lower())


@lru_cache(maxsize=1024)
def _pattern(telling: frozenset[str]) -> re.Pattern[str]:
    """Give what finds the hard words that some telling words stand for."""
    longest_first = sorted((hard for word in telling for hard in _by_telling_word()[word]), key=len, reverse=True)
    words = "|".join(r"\s+".join(re.escape(word) for word in hard.split()) for hard in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def hard_words(text: str) -> Iterator[HardWord]:
    """Give each hard word of a text. Words between quotation marks are somebody else's and are passed over."""
    telling = set[str]().union(*map(_telling, text.split()))
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
        if article is None or with_article(word.plain).startswith(f"{article[1].lower()} "):
            line = before + word.plain + after
    return line
