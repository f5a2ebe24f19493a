"""Every text of the records that a reader sees, each with the record, the field and the place that it stands in."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..records.base import Record
from ..records.fields import Field
from ..records.forms import FORMS
from ..records.language import is_english
from ..records.marks import Wording
from ..records.place import Place
from ..records.walk import walk
from .plain import Sentence, sentences
from .spoken import Spoken, spoken_of
from .years import DateTyped, dates_in

Document = tuple[str, tuple[str, ...]]
"""What texts belong to: a family of records, and what one of them is known by."""

_NOT_READ: Final = (None, Wording.LABEL, Wording.NAME, Wording.PRIVATE)
_OF_A_MEETING: Final = frozenset(form.family for form in FORMS if form.of_a_meeting)


@dataclass(eq=False, slots=True)
class Text:
    """A text as typed, and what is in it, found out once for whoever asks.

    ``part`` is the entry of its document that it stands in, such as an agenda item, or the document itself.
    """

    text: str
    record: Record
    field: Field
    entry: int | None
    document: Document
    part: Record
    language: str
    _spoken: tuple[Spoken, ...] | None = dataclasses.field(default=None, init=False, repr=False)
    _dates: tuple[DateTyped, ...] | None = dataclasses.field(default=None, init=False, repr=False)

    @property
    def place(self) -> Place:
        """Where it was typed."""
        versions = self.record.versions(self.field.name, self.entry)
        return self.record.at(self.field.name, self.language if versions and self.entry is None else self.entry)

    @property
    def family(self) -> str:
        """The family of records that it was found in."""
        return self.document[0]

    @property
    def meeting_id(self) -> str | None:
        """The meeting that it belongs to, if it belongs to one."""
        return self.document[1][0] if self.family in _OF_A_MEETING else None

    @property
    def english(self) -> bool:
        """Whether it is in the language of which the rules on words and sentences know something."""
        return is_english(self.language)

    @property
    def note(self) -> bool:
        """Whether it is an editor's note, and not what the papers say."""
        return self.field.wording is Wording.NOTE

    @property
    def sentences(self) -> Sequence[Sentence]:
        """Its sentences, each with its words."""
        return sentences(self.text)

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """What it speaks of by number, each once."""
        if self._spoken is None:
            self._spoken = tuple(dict.fromkeys(spoken_of(self.text)))
        return self._spoken

    @property
    def dates(self) -> tuple[DateTyped, ...]:
        """Its dates."""
        if self._dates is None:
            self._dates = tuple(dates_in(self.text))
        return self._dates


def texts_in(record: Record, document: Document, language: str) -> Iterator[Text]:
    """Give the texts of a document and of the records in it, in the order of their fields. A dossier keeps them.

    ``language`` is that of the publication. A text that stands there in several languages is given in each.
    """
    part = record
    for held in walk(record, language):
        if held.record is record:
            part = held.value if isinstance(held.value, Record) else record
        if isinstance(held.value, str) and held.field.wording not in _NOT_READ:
            for tag, text in held.versions.items():
                yield Text(text, held.record, held.field, held.entry, document, part, tag)
