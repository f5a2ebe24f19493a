"""When a document was published, and every change of it that the records tell, each with its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..records.meeting import date_of
from ..records.publication import Records
from ..records.source import Source
from .dossier import Dossier
from .rows import every_point
from .texts import Document

What = Literal[
    "put right",
    "item added",
    "item taken out",
    "withdrawn",
    "removed",
    "minutes corrected",
    "figures added",
]
"""What changed: a fault of the edition was put right, an item of the agenda was added, a paper was withdrawn."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change on a day. ``names`` are the titles or numbers of what changed, if there is anything to name."""

    on: date
    what: What
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """When a document was first published, if a record gives that day, and its changes since, the earliest first.

    No day that only follows from a rule or from another document is among them.
    """

    published: date | None
    changes: tuple[Change, ...]

    @property
    def last(self) -> date | None:
        """The day of the last change; none where no record tells of one."""
        return self.changes[-1].on if self.changes else None


def history_of(told: Dossier, document: Document, today: date) -> History:
    """Give the history of an agenda, minutes, a paper or an indicator up to a day; of anything else, an empty one.

    ``told`` holds what may be published and had been told by then.
    """
    family, key = document
    published, changes = _days(told, family, key)
    told_by_then = dict.fromkeys(change for change in changes if change.on <= today)
    known = sorted(told_by_then, key=lambda change: change.on)
    return History(published if published and published <= today else None, tuple(known))


def _days(of: Dossier, family: str, key: tuple[str, ...]) -> tuple[date | None, Iterator[Change]]:
    records = of.records
    if family == "agendas":
        return records.agendas[key[0]].published, _of_agenda(records, key[0])
    if family == "minutes":
        return records.minutes[key[0]].published, _of_minutes(of, key[0])
    if family == "papers" and len(key) > 1:
        return records.papers[key[0], key[1]].published, _of_paper(records, (key[0], key[1]))
    if family == "indicators":
        return _of_figures(of, key[0])
    return None, iter(())


def _put_right(on: date | None) -> Iterator[Change]:
    if on:
        yield Change(on, "put right")


def _of_agenda(records: Records, meeting_id: str) -> Iterator[Change]:
    agenda = records.agendas[meeting_id]
    yield from _put_right(agenda.corrected_on)
    for item in agenda.every_item:
        if item.added:
            yield Change(item.added.on, "item added", (item.title,))
        if item.withdrawn:
            yield Change(item.withdrawn.on, "item taken out", (item.title,))


def _of_minutes(of: Dossier, meeting_id: str) -> Iterator[Change]:
    minutes = of.records.minutes[meeting_id]
    yield from _put_right(minutes.corrected_on)
    confirmed = of.connections.confirmed_in.get(meeting_id)
    if minutes.corrections and confirmed:
        numbers = dict.fromkeys(correction.minute for correction in minutes.corrections)
        yield Change(date_of(confirmed.meeting_id), "minutes corrected", tuple(numbers))


def _of_paper(records: Records, key: tuple[str, str]) -> Iterator[Change]:
    paper = records.papers[key]
    yield from _put_right(paper.corrected_on)
    if paper.withdrawn:
        yield Change(paper.withdrawn.on, "removed" if paper.withdrawn.removed else "withdrawn")


def _of_figures(of: Dossier, indicator_id: str) -> tuple[date | None, Iterator[Change]]:
    """Give the day of the first figure, and each later day on which figures were told."""
    indicator = of.records.indicators[indicator_id]
    sources = (point.source or indicator.source for _, point in every_point(indicator))
    days = set(filter(None, (_typed(of.records, source) for source in sources)))
    first = min(days, default=None)
    return first, (Change(day, "figures added") for day in days if day != first)


def _typed(records: Records, source: Source | None) -> date | None:
    """Give the day on which the paper of a figure was published, or its pack, if a record gives it."""
    agenda = records.agendas.get(source.meeting or "") if source else None
    return (source.published if source else None) or (agenda.published if agenda else None)
