"""Checks of business that was put off: to when, why, and which earlier business a later minute takes up."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.deferrals import names
from ..facts.dossier import Dossier
from ..facts.rows import every_minute
from ..facts.sittings import earlier_sittings
from ..records.meeting import date_of
from ..records.problem import Problem
from ..records.publication import Records
from ..records.votes import PUT_OFF
from .findings import advice, warning


def put_off_to(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a day or meeting that business cannot have been put off to, and of one where nothing was put off."""
    records = dossier.records
    for meeting_id, minute in every_minute(records):
        if minute.outcome not in PUT_OFF and minute.until:
            fact = f"{minute.opening} says until when, and not that the business was put off."
            yield Problem("put-off-until", minute.at("until"), fact, 'Add "outcome: deferred".')
        if minute.outcome is None and minute.why:
            fact = f"{minute.opening} says why, and not what became of the business."
            yield Problem("put-off-until", minute.at("why"), fact, "Add outcome, or put this into text.")
        if minute.until and not _later(minute.until, meeting_id, records):
            fact = f"The meeting of {meeting_id} cannot put anything off to {minute.until}."
            yield Problem("put-off-until", minute.at("until"), fact, "Write a later day, or leave it out.")
        elif minute.until and len(minute.until) > len("2026-01-05") and minute.until not in records.meetings:
            fact = f'There is no meeting with the id "{minute.until}".'
            fix = "Write the name of its folder, or its day alone."
            yield Problem("put-off-until", minute.at("until"), fact, fix)


def _later(until: str, meeting_id: str, records: Records) -> bool:
    """Whether a day or a meeting comes after a meeting, or on its day, where that is another meeting."""
    same_day = date_of(until) == date_of(meeting_id) and until in records.meetings and until != meeting_id
    return date_of(until) > date_of(meeting_id) or same_day


def lost_sight_of(dossier: Dossier) -> Iterator[Problem]:
    """Advise on business that was put off, where nothing could ever show that a later meeting came to it."""
    for entry in dossier.deferrals:
        if entry.source.kind == "minute" and not entry.source.matter and entry.back is None:
            fact = f"{entry.source.opening} puts business off that belongs to no matter."
            fix = "Add matter here and where it comes back, or takes_up there. So readers see what became of it."
            yield advice("put-off-without-matter", entry.source.at("outcome"), fact, fix)


def takes_up_nothing(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a minute that takes up what no earlier meeting on this site put off."""
    records, put_off = dossier.records, dossier.deferrals
    for meeting_id, minute in every_minute(records):
        earlier = minute.takes_up
        if earlier is None or earlier.meeting in earlier_sittings(records, meeting_id):
            continue
        if not _later(meeting_id, earlier.meeting, records):
            fact = f"The meeting of {meeting_id} cannot take up what was put off on {earlier.meeting}."
            yield Problem("takes-up-nothing", earlier.at("meeting"), fact, "Write the id of the earlier meeting.")
        elif not any(
            entry.meeting_id == earlier.meeting and names(earlier, entry.source, records) for entry in put_off
        ):
            fact = f"Nothing on this site says that the meeting of {earlier.meeting} put this off."
            fix = 'Check the number, or add "outcome: deferred" to that minute.'
            held = earlier.meeting in records.minutes or earlier.meeting in records.agendas
            if held and "minutes" not in records.unread:
                yield warning("takes-up-nothing", earlier.at("minute" if earlier.minute else "item"), fact, fix)


def item_of_no_agenda(dossier: Dossier) -> Iterator[Problem]:
    """Advise on an item that a minute of a further sitting names, where the agenda is that of the sitting before."""
    records = dossier.records
    for meeting_id, minute in every_minute(records):
        if minute.about and meeting_id not in records.agendas:
            for first in (first for first in earlier_sittings(records, meeting_id) if first in records.agendas):
                fact = f"{minute.opening} names an item, and this sitting has no agenda of its own."
                fix = f"In place of that, write takes_up, and below it meeting: {first} and item: {minute.about[0]}."
                field = "items" if minute.items else "item"
                yield advice("item-of-no-agenda", minute.at(field), fact, fix)
