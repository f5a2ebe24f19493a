"""Checks of when meetings and visits are: each ends after it starts, and what was called off or moved says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Final

from ..facts.dossier import Dossier
from ..facts.moves import Moves
from ..records.place import Place
from ..records.problem import Problem
from .findings import warning

SHORTEST: Final = 10
LONGEST: Final = 720
"""Minutes that a meeting may usually last: less is a number of hours, and more a slip of the keyboard."""


def ends_before_start(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a meeting, or a row of the work programme, that ends before it starts or has an end alone."""
    for starts, ends, place in _times(dossier):
        if ends and starts is None:
            fact = f"This ends at {ends:%H:%M}, and nothing says when it starts."
            yield Problem("ends-without-start", place, fact, "Add starts: the time at which it starts.")
        elif ends and starts and ends <= starts:
            fact = f"This ends at {ends:%H:%M}, and starts at {starts:%H:%M}."
            yield Problem("ends-before-start", place, fact, "Check both times.")


def _times(dossier: Dossier) -> Iterator[tuple[time | None, time | None, Place]]:
    """Give when each thing starts and ends, and where the end is typed. Minutes alone may give an end alone."""
    records = dossier.records
    for row in records.programme.items if records.programme else ():
        yield row.starts, row.ends, row.at("ends")
    for meeting in records.meetings.values():
        yield meeting.starts, meeting.ends, meeting.at("ends")
    for meeting_id, minutes in records.minutes.items():
        if (held := records.meetings.get(meeting_id)) and held.starts:
            yield held.starts, minutes.closed, minutes.at("closed")


def unusual_length(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a usual length of meetings that cannot be meant."""
    panel = dossier.records.panel
    if panel and panel.usual_length is not None and not SHORTEST <= panel.usual_length <= LONGEST:
        fact = f"By this, a meeting usually lasts {panel.usual_length} minutes."
        fix = f"Write how many minutes a meeting usually lasts, from {SHORTEST} to {LONGEST}: 120 is 2 hours."
        yield Problem("unusual-length", panel.at("usual_length"), fact, fix)


def called_off_without_day(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a meeting that was called off, where nothing says when that was made known and why."""
    for meeting in dossier.records.meetings.values():
        if meeting.called_off and not meeting.changes:
            fact = f"This meeting is {meeting.state}, and nothing says when that was made known, or why."
            fix = 'Add changes, and below it "- on:" with the day, and "why:" with the reason.'
            yield warning("called-off-when", meeting.at("state"), fact, fix)


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
        elif origin.state != "postponed" and not meeting.called_off:
            message = f"The meeting of {meeting.moved_from} was moved to this day, and is {origin.state} there."
            fix = f"Write state: postponed in the meeting.yml of {meeting.moved_from}, or take moved_from out."
        if message:
            yield Problem("moved-wrongly", meeting.at("moved_from"), message, fix)


RULES = (ends_before_start, unusual_length, called_off_without_day, moved_wrongly)
