"""Checks of exempt items: kinds that the law has, nothing of what is kept back, and who excluded the public.

What the law asks is that of the regime on the day of the meeting. The text of an exempt item cannot be stored here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..facts.dossier import Dossier
from ..facts.interests import raised
from ..facts.rows import every_item, every_minute, exempt_items
from ..records.agenda import AgendaItem, Exemption
from ..records.attendance import Declaration, Raised
from ..records.fields import fields_of
from ..records.law import PrivateBusiness
from ..records.meeting import date_of
from ..records.minutes import Minute
from ..records.problem import Problem
from ..records.publication import Records
from .findings import warning

_TOLD: Final = ("text", "paragraphs", "themes", "after_questions", "motions", "why")
"""Fields of a minute in which what was said about an item stands. What was resolved can stand alone."""
_NUMBERS: Final = r"s?((?:\s|,|&|\band\b|\bor\b|\b[a-z]\b|\d[\w.]*+|\(\w++\))++)"
"""What follows "paragraph" or "sections" as long as it names kinds: their numbers or letters, and parts of them."""


def _exempt(records: Records) -> Iterator[tuple[str, AgendaItem, Exemption, PrivateBusiness]]:
    """Give every exempt item with the law on private business of the day of its meeting."""
    for meeting_id, item in every_item(records):
        if item.exempt:
            yield meeting_id, item, item.exempt, records.regime_on(date_of(meeting_id)).private


def exempt_paragraphs(dossier: Dossier) -> Iterator[Problem]:
    """Tell of kinds that the law does not have, that stand twice, or that are typed with what they are called."""
    for _, _, exempt, law in _exempt(dossier.records):
        for entry, number in enumerate(exempt.paragraphs):
            known = (not law.kinds or law.others or law.kind(number)) and law.cited_as not in number.casefold()
            if not known or number in exempt.paragraphs[:entry]:
                fact = "stands here twice" if known else f"is no {law.cited_as} {_within(law)}"
                numbers = ", ".join(kind.number for kind in law.kinds)
                fix = f"Write each {law.cited_as} once, by its number{f': {numbers}' if numbers else ''}."
                yield Problem("exempt-paragraphs", exempt.at("paragraphs", entry), f"{number} {fact}.", fix)


def exempt_reasons(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each exempt item that does not say why it is taken in private, as the law asks it to be said."""
    for _, item, exempt, law in _exempt(dossier.records):
        if law.kinds and not law.others and not exempt.paragraphs:
            fact, fix = f"names no {law.cited_as} {_within(law)}", "Add paragraphs: its numbers, in square brackets."
        elif law.test and not exempt.public_interest:
            fact, fix = "does not say why the public interest is in keeping it private", "Add public_interest."
        elif not (exempt.paragraphs or exempt.reason or exempt.public_interest):
            fact, fix = "does not say why", "Add reason: why it is taken in private."
        else:
            continue
        yield Problem("exempt-reasons", item.at("exempt"), f"{item.opening} is exempt and {fact}.", fix)


def _within(law: PrivateBusiness) -> str:
    return f"of {law.cited_in or law.law or 'the law'}"


def exempt_text(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each exempt item that holds a text, files or an editor's note: they would be public at once."""
    for _, item, _, _ in _exempt(dossier.records):
        for field in (name for name, field in fields_of(AgendaItem).items() if field.kept_back):
            if getattr(item, field):
                fact = f'{item.opening} is exempt and has "{field}". Whatever lies here is public.'
                fix = f'Take "{field}" out, and tell the lead officer: it was already stored in public.'
                yield Problem("exempt-text", item.at(field), fact, fix)


def exempt_within(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each item that stands within an exempt one and does not say that it is exempt itself."""
    for _, item, _, _ in _exempt(dossier.records):
        for part in item.items:
            if part.exempt is None:
                fact = f"{part.opening} stands within {item.name}, which is exempt, and does not say that it is too."
                fix = "Add exempt, with its own reason, or move the item out of the other one."
                yield Problem("exempt-within", part.at(), fact, fix)


def exempt_paper(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each paper of an exempt item."""
    exempt = exempt_items(dossier.records)
    for (meeting_id, _), paper in dossier.records.papers.items():
        if item := exempt.get((meeting_id, paper.item)):
            fact = f"This paper is for {item.name}, which is exempt. Whatever lies here is public."
            fix = "Delete the file and tell the lead officer: it was already stored in public. "
            fix += "If the paper is not exempt, correct the number of the item."
            yield Problem("exempt-paper", paper.at("item"), fact, fix)


def exempt_minute(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each minute that tells what was said about an exempt item."""
    exempt = exempt_items(dossier.records)
    for meeting_id, minute in every_minute(dossier.records):
        named = next((exempt[meeting_id, key] for key in minute.about if (meeting_id, key) in exempt), None)
        if named and any(getattr(minute, field) for field in _TOLD):
            fact = f"{minute.opening} tells what was said about {named.name}, which is exempt."
            fix = "Check that it tells nothing that is exempt. What was resolved can stand alone."
            yield warning("exempt-minute", minute.at_item(named.key), fact, fix)


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
    """Tell of exempt items that were taken and do not name the minute that excluded the public, where law asks it."""
    records = dossier.records
    for meeting_id, item, exempt, law in _exempt(records):
        if exempt.excluded_by is None:
            if law.resolution and _was_taken(dossier, meeting_id, item):
                message = f"{item.opening} was taken, and does not name the minute that excluded the public."
                fix = "Add excluded_by: the number of the minute whose resolution excluded the public."
                yield Problem("exclusion-missing", item.at("exempt"), message, fix)
            continue
        minute = _minute(records, meeting_id, exempt.excluded_by)
        if minute is None:
            if meeting_id in records.minutes or "minutes" in records.unread:
                continue  # that there is no such minute is told of every number
            fact = f"There is no minute {exempt.excluded_by} of this meeting."
        elif law.resolution and not minute.resolutions:
            fact = f"{minute.opening} holds no resolution."
        elif not minute.excludes_public:
            fact = f"{minute.opening} does not say that it excluded the public."
        else:
            continue
        fix = "Check the number, or add excludes_public: yes to the minute whose resolution did so."
        yield Problem("exclusion-unknown", exempt.at("excluded_by"), fact, fix)


def _was_taken(dossier: Dossier, meeting_id: str, item: AgendaItem) -> bool:
    """Whether full minutes are there, unless the item was withdrawn, not taken, or has no minute."""
    minutes = dossier.records.minutes.get(meeting_id)
    if minutes is None or minutes.only or item.withdrawn:
        return False
    return not item.not_taken and not dossier.agenda_states[meeting_id].without_minute(item)


def _minute(records: Records, meeting_id: str, key: str | None) -> Minute | None:
    minutes = records.minutes.get(meeting_id)
    return next((minute for minute in minutes.every_minute if minute.key == key), None) if minutes else None


def exclusion_paragraphs(dossier: Dossier) -> Iterator[Problem]:
    """Warn where the resolution that excluded the public does not name a paragraph that the item is exempt under."""
    for meeting_id, item, exempt, law in _exempt(dossier.records):
        minute = _minute(dossier.records, meeting_id, exempt.excluded_by)
        if minute is None or not minute.resolutions or not law.resolution:
            continue
        text = " ".join(resolution.text for resolution in minute.resolutions)
        named = " ".join(re.findall(rf"\b{re.escape(law.cited_as)}{_NUMBERS}", text, re.IGNORECASE))
        missing = [number for number in exempt.paragraphs if not _cites(named, number)]
        if missing:
            kind = f"{law.cited_as} {missing[0]}"
            left_out = f"{kind}, which the resolution that excluded the public does not name"
            fact = f"{item.opening} is exempt under {left_out}."
            fix = f"Name {kind} {_within(law)} in the resolution, if it did, or correct the item."
            yield warning("exclusion-paragraphs", minute.resolutions[0].at("text"), fact, fix)


def _cites(text: str, number: str) -> bool:
    """Whether a text has a number that is no part of a longer one."""
    return re.search(rf"(?<!\w){re.escape(number)}(?!\w|\.\d)", text) is not None


def exclusion_unused(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each minute that excluded the public, where no exempt item of the agenda names it."""
    records = dossier.records
    used = {(meeting_id, exempt.excluded_by) for meeting_id, _, exempt, _ in _exempt(records)}
    for meeting_id, minute in every_minute(records):
        if minute.excludes_public and meeting_id in records.agendas and (meeting_id, minute.key) not in used:
            fact = f"{minute.opening} excluded the public, and no exempt item names it."
            fix = f"Add excluded_by: {minute.number or minute.key} to the exempt item."
            yield warning("exclusion-unused", minute.at("excludes_public"), fact, fix)
