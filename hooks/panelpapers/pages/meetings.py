"""The pages of each meeting: its own, its agenda and its minutes."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.meetings import known_of
from ..facts.questions import questions_at
from ..records.meeting import date_of
from ..words import agenda as agenda_words
from ..words import dates as date_words
from ..words import exempt as exempt_words
from ..words import format as say
from ..words import members as member_words
from ..words import questions as question_words
from . import addresses
from .meeting_index import INDEX
from .rendering import Renderer
from .site import HOME, Link, Page


def meeting_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give all pages of all meetings."""
    records = dossier.records
    for meeting_id in sorted(records.meetings):
        yield _meeting(dossier, meeting_id, renderer)
        if meeting_id in records.agendas:
            yield _agenda(dossier, meeting_id, renderer)
        if meeting_id in records.minutes:
            yield _minutes(dossier, meeting_id, renderer)


def link_to(meeting_id: str) -> Link:
    """Give the link to a meeting, for the trail of the pages below it."""
    return Link(f"Meeting of {say.day(date_of(meeting_id))}", addresses.meeting(meeting_id))


def _meeting(dossier: Dossier, meeting_id: str, renderer: Renderer) -> Page:
    records, connections = dossier.records, dossier.connections
    at, day = addresses.meeting(meeting_id), say.day(date_of(meeting_id))
    before, after = connections.meeting_around(meeting_id)
    agenda, minutes = records.agendas.get(meeting_id), records.minutes.get(meeting_id)
    papers_of = dossier.citations.by_item
    html = renderer.html(
        "meeting",
        at,
        meeting_id=meeting_id,
        meeting=records.meetings[meeting_id],
        agenda=agenda,
        minutes=minutes,
        confirmed_by=connections.confirmed_by.get(meeting_id),
        confirmed_in=connections.confirmed_in.get(meeting_id),
        before=before,
        after=after,
        known=known_of(records, meeting_id, renderer.today),
        when=renderer.tense(date_of(meeting_id)),
        dates=dossier.dates[meeting_id],
        date_words=date_words,
        papers_of=papers_of,
        papers=sum(len(papers_of.get((meeting_id, item.number), ())) for item in agenda.items) if agenda else 0,
        decided=sum(len(minute.resolutions) for minute in minutes.minutes) if minutes else 0,
        actions=dossier.actions_of.get(meeting_id, 0),
        records=records,
    )
    summary = f"The meeting of {day}: when and where, its agenda, papers and decisions."
    return Page(at, f"Meeting of {day}", summary, html, (HOME, INDEX), kind="Meeting", meeting=date_of(meeting_id))


def _agenda(dossier: Dossier, meeting_id: str, renderer: Renderer) -> Page:
    records = dossier.records
    at, day = addresses.agenda(meeting_id), say.day(date_of(meeting_id))
    html = renderer.html(
        "agenda",
        at,
        meeting_id=meeting_id,
        meeting=records.meetings[meeting_id],
        agenda=records.agendas[meeting_id],
        records=records,
        connections=dossier.connections,
        papers_of=dossier.citations.by_item,
        states=dossier.agenda_states[meeting_id],
        changed=agenda_words,
        exempt=exempt_words,
        membership=dossier.changes_told,
        words=member_words,
    )
    count = len(records.agendas[meeting_id].items)
    summary = f"The agenda of the meeting of {day}: {count} items of business in plain words."
    trail = (HOME, INDEX, link_to(meeting_id))
    return Page(at, f"Agenda of {day}", summary, html, trail, kind="Agenda", meeting=date_of(meeting_id))


def _minutes(dossier: Dossier, meeting_id: str, renderer: Renderer) -> Page:
    records = dossier.records
    at, day = addresses.minutes(meeting_id), say.day(date_of(meeting_id))
    html = renderer.html(
        "minutes",
        at,
        meeting_id=meeting_id,
        meeting=records.meetings[meeting_id],
        minutes=records.minutes[meeting_id],
        connections=dossier.connections,
        agenda=records.agendas.get(meeting_id),
        membership=dossier.changes_told,
        asked=questions_at(records, meeting_id, renderer.today),
        question_words=question_words,
        words=member_words,
    )
    summary = f"The minutes of the meeting of {day}: who was there, what was asked, answered and resolved."
    trail = (HOME, INDEX, link_to(meeting_id))
    return Page(at, f"Minutes of {day}", summary, html, trail, kind="Minutes", meeting=date_of(meeting_id))
