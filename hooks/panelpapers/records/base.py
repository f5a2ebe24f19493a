"""The ground that every record stands on: frozen, unknown names refused, and it knows where it was typed."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator

from .kinds import Language, Reasons
from .language import as_tag, preferred
from .marks import Private
from .place import Place, TypedList, TypedMap

NOWHERE = Place("(not from a file)")


def group_of(**values: Any) -> TypedMap:
    """Give the group of fields that a value stands for. The record made of it has the place of that value."""
    group = TypedMap(NOWHERE)
    group.update(values)
    return group


class Record(BaseModel):
    """A frozen record. ``at(name)`` says where a field was typed; ``notes`` is for editors and never published.

    What validates a kind of record is built when the first one is read, since many publications lack many kinds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    notes: Private[str] | None = Field(default=None, repr=False)
    """Private remarks for other editors. Never published."""

    known: Private[Reasons] = Field(default={}, repr=False)
    """Warnings about this group that are right as they are: the code of each, with the reason. Never published."""

    language: Language | None = None
    """Language of the texts in this group, and in all groups within it, where it is not that of the publication."""

    _place: Place = PrivateAttr(default_factory=lambda: NOWHERE)
    _fields_at: Mapping[str, Place] = PrivateAttr(default_factory=dict)
    _typed: Mapping[str, TypedList | TypedMap] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(value, TypedMap):
            record._place = value.place
            record._fields_at = value.values_at
            record._typed = {name: typed for name, typed in value.items() if isinstance(typed, (TypedList, TypedMap))}
            for name, inner in record:
                if isinstance(inner, Record) and inner._place is NOWHERE:
                    inner._place = record.at(name)
        return record

    def at(self, field: str | None = None, entry: int | str | None = None) -> Place:
        """Say where this record was typed, or the value of one of its fields, or one entry in it."""
        about = type(self).model_fields.get(field or "")
        field = (about and about.alias) or field or ""
        typed = self._typed.get(field)
        if isinstance(typed, TypedList) and isinstance(entry, int) and entry < len(typed.entries_at):
            return typed.entries_at[entry]
        if isinstance(typed, TypedMap) and entry in typed.names:
            return (typed.names if field == "known" else typed.values_at)[str(entry)]
        return self._fields_at.get(field, self._place)

    def versions(self, field: str, entry: int | None = None) -> Mapping[str, str]:
        """Give what a text says in each language, by its tag, where it was typed in several; else nothing."""
        typed: Any = self._typed.get(field)
        if isinstance(typed, TypedList) and entry is not None and entry < len(typed):
            typed = typed[entry]
        if not isinstance(typed, TypedMap) or not any(map(as_tag, typed)):
            return {}
        versions = {as_tag(tag) or tag: str(text).strip() for tag, text in typed.items()}
        value = getattr(self, field) if entry is None else getattr(self, field)[entry]
        return versions if preferred(versions)[1] == value else {}  # another text may stand there by now

    def every_place(self) -> Iterator[Place]:
        """Give every place of this record itself: where it begins, and where each of its values stands."""
        yield self._place
        yield from self._fields_at.values()
        for typed in self._typed.values():
            yield from typed.entries_at if isinstance(typed, TypedList) else ()

    def __eq__(self, other: object) -> bool:
        """Two records are equal when they say the same, wherever they were typed."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self).model_fields)

    def __hash__(self) -> int:
        """Hash by what the record says."""
        return hash(tuple(repr(getattr(self, name)) for name in type(self).model_fields))


@cache
def meanings(kind: type[Record]) -> Mapping[str, str]:
    """Give what belongs in each field of a kind of record, by its name: the text below the field in the source.

    Sources are read when somebody asks. ``use_attribute_docstrings`` of pydantic reads them all at every start.
    """
    told: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        lines = _classes(base.__module__).get(base.__name__, ()) if issubclass(base, Record) else ()
        for field_and_text in pairwise(lines):
            match field_and_text:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    told[name] = inspect.cleandoc(text)
    return told


@cache
def _classes(module: str) -> Mapping[str, list[ast.stmt]]:
    """Give what stands in each class of a module, by the name of the class."""
    whole = ast.parse(inspect.getsource(sys.modules[module]))
    return {part.name: part.body for part in whole.body if isinstance(part, ast.ClassDef)}
