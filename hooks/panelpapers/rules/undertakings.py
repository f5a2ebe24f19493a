"""Promises that vanish: an answer that sounds like one and is recorded nowhere; two of one name in a minute."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.promises import every_undertaking, promising_words, promising_words_after_questions, undertakings_of
from ..records.minutes import Minute
from ..records.place import Place
from ..records.problem import Problem
from .findings import advice, warning


def likely_undertaking(dossier: Dossier) -> Iterator[Problem]:
    """Advise on each answer that sounds like a promise and has neither an undertaking nor a reason why it is none."""
    for minutes in dossier.records.minutes.values():
        for minute in minutes.minutes:
            for theme in minute.themes:
                for exchange in theme.exchanges:
                    if words := promising_words(exchange):
                        yield _likely(words, exchange.at("answered"))
            if words := promising_words_after_questions(minute):
                yield _likely(words, minute.at("after_questions"))


def _likely(words: str, place: Place) -> Problem:
    fact = f'"{words}" sounds like a promise, and none is recorded here.'
    fix = (
        "Add it to undertakings, with who said it. If a resolution covers it, or it is no promise, "
        "say so in no_undertaking."
    )
    return advice("likely-undertaking", place, fact, fix)


def kind_without_words(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an undertaking that is called a promise or an offer, where no words of the minute show it."""
    for undertaking in every_undertaking(dossier.records):
        if undertaking.kind and undertaking.words is None:
            fact = f'This is "{undertaking.kind}", and no words of the minute show it.'
            fix = 'Add "words:" with the few words of the minute that say so.'
            yield warning("undertaking-without-words", undertaking.at("kind"), fact, fix)


def named_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of an undertaking whose id stands for another action of the same minute."""
    for minutes in dossier.records.minutes.values():
        for minute in minutes.minutes:
            yield from _named_twice(minute)


def _named_twice(minute: Minute) -> Iterator[Problem]:
    taken = {resolution.numeral for resolution in minute.resolutions} | {"resolved"}
    for undertaking in undertakings_of(minute):
        if undertaking.id in taken:
            fact = f'Minute {minute.number} has another action with the id "{undertaking.id}".'
            fix = "Give this undertaking an id of its own: it becomes part of a web address."
            yield Problem("undertaking-twice", undertaking.at("id"), fact, fix)
        taken.add(undertaking.id)


RULES = (likely_undertaking, kind_without_words, named_twice)
