"""Which numbers there are: items, minutes and resolutions, paragraphs, appendices, figures, commitments.

A number is missing only where everything is known: minutes that are not on this site may well have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..records.paper import Paper
from ..records.publication import Records
from .citations import paragraphs
from .spoken import Spoken
from .texts import Text


@dataclass(frozen=True)
class Numbered:
    """All numbers of all records, looked through once."""

    records: Records

    def missing(self, spoken: Spoken, text: Text) -> bool:
        """Whether there is nothing that has the number which a text speaks of."""
        match spoken.kind:
            case "commitment":
                return bool(self.commitments) and int(spoken.number.split(".")[0]) not in self.commitments
            case "minute":
                return self._minute_missing(int(spoken.number), spoken.numeral)
            case "item":
                return self._item_missing(text, spoken.number)
        papers = self._papers(text)
        if spoken.kind == "recommendation":
            own = [one.numeral for paper in papers for one in paper.recommendations]
            return any(own) and spoken.number not in own
        known = {"paragraph": _paragraphs, "figure": _figures, "appendix": _appendices}[spoken.kind]
        numbers = {number for paper in papers for number in known(paper)}
        return bool(numbers) and spoken.number.lower() not in numbers

    @cached_property
    def commitments(self) -> frozenset[int]:
        """The numbers of all commitments of the plan."""
        rows = self.records.plan.commitments if self.records.plan else []
        return frozenset(number for row in rows for number in row.numbers)

    @cached_property
    def _minutes(self) -> dict[int, frozenset[str | None]]:
        """For each minute of all meetings: the roman numbers of its resolutions."""
        return {
            minute.number: frozenset(one.numeral for one in minute.resolutions)
            for minutes in self.records.minutes.values()
            for minute in minutes.minutes
        }

    def _minute_missing(self, number: int, numeral: str | None) -> bool:
        if number in self._minutes:
            return numeral is not None and numeral not in self._minutes[number]
        if not self._minutes:
            return False
        complete = [minutes for minutes in self.records.minutes.values() if minutes.only is None and minutes.minutes]
        within = any(one.minutes[0].number < number < one.minutes[-1].number for one in complete)
        return within or number > max(self._minutes)

    def _item_missing(self, text: Text, number: str) -> bool:
        agenda = self.records.agendas.get(text.meeting_id or "")
        if agenda is None or "agendas" in self.records.unread:
            return False
        return number not in {str(item.number) for item in agenda.items}

    def _papers(self, text: Text) -> list[Paper]:
        """Give the papers that a text may mean: those of its meeting, or all where it belongs to none."""
        if text.meeting_id is None:
            return list(self.records.papers.values())
        return self._by_meeting.get(text.meeting_id, [])

    @cached_property
    def _by_meeting(self) -> dict[str, list[Paper]]:
        found: dict[str, list[Paper]] = {}
        for (meeting_id, _), paper in self.records.papers.items():
            found.setdefault(meeting_id, []).append(paper)
        return found


def _paragraphs(paper: Paper) -> Iterator[str]:
    for _, _, paragraph in paragraphs(paper):
        yield paragraph.number.lower()


def _figures(paper: Paper) -> Iterator[str]:
    for _, _, paragraph in paragraphs(paper):
        for figure in paragraph.figures:
            if figure.number:
                yield figure.number.lower()


def _appendices(paper: Paper) -> Iterator[str]:
    for appendix in paper.appendices:
        yield appendix.label.lower()
    for part in paper.parts:
        yield part.id.replace("-", " ")
        yield part.title.partition(":")[0].strip().lower()
