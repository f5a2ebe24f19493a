"""Every text of the records that a reader sees, each with the record, the field and the place that it stands in.

Texts are found by the kind of their field, so that a new field is looked through without being named here. What an
editor says of a fault of the source stands in fields of its own, the editor's notes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, get_args

from pydantic import BeforeValidator

from ..records.base import Record
from ..records.kinds import read_line, read_passage
from ..records.place import Place
from ..records.publication import Records

NOTE_FIELDS: Final = (
    "correction",
    "remark",
    "remarks",
    "key_remark",
    "worked_out",
    "other_figures",
    "no_undertaking",
)
"""Fields in which an editor says that something is so in the source. A fault that has a note beside it is settled."""

Readers = tuple[Callable[[Any], str], ...]

_ONE_FILE: Final = ("panel", "plan", "programme", "accessibility")
_BY_MEETING: Final = ("meetings", "agendas", "minutes", "trackers")
_WITHOUT_MEETING: Final = ("bodies", "people", "matters", "indicators", "functions", "recommendations")


@dataclass(frozen=True, slots=True)
class Text:
    """A text as typed. ``meeting_id`` and ``paper_id`` say whose it is, where it belongs to a meeting or a paper."""

    text: str
    record: Record
    field: str
    place: Place
    family: str
    meeting_id: str | None = None
    paper_id: str | None = None

    @property
    def note(self) -> bool:
        """Whether it is an editor's note, and not what the papers say."""
        return self.field in NOTE_FIELDS

    @property
    def settled(self) -> bool:
        """Whether an editor's note stands in the same record, beside this text, or the text is one itself."""
        return self.note or noted(self.record)

    @property
    def passage(self) -> bool:
        """Whether it is a text in sentences, and not a line such as a title or a name."""
        return _holds_text(type(self.record), self.field, (read_passage,))


def noted(record: Record) -> bool:
    """Whether an editor's note stands in a record, outside of the records in it."""
    return any(getattr(record, field, None) for field in NOTE_FIELDS)


def every_text(records: Records) -> Iterator[Text]:
    """Give every text of all records, in the order of the files."""
    for (meeting_id, paper_id), paper in records.papers.items():
        yield from texts_of(paper, "papers", meeting_id, paper_id)
    for family in _BY_MEETING:
        for meeting_id, record in getattr(records, family).items():
            yield from texts_of(record, family, meeting_id)
    for family in _WITHOUT_MEETING:
        for record in getattr(records, family).values():
            yield from texts_of(record, family)
    for family in _ONE_FILE:
        if record := getattr(records, family):
            yield from texts_of(record, family)


def texts_of(
    record: Record, family: str, meeting_id: str | None = None, paper_id: str | None = None
) -> Iterator[Text]:
    """Give the texts of a record and of the records in it, in the order of their fields."""
    for field in type(record).model_fields:
        value = getattr(record, field)
        for entry, one in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(one, Record):
                yield from texts_of(one, family, meeting_id, paper_id)
            elif isinstance(one, str) and _holds_text(type(record), field):
                place = record.at(field, entry if isinstance(value, list) else None)
                yield Text(one, record, field, place, family, meeting_id, paper_id)


@cache
def _holds_text(record: type[Record], field: str, readers: Readers = (read_line, read_passage)) -> bool:
    """Whether a field takes text; an id, a word of a list or a web address is not looked through."""
    about = record.model_fields[field]
    return _reads_text(about.metadata, readers) or _within(about.annotation, readers)


def _within(annotation: Any, readers: Readers) -> bool:  # what a type hint is made of has no type of its own
    parts = get_args(annotation)
    return _reads_text(parts, readers) or any(_within(part, readers) for part in parts)


def _reads_text(metadata: Any, readers: Readers) -> bool:  # as above
    return any(isinstance(one, BeforeValidator) and one.func in readers for one in metadata)
