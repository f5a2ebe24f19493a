"""Checks of what the public asked, said and signed: nothing by which a private person can be reached or found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..facts.dossier import Dossier
from ..records.base import Record
from ..records.fields import fields_of
from ..records.problem import Problem
from ..records.publication import Records

_EMAIL: Final = re.compile(
    r"(?<![\w.+'-])[\w.+'-]++\s?(?:@|[(\[{]\s?at\s?[)\]}])"
    r"\s?[\w-]++(?:\s?(?:\.|[(\[{]dot[)\]}])\s?[\w-]++)+",
    re.I,
)
_TELEPHONE: Final = re.compile(
    r"(?<![\d£$€])(?!\d\d?[./-]\d\d?[./-]\d{2})"
    r"(?:(?:\+|\b00)\s?[1-9](?:[\s().-]{0,3}\d){8,13}|\(?0(?:[\s().-]{0,2}\d){9,11}"
    r"|(?:1[\s.-])?(?:\([2-9]\d\d\)\s?|[2-9]\d\d[\s.-])[2-9]\d\d[\s.-]\d{4})(?!\d)"
)
"""With the sign of a country, with a nought as in most of Europe, or in the groups of North America."""
_POSTCODE: Final = re.compile(
    r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]?\s?(?!(?:1st|2nd|3rd|\dth)\b)\d[ABD-HJLNP-UW-Z]{2}"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d|[AC-FHKNPRTV-Y]\d[\dW] ?(?=\d{0,3}[A-Z])[\dAC-FHKNPRTV-Y]{4}"
    r"|(?-i:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]"
    r"|W[AIVY]),? \d{5}(?:-\d{4})?|\d{5}-\d{4})\b",
    re.I,
)
"""Those of Britain, Canada, Ireland and the United States: elsewhere they are figures alone."""
_HOME: Final = re.compile(
    r"\b(?i:liv(?:es?|ed|ing) at|residents? (?:of|at)|(?:home|address)(?: is)?(?: at)?) "
    r"(?i:no\.? ?|number )?(\d{1,5}[A-Za-z]?,? [A-Z][a-z]+)"
)
_HOUSE: Final = re.compile(r"\b(\d{1,5}[A-Za-z]?,? [A-Z]\w+|\d{5}\b)")
_WHO: Final = ("asked_by", "name", "petitioner")
"""Fields that name a private person: a figure in them is that of a house, or a part of a postcode."""
_PRIVATE: Final = (
    ("an e-mail address", _EMAIL),
    ("a telephone number", _TELEPHONE),
    ("a postcode", _POSTCODE),
)
_NOT_PRIVATE: Final = re.compile(r"0(?:3|80[08])|(?:\+?1)?8(?:00|33|44|55|66|77|88)")
"""How the numbers of organisations begin that nobody has at home (0300, 0345, 0800, 0808; in America 800 and 833)."""


def private_details(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each detail that leads to a private person, in what the public asked, said or signed, or an answer."""
    public = _public(dossier.records)
    for minutes in dossier.records.minutes.values():
        for record in (*minutes.questions, *minutes.public_comment, *minutes.petitions):
            for field in (name for name, field in fields_of(type(record)).items() if field.wording):
                text = getattr(record, field) or ""
                home = (_HOUSE if field in _WHO else _HOME).search(text)
                details = [*_found(text, public)] or ([("the address of a home", home[1])] if home else [])
                for what, found in details:
                    yield _problem(record, field, what, found)


def _public(records: Records) -> frozenset[str]:
    """Give the details that may be published: the panel's own, and the postcodes of its meetings' venues."""
    own = [
        detail or ""
        for body in records.every_body
        if body.contact
        for detail in (body.contact.email, body.contact.telephone)
    ]
    venues = [meeting.venue.address or "" for meeting in records.meetings.values() if meeting.venue]
    postcodes = [match[0] for address in venues for match in _POSTCODE.finditer(address)]
    return frozenset(map(_plain, (*own, *postcodes)))


def _found(text: str, public: frozenset[str]) -> Iterator[tuple[str, str]]:
    for what, pattern in _PRIVATE:
        for match in pattern.finditer(text):
            plain = _plain(match[0])
            if plain not in public and not (pattern is _TELEPHONE and _NOT_PRIVATE.match(plain)):
                yield what, match[0]


def _plain(text: str) -> str:
    """Give a detail without what people put between its parts."""
    return re.sub(r"[\s().-]", "", text).lower()


def _problem(record: Record, field: str, what: str, found: str) -> Problem:
    # Messages are read on public pages too: the detail itself is not repeated.
    beginning = found[: 2 if len(found) < 8 else 3]
    fact = f'There is {what} in this text, beginning with "{beginning}". It may be of a private person.'
    fix = "Take it out. Details that lead to a private person are not published."
    return Problem("private-details", record.at(field), fact, fix)
