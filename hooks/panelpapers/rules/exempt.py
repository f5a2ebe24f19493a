"""Checks of exempt items: the right paragraphs, nothing of what is kept back, and who excluded the public.

Local Government Act 1972, section 100A and Schedule 12A. The text of an exempt item cannot be stored here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..facts.dossier import Dossier
from ..facts.interests import raised
from ..facts.rows import every_item, every_minute
from ..records.agenda import AgendaItem, Exemption
from ..records.attendance import Declaration, Raised
from ..records.minutes import Minute
from ..records.problem import Problem
from ..records.publication import Records
from ..records.walk import fields_of
from .findings import warning

PARAGRAPHS: Final = range(1, 8)
_NAMED: Final = re.compile(r"\bparagraphs?((?:\s|\d|,|&|\band\b|\bor\b)+)", re.I)


def _exempt(records: Records) -> Iterator[tuple[str, AgendaItem, Exemption]]:
    yield from ((meeting_id, item, item.exempt) for meeting_id, item in every_item(records) if item.exempt)


def exempt_paragraphs(dossier: Dossier) -> Iterator[Problem]:
    """Tell of paragraphs that Schedule 12A does not have, or that stand twice."""
    for _, _, exempt in _exempt(dossier.records):
        count = Counter(exempt.paragraphs)
        for entry, number in enumerate(exempt.paragraphs):
            if number not in PARAGRAPHS or (count[number] > 1 and entry != exempt.paragraphs.index(number)):
                fact = "stands here twice" if number in PARAGRAPHS else "is not a paragraph of Schedule 12A"
                message = f"{number} {fact}."
                fix = "Write each paragraph once, by its number: 1 to 7."
                yield Problem("exempt-paragraphs", exempt.at("paragraphs", entry), message, fix)


def exempt_text(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each exempt item that holds a text, files or an editor's note: they would be public at once."""
    for _, item, _ in _exempt(dossier.records):
        for field in (name for name, field in fields_of(AgendaItem).items() if field.kept_back):
            if getattr(item, field):
                fact = f'Item {item.number} is exempt and has "{field}". Whatever lies here is public.'
                fix = f'Take "{field}" out, and tell the lead officer: it was already stored in public.'
                yield Problem("exempt-text", item.at(field), fact, fix)


def exempt_paper(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each paper of an exempt item."""
    exempt = {(meeting_id, item.number) for meeting_id, item, _ in _exempt(dossier.records)}
    for (meeting_id, _), paper in dossier.records.papers.items():
        if (meeting_id, paper.item) in exempt:
            fact = f"This paper is for item {paper.item}, which is exempt. Whatever lies here is public."
            fix = (
                "Delete the file and tell the lead officer: it was already stored in public. If the paper is not "
                "exempt, correct the number of the item."
            )
            yield Problem("exempt-paper", paper.at("item"), fact, fix)


def exempt_minute(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each minute that tells what was said about an exempt item (Local Government Act 1972, section 100C)."""
    exempt = {(meeting_id, item.number) for meeting_id, item, _ in _exempt(dossier.records)}
    for meeting_id, minute in every_minute(dossier.records):
        if (meeting_id, minute.item) in exempt and (minute.text or minute.themes or minute.after_questions):
            fact = f"Minute {minute.number} tells what was said about item {minute.item}, which is exempt."
            fix = "Check that it tells nothing that is exempt. What was resolved can stand alone."
            yield warning("exempt-minute", minute.at("item"), fact, fix)


def exempt_raised(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what was declared of an interest in an exempt item, or said and asked about it by the public."""
    records = dossier.records
    for meeting_id, minutes in records.minutes.items():
        entries: list[Raised] = [*minutes.public_comment, *minutes.petitions, *minutes.declarations]
        for about in raised(records, meeting_id, entries):
            of = about.entry
            told = not isinstance(of, Declaration) or of.interest or of.kind
            if told and about.exempt:
                fact = "This tells of an item that is exempt. Whatever lies here is public."
                fix = "Take it out. Of an interest, who declared it and what they did may stay."
                yield Problem("exempt-text", of.at("interest" if isinstance(of, Declaration) else None), fact, fix)


def exclusion_named(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each exempt item that was taken and does not name the minute by which the public was excluded."""
    records = dossier.records
    for meeting_id, item, exempt in _exempt(records):
        if exempt.excluded_by is None:
            if _was_taken(dossier, meeting_id, item):
                message = f"Item {item.number} was taken, and does not name the minute that excluded the public."
                fix = "Add excluded_by: the number of the minute whose resolution excluded the public."
                yield Problem("exclusion-missing", item.at("exempt"), message, fix)
            continue
        minute = _minute(records, meeting_id, exempt.excluded_by)
        if meeting_id not in records.minutes and "minutes" in records.unread:
            continue
        if minute is None or not minute.excludes_public or not minute.resolutions:
            fact = (
                f"There is no minute {exempt.excluded_by} of this meeting"
                if minute is None
                else f"Minute {minute.number} holds no resolution"
                if not minute.resolutions
                else f"Minute {minute.number} does not say that it excluded the public"
            )
            message = f"{fact}."
            fix = "Check the number, or add excludes_public: yes to the minute whose resolution did so."
            yield Problem("exclusion-unknown", exempt.at("excluded_by"), message, fix)


def _was_taken(dossier: Dossier, meeting_id: str, item: AgendaItem) -> bool:
    """Whether full minutes are there, unless the item was withdrawn, not taken, or has no minute."""
    minutes = dossier.records.minutes.get(meeting_id)
    if minutes is None or minutes.only or item.withdrawn:
        return False
    return not item.not_taken and not dossier.agenda_states[meeting_id].without_minute(item)


def _minute(records: Records, meeting_id: str, number: int) -> Minute | None:
    minutes = records.minutes.get(meeting_id)
    return next((minute for minute in minutes.minutes if minute.number == number), None) if minutes else None


def exclusion_paragraphs(dossier: Dossier) -> Iterator[Problem]:
    """Warn where the resolution that excluded the public does not name a paragraph that the item is exempt under."""
    for meeting_id, item, exempt in _exempt(dossier.records):
        minute = None if exempt.excluded_by is None else _minute(dossier.records, meeting_id, exempt.excluded_by)
        if minute is None or not minute.resolutions:
            continue
        stretches = _NAMED.findall(" ".join(resolution.text for resolution in minute.resolutions))
        named = set(re.findall(r"\d+", " ".join(stretches)))
        missing = [number for number in exempt.paragraphs if str(number) not in named]
        if missing:
            fact = (
                f"Item {item.number} is exempt under paragraph {missing[0]}, which the resolution that excluded "
                "the public does not name."
            )
            fix = f"Name paragraph {missing[0]} of Schedule 12A in the resolution, if it did, or correct the item."
            yield warning("exclusion-paragraphs", minute.resolutions[0].at("text"), fact, fix)


def exclusion_unused(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each minute that excluded the public, where no exempt item of the agenda names it."""
    records = dossier.records
    used = {(meeting_id, exempt.excluded_by) for meeting_id, _, exempt in _exempt(records)}
    for meeting_id, minute in every_minute(records):
        if minute.excludes_public and meeting_id in records.agendas and (meeting_id, minute.number) not in used:
            fact = f"Minute {minute.number} excluded the public, and no exempt item names it."
            fix = f"Add excluded_by: {minute.number} to the exempt item."
            yield warning("exclusion-unused", minute.at("excludes_public"), fact, fix)


RULES = (
    exempt_paragraphs,
    exempt_text,
    exempt_paper,
    exempt_minute,
    exempt_raised,
    exclusion_named,
    exclusion_paragraphs,
    exclusion_unused,
)
