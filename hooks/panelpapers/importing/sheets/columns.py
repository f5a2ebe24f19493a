"""What the columns of a sheet are: fields of records, by their names and by other words for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ...records.base import Record
from ...records.fields import Field, fields_of
from ...records.marks import Age, Wording
from ..parts import Part, Source
from .tables import Row, Table, plain_words, reference

_ASIDE: Final = re.compile(r"\s*[\[(][^\])]*[\])]\s*\Z")


@dataclass(frozen=True, slots=True)
class Slot:
    """A field that a column holds. ``group`` is the one in which it is: ``source``, or nothing."""

    field: Field
    group: str = ""

    @property
    def name(self) -> str:
        """Its name as it is typed, after that of its group: ``source.title``."""
        return f"{self.group}.{self.field.typed}" if self.group else self.field.typed


def slots_of(kind: type[Record], **groups: str) -> Mapping[str, Slot]:
    """Give the fields of a kind of record that a cell can hold, by the words of headings that mean them.

    ``groups`` are fields that hold a group, each with the one of its fields that is meant where the group alone is
    named: ``source="title"``.
    """
    found: dict[str, Slot] = {}
    for field in fields_of(kind).values():
        if field.typed in groups and field.inner:
            for name, slot in slots_of(field.inner).items():
                found[f"{field.typed} {name}"] = Slot(slot.field, field.typed)
                if slot.field.typed == groups[field.typed]:
                    found.update(dict.fromkeys((field.typed, *field.also_called), Slot(slot.field, field.typed)))
        elif field.inner is None and not field.mark(Age) and field.mark(Wording) is not Wording.PRIVATE:
            for name in (field.typed, *field.also_called):
                found[plain_words(name.replace("_", " "))] = Slot(field)
    return {plain_words(name.replace("_", " ")): slot for name, slot in found.items()}


def slot_in(slots: Mapping[str, Slot], heading: str) -> Slot | None:
    """Give the field that a heading means, with or without what stands in brackets behind it."""
    return slots.get(plain_words(heading)) or slots.get(plain_words(_ASIDE.sub("", heading)))


def aside(heading: str) -> str:
    """Give what stands in brackets at the end of a heading, such as a unit; or nothing."""
    found = _ASIDE.search(heading)
    return found[0].strip()[1:-1].strip() if found else ""


def tables_in(source: Source) -> Iterator[tuple[Part, str, str]]:
    """Give each table of a source, with how people find it and the title of its sheet."""
    title = ""
    for part in source.parts:
        if part.kind == "heading":
            title = part.text
        elif part.kind == "table":
            yield part, f"{source.name}, sheet “{title}”" if title else source.name, title


def filled(table: Table[Slot], row: Row) -> Iterator[tuple[Slot, str, str]]:
    """Give the fields that a row fills, each with its text and the cell."""
    for column, heading in table.columns.items():
        if heading.what and (text := row.text(column)):
            yield heading.what, text, f"{table.where}, cell {reference(row.number, column)}"
