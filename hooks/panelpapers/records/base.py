"""The ground that every record stands on: frozen, unknown names refused, and it knows where it was typed."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, ClassVar, Final, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, model_validator

from .kinds import Language, Reasons, YesNo
from .language import as_tag, preferred
from .marks import OwnId, Private
from .names import made_id
from .place import NOWHERE, Origin, Place, TypedList, TypedMap
from .problem import slip

AnyRecord = TypeVar("AnyRecord", bound="Record")

_MOST_SHARED: Final = 26
"""How many fields the objects of a class may have and share one table of their names: in CPython some 30 names."""
_named: Final[dict[frozenset[str], set[str]]] = {}
"""The names of the fields that were typed in a record, each set once for all records with the same."""


class _NoEntries(list[Any]):
    """An empty list that stands for all that nobody typed: pydantic copies no default that has a hash."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __reduce__(self) -> str:
        """Be one and the same again, where a record is kept and read back."""
        return "NO_ENTRIES"


class _NoReasons(dict[str, str]):
    """The same of reasons."""

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __reduce__(self) -> str:
        """Be one and the same again, where a record is kept and read back."""
        return "NO_REASONS"


NO_ENTRIES: Final = _NoEntries()
NO_REASONS: Final = _NoReasons()


def group_of(**values: Any) -> TypedMap:
    """Give the group of fields that a value stands for. The record made of it has the place of that value."""
    group = TypedMap(NOWHERE.file, (1, 1, 1))
    group.update(values)
    return group


def work_out(record: Record, **values: object) -> None:
    """Keep with a record what follows from it and from what it stands in; its fields stay as they are."""
    for name, value in values.items():
        object.__setattr__(record, name, value)


class Record(BaseModel):
    """A frozen record. ``at(name)`` says where a field was typed; ``notes`` is for editors and never published.

    What validates a kind of record is built when the first one is read, since many publications lack many kinds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    notes: Private[str] | None = Field(default=None, repr=False)
    """Private remarks for other editors. Never published."""

    known: Private[Reasons] = Field(default=NO_REASONS, repr=False)
    """Warnings about this group that are right as they are: the code of each, with the reason. Never published."""

    language: Language | None = None
    """Language of the texts in this group, and in all groups within it, where it is not that of the publication."""

    def __init_subclass__(cls, **settings: Any) -> None:
        """Let a list that was not typed be one and the same for all records."""
        for name in [name for name, default in vars(cls).items() if default == []]:
            setattr(cls, name, NO_ENTRIES)
        super().__init_subclass__(**settings)

    _origin: ClassVar[Origin | None] = None
    """Where it was typed, kept with each record that was read from a file."""

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        return _as_read(record, value) if isinstance(value, TypedMap) else record

    def __getstate__(self) -> dict[Any, Any]:
        """Give what is to be kept of it: not what nobody typed, which is the same for all records of its class."""
        fields = type(self).model_fields
        values = vars(self).items()
        kept = {name: value for name, value in values if name not in fields or value is not fields[name].default}
        return {"values": kept, "named": tuple(sorted(self.__pydantic_fields_set__))}

    def __setstate__(self, state: dict[Any, Any]) -> None:
        """Be as it was kept, in as little room as when it was read first."""
        put, kept = object.__setattr__, state["values"]
        for name, field in type(self).model_fields.items():
            put(self, name, kept.pop(name) if name in kept else field.default)
        for name, value in kept.items():
            put(self, name, value)
        named = frozenset(state["named"])
        put(self, "__pydantic_extra__", None)
        put(self, "__pydantic_private__", None)
        put(self, "__pydantic_fields_set__", _named.setdefault(named, {*named}))

    def at(self, field: str | None = None, entry: int | str | None = None) -> Place:
        """Say where this record was typed, or the value of one of its fields, or one entry in it."""
        if self._origin is None:
            return NOWHERE
        about = type(self).model_fields.get(field or "")
        return self._origin.at((about and about.alias) or field or "", entry)

    @property
    def in_several_languages(self) -> bool:
        """Whether a text of this record itself may have been typed in several languages."""
        return bool(self._origin and self._origin.groups)

    def versions(self, field: str, entry: int | None = None) -> Mapping[str, str]:
        """Give what a text says in each language, by its tag, where it was typed in several; else nothing."""
        if not self._origin or not self._origin.groups:
            return {}
        typed: Any = self._origin.groups.get(field)
        if isinstance(typed, TypedList) and entry is not None and entry < len(typed):
            typed = typed[entry]
        if not isinstance(typed, TypedMap) or not any(map(as_tag, typed)):
            return {}
        versions = {as_tag(tag) or tag: str(text).strip() for tag, text in typed.items()}
        value = getattr(self, field) if entry is None else getattr(self, field)[entry]
        return versions if preferred(versions)[1] == value else {}  # another text may stand there by now

    def every_place(self) -> Iterator[Place]:
        """Give every place of this record itself: where it begins, and where each of its values stands."""
        yield from self._origin.every_place() if self._origin else (NOWHERE,)

    def __eq__(self, other: object) -> bool:
        """Two records are equal when they say the same, wherever they were typed."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self).model_fields)

    def __hash__(self) -> int:
        """Hash by what the record says."""
        return hash(tuple(repr(getattr(self, name)) for name in type(self).model_fields))


class WithId(Record):
    """A record with an id of its own. Where none is typed, it is made of the first words of what the record says."""

    made_of: ClassVar[str]
    """The field whose words it is made of."""

    id: OwnId = ""
    """Short id, which becomes part of an address. Left out, it is made of the name, the title or the first words."""

    @model_validator(mode="after")
    def _make_id(self) -> Self:
        """Make an id where none was typed. Raises a slip where no letter of ours is there to make it of."""
        if not self.id:
            made = made_id(getattr(self, self.made_of) or "")
            if not made:
                fact = f'There is no "id", and none can be made of "{self.made_of}".'
                raise slip("id-form", fact, "Add id: with small letters, digits and hyphens.")
            work_out(self, id=made)
        return self

    @property
    def id_typed(self) -> bool:
        """Whether somebody typed the id."""
        return "id" in self.model_fields_set


class Draftable(Record):
    """A record that may wait for a person: one that was made from a clerk's own files, as a rule."""

    draft: YesNo = False
    """Whether it waits for a person. Of a draft nothing is published or counted, until this line is taken out."""


@cache
def meanings(kind: type[Record]) -> Mapping[str, str]:
    """Give what belongs in each field of a kind of record, by its name: the text below the field in the source.

    Sources are read when somebody asks. ``use_attribute_docstrings`` of pydantic reads them all at every start.
    """
    told: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if issubclass(base, Record):
            told |= _texts_below_fields(base.__module__).get(base.__name__, {})
    return told


@cache
def _texts_below_fields(module: str) -> Mapping[str, Mapping[str, str]]:
    """Give the texts of each class of a module, by its name: of the source nothing else is kept."""
    parts = ast.parse(inspect.getsource(sys.modules[module])).body
    return {part.name: dict(_below_fields(part)) for part in parts if isinstance(part, ast.ClassDef)}


def _below_fields(part: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field_and_text in pairwise(part.body):
        match field_and_text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, inspect.cleandoc(text)


@cache
def _holding(kind: type[Record]) -> tuple[str, ...]:
    """Give the fields of a kind of record that hold another record where nothing was typed."""
    return tuple(name for name, field in kind.model_fields.items() if isinstance(field.default, Record))


def _as_read(made: AnyRecord, typed: TypedMap) -> AnyRecord:
    """Give a record as it is kept: it knows where it was typed, and takes little room.

    Fields are set one by one and always in one order, since the objects of a class then share one table of their
    names, as long as these are not too many.
    """
    kind, values, named, put = type(made), made.__dict__, made.__pydantic_fields_set__, object.__setattr__
    record, origin = made, Origin(typed, values)
    if len(values) <= _MOST_SHARED:
        record = kind.__new__(kind)
        for name, value in values.items():
            put(record, name, value)
        put(record, "__pydantic_extra__", None)
        put(record, "__pydantic_private__", None)
    put(record, "__pydantic_fields_set__", _named.setdefault(frozenset(named), named))
    put(record, "_origin", origin)
    for name in (*named, *_holding(kind)):
        inner = values[name]
        if type(inner) is not str and isinstance(inner, Record) and inner.at().file == NOWHERE.file:
            inner = inner if name in named else inner.model_copy()
            put(inner, "_origin", (inner._origin or Origin(group_of(), {})).moved(record.at(name)))
            put(record, name, inner)
    return record
