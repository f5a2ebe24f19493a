"""What is followed from elsewhere, with the names, links and days of it, and its meetings as events of a calendar.

By its id, a program knows again what it has. So an id is made of the panel's first name and of the address that
something had at first: no new name of the panel, move or renaming changes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from ..exports.calendar import Event, State
from ..facts.dates import BEFORE_ALL
from ..facts.dossier import Dossier
from ..facts.moves import Moves
from ..facts.rows import every_item, grouped
from ..facts.told import Told
from ..records.agenda import Agenda
from ..records.language import in_all_versions
from ..records.meeting import Meeting, MeetingState, date_of
from ..records.minutes import Minutes
from ..records.panel import Panel
from ..records.paper import Paper
from ..records.publication import Records
from ..words import dates as date_words
from ..words import following as words
from . import addresses
from .bodies import Whose
from .entries import UNPUBLISHED, EntryAddresses
from .renamings import moves_of

_STATES: dict[MeetingState, State] = {
    "cancelled": "CANCELLED",
    "postponed": "CANCELLED",
    "provisional": "TENTATIVE",
    "not known": "TENTATIVE",
}


@dataclass(frozen=True)
class Followed:
    """What is followed, with the names and addresses under which it was first published."""

    dossier: Dossier
    panel: Panel
    today: date
    home: str
    first_name: str
    first: Mapping[str, str]
    whose: Whose
    entries: EntryAddresses = UNPUBLISHED

    @property
    def records(self) -> Records:
        """The records that may be published and were told by the day."""
        return self.dossier.records

    @property
    def told(self) -> Told:
        """When each of them was told."""
        return self.dossier.told

    @cached_property
    def moves(self) -> Moves:
        """Which meetings are one that was moved."""
        return moves_of(self.records)

    @cached_property
    def _naming(self) -> Mapping[str, tuple[str, ...]]:
        """The meetings whose agendas give a meeting as the next one, by that."""
        return grouped((item.next_meeting, at) for at, item in every_item(self.records) if item.next_meeting)

    @property
    def owner(self) -> str:
        """What the ids of a calendar end with."""
        return re.sub(r"[^a-z0-9]+", "-", self.first_name.lower()).strip("-")

    def id_of(self, address: str) -> str:
        """Make the id of what stands at an address: it stays when the site moves to another host."""
        return uuid5(NAMESPACE_URL, f"{self.first_name}/{self.first.get(address, address)}").urn

    def link(self, address: str, at: str | None = None) -> str:
        """Give the link to an address: whole, or from where the feed is, if that of the site is not known."""
        here = self.whose.at if at is None else at
        address = self.entries.placed(address)
        return urljoin(self.home, address) if self.home else addresses.relative(address, here)

    def last(self, days: Iterable[date | None]) -> date | None:
        """Give the last of some days that are known and not yet to come."""
        return max((day for day in days if day and BEFORE_ALL < day <= self.today), default=None)

    def events(self) -> Iterator[Event]:
        """Give each meeting once, however often it was moved, and the last day for questions to it."""
        for first_id, meeting_id in self.moves.followed.items():
            if self.whose.holds(meeting_id):
                yield self._meeting(f"meeting-{first_id}@{self.owner}", meeting_id)
                yield from self._questions(f"questions-{first_id}@{self.owner}", meeting_id)

    def _meeting(self, event_id: str, meeting_id: str) -> Event:
        meeting, minutes = self.records.meetings[meeting_id], self.records.minutes.get(meeting_id)
        venue, closed = meeting.venue, minutes.closed if minutes else None
        holder, lasted = self.records.holder(meeting_id), minutes.lasted if minutes else None
        usual = None if meeting.called_off or not holder else holder.usual_length
        return Event(
            id=event_id,
            day=date_of(meeting_id),
            starts=meeting.starts,
            title=words.meeting_title(self.panel.name, meeting, self.records.day_of(meeting_id)),
            text=words.with_agenda(words.meeting_text(meeting, closed, usual, lasted), self._agenda_of(meeting_id)),
            state=_STATES.get(meeting.state, "CONFIRMED"),
            place=", ".join(in_all_versions(part) for part in (venue.name, venue.address) if part) if venue else None,
            address=self.home and urljoin(self.home, addresses.meeting(meeting_id)),
            length=_length(meeting, closed or meeting.ends, lasted, usual),
            changed=self.moves.times_changed(meeting_id),
            told=self.told_of(meeting_id),
        )

    def _agenda_of(self, meeting_id: str) -> Agenda | None:
        """Give the agenda of a meeting that is not called off, if it is published."""
        return None if self.records.meetings[meeting_id].called_off else self.records.agendas.get(meeting_id)

    def told_of(self, meeting_id: str) -> date | None:
        """Give the last day on which something of a meeting was told: its date, its agenda, its end or a change."""
        changes = (change.on for at in self.moves.line(meeting_id) for change in self.moves.changes(at))
        agendas = (self.told.agendas.get(other) for other in (meeting_id, *self._naming.get(meeting_id, ())))
        known = self.records.meetings
        announced = (known[at].announced for at in self.moves.line(meeting_id) if at in known)
        return self.last((*agendas, self.told.minutes.get(meeting_id), *changes, *announced))

    def _questions(self, event_id: str, meeting_id: str) -> Iterator[Event]:
        meeting, deadline = self.records.meetings[meeting_id], self.dossier.dates[meeting_id].question_deadline
        if deadline is None:
            return
        yield Event(
            id=event_id,
            day=deadline.day,
            starts=deadline.time_of_day,
            title=words.questions_title(
                self.panel.name, self.records.day_of(meeting_id), surely=deadline.by_latest is not None
            ),
            text=words.CALLED_OFF if meeting.called_off else date_words.last_day(deadline),
            state=_STATES.get(meeting.state, "CONFIRMED"),
            address=self.home and urljoin(self.home, addresses.QUESTIONS),
            changed=self.moves.times_changed(meeting_id),
            told=self.told_of(meeting_id),
        )

    def as_of(self, meeting_id: str, told: date, *later: date | None) -> date | None:
        """Give the day of an entry: when it was told, or what followed from it. ``None`` if it is not told yet.

        What was told on a day that nobody recorded was told by the day of its meeting.
        """
        known = told if told > BEFORE_ALL else date_of(meeting_id)
        return self.last((known, *later)) if known <= self.today else None

    def documents(self) -> Iterator[tuple[str, date | None]]:
        """Give the address of each agenda, paper and set of minutes, with the day as of which it is."""
        for at, agenda in self.records.agendas.items():
            yield addresses.agenda(at), self.day_of_agenda(at, agenda)
        for at, minutes in self.records.minutes.items():
            yield addresses.minutes(at), self.day_of_minutes(at, minutes)
        for key, paper in self.records.papers.items():
            yield addresses.paper(*key), self.day_of_paper(*key, paper)

    def day_of_minutes(self, meeting_id: str, minutes: Minutes) -> date | None:
        """Give the day as of which minutes are: when they were told, or their last correction was."""
        corrected = self.told.corrected(meeting_id) if minutes.corrections else None
        return self.as_of(meeting_id, self.told.minutes[meeting_id], corrected, minutes.corrected_on)

    def day_of_agenda(self, meeting_id: str, agenda: Agenda) -> date | None:
        """Give the day as of which an agenda is: when it was told, or its last change was."""
        told, meeting = self.told.agendas[meeting_id], self.records.meetings[meeting_id]
        changes = (change.on for item in agenda.every_item for change in (item.added, item.withdrawn) if change)
        return self.as_of(meeting_id, told, agenda.corrected_on, meeting.called_off_on, *changes)

    def day_of_paper(self, meeting_id: str, paper_id: str, paper: Paper) -> date | None:
        """Give the day as of which a paper is: when it was told, or its last change was."""
        told, meeting = self.told.papers[meeting_id, paper_id], self.records.meetings[meeting_id]
        withdrawn = paper.withdrawn.on if paper.withdrawn else None
        return self.as_of(meeting_id, told, paper.corrected_on, meeting.called_off_on, withdrawn)


def _length(meeting: Meeting, ends: time | None, lasted: int | None, usual: int | None) -> timedelta | None:
    """Give how long a meeting lasts: as its minutes say, or to its end, else what is usual, where any is known."""
    if meeting.starts and ends and not lasted:
        return datetime.combine(BEFORE_ALL, ends) - datetime.combine(BEFORE_ALL, meeting.starts)
    return timedelta(minutes=lasted or usual or 0) or None
