"""Every mention of one record in another, listed once for the rules that look them up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.base import Record
from ..records.publication import Records

_SINGLE = {
    "matter": "matters",
    "confirms": "meetings",
    "next_meeting": "meetings",
    "person": "people",
    "replaces": "people",
    "body": "bodies",
    "contact": "people",
    "authority": "bodies",
    "function": "functions",
    "due": "meetings",
    "meeting": "meetings",
    "moved_from": "meetings",
    "as_of": "meetings",
    "answered_at": "meetings",
    "included_in": "indicators",
    "part": "indicators",
    "base": "indicators",
}
"""Fields that hold one id, and the family it belongs to. The same name means the same thing in every record."""

_LISTS = {"answered_by": "people", "authors": "people", "authorities": "bodies", "indicators": "indicators"}
"""Fields that hold a list of ids."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An id typed in a field of a record, and the family of records it must be found in."""

    record: Record
    field: str
    entry: int | None
    id: str
    family: str


def mentions(records: Records) -> Iterator[Mention]:
    """Give every mention in all records, in the order of the files."""
    for record in _every_record(records):
        for field, family in _SINGLE.items():
            found = getattr(record, field, None)
            # "authority" of a rule is a law, in words; only a term's is the id of a body.
            if isinstance(found, str) and not (field == "authority" and not hasattr(record, "seat")):
                yield Mention(record, field, None, found, family)
        for field, family in _LISTS.items():
            for entry, found in enumerate(getattr(record, field, None) or []):
                if isinstance(found, str):
                    yield Mention(record, field, entry, found, family)


def _every_record(records: Records) -> Iterator[Record]:
    """Walk through all records and the records in them."""
    families = (
        [records.panel, records.plan, records.programme],
        records.bodies.values(),
        records.people.values(),
        records.matters.values(),
        records.meetings.values(),
        records.agendas.values(),
        records.minutes.values(),
        records.trackers.values(),
        records.papers.values(),
        records.indicators.values(),
        records.functions.values(),
        records.recommendations.values(),
    )
    for family in families:
        for record in family:
            if record is not None:
                yield from _with_inner(record)


def _with_inner(record: Record) -> Iterator[Record]:
    yield record
    for name in type(record).model_fields:
        inner = getattr(record, name)
        for one in inner if isinstance(inner, list) else [inner]:
            if isinstance(one, Record):
                yield from _with_inner(one)
