"""Days and times as an iCalendar file (RFC 5545), to which people subscribe with the calendar they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

State = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day. ``starts`` is the time in the panel's zone; without one the event takes the whole day.

    ``id`` stays the same for good: by it a calendar knows an event again that was moved, renamed or cancelled.
    """

    id: str
    day: date
    starts: time | None
    title: str
    text: str
    state: State
    place: str | None = None
    address: str | None = None


def as_calendar(name: str, events: Sequence[Event], zone: str, built_for: date) -> bytes:
    """Give a calendar with these events, the zone's own clock changes in it, as stated on the day ``built_for``."""
    calendar = Calendar()
    calendar.add("prodid", "-//Panel Papers//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)  # what programs older than RFC 7986 read
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    stated = datetime.combine(built_for, time.min, UTC)
    for event in events:
        calendar.add_component(_entry(event, zone, stated))
    if events:
        days = [event.day for event in events]
        calendar.add_missing_timezones(date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1))
    return bytes(calendar.to_ical())


def _entry(event: Event, zone: str, stated: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", event.id)
    entry.add("dtstamp", stated)
    entry.add("dtstart", datetime.combine(event.day, event.starts, ZoneInfo(zone)) if event.starts else event.day)
    entry.add("summary", event.title)
    entry.add("description", event.text)
    entry.add("status", event.state)
    # A whole day takes nobody's time, and nobody waits in an empty room.
    entry.add("transp", "OPAQUE" if event.starts and event.state != "CANCELLED" else "TRANSPARENT")
    if event.place:
        entry.add("location", event.place)
    if event.address:
        entry.add("url", event.address)
    return entry
