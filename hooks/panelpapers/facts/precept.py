"""The dates of the precept: what the law has the commissioner and the panel do, by when, and how a veto is counted.

Police and Crime Panels (Precepts and Chief Constable Appointments) Regulations 2012 (Statutory Instrument 2012/2271)
and Police Reform and Social Responsibility Act 2011, Schedule 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ..records.agenda import AgendaItem
from ..records.meeting import date_of
from ..records.programme import ProgrammeItem
from ..records.publication import Records
from .members import Membership
from .rows import every_item

StepName = Literal["proposal", "report", "revised proposal", "second report", "issue"]

VETO_AUTHORITY: Final = "Police Reform and Social Responsibility Act 2011, Schedule 5, paragraph 4"
_REGULATION: Final = "Statutory Instrument 2012/2271, regulation"
_STEPS: Final[tuple[tuple[StepName, int, int, str], ...]] = (
    ("proposal", 2, 1, f"{_REGULATION} 3"),
    ("report", 2, 8, f"{_REGULATION} 4"),
    ("revised proposal", 2, 15, f"{_REGULATION} 5"),
    ("second report", 2, 22, f"{_REGULATION} 6"),
    ("issue", 3, 1, "Statutory Instrument 2012/2271, Part 2"),
)


@dataclass(frozen=True, slots=True)
class PreceptStep:
    """One step, the last day for it, and the law."""

    name: StepName
    by: date
    authority: str


@dataclass(frozen=True, slots=True)
class PreceptDates:
    """The dates of one year's precept, as they bear on one meeting.

    ``review`` says whether the meeting reviews the first or the revised proposal, as the item ``shown_by`` shows, and
    ``due`` the last day for the report that follows from it. ``members`` counts everyone who is known to have a vote
    on the day, whether they attend or not; it is ``None`` where nobody is known. ``unnamed`` are the authorities of
    which nobody is, and ``seats`` is how many members the panel then has, if that is recorded.
    """

    review: Literal["first", "second"]
    due: date
    steps: tuple[PreceptStep, ...]
    shown_by: ProgrammeItem | AgendaItem | None
    members: int | None
    unnamed: tuple[str, ...] = ()
    seats: int | None = None

    @property
    def votes_to_veto(self) -> int | None:
        """Two thirds of all members; ``None`` where some are not known, since the number would be too low."""
        if self.members is None or self.unnamed or self.members != (self.seats or self.members):
            return None
        return votes_to_veto(self.members)


@dataclass(frozen=True, slots=True)
class PreceptReview:
    """A meeting that is to review the precept, and the item that says so."""

    meeting_id: str
    review: Literal["first", "second"]
    item: ProgrammeItem | AgendaItem


def precept_reviews(records: Records) -> tuple[PreceptReview, ...]:
    """Give the meetings that review a precept, by date. The earliest for each precept has the first review.

    A meeting does so when an item of its agenda or of the work programme serves a statutory function that is marked
    as the review of the precept. Meetings that are called off review nothing.
    """
    items: dict[str, ProgrammeItem | AgendaItem] = {}
    for meeting_id, item in _precept_items(records):
        meeting = records.meetings.get(meeting_id)
        if meeting is None or not meeting.called_off:
            items.setdefault(meeting_id, item)
    reviewed: set[int] = set()
    reviews = []
    for meeting_id in sorted(items):
        year = precept_year(date_of(meeting_id))
        reviews.append(PreceptReview(meeting_id, "second" if year in reviewed else "first", items[meeting_id]))
        reviewed.add(year)
    return tuple(reviews)


def precept_dates(review: PreceptReview, membership: Membership) -> PreceptDates:
    """Give the dates of the precept as they bear on a meeting that reviews it."""
    day = date_of(review.meeting_id)
    steps = precept_steps(precept_year(day))
    records = membership.records
    names = {body_id: body.name for body_id, body in records.bodies.items()}
    unnamed = tuple(names.get(body_id, body_id) for body_id in membership.unnamed_on(day))
    due = next(step.by for step in steps if step.name == ("report" if review.review == "first" else "second report"))
    members, seats = membership.voters_on(day), membership.size_on(day)
    return PreceptDates(review.review, due, steps, review.item, members, unnamed, seats)


def precept_steps(year: int) -> tuple[PreceptStep, ...]:
    """Give the steps of the precept whose dates lie in February and March of a year."""
    return tuple(PreceptStep(name, date(year, month, day), law) for name, month, day, law in _STEPS)


def precept_year(day: date) -> int:
    """Give the year in which the dates of the next precept lie: a meeting from April on prepares next year's."""
    return day.year if day.month <= 3 else day.year + 1


def votes_to_veto(members: int) -> int:
    """Give the least number of votes for a veto: two thirds of all members, however many attend, rounded up."""
    return -(-2 * members // 3)


def _precept_items(records: Records) -> Iterator[tuple[str, ProgrammeItem | AgendaItem]]:
    ids = {function.id for function in records.functions.values() if function.precept}
    for meeting_id, agenda_item in every_item(records):
        if agenda_item.function in ids and agenda_item.withdrawn is None:
            yield meeting_id, agenda_item
    for planned in records.programme.items if records.programme else ():
        if planned.function in ids and planned.meeting and planned.kind == "item":
            yield planned.meeting, planned
