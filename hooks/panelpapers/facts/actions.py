"""The actions register, derived: an action follows from a resolution or an undertaking and is never typed twice.

What became of an action follows from the trackers and the minutes of later meetings. *Status* (is it closed?) and
*outcome* (was it done as resolved?) are two things: an action can be closed without having been done. Both rest on
the step that says so: a minute, a tracker, or an editor's view of either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..records.actions import ActionUpdate, Discharge, Duty, Undertaking
from ..records.meeting import date_of
from ..records.minutes import Minute, Resolution
from ..records.publication import Records
from .business import matters_of
from .promises import undertakings_of
from .rows import every_minute, grouped, in_time, minutes_at

Status = Literal["open", "proposed for discharge", "discharged", "reopened"]

Standing = Literal["owed", "told", "offered", "closed"]
"""Somebody has to do it; an outcome is told and no minute has closed it; it was only offered; a minute closed it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What the tracker or a minute of a meeting says of an action.

    ``minute`` is the minute, and ``item`` the key of the agenda item to which a tracker belongs.
    """

    meeting_id: str
    what: Literal["reported", "proposed for discharge", "discharged", "reopened"]
    told: ActionUpdate | Discharge
    minute: Minute | None = None
    item: str | None = None

    @property
    def update(self) -> ActionUpdate | None:
        """What the tracker says, where it is a tracker."""
        return self.told if isinstance(self.told, ActionUpdate) else None


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody has to do, or offered to do. ``id`` is its address: meeting, minute, and what it stands in."""

    id: str
    meeting_id: str
    minute: Minute
    source: Resolution | Undertaking
    duty: Duty | Undertaking
    steps: tuple[Step, ...]

    @property
    def number(self) -> str:
        """The number people know it by, which several actions may share, or nothing: ``921 (ii)``."""
        return self.source.label if isinstance(self.source, Resolution) else self.minute.label

    @property
    def owner(self) -> str:
        """Who owes it, or offered it."""
        return self.duty.owner

    @property
    def due(self) -> str | None:
        """The day on which it is due, or the id of the meeting by which it is."""
        return self.duty.due

    def overdue(self, today: date) -> bool:
        """Whether the day on which it is due is over, and it is still owed as far as the papers show."""
        return self.due is not None and date_of(self.due) < today and self.standing == "owed"

    @property
    def matters(self) -> tuple[str, ...]:
        """What it is about."""
        return matters_of(self.minute, self.source)

    @property
    def undertaken(self) -> bool:
        """Whether it was said in an answer and is in no resolution."""
        return isinstance(self.source, Undertaking)

    @property
    def offered(self) -> bool:
        """Whether it was only offered, or only said to be possible, so that nobody has to do it."""
        return isinstance(self.source, Undertaking) and self.source.kind in ("offered", "could be provided")

    @property
    def decided(self) -> Step | None:
        """The step that its status rests on; none where it is open and nothing was proposed."""
        return next((step for step in reversed(self.steps) if step.what != "reported"), None)

    @property
    def status(self) -> Status:
        """Whether it is closed."""
        step = self.decided
        return "open" if step is None or step.what == "reported" else step.what

    @property
    def concluded(self) -> Step | None:
        """The latest step that says what became of it since it was last opened, apart from whether it is closed."""
        for step in reversed(self.steps):
            if step.told.outcome:
                return step
            if step.what == "reopened":
                return None
        return None

    @property
    def standing(self) -> Standing:
        """Where it stands: only what is owed is still to be done, as far as the papers show."""
        if self.status == "discharged":
            return "closed"
        if self.concluded:
            return "told"
        return "offered" if self.offered else "owed"


def actions(records: Records) -> tuple[Action, ...]:
    """Derive every action of all minutes, oldest first."""
    steps = _steps(records)
    found: list[Action] = []
    for meeting_id, minute in in_time(records, every_minute(records)):
        for key, source, duty in _sources(minute):
            action_id = f"{meeting_id}-{key}"
            found.append(Action(action_id, meeting_id, minute, source, duty, steps.get(action_id, ())))
    return tuple(found)


def _sources(minute: Minute) -> Iterator[tuple[str, Resolution | Undertaking, Duty | Undertaking]]:
    """Give what of a minute makes an action: its key among all of the meeting, its text, and who owes it."""
    for resolution in minute.resolutions:
        if resolution.action:
            yield resolution.action_key, resolution, resolution.action
    for undertaking in undertakings_of(minute):
        yield f"{minute.key}-{undertaking.id}", undertaking, undertaking


def _steps(records: Records) -> Mapping[str, tuple[Step, ...]]:
    """Give what happened to each action, meeting by meeting; at a meeting the report comes before the vote."""
    return grouped(
        (step.told.action, step)
        for meeting_id in sorted({*records.trackers, *records.minutes}, key=records.moment)
        for step in (*_reported(records, meeting_id), *_minuted(records, meeting_id))
        if step.told.action
    )


def _reported(records: Records, meeting_id: str) -> Iterator[Step]:
    """Give what the tracker of a meeting says."""
    if tracker := records.trackers.get(meeting_id):
        item = tracker.item if meeting_id in records.agendas else None
        for update in tracker.updates:
            proposed = update.proposes == "discharge"
            yield Step(meeting_id, "proposed for discharge" if proposed else "reported", update, item=item)


def _minuted(records: Records, meeting_id: str) -> Iterator[Step]:
    """Give what the minutes of a meeting say."""
    for minute in minutes_at(records, meeting_id):
        yield from (Step(meeting_id, "discharged", told, minute) for told in minute.discharges)
        yield from (Step(meeting_id, "reopened", told, minute) for told in minute.reopens)


def changed_last(derived: Sequence[Action]) -> tuple[str | None, Mapping[str, tuple[Action, ...]]]:
    """Give the last meeting whose papers or minutes tell something of some actions, and what, with the actions.

    What is told is ``made`` or what a step says: ``proposed for discharge``, ``discharged`` and so on.
    """
    told = [(action.meeting_id, "made", action) for action in derived]
    told += [(step.meeting_id, step.what, action) for action in derived for step in action.steps]
    last = max((meeting_id for meeting_id, _, _ in told), default=None)
    return last, grouped((what, action) for meeting_id, what, action in told if meeting_id == last)
