"""Checks of meetings: who holds them, when they are, and their state, against what else is typed and against the day.

The check takes its day as the build does, so that it says the same of the same records on any other day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import chain
from typing import Final

from ..facts.dossier import Dossier
from ..facts.moves import Moves
from ..facts.texts import Text
from ..records.meeting import Meeting, date_of
from ..records.place import Place
from ..records.problem import Problem
from ..records.programme import ProgrammeItem
from .findings import advice, retyped, warning

SHORTEST: Final = 10
LONGEST: Final = 720
"""Minutes that a meeting may usually last: less is a number of hours, and more a slip of the keyboard."""
MINUTES_OF_A_DAY: Final = 24 * 60
EARLIEST: Final = time(8)
LATEST: Final = time(22)
"""Between these a meeting usually starts: 7:00 is more often the evening's hour, and 01:00 the afternoon's."""
_STILL_TO_COME: Final = frozenset({"planned", "provisional"})
_CALL: Final = re.compile(
    r"\b(?:ask|send|submit|put|arrive|reach)\b.*\bquestions?\b|\bquestions?\b.*\b(?:must|can|by|before|deadline)\b",
    re.I | re.S,
)


def who_meets(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a meeting of which two fields say who holds it, and of a joint one that is not of several bodies."""
    for meeting in dossier.records.meetings.values():
        if meeting.body and meeting.bodies:
            fact = "This meeting has both body and bodies."
            yield Problem("who-meets", meeting.at("body"), fact, "Delete body. A joint meeting has bodies alone.")
        elif meeting.bodies and len({*meeting.bodies}) < max(2, len(meeting.bodies)):
            fact = "A joint meeting is one of two or more bodies, and each is named once."
            fix = "Name each of them once. For a meeting of one body, write body in place of bodies."
            yield Problem("who-meets", meeting.at("bodies"), fact, fix)


def ends_before_start(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a meeting, or a row of the work programme, that ends before it starts or has an end alone."""
    for starts, ends, place in _times(dossier):
        if ends and starts is None:
            fact = f"This ends at {ends:%H:%M}, and nothing says when it starts."
            yield Problem("ends-without-start", place, fact, "Add starts: the time at which it starts.")
        elif ends and starts and ends <= starts:
            fact = f"This ends at {ends:%H:%M}, and starts at {starts:%H:%M}."
            fix = "Check both times. If it closed after midnight, add lasted: how many minutes it took."
            yield Problem("ends-before-start", place, fact, fix)


def _times(dossier: Dossier) -> Iterator[tuple[time | None, time | None, Place]]:
    """Give when each thing starts and ends, and where the end is typed. Minutes alone may give an end alone."""
    records = dossier.records
    for row in records.programme.items if records.programme else ():
        yield row.starts, row.ends, row.at("ends")
    for meeting in records.meetings.values():
        yield meeting.starts, meeting.ends, meeting.at("ends")
    for meeting_id, minutes in records.minutes.items():
        if minutes.lasted is None and (held := records.meetings.get(meeting_id)) and held.starts:
            yield held.starts, minutes.closed, minutes.at("closed")


def unusual_hour(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a meeting that starts in the night or very early: an hour after noon may be typed as one before."""
    records = dossier.records
    rows = records.programme.items if records.programme else ()
    for record in chain[Meeting | ProgrammeItem](records.meetings.values(), rows):
        starts = record.starts
        if starts is not None and not EARLIEST <= starts <= LATEST:
            fact = f"This starts at {starts:%H:%M}, before {EARLIEST:%H:%M} or after {LATEST:%H:%M}."
            fix = "Write hours after noon from 13 on: 13:00 is one in the afternoon, 19:00 seven in the evening."
            yield warning("unusual-hour", record.at("starts"), fact, fix)


def unusual_length(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a usual length of meetings that cannot be meant."""
    for body in dossier.records.every_body:
        if body.usual_length is not None and not SHORTEST <= body.usual_length <= LONGEST:
            fact = f"By this, a meeting usually lasts {body.usual_length} minutes."
            fix = f"Write how many minutes a meeting usually lasts, from {SHORTEST} to {LONGEST}: 120 is 2 hours."
            yield Problem("unusual-length", body.at("usual_length"), fact, fix)


def wrong_length(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a length of a meeting that cannot be meant, or that is not the time from its start to its close."""
    for meeting_id, minutes in dossier.records.minutes.items():
        if minutes.lasted is None:
            continue
        meeting, place = dossier.records.meetings.get(meeting_id), minutes.at("lasted")
        starts, closed = meeting.starts if meeting else None, minutes.closed
        if not 0 < minutes.lasted < MINUTES_OF_A_DAY:
            fact = f"By this, the meeting lasted {minutes.lasted} minutes."
            yield Problem("wrong-length", place, fact, "Write how many minutes it lasted: 95 is 1 hour 35 minutes.")
        elif starts and closed and minutes.lasted != (between := _minutes_between(starts, closed)):
            fact = f"From {starts:%H:%M} to {closed:%H:%M} is {between} minutes, and this says {minutes.lasted}."
            yield Problem("wrong-length", place, fact, "Correct one of the three, or delete lasted.")


def _minutes_between(starts: time, closed: time) -> int:
    """Give how many minutes lie between two times of day: a meeting may go on after midnight."""
    return (closed.hour * 60 + closed.minute - starts.hour * 60 - starts.minute) % MINUTES_OF_A_DAY


def called_off_without_day(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a meeting that was called off, where nothing says when that was made known and why."""
    for meeting in dossier.records.meetings.values():
        if meeting.called_off and not meeting.changes:
            fact = f"This meeting is {meeting.state}, and nothing says when that was made known, or why."
            fix = 'Add changes, and below it "- on:" with the day, and "why:" with the reason.'
            yield warning("called-off-when", meeting.at("state"), fact, fix)


def known_too_late(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a change to a meeting that is said to have been made known when its day was over."""
    for meeting_id, meeting in dossier.records.meetings.items():
        for change in meeting.changes:
            if change.on > date_of(meeting_id):
                fact = f"This was made known on {change.on}, when the day of the meeting was over."
                yield warning("changed-after-meeting", change.at("on"), fact, "Check the day.")


def moved_wrongly(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a meeting that was moved from one that is not postponed, that moved elsewhere too, or from itself."""
    records, taken = dossier.records, dict[str, str]()
    moves = Moves(records)
    for meeting_id, meeting in sorted(records.meetings.items()):
        origin = records.meetings.get(meeting.moved_from or "")
        if origin is None or meeting.moved_from is None:
            continue
        first = taken.setdefault(meeting.moved_from, meeting_id)
        message = fix = ""
        if meeting_id in moves.origins_of(meeting.moved_from):
            message = f"By this, the meeting of {meeting_id} was moved from itself."
            fix = "Write moved_from in the meeting on the new day only. If it moved back, the first has none."
        elif first != meeting_id:
            message = f"The meeting of {meeting.moved_from} was moved to {first} already."
            fix = "Write moved_from in one meeting only."
        elif not records.share_a_body(meeting_id, meeting.moved_from):
            message = f"The meeting of {meeting.moved_from} is one of another body."
            fix = "Write the id of the meeting of the same body, or correct the body of one of the two."
        elif origin.state != "postponed" and not meeting.called_off:
            message = f"The meeting of {meeting.moved_from} was moved to this day, and is {origin.state} there."
            fix = f"Write state: postponed in the meeting.yml of {meeting.moved_from}, or take moved_from out."
        if message:
            yield Problem("moved-wrongly", meeting.at("moved_from"), message, fix)


def minutes_and_state(dossier: Dossier) -> Iterator[Problem]:
    """Tell of minutes of a meeting that was called off; warn of those of one that is still said to be to come."""
    for meeting_id, meeting in dossier.records.meetings.items():
        if meeting_id in dossier.records.minutes and meeting.called_off:
            fact = f"This meeting was {meeting.state}, and its minutes are here."
            fix = "Correct the state, or move the minutes to the folder of the meeting that they are of."
            yield Problem("minutes-of-no-meeting", meeting.at("state"), fact, fix)
        elif meeting_id in dossier.records.minutes and meeting.state in _STILL_TO_COME:
            fact = f'The state of this meeting is "{meeting.state}", and its minutes are here.'
            place = meeting.at("state")
            better = retyped(place, meeting.state, "held")
            yield warning("minutes-and-planned", place, fact, "Write state: held.", better)


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
