"""Checks of minutes: who was there, the order of their numbers, and which minutes they confirm."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..facts.dossier import Dossier
from ..records.agenda import AgendaItem
from ..records.base import Record
from ..records.meeting import date_of
from ..records.minutes import Minute
from ..records.problem import Problem
from ..records.publication import Records

_HEADINGS = {"present": "present", "also_present": "also present", "apologies": "apologies"}


def listed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each person who was present and sent apologies too, or who is listed twice among those present."""
    for minutes in dossier.records.minutes.values():
        first: dict[str, str] = {}
        for field, heading in _HEADINGS.items():
            for attendance in getattr(minutes, field):
                if before := first.get(attendance.person):
                    absent = "apologies" in (before, heading) and before != heading
                    yield Problem(
                        code="present-and-absent" if absent else "listed-twice",
                        place=attendance.at("person"),
                        message=f'"{attendance.person}" stands under "{heading}", and under "{before}" before.',
                        fix="Keep the entry that the minutes have, and delete the other.",
                    )
                first.setdefault(attendance.person, heading)


def minutes_in_order(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a minute whose number is lower than that of the one before it."""
    for minutes in dossier.records.minutes.values():
        for earlier, later in pairwise(minutes.minutes):
            if later.number < earlier.number:
                yield Problem(
                    code="minute-order",
                    place=later.at("number"),
                    message=f"Minute {later.number} stands after minute {earlier.number}.",
                    fix="Put the minutes in the order of their numbers, or correct the number.",
                    severity="warning",
                )


def confirmed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of minutes that two meetings confirmed."""
    by: dict[str, str] = {}
    for meeting_id, minute in _confirming_minutes(dossier.records):
        confirmed = minute.confirms or ""
        if confirmed in by:
            yield Problem(
                code="confirmed-twice",
                place=minute.at("confirms"),
                message=f"The minutes of {confirmed} were confirmed by the meeting of {by[confirmed]} already.",
                fix="Correct the meeting whose minutes are confirmed here, or there.",
            )
        by.setdefault(confirmed, meeting_id)


def published_before_held(dossier: Dossier) -> Iterator[Problem]:
    """Tell of minutes that were published before the day of their meeting."""
    for meeting_id, minutes in dossier.records.minutes.items():
        if minutes.published and minutes.published < date_of(meeting_id):
            yield Problem(
                code="minutes-before-meeting",
                place=minutes.at("published"),
                message=f"These minutes of {meeting_id} were published on {minutes.published}, before the meeting.",
                fix="Correct the day, or the folder that this file lies in.",
            )


def confirmed_before_held(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a meeting that confirms its own minutes, or those of a later meeting."""
    records = dossier.records
    confirming: list[tuple[str, Minute | AgendaItem]] = [*_confirming_minutes(records), *_confirming_items(records)]
    for meeting_id, record in confirming:
        confirmed = record.confirms or ""
        if confirmed in records.meetings and date_of(confirmed) >= date_of(meeting_id):
            yield Problem(
                code="confirms-later",
                place=record.at("confirms"),
                message=f"The meeting of {meeting_id} cannot confirm the minutes of {confirmed}.",
                fix="Write the id of the earlier meeting whose minutes it confirms.",
            )


def said_both_ways(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what the records say did not happen, where something else in them shows that it did."""
    records = dossier.records
    for meeting_id, minutes in records.minutes.items():
        meeting, agenda = records.meetings.get(meeting_id), records.agendas.get(meeting_id)
        if meeting and meeting.state == "not known":
            yield _both(
                meeting, "state", "It is not known whether this meeting took place, and its minutes are here."
            )
        if not minutes.taken and (minutes.present or minutes.apologies):
            yield _both(minutes, "taken", "Attendance was not taken, and members are listed.")
        if minutes.no_questions and minutes.questions:
            yield _both(minutes, "no_questions", "The public asked no question, and questions are listed.")
        for minute in minutes.minutes:
            if minute.not_on_agenda and minute.item is not None:
                yield _both(
                    minute, "not_on_agenda", f"Minute {minute.number} was not on the agenda, and has an item."
                )
        minuted = {minute.item: minute.number for minute in minutes.minutes}
        for item in agenda.items if agenda else ():
            if item.not_taken == "not reached" and item.number in minuted:
                fact = f"Item {item.number} was not reached, and minute {minuted[item.number]} is about it."
                yield _both(item, "not_taken", fact)


def _both(record: Record, field: str, fact: str) -> Problem:
    return Problem(
        code="said-both-ways",
        place=record.at(field),
        message=fact,
        fix="Delete this line, or correct what stands against it.",
    )


def _confirming_minutes(records: Records) -> Iterator[tuple[str, Minute]]:
    for meeting_id, minutes in sorted(records.minutes.items()):
        yield from ((meeting_id, minute) for minute in minutes.minutes if minute.confirms)


def _confirming_items(records: Records) -> Iterator[tuple[str, AgendaItem]]:
    for meeting_id, agenda in sorted(records.agendas.items()):
        yield from ((meeting_id, item) for item in agenda.items if item.confirms)


RULES = (
    listed_twice,
    minutes_in_order,
    confirmed_twice,
    published_before_held,
    confirmed_before_held,
    said_both_ways,
)
