"""Checks of agendas: printed pages, times, and the items that papers, minutes and the work programme name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..facts.dossier import Dossier
from ..facts.rows import every_item, every_minute
from ..records.base import Record
from ..records.problem import Problem
from .findings import warning


def pages_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Tell of pages whose last comes before the first."""
    for _, item in every_item(dossier.records):
        if item.pages and item.pages.last < item.pages.first:
            fact = f"The pages of item {item.number} end at {item.pages.last}, before {item.pages.first}."
            yield Problem("pages-backwards", item.pages.at("last"), fact, "Check the first and the last page.")


def pages_overlap(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an item whose pages begin before those of the item before it end; they may share one page."""
    for agenda in dossier.records.agendas.values():
        with_pages = [(item, item.pages) for item in agenda.items if item.pages]
        for (earlier, before), (later, after) in pairwise(with_pages):
            if after.first < before.last:
                fact = (
                    f"The pages of item {later.number} begin at {after.first}, but those of item "
                    f"{earlier.number} end at {before.last}."
                )
                yield warning("pages-overlap", after.at("first"), fact, "Check the pages of both items.")


def times_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an item that is taken before the meeting starts, or before the item that stands before it."""
    for meeting_id, agenda in dossier.records.agendas.items():
        meeting = dossier.records.meetings.get(meeting_id)
        latest, what = (meeting.starts if meeting else None), "the meeting starts"
        for item in agenda.items:
            if item.time and latest and item.time < latest:
                fact = f"Item {item.number} is at {item.time:%H:%M}, but {what} at {latest:%H:%M}."
                yield warning("times-backwards", item.at("time"), fact, "Check the times.")
            if item.time:
                latest, what = item.time, f"item {item.number} before it is"


def unknown_item(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a paper, a tracker, a minute or a row of the work programme that names an item not on the agenda."""
    records = dossier.records
    planned = records.programme.items if records.programme else []
    named: list[tuple[str | None, Record, int | None]] = [
        *((meeting_id, paper, paper.item) for (meeting_id, _), paper in records.papers.items()),
        *((meeting_id, minute, minute.item) for meeting_id, minute in every_minute(records)),
        *((meeting_id, tracker, tracker.item) for meeting_id, tracker in records.trackers.items()),
        *((row.meeting, row, row.item) for row in planned),
    ]
    for meeting_id, record, number in named:
        agenda = records.agendas.get(meeting_id or "")
        numbers = [item.number for item in agenda.items] if agenda else []
        if numbers and number is not None and number not in numbers:
            fact = f"There is no item {number} on the agenda of {meeting_id}."
            fix = f"Write the number of an item of that agenda, {numbers[0]} to {numbers[-1]}."
            yield Problem("unknown-item", record.at("item"), fact, fix)


RULES = (pages_backwards, pages_overlap, times_backwards, unknown_item)
