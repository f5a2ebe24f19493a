"""Which business belongs together: agenda items and minutes of one matter, and minutes with what confirms them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from ..records.publication import Records

NEAREST: Final = 4
"""How many items and minutes of the same business are named before one of them, and how many after it."""


@dataclass(frozen=True, slots=True, order=True)
class Business:
    """An agenda item or a minute, as another page refers to it."""

    meeting_id: str
    kind: Literal["item", "minute"]
    number: int
    title: str


@dataclass(frozen=True)
class Connections:
    """What is connected with what, worked out once for all records."""

    records: Records

    @cached_property
    def by_matter(self) -> Mapping[str, tuple[Business, ...]]:
        """All business of each matter, the earliest meeting first."""
        found: dict[str, list[Business]] = defaultdict(list)
        for meeting_id, agenda in self.records.agendas.items():
            for item in agenda.items:
                if item.matter:
                    found[item.matter].append(Business(meeting_id, "item", item.number, item.title))
        for meeting_id, minutes in self.records.minutes.items():
            for minute in minutes.minutes:
                if minute.matter:
                    found[minute.matter].append(Business(meeting_id, "minute", minute.number, minute.title))
        return {matter: tuple(sorted(business)) for matter, business in found.items()}

    @cached_property
    def confirmed_by(self) -> Mapping[str, Business]:
        """For each meeting whose minutes are put to a later meeting: the item that confirms them."""
        return {
            item.confirms: Business(meeting_id, "item", item.number, item.title)
            for meeting_id, agenda in self.records.agendas.items()
            for item in agenda.items
            if item.confirms
        }

    @cached_property
    def confirmed_in(self) -> Mapping[str, Business]:
        """For each meeting whose minutes a later meeting confirmed: the minute that did so."""
        return {
            minute.confirms: Business(meeting_id, "minute", minute.number, minute.title)
            for meeting_id, minutes in self.records.minutes.items()
            for minute in minutes.minutes
            if minute.confirms
        }

    def same_business(self, matter: str | None, meeting_id: str, kind: str, number: int) -> tuple[Business, ...]:
        """Give the agenda items and minutes of a matter that are nearest to one of them, without itself.

        Business that comes back at every meeting for years is told in full on the page of its matter only.
        """
        business = self.by_matter.get(matter or "", ())
        asks = (meeting_id, kind, number)
        at = bisect_left(business, asks, key=lambda entry: (entry.meeting_id, entry.kind, entry.number))
        near = business[max(at - NEAREST, 0) : at + NEAREST + 1]
        return tuple(entry for entry in near if (entry.meeting_id, entry.kind, entry.number) != asks)

    def meeting_around(self, meeting_id: str) -> tuple[str | None, str | None]:
        """Give the ids of the meetings before and after a meeting."""
        ids = sorted(self.records.meetings)
        at = ids.index(meeting_id)
        return (ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None)
