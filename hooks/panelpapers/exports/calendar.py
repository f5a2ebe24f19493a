"""Days and times as an iCalendar file (RFC 5545), to which people subscribe with the calendar they have."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar import Event as Entry

from ..facts.dates import BEFORE_ALL, beginning_of
from ..records.language import language_of, unmarked

State = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


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


def as_calendar(name: str, zone: str, events: Iterable[Event]) -> bytes:
    """Give a calendar with these events in order of time, the clock changes of the panel's time zone in it."""
    events = sorted(events, key=lambda event: (event.day, event.starts or time.min, event.id))
    calendar = Calendar()
    calendar.add("prodid", "-//Panel Papers//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)  # what programs older than RFC 7986 read
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add_component(_clock_changes(zone, [event.day.year for event in events if event.starts]))
    for event in events:
        calendar.add_component(_entry(event, zone))
    return bytes(calendar.to_ical())


def _clock_changes(name: str, years: Sequence[int]) -> Timezone:
    """Give a time zone with its clock changes in some years, each by the clock that goes before it (RFC 5545, 3.6.5).

    The library's own ``Timezone.from_tzid`` writes those of spring by the clock that goes after them.
    """
    zone, year = ZoneInfo(name), min(years, default=BEFORE_ALL.year)
    begins = datetime(year - 1, 1, 1, tzinfo=UTC)
    ends = datetime(max(years, default=year) + 2, 1, 1, tzinfo=UTC)
    groups: dict[tuple[str, str, timedelta, timedelta], list[datetime]] = {}
    if _offset(begins, zone) == _offset(begins + timedelta(days=182), zone):  # no change in the year before
        groups[_observance(begins, begins, zone)] = [begins.astimezone(zone).replace(tzinfo=None)]
    for day in range((ends - begins).days):
        before, after = begins + timedelta(days=day), begins + timedelta(days=day + 1)
        if _offset(before, zone) != _offset(after, zone):
            minutes = range(24 * 60)
            late = bisect(
                minutes,
                False,
                key=lambda late: _offset(before + timedelta(minutes=late), zone) != _offset(before, zone),
            )
            moment = before + timedelta(minutes=late)
            by_the_old = (moment + _offset(before, zone)).replace(tzinfo=None)
            groups.setdefault(_observance(before, after, zone), []).append(by_the_old)
    made = Timezone(tzid=name)
    for (kind, called, offset, new_offset), moments in groups.items():
        part = TimezoneDaylight() if kind == "DAYLIGHT" else TimezoneStandard()
        part.add("dtstart", moments[0])
        part.add("rdate", moments)  # the first too, because some programs look at nothing else
        part.add("tzname", called)
        part.add("tzoffsetfrom", offset)
        part.add("tzoffsetto", new_offset)
        made.add_component(part)
    return made


def _observance(before: datetime, after: datetime, zone: tzinfo) -> tuple[str, str, timedelta, timedelta]:
    """Say what a change of the clock leads to: summer time or not, its name, and how far it was from UTC, and is."""
    later = after.astimezone(zone)
    return (
        "DAYLIGHT" if later.dst() else "STANDARD",
        later.tzname() or "",
        _offset(before, zone),
        _offset(after, zone),
    )


def _offset(moment: datetime, zone: tzinfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _entry(event: Event, zone: str) -> Entry:
    entry, told = Entry(), beginning_of(event.told or BEFORE_ALL, zone).astimezone(UTC)
    entry.add("uid", event.id)
    entry.add("dtstamp", told)
    if event.told:
        entry.add("last-modified", told)
    entry.add("sequence", event.changed)
    starts = datetime.combine(event.day, event.starts, ZoneInfo(zone)) if event.starts else event.day
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
