"""The one way through records: what each field is by its declaration, and every value that a record holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from .base import Record
from .kinds import read_passage
from .language import ENGLISH, Worded, is_english, unmarked
from .marks import AlsoCalled, Ours, WhenExempt, Wording
from .place import Place

AnyRecord = TypeVar("AnyRecord", bound=Record)
Mark = TypeVar("Mark")


@dataclass(frozen=True)
class Field:
    """A field as it was declared."""

    name: str
    about: FieldInfo

    @property
    def typed(self) -> str:
        """Its name as people type it: one that is a word of Python, such as ``from``, has an alias for that."""
        return self.about.alias or self.name

    @property
    def required(self) -> bool:
        """Whether it may not be left out."""
        return self.about.is_required()

    @property
    def meaning(self) -> str:
        """What belongs there, in the words of the guide."""
        return self.about.description or ""

    @cached_property
    def marks(self) -> tuple[object, ...]:
        """Everything that its type hint says of it or of the entries of its list: readers and marks."""
        within = (mark for part in self.parts for mark in getattr(part, "__metadata__", ()))
        return (*self.about.metadata, *within)

    def mark(self, kind: type[Mark]) -> Mark | None:
        """Give the mark of a kind that it bears, if it does."""
        return next((mark for mark in self.marks if isinstance(mark, kind)), None)

    @property
    def also_called(self) -> tuple[str, ...]:
        """Other words that people have for it."""
        called = self.mark(AlsoCalled)
        return called.words if called else ()

    @cached_property
    def readers(self) -> tuple[Callable[..., Any], ...]:
        """The functions that read what is typed here."""
        return tuple(mark.func for mark in self.marks if isinstance(mark, BeforeValidator))

    @cached_property
    def wording(self) -> Wording | None:
        """Whose words its text is made of, if it holds text."""
        return self.mark(Wording)

    @cached_property
    def has_language(self) -> bool:
        """Whether it holds text in the language of its group: no number as printed, no short form, no link."""
        return self.wording not in (None, Wording.LABEL, Wording.LINK, Wording.PRIVATE)

    @cached_property
    def passage(self) -> bool:
        """Whether it holds a text in sentences, and not a line such as a title or a name."""
        return read_passage in self.readers

    @cached_property
    def inner(self) -> type[Record] | None:
        """The kind of record that it holds, if it holds records."""
        kinds = (part for part in self.parts if isinstance(part, type) and issubclass(part, Record))
        return next(kinds, None)

    @cached_property
    def many(self) -> bool:
        """Whether it holds a list."""
        return any(get_origin(part) is list for part in self.parts)

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The words of which one belongs here, where only some do."""
        return next((get_args(part) for part in self.parts if get_origin(part) is Literal), ())

    @cached_property
    def kept_back(self) -> bool:
        """Whether an item that is taken without the public must not have it: it could tell what the item is about."""
        within = kinds_within(self.inner) if self.inner else ()
        told = (self, *(field for kind in within for field in fields_of(kind).values()))
        says = any(field.wording not in (None, Wording.PRIVATE) for field in told)
        return says and self.mark(WhenExempt) is None

    @cached_property
    def parts(self) -> tuple[Any, ...]:
        """Its type hint and everything that the hint is made of."""
        return tuple(_parts(self.about.annotation))


def _parts(hint: Any) -> Iterator[Any]:  # what a type hint is made of has no type of its own
    """Give a type hint and everything that it is made of, outside first."""
    yield hint
    if get_origin(hint) is not Literal:
        for part in (hint.__origin__,) if hasattr(hint, "__metadata__") else get_args(hint):
            yield from _parts(part)


@cache
def fields_of(kind: type[Record]) -> Mapping[str, Field]:
    """Give the fields of a kind of record by their names, in the order of the form.

    What it shares with kinds that say so comes last.
    """
    last = {name for base in kind.__mro__[1:] if vars(base).get("comes_last") for name in base.__annotations__}
    return {name: Field(name, kind.model_fields[name]) for name in sorted(kind.model_fields, key=last.__contains__)}


@cache
def typed_fields(kind: type[Record]) -> Mapping[str, Field]:
    """Give the fields of a kind of record by their names as people type them."""
    return {field.typed: field for field in fields_of(kind).values()}


@cache
def kinds_within(kind: type[Record]) -> tuple[type[Record], ...]:
    """Give a kind of record and all kinds that it is made of, each once, in the order in which they appear."""
    found = [kind]
    for part in found:
        inner = (field.inner for field in fields_of(part).values())
        found += dict.fromkeys(inside for inside in inner if inside and inside not in found)
    return tuple(found)


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
    ours = field.mark(Ours)
    known = field.name not in record.model_fields_set or (ours and value in ours.words)
    return ENGLISH if known else language


def records_within(record: Record) -> Iterator[Record]:
    """Give a record and all records within it."""
    yield record
    for name, field in fields_of(type(record)).items():
        if field.inner and (value := getattr(record, name)):
            for item in value if isinstance(value, list) else (value,):
                yield from records_within(item)


def _within(record: Record, new: Callable[[Record], Record | None]) -> dict[str, object]:
    """Give the fields of a record in which others stand, with what ``new`` gives for each, as far as they change."""
    values: dict[str, object] = {}
    for name, field in fields_of(type(record)).items():
        value = getattr(record, name) if field.inner else None
        if isinstance(value, list):
            items = [left for item in value if (left := new(item)) is not None]
            if [*map(id, items)] != [*map(id, value)]:
                values[name] = items
        elif value and (left := new(value)) is not value:
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

    values = {**_within(record, lambda inner: worded(inner, language)), **_with_texts(record, own)}
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
