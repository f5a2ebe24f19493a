"""What each field of a record is by its declaration: whose words it holds, whose id, which kind of record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from .base import Record, meanings
from .kinds import Takes, read_passage
from .marks import AlsoCalled, Ours, WhenExempt, Wording

Mark = TypeVar("Mark")


@dataclass(frozen=True)
class Field:
    """A field as it was declared."""

    name: str
    about: FieldInfo
    kind: type[Record]

    @property
    def typed(self) -> str:
        """Its name as people type it: one that is a word of Python, such as ``from``, has an alias for that."""
        return self.about.alias or self.name

    @property
    def required(self) -> bool:
        """Whether it may not be left out."""
        return self.about.is_required()

    @cached_property
    def meaning(self) -> str:
        """What belongs there, in the words of the guide."""
        return meanings(self.kind).get(self.name, "")

    @cached_property
    def marks(self) -> tuple[object, ...]:
        """Everything that its type hint says of it or of the entries of its list: readers and marks."""
        within = (mark for part in self.parts for mark in getattr(part, "__metadata__", ()))
        return (*self.about.metadata, *within)

    def mark(self, kind: type[Mark]) -> Mark | None:
        """Give the mark of a kind that it bears, if it does: the first of several."""
        mark = self._by_kind.get(kind)
        return mark if isinstance(mark, kind) else None

    @cached_property
    def _by_kind(self) -> Mapping[type, object]:
        return {type(mark): mark for mark in reversed(self.marks)}

    @cached_property
    def readers(self) -> tuple[Callable[..., Any], ...]:
        """The functions that read what is typed here."""
        return tuple(mark.func for mark in self.marks if isinstance(mark, BeforeValidator))

    @cached_property
    def wording(self) -> Wording | None:
        """Whose words its text is made of, if it holds text."""
        return self.mark(Wording)

    @cached_property
    def also_called(self) -> tuple[str, ...]:
        """Other words that people have for it."""
        called = self.mark(AlsoCalled)
        return called.words if called else ()

    @cached_property
    def ours(self) -> frozenset[str]:
        """Words of the software that may stand here."""
        mark = self.mark(Ours)
        return mark.words if mark else frozenset()

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
    def takes_no_words(self) -> bool:
        """Whether it holds a list or a group, and no word or sentence can be typed after its name."""
        return (self.many or self.inner is not None) and not any(
            isinstance(mark, BeforeValidator) for mark in self._of_the_whole
        )

    @cached_property
    def in_words(self) -> Takes | None:
        """What words may be typed in place of its list or group, where a mark says so."""
        if not (self.many or self.inner) or self.takes_no_words:
            return None
        return next((mark for mark in self._of_the_whole if isinstance(mark, Takes)), None)

    @cached_property
    def _of_the_whole(self) -> tuple[object, ...]:
        """What its type hint says of it, and not of the entries of its list alone."""
        whole = takewhile(lambda part: get_origin(part) is not list, self.parts)
        return (*self.about.metadata, *(mark for part in whole for mark in getattr(part, "__metadata__", ())))

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
    names = sorted(kind.model_fields, key=last.__contains__)
    return {name: Field(name, kind.model_fields[name], kind) for name in names}


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


@cache
def marked_fields(kind: type[Record], mark: type[Mark]) -> Mapping[str, Mark]:
    """Give the fields of a kind of record that bear a kind of mark, by their names, each with the mark."""
    marks = ((name, field.mark(mark)) for name, field in fields_of(kind).items())
    return {name: found for name, found in marks if found is not None}


@cache
def names_within(kind: type[Record]) -> tuple[frozenset[str], ...]:
    """Give the names of fields as people type them, of a kind of record and of each that it is made of."""
    return tuple(frozenset(typed_fields(part)) for part in kinds_within(kind))


@cache
def lists_within(kind: type[Record]) -> frozenset[str]:
    """Give those of these names after which no words are typed, whatever kind of record they stand in."""
    fields = [field for part in kinds_within(kind) for field in typed_fields(part).values()]
    with_words = {field.typed for field in fields if not field.takes_no_words}
    return frozenset(field.typed for field in fields) - with_words
