"""Meetings that did not take place on their day: what became of each, when that was made known, and what was before.

A meeting that moves to another day keeps its folder, with the state "postponed". The meeting on the new day names it
in ``moved_from``. So the old address says where the meeting is now, and both are one meeting to those who follow it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..records.base import Record
from ..records.fields import marked_fields
from ..records.marks import Refers
from ..records.meeting import Meeting, MeetingChange, date_of
from ..records.programme import ProgrammeItem
from ..records.publication import Records
from ..records.walk import changed


@dataclass(frozen=True)
class Moves:
    """Which meeting was moved to which day.

    ``renamed`` are meetings whose folder got another name: the id that each had before, and what was changed with it.
    """

    records: Records
    renamed: Mapping[str, tuple[str, MeetingChange | None]] = field(default_factory=dict)

    @cached_property
    def origins(self) -> Mapping[str, str]:
        """The id that each moved meeting had before it was moved."""
        typed = {
            meeting_id: meeting.moved_from
            for meeting_id, meeting in self.records.meetings.items()
            if meeting.moved_from
        }
        return {meeting_id: old for meeting_id, (old, _) in self.renamed.items()} | typed

    @cached_property
    def _targets(self) -> Mapping[str, str]:
        return {origin: meeting_id for meeting_id, origin in self.origins.items()}

    def origins_of(self, meeting_id: str) -> tuple[str, ...]:
        """Give an id with those that the meeting had before, the first last."""
        return (meeting_id, *_followed(meeting_id, self.origins))

    def line(self, meeting_id: str) -> tuple[str, ...]:
        """Give every id that one meeting ever had, the first first."""
        first = self.origins_of(meeting_id)[-1]
        return (first, *_followed(first, self._targets))

    def announced_on(self, meeting_id: str) -> date | None:
        """Give the day on which a meeting was moved here, from which it is known that it is on this day."""
        origin = self.records.meetings.get(self.origins.get(meeting_id, ""))
        return origin.called_off_on if origin else None

    def days_before(self, meeting_id: str) -> tuple[str, ...]:
        """Give the ids that a meeting had before, when it was to be on another day."""
        line = self.line(meeting_id)
        return tuple(at for at in line[: line.index(meeting_id)] if date_of(at) != date_of(meeting_id))

    def now(self, meeting_id: str) -> str | None:
        """Give the id of the meeting that takes place for this one, which may be itself, or ``None`` if none does."""
        known = self.records.meetings
        takes_place = [at for at in self.line(meeting_id) if at in known and not known[at].called_off]
        return takes_place[-1] if takes_place else None

    def moved_to(self, meeting_id: str) -> str | None:
        """Give the id to which a meeting was moved from this day: a new one, or one that it had before."""
        return self._targets.get(meeting_id) or self.now(meeting_id)

    @cached_property
    def followed(self) -> Mapping[str, str]:
        """Every meeting once, however often it was moved: its first id, and the id under which it is told now."""
        lines = dict.fromkeys(self.line(meeting_id) for meeting_id in sorted(self.records.meetings))
        return {line[0]: self.now(line[0]) or line[-1] for line in lines}

    def called_off_after(self, day: date) -> tuple[str, ...]:
        """Give the meetings that were to be on ``day`` or later and are not, the nearest first."""
        return tuple(
            meeting_id
            for meeting_id in self.records.in_order
            if self.records.meetings[meeting_id].called_off and date_of(meeting_id) >= day
        )

    def changes(self, meeting_id: str) -> tuple[MeetingChange, ...]:
        """Give what was changed of a meeting up to this day of it, in the order in which it was made known.

        A new day that was found later than the meeting was postponed belongs to both days.
        """
        line, to = self.line(meeting_id), self._targets.get(meeting_id)
        told = line.index(to if to and self.dated_later(to) else meeting_id) + 1
        changes = (change for at in line[:told] for change in self.changes_at(at))
        return tuple(sorted(changes, key=lambda change: change.on))

    def changes_at(self, meeting_id: str) -> Iterator[MeetingChange]:
        """Give what was changed of a meeting while it was to be on one day."""
        _, renaming = self.renamed.get(meeting_id, ("", None))
        if renaming:
            yield renaming
        if meeting_id in self.records.meetings:
            yield from self.records.meetings[meeting_id].changes
            if dated := self.dated_later(meeting_id):
                yield MeetingChange(on=dated, state_before="postponed")

    def dated_later(self, meeting_id: str) -> date | None:
        """Give the day on which a postponed meeting got this new day, if it had none when it was postponed."""
        postponed, meeting = self.announced_on(meeting_id), self.records.meetings.get(meeting_id)
        announced = meeting.announced if meeting else None
        return announced if postponed and announced and announced > postponed else None

    def times_changed(self, meeting_id: str) -> int:
        """Count how often a meeting was changed since it was announced, on whatever day it is now.

        A meeting that is called off was changed once, if nothing says more, and so was one under a new name.
        """
        known = {at: self.records.meetings[at] for at in self.line(meeting_id) if at in self.records.meetings}
        recorded = sum(len(meeting.changes) or int(meeting.called_off) for meeting in known.values())
        recorded += sum(self.dated_later(at) is not None for at in known)
        return recorded + sum(at in self.renamed for at in self.line(meeting_id))


def _followed(start: str, steps: Mapping[str, str]) -> Iterator[str]:
    """Give where steps lead from one id, and not in a ring: a rule refuses that."""
    seen, at = {start}, start
    while (at := steps.get(at, start)) not in seen:
        seen.add(at)
        yield at


def as_known(meeting: Meeting, day: date) -> Meeting:
    """Give a meeting as it was known on a day: without the changes that were made known later."""
    in_order = sorted(meeting.changes, key=lambda change: change.on)
    kept = [change for change in in_order if change.on <= day]
    known = meeting.model_copy(update={"changes": kept})
    for change in reversed(in_order[len(kept) :]):
        state = change.state_before or ("planned" if known.called_off else known.state)
        before = {"state": state, "starts": change.starts_before, "venue": change.venue_before}
        known = known.model_copy(update={name: value for name, value in before.items() if value is not None})
    return known


def before_moves(records: Records, left: Records, day: date) -> Records:
    """Give records in which a meeting whose move was not known yet is named by the day that it had until then."""
    moves = Moves(records)
    days = {name: records.meetings[name].announced or moves.announced_on(name) for name in moves.origins}
    later = {name for name, known in days.items() if known and known > day}
    before = {name: next((at for at in moves.origins_of(name) if at not in later), name) for name in later}

    def named_before(part: Record) -> dict[str, object]:
        if isinstance(part, Meeting):
            return {}
        refers = marked_fields(type(part), Refers)
        names = [name for name, register in refers.items() if register.register == "meetings"]
        found: dict[str, object] = {name: before[at] for name in names if (at := getattr(part, name)) in before}
        if isinstance(part, ProgrammeItem) and "meeting" in found and part.moved_from == found["meeting"]:
            found |= {"moved_from": None, "moved_why": None}
        return found

    return left.with_each(lambda _, record: changed(record, named_before)) if later else left
