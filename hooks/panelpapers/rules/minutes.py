"""Checks of minutes: who was there, how they are numbered, what they confirm, and what follows from resolutions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.noted import asks_for_nothing
from ..facts.rows import every_item, every_minute
from ..facts.series import counted
from ..records.agenda import Agenda, AgendaItem
from ..records.base import Record
from ..records.meeting import date_of
from ..records.minutes import Minute, Minutes
from ..records.names import key_of
from ..records.problem import Problem
from .findings import advice, repeated, warning

_MORE_THAN_A_LINE = re.compile(r"\n|[*_\[\]|\\]|^(?:[-+]|\d+[.)])\s")
"""What a text has that is no plain words in one paragraph."""
_LONG = 50
"""Words of a resolution that are much for a list."""
_HEADINGS = ("present", "also_present", "apologies", "absent")
_AWAY = ("apologies", "absent")
_NOTHING = (
    ("no_questions", "questions", "The public asked no question, and questions are listed."),
    ("no_declarations", "declarations", "Nobody declared an interest, and interests are listed."),
    ("no_public_comment", "public_comment", "Nobody from the public spoke, and what they said is listed."),
)
"""What minutes say that there was not, and where it is listed if there was."""


def listed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each person who was present and sent apologies too, or who is listed twice among those present."""
    for minutes in dossier.records.minutes.values():
        listed = [(attendance, heading) for heading in _HEADINGS for attendance in getattr(minutes, heading)]
        for (attendance, heading), (_, before) in repeated(listed, lambda entry: entry[0].person):
            absent = (before in _AWAY) != (heading in _AWAY)
            now, first = heading.replace("_", " "), before.replace("_", " ")
            fact = f'"{attendance.person}" stands under "{now}", and under "{first}" before.'
            fix = "Keep the entry that the minutes have, and delete the other."
            yield Problem("present-and-absent" if absent else "listed-twice", attendance.at("person"), fact, fix)


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
            fact = f"These minutes of {meeting_id} were published on {minutes.published}, before the meeting."
            fix = "Correct the day, or the folder that this file lies in."
            yield Problem("minutes-before-meeting", minutes.at("published"), fact, fix)


def confirms_wrongly(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what confirms minutes of a later meeting, of itself, or of one that was called off.

    Warn of what confirms those of a meeting of another body.
    """
    records = dossier.records
    confirming: list[tuple[str, Minute | AgendaItem]] = [*every_minute(records), *every_item(records)]
    for meeting_id, record in confirming:
        confirmed, place = record.confirms or "", record.at("confirms")
        if (meeting := records.meetings.get(confirmed)) is None:
            continue
        if meeting.called_off:
            fact = f"The meeting of {confirmed} was {meeting.state}, and has no minutes to confirm."
            fix = "Write the id of the meeting whose minutes these are, or correct the state of that meeting."
            yield Problem("minutes-of-no-meeting", place, fact, fix)
        if records.moment(confirmed) >= records.moment(meeting_id):
            fact = f"The meeting of {meeting_id} cannot confirm the minutes of {confirmed}."
            fix = "Write the id of the earlier meeting whose minutes it confirms."
            yield Problem("confirms-later", place, fact, fix)
        if not records.share_a_body(confirmed, meeting_id):
            fact = f"The meeting of {confirmed} is one of another body than the meeting that confirms its minutes."
            fix = "Write the id of the meeting of the same body. If it is right, say so in known."
            yield warning("confirms-of-another", place, fact, fix)


def said_both_ways(dossier: Dossier) -> Iterator[Problem]:
    """Tell of what the records say did not happen, where something else in them shows that it did."""
    records = dossier.records
    for meeting_id, minutes in records.minutes.items():
        meeting, agenda = records.meetings.get(meeting_id), records.agendas.get(meeting_id)
        if meeting and meeting.state == "not known":
            fact = "It is not known whether this meeting took place, and its minutes are here."
            yield _both(meeting, "state", fact)
        if not minutes.taken and (minutes.present or minutes.apologies or minutes.absent):
            yield _both(minutes, "taken", "Attendance was not taken, and members are listed.")
        for nothing, field, fact in _NOTHING:
            if getattr(minutes, nothing) and getattr(minutes, field):
                yield _both(minutes, nothing, fact)
        for minute in minutes.every_minute:
            if minute.not_on_agenda and minute.about:
                fact = f"{minute.opening} was not on the agenda, and has an item."
                yield _both(minute, "not_on_agenda", fact)
            if minute.outcome == "not reached" and (minute.resolutions or minute.motions):
                fact = f"{minute.opening} was not reached, and something was moved or resolved."
                yield _both(minute, "outcome", fact)
        yield from _reached_after_all(agenda, minutes) if agenda else ()


def _reached_after_all(agenda: Agenda, minutes: Minutes) -> Iterator[Problem]:
    """Tell of each item that was not reached, where a minute tells what was done about it."""
    done = (minute for minute in minutes.every_minute if minute.outcome != "not reached")
    minuted = {key: minute for minute in done for key in minute.about}
    for item in agenda.every_item:
        if item.not_taken == "not reached" and item.key in minuted:
            fact = f"{item.opening} was not reached, and {minuted[item.key].name} is about it."
            yield _both(item, "not_taken", fact)


def _both(record: Record, field: str, fact: str) -> Problem:
    return Problem("said-both-ways", record.at(field), fact, "Delete this line, or correct what stands against it.")


def without_consequence(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each resolution that says neither who has to do what nor why nothing has to be done; or both.

    Where something was only noted, that says it.
    """
    for meeting_id, minute in every_minute(dossier.records):
        for resolution in minute.resolutions:
            nothing = resolution.no_action or asks_for_nothing(resolution, minute, meeting_id, dossier.records)
            if resolution.action is None and not nothing:
                fact = f"Nothing says what follows from this resolution of {minute.name}."
                fix = "Add action, with its owner; or no_action, with the reason why nothing has to be done."
                yield Problem("resolution-without-action", resolution.at("text"), fact, fix)
            if resolution.action and resolution.no_action:
                fact = f"This resolution of {minute.name} has both an action and no_action."
                fix = "Delete action, or delete no_action."
                yield Problem("action-and-none", resolution.at("no_action"), fact, fix)


def without_short(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each resolution that no line can hold as it is, and that has none in short; advise on long ones."""
    for _, minute in every_minute(dossier.records):
        for resolution in minute.resolutions:
            place, fix = resolution.at("text"), "Add short: the decision in one plain sentence."
            if resolution.short is None and _MORE_THAN_A_LINE.search(resolution.text):
                fact = f"This resolution of {minute.name} is more than plain words in one paragraph."
                yield Problem("no-short", place, fact, fix)
            elif resolution.short is None and len(resolution.text.split()) > _LONG:
                fact = f"Lists of decisions show this resolution of {minute.name} whole, since it has no short."
                yield advice("no-short", place, fact, fix)


def out_of_order(dossier: Dossier) -> Iterator[Problem]:
    """Warn of the first resolution of a minute that breaks the row i, ii, iii, or a, b, c.

    Figures may run on from another minute, and what has several parts, such as 20-08, is in no row of its own.
    """
    for _, minute in every_minute(dossier.records):
        numerals = [(resolution, resolution.numeral) for resolution in minute.resolutions if resolution.numeral]
        for position, (resolution, numeral) in enumerate(numerals, start=1):
            meanings = counted(key_of(numeral)) if key_of(numeral).isalpha() else ()
            if meanings and position not in meanings:
                fact = f"Resolution {numeral} of {minute.name} stands in place {position}."
                fix = "Put the resolutions in their order, or correct the number."
                yield warning("resolution-order", resolution.at("numeral"), fact, fix)
                break
