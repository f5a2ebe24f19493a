"""What was declared, said and asked about which business of a meeting; and the register of interests that follows.

That nobody declared an interest is known only where minutes say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..records.agenda import AgendaItem
from ..records.attendance import Brought, Declaration, Pulled
from ..records.minutes import Minute
from ..records.publication import Records
from .business import Business

Entry = TypeVar("Entry", bound=Declaration | Brought | Pulled)


@dataclass(frozen=True, slots=True)
class Raised(Generic[Entry]):
    """Something that was declared or brought at a meeting, with the item and the minutes that it is about."""

    meeting_id: str
    entry: Entry
    item: AgendaItem | None
    minutes: tuple[Minute, ...]

    @property
    def business(self) -> tuple[Business, ...]:
        """What it is about: the item, and the minutes about it."""
        item = (Business(self.meeting_id, "item", self.item.number, self.item.title),) if self.item else ()
        minutes = (Business(self.meeting_id, "minute", minute.number, minute.title) for minute in self.minutes)
        return (*item, *minutes)


@dataclass(frozen=True, slots=True)
class InterestsAt:
    """The interests that were declared at a meeting. Without any, its minutes say that nobody declared one."""

    meeting_id: str
    declared: tuple[Raised[Declaration], ...]


def same_number(printed: str | None, number: object) -> bool:
    """Whether a number that points to an item or a minute is the number of that one."""
    return printed is not None and printed == f"{number}"


def item_named(records: Records, meeting_id: str, printed: str | None) -> AgendaItem | None:
    """Give the agenda item of a meeting that has a number."""
    agenda = records.agendas.get(meeting_id)
    items = agenda.items if agenda else ()
    return next((item for item in items if same_number(printed, item.number)), None)


def minute_named(records: Records, meeting_id: str, printed: str | None) -> Minute | None:
    """Give the minute of a meeting that has a number."""
    minutes = records.minutes[meeting_id].minutes
    return next((minute for minute in minutes if same_number(printed, minute.number)), None)


def raised(records: Records, meeting_id: str, entries: Iterable[Entry]) -> tuple[Raised[Entry], ...]:
    """Give some entries of the minutes of a meeting, each with what it is about.

    Where only the item or only the minute is named, the other follows from which item the minute is about.
    """
    return tuple(_raised(records, meeting_id, entry) for entry in entries)


def _raised(records: Records, meeting_id: str, entry: Entry) -> Raised[Entry]:
    named = None if isinstance(entry, Pulled) else minute_named(records, meeting_id, entry.minute)
    number = entry.item or (f"{named.item}" if named and named.item is not None else None)
    about = (minute for minute in records.minutes[meeting_id].minutes if same_number(number, minute.item))
    minutes = (named,) if named else tuple(about)
    return Raised(meeting_id, entry, item_named(records, meeting_id, number), minutes)


def pulled_in(records: Records, meeting_id: str) -> Mapping[int, Minute]:
    """Give the minutes that took items out of the consent items, by the number of each item."""
    minutes = records.minutes.get(meeting_id)
    return {
        about.item.number: minute
        for minute in (minutes.minutes if minutes else ())
        for about in raised(records, meeting_id, minute.pulled)
        if about.item
    }


def interests(records: Records) -> tuple[InterestsAt, ...]:
    """Give what was declared at each meeting of which that is known, the latest first."""
    return tuple(
        InterestsAt(meeting_id, raised(records, meeting_id, minutes.declarations))
        for meeting_id, minutes in sorted(records.minutes.items(), key=lambda pair: pair[0], reverse=True)
        if minutes.declarations or minutes.no_declarations
    )


def declared_by(records: Records, person_id: str) -> Iterator[Raised[Declaration]]:
    """Give the interests that one person declared, the latest meeting first."""
    for at in interests(records):
        yield from (declared for declared in at.declared if declared.entry.person == person_id)
