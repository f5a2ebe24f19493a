"""The one way through records: every value that a record holds, and records with others in their place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, cast

from .base import AnyRecord, Record
from .fields import Field, Mark, fields_of, marked_fields
from .language import ENGLISH, Worded
from .place import Place


@cache
def _holding(kind: type[Record]) -> tuple[str, ...]:
    """Give the names of the fields of a kind of record that hold other records."""
    return tuple(name for name, field in fields_of(kind).items() if field.inner)


class Held(NamedTuple):
    """A value that a record holds in a field; ``entry`` is its position in a list.

    ``language`` is that of the texts of the record, by the nearest group around it that says one.
    """

    record: Record
    field: Field
    entry: int | None
    value: object
    language: str

    @property
    def place(self) -> Place:
        """Where it was typed."""
        return self.record.at(self.field.name, self.entry)

    @property
    def versions(self) -> Mapping[str, str]:
        """A text in each language in which it stands, by the tag of the language."""
        if isinstance(self.value, Worded):
            return self.value.versions
        return self.record.versions(self.field.name, self.entry) or {self.language: str(self.value)}


def walk(record: Record, language: str = ENGLISH) -> list[Held]:
    """Give every value that a record holds, and after each record within it, everything that this one holds.

    ``language`` is that of the publication, for the texts of which nothing says another.
    """
    found: list[Held] = []
    _gather(record, language, found)
    return found


def _gather(record: Record, language: str, found: list[Held]) -> None:
    language, named = record.language or language, record.model_fields_set
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if value is None:
            continue
        typed = language if name in named else ENGLISH
        for entry, item in enumerate(value) if isinstance(value, list) else ((None, value),):
            own = spoken(record, field, item, language) if field.ours else typed
            found.append(Held(record, field, entry, item, own))
            if isinstance(item, Record):
                _gather(item, language, found)


def spoken(record: Record, field: Field, value: object, language: str) -> str:
    """Give the language of a text in a record whose texts are in ``language``.

    What nobody typed, and words that the software knows, are in English.
    """
    known = field.name not in record.model_fields_set or (field.ours and value in field.ours)
    return ENGLISH if known else language


def records_within(record: Record) -> Iterator[Record]:
    """Give a record and all records within it."""
    yield record
    for name in _holding(type(record)):
        if value := getattr(record, name):
            for item in value if isinstance(value, list) else (value,):
                yield from records_within(item)


def marked(record: Record, mark: type[Mark]) -> Iterator[tuple[Held, Mark]]:
    """Give every value that stands in a record, or in one within it, in a field with a kind of mark; and the mark."""
    for part in records_within(record):
        for name, found in marked_fields(type(part), cast("Hashable", mark)).items():
            value = getattr(part, name)
            for entry, item in enumerate(value) if isinstance(value, list) else ((None, value),):
                if item is not None:
                    yield Held(part, fields_of(type(part))[name], entry, item, ENGLISH), found


def changed_within(record: Record, new: Callable[[Record], Record | None]) -> dict[str, object]:
    """Give the fields of a record in which others stand, with what ``new`` gives for each, as far as they change."""
    values: dict[str, object] = {}
    for name in _holding(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        if isinstance(value, list):
            items = [left for item in value if (left := new(item)) is not None]
            if [*map(id, items)] != [*map(id, value)]:
                values[name] = items
        elif (left := new(value)) is not value:
            values[name] = left
    return values


def changed(record: AnyRecord, change: Callable[[Record], Mapping[str, object]]) -> AnyRecord:
    """Give a record with other values in it and in the records within it: for each, those that ``change`` gives.

    A record in which nothing changes is given as it is.
    """
    values = {**changed_within(record, lambda inner: changed(inner, change)), **change(record)}
    return record.model_copy(update=values) if values else record


def without(record: AnyRecord, dropped: Callable[[Record], bool]) -> AnyRecord:
    """Give a record without the records within it for which ``dropped`` says so, whole or pruned.

    A record in which nothing is dropped is given as it is.
    """

    def left_of(inner: Record) -> Record | None:
        return None if dropped(inner) or dropped(left := without(inner, dropped)) else left

    values = changed_within(record, left_of)
    return record.model_copy(update=values) if values else record
