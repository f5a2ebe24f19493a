"""Checks of when meetings and visits are: each ends after it starts, and what was called off or moved says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Final

from ..facts.dossier import Dossier
from ..facts.moves import Moves
from ..records.meeting import date_of
from ..records.place import Place
from ..records.problem import Problem
from .bodies import every_body
from .findings import warning

SHORTEST: Final = 10
LONGEST: Final = 720
"""Minutes that a meeting may usually last: less is a number of hours, and more a slip of the keyboard."""
MINUTES_OF_A_DAY: Final = 24 * 60


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


def unusual_length(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a usual length of meetings that cannot be meant."""
    for body in every_body(dossier.records):
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


RULES = (ends_before_start, unusual_length, wrong_length, called_off_without_day, known_too_late, moved_wrongly)
