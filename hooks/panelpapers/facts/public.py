"""Only what may be published: no private notes, nothing exempt, nothing taken out, no suppressed figures.

Pages, exports and search are made from these records, so that nothing else can reach them by whatever way. Of an
exempt item and of a paper that was removed, only what is named here stays: a field that is added to them later is
kept back until somebody names it. The rules refuse the text of an exempt item and what is told of a suppressed figure
before that; this is the second lock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from functools import cache
from typing import Final

from ..records.agenda import AgendaItem
from ..records.attendance import Declaration
from ..records.base import AnyRecord, Record
from ..records.fields import Field, fields_of
from ..records.marks import Wording
from ..records.minutes import Minutes
from ..records.paper import Appendix, Paper
from ..records.publication import Records
from ..records.walk import changed
from .attached import published_files
from .interests import raised
from .removed import removed
from .rows import exempt_items
from .suppression import without_suppressed

_ITEM_KEEPS: Final = {"number", "id", "title", "begin_again", "exempt", "added", "withdrawn", "urgent"} | {
    *("time", "pages", "asked_to", "matter", "function", "confirms", "next_meeting", "not_taken", "consent"),
    "language",
}
"""Of an exempt item: its title, why it is exempt, and its place. It was changed on a day, but not why.

Items within it stay in the same way, where they say themselves that they are exempt; others could tell of it.
"""

_DECLARED_KEEPS: Final = {"person", "item", "items", "minute", "did"}
"""Of an interest that was declared in an exempt item: who declared it, and what they then did."""

_PAPER_KEEPS: Final = {"language", "kind", "item", "order", "dated", "published"}
"""Of a paper that was removed, beside its title and the reason, which its withdrawal gives."""


def public(records: Records) -> Records:
    """Give the records as they may be published.

    An exempt item keeps its title, its reasons and its place only, and what was brought about it is left out; a paper
    that was removed keeps its title, the reason and its place, under the neutral title and id where it has such.
    """
    exempt = exempt_items(records)
    papers = {key: paper for key, paper in records.papers.items() if (key[0], paper.item) not in exempt}
    indicators = {key: without_suppressed(indicator) for key, indicator in records.indicators.items()}
    minutes = {key: _without_exempt(records, key) for key in records.minutes}
    open_to_all = _without_removed(replace(records, papers=papers, indicators=indicators, minutes=minutes))
    told = open_to_all.with_each(lambda _, record: changed(record, _instead))
    return replace(told, attached=published_files(records))


def _without_exempt(records: Records, meeting_id: str) -> Minutes:
    """Give minutes without what was brought about an exempt item, and what interest somebody declared in it."""
    minutes, agenda = records.minutes[meeting_id], records.agendas.get(meeting_id)
    if agenda is None or not any(item.exempt for item in agenda.every_item):
        return minutes

    def kept(field: str) -> Iterator[Record]:
        for about in raised(records, meeting_id, getattr(minutes, field)):
            if not about.exempt:
                yield about.entry
            elif isinstance(about.entry, Declaration):
                yield about.entry.model_copy(update=_emptied(about.entry, _DECLARED_KEEPS))

    fields = ("declarations", "public_comment", "petitions")
    return minutes.model_copy(update={field: list(kept(field)) for field in fields})


def _without_removed(records: Records) -> Records:
    """Give papers by their public ids, to which the appendices of others lead; nobody attaches what was removed."""
    taken = removed(records)
    if not taken:
        return records
    new = {(withdrawal.meeting_id, withdrawal.paper_id): withdrawal.public_id for withdrawal in taken}
    files = {(withdrawal.meeting_id, file) for withdrawal in taken for file in withdrawal.files}

    def attaching(meeting_id: str, record: AnyRecord) -> AnyRecord:
        """Give an agenda or a paper that names none of these files."""

        def kept(part: Record) -> dict[str, object]:
            fields: dict[str, type[Record]] = {"attachments": AgendaItem, "documents": Paper}
            return {
                name: [document for document in getattr(part, name) if (meeting_id, document.file) not in files]
                for name, kind in fields.items()
                if isinstance(part, kind)
            }

        return changed(record, kept)

    def leading(meeting_id: str, appendix: Appendix) -> Appendix:
        return appendix.model_copy(update={"paper": new.get((meeting_id, appendix.paper or ""), appendix.paper)})

    papers = {}
    for (meeting_id, paper_id), paper in records.papers.items():
        appendices = [leading(meeting_id, appendix) for appendix in paper.appendices]
        papers[meeting_id, new.get((meeting_id, paper_id), paper_id)] = attaching(
            meeting_id, paper.model_copy(update={"appendices": appendices})
        )
    agendas = {meeting_id: attaching(meeting_id, agenda) for meeting_id, agenda in records.agendas.items()}
    return replace(records, papers=papers, agendas=agendas)


def _instead(record: Record) -> Mapping[str, object]:
    """Give the fields of one record that may not be read, each with what is read in its place."""
    private = {name for name in _private_fields(type(record)) if getattr(record, name)}
    return _default(record, private) | _kept_back(record)


@cache
def _private_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, field in fields_of(kind).items() if field.wording is Wording.PRIVATE)


def _kept_back(record: Record) -> dict[str, object]:
    """Give what is read in place of what an exempt item and a paper that was removed keep back."""
    if isinstance(record, AgendaItem) and record.exempt:
        changes = {name: _without_reason(getattr(record, name)) for name in ("added", "withdrawn", "urgent")}
        within = [changed(item, _instead) for item in record.items if item.exempt]
        return _emptied(record, _ITEM_KEEPS) | changes | {"items": within}
    if isinstance(record, Paper) and record.withdrawn and record.withdrawn.removed:
        why = record.withdrawn
        told = {"title": why.title or record.title, "summary": why.reason, "withdrawn": changed(why, _instead)}
        return _emptied(record, _PAPER_KEEPS) | told
    return {}


def _emptied(record: Record, keeps: set[str]) -> dict[str, object]:
    """Give fields without what was typed, but for some. Where words of ours may stand, others are not kept either."""
    fields = fields_of(type(record))
    own = {name for name in keeps if not _ours(fields[name], getattr(record, name))}
    return _default(record, (fields.keys() - keeps) | own)


def _ours(field: Field, value: object) -> bool:
    words = value if isinstance(value, list) else [value]
    return not field.ours or all(word is None or word in field.ours for word in words)


def _default(record: Record, names: Set[str]) -> dict[str, object]:
    """Give fields of a record as they are where nothing was typed."""
    fields = fields_of(type(record))
    return {name: fields[name].about.get_default(call_default_factory=True) for name in names}


def _without_reason(change: Record | None) -> Record | None:
    """Give the fact and the day of a change to an exempt item without the words about it."""
    if change is None:
        return None
    words: dict[str, object] = {name: "" for name in ("reason", "agreed_by") if name in type(change).model_fields}
    return changed(change, _instead).model_copy(update=words)
