"""Checks of the state of a meeting, against what else is typed of it and against the day on which the check is made.

The check takes its day as the build does, so that it says the same of the same records on any other day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from ..facts.dossier import Dossier
from ..facts.texts import Text
from ..records.meeting import Meeting, date_of
from ..records.place import Place
from ..records.problem import Problem
from .findings import advice, warning

_STILL_TO_COME: Final = frozenset({"planned", "provisional"})
_CALL: Final = re.compile(
    r"\b(?:ask|send|submit|put|arrive|reach)\b.*\bquestions?\b|\bquestions?\b.*\b(?:must|can|by|before|deadline)\b",
    re.I | re.S,
)


def minutes_of_no_meeting(dossier: Dossier) -> Iterator[Problem]:
    """Tell of minutes of a meeting that did not take place."""
    for meeting_id, meeting in _off(dossier):
        if meeting_id in dossier.records.minutes:
            fact = f"This meeting was {meeting.state}, and its minutes are here."
            fix = "Correct the state, or move the minutes to the folder of the meeting that they are of."
            yield Problem("minutes-of-no-meeting", meeting.at("state"), fact, fix)


def minutes_of_planned_meeting(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a meeting of which there are minutes, though it is still said to be planned or provisional."""
    for meeting_id, meeting in dossier.records.meetings.items():
        if meeting_id in dossier.records.minutes and meeting.state in _STILL_TO_COME:
            fact = f'The state of this meeting is "{meeting.state}", and its minutes are here.'
            fix = "Write state: held."
            better = "state: held" if "state" in meeting.model_fields_set else None
            yield warning("minutes-and-planned", meeting.at("state"), fact, fix, better)


def still_announced(dossier: Dossier) -> Iterator[Problem]:
    """Warn of what is typed of a meeting that does not take place, and announces it all the same."""
    for meeting_id, meeting in _off(dossier):
        agenda, holder = dossier.records.agendas.get(meeting_id), dossier.records.holder(meeting_id)
        rule = holder.question_rule if holder else None
        if meeting.webcast and meeting.webcast.planned:
            fact, fix = "is still said to be filmed", "Write planned: no."
            yield _announced(meeting, meeting.webcast.at("planned"), fact, fix)
        if meeting.why_provisional:
            fact, fix = "still has the reason why it may not take place", "Delete it."
            yield _announced(meeting, meeting.at("why_provisional"), fact, fix)
        for item in agenda.every_item if agenda else ():
            # The business of a postponed meeting waits for its new day.
            asked = rule is not None and rule.matter is not None and rule.matter in item.matter
            if asked and not item.withdrawn and meeting.state == "cancelled":
                fact, fix = "still takes questions from the public", "Add withdrawn: with the day and the reason."
                yield _announced(meeting, item.at("matter"), fact, fix)
        for text in (*dossier.english_of.get(("meetings", (meeting_id,)), ()), *_of_agenda(dossier, meeting_id)):
            if any(_CALL.search(sentence.text) for sentence in text.sentences):
                fact, fix = "still calls for questions", "Take the sentence out, or say that none can be sent."
                yield _announced(meeting, text.place, fact, fix)


def _of_agenda(dossier: Dossier, meeting_id: str) -> Iterator[Text]:
    """Give the texts of an agenda but for those of withdrawn items."""
    agenda = dossier.records.agendas.get(meeting_id)
    withdrawn = [item for item in agenda.every_item if item.withdrawn] if agenda else []
    for text in dossier.english_of.get(("agendas", (meeting_id,)), ()):
        if not any(text.part is item for item in withdrawn):
            yield text


def due_at_no_meeting(dossier: Dossier) -> Iterator[Problem]:
    """Advise on what is planned for a meeting that does not take place, or is due by it and has not been closed."""
    records, off = dossier.records, dict(_off(dossier))
    planned = records.programme.items if records.programme else []
    due = [(row.at("meeting"), row.meeting, "planned for") for row in planned if row.meeting in off]
    for action in dossier.actions:
        if action.due in off and action.status != "discharged":
            due.append((action.duty.at("due"), action.due, "due by"))
    for place, meeting_id, what in due:
        fact = f"This is {what} the meeting of {meeting_id}, which was {off[meeting_id or ''].state}."
        fix = "Write the id of the meeting that follows in its place, when it is known."
        yield advice("due-at-no-meeting", place, fact, fix)


def planned_in_the_past(dossier: Dossier, today: date) -> Iterator[Problem]:
    """Advise on a meeting whose day is over and that is still said to be planned or provisional."""
    for meeting_id, meeting in dossier.records.meetings.items():
        past = date_of(meeting_id) < today and meeting.state in _STILL_TO_COME
        if past and meeting_id not in dossier.records.minutes:
            fact = f'The day of this meeting is over, and its state is "{meeting.state}".'
            fix = "Write held if it took place, cancelled if it did not, not known if no paper shows which."
            yield advice("planned-and-past", meeting.at("state"), fact, fix)


def held_in_the_future(dossier: Dossier, today: date) -> Iterator[Problem]:
    """Warn of a meeting to come that is said to have been held, or of which there are minutes."""
    for meeting_id, meeting in dossier.records.meetings.items():
        minutes = meeting_id in dossier.records.minutes
        told_as_over = meeting.state not in _STILL_TO_COME and not meeting.called_off
        if date_of(meeting_id) > today and (minutes or told_as_over):
            what = "its minutes are here" if minutes else f'its state is "{meeting.state}"'
            fact = f"This meeting is to come, on {date_of(meeting_id)}, and {what}."
            fix = "Check the date in the name of the folder. If it is right, wait for the meeting."
            yield warning("held-and-to-come", meeting.at("state"), fact, fix)


def _off(dossier: Dossier) -> Iterator[tuple[str, Meeting]]:
    """Give every meeting that did not take place."""
    yield from ((name, meeting) for name, meeting in dossier.records.meetings.items() if meeting.called_off)


def _announced(meeting: Meeting, place: Place, fact: str, fix: str) -> Problem:
    return warning("announced-and-off", place, f"This meeting was {meeting.state}, and {fact}.", fix)
