"""The pages of members: the list of all who are named, a page for each member, and who was a member on which day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..facts.attendance import attendance
from ..facts.dossier import Dossier
from ..facts.members import Membership, Seat, changes, has_members, successor
from ..records.meeting import date_of
from ..records.people import Person
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .rendering import Renderer
from .site import HOME, Link, Page

INDEX = Link("Members", addresses.MEMBERS)


@dataclass(frozen=True, slots=True)
class Group:
    """The seats that one authority fills, in the order typed."""

    authority: str
    members: list[Seat]
    substitutes: list[Seat]


def member_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the list of members as it is on the day of the site, the page of each, and the lists by day of meeting."""
    membership, today = dossier.membership, renderer.today
    yield _index(membership, today, renderer)
    for person_id, person in dossier.records.people.items():
        if person.terms:
            yield _member(membership, person_id, person, today, renderer)
    for meeting_id in sorted(dossier.records.meetings) if has_members(dossier.records) else ():
        yield _on(membership, meeting_id, renderer)


def groups(records: Records, seats: Sequence[Seat]) -> list[Group]:
    """Sort seats by authority, in the panel's order; an authority that fills none has a group without seats."""
    authorities = dict.fromkeys(records.panel.authorities if records.panel else ())
    authorities |= dict.fromkeys(seat.term.authority for seat in seats if seat.term.authority)
    return [
        Group(
            authority,
            [seat for seat in seats if seat.term.authority == authority and seat.term.seat != "substitute"],
            [seat for seat in seats if seat.term.authority == authority and seat.term.seat == "substitute"],
        )
        for authority in authorities
    ]


def _index(membership: Membership, today: date, renderer: Renderer) -> Page:
    records = membership.records
    seats = membership.seats_on(today)
    terms = [(person_id, term) for person_id, person in records.people.items() for term in person.terms]
    others = {person_id: person for person_id, person in records.people.items() if not person.terms}
    by_body = [
        (body, [person_id for person_id in others if others[person_id].body == body])
        for body in (*records.bodies, None)
    ]
    html = renderer.html(
        "members",
        addresses.MEMBERS,
        groups=groups(records, seats),
        independent=[seat for seat in seats if seat.term.authority is None],
        former=[(person_id, term) for person_id, term in terms if term.ends and term.ends < today],
        coming=[(person_id, term) for person_id, term in terms if term.begins and term.begins > today],
        changes=changes(records),
        attendance={person_id: attendance(membership, person_id) for person_id in dict(terms)},
        others=[(body, ids) for body, ids in by_body if ids],
    )
    title, summary = "People", "Everyone who is named on this site."
    if has_members(records):
        title, summary = "Members", "The members of the panel, by council, with substitutes, changes and attendance."
    return Page(addresses.MEMBERS, title, summary, html, (HOME,))


def _member(membership: Membership, person_id: str, person: Person, today: date, renderer: Renderer) -> Page:
    at, records = addresses.member(person_id), membership.records
    own = {term.authority for term in person.terms if term.authority}
    beside = [
        seat for seat in membership.seats_on(today) if seat.person_id != person_id and seat.term.authority in own
    ]
    html = renderer.html(
        "member",
        at,
        id=person_id,
        person=person,
        successors={index: successor(records, person_id, term) for index, term in enumerate(person.terms)},
        beside=groups(records, beside),
        substitute=all(term.seat == "substitute" for term in person.terms),
        attendance=attendance(membership, person_id),
    )
    summary = f"{person.full_name}, {person.role}: seat on the panel, terms and attendance."
    return Page(at, f"{person.full_name}, {person.role}", summary, html, (HOME, INDEX))


def _on(membership: Membership, meeting_id: str, renderer: Renderer) -> Page:
    at, day, records = addresses.members_on(meeting_id), say.day(date_of(meeting_id)), membership.records
    order = [*(records.panel.authorities if records.panel else ()), None]
    seats = sorted(
        membership.seats_on(date_of(meeting_id)),
        key=lambda seat: order.index(seat.term.authority) if seat.term.authority in order else len(order),
    )
    html = renderer.html(
        "members-on",
        at,
        meeting_id=meeting_id,
        known=[seat for seat in seats if seat.known],
        unknown=[seat for seat in seats if not seat.known],
        has_minutes=meeting_id in records.minutes,
        when=renderer.tense(date_of(meeting_id)),
    )
    summary = f"Who was a member of the panel on {day}, and how that is known."
    return Page(at, f"Members on {day}", summary, html, (HOME, INDEX), meeting=date_of(meeting_id))
