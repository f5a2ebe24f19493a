"""Checks of members: terms that cannot be, lists of minutes that do not fit them, and notices that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.members import attendances, same_seats
from ..records.meeting import date_of
from ..records.people import Person, Term
from ..records.problem import Problem
from ..records.publication import Records
from .findings import warning


def _terms(records: Records) -> Iterator[tuple[Person, Term]]:
    for person in records.people.values():
        for term in person.terms:
            yield person, term


def term_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each term that ends before it begins."""
    for person, term in _terms(dossier.records):
        if term.begins and term.ends and term.ends < term.begins:
            fact = f"This term of {person.name} ends on {term.ends}, before it begins on {term.begins}."
            yield Problem("term-backwards", term.at("ends"), fact, "Check both dates.")


def seat_and_council(dossier: Dossier) -> Iterator[Problem]:
    """Tell of members and substitutes of the panel whom no council appointed, and of independent ones with one."""
    for person, term in _terms(dossier.records):
        independent = term.seat == "independent member"
        if independent == (term.authority is None) or _elsewhere(term, dossier.records):
            continue
        council = "a council" if independent else "no council"
        article = "an" if term.seat[0] in "aeiou" else "a"
        fact = f"{person.name} is {article} {term.seat} and has {council} in this term."
        cure = "Delete the line." if independent else "Add authority: the id of the council that appointed them."
        fix = f"{cure} If the seat is wrong, correct the seat."
        yield Problem("seat-and-council", term.at("authority" if independent else "seat"), fact, fix)


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


def replaced_without_seat(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each term in place of somebody who had no seat of the same council."""
    for person, term in _terms(dossier.records):
        former = dossier.records.people.get(term.replaces or "")
        if former and (former is person or not any(same_seats(dossier.records, held, term) for held in former.terms)):
            fact = f"{person.name} comes in place of {former.name}, who has no term for the same council."
            fix = f'Check the id "{former.id}", or give {former.name} the term that ended.'
            yield Problem("replaced-without-seat", term.at("replaces"), fact, fix)


def replaced_and_still_there(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each member who was replaced and whose term goes on: two people in one seat, and two votes."""
    for person, term in _terms(dossier.records):
        former = dossier.records.people.get(term.replaces or "")
        if former is None or former is person:
            continue
        held = [earlier for earlier in former.terms if same_seats(dossier.records, earlier, term)]
        for earlier in [earlier for earlier in held if earlier.seat == term.seat] or held:
            if _goes_on(earlier, term):
                since = f" on {term.begins}" if term.begins else ""
                fact = f"{person.name} came in place of {former.name}{since}, whose own term goes on."
                fix = f"Add ends, the last day of this term{f': {term.begins} at the latest' if since else ''}."
                told = Problem if term.begins else warning
                yield told("replaced-and-still-there", earlier.at("ends"), fact, fix)


def two_in_one_office(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an office that passed to somebody while the term of whoever held it before goes on."""
    holders = [(person, term) for person, term in _terms(dossier.records) if term.office]
    for person, term in holders:
        for former, earlier in holders:
            same = _office(term, dossier.records) == _office(earlier, dossier.records) and former is not person
            if same and term.begins and _goes_on(earlier, term) and term.replaces != former.id:
                fact = f"{person.name} became {term.office} on {term.begins}, and {former.name} still is."
                fix = "Add ends, the last day of this term. For whoever stays, add a new term without the office."
                yield warning("two-in-one-office", earlier.at("ends"), fact, fix)


def _office(term: Term, records: Records) -> tuple[str, str]:
    return records.body_of(term), (term.office or "").casefold()


def _goes_on(earlier: Term, later: Term) -> bool:
    """Whether a term that had begun before another one goes on after the first day of that one."""
    if later.begins is None:
        return earlier.ends is None and later.ends is None
    begun = earlier.begins is None or earlier.begins < later.begins
    return begun and (earlier.ends is None or earlier.ends > later.begins)


def noted_nowhere(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each notice of a change that names an agenda item or a minute that is not there."""
    records = dossier.records
    for _, term in _terms(records):
        noted = term.noted
        if noted is None:
            continue
        agenda, minutes = records.agendas.get(noted.meeting), records.minutes.get(noted.meeting)
        items = {item.number for item in agenda.items} if agenda else set()
        numbers = {minute.number for minute in minutes.minutes} if minutes else set()
        for field, number, known, family in (
            ("item", noted.item, items, "agendas"),
            ("minute", noted.minute, numbers, "minutes"),
        ):
            if number is not None and number not in known and family not in records.unread:
                fact = f"The meeting of {noted.meeting} has no {field} {number} on this site."
                fix = f"Check the number of the {field} and the id of the meeting."
                yield Problem("noted-nowhere", noted.at(field), fact, fix)


def listed_without_seat(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each person whom minutes list as a member on a day on which no term of theirs can have run."""
    records = dossier.records
    for meeting_id in records.minutes:
        of_bodies = [dossier.memberships[body] for body in records.held_by(meeting_id) if body in dossier.memberships]
        for what, attendee in attendances(records, meeting_id):
            if attendee.person in records.people and not any(
                membership.seats_of(attendee.person, date_of(meeting_id)) for membership in of_bodies
            ):
                where = "among the members present" if what == "present" else "among those who sent apologies"
                fact = (
                    f"{records.people[attendee.person].name} is listed {where} on {meeting_id}, and has no term "
                    "on that day."
                )
                fix = "Check the terms in data/people.yml, or move the entry to also_present."
                yield warning("listed-without-seat", attendee.at("person"), fact, fix)


RULES = (
    term_backwards,
    seat_and_council,
    council_not_of_panel,
    replaced_without_seat,
    replaced_and_still_there,
    two_in_one_office,
    noted_nowhere,
    listed_without_seat,
)
