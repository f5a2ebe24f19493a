"""What comes every year with dates in law, such as a budget: who must do what by when, and how a refusal is counted.

Which events there are, their steps and their majorities are those of the regime of the meeting's own day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..records.agenda import AgendaItem
from ..records.law import Event, Majority, Step
from ..records.meeting import date_of
from ..records.programme import ProgrammeItem
from ..records.publication import Records
from ..records.regime import Regime
from .members import Membership
from .rows import every_item, planned


@dataclass(frozen=True, slots=True)
class EventReview:
    """A meeting that is to review what an event is about, and the item that says so."""

    meeting_id: str
    event: Event
    review: Literal["first", "second"]
    item: ProgrammeItem | AgendaItem


@dataclass(frozen=True, slots=True)
class EventDates:
    """The dates of one year's event, as they bear on one meeting.

    ``steps`` have the last day for each, and ``due`` is that for what the meeting itself reviews. ``members`` counts
    everyone who is known to have a vote on the day, whether they attend or not; it is ``None`` where nobody is known.
    ``unnamed`` are the authorities of which nobody is, and ``seats`` is how many members the body has, if that is
    recorded. ``majority`` is what a refusal needs, where the body may refuse.
    """

    of: EventReview
    regime: Regime
    steps: tuple[tuple[date, Step], ...]
    members: int | None
    unnamed: tuple[str, ...] = ()
    seats: int | None = None

    @property
    def due(self) -> date | None:
        """The last day for the review of this meeting, if the law gives one."""
        return next((by for by, step in self.steps if step.review == self.of.review), None)

    @property
    def majority(self) -> Majority | None:
        """What the body needs to refuse it, if it may."""
        return next((each for each in self.regime.majorities if each.id == self.of.event.majority), None)

    @property
    def votes_needed(self) -> int | None:
        """How many votes that is; ``None`` where some members are not known, since the number would be too low.

        Of those who will come, or will vote, nobody knows the number before.
        """
        if self.majority is None or self.majority.of != "all members" or self.members is None:
            return None
        if self.unnamed or self.members != (self.seats or self.members):
            return None
        return self.majority.share.least(self.members)


def event_reviews(records: Records) -> tuple[EventReview, ...]:
    """Give the meetings that review what an event is about, by date. The earliest of its year has the first review.

    A meeting does so when an item of its agenda or of the work programme serves a statutory function of the event.
    Meetings that are called off review nothing.
    """
    items: dict[tuple[str, str], ProgrammeItem | AgendaItem] = {}
    for meeting_id, item in _items(records):
        function = records.functions.get(item.function or "")
        meeting = records.meetings.get(meeting_id)
        if function and function.of_event and (meeting is None or not meeting.called_off):
            items.setdefault((meeting_id, function.of_event), item)
    reviewed: set[tuple[str, int]] = set()
    reviews = []
    for meeting_id, event_id in sorted(items, key=lambda named: (records.moment(named[0]), named)):
        regime = records.regime_on(date_of(meeting_id))
        event = next((event for event in regime.events if event.id == event_id), None)
        if event:
            year = (event_id, year_prepared(date_of(meeting_id), regime))
            reviews.append(
                EventReview(meeting_id, event, "second" if year in reviewed else "first", items[meeting_id, event_id])
            )
            reviewed.add(year)
    return tuple(reviews)


def event_dates(review: EventReview, membership: Membership) -> EventDates:
    """Give the dates of an event as they bear on a meeting that reviews it."""
    day, records = date_of(review.meeting_id), membership.records
    names = {body_id: body.name for body_id, body in records.bodies.items()}
    unnamed = tuple(names.get(body_id, body_id) for body_id in membership.unnamed_on(day))
    seats = membership.size_on(day)
    regime = records.regime_on(day)
    steps = event_steps(review.event, regime, year_prepared(day, regime))
    return EventDates(review, regime, steps, membership.voters_on(day), unnamed, seats)


def event_steps(event: Event, regime: Regime, year: int) -> tuple[tuple[date, Step], ...]:
    """Give the steps of an event in the twelve months before the financial year that begins in ``year``."""
    begins = _year_begins(regime)
    return tuple((date(year if step.by < begins else year - 1, *step.by), step) for step in event.steps)


def year_prepared(day: date, regime: Regime) -> int:
    """Give the year in which the financial year begins that a meeting prepares: the next one."""
    return day.year if (day.month, day.day) < _year_begins(regime) else day.year + 1


def year_named(day: date, regime: Regime) -> str:
    """Name the financial year that a meeting prepares: ``2026/27``, or ``2027`` where it is the calendar's."""
    year = year_prepared(day, regime)
    return f"{year}" if _year_begins(regime) == (1, 1) else f"{year}/{(year + 1) % 100:02}"


def _year_begins(regime: Regime) -> tuple[int, int]:
    return regime.year_begins or (1, 1)


def _items(records: Records) -> Iterator[tuple[str, ProgrammeItem | AgendaItem]]:
    for meeting_id, agenda_item in every_item(records):
        if agenda_item.withdrawn is None:
            yield meeting_id, agenda_item
    for row in planned(records):
        if row.meeting and row.kind == "item":
            yield row.meeting, row
