"""The one way through records: every value that a record holds, and records with others in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeVar

from .base import Record
from .fields import Field, fields_of
from .language import ENGLISH, Worded, is_english, unmarked
from .marks import Wording
from .place import Place

AnyRecord = TypeVar("AnyRecord", bound=Record)


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
    language = record.language or language
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name)
        if value is None:
            continue
        for entry, item in enumerate(value) if isinstance(value, list) else ((None, value),):
            found.append(Held(record, field, entry, item, _spoken(record, field, item, language)))
            if field.inner and isinstance(item, Record):
                _gather(item, language, found)


def _spoken(record: Record, field: Field, value: object, language: str) -> str:
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


def _within(record: Record, new: Callable[[Record], Record | None]) -> dict[str, object]:
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
    values = {**_within(record, lambda inner: changed(inner, change)), **change(record)}
    return record.model_copy(update=values) if values else record


def without(record: AnyRecord, dropped: Callable[[Record], bool]) -> AnyRecord:
    """Give a record without the records within it for which ``dropped`` says so, whole or pruned.

    A record in which nothing is dropped is given as it is.
    """

    def left_of(inner: Record) -> Record | None:
        return None if dropped(inner) or dropped(left := without(inner, dropped)) else left

    values = _within(record, left_of)
    return record.model_copy(update=values) if values else record


def worded(record: AnyRecord, language: str) -> AnyRecord:
    """Give a record in which each text that is not in English alone knows its languages.

    ``language`` is that of the publication. A record in which all is English is given as it is.
    """
    language = record.language or language

    def own(field: Field, entry: int | None, text: str) -> str:
        spoken = _spoken(record, field, text, language)
        alone = {spoken: text} if field.has_language and not is_english(spoken) else {}
        versions = record.versions(field.name, entry) or alone
        return Worded(versions) if versions else text

    values = _within(record, lambda inner: worded(inner, language))
    if record.in_several_languages or not is_english(language):
        values |= _with_texts(record, own)
    return record.model_copy(update=values) if values else record


def in_one_version(record: AnyRecord) -> AnyRecord:
    """Give a record in which each text is a plain one, in the version that the sentences of the software use."""

    def plain(_: Field, __: int | None, text: str) -> str:
        return unmarked(text) if isinstance(text, Worded) else text

    return changed(record, lambda inner: _with_texts(inner, plain))


def _with_texts(record: Record, change: Callable[[Field, int | None, str], str]) -> dict[str, object]:
    """Give the texts of a record itself as ``change`` makes them of field, position and text, where they change."""
    values: dict[str, object] = {}
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name) if field.wording not in (None, Wording.PRIVATE) else None
        if isinstance(value, list):
            texts = [
                change(field, entry, text) if isinstance(text, str) else text for entry, text in enumerate(value)
            ]
            values |= {name: texts} if [*map(id, texts)] != [*map(id, value)] else {}
        elif isinstance(value, str) and (text := change(field, None, value)) is not value:
            values[name] = text
    return values
