"""The page of short forms: what each stands for, in which paper, and which of them stand for two things."""

from __future__ import annotations

from itertools import groupby

from ..facts.abbreviations import Usage, collisions, meanings
from ..facts.dossier import Dossier
from ..records.meeting import date_of
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .rendering import Renderer
from .site import HOME, Link, Page


def abbreviations_page(dossier: Dossier, renderer: Renderer) -> Page:
    """Give the page of all short forms that papers, agendas and minutes use, A to Z."""
    records, every = dossier.records, dossier.usages
    by_letter = groupby(meanings(every).items(), lambda meaning: meaning[0][0].upper())
    html = renderer.html(
        "abbreviations",
        addresses.ABBREVIATIONS,
        letters=[(letter, list(group)) for letter, group in by_letter],
        collisions=list(collisions(every, records.panel.area if records.panel else "")),
        where=lambda usage: _where(usage, records),
    )
    summary = "What each short form stands for, and in which paper; some stand for two things."
    return Page(addresses.ABBREVIATIONS, "Short forms", summary, html, (HOME,))


def _where(usage: Usage, records: Records) -> Link:
    """Give the document that uses a short form so; the panel's own usage has the panel's name and its home page."""
    if usage.meeting_id is None:
        return Link(records.panel.name if records.panel else "the panel", addresses.HOME)
    day = say.day(date_of(usage.meeting_id))
    if usage.paper_id is not None:
        title = records.papers[usage.meeting_id, usage.paper_id].title
        return Link(f"{title}, {day}", addresses.paper(usage.meeting_id, usage.paper_id))
    if usage.first and usage.first.family == "agendas":
        return Link(f"Agenda of {day}", addresses.agenda(usage.meeting_id))
    return Link(f"Minutes of {day}", addresses.minutes(usage.meeting_id))
