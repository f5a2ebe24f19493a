"""The ground that every record stands on: frozen, unknown names refused, and it knows where it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator

from .marks import Private
from .place import Place, TypedList, TypedMap

NOWHERE = Place("(not from a file)")


class Record(BaseModel):
    """A frozen record. ``at(name)`` says where a field was typed; ``notes`` is for editors and never published."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    notes: Private[str] | None = Field(default=None, repr=False)
    """Private remarks for other editors. Never published."""

    _place: Place = PrivateAttr(default_factory=lambda: NOWHERE)
    _fields_at: Mapping[str, Place] = PrivateAttr(default_factory=dict)
    _entries_at: Mapping[str, list[Place]] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(value, TypedMap):
            record._place = value.place
            record._fields_at = value.values_at
            record._entries_at = {
                name: typed.entries_at for name, typed in value.items() if isinstance(typed, TypedList)
            }
        return record

    def at(self, field: str | None = None, entry: int | None = None) -> Place:
        """Say where this record was typed, or the value of one of its fields, or one entry of a field's list."""
        entries = self._entries_at.get(field or "", [])
        if entry is not None and entry < len(entries):
            return entries[entry]
        return self._fields_at.get(field or "", self._place)

    def __eq__(self, other: object) -> bool:
        """Two records are equal when they say the same, wherever they were typed."""
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self).model_fields)

    def __hash__(self) -> int:
        """Hash by what the record says."""
        return hash(tuple(repr(getattr(self, name)) for name in type(self).model_fields))
