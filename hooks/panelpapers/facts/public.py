"""Only what may be published: records without private notes, what exempt items keep back, and suppressed figures.

Pages, exports and search are made from these records, so that nothing else can reach them by whatever way. The rules
refuse the text of an exempt item and a suppressed figure before that; this is the second lock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from ..records.agenda import AgendaItem
from ..records.base import Record
from ..records.marks import Wording
from ..records.publication import Records
from ..records.walk import changed, fields_of
from .suppression import without_suppressed


def public(records: Records) -> Records:
    """Give the records as they may be published.

    An exempt item keeps its title, its reasons and its place only, and an indicator nothing of a suppressed figure.
    """
    exempt = {
        (meeting_id, item.number)
        for meeting_id, agenda in records.agendas.items()
        for item in agenda.items
        if item.exempt
    }
    papers = {key: paper for key, paper in records.papers.items() if (key[0], paper.item) not in exempt}
    indicators = {key: without_suppressed(indicator) for key, indicator in records.indicators.items()}
    open_to_all = replace(records, papers=papers, indicators=indicators)
    values = {one.name: _public_value(getattr(open_to_all, one.name)) for one in fields(Records)}
    return Records(**values)


def _public_value(value: Any) -> Any:  # the families of records have no type in common
    if isinstance(value, Record):
        return changed(value, _taken_out)
    if isinstance(value, Mapping):
        return {key: changed(record, _taken_out) for key, record in value.items()}
    return value


def _taken_out(record: Record) -> Mapping[str, object]:
    """Give the fields of one record that may not be published, each with what it has when nothing is typed."""
    exempt = isinstance(record, AgendaItem) and record.exempt is not None
    return {
        name: field.about.get_default(call_default_factory=True)
        for name, field in fields_of(type(record)).items()
        if getattr(record, name) and (field.wording is Wording.PRIVATE or (exempt and field.kept_back))
    }
