"""The actions register, derived: an action follows from a resolution or an undertaking and is never typed twice.

What became of an action follows from the trackers and the minutes of later meetings. *Status* (is it still owed?) and
*outcome* (was it done as resolved?) are two things: an action can be closed without having been done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ..records.actions import ActionUpdate, Duty, Undertaking
from ..records.minutes import Minute, Resolution
from ..records.publication import Records

Status = Literal["open", "proposed for discharge", "discharged", "reopened"]


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened to an action at a meeting. ``minute`` is the minute's number, for what was minuted."""

    meeting_id: str
    what: Literal["reported", "proposed for discharge", "discharged", "reopened"]
    update: ActionUpdate | None = None
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something that is owed to the panel, or was. ``id`` is its address: meeting, minute, and what it stands in."""

    id: str
    meeting_id: str
    minute: Minute
    source: Resolution | Undertaking
    owner: str
    due: str | None
    steps: tuple[Step, ...]

    @property
    def number(self) -> str:
        """The number people know it by, which several actions may share: ``921 (ii)``."""
        numeral = self.source.numeral if isinstance(self.source, Resolution) else None
        return f"{self.minute.number} ({numeral})" if numeral else str(self.minute.number)

    @property
    def undertaken(self) -> bool:
        """Whether it was promised in an answer and is in no resolution."""
        return isinstance(self.source, Undertaking)

    @property
    def status(self) -> Status:
        """Whether it is still owed."""
        decided: Status = "open"
        for step in self.steps:
            if step.what != "reported":
                decided = step.what
        return decided

    @property
    def outcome(self) -> str | None:
        """What became of it, apart from whether it is closed."""
        told = [step.update.outcome for step in self.steps if step.update and step.update.outcome]
        return told[-1] if told else None

    @property
    def owed(self) -> bool:
        """Whether it is carried forward to the next meeting."""
        return self.status != "discharged"


def actions(records: Records) -> tuple[Action, ...]:
    """Derive every action of all minutes, oldest first."""
    steps = _steps(records)
    found: list[Action] = []
    for meeting_id in sorted(records.minutes):
        for minute in records.minutes[meeting_id].minutes:
            for name, source, duty in _sources(minute):
                action_id = "-".join(filter(None, (meeting_id, str(minute.number), name)))
                done = steps.get(action_id, ())
                found.append(Action(action_id, meeting_id, minute, source, duty.owner, duty.due, done))
    return tuple(found)


def _sources(minute: Minute) -> Iterator[tuple[str | None, Resolution | Undertaking, Duty | Undertaking]]:
    """Give what of a minute makes an action: its name within the minute, its text, and who owes it."""
    for resolution in minute.resolutions:
        if resolution.action:
            yield resolution.numeral, resolution, resolution.action
    for theme in minute.themes:
        for exchange in theme.exchanges:
            for undertaking in exchange.undertakings:
                yield undertaking.id, undertaking, undertaking


def _steps(records: Records) -> Mapping[str, tuple[Step, ...]]:
    """Give what happened to each action, meeting by meeting; at a meeting the report comes before the vote."""
    found: dict[str, list[Step]] = {}
    for meeting_id in sorted({*records.trackers, *records.minutes}):
        tracker, minutes = records.trackers.get(meeting_id), records.minutes.get(meeting_id)
        for update in tracker.updates if tracker else ():
            what: Literal["proposed for discharge", "reported"] = (
                "proposed for discharge" if update.proposes == "discharge" else "reported"
            )
            found.setdefault(update.action, []).append(Step(meeting_id, what, update))
        for minute in minutes.minutes if minutes else ():
            for decision in minute.discharges:
                if decision.action:
                    found.setdefault(decision.action, []).append(Step(meeting_id, "discharged", minute=minute.number))
            for decision in minute.reopens:
                if decision.action:
                    found.setdefault(decision.action, []).append(Step(meeting_id, "reopened", minute=minute.number))
    return {action: tuple(steps) for action, steps in found.items()}
