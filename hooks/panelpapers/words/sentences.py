"""Clauses become sentences within limits: the best wording that fits, two clauses at most in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import Final

from .format import capitalised

WORDS: Final = 25
"""Longest sentence, in words."""
SENTENCES: Final = 5
"""Longest description, in sentences."""
CHARACTERS: Final = 900
"""Longest description, in characters."""
_CLAUSE_CHARACTERS: Final = 300


class Place(IntEnum):
    """Where a clause stands in a description: what happened, what that means, what must be borne in mind.

    Shape, count and axis come last, and give way first.
    """

    MESSAGE = auto()
    SIZE = auto()
    PART = auto()
    EACH = auto()
    ENDS = auto()
    TARGET = auto()
    BETTER = auto()
    BASELINE = auto()
    STATED = auto()
    UNUSUAL = auto()
    OBSTACLE = auto()
    STATUS = auto()
    SOURCES = auto()
    SHAPE = auto()
    COUNT = auto()
    AXIS = auto()


@dataclass(frozen=True, slots=True)
class Clause:
    """Something to say, in wordings from the best to the shortest, each as it stands inside a sentence.

    ``weight`` is how much would be lost without it.
    A clause that is ``alone`` is never joined to another.
    """

    place: Place
    weight: int
    wordings: tuple[str, ...]
    alone: bool = False


def fits(text: str, characters: int = _CLAUSE_CHARACTERS) -> bool:
    """Whether a text can be one sentence."""
    return len(text.split()) <= WORDS and len(text) < characters


def first_fitting(wordings: Iterable[str], characters: int = _CLAUSE_CHARACTERS) -> str | None:
    """Give the first wording that can be one sentence, or ``None``. Nothing is ever cut."""
    return next((text for text in wordings if fits(text, characters)), None)


def sentence(text: str) -> str:
    """Make a sentence of a clause: a capital first, one full stop last."""
    return f"{capitalised(text.strip()).rstrip('. ')}."


def compose(clauses: Iterable[Clause]) -> str:
    """Write a description: every clause once if there is room, else the weightiest, in reading order.

    Where there are too many sentences, neighbours are joined first, from the end; then the lightest clause goes.
    """
    worded = [(clause, first_fitting(clause.wordings)) for clause in clauses]
    kept = [(clause, text) for text, clause in {text: clause for clause, text in reversed(worded) if text}.items()]
    kept.reverse()
    kept.sort(key=lambda pair: pair[0].place)
    while True:
        parts = _joined(kept)
        text = " ".join(map(sentence, parts))
        if len(kept) < 2 or (len(parts) <= SENTENCES and len(text) <= CHARACTERS):
            return text
        lightest = min(kept, key=lambda pair: pair[0].weight)
        kept = [pair for pair in kept if pair is not lightest]


def _joined(kept: Sequence[tuple[Clause, str]]) -> list[str]:
    """Join neighbours from the end, two by two, until there are few enough sentences or no more fit."""
    parts = [text for _, text in kept]
    free = [not clause.alone for clause, _ in kept]
    place = len(parts) - 2
    while len(parts) > SENTENCES and place >= 0:
        together = f"{parts[place]}; {parts[place + 1]}"
        if free[place] and free[place + 1] and fits(together):
            parts[place : place + 2] = [together]
            free[place : place + 2] = [False]
            place -= 1
        place -= 1
    return parts
