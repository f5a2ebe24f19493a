"""Whatever is mentioned by its id must be there: people, bodies, matters, meetings, indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ..facts.dossier import Dossier
from ..reading.guessing import Guesses
from ..records.base import Record
from ..records.forms import form_of_family, in_words
from ..records.marks import Refers
from ..records.names import as_slug, odd_letter
from ..records.place import Place
from ..records.problem import Problem
from ..records.walk import Held, marked
from .findings import meant, retyped

DAY: Final = len("2026-01-05")
_NAMES: Final = ("name", "short_name", "title", "measure")
"""What a record is known by to people."""
_TITLES: Final = frozenset(
    ("alderman", "cllr", "councillor", "dame", "dr", "lady", "lord", "mayor", "miss", "mr", "mrs", "ms", "sir")
)
"""What stands before a surname, and is no part of it."""
_NAME_ALIKE: Final = 0.8
"""How alike two whole names must be: they share more than ids do, as committees."""


def unknown_reference(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each id that no record has, with the id that was probably meant.

    Where a name was typed, such as Dr Ann Ash, that is the id of the one record of that name.
    """
    records, registers = dossier.records, dict[str, Register]()
    unknown: dict[tuple[str, str], list[Held]] = {}
    named: set[tuple[str, str]] = set()
    for _, _, record in records.every():
        for held, refers in marked(record, Refers):
            if refers.register not in records.unread:
                known, value = getattr(records, refers.register), str(held.value)
                named.add((refers.register, value))
                if held.value not in known and not (refers.or_day and len(value) == DAY):
                    unknown.setdefault((refers.register, value), []).append(held)
    for (name, typed), places in unknown.items():
        known = getattr(records, name)
        near = registers.setdefault(name, Register(known)).meant(typed)
        if near and len(places) > 1 and (name, near) not in named and form_of_family(name).listed:
            yield _mistyped(known[near].at("id"), near, typed, len(places))
        else:
            drafted = {key[-1] for family, key, _ in records.drafts if family == name}
            yield from (_unknown(held, typed, name, near, drafted=typed in drafted) for held in places)


def _mistyped(place: Place, near: str, typed: str, count: int) -> Problem:
    """Tell of an id that nothing names, where several records name one that is nearly the same: the slip is here."""
    fact = f'Nothing names "{near}", and {count} lines name "{typed}", which is not there.'
    fix = f'Type "{typed}" here if it is meant; else add that one.'
    return Problem("unused-id", place, fact, fix, retyped(place, near, typed))


class Register:
    """The ids of one register, and the names that go with them, where there are records."""

    def __init__(self, known: Mapping[str, Record | None]) -> None:
        self.guesses = Guesses(known)
        names = [
            (record_id, str(name))
            for record_id, record in known.items()
            for name in (record_id, *(getattr(record, name, None) for name in _NAMES))
            if name
        ]
        self.named = [(record_id, _words(name)) for record_id, name in names]
        self.spelt = {as_slug(name): record_id for record_id, name in names}
        self.names = Guesses(self.spelt, _NAME_ALIKE)

    def meant(self, typed: str) -> str | None:
        """Give the id of the one record whose name was typed, perhaps with a title or a slip; or the nearest id."""
        words = _words(typed)
        surname = words - _TITLES
        within = [(len(name), record_id) for record_id, name in self.named if name <= words]
        longest = max(within, default=(0, ""))[0]
        found = {record_id for length, record_id in within if length == longest}
        found = found or {record_id for record_id, name in self.named if surname and surname <= name}
        if found:
            return found.pop() if len(found) == 1 else None
        return self.guesses.nearest(as_slug(typed)) or self.spelt.get(self.names.nearest(as_slug(typed)) or "")


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.casefold()))


def _unknown(held: Held, typed: str, register: str, near: str | None, *, drafted: bool) -> Problem:
    form = form_of_family(register)
    what = in_words(form.record)
    if drafted:
        fact = f'The {what} with the id "{typed}" is a draft, and this is not.'
        fix = f'Read the {what} and take out "draft: yes" there; or make this a draft as well.'
        return Problem("draft-named", held.place, fact, fix)
    fact = f'There is no {what} with the id "{typed}".'
    fix = meant(near, f"Add the {what} to {form.where}, or correct the id.") + odd_letter(typed)
    return Problem("unknown-reference", held.place, fact, fix, retyped(held.place, typed, near))
