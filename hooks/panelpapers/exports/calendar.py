"""Days and times as an iCalendar file (RFC 5545), to which people subscribe with the calendar they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone
from icalendar import Event as Entry

from ..facts.dates import BEFORE_ALL, ZONE, beginning_of
from ..records.language import language_of, unmarked

State = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]

_ZONE: Final = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""
"""The clock changes of the United Kingdom since 1996, each by the clock that goes before it (RFC 5545, 3.6.5)."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day. ``starts`` is the time in the panel's zone; without one the event takes the whole day.

    ``id`` stays the same for good: by it a calendar knows an event again that was moved, renamed or cancelled.
    Which of two versions of an event is newer, it knows by ``changed``, how often the event was changed, and by
    ``told``, the last day on which something of it was made known.
    """

    id: str
    day: date
    starts: time | None
    title: str
    text: str
    state: State
    place: str | None = None
    address: str | None = None
    length: timedelta | None = None
    changed: int = 0
    told: date | None = None


def as_calendar(name: str, events: Sequence[Event]) -> bytes:
    """Give a calendar with these events, the clock changes of the panel's zone in it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Panel Papers//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)  # what programs older than RFC 7986 read
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add_component(Timezone.from_ical(_ZONE))
    for event in events:
        calendar.add_component(_entry(event))
    return bytes(calendar.to_ical())


def _entry(event: Event) -> Entry:
    entry, told = Entry(), beginning_of(event.told or BEFORE_ALL).astimezone(UTC)
    entry.add("uid", event.id)
    entry.add("dtstamp", told)
    if event.told:
        entry.add("last-modified", told)
    entry.add("sequence", event.changed)
    starts = datetime.combine(event.day, event.starts, ZoneInfo(ZONE)) if event.starts else event.day
    entry.add("dtstart", starts)
    if event.starts and event.length:
        entry.add("dtend", starts + event.length)
    for name, text in (("summary", event.title), ("description", event.text), ("location", event.place)):
        if text:
            entry.add(name, unmarked(text), {"LANGUAGE": tag} if (tag := language_of(text)) else {})
    entry.add("status", event.state)
    # A whole day takes nobody's time, and nobody waits in an empty room.
    entry.add("transp", "OPAQUE" if event.starts and event.state != "CANCELLED" else "TRANSPARENT")
    if event.address:
        entry.add("url", event.address)
    return entry
