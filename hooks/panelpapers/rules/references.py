"""Whatever is mentioned by its id must be there: people, bodies, matters, meetings, indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from ..facts.dossier import Dossier
from ..records.forms import form_of_family, in_words
from ..records.marks import Refers
from ..records.problem import Problem
from ..records.walk import Held, walk


def unknown_reference(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each id that no record has, with the nearest id that one has."""
    records = dossier.records
    for _, _, record in records.every():
        for held in walk(record):
            refers = held.field.mark(Refers)
            if refers and refers.register not in records.unread:
                known = getattr(records, refers.register)
                if held.value not in known:
                    yield _unknown(held, str(held.value), refers.register, known)


def _unknown(held: Held, typed: str, register: str, known: Mapping[str, object]) -> Problem:
    form = form_of_family(register)
    what = in_words(form.record)
    near = get_close_matches(typed, list(known), n=1)
    fix = f'Did you mean "{near[0]}"?' if near else f"Add the {what} to {form.where}, or correct the id."
    return Problem(
        code="unknown-reference",
        place=held.place,
        message=f'There is no {what} with the id "{typed}".',
        fix=fix,
        width=len(typed),
    )


RULES = (unknown_reference,)
