"""A whole meeting on one page: the agenda, its papers and the minutes, to print or to listen to in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..facts.dossier import Dossier
from ..records.meeting import date_of
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .embedding import embedded
from .meeting_index import INDEX
from .meetings import link_to
from .rendering import Renderer
from .site import HOME, Page


@dataclass(frozen=True, slots=True)
class EmbeddedPage:
    """A page that stands on the page of the whole meeting, under an id of its own."""

    id: str
    title: str
    html: Markup


def whole_pages(dossier: Dossier, made: Mapping[str, Page], renderer: Renderer) -> Iterator[Page]:
    """Give the page of each whole meeting that has an agenda or minutes, from the pages that were ``made`` before."""
    papers = dossier.citations.by_meeting
    for meeting_id in sorted(dossier.records.meetings):
        inside = _inside(dossier.records, meeting_id, papers.get(meeting_id, ()))
        if inside:
            yield _whole(meeting_id, inside, made, renderer)


def _inside(records: Records, meeting_id: str, papers: tuple[str, ...]) -> dict[str, str]:
    """Name the pages of a meeting by their addresses, in the order of the meeting."""
    return {
        **({addresses.agenda(meeting_id): "agenda"} if meeting_id in records.agendas else {}),
        **{addresses.paper(meeting_id, paper_id): f"paper-{paper_id}" for paper_id in papers},
        **({addresses.minutes(meeting_id): "minutes"} if meeting_id in records.minutes else {}),
    }


def _whole(meeting_id: str, inside: Mapping[str, str], made: Mapping[str, Page], renderer: Renderer) -> Page:
    at, day = addresses.whole(meeting_id), say.day(date_of(meeting_id))
    pages = [made[address] for address in inside]
    texts = embedded(pages, at, inside)
    parts = [EmbeddedPage(inside[page.address], page.title, text) for page, text in zip(pages, texts, strict=True)]
    html = renderer.html("whole", at, meeting_id=meeting_id, parts=parts)
    summary = f"Agenda, papers and minutes of the meeting of {day} on one page, to print or to listen to."
    trail = (HOME, INDEX, link_to(meeting_id))
    return Page(at, f"Whole meeting of {day}", summary, html, trail, kind=None, meeting=date_of(meeting_id))
