"""Whatever points to an agenda item or a minute, by its number or its id; and to a person, by their name or id.

In the end each points by one thing: by the key of the entry, and by the id of the person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from .base import Record
from .fields import kinds_within, marked_fields
from .marks import MayName, Points, Refers
from .numbers import Numbered
from .person_names import PeopleByName
from .publication import Records
from .walk import Held, changed, marked

Document = tuple[str, str]
"""An agenda or minutes: the family of records, and the id of the meeting."""


class Pointer(NamedTuple):
    """A value that points to an entry of a document."""

    document: Document
    held: Held


def pointers(records: Records) -> Iterator[Pointer]:
    """Give every value that points to an agenda item or a minute."""
    for _, key, record in records.every():
        for held, points in marked(record, Points):
            yield Pointer((points.family, meeting_meant(held.record, key)), held)


def meeting_meant(record: Record, key: tuple[str, ...]) -> str:
    """Give the meeting whose items and minutes a record means: the one it names, else the one that it belongs to."""
    return getattr(record, "meeting", None) or (*key, "")[0]


def entries_of(records: Records) -> Mapping[Document, tuple[Numbered, ...]]:
    """Give the entries of every agenda and of all minutes, each document's in their order."""
    return {
        **{("agendas", meeting_id): agenda.every_item for meeting_id, agenda in records.agendas.items()},
        **{("minutes", meeting_id): minutes.every_minute for meeting_id, minutes in records.minutes.items()},
    }


def led_by_keys(records: Records) -> Records:
    """Give records in which what points to an entry by its number points by its id, where the entry has both."""
    named = {document: _other_names(entries) for document, entries in entries_of(records).items()}
    if not any(named.values()):
        return records

    def instead(record: Record, key: tuple[str, ...]) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, points in marked_fields(type(record), Points).items():
            if value := getattr(record, name):
                keys, many = named.get((points.family, meeting_meant(record, key)), {}), isinstance(value, list)
                meant = [keys.get(pointer, pointer) for pointer in (value if many else [value])]
                found |= {name: meant if many else meant[0]} if meant != value and meant != [value] else {}
        return found

    return records.with_each(lambda key, record: changed(record, lambda part: instead(part, key)))


def _other_names(entries: tuple[Numbered, ...]) -> Mapping[str, str]:
    """Give the key of each entry that has an id by that of its number, where no other entry is known by that."""
    known = Counter(name for entry in entries for name in {entry.key, entry.number_key})
    return {
        entry.number_key: entry.key
        for entry in entries
        if entry.number_key not in ("", entry.key) and known[entry.number_key] == 1
    }


def led_by_ids(records: Records) -> Records:
    """Give records in which each person who was named by a name that nobody else has is named by their id.

    What two people may be called, and what is nobody's name, stays as it was typed: a rule tells of it.
    """
    people, by_name = records.people, PeopleByName.of(records.people)
    if not people:
        return records

    def ids_of(names: Sequence[str]) -> list[str]:
        found: list[str] = []
        left = list(names)
        while left:
            # A list with commas between its names was divided within "Ash, Ann", too.
            both = () if left[0] in people else by_name.named(", ".join(left[:2]))
            both = both if len(both) == 1 and len(left) > 1 else ()
            meant = (left[0],) if left[0] in people else both or by_name.called(left[0])
            found.append(meant[0] if len(meant) == 1 else left[0])
            left = left[2 if both else 1 :]
        return found

    def instead(part: Record) -> dict[str, object]:
        found: dict[str, object] = {}
        for name in _naming_people(type(part)):
            value = getattr(part, name)
            if isinstance(value, list) and not people.keys() >= {*value}:
                found[name] = ids_of(value)
            elif isinstance(value, str) and value not in people:
                found[name] = ids_of([value])[0]
        for name, mark in marked_fields(type(part), MayName).items():
            if (typed := getattr(part, name)) and len(meant := by_name.called(typed, titled=True)) == 1:
                found |= {name: None, mark.id_field: meant[0]}
        return {name: value for name, value in found.items() if value != getattr(part, name)}

    return records.with_each(lambda _, record: changed(record, instead) if _may_name(type(record)) else record)


@cache
def _naming_people(kind: type[Record]) -> tuple[str, ...]:
    """Give the fields of a kind of record that hold ids of people."""
    return tuple(name for name, refers in marked_fields(kind, Refers).items() if refers.register == "people")


@cache
def _may_name(kind: type[Record]) -> bool:
    """Whether a person can be named in a kind of record, or in one within it."""
    return any(_naming_people(part) or marked_fields(part, MayName) for part in kinds_within(kind))
