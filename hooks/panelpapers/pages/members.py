"""The pages of members: the list of all who are named, a page for each member, and who was a member on which day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..facts.attendance import attendance
from ..facts.dossier import Dossier
from ..facts.members import Membership, Seat, appointing_body, changes, has_members, successor
from ..records.meeting import date_of
from ..records.names import as_slug
from ..records.people import Person
from ..records.publication import Records
from ..words import format as say
from ..words import members as words
from . import addresses
from .rendering import Renderer
from .site import HOME, Link, Page

INDEX = Link("Members", addresses.MEMBERS)


@dataclass(frozen=True, slots=True)
class Group:
    """The seats that one body fills, in the order typed."""

    authority: str
    members: list[Seat]
    substitutes: list[Seat]


def member_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the list of members as it is on the day of the site, the page of each, and the lists by day of meeting."""
    membership, today = dossier.membership, renderer.today
    yield _index(dossier, today, renderer)
    for person_id, person in dossier.records.people.items():
        if person.terms:
            yield _member(dossier, person_id, person, renderer)
    for meeting_id in sorted(dossier.records.meetings) if has_members(dossier.records) else ():
        yield _on(membership, meeting_id, renderer)


def groups(records: Records, seats: Sequence[Seat]) -> list[Group]:
    """Sort seats by who appoints, in the panel's order; an authority that fills none has a group without seats."""
    authorities = records.panel.authorities if records.panel else []
    by_body: dict[str, list[Seat]] = {authority: [] for authority in authorities}
    for seat in seats:
        if body := appointing_body(records, seat.term):
            by_body.setdefault(body, []).append(seat)
    return [
        Group(
            body,
            [seat for seat in filled if not seat.term.substitute],
            [seat for seat in filled if seat.term.substitute],
        )
        for body, filled in by_body.items()
    ]


def _by_kind(records: Records, seats: Sequence[Seat]) -> list[tuple[str, str, list[Seat]]]:
    """Sort the seats to which no body appoints by what they are: a part of an address, a heading, and the seats."""
    kinds: dict[str, list[Seat]] = {}
    for seat in seats:
        if appointing_body(records, seat.term) is None:
            kinds.setdefault(seat.term.seat.casefold(), []).append(seat)
    slugs = [as_slug(name) for name in kinds]  # of some alphabets nothing is left, or the same of two words
    places = [slug if slug and slugs.count(slug) == 1 else f"{number}" for number, slug in enumerate(slugs, start=1)]
    return [
        ("independent" if kind == "independent member" else f"seat-{place}", words.kinds(kind, len(of)), of)
        for place, of in zip(places, kinds.values(), strict=True)
        for kind in [of[0].term.seat]
    ]


def _index(dossier: Dossier, today: date, renderer: Renderer) -> Page:
    records, membership = dossier.records, dossier.membership
    seats = membership.seats_on(today)
    terms = [(person_id, term) for person_id, person in records.people.items() for term in person.terms]
    others = {person_id: person for person_id, person in records.people.items() if not person.terms}
    beside = [
        (body, [person_id for person_id in others if others[person_id].body == body])
        for body in (*records.bodies, None)
    ]
    by_body, over = groups(records, seats), records.panel is not None and records.panel.ended(today)
    html = renderer.html(
        "members",
        addresses.MEMBERS,
        groups=[] if over else by_body,
        kinds=_by_kind(records, seats),
        empty=records.panel.empty_on(today) if records.panel and not over else [],
        former=[(person_id, term) for person_id, term in terms if over or (term.ends and term.ends < today)],
        coming=[(person_id, term) for person_id, term in terms if term.begins and term.begins > today],
        changes=changes(records),
        attendance={person_id: attendance(membership, person_id) for person_id in dict(terms)},
        substitutes=any(term.substitute for _, term in terms),
        others=[(body, ids) for body, ids in beside if ids],
        interests=dossier.interests,
    )
    title, summary = "People", "Everyone who is named on this site."
    if has_members(records):
        by = f"by {renderer.appointing}, " if renderer.appointing else ""
        title = "Members"
        summary = f"The members of the {renderer.body}, {by}with substitutes, changes and attendance."
    return Page(addresses.MEMBERS, title, summary, html, (HOME,))


def _member(dossier: Dossier, person_id: str, person: Person, renderer: Renderer) -> Page:
    at, records, membership = addresses.member(person_id), dossier.records, dossier.membership
    own = {body for term in person.terms if (body := appointing_body(records, term))}
    beside = [
        seat
        for seat in membership.seats_on(renderer.today)
        if seat.person_id != person_id and appointing_body(records, seat.term) in own
    ]
    html = renderer.html(
        "member",
        at,
        id=person_id,
        person=person,
        successors={index: successor(records, person_id, term) for index, term in enumerate(person.terms)},
        beside=groups(records, beside),
        substitute=all(term.substitute for term in person.terms),
        attendance=attendance(membership, person_id),
        votes=[(vote, stand) for vote in dossier.votes if (stand := vote.stand_of(person_id))],
        declared=[about for at in dossier.interests for about in at.declared if about.entry.person == person_id],
    )
    summary = f"{person.full_name}, {person.role}: seat on the {renderer.body}, terms and attendance."
    return Page(at, f"{person.full_name}, {person.role}", summary, html, (HOME, INDEX))


def _on(membership: Membership, meeting_id: str, renderer: Renderer) -> Page:
    at, day, records = addresses.members_on(meeting_id), say.day(date_of(meeting_id)), membership.records
    panel = records.panel
    order = [*(panel.authorities if panel else ()), None]
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
        empty=panel.empty_on(date_of(meeting_id)) if panel else [],
        has_minutes=meeting_id in records.minutes,
        when=renderer.tense(date_of(meeting_id)),
    )
    summary = f"Who was a member of the {renderer.body} on {day}, and how that is known."
    return Page(at, f"Members on {day}", summary, html, (HOME, INDEX), meeting=date_of(meeting_id))


def successor_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the page that says who follows whom, where a body began, changed or ended."""
    actions = {action.id: action for action in dossier.actions}
    html = renderer.html("successors", addresses.SUCCESSORS, told_of=dossier.lives.told_of, actions=actions)
    summary = "Which bodies began, changed their name or ended, who follows them, and who took on what was open."
    yield Page(addresses.SUCCESSORS, "Who follows whom", summary, html, (HOME,))
