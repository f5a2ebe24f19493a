"""Checks of agendas: printed pages and times."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..facts.dossier import Dossier
from ..facts.rows import every_item
from ..records.problem import Problem
from .findings import warning


def pages_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Tell of pages whose last comes before the first."""
    for _, item in every_item(dossier.records):
        if item.pages and item.pages.last < item.pages.first:
            fact = f"The pages of {item.name} end at {item.pages.last}, before {item.pages.first}."
            yield Problem("pages-backwards", item.pages.at("last"), fact, "Check the first and the last page.")


def pages_overlap(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an item whose pages begin before those of the item before it end; they may share one page."""
    for agenda in dossier.records.agendas.values():
        with_pages = [(item, item.pages) for item in agenda.business if item.pages]
        for (earlier, before), (later, after) in pairwise(with_pages):
            if after.first < before.last:
                fact = (
                    f"The pages of {later.name} begin at {after.first}, but those of {earlier.name} end at "
                    f"{before.last}."
                )
                yield warning("pages-overlap", after.at("first"), fact, "Check the pages of both items.")


def times_backwards(dossier: Dossier) -> Iterator[Problem]:
    """Warn of an item that is taken before the meeting starts, or before the item that stands before it."""
    for meeting_id, agenda in dossier.records.agendas.items():
        meeting = dossier.records.meetings.get(meeting_id)
        latest, what = (meeting.starts if meeting else None), "the meeting starts"
        for item in agenda.every_item:
            if item.time and latest and item.time < latest:
                fact = f"{item.opening} is at {item.time:%H:%M}, but {what} at {latest:%H:%M}."
                yield warning("times-backwards", item.at("time"), fact, "Check the times.")
            if item.time:
                latest, what = item.time, f"{item.name} before it is"
