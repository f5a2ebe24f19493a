"""Checks of members: terms that cannot be, lists of minutes that do not fit them, and notices that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations
from typing import Final

from ..facts.dossier import Dossier
from ..facts.members import Listed, attendances, same_seats
from ..facts.rows import grouped
from ..reading.guessing import Guesses
from ..records.attendance import Presence
from ..records.base import Record
from ..records.forms import in_words
from ..records.language import with_article
from ..records.lives import Life
from ..records.names import as_slug
from ..records.panel import Body, Panel
from ..records.people import HAS_VOTE, Appointment, Notice, Person, Spell, Term
from ..records.problem import Problem
from ..records.publication import Records
from ..records.walk import records_within
from .findings import retyped, warning

_LISTED: Final[Mapping[Listed, str]] = {
    "present": "among the members present",
    "apologies": "among those who sent apologies",
    "absent": "among those who were absent",
}


def _terms(records: Records) -> Iterator[tuple[Person, Term]]:
    yield from ((person, term) for person in records.people.values() for term in person.terms)


def _parts(dossier: Dossier) -> Iterator[tuple[Person | Body | Panel, Record]]:
    """Give whatever stands in the entries of people and bodies, with whose entry it is."""
    for entry in (*dossier.records.people.values(), *dossier.lives.every.values()):
        yield from ((entry, part) for part in records_within(entry))


def term_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each term that ends before it begins, and of anything else of people and bodies that does."""
    for entry, part in _parts(dossier):
        if isinstance(part, Spell):
            begins, ends, last = part.begins, part.ends, "ends"
        elif isinstance(part, Life):
            begins, ends, last = part.from_, part.until, "until"
        else:
            continue
        if begins and ends and ends < begins:
            of = f" of {entry.name}" if isinstance(part, Term) else ""
            fact = f"This {in_words(type(part))}{of} ends on {ends}, before it begins on {begins}."
            yield Problem("term-backwards", part.at(last), fact, "Check both dates.")


def seat_and_council(dossier: Dossier) -> Iterator[Problem]:
    """Tell of members and substitutes of the panel whom no council appointed, and of independent ones with one.

    Only where councils appoint: other bodies are made up in other ways, and a seat can have any word.
    """
    councils = dossier.records.panel and dossier.records.panel.authorities
    for person, term in _terms(dossier.records) if councils else ():
        independent = term.seat == "independent member"
        appointed = term.authority or (None if independent else term.appointed_by or term.place)
        known = term.seat in HAS_VOTE and not _elsewhere(term, dossier.records)
        if not known or independent == (appointed is None):
            continue
        council = "a council" if independent else "no council"
        fact = f"{person.name} is {with_article(term.seat)} and has {council} in this term."
        cure = "Delete the line." if independent else "Add authority: the id of the council."
        fix = f"{cure} If the seat is wrong, correct the seat."
        yield Problem("seat-and-council", term.at("authority" if independent else "seat"), fact, fix)


def appointed_twice(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each seat of which two different bodies are said to have appointed to it."""
    for person, term in _terms(dossier.records):
        if term.authority and term.appointed_by:
            fact = f"{person.name} was appointed by authority and by appointed_by in this term."
            fix = "Delete one of the two lines: authority is for a council, appointed_by for anybody else."
            yield Problem("appointed-twice", term.at("appointed_by"), fact, fix)


def unknown_appointer(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an appointer that looks like the id of a body and is not one: it would be published as words."""
    bodies = dossier.records.bodies
    guesses = Guesses(bodies)
    for _, part in _parts(dossier):
        typed = part.appointed_by if isinstance(part, Appointment) else None
        near = guesses.nearest(typed) if typed and typed not in bodies and as_slug(typed) == typed else None
        if near:
            fact, fix = f'There is no body with the id "{typed}".', f'Did you mean "{near}"?'
            place = part.at("appointed_by")
            yield warning("unknown-reference", place, fact, fix, retyped(place, typed or "", near))


def _elsewhere(term: Term, records: Records) -> bool:
    """Whether a seat is in another body than the publication's own."""
    return records.body_of(term) != records.own


def council_not_of_panel(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each term for a council whose members do not sit on the panel."""
    authorities = dossier.records.panel.authorities if dossier.records.panel else []
    for person, term in _terms(dossier.records) if dossier.records.panel else ():
        if term.authority and term.authority not in authorities and not _elsewhere(term, dossier.records):
            fact = f'{person.name} sits for "{term.authority}", which is not among the panel\'s authorities.'
            fix = "Check the id, or add it to authorities in data/panel.yml."
            yield warning("council-not-of-panel", term.at("authority"), fact, fix)


def replaced_wrongly(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each term in place of somebody who had no such seat, or whose term goes on: that would be two votes."""
    for person, term in _terms(dossier.records):
        former = dossier.records.people.get(term.replaces or "")
        if former is None:
            continue
        held = [earlier for earlier in former.terms if same_seats(dossier.records, earlier, term)]
        if former is person or not held:
            same = "for the same council" if term.authority else "of the same kind"
            fact = f"{person.name} comes in place of {former.name}, who has no term {same}."
            fix = f'Check the id "{former.id}", or give {former.name} the term that ended.'
            yield Problem("replaced-without-seat", term.at("replaces"), fact, fix)
            continue
        for earlier in [earlier for earlier in held if earlier.seat == term.seat] or held:
            if _goes_on(earlier, term):
                since = f" on {term.begins}" if term.begins else ""
                fact = f"{person.name} came in place of {former.name}{since}, whose own term goes on."
                fix = f"Add ends, the last day of this term{f': {term.begins} at the latest' if since else ''}."
                told = Problem if term.begins else warning
                yield told("replaced-and-still-there", earlier.at("ends"), fact, fix)


def two_in_one_office(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an office that passed to somebody, or was given to two on one day, while another goes on holding it."""
    names = {person_id: person.name for person_id, person in dossier.records.people.items()}
    by_office = grouped(((body, holder[1].casefold()), holder) for body, holder in _offices(dossier))
    pairs = (pair for holders in by_office.values() for pair in permutations(holders, 2))
    for (person, office, later, replaces), (former, _, earlier, _) in pairs:
        on_one_day = later.begins == earlier.begins and person < former
        if former not in (person, replaces) and later.begins and (on_one_day or _goes_on(earlier, later)):
            now, before = names.get(person, person), names.get(former, former)
            fact = f"{now} became {office} on {later.begins}, and {before} still is."
            fix = "Add ends, the last day of this. A member who stays gets a new term, or ends of the office."
            yield warning("two-in-one-office", earlier.at("ends"), fact, fix)


def office_outside_term(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an office that is held before the term in which it stands begins, or after it ends."""
    for person, term in _terms(dossier.records):
        for office in term.offices:
            for field, day in (("begins", office.begins), ("ends", office.ends)):
                if day and not term.runs(day):
                    fact = f"{person.name} is {office.name} on {day}, when this term does not run."
                    fix = "Check the days of both, or move the office to the term that it belongs to."
                    yield warning("office-outside-term", office.at(field), fact, fix)


def _offices(dossier: Dossier) -> Iterator[tuple[str, tuple[str, str, Spell, str | None]]]:
    """Give the body of each office, and who holds it, its name, the days, and in whose place a member came."""
    for person, term in _terms(dossier.records):
        body = dossier.records.body_of(term)
        if term.office:
            yield body, (person.id, term.office, term, term.replaces)
        for office in term.offices:
            days = office.model_copy(update={"ends": office.ends or term.ends})
            yield body, (person.id, office.name, days, None)
    for held in dossier.lives.every.values():
        yield from ((dossier.records.own, (holder.person, held.name, holder, None)) for holder in held.holders)


def _goes_on(earlier: Spell, later: Spell) -> bool:
    """Whether what had begun before something else goes on after the first day of that."""
    if later.begins is None:
        return earlier.ends is None and later.ends is None
    begun = earlier.begins is None or earlier.begins < later.begins
    return begun and (earlier.ends is None or earlier.ends > later.begins)


def noted_nowhere(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each notice of a change that names an item or a minute of a meeting without agenda or minutes."""
    records = dossier.records
    for noted in (part for _, part in _parts(dossier) if isinstance(part, Notice)):
        for field, key, held, what in (
            ("item", noted.item, "agendas", "agenda"),
            ("minute", noted.minute, "minutes", "minutes"),
        ):
            if key is not None and noted.meeting not in getattr(records, held) and held not in records.unread:
                fact = f"The meeting of {noted.meeting} has no {what} on this site, and so no {field} to name."
                fix = "Check the id of the meeting, or take this line out."
                yield Problem("noted-nowhere", noted.at(field), fact, fix)


def listed_without_seat(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each person whom minutes list as a member on a day on which no term of theirs can have run."""
    records = dossier.records
    for meeting_id in records.minutes:
        for what, attendee in attendances(records, meeting_id):
            for_another = isinstance(attendee, Presence) and attendee.for_
            if for_another or attendee.person not in records.people:
                continue
            if not dossier.had_seat(attendee.person, meeting_id):
                name = records.people[attendee.person].name
                fact = f"{name} is listed {_LISTED[what]} on {meeting_id}, and has no term on that day."
                fix = "Check the terms in data/people.yml, or move the entry to also_present."
                yield warning("listed-without-seat", attendee.at("person"), fact, fix)
