"""How complete the record of a body is, by kind of fact: of how many records a fact is known, and never a score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..records.minutes import Minute, Resolution
from ..records.publication import Records
from .accessibility import readable
from .dossier import Dossier
from .meetings import known_of
from .noted import asks_for_nothing
from .questions import takes_questions
from .rows import every_item, every_minute
from .votes import vote_on

Fact = Literal[
    "minutes",
    "confirmed",
    "attendance",
    "declarations",
    "public questions",
    "items",
    "votes",
    "duties",
    "due",
    "outcomes",
    "documents",
    "targets",
    "days of seats",
    "answers",
]


@dataclass(frozen=True, slots=True)
class Recorded:
    """Of how many records of a kind a fact is known. It says what the record has, never how good it is."""

    fact: Fact
    known: int
    every: int


def recorded(dossier: Dossier, today: date) -> tuple[Recorded, ...]:
    """Give how complete the record is, by kind of fact; of a kind of which there is no record nothing is said."""
    records = dossier.records
    held = [name for name in records.meetings if known_of(records, name, today) in ("took place", "not known")]
    minutes = {name: minutes for name, minutes in records.minutes.items() if not minutes.only}
    resolved = [(name, minute, made) for name, minute in every_minute(records) for made in minute.resolutions]
    owed = [action for action in dossier.actions if not action.offered]
    seats = [term for person in records.people.values() for term in person.terms]
    questions = [question for each in minutes.values() for question in each.questions]
    answered = [question.answer is not None for question in questions]
    answered += [bool(made.answer or made.answered) for made in records.recommendations.values()]
    confirmed = dossier.connections.confirmed_in
    asking = list(minutes.values()) if takes_questions(records) else []
    facts: tuple[tuple[Fact, list[bool]], ...] = (
        ("minutes", [name in records.minutes for name in held]),
        ("confirmed", [name in confirmed or each.marked == "confirmed" for name, each in minutes.items()]),
        ("attendance", [bool(each.taken and each.present) for each in minutes.values()]),
        ("declarations", [bool(each.declarations or each.no_declarations) for each in minutes.values()]),
        ("public questions", [bool(each.questions or each.no_questions) for each in asking]),
        ("items", list(_items_minuted(dossier))),
        ("votes", [_says_how(*resolution) for resolution in resolved]),
        ("duties", [_says_what_follows(records, *resolution) for resolution in resolved]),
        ("due", [action.due is not None for action in owed]),
        ("outcomes", [action.concluded is not None or action.standing == "closed" for action in owed]),
        ("documents", list(_documents_known(records))),
        ("targets", [indicator.target is not None for indicator in records.indicators.values()]),
        ("days of seats", [term.begins is not None for term in seats]),
        ("answers", answered),
    )
    return tuple(Recorded(fact, sum(known), len(known)) for fact, known in facts if known)


def _says_how(meeting_id: str, minute: Minute, made: Resolution) -> bool:
    """Whether minutes say how a resolution was carried: by which votes, or by all."""
    moved = (motion.result for motion in minute.motions if made.from_ and motion.id == made.from_)
    return vote_on(meeting_id, minute, made) is not None or "carried unanimously" in moved


def _says_what_follows(records: Records, meeting_id: str, minute: Minute, made: Resolution) -> bool:
    """Whether it is known what somebody has to do after a resolution, or that nobody has to do anything."""
    return bool(made.action or made.no_action) or asks_for_nothing(made, minute, meeting_id, records)


def _items_minuted(dossier: Dossier) -> Iterator[bool]:
    """Say of each item of the agendas of meetings with minutes whether these say what became of it."""
    for meeting_id, minutes in dossier.records.minutes.items():
        if meeting_id in dossier.records.agendas and not minutes.only:
            states = dossier.agenda_states[meeting_id]
            yield from (states.minuted(item) or bool(states.put_off(item)) for item in states.supplemented)


def _documents_known(records: Records) -> Iterator[bool]:
    """Say of each document whether it is known how far people who use assistive technology can read it."""
    for paper in records.papers.values():
        yield from (readable(document) != "not known" for document in paper.documents)
    for _, item in every_item(records):
        yield from (readable(document) != "not known" for document in item.attachments)
