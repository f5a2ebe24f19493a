"""For those who follow the panel from elsewhere: meetings as a calendar, papers and decisions as a feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from ..exports.calendar import Event, State, as_calendar
from ..exports.feed import FeedEntry, as_feed
from ..facts.dates import ZONE
from ..facts.dossier import Dossier
from ..records.meeting import MeetingState, date_of
from ..records.panel import Panel
from ..words import dates as date_words
from ..words import following as words
from . import addresses
from .passage import passage
from .site import File

_STATES: dict[MeetingState, State] = {"cancelled": "CANCELLED", "provisional": "TENTATIVE"}


def following_files(dossier: Dossier, today: date, home: str) -> list[File]:
    """Give the calendar and the feed as they are on the day ``today``.

    ``home`` is the whole address of the site, or nothing where none is known. Without it, the calendar leads to no
    page, and the links of the feed count from where the feed itself stands.
    """
    panel = dossier.records.panel
    if panel is None:
        return []
    name = panel.name
    events = sorted(_events(dossier, panel, home), key=lambda event: (event.day, event.id))
    news = sorted(_news(dossier, panel, home), key=lambda entry: (entry.day, entry.address), reverse=True)
    title, at = f"{name}: papers and decisions", urljoin(home, addresses.FEED)
    feed = as_feed(_id(name, addresses.FEED), title, name, at, home or "./", news, today)
    return [
        File(addresses.CALENDAR, as_calendar(f"{name}: meetings", events, ZONE, today)),
        File(addresses.FEED, feed),
    ]


def _id(name: str, address: str) -> str:
    """Make an id that stays when the site moves to another host: it follows from the panel's name and the address."""
    return uuid5(NAMESPACE_URL, f"{name}/{address}").urn


def _events(dossier: Dossier, panel: Panel, home: str) -> Iterator[Event]:
    owner = re.sub(r"[^a-z0-9]+", "-", panel.name.lower()).strip("-")
    for meeting_id, meeting in dossier.records.meetings.items():
        day, venue = date_of(meeting_id), meeting.venue
        state = _STATES.get(meeting.state, "CONFIRMED")
        yield Event(
            id=f"meeting-{meeting_id}@{owner}",
            day=day,
            starts=meeting.starts,
            title=words.meeting_title(panel.name, meeting),
            text=words.meeting_text(meeting),
            state=state,
            place=", ".join(part for part in (venue.name, venue.address) if part) if venue else None,
            address=home and urljoin(home, addresses.meeting(meeting_id)),
        )
        deadline = dossier.dates[meeting_id].question_deadline
        if deadline and meeting.state != "cancelled":
            yield Event(
                id=f"questions-{meeting_id}@{owner}",
                day=deadline.day,
                starts=deadline.time_of_day,
                title=words.questions_title(panel.name, day),
                text=date_words.last_day(deadline),
                state=state,
                address=home and urljoin(home, addresses.QUESTIONS),
            )


def _news(dossier: Dossier, panel: Panel, home: str) -> Iterator[FeedEntry]:
    records = dossier.records

    def news(day: date, title: str, text: str, address: str) -> FeedEntry:
        return FeedEntry(_id(panel.name, address), day, title, text, urljoin(home, address))

    for meeting_id, minutes in records.minutes.items():
        day = date_of(meeting_id)
        decided = [resolution.short for minute in minutes.minutes for resolution in minute.resolutions]
        if decided:
            title, at = words.decided_title(len(decided), day), addresses.decisions_of(meeting_id)
            yield news(day, title, " ".join(decided), at)
    for meeting_id, agenda in records.agendas.items():
        if agenda.published:
            title, at = words.agenda_title(date_of(meeting_id)), addresses.agenda(meeting_id)
            yield news(agenda.published, title, "; ".join(item.title for item in agenda.items), at)
    for (meeting_id, paper_id), paper in records.papers.items():
        if published := paper.published or paper.dated:
            title, at = words.paper_title(paper.title, date_of(meeting_id)), addresses.paper(meeting_id, paper_id)
            yield news(published, title, passage(paper.summary, at).striptags(), at)
