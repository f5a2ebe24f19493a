"""Numbers that are unlike those around them: a key that slipped, or words that were typed behind a number.

A number is printed, so any form may be right; these are asked about, and nothing else is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.rows import every_minute
from ..records.base import Record
from ..records.pointers import entries_of
from ..records.problem import Problem
from .findings import retyped, warning

_SIGNED: Final = re.compile(r"[-–−+]\s*(?=[^\W_])")
_LETTER_FOR_ZERO: Final = re.compile(r"(?<=\d)[Oo](?=\d|$)")
_AND_WORDS: Final = re.compile(r"(\d+)\s+[^\W\d_]{2,}.*")
_ROMAN: Final = re.compile(r"[ivxlc]+", re.IGNORECASE)


def unlike_the_others(dossier: Dossier) -> Iterator[Problem]:
    """Ask about a number of a list that begins with a sign, has a letter for a nought, or words behind it."""
    records = dossier.records
    minutes = [minute for _, minute in every_minute(records)]
    lists: Iterator[tuple[str, Sequence[Record]]] = chain(
        (("number", entries) for entries in entries_of(records).values()),
        (("numeral", minute.resolutions) for minute in minutes),
        (("number", minute.paragraphs) for minute in minutes),
        (("number", [entry for _, _, entry in paragraphs(paper)]) for paper in records.papers.values()),
    )
    for field, entries in lists:
        numbers = [str(getattr(entry, field) or "") for entry in entries]
        for entry, number in zip(entries, numbers, strict=True):
            if better := _likelier(number, [other for other in numbers if other and other != number]):
                fact = f'The number "{number}" is unlike the others here.'
                fix = f'Check it against the document: probably "{better}" is meant. If it is printed so, leave it.'
                perhaps = filter(None, [retyped(entry.at(field), number, better)])
                yield warning("number-unlike", entry.at(field), fact, fix, perhaps=tuple(perhaps))


def _likelier(number: str, others: Sequence[str]) -> str | None:
    """Give what was probably meant by a number that no other looks like, if anything was."""
    if signed := _SIGNED.match(number):
        return None if any(map(_SIGNED.match, others)) else number[signed.end() :]
    if _LETTER_FOR_ZERO.search(number):
        zeroed = _LETTER_FOR_ZERO.sub("0", number)
        lettered = number.casefold().endswith("o") and any(
            other[:-1] == number[:-1] and other[-1:].isalpha() for other in others
        )
        return None if lettered or zeroed in others else zeroed
    if (worded := _AND_WORDS.fullmatch(number)) and others and all(other.isdecimal() for other in others):
        return None if worded[1] in others else worded[1]
    if _ROMAN.fullmatch(number) and number not in (number.lower(), number.upper()):
        return number.lower() if any(other.islower() for other in others) else number.upper()
    return None
