"""Where a paper speaks of what: which paragraphs give an indicator's figures or are about a commitment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..records.paper import Paper, Paragraph, Section
from ..records.publication import Records
from .rows import grouped, item_order


@dataclass(frozen=True, slots=True)
class Cited:
    """A numbered paragraph of a paper, as another page refers to it. ``part_id`` where numbers begin again."""

    meeting_id: str
    paper_id: str
    part_id: str | None
    number: str
    paper_title: str
    part_title: str | None


def paragraphs(paper: Paper) -> Iterator[tuple[str | None, Section, Paragraph]]:
    """Give every numbered paragraph with the id of its part, if any, and its section, in order."""
    for section in paper.sections:
        for paragraph in section.paragraphs:
            yield None, section, paragraph
    for part in paper.parts:
        for section in part.sections:
            for paragraph in section.paragraphs:
                yield part.id, section, paragraph


@dataclass(frozen=True)
class Citations:
    """All papers of all meetings, looked through once."""

    records: Records

    @cached_property
    def by_item(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """For each agenda item of a meeting: the ids of its papers, in order."""
        in_order = sorted(self.records.papers.items(), key=lambda pair: (pair[0][0], pair[1].order, pair[0][1]))
        return grouped(((meeting_id, paper.item), paper_id) for (meeting_id, paper_id), paper in in_order)

    @cached_property
    def by_meeting(self) -> Mapping[str, tuple[str, ...]]:
        """For each meeting with papers: their ids, in the order of the agenda items that they serve."""
        in_order = sorted(self.by_item, key=item_order(self.records))
        return grouped((item[0], paper_id) for item in in_order for paper_id in self.by_item[item])

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[Cited, ...]]:
        """For each indicator: the paragraphs that give its figures."""
        return grouped(
            (indicator_id, cited)
            for cited, paragraph in self._every_paragraph()
            for indicator_id in dict.fromkeys(
                (*paragraph.indicators, *(named for figure in paragraph.figures for named in figure.indicators))
            )
        )

    @cached_property
    def by_commitment(self) -> Mapping[int, tuple[Cited, ...]]:
        """For each commitment of the plan: the paragraphs that are about it."""
        return grouped(
            (number, cited) for cited, paragraph in self._every_paragraph() for number in paragraph.commitments
        )

    def _every_paragraph(self) -> Iterator[tuple[Cited, Paragraph]]:
        for (meeting_id, paper_id), paper in sorted(self.records.papers.items()):
            titles = {part.id: part.title for part in paper.parts}
            for part_id, _, paragraph in paragraphs(paper):
                part_title = titles.get(part_id) if part_id else None
                yield Cited(meeting_id, paper_id, part_id, paragraph.number, paper.title, part_title), paragraph
