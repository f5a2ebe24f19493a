"""What a calendar and a feed say to those who follow the panel from elsewhere: short lines that make sense alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Final

from ..facts.actions import Action, Standing
from ..records.agenda import Agenda
from ..records.language import in_all_versions
from ..records.meeting import Meeting, MeetingChange, MeetingDay, MeetingState
from . import format as say

CALLED_OFF: Final = "The meeting was called off, so no question can be sent to it."

_NAMES: Final[Mapping[MeetingState, str]] = {
    "cancelled": "meeting cancelled",
    "postponed": "meeting postponed",
    "provisional": "provisional meeting",
}

_STANDING: Final[Mapping[Standing, str]] = {
    "owed": "to be done",
    "told": "an outcome is told",
    "offered": "offered",
    "closed": "closed",
}


def meeting_title(panel: str, meeting: Meeting, day: MeetingDay) -> str:
    """Name a meeting in a calendar: ``North Panel: meeting cancelled``, ``Upton: meeting (Planning Committee)``."""
    name = day.name.removeprefix(f"{panel}").removeprefix(", ") if day.bodies == (panel,) else day.name
    return f"{panel}: {_NAMES.get(meeting.state, 'meeting')}{f' ({name})' if name else ''}"


def meeting_text(
    meeting: Meeting, closed: time | None = None, usual: int | None = None, lasted: int | None = None
) -> str:
    """Say what somebody must know who sees only the entry of a calendar.

    ``closed`` is when the meeting closed and ``lasted`` how many minutes it lasted, as its minutes say; ``usual`` is
    how many a meeting usually lasts.
    """
    said = [meeting.title] if meeting.title else []
    if meeting.called_off:
        became = "cancelled" if meeting.state == "cancelled" else "postponed, and no new date is known"
        return ". ".join((*said, f"This meeting was {became}."))
    if meeting.state == "provisional":
        said.append("It was announced as provisional")
    if meeting.state == "not known":
        said.append("No paper shows whether it took place")
    if meeting.starts is None:
        said += ["The papers give no time", "The entry is for the whole day"]
    elif lasted:
        said.append(f"The minutes say that it lasted {say.duration(lasted)}")
    elif closed:
        said.append(f"The minutes say that it closed at {say.clock(closed)}")
    elif meeting.ends is None and usual:
        said += ["The papers do not say when it ends", f"The entry lasts {say.duration(usual)}, which is usual"]
    return " ".join(map(say.ended, said))


def with_agenda(text: str, agenda: Agenda | None) -> str:
    """Put the items of an agenda after what is said of its meeting, each on a line."""
    return (
        "\n".join((text, *([] if text == "" else [""]), "Agenda:", *agenda_lines(agenda))).strip() if agenda else text
    )


def agenda_lines(agenda: Agenda) -> list[str]:
    """Give each item of an agenda with its number, as far as it has one, each in its language."""
    return [f"{item.label} {in_all_versions(item.title)}".strip() for item in agenda.every_item]


def action_title(action: Action) -> str:
    """Name an action with who owes it and where it stands: ``Action 921 (ii), the Clerk: to be done``."""
    return f"{f'Action {action.number}'.strip()}, {action.owner}: {_STANDING[action.standing]}"


def due_title(panel: str, action: Action) -> str:
    """Name the day on which an action is due: ``North Panel: due from the Clerk``."""
    return f"{panel}: due from {action.owner}"


def became(state: MeetingState, now: date | None) -> str:
    """Say what became of a meeting that is called off: ``moved to 23 March 2026``, ``cancelled``."""
    return f"moved to {say.day(now)}" if state == "postponed" and now else state


def change_title(day: date, became: str) -> str:
    """Name a change to a meeting: ``Meeting of 16 March 2026: cancelled``."""
    return f"Meeting of {say.day(day)}: {became}"


def change(of: MeetingChange) -> str:
    """Say when a change to a meeting was made known, and what was to be before."""
    what = "The new day was made" if of.state_before == "postponed" else "Made"
    said = [f"{what} known on {say.day(of.on)}."]
    if of.starts_before:
        said.append(say.ended(f"Before, it was to start at {say.clock(of.starts_before)}"))
    if of.venue_before:
        said.append(f"Before, it was to be held at this place: {of.venue_before.name}.")
    return " ".join(said)


def questions_title(panel: str, day: date, *, surely: bool = False) -> str:
    """Name the last day for questions: ``North Panel: last day to send a question for 5 January 2026``.

    ``surely`` is for a rule that does not say which days count: the day is then in time by every count.
    """
    last = "last day that is surely in time" if surely else "last day"
    return f"{panel}: {last} to send a question for {say.day(day)}"


def decided_title(count: int, day: date) -> str:
    """Name what was decided at a meeting: ``11 decisions of 17 November 2025``."""
    return f"{say.counted(count, 'decision', 'decisions')} of {say.day(day)}"


def agenda_title(day: date, meeting: Meeting) -> str:
    """Name an agenda: ``Agenda of 5 January 2026``, ``Agenda of 16 March 2026 (meeting cancelled)``."""
    return f"Agenda of {_named(day, meeting)}"


def paper_title(title: str, day: date, meeting: Meeting) -> str:
    """Name a paper with the meeting that it is for: ``Paper for 5 January 2026: Bringing Offenders to Justice``."""
    return f"Paper for {_named(day, meeting)}: {title}"


def _named(day: date, meeting: Meeting) -> str:
    return f"{say.day(day)} ({_NAMES[meeting.state]})" if meeting.called_off else say.day(day)
