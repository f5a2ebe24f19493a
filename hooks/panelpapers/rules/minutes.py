"""Checks of minutes: who was there, how they are numbered, what they confirm, and what follows from resolutions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..facts.dossier import Dossier
from ..facts.paragraph_numbers import roman
from ..facts.rows import every_item, every_minute
from ..records.agenda import AgendaItem
from ..records.base import Record
from ..records.meeting import date_of
from ..records.minutes import Minute
from ..records.problem import Problem
from .findings import warning

_HEADINGS = {"present": "present", "also_present": "also present", "apologies": "apologies"}


def listed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each person who was present and sent apologies too, or who is listed twice among those present."""
    for minutes in dossier.records.minutes.values():
        first: dict[str, str] = {}
        for field, heading in _HEADINGS.items():
            for attendance in getattr(minutes, field):
                if before := first.get(attendance.person):
                    absent = "apologies" in (before, heading) and before != heading
                    fact = f'"{attendance.person}" stands under "{heading}", and under "{before}" before.'
                    fix = "Keep the entry that the minutes have, and delete the other."
                    yield Problem(
                        "present-and-absent" if absent else "listed-twice", attendance.at("person"), fact, fix
                    )
                first.setdefault(attendance.person, heading)


def minutes_in_order(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a minute whose number is lower than that of the one before it."""
    for minutes in dossier.records.minutes.values():
        for earlier, later in pairwise(minutes.minutes):
            if later.number < earlier.number:
                fact = f"Minute {later.number} stands after minute {earlier.number}."
                fix = "Put the minutes in the order of their numbers, or correct the number."
                yield warning("minute-order", later.at("number"), fact, fix)


def confirmed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of minutes that two meetings confirmed."""
    records, by = dossier.records, dict[str, list[str]]()
    for meeting_id, minute in sorted(every_minute(records), key=lambda pair: records.moment(pair[0])):
        others = by.setdefault(minute.confirms or "", [])
        # The minutes of a joint meeting are confirmed by each of the bodies that held it.
        if minute.confirms and (other := next((at for at in others if records.share_a_body(at, meeting_id)), None)):
            fact = f"The minutes of {minute.confirms} were confirmed by the meeting of {other} already."
            fix = "Correct the meeting whose minutes are confirmed here, or there."
            yield Problem("confirmed-twice", minute.at("confirms"), fact, fix)
        others.append(meeting_id)


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
    confirming: list[tuple[str, Minute | AgendaItem]] = [*every_minute(records), *every_item(records)]
    for meeting_id, record in confirming:
        confirmed = record.confirms or ""
        if confirmed in records.meetings and records.moment(confirmed) >= records.moment(meeting_id):
            fact = f"The meeting of {meeting_id} cannot confirm the minutes of {confirmed}."
            fix = "Write the id of the earlier meeting whose minutes it confirms."
            yield Problem("confirms-later", record.at("confirms"), fact, fix)


def said_both_ways(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what the records say did not happen, where something else in them shows that it did."""
    records = dossier.records
    for meeting_id, minutes in records.minutes.items():
        meeting, agenda = records.meetings.get(meeting_id), records.agendas.get(meeting_id)
        if meeting and meeting.state == "not known":
            fact = "It is not known whether this meeting took place, and its minutes are here."
            yield _both(meeting, "state", fact)
        if not minutes.taken and (minutes.present or minutes.apologies):
            yield _both(minutes, "taken", "Attendance was not taken, and members are listed.")
        if minutes.no_questions and minutes.questions:
            yield _both(minutes, "no_questions", "The public asked no question, and questions are listed.")
        for minute in minutes.minutes:
            if minute.not_on_agenda and minute.item is not None:
                fact = f"Minute {minute.number} was not on the agenda, and has an item."
                yield _both(minute, "not_on_agenda", fact)
        minuted = {minute.item: minute.number for minute in minutes.minutes}
        for item in agenda.items if agenda else ():
            if item.not_taken == "not reached" and item.number in minuted:
                fact = f"Item {item.number} was not reached, and minute {minuted[item.number]} is about it."
                yield _both(item, "not_taken", fact)


def _both(record: Record, field: str, fact: str) -> Problem:
    return Problem("said-both-ways", record.at(field), fact, "Delete this line, or correct what stands against it.")


def without_consequence(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each resolution that says neither who has to do what nor why nothing has to be done; or both."""
    for _, minute in every_minute(dossier.records):
        for resolution in minute.resolutions:
            if resolution.action is None and resolution.no_action is None:
                fact = f"Nothing says what follows from this resolution of minute {minute.number}."
                fix = "Add action, with its owner; or no_action, with the reason why nothing has to be done."
                yield Problem("resolution-without-action", resolution.at("text"), fact, fix)
            if resolution.action and resolution.no_action:
                fact = f"This resolution of minute {minute.number} has both an action and no_action."
                fix = "Delete action, or delete no_action."
                yield Problem("action-and-none", resolution.at("no_action"), fact, fix)


def out_of_order(dossier: Dossier) -> Iterator[Problem]:
    """Warn of the first resolution of a minute that breaks the row i, ii, iii."""
    for _, minute in every_minute(dossier.records):
        numerals = [(resolution, resolution.numeral) for resolution in minute.resolutions if resolution.numeral]
        for position, (resolution, numeral) in enumerate(numerals, start=1):
            if roman(numeral) != position:
                fact = f"Resolution {numeral} of minute {minute.number} stands in place {position}."
                fix = "Put the resolutions in their order, or correct the number."
                yield warning("resolution-order", resolution.at("numeral"), fact, fix)
                break


RULES = (
    listed_twice,
    minutes_in_order,
    confirmed_twice,
    published_before_held,
    confirmed_before_held,
    said_both_ways,
    without_consequence,
    out_of_order,
)
