"""Whatever points to an agenda item or a minute: by its number or by its id, and always in the end by its key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .base import Record
from .fields import marked_fields
from .marks import Points
from .numbers import Numbered
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
