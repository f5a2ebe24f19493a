"""The pages of meetings: the index, and for each meeting its own page, its agenda and its minutes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts.business import Connections
from ..facts.citations import Citations
from ..records.meeting import date_of
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .rendering import Renderer
from .site import Link, Page

HOME = Link("Home", addresses.HOME)
INDEX = Link("Meetings", addresses.MEETINGS)


def meeting_pages(
    records: Records, today: date, connections: Connections, citations: Citations, renderer: Renderer
) -> Iterator[Page]:
    """Give all pages of all meetings, as they are on the day ``today``."""
    yield _index(records, today, renderer)
    for meeting_id in sorted(records.meetings):
        yield _meeting(records, meeting_id, today, renderer, connections)
        if meeting_id in records.agendas:
            yield _agenda(records, meeting_id, renderer, connections, citations)
        if meeting_id in records.minutes:
            yield _minutes(records, meeting_id, renderer, connections)


def above(meeting_id: str) -> Link:
    """Give the link to a meeting, for the trail of the pages below it."""
    return Link(f"Meeting of {say.day(date_of(meeting_id))}", addresses.meeting(meeting_id))


def _index(records: Records, today: date, renderer: Renderer) -> Page:
    newest_first = sorted(records.meetings, reverse=True)
    html = renderer.html(
        "meetings",
        addresses.MEETINGS,
        coming=[one for one in reversed(newest_first) if date_of(one) >= today],
        past=[one for one in newest_first if date_of(one) < today],
        records=records,
    )
    return Page(addresses.MEETINGS, "Meetings", "All meetings of the panel, with agendas and minutes.", html, (HOME,))


def _meeting(records: Records, meeting_id: str, today: date, renderer: Renderer, connections: Connections) -> Page:
    at, day = addresses.meeting(meeting_id), say.day(date_of(meeting_id))
    before, after = connections.meeting_around(meeting_id)
    html = renderer.html(
        "meeting",
        at,
        meeting_id=meeting_id,
        meeting=records.meetings[meeting_id],
        agenda=records.agendas.get(meeting_id),
        minutes=records.minutes.get(meeting_id),
        confirmed_by=connections.confirmed_by.get(meeting_id),
        before=before,
        after=after,
        past=date_of(meeting_id) < today,
    )
    summary = f"The meeting of {day}: when and where, its agenda and what was decided."
    return Page(at, f"Meeting of {day}", summary, html, (HOME, INDEX))


def _agenda(
    records: Records, meeting_id: str, renderer: Renderer, connections: Connections, citations: Citations
) -> Page:
    at, day = addresses.agenda(meeting_id), say.day(date_of(meeting_id))
    html = renderer.html(
        "agenda",
        at,
        meeting_id=meeting_id,
        meeting=records.meetings[meeting_id],
        agenda=records.agendas[meeting_id],
        records=records,
        connections=connections,
        papers_of=citations.by_item,
    )
    count = len(records.agendas[meeting_id].items)
    summary = f"The agenda of the meeting of {day}: {count} items of business in plain words."
    return Page(at, f"Agenda of {day}", summary, html, (HOME, INDEX, above(meeting_id)))


def _minutes(records: Records, meeting_id: str, renderer: Renderer, connections: Connections) -> Page:
    at, day = addresses.minutes(meeting_id), say.day(date_of(meeting_id))
    html = renderer.html(
        "minutes",
        at,
        meeting_id=meeting_id,
        meeting=records.meetings[meeting_id],
        minutes=records.minutes[meeting_id],
        connections=connections,
    )
    summary = f"The minutes of the meeting of {day}: who was there, what was asked, answered and resolved."
    return Page(at, f"Minutes of {day}", summary, html, (HOME, INDEX, above(meeting_id)))
