"""Checks of members: terms that cannot be, lists of minutes that do not fit them, and notices that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.members import attendances
from ..records.meeting import date_of
from ..records.people import Person, Term
from ..records.problem import Problem
from ..records.publication import Records


def _terms(records: Records) -> Iterator[tuple[Person, Term]]:
    for person in records.people.values():
        for term in person.terms:
            yield person, term


def term_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each term that ends before it begins."""
    for person, term in _terms(dossier.records):
        if term.begins and term.ends and term.ends < term.begins:
            yield Problem(
                code="term-backwards",
                place=term.at("ends"),
                message=f"This term of {person.name} ends on {term.ends}, before it begins on {term.begins}.",
                fix="Check both dates.",
            )


def seat_and_council(dossier: Dossier) -> Iterator[Problem]:
    """Tell of members and substitutes whom no council appointed, and of independent members whom one did."""
    for person, term in _terms(dossier.records):
        independent = term.seat == "independent member"
        if independent == (term.authority is None):
            continue
        fact = "has a council" if independent else "has no council"
        fix = "Delete the line." if independent else "Add authority: the id of the council that appointed them."
        yield Problem(
            code="seat-and-council",
            place=term.at("authority" if independent else "seat"),
            message=f"{person.name} is {_article(term.seat)} and {fact} in this term.",
            fix=f"{fix} If the seat is wrong, correct the seat.",
        )


def _article(seat: str) -> str:
    return f"an {seat}" if seat[0] in "aeiou" else f"a {seat}"


def council_not_of_panel(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each term for a council whose members do not sit on the panel."""
    authorities = dossier.records.panel.authorities if dossier.records.panel else []
    for person, term in _terms(dossier.records) if dossier.records.panel else ():
        if term.authority and term.authority not in authorities:
            yield Problem(
                code="council-not-of-panel",
                place=term.at("authority"),
                message=f'{person.name} sits for "{term.authority}", which is not among the panel\'s authorities.',
                fix="Check the id, or add it to authorities in data/panel.yml.",
                severity="warning",
            )


def replaced_without_seat(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each term in place of somebody who had no seat of the same council."""
    for person, term in _terms(dossier.records):
        former = dossier.records.people.get(term.replaces or "")
        if former and (former is person or all(held.authority != term.authority for held in former.terms)):
            yield Problem(
                code="replaced-without-seat",
                place=term.at("replaces"),
                message=f"{person.name} comes in place of {former.name}, who has no term for the same council.",
                fix=f'Check the id "{former.id}", or give {former.name} the term that ended.',
            )


def replaced_and_still_there(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each member who was replaced and whose term goes on: two people in one seat, and two votes."""
    for person, term in _terms(dossier.records):
        former = dossier.records.people.get(term.replaces or "")
        if former is None or former is person:
            continue
        held = [earlier for earlier in former.terms if earlier.authority == term.authority]
        for earlier in [earlier for earlier in held if earlier.seat == term.seat] or held:
            if _goes_on(earlier, term):
                since = f" on {term.begins}" if term.begins else ""
                yield Problem(
                    code="replaced-and-still-there",
                    place=earlier.at("ends"),
                    message=f"{person.name} came in place of {former.name}{since}, whose own term goes on.",
                    fix=f"Add ends, the last day of this term{f': {term.begins} at the latest' if since else ''}.",
                    severity="error" if term.begins else "warning",
                )


def two_in_one_office(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an office that passed to somebody while the term of whoever held it before goes on."""
    holders = [(person, term) for person, term in _terms(dossier.records) if term.office]
    for person, term in holders:
        for former, earlier in holders:
            same = (term.office or "").casefold() == (earlier.office or "").casefold() and former is not person
            if same and term.begins and _goes_on(earlier, term) and term.replaces != former.id:
                yield Problem(
                    code="two-in-one-office",
                    place=earlier.at("ends"),
                    message=f"{person.name} became {term.office} on {term.begins}, and {former.name} still is.",
                    fix="Add ends, the last day of this term. For whoever stays, add a new term without the office.",
                    severity="warning",
                )


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
                yield Problem(
                    code="noted-nowhere",
                    place=noted.at(field),
                    message=f"The meeting of {noted.meeting} has no {field} {number} on this site.",
                    fix=f"Check the number of the {field} and the id of the meeting.",
                )


def listed_without_seat(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each person whom minutes list as a member on a day on which no term of theirs can have run."""
    records = dossier.records
    membership = dossier.membership
    for meeting_id in records.minutes:
        for what, attendee in attendances(records, meeting_id):
            if attendee.person in records.people and not membership.seats_of(attendee.person, date_of(meeting_id)):
                where = "among the members present" if what == "present" else "among those who sent apologies"
                yield Problem(
                    code="listed-without-seat",
                    place=attendee.at("person"),
                    message=(
                        f"{records.people[attendee.person].name} is listed {where} on {meeting_id}, and has no term "
                        "on that day."
                    ),
                    fix="Check the terms in data/people.yml, or move the entry to also_present.",
                    severity="warning",
                )


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
