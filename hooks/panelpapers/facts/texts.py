"""Every text of the records that a reader sees, each with the record, the field and the place that it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.base import Record
from ..records.forms import FORMS
from ..records.marks import Wording
from ..records.place import Place
from ..records.publication import Records
from ..records.walk import Field, walk

_NOT_READ = (None, Wording.LABEL, Wording.PRIVATE)
_OF_A_MEETING = frozenset(form.family for form in FORMS if form.of_a_meeting)


@dataclass(frozen=True, slots=True)
class Text:
    """A text as typed, with the family of records that it was found in, and its meeting where it belongs to one."""

    text: str
    record: Record
    field: Field
    place: Place
    family: str
    meeting_id: str | None = None

    @property
    def note(self) -> bool:
        """Whether it is an editor's note, and not what the papers say."""
        return self.field.wording is Wording.NOTE


def every_text(records: Records) -> Iterator[Text]:
    """Give every text of all records."""
    for family, key, record in records.every():
        yield from texts_of(record, family, key[0] if family in _OF_A_MEETING else None)


def texts_of(record: Record, family: str, meeting_id: str | None = None) -> Iterator[Text]:
    """Give the texts of a record and of the records in it, in the order of their fields."""
    for held in walk(record):
        if isinstance(held.value, str) and held.field.wording not in _NOT_READ:
            yield Text(held.value, held.record, held.field, held.place, family, meeting_id)
