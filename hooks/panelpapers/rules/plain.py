"""Advice on plain language in what editors write in their own words: long sentences, hard words, hard summaries.

A sentence of more than 25 words is hard to follow: GOV.UK's guidance on content design sets that limit. Nine years of
school are what criterion 3.1.5 of the Web Content Accessibility Guidelines asks for at most (lower secondary
education). It is advice: nobody has to follow it, and it stops nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from math import ceil
from operator import itemgetter
from typing import Final

from ..facts.dossier import Dossier
from ..facts.plain import Sentence, grade
from ..facts.texts import Text
from ..reading.pointing import pointed
from ..records.marks import Wording
from ..records.problem import Problem
from .findings import advice
from .hard_words import HardWord, hard_words, plainer

LONGEST: Final = 25
"""Words that a sentence may have."""

YEARS_OF_SCHOOL: Final = 9
"""What a summary may ask of its readers."""

ENOUGH_TO_GRADE: Final = 30
"""Words below which the grade of a text says nothing: a single long word would decide it."""


def plain_language(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each summary that can be plainer, and on the worst of the other texts of each file."""
    others: defaultdict[str, list[tuple[int, Problem]]] = defaultdict(list)
    for text in dossier.english:
        if text.field.wording is Wording.SUMMARY:
            yield from (problem for _, problem in _advice(text))
        elif text.field.passage and text.field.wording is not Wording.QUOTED:
            for told in _advice(text):
                others[text.place.file].append(told)
    for several in others.values():
        _, worst = max(several, key=itemgetter(0))
        more = len(several) - 1
        besides = f" {more} more {'text' if more == 1 else 'texts'} of this file can be plainer." if more else ""
        yield replace(worst, message=worst.message + besides)


def _advice(text: Text) -> Iterator[tuple[int, Problem]]:
    """Give the one piece of advice on a text that matters most, with its weight."""
    typed = text.sentences if len(text.text.split()) > LONGEST else []
    longest = max(typed, key=lambda sentence: len(sentence.words), default=None)
    if longest and len(longest.words) > LONGEST:
        yield len(longest.words), _long(text, longest)
    elif _asks_too_much(text, typed):
        yield LONGEST, _hard_to_read(text, typed)
    elif hard := list(hard_words(text.text)):
        yield 1, _hard(text, hard)


def _asks_too_much(text: Text, typed: list[Sentence]) -> bool:
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


def _hard_to_read(text: Text, typed: list[Sentence]) -> Problem:
    words = {word.strip(".,;:()\"'“”‘’") for sentence in typed for word in sentence.words}
    longest = sorted((word for word in words if word.islower()), key=lambda word: (-len(word), word))[:3]
    named = ", ".join(f'"{word}"' for word in longest)
    fact = f"This text asks for {ceil(grade(typed))} years of school."
    fix = f"Use shorter sentences and shorter words. The longest words are {named}."
    return advice("hard-to-read", text.place, fact, fix)
