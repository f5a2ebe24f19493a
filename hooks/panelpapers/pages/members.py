"""The pages of members: the list of all who are named, a page for each member, and who was a member on which day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..facts.attendance import AttendanceRecord, attendance
from ..facts.dossier import Dossier
from ..facts.members import Membership, Seat, changes, successor
from ..records.people import Person, Term
from ..records.publication import Records
from ..words import format as say
from ..words.bodies import holders, seated_in
from . import addresses
from .bodies import Whose, each_body, whose_lists
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
    records, today = dossier.records, renderer.today
    for whose in whose_lists(records):
        if whose.body is None and records.several:
            yield _everybody(dossier, whose, renderer)
        elif whose.body is None or dossier.memberships[whose.body].has_terms:
            yield _index(whose, dossier.memberships[whose.body or records.own], today, renderer)
    for person_id, person in records.people.items():
        if person.terms:
            yield _member(dossier, person_id, person, renderer)
    for meeting_id in records.in_order:
        yield _on(dossier, meeting_id, renderer)


def groups(records: Records, seats: Sequence[Seat], body: str | None = None) -> list[Group]:
    """Sort seats by authority, in the panel's order; an authority of the panel that fills none has no seats there."""
    authorities = dict.fromkeys(records.panel.authorities if records.panel and body in (None, records.own) else ())
    authorities |= dict.fromkeys(seat.term.authority for seat in seats if seat.term.authority)
    return [
        Group(
            authority,
            [seat for seat in seats if seat.term.authority == authority and seat.term.seat != "substitute"],
            [seat for seat in seats if seat.term.authority == authority and seat.term.seat == "substitute"],
        )
        for authority in authorities
    ]


def _others(records: Records) -> list[tuple[str | None, list[str]]]:
    """Give the ids of all who have no seat, by the body that they belong to."""
    others = {person_id: person for person_id, person in records.people.items() if not person.terms}
    by_body = [
        (body, [person_id for person_id in others if others[person_id].body == body])
        for body in (*records.bodies, None)
    ]
    return [(body, ids) for body, ids in by_body if ids]


def _everybody(dossier: Dossier, whose: Whose, renderer: Renderer) -> Page:
    """Give the list of who has a seat in which body, where the site is of several."""
    html = renderer.html(
        "members-of-bodies",
        addresses.MEMBERS,
        every=[
            (of_body, dossier.memberships[of_body.body or ""].seats_on(renderer.today))
            for of_body in each_body(dossier.records)
            if dossier.memberships[of_body.body or ""].has_terms
        ],
        others=_others(dossier.records),
    )
    return Page(
        addresses.MEMBERS, INDEX.text, f"The members of {whose.said}, and others who are named.", html, (HOME,)
    )


def _index(whose: Whose, membership: Membership, today: date, renderer: Renderer) -> Page:
    records, title = membership.records, whose.titled(INDEX.text)
    seats = membership.seats_on(today)
    terms = [(person_id, term) for person_id in records.people for term in membership.terms_of(person_id)]
    html = renderer.html(
        "members",
        f"{whose.at}{addresses.MEMBERS}",
        whose=whose,
        title=title,
        groups=groups(records, seats, whose.body),
        independent=[seat for seat in seats if seat.term.authority is None],
        former=[(person_id, term) for person_id, term in terms if term.ends and term.ends < today],
        coming=[(person_id, term) for person_id, term in terms if term.begins and term.begins > today],
        changes=changes(membership),
        attendance={person_id: attendance(membership, person_id) for person_id in dict(terms)},
        seats_of={person_id: membership.terms_of(person_id)[-1] for person_id in dict(terms)},
        meetings=whose.meetings,
        others=_others(records) if whose.body is None else None,
    )
    by_council = ", by council" if whose.body is None else ""
    summary = f"The members of {whose.said}{by_council}, with substitutes, changes and attendance."
    page = Page(f"{whose.at}{addresses.MEMBERS}", title, summary, html, whose.trail)
    return replace(page, kind=None) if whose.body else page


def _member(dossier: Dossier, person_id: str, person: Person, renderer: Renderer) -> Page:
    at, records = addresses.member(person_id), dossier.records
    own = {term.authority for term in person.terms if term.authority}
    memberships = [membership for membership in dossier.memberships.values() if membership.terms_of(person_id)]
    beside = [
        seat
        for seat in dossier.membership.seats_on(renderer.today)
        if seat.person_id != person_id and seat.term.authority in own
    ]
    html = renderer.html(
        "member",
        at,
        id=person_id,
        person=person,
        successors={index: successor(records, person_id, term) for index, term in enumerate(person.terms)},
        beside=groups(records, beside),
        attendance=[_attended(membership, person_id) for membership in memberships],
    )
    on = say.listed([seated_in(membership.terms_of(person_id)[0], records) for membership in memberships])
    summary = f"{person.full_name}, {person.role}: seat on {on}, terms and attendance."
    return Page(at, f"{person.full_name}, {person.role}", summary, html, (HOME, INDEX))


def _attended(membership: Membership, person_id: str) -> tuple[Term, AttendanceRecord, bool]:
    """Give the first term of somebody in one body, their attendance, and whether all terms are a substitute's."""
    terms = membership.terms_of(person_id)
    return terms[0], attendance(membership, person_id), all(term.seat == "substitute" for term in terms)


def _on(dossier: Dossier, meeting_id: str, renderer: Renderer) -> Page:
    records = dossier.records
    at, when = addresses.members_on(meeting_id), records.day_of(meeting_id)
    order = [*(records.panel.authorities if records.panel else ()), None]
    held_by = (dossier.memberships[body] for body in records.held_by(meeting_id))
    seats = sorted(
        (seat for membership in held_by for seat in membership.seats_on(when)),
        key=lambda seat: order.index(seat.term.authority) if seat.term.authority in order else len(order),
    )
    html = renderer.html(
        "members-on",
        at,
        meeting_id=meeting_id,
        known=[seat for seat in seats if seat.known],
        unknown=[seat for seat in seats if not seat.known],
        has_minutes=meeting_id in records.minutes,
        when=renderer.tense(when),
    )
    summary = f"Who was a member of {holders(meeting_id, records)} on {say.day(when)}, and how that is known."
    return Page(at, f"Members on {say.day(when)}", summary, html, (HOME, INDEX), meeting=when)
