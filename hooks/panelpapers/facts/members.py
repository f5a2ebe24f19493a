"""Who sat on the panel, or on another body, on a given day, as far as the papers show it, and how that changed.

A term has dates where the papers give them. Where they do not, the lists of minutes are the evidence: whoever is
listed among the members, present or not, had a seat on that day.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from ..records.attendance import Attendance
from ..records.meeting import date_of
from ..records.panel import Body, Panel
from ..records.people import Notice, Spell, Term
from ..records.publication import Records
from .rows import grouped

Basis = Literal["dates", "listed", "between", "no end given", "no beginning given"]
"""Why somebody is taken to have had a seat on a day.

``dates``: the term's own dates. ``listed``: the minutes of that day. ``between``: it is shown for an earlier and for
a later day. ``no end given``: it is shown for an earlier day, and nothing says that it ended. ``no beginning given``:
nothing says whether it had begun.
"""


@dataclass(frozen=True, slots=True)
class Seat:
    """A term that was running on a day, or may have been, and why it is taken to have been."""

    person_id: str
    term: Term
    basis: Basis

    @property
    def known(self) -> bool:
        """Whether the seat was held as far as is known; otherwise the papers do not say."""
        return self.basis != "no beginning given"


@dataclass(frozen=True, slots=True)
class MembershipChange:
    """Somebody came to the panel or left it. ``other`` is the person in whose place they came."""

    on: date | None
    what: Literal["came", "left"]
    person_id: str
    term: Term
    other: str | None
    noted: Notice | None

    @property
    def moment(self) -> date:
        """The day of it, or that of the meeting that was told of it, where no paper gives the first."""
        return self.on or (date_of(self.noted.meeting) if self.noted else date.min)

    @property
    def year(self) -> int:
        """The year of that day."""
        return self.moment.year


ChangesTold = Mapping[tuple[str, str, str], tuple[MembershipChange, ...]]
"""Changes by where the panel was told of them: id of the meeting, ``item`` or ``minute``, its number."""


def appointing_body(records: Records, term: Term) -> str | None:
    """Give the id of the body that appointed to a seat, if it is one of the records."""
    return term.authority or (term.appointed_by if term.appointed_by in records.bodies else None)


def appointing_bodies(records: Records) -> list[Body]:
    """Give every body that appoints to a seat, or has a right to."""
    named = list(records.panel.authorities) if records.panel else []
    named += [appointing_body(records, term) or "" for person in records.people.values() for term in person.terms]
    return [records.bodies[name] for name in dict.fromkeys(named) if name in records.bodies]


Listed = Literal["present", "apologies", "absent"]


def attendances(records: Records, meeting_id: str) -> Iterator[tuple[Listed, Attendance]]:
    """Give everyone whom the minutes of a meeting list as a member: those present, then those who were not."""
    minutes = records.minutes[meeting_id]
    yield from (("present", presence) for presence in minutes.present)
    yield from (("apologies", attendance) for attendance in minutes.apologies)
    yield from (("absent", absence) for absence in minutes.absent)


def office_holders(seats: Iterable[Seat], on: date) -> tuple[tuple[str, str], ...]:
    """Give each office that is held on a day by somebody who has one of some seats: its name, and the person's id.

    Offices come in the order typed, those that stand in for another one last.
    """
    held = [(office, seat.person_id) for seat in seats if seat.known for office in seat.term.offices_on(on)]
    return tuple(sorted(held, key=lambda office: bool(re.match("vice|deputy", office[0], re.IGNORECASE))))


@dataclass(frozen=True)
class Membership:
    """Who had which seat of one body, with the lists of its minutes looked through once.

    The body is the publication's own if none is given. No seat on another one counts.
    """

    records: Records
    body: str | None = None

    @property
    def _body(self) -> str:
        return self.records.own if self.body is None else self.body

    @property
    def _described(self) -> Panel | None:
        return self.records.body_named(self._body)

    def terms_of(self, person_id: str) -> list[Term]:
        """Give the terms of a person on this body."""
        terms = self.records.people[person_id].terms
        return [term for term in terms if self.records.body_of(term) == self._body]

    @property
    def has_terms(self) -> bool:
        """Whether anybody has or had a seat."""
        return any(self.terms_of(person_id) for person_id in self.records.people)

    @cached_property
    def minutes(self) -> tuple[str, ...]:
        """The ids of the meetings of this body whose minutes are here, in order of time."""
        ids = (meeting_id for meeting_id in self.records.minutes if self._body in self.records.held_by(meeting_id))
        return tuple(sorted(ids, key=self.records.moment))

    @cached_property
    def days_listed(self) -> Mapping[str, tuple[date, ...]]:
        """For each person the days on which minutes list them as a member, the earliest first."""
        found = grouped(
            (attendance.person, date_of(meeting_id))
            for meeting_id in self.minutes
            for _, attendance in attendances(self.records, meeting_id)
        )
        return {person_id: tuple(sorted({*days})) for person_id, days in found.items()}

    def seats_on(self, day: date) -> tuple[Seat, ...]:
        """Give every seat that was held on a day or may have been, in the order in which people are typed."""
        return tuple(seat for person_id in self.records.people for seat in self.seats_of(person_id, day))

    def seats_of(self, person_id: str, day: date) -> tuple[Seat, ...]:
        """Give the seats of one person that were held on a day or may have been. They end with the body."""
        if self._described and self._described.ended(day):
            return ()
        shown = self.days_listed.get(person_id, ())
        terms = self.terms_of(person_id)
        return tuple(Seat(person_id, term, basis) for term in terms if (basis := _basis(term, day, shown)))

    def voters_on(self, day: date) -> int | None:
        """Count those who are known to count among all members on a day: substitutes do not.

        ``None`` where nobody is known to, of some seat nothing says whether it does, or not all people could be read.
        """
        known = [seat for seat in self.seats_on(day) if seat.known]
        if "people" in self.records.unread or any(seat.term.counted is None for seat in known):
            return None
        return len({seat.person_id for seat in known if seat.term.counted}) or None

    def size_on(self, day: date) -> int | None:
        """Give how many members there are on a day by what the body says: its seats, without those that are empty."""
        panel = self._described
        return panel.seats - len(panel.empty_on(day)) if panel and panel.seats else None

    def unnamed_on(self, day: date) -> tuple[str, ...]:
        """Give the ids of the panel's authorities for which nobody counts on a day and no seat is empty."""
        named = {seat.term.authority for seat in self.seats_on(day) if seat.known and seat.term.counted}
        panel = self._described
        named |= {vacancy.authority for vacancy in (panel.empty_on(day) if panel else ())}
        return tuple(authority for authority in (panel.authorities if panel else ()) if authority not in named)


def _basis(term: Term, day: date, shown: tuple[date, ...]) -> Basis | None:
    """Give why a term is taken to run on a day, or ``None`` where its dates say that it does not.

    ``shown`` are the days on which minutes list the person, the earliest first.
    """
    if (term.begins and day < term.begins) or (term.ends and day > term.ends):
        return None
    if term.begins and term.ends:
        return "dates"
    first = bisect_left(shown, term.begins) if term.begins else 0
    end = bisect_right(shown, term.ends) if term.ends else len(shown)
    within = shown[first:end]
    at = bisect_left(within, day)
    if day in within[at : at + 1]:
        return "listed"
    begun = bool(term.begins) or at > 0
    not_over = bool(term.ends) or at < len(within)
    if begun:
        return "between" if not_over else "no end given"
    return "no beginning given"


def has_members(records: Records) -> bool:
    """Whether anybody has, had or will have a seat, as far as the records say."""
    return any(person.terms for person in records.people.values())


def changes(membership: Membership) -> tuple[MembershipChange, ...]:
    """Give every change of membership that the papers date or that the panel was told of, the latest first.

    Where one person came at once in the place of another, the two are one change, unless the panel was told of each.
    """
    found = [
        change
        for person_id in membership.records.people
        for term in membership.terms_of(person_id)
        for change in _changes_of(membership.records, person_id, term)
    ]
    return tuple(sorted(found, key=lambda change: change.moment, reverse=True))


def notices(term: Spell) -> tuple[Notice | None, Notice | None]:
    """Give where the panel was told that a term, or another spell, began, and where that it ended.

    The notice that is typed is of the end, if there is one, unless its meeting is nearer to the beginning.
    """
    if term.noted is None or term.ends is None:
        return term.noted, None
    told = date_of(term.noted.meeting)
    of_beginning = term.begins and abs(told - term.begins) < abs(term.ends - told)
    return (term.noted, None) if of_beginning else (None, term.noted)


def _changes_of(records: Records, person_id: str, term: Term) -> Iterator[MembershipChange]:
    came, left = notices(term)
    if term.begins or came:
        yield MembershipChange(term.begins, "came", person_id, term, term.replaces, came)
    follows = successor(records, person_id, term)
    at_once = follows and follows[1].begins and term.ends and follows[1].begins <= term.ends + timedelta(days=1)
    if term.ends and (left or not at_once):
        yield MembershipChange(term.ends, "left", person_id, term, None, left)


def successor(records: Records, person_id: str, term: Term) -> tuple[str, Term] | None:
    """Give who came in the place of somebody whose term ended, with the term that says so."""
    for other_id, person in records.people.items():
        for later in person.terms:
            if later.replaces == person_id and same_seats(records, later, term) and later.begins:
                return other_id, later
    return None


def same_seats(records: Records, term: Term, other: Term) -> bool:
    """Whether two terms are for seats on one body that the same council, or whoever else, fills for one place."""
    return records.body_of(term) == records.body_of(other) and term.same_place(other)


def changes_told_at(memberships: Iterable[Membership]) -> ChangesTold:
    """Give the changes in some bodies by where the panel was told of them."""
    return grouped(
        ((change.noted.meeting, kind, key), change)
        for membership in memberships
        for change in changes(membership)
        if change.noted
        for kind, key in (("item", change.noted.item), ("minute", change.noted.minute))
        if key is not None
    )
