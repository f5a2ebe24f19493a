"""Whatever is mentioned by its id must be there: people, bodies, matters, meetings, indicators."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..reading.guessing import Guesses
from ..records.forms import form_of_family, in_words
from ..records.marks import Refers
from ..records.problem import Problem
from ..records.walk import Held, walk


def unknown_reference(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each id that no record has, with the nearest id that one has."""
    records, guesses = dossier.records, dict[str, Guesses]()
    for _, _, record in records.every():
        for held in walk(record):
            refers = held.field.mark(Refers)
            if refers and refers.register not in records.unread:
                known = getattr(records, refers.register)
                if held.value not in known:
                    near = guesses.setdefault(refers.register, Guesses(known)).nearest(str(held.value))
                    yield _unknown(held, str(held.value), refers.register, near)


def _unknown(held: Held, typed: str, register: str, near: str | None) -> Problem:
    form = form_of_family(register)
    what = in_words(form.record)
    fix = f'Did you mean "{near}"?' if near else f"Add the {what} to {form.where}, or correct the id."
    return Problem(
        code="unknown-reference",
        place=held.place,
        message=f'There is no {what} with the id "{typed}".',
        fix=fix,
    )


RULES = (unknown_reference,)
