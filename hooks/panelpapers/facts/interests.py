"""What was declared, said and asked about which business of a meeting; and the register of interests that follows.

That nobody declared an interest is known only where minutes say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..records.agenda import AgendaItem
from ..records.attendance import Declaration, Raised
from ..records.minutes import Minute
from ..records.publication import Records
from .business import Business, of_entry
from .rows import in_time, items_at, items_of, minutes_at

Entry = TypeVar("Entry", bound=Raised)


@dataclass(frozen=True, slots=True)
class About(Generic[Entry]):
    """Something that was raised at a meeting, with the items and the minutes that it is about."""

    meeting_id: str
    entry: Entry
    items: tuple[AgendaItem, ...]
    minutes: tuple[Minute, ...]

    @property
    def business(self) -> tuple[Business, ...]:
        """What it is about: the items, then the minutes about them."""
        return tuple(of_entry(self.meeting_id, entry) for entry in (*self.items, *self.minutes))

    @property
    def exempt(self) -> bool:
        """Whether it is about business that is taken without the public."""
        return any(item.exempt for item in self.items)


@dataclass(frozen=True, slots=True)
class InterestsAt:
    """The interests that were declared at a meeting. Without any, its minutes say that nobody declared one."""

    meeting_id: str
    declared: tuple[About[Declaration], ...]


def raised(records: Records, meeting_id: str, entries: Iterable[Entry]) -> tuple[About[Entry], ...]:
    """Give some entries of the minutes of a meeting, each with what it is about.

    Where only items or only a minute is named, the other follows from which items the minute is about.
    """
    return tuple(_about(records, meeting_id, entry) for entry in entries)


def _about(records: Records, meeting_id: str, entry: Entry) -> About[Entry]:
    every, items = minutes_at(records, meeting_id), items_at(records, meeting_id)
    named = next((minute for minute in every if minute.key == entry.minute), None)
    about = [items[key] for key in entry.numbers or (named.about if named else ()) if key in items]
    minutes = (
        (named,) if named else (minute for minute in every if any(item in about for item in items_of(minute, items)))
    )
    return About(meeting_id, entry, tuple(about), tuple(minutes))


def pulled_in(records: Records, meeting_id: str) -> Mapping[str, Minute]:
    """Give the minutes that took items out of the consent items, by the key of each item."""
    return {
        item.key: minute
        for minute in minutes_at(records, meeting_id)
        for about in raised(records, meeting_id, minute.pulled)
        for item in about.items
    }


def interests(records: Records) -> tuple[InterestsAt, ...]:
    """Give what was declared at each meeting of which that is known, the latest first."""
    return tuple(
        InterestsAt(meeting_id, raised(records, meeting_id, minutes.declarations))
        for meeting_id, minutes in in_time(records, records.minutes.items(), latest_first=True)
        if minutes.declarations or minutes.no_declarations
    )
