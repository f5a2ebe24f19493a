"""Only what may be published: records without the editors' private notes and without what exempt items keep back.

Pages, exports and search are made from these records, so that nothing else can reach them by whatever way. The rules
refuse the text of an exempt item before that; this is the second lock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from ..records.agenda import AgendaItem
from ..records.base import Record
from ..records.publication import Records
from .attached import published_files

_AnyRecord = TypeVar("_AnyRecord", bound=Record)


def public(records: Records) -> Records:
    """Give the records as they may be published. An exempt item keeps its title, its reasons and its place only."""
    exempt = {
        (meeting_id, item.number)
        for meeting_id, agenda in records.agendas.items()
        for item in agenda.items
        if item.exempt
    }
    papers = {key: paper for key, paper in records.papers.items() if (key[0], paper.item) not in exempt}
    open_to_all = replace(records, papers=papers)
    values = {one.name: _public_value(getattr(open_to_all, one.name)) for one in fields(Records)}
    return Records(**values | {"attached": published_files(records)})


def _public_value(value: Any) -> Any:  # the families of records have no type in common
    if isinstance(value, Record):
        return _without_notes(value)
    if isinstance(value, Mapping):
        return {key: _without_notes(one) if isinstance(one, Record) else one for key, one in value.items()}
    return value


def _without_notes(record: _AnyRecord) -> _AnyRecord:
    """Give a record without notes, in it and in the records within it, and without what an exempt item keeps back."""
    changed: dict[str, object] = {"notes": None} if record.notes is not None else {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            inner: object = _without_notes(value)
        elif isinstance(value, list) and any(isinstance(one, Record) for one in value):
            inner = [_without_notes(one) if isinstance(one, Record) else one for one in value]
        else:
            continue
        changed[name] = inner
    if isinstance(record, AgendaItem) and record.exempt:
        changed |= {"text": None, "attachments": [], "correction": None}
    return record.model_copy(update=changed) if changed else record
