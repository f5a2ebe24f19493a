"""What is known of a meeting on a day: that an earlier record announced it is no evidence that it took place."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ..records.meeting import date_of
from ..records.publication import Records

Known = Literal["to come", "took place", "not known", "called off"]


def known_of(records: Records, meeting_id: str, today: date) -> Known:
    """Give what the records show of a meeting on the day ``today``.

    A meeting took place where its record says ``held``, or its minutes are on this site. A day that is past shows
    nothing by itself: of a planned or provisional meeting it is then not known.
    """
    meeting = records.meetings[meeting_id]
    if meeting.called_off:
        return "called off"
    if date_of(meeting_id) <= today and (meeting.state == "held" or meeting_id in records.minutes):
        return "took place"
    return "to come" if date_of(meeting_id) >= today else "not known"


def took_place(records: Records, meeting_id: str, today: date) -> bool:
    """Whether the records show that a meeting took place, on or before the day ``today``."""
    return known_of(records, meeting_id, today) == "took place"
