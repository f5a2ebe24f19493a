"""Whatever is mentioned by its id must be there: people, bodies, matters, meetings, indicators.

A person may be mentioned by their name instead, where nobody else has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import dropwhile
from typing import Final

from ..facts.dossier import Dossier
from ..reading.guessing import Guesses
from ..reading.quoting import as_typed
from ..records.attendance import Attendance
from ..records.base import Record
from ..records.forms import form_of_family, in_words
from ..records.marks import MayName, Refers
from ..records.names import as_slug, made_id, odd_letter
from ..records.person_names import TITLES, PeopleByName
from ..records.place import Place
from ..records.problem import Problem, Severity
from ..records.publication import Records
from ..records.walk import Held, marked
from .findings import advice, line_at, meant, retyped

DAY: Final = len("2026-01-05")
_NAMES: Final = ("name", "short_name", "title", "measure")
"""What a record is known by to people."""
_WORD: Final = re.compile(r"[^\W_]+")
_WITH_ROLE: Final = re.compile(r"(?P<name>[^()]+)\((?P<role>[^()]+)\)|(?P<named>[^()]+), (?P<after>[^(),]+)")
"""A name, and a role in brackets or after a comma."""
_NAME_ALIKE: Final = 0.8
"""How alike two whole names must be: they share more than ids do, as committees."""


def unknown_reference(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each id that no record has, with the id that was probably meant; of several people, with all of them.

    Where a name was typed, such as Finance Committee, that is the id of the one record of that name.
    """
    records, registers = dossier.records, dict[str, Register]()
    drafted = {(family, key[-1]) for family, key, _ in records.drafts}
    for (name, typed), places in _unknown_ids(records).items():
        register = registers.setdefault(name, Register(getattr(records, name)))
        if not drafted.isdisjoint({(name, typed), (name, made_id(typed))}):
            yield from (_of_a_draft(held.place, typed, name) for held in places)
            continue
        if several := dossier.by_name.called(typed) if name == "people" else ():
            yield from (_of_several(held.place, typed, several) for held in places)
            continue
        near = register.meant(typed)
        lost = near is not None and register.says_more(typed, near)
        for held in places:
            line = _with_role(held, typed, dossier.by_name) if lost else retyped(held.place, typed, near)
            yield _unknown(held, typed, name, near, line)


def _unknown_ids(records: Records) -> dict[tuple[str, str], list[Held]]:
    """Give every register and id that is mentioned and that no record has, with where that is."""
    unknown: dict[tuple[str, str], list[Held]] = {}
    for _, _, record in records.every():
        for held, refers in marked(record, Refers):
            known, value = getattr(records, refers.register), str(held.value)
            if refers.register in records.unread or held.value in known or (refers.or_day and len(value) == DAY):
                continue
            unknown.setdefault((refers.register, value), []).append(held)
    return unknown


def _with_role(held: Held, typed: str, by_name: PeopleByName) -> str | None:
    """Give the line of somebody who was there with their id, and below it the role that stood after their name."""
    found = _WITH_ROLE.fullmatch(typed)
    meant = by_name.named(found["name"] or found["named"]) if found else ()
    before = re.fullmatch(r"(\s*(?:- )?)person: *", line_at(held.place)[: held.place.column - 1])
    if not (found and before and len(meant) == 1 and isinstance(held.record, Attendance) and not held.record.role):
        return None
    line = retyped(held.place, typed, meant[0])
    return f"{line}\n{' ' * len(before[1])}role: {as_typed(found['role'] or found['after'])}" if line else None


def _of_several(place: Place, typed: str, several: tuple[str, ...], severity: Severity = "error") -> Problem:
    fact = f'{len(several)} people could be meant by "{typed}".'
    fix = f"Write the id of the one who is meant: {' or '.join(several)}."
    ways = (retyped(place, typed, person_id) for person_id in several)
    perhaps = tuple(way for way in ways if way)
    return Problem("name-of-several", place, fact, fix, severity=severity, perhaps=perhaps)


def owner_named(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each owner or mover whose name two people have; advise on one who is nearly somebody's name.

    One name that one person has was taken for that person as it was read; other words are an office, a role or a
    group. A group has no name of a person in it.
    """
    records, register = dossier.records, Register(dossier.records.people)
    for held in (held for _, _, record in records.every() for held, _ in marked(record, MayName)):
        typed = str(held.value)
        if held.value is None or typed in records.people or dossier.lives.named(typed):
            continue
        if several := dossier.by_name.called(typed, titled=True):
            yield _of_several(held.place, typed, several, "warning")
            continue
        near, within = register.spelt_nearly(typed), register.held_in(typed) if held.field.name == "group" else []
        if named := near or next(iter(within), None):
            fact = f'"{typed}" is nearly the name of somebody with the id "{named}".'
            fact = fact if near else f'"{typed}" has words of the name of somebody in it, with the id "{named}".'
            fix = "Write the id, or the name as it stands among the people, if that person is meant."
            alone = near or (len(within) == 1 and not register.says_more(typed, named))
            yield advice(
                "owner-nearly-named", held.place, fact, fix, retyped(held.place, typed, named if alone else None)
            )


def mistyped_where_given(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each number and id that was mistyped where it is given, since others name what was meant."""
    for slip in dossier.mistyped:
        count = len(set(slip.uses))
        named = f"{count} lines name" if count > 1 else "a line names"
        fact = f'This is "{slip.given}", and {named} "{slip.meant}", which is not there.'
        here = f'Type "{slip.meant}" here' if slip.typed else f'Call this file "{slip.meant}.yml"'
        fix = f"{here} if it is meant; else correct what names it."
        line = retyped(slip.place, slip.typed, slip.meant) if slip.typed else None
        yield Problem("unused-id", slip.place, fact, fix, line)


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
        if found := self.held_in(typed):
            return found[0] if len(found) == 1 else None
        return self.guesses.nearest(as_slug(typed)) or self.spelt_nearly(typed)

    def held_in(self, typed: str) -> list[str]:
        """Give the ids of the records whose name stands in what was typed, or has all of it but titles."""
        words = _words(typed)
        surname = words - TITLES
        within = [(len(name), record_id) for record_id, name in self.named if name <= words]
        longest = max(within, default=(0, ""))[0]
        found = {record_id for length, record_id in within if length == longest}
        found = found or {record_id for record_id, name in self.named if surname and surname <= name}
        return sorted(found)

    def spelt_nearly(self, typed: str) -> str | None:
        """Give the id of the record whose name was typed with a slip, perhaps after a title."""
        words = [word for word in as_slug(typed).split("-") if word not in TITLES]
        near = self.names.nearest("-".join(words)) if len(words) > 1 else None
        return self.spelt.get(near or "")

    def says_more(self, typed: str, meant: str) -> bool:
        """Whether more was typed than a name after a title, such as a role in brackets, which would be lost."""
        words = frozenset(dropwhile(TITLES.__contains__, _WORD.findall(typed.casefold())))
        return any(name < words for record_id, name in self.named if record_id == meant)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _of_a_draft(place: Place, typed: str, register: str) -> Problem:
    what = in_words(form_of_family(register).record)
    fact = f'The {what} with the id "{typed}" is a draft, and this is not.'
    fix = f'Read the {what} and take out "draft: yes" there; or make this a draft as well.'
    return Problem("draft-named", place, fact, fix)


def _unknown(held: Held, typed: str, register: str, near: str | None, line: str | None) -> Problem:
    form = form_of_family(register)
    what = in_words(form.record)
    known_by = "id or the name" if register == "people" else "id"
    fact = f'There is no {what} with the {known_by} "{typed}".'
    fix = meant(near, f"Add the {what} to {form.where}, or correct the id.") + odd_letter(typed)
    return Problem("unknown-reference", held.place, fact, fix, line)
