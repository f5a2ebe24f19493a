"""Checks of what the public asked, said and signed: nothing by which a private person can be reached or found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..facts.dossier import Dossier
from ..facts.private_details import HOME, details_in, public_details
from ..records.base import Record
from ..records.fields import fields_of
from ..records.problem import Problem

_HOUSE: Final = re.compile(r"\b(\d{1,5}[A-Za-z]?,? [A-Z]\w+|\d{5}\b)")
_WHO: Final = ("asked_by", "name", "petitioner")
"""Fields that name a private person: a figure in them is that of a house, or a part of a postcode."""


def private_details(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each detail that leads to a private person, in what the public asked, said or signed, or an answer."""
    public = public_details(dossier.records)
    for minutes in dossier.records.minutes.values():
        for record in (*minutes.questions, *minutes.public_comment, *minutes.petitions):
            for field in (name for name, field in fields_of(type(record)).items() if field.wording):
                text = getattr(record, field) or ""
                home = (_HOUSE if field in _WHO else HOME).search(text)
                details = [(what, match[0]) for what, match in details_in(text, public)]
                details = details or ([("the address of a home", home[1])] if home else [])
                for what, found in details:
                    yield _problem(record, field, what, found)


def _problem(record: Record, field: str, what: str, found: str) -> Problem:
    # Messages are read on public pages too: the detail itself is not repeated.
    beginning = found[: 2 if len(found) < 8 else 3]
    fact = f'There is {what} in this text, beginning with "{beginning}". It may be of a private person.'
    fix = "Take it out. Details that lead to a private person are not published."
    return Problem("private-details", record.at(field), fact, fix)
