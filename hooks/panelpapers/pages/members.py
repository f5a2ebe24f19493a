"""The pages of members: the list of all who are named, a page for each member, and who was a member on which day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..facts.attendance import AttendanceRecord, attendance
from ..facts.dossier import Dossier
from ..facts.members import Membership, Seat, appointing_body, changes, has_members, office_holders, successor
from ..facts.rows import grouped
from ..records.meeting import date_of
from ..records.names import as_slug
from ..records.people import Person, Term
from ..records.publication import Records
from ..words import format as say
from ..words import members as words
from ..words.bodies import holders, seated_in
from . import addresses
from .bodies import Whose, each_body, whose_lists
from .entries import LATEST as LATEST_ENTRIES
from .entries import latest, within, years_of
from .places import years_of_members
from .rendering import Renderer
from .site import HOME, Link, Page

INDEX = Link("Members", addresses.MEMBERS)

LATEST: Final = 20
"""How many changes, and how many days of meetings, the list of members shows: all are on the pages of years."""


@dataclass(frozen=True, slots=True)
class Group:
    """The seats that one body fills, in the order typed."""

    authority: str
    members: list[Seat]
    substitutes: list[Seat]


def member_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the list of members as it is on the day of the site, the page of each, and the lists by day of meeting."""
    records = dossier.records
    for whose in whose_lists(records, renderer.today):
        if whose.body is None and records.several:
            yield _everybody(dossier, whose, renderer)
        elif whose.body is None or dossier.memberships[whose.body].has_terms:
            yield _index(dossier, whose, renderer)
            yield from _years(dossier, whose, renderer)
    for person_id, person in records.people.items():
        if person.terms:
            yield from _member(dossier, person_id, person, renderer)
    for meeting_id in records.in_order if has_members(records) else ():
        yield _on(dossier, meeting_id, renderer)


def groups(records: Records, seats: Sequence[Seat], body: str | None = None) -> list[Group]:
    """Sort seats by who appoints, in the panel's order; one that fills no seat of the panel has an empty group."""
    authorities = records.panel.authorities if records.panel and body in (None, records.own) else []
    by_body = grouped((appointer, seat) for seat in seats if (appointer := appointing_body(records, seat.term)))
    return [
        Group(
            appointer,
            [seat for seat in by_body.get(appointer, ()) if not seat.term.substitute],
            [seat for seat in by_body.get(appointer, ()) if seat.term.substitute],
        )
        for appointer in dict.fromkeys((*authorities, *by_body))
    ]


def _by_kind(records: Records, seats: Sequence[Seat]) -> list[tuple[str, str, Sequence[Seat]]]:
    """Sort the seats to which no body appoints by what they are: a part of an address, a heading, and the seats."""
    others = (seat for seat in seats if appointing_body(records, seat.term) is None)
    kinds = grouped((seat.term.seat.casefold(), seat) for seat in others)
    slugs = [as_slug(name) for name in kinds]  # of some alphabets nothing is left, or the same of two words
    places = [slug if slug and slugs.count(slug) == 1 else f"{number}" for number, slug in enumerate(slugs, start=1)]
    return [
        ("independent" if kind == "independent member" else f"seat-{place}", words.kinds(kind, len(of)), of)
        for place, of in zip(places, kinds.values(), strict=True)
        for kind in [of[0].term.seat]
    ]


def _others(records: Records) -> list[tuple[str | None, Sequence[str]]]:
    """Give the ids of all who have no seat, by the body that they belong to."""
    others = grouped((person.body, person_id) for person_id, person in records.people.items() if not person.terms)
    return [(body, others[body]) for body in (*records.bodies, None) if body in others]


def _everybody(dossier: Dossier, whose: Whose, renderer: Renderer) -> Page:
    """Give the list of who has a seat in which body, where the site is of several."""
    html = renderer.html(
        "members-of-bodies",
        addresses.MEMBERS,
        every=[
            (of_body, membership.seats_on(renderer.today))
            for of_body in each_body(dossier.records, renderer.today)
            if (membership := dossier.memberships[of_body.body or ""]).has_terms
        ],
        others=_others(dossier.records),
        interests=dossier.interests,
    )
    summary = f"The members of {whose.said}, and others who are named."
    return Page(addresses.MEMBERS, INDEX.text, summary, html, (HOME,))


def _index(dossier: Dossier, whose: Whose, renderer: Renderer) -> Page:
    records, today, title = dossier.records, renderer.today, whose.titled(INDEX.text)
    membership, described = dossier.memberships[whose.body or records.own], whose.described
    seats, over = membership.seats_on(today), described is not None and described.ended(today)
    terms = [(person_id, term) for person_id in records.people for term in membership.terms_of(person_id)]
    by_body = groups(records, seats, whose.body)
    substitutes = any(term.substitute for _, term in terms)
    html = renderer.html(
        "members",
        f"{whose.at}{addresses.MEMBERS}",
        whose=whose,
        title=title,
        over=over,
        offices=() if over else office_holders(seats, today),
        groups=[] if over else by_body,
        kinds=_by_kind(records, seats),
        empty=described.empty_on(today) if described and not over else [],
        former=[(person_id, term) for person_id, term in terms if over or (term.ends and term.ends < today)],
        coming=[(person_id, term) for person_id, term in terms if term.begins and term.begins > today],
        changes=changes(membership)[:LATEST],
        years=[(year, None) for year in sorted(_years_of(dossier, whose), reverse=True)],
        attendance={person_id: attendance(membership, person_id) for person_id in dict(terms)},
        substitutes=substitutes,
        seats_of={person_id: membership.terms_of(person_id)[-1] for person_id in dict(terms)},
        meetings=whose.meetings[: -LATEST - 1 : -1],
        others=_others(records) if whose.body is None else [],
        interests=any(whose.holds(at.meeting_id) for at in dossier.interests),
    )
    by = f"by {renderer.appointing}, " if renderer.appointing and (by_body or whose.body is None) else ""
    also = "substitutes, " if substitutes else ""
    summary = f"The members of {whose.said}, {by}with {also}changes and attendance."
    if not has_members(records):
        title, summary = "People", "Everyone who is named on this site."
    page = Page(f"{whose.at}{addresses.MEMBERS}", title, summary, html, whose.trail)
    return replace(page, kind=None) if whose.body else page


def _years_of(dossier: Dossier, whose: Whose) -> frozenset[int]:
    return years_of_members(dossier, whose.body) if has_members(dossier.records) else frozenset()


def _years(dossier: Dossier, whose: Whose, renderer: Renderer) -> Iterator[Page]:
    """Give the page of each year: who came and who left, and the lists of members by day of meeting."""
    told = changes(dossier.memberships[whose.body or dossier.records.own])
    years = sorted(_years_of(dossier, whose), reverse=True)
    for year in years:
        at, title = f"{whose.at}{addresses.members_in(year)}", whose.titled(f"Members in {year}")
        html = renderer.html(
            "members-of-year",
            at,
            whose=whose,
            title=title,
            year=year,
            changes=[change for change in told if change.year == year],
            meetings=[meeting_id for meeting_id in whose.meetings if date_of(meeting_id).year == year],
            years=[(other, None) for other in years if other != year],
        )
        summary = f"Who came to {whose.said} and who left in {year}, and who was a member on which day."
        yield Page(at, title, summary, html, (*whose.trail, whose.link(INDEX)), kind=None)


def _member(dossier: Dossier, person_id: str, person: Person, renderer: Renderer) -> Iterator[Page]:
    """Give the page of a member, and where it has too much for one page, that of each year."""
    at, records = addresses.member(person_id), dossier.records
    own = {body for term in person.terms if (body := appointing_body(records, term))}
    memberships = [membership for membership in dossier.memberships.values() if membership.terms_of(person_id)]
    beside = [
        seat
        for seat in dossier.membership.seats_on(renderer.today)
        if seat.person_id != person_id and appointing_body(records, seat.term) in own
    ]
    attended = [_attended(membership, person_id) for membership in memberships]
    rows = [row for _, attendance, _ in attended for row in attendance.rows]
    counted, years = {row.meeting_id for row in rows}, years_of(rows)
    votes = [(vote, stand) for vote in dossier.votes if (stand := vote.stand_of(person_id))]
    declared = [about for at in dossier.interests for about in at.declared if about.entry.person == person_id]
    html = renderer.html(
        "member",
        at,
        id=person_id,
        person=person,
        successors={index: successor(records, person_id, term) for index, term in enumerate(person.terms)},
        beside=groups(records, beside),
        attendance=[(*attended_in, latest(attended_in[1].rows, years)) for attended_in in attended],
        stood_in=[
            (meeting_id, present.for_)
            for meeting_id in reversed(records.in_order)
            for present in (records.minutes[meeting_id].present if meeting_id in records.minutes else ())
            if present.person == person_id and present.for_ and meeting_id not in counted
        ],
        votes=votes[:LATEST_ENTRIES] if years else votes,
        declared=latest(declared, years),
        years=years,
    )
    of_each = (membership.terms_of(person_id)[0] for membership in memberships)
    on = say.listed([seated_in(term, records, renderer.today) for term in of_each])
    title = say.joined((person.full_name, *words.beside(person)))
    yield Page(at, title, f"{title}: seat on {on}, terms and attendance.", html, (HOME, INDEX))
    for year in years:
        html = renderer.html(
            "member-in-year",
            addresses.member_in(person_id, year),
            id=person_id,
            person=person,
            year=year,
            attendance=[(term, within(record.rows, year)) for term, record, _ in attended],
            votes=[(vote, stand) for vote, stand in votes if date_of(vote.meeting_id).year == year],
            declared=within(declared, year),
            years=[other for other in years if other != year],
        )
        named, trail = f"{title} in {year}", (HOME, INDEX, Link(title, at))
        summary = f"{named}: attendance, votes and interests."
        yield Page(addresses.member_in(person_id, year), named, summary, html, trail, kind=None)


def _attended(membership: Membership, person_id: str) -> tuple[Term, AttendanceRecord, bool]:
    """Give the first term of somebody in one body, their attendance, and whether all terms are a substitute's."""
    terms = membership.terms_of(person_id)
    return terms[0], attendance(membership, person_id), all(term.substitute for term in terms)


def _on(dossier: Dossier, meeting_id: str, renderer: Renderer) -> Page:
    records, today = dossier.records, renderer.today
    at, when, held_by = addresses.members_on(meeting_id), records.day_of(meeting_id), records.held_by(meeting_id)
    order = [*(records.panel.authorities if records.panel else ()), None]
    described = filter(None, map(records.body_named, held_by))
    seats = sorted(
        (seat for membership in dossier.members_at(meeting_id) for seat in membership.seats_on(when)),
        key=lambda seat: order.index(seat.term.authority) if seat.term.authority in order else len(order),
    )
    html = renderer.html(
        "members-on",
        at,
        meeting_id=meeting_id,
        known=[seat for seat in seats if seat.known],
        unknown=[seat for seat in seats if not seat.known],
        empty=[vacancy for body in described for vacancy in body.empty_on(when)],
        has_minutes=meeting_id in records.minutes,
        when=renderer.tense(when),
    )
    summary = f"Who was a member of {holders(meeting_id, records, today)} on {say.day(when)}, and how that is known."
    return Page(at, f"Members on {say.day(when)}", summary, html, (HOME, INDEX), meeting=when)


def successor_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the page that says who follows whom, where a body began, changed or ended."""
    actions = {action.id: action for action in dossier.actions}
    html = renderer.html("successors", addresses.SUCCESSORS, told_of=dossier.lives.told_of, actions=actions)
    summary = "Which bodies began, changed their name or ended, who follows them, and who holds an office."
    yield Page(addresses.SUCCESSORS, "Who follows whom", summary, html, (HOME,))
