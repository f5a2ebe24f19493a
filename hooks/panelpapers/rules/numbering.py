"""Numbers that become addresses stand once: items of an agenda, minutes, resolutions, paragraphs, commitments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.paragraph_numbers import begins_again
from ..records.base import Record
from ..records.place import Place
from ..records.problem import Problem

PLACES_OF_A_PAPER: Final = frozenset(
    ("abbreviations", "appendices", "beside", "documents", "main", "moved-places", "recommendations", "site-search")
)
"""Places that the template of a paper, and the frame of every page, name themselves."""
_NUMBERED: Final = re.compile(r"(?:.+-)?paragraph-.+|recommendation-.+")
"""How places are called that are named after a number."""


def repeated_item(dossier: Dossier) -> Iterator[Problem]:
    """Tell of an item number that stands twice on an agenda."""
    for agenda in dossier.records.agendas.values():
        yield from _twice("item", ((item, "number", str(item.number)) for item in agenda.items))


def repeated_minute(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a minute number, or of a resolution number within a minute, that stands twice."""
    for minutes in dossier.records.minutes.values():
        yield from _twice("minute", ((minute, "number", str(minute.number)) for minute in minutes.minutes))
        for minute in minutes.minutes:
            several = len(minute.resolutions) > 1
            numbered = [
                (resolution, "numeral", resolution.numeral) for resolution in minute.resolutions if resolution.numeral
            ]
            yield from _twice("resolution", numbered)
            for resolution in minute.resolutions:
                if several and resolution.numeral is None:
                    fact = f"Minute {minute.number} has several resolutions, and this one has no number."
                    fix = "Give each of them its roman number, such as numeral: ii."
                    yield Problem("resolution-number", resolution.at(), fact, fix)


def repeated_paragraph(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a paragraph number that stands twice in a paper, or in a part where numbers begin again."""
    for paper in dossier.records.papers.values():
        if begins_again(paper) is None:  # else this is told once, and not of every paragraph
            yield from _twice(
                "paragraph",
                ((paragraph, "number", f"{part}/{paragraph.number}") for part, _, paragraph in paragraphs(paper)),
            )
        yield from _twice("part", ((part, "id", part.id) for part in paper.parts))
        for part in paper.parts:
            if part.id in PLACES_OF_A_PAPER or _NUMBERED.fullmatch(part.id):
                fact = f'The page of a paper has a place of its own that is called "{part.id}".'
                yield Problem("repeated-number", part.at("id"), fact, "Give this part another id, such as annex-one.")


def repeated_question(dossier: Dossier) -> Iterator[Problem]:
    """Tell of two questions that would have one address: it is made of the meeting's id and their own."""
    first: dict[str, Place] = {}
    for meeting_id, minutes in dossier.records.minutes.items():
        for question in minutes.questions:
            place = question.at("id")
            there = first.setdefault(f"{meeting_id}-{question.id}", place)
            if there is not place:
                fact = f"This question has the same address as the one in {there.file}, line {there.line}."
                yield Problem("repeated-number", place, fact, "Give one of the two another id.")


def repeated_in_minutes(dossier: Dossier) -> Iterator[Problem]:
    """Tell of two sessions, or two petitions, of one meeting with the same id."""
    for minutes in dossier.records.minutes.values():
        yield from _twice("session", ((session, "id", session.id) for session in minutes.sessions))
        petitions = ((petition, "id", petition.id) for petition in minutes.petitions if petition.id)
        yield from _twice("petition", petitions)


def repeated_commitment(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a commitment that stands in two rows of the plan."""
    rows = dossier.records.plan.commitments if dossier.records.plan else []
    yield from _twice("commitment", ((row, "numbers", str(number)) for row in rows for number in row.numbers))


def _twice(what: str, numbered: Iterable[tuple[Record, str, str]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for record, field, key in numbered:
        place, number = record.at(field), key.rpartition("/")[2]
        if key in first:
            fact = f'There are two with the number "{number}": this {what} and the one on line {first[key]}.'
            fix = f"Give each {what} its own number: it becomes part of a web address."
            yield Problem("repeated-number", place, fact, fix)
        first.setdefault(key, place.line)


RULES = (
    repeated_item,
    repeated_minute,
    repeated_paragraph,
    repeated_question,
    repeated_in_minutes,
    repeated_commitment,
)
