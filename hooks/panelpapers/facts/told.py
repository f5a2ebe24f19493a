"""The day on which each record became public, as far as the records say it: ``date.min`` where none does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..records.meeting import date_of
from ..records.publication import Records


@dataclass(frozen=True)
class Told:
    """The days on which records were told."""

    records: Records

    @cached_property
    def agendas(self) -> Mapping[str, date]:
        """The day of each agenda, as typed."""
        return {meeting_id: agenda.published or date.min for meeting_id, agenda in self.records.agendas.items()}

    @cached_property
    def papers(self) -> Mapping[tuple[str, str], date]:
        """The day of each paper: the one typed, else that of its agenda."""
        return {
            key: paper.published or self.agendas.get(key[0], date.min) for key, paper in self.records.papers.items()
        }

    @cached_property
    def minutes(self) -> Mapping[str, date]:
        """The day of each set of minutes: of the agenda that puts them to a meeting, and not before their own."""
        confirming = {
            item.confirms: self.agendas[meeting_id]
            for meeting_id, agenda in self.records.agendas.items()
            for item in agenda.items
        }
        return {held: max(date_of(held), confirming.get(held, date.min)) for held in self.records.minutes}
