"""What a calendar and a feed say to those who follow the panel from elsewhere: short lines that make sense alone."""

from __future__ import annotations

from datetime import date

from ..records.meeting import Meeting
from . import format as say


def meeting_title(panel: str, meeting: Meeting) -> str:
    """Name a meeting in a calendar: ``North Panel: meeting``, ``North Panel: meeting cancelled``."""
    if meeting.state == "cancelled":
        return f"{panel}: meeting cancelled"
    return f"{panel}: provisional meeting" if meeting.state == "provisional" else f"{panel}: meeting"


def meeting_text(meeting: Meeting) -> str:
    """Say what somebody must know who sees only the entry of a calendar."""
    said = [meeting.title] if meeting.title else []
    if meeting.state == "cancelled":
        return ". ".join((*said, "This meeting was cancelled."))
    if meeting.state == "provisional":
        said.append("It was announced as provisional")
    if meeting.starts is None:
        said.append("The papers give no time")
    said.append("The papers do not say when it ends" if meeting.starts else "The entry is for the whole day")
    return ". ".join(said) + "."


def questions_title(panel: str, day: date) -> str:
    """Name the last day for questions: ``North Panel: last day to send a question for 5 January 2026``."""
    return f"{panel}: last day to send a question for {say.day(day)}"


def decided_title(count: int, day: date) -> str:
    """Name what was decided at a meeting: ``11 decisions of 17 November 2025``."""
    return f"{say.counted(count, 'decision', 'decisions')} of {say.day(day)}"


def agenda_title(day: date) -> str:
    """Name an agenda: ``Agenda of 5 January 2026``."""
    return f"Agenda of {say.day(day)}"


def paper_title(title: str, day: date) -> str:
    """Name a paper with the meeting that it is for: ``Paper for 5 January 2026: Bringing Offenders to Justice``."""
    return f"Paper for {say.day(day)}: {title}"
