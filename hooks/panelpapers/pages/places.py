"""Every address that a site has and that can be cited, known from the records without making a page.

A test makes whole sites and holds this list against them: each page is here, and each place here is on its page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Final

from ..facts.attendance import attendance
from ..facts.citations import paragraphs
from ..facts.dossier import Dossier
from ..facts.members import changes, has_members
from ..facts.promises import undertakings_of
from ..facts.rows import commitments, every_item, minutes_at
from ..records.forms import FORMS
from ..records.meeting import date_of
from ..records.minutes import Minutes
from ..records.publication import Records
from . import addresses
from .entries import LATEST, EntryAddresses, years_of
from .problems import families
from .sections import absent, sections_of
from .titles import letter_pages

BY_HAND: Final = frozenset({addresses.ABOUT, addresses.HOW_TO_USE, addresses.EDITORS, *addresses.GUIDE_PAGES})
"""Pages that people write by hand: those of a publication in its ``content/``, those of the software in ours."""

CITED_FILES: Final = (".svg", ".csv", ".csv-metadata.json")
"""Endings of the files beside an indicator that people and programs refer to: the first is that of a chart."""

REGISTERS: Final = frozenset(
    value for name, value in vars(addresses).items() if name.isupper() and isinstance(value, str)
) - {addresses.HANDOVER}
"""Pages and files that are one of a kind. Those of a section are there only where the records have it.

What hands over the open business is on a site that is closed, and on no other.
"""


def names_of_files() -> Iterator[str]:
    """Give the names of the files below ``data/`` that stay: more of a long register follow from the first."""
    # Where no data are offered, a check loads nothing that makes them.
    from ..exports.data_schema import NAME
    from ..exports.register_columns import REGISTERS as OF_DATA

    yield from (
        "panel.db",
        "documents.json",
        "panel.json",
        "datapackage.json",
        "popolo.json",
        "oparl/system.json",
        NAME,
    )
    for register in OF_DATA:
        yield from (f"{register.name}{ending}" for ending in (".json", ".csv", ".csv-metadata.json"))


def missing_by_hand(written: Iterable[str]) -> str | None:
    """Give the file of a page that is written by hand and that other pages lead to, if it is not among those written.

    ``written`` are paths on the site, such as ``about/index.html``.
    """
    there = frozenset(written)
    return next((f"{address[:-1]}.md" for address in sorted(BY_HAND) if f"{address}index.html" not in there), None)


def known_addresses(dossier: Dossier, published: Collection[str] = ()) -> frozenset[str]:
    """Give every address of the site of these records: pages, files beside them, and the places that can be cited.

    To these a text may link, and these are kept once they were published: a section that was among those
    ``published`` keeps its address when the records have nothing of it any more.
    """
    records, entries = dossier.records, EntryAddresses(published)
    registers = REGISTERS - {address for address in absent(sections_of(dossier)) if address not in published}
    seats = map(addresses.members_on, records.meetings if has_members(records) else ())
    parts = (
        *(_meetings(records), seats, _papers(records), _others(records, published), _plan(records), _votes(dossier)),
        *(_entries(dossier, entries), _members(dossier), _years_of_one(dossier), _notes(dossier), _bodies(dossier)),
        map(addresses.successor, dossier.lives.told_of),
        (addresses.problems_of(family.id) for family in families()),
        (address(form.id) for form in FORMS for address in (addresses.fields_of, addresses.form_to_fill)),
        addresses.GUIDE_PAGES,
        letter_pages(records, published),
        map(addresses.in_data, names_of_files() if records.panel and records.panel.data_files else ()),
    )
    registers |= {addresses.as_json(address) for address in registers if address.startswith("feeds/")}
    return frozenset((*registers, *chain.from_iterable(parts)))


def _bodies(dossier: Dossier) -> Iterator[str]:
    for body in dossier.records.meeting_bodies if dossier.records.several else ():
        if body:
            yield addresses.BODIES
            yield from (f"{addresses.body(body)}{address}" for address in ("", *lists_of_body(dossier, body)))


def lists_of_body(dossier: Dossier, body: str) -> Iterator[str]:
    """Give the lists that a body of a site of several has, from its own address on: those that hold something."""
    records = dossier.records
    meetings = records.meetings_of[body]
    if meetings:
        yield from (addresses.MEETINGS, addresses.CALENDAR, addresses.FEED, addresses.POSTER)
        yield from (addresses.meetings_in(date_of(meeting_id).year) for meeting_id in meetings)
    if dossier.memberships[body].has_terms:
        yield addresses.MEMBERS
        yield from map(addresses.members_in, years_of_members(dossier, body))
    for of_all, of_year, entries in (
        (addresses.ACTIONS, addresses.actions_in, dossier.actions),
        (addresses.INTERESTS, addresses.interests_in, dossier.interests),
        (addresses.DEFERRALS, addresses.deferrals_in, dossier.deferrals),
    ):
        for meeting_id in (entry.meeting_id for entry in entries if entry.meeting_id in meetings):
            yield from (of_all, of_year(date_of(meeting_id).year))
    for meeting_id in (meeting_id for meeting_id in meetings if meeting_id in dossier.votes_at):
        yield from (addresses.VOTES, addresses.votes_in(date_of(meeting_id).year))
    for meeting_id in meetings:
        if any(minute.resolutions for minute in minutes_at(records, meeting_id)):
            yield addresses.DECISIONS
            yield addresses.decisions_in(date_of(meeting_id).year)


def _meetings(records: Records) -> Iterator[str]:
    for meeting_id in records.meetings:
        yield addresses.meeting(meeting_id)
        yield addresses.meetings_in(date_of(meeting_id).year)
        yield addresses.calendar_in(date_of(meeting_id).year)
        if meeting_id in records.agendas or meeting_id in records.minutes:
            yield addresses.whole(meeting_id)
    yield from (
        made(meeting_id) for meeting_id in records.agendas for made in (addresses.agenda, addresses.agenda_text)
    )
    yield from (addresses.agenda_item(meeting_id, item.key) for meeting_id, item in every_item(records))
    yield from (addresses.attached(*key) for key in records.attached)
    for meeting_id, minutes in records.minutes.items():
        yield from _minutes(meeting_id, minutes)


def _minutes(meeting_id: str, minutes: Minutes) -> Iterator[str]:
    yield addresses.minutes(meeting_id)
    if minutes.declarations or minutes.no_declarations:
        yield addresses.INTERESTS
    yield from (addresses.session(meeting_id, session.id) for session in minutes.sessions)
    yield from (addresses.petition(meeting_id, petition.id) for petition in minutes.petitions if petition.id)
    for minute in minutes.every_minute:
        yield addresses.minute(meeting_id, minute.key)
        for paragraph in minute.paragraphs:
            yield addresses.minute_paragraph(meeting_id, minute.key, paragraph.number)
        yield from (addresses.motion(meeting_id, minute.key, motion.key) for motion in minute.motions)
        if minute.election or minute.elected:
            yield addresses.election(meeting_id, minute.key)
        for resolution in minute.resolutions:
            yield addresses.minute(meeting_id, resolution.key)
            yield addresses.decision(meeting_id, resolution.key)
            yield from (addresses.decisions_of(meeting_id), addresses.decisions_text(meeting_id))
            yield addresses.decisions_in(date_of(meeting_id).year)
        for undertaking in undertakings_of(minute):
            yield addresses.undertaking(meeting_id, minute.key, undertaking.id)


def _votes(dossier: Dossier) -> Iterator[str]:
    for vote in dossier.votes:
        yield from (addresses.VOTES, addresses.votes_in(date_of(vote.meeting_id).year))


def _entries(dossier: Dossier, entries: EntryAddresses) -> Iterator[str]:
    """Give the entries of registers, and the pages of their years."""
    records = dossier.records
    for action in dossier.actions:
        yield from (addresses.actions_in(date_of(action.meeting_id).year), entries.action(action.id))
    for meeting_id, minutes in records.minutes.items():
        yield from (entries.question(meeting_id, question.id) for question in minutes.questions)
    yield from map(addresses.questions_in, years_of_questions(records))
    for entry in dossier.deferrals:
        yield from (addresses.DEFERRALS, addresses.deferrals_in(date_of(entry.meeting_id).year), entries.of(entry))
    yield from (addresses.interests_in(date_of(at.meeting_id).year) for at in dossier.interests)


def years_of_questions(records: Records) -> frozenset[int]:
    """Give the years of the minutes that say what the public asked, or that nobody asked anything."""
    return frozenset(
        date_of(meeting_id).year
        for meeting_id, minutes in records.minutes.items()
        if minutes.questions or minutes.no_questions
    )


def _members(dossier: Dossier) -> Iterator[str]:
    if has_members(dossier.records) and not dossier.records.several:
        yield from map(addresses.members_in, years_of_members(dossier, None))


def _notes(dossier: Dossier) -> Iterator[str]:
    """Give the pages of years of editor's notes, where these are too many for one page."""
    notes = [text for text in dossier.texts if text.note]
    for meeting_id in (text.meeting_id for text in notes if len(notes) > LATEST):
        if meeting_id:
            yield addresses.notes_in(date_of(meeting_id).year)


def _years_of_one(dossier: Dossier) -> Iterator[str]:
    """Give the pages of years of the matters and the members that have too much for one page."""
    records = dossier.records
    for matter_id, business in dossier.connections.by_matter.items():
        if matter_id in records.matters:
            yield from (addresses.matter_in(matter_id, year) for year in years_of(business))
    if len(records.minutes) <= LATEST:
        return
    for person_id, person in records.people.items():
        memberships = [kept for kept in dossier.memberships.values() if person.terms and kept.terms_of(person_id)]
        rows = [row for membership in memberships for row in attendance(membership, person_id).rows]
        yield from (addresses.member_in(person_id, year) for year in years_of(rows))


def years_of_members(dossier: Dossier, body: str | None) -> frozenset[int]:
    """Give the years in which a body met or its membership changed; without an id, the one body of the site."""
    records = dossier.records
    meetings = records.in_order if body is None else records.meetings_of[body]
    told = changes(dossier.memberships[records.own if body is None else body])
    return frozenset((*(date_of(meeting_id).year for meeting_id in meetings), *(change.year for change in told)))


def _papers(records: Records) -> Iterator[str]:
    for (meeting_id, paper_id), paper in records.papers.items():
        at = addresses.paper(meeting_id, paper_id)
        yield at
        yield from (f"{at}#{part.id}" for part in paper.parts)
        yield from (
            f"{at}#{addresses.recommendation_id(made.numeral)}" for made in paper.recommendations if made.numeral
        )
        for part_id, _, paragraph in paragraphs(paper):
            yield addresses.paragraph(meeting_id, paper_id, part_id, paragraph.number)


def _plan(records: Records) -> Iterator[str]:
    for commitment in commitments(records):
        yield from (addresses.commitment(number) for number in commitment.numbers)
    yield from (f"{addresses.FUNCTIONS}#function-{function_id}" for function_id in records.functions)
    yield from (f"{addresses.RECOMMENDATIONS}#recommendation-{made_id}" for made_id in records.recommendations)


def _others(records: Records, published: Collection[str]) -> Iterator[str]:
    yield from map(addresses.matter, records.matters)
    yield from (addresses.member(person_id) for person_id, person in records.people.items() if person.terms)
    for indicator_id, indicator in records.indicators.items():
        yield addresses.indicator(indicator_id)
        chart, *files = (addresses.beside_indicator(indicator_id, ending) for ending in CITED_FILES)
        yield from files
        if indicator.drawn or chart in published:
            yield chart
