"""The pages of papers: each in numbered paragraphs that have an address."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..records.meeting import date_of
from ..words import format as say
from . import addresses
from .meeting_index import INDEX
from .meetings import link_to
from .rendering import Renderer
from .site import HOME, Page


def paper_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the page of every paper of every meeting."""
    records, citations = dossier.records, dossier.citations
    for (meeting_id, paper_id), paper in sorted(records.papers.items()):
        at = addresses.paper(meeting_id, paper_id)
        agenda = records.agendas.get(meeting_id)
        item = next((item for item in agenda.items if item.number == paper.item), None) if agenda else None
        removed = paper.withdrawn is not None and paper.withdrawn.removed
        html = renderer.html(
            "removed-paper" if removed else "paper",
            at,
            meeting_id=meeting_id,
            paper_id=paper_id,
            paper=paper,
            item=item,
            beside=[
                (other, records.papers[meeting_id, other])
                for other in citations.by_item[meeting_id, paper.item]
                if other != paper_id
            ],
            indicators=records.indicators,
            attached=records.attached,
        )
        day = say.day(date_of(meeting_id))
        as_it_is = "that was withdrawn" if removed else "in numbered paragraphs and plain words"
        summary = f"{paper.title}: a paper of the meeting of {day}, {as_it_is}."
        trail = (HOME, INDEX, link_to(meeting_id))
        yield Page(at, f"{paper.title}, {day}", summary, html, trail, kind="Paper", meeting=date_of(meeting_id))
