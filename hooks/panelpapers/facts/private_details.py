"""Details by which a private person can be reached: e-mail addresses, telephone numbers and postcodes in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

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
_PRIVATE: Final = (
    ("an e-mail address", _EMAIL),
    ("a telephone number", _TELEPHONE),
    ("a postcode", _POSTCODE),
)
HOME: Final = re.compile(
    r"\b(?i:liv(?:es?|ed|ing) at|residents? (?:of|at)|(?:home|address)(?: is)?(?: at)?) "
    r"(?i:no\.? ?|number )?(\d{1,5}[A-Za-z]?,? [A-Z][a-z]+)"
)
"""Where somebody lives, as texts say it: by a number and the name of a street."""
_NOT_PRIVATE: Final = re.compile(r"0(?:3|80[08])|(?:\+?1)?8(?:00|33|44|55|66|77|88)")
"""How the numbers of organisations begin that nobody has at home (0300, 0345, 0800, 0808; in America 800 and 833)."""


def public_details(records: Records) -> frozenset[str]:
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


def details_in(text: str, public: frozenset[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """Give each detail in a text that may lead to a private person: what it is, and where it stands."""
    for what, pattern in _PRIVATE:
        for match in pattern.finditer(text):
            plain = _plain(match[0])
            if plain not in public and not (pattern is _TELEPHONE and _NOT_PRIVATE.match(plain)):
                yield what, match


def _plain(text: str) -> str:
    """Give a detail without what people put between its parts."""
    return re.sub(r"[\s().-]", "", text).lower()
