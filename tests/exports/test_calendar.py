"""The calendar as a calendar program reads it: nothing vanishes and no hour shifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from panelpapers.exports.calendar import Event, as_calendar

WINTER = Event(
    "meeting-2026-01-05@a", date(2026, 1, 5), time(14), "A; b, c", "Two\nlines", "CONFIRMED", "Room 1, Town"
)
SUMMER = Event("meeting-2026-07-06@a", date(2026, 7, 6), time(14), "Summer", "é " * 80, "TENTATIVE")
WHOLE_DAY = Event(
    "questions@a", date(2026, 1, 1), None, "Last day", "Rule", "CONFIRMED", address="https://a.example/q/"
)
SECOND = timedelta(seconds=1)
CANCELLED = Event("meeting-2026-03-02@a", date(2026, 3, 2), time(10), "Cancelled", "Why", "CANCELLED")


def read(*events: Event) -> Calendar:
    written = as_calendar("Panel: meetings", "Europe/London", events)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))  # RFC 5545, 3.1
    return Calendar.from_ical(written)


def parts(*events: Event, kind: str = "VEVENT") -> list[Any]:
    """Give the parts of a kind, whose values have types of all kinds."""
    return list(read(*events).walk(kind))


def zones(written: bytes) -> list[Any]:
    return list(Calendar.from_ical(written).walk("VTIMEZONE"))


def test_hours_are_those_of_the_panel_in_winter_and_in_summer() -> None:
    winter, summer = (entry.DTSTART for entry in read(WINTER, SUMMER).events)
    assert isinstance(winter, datetime)
    assert isinstance(summer, datetime)
    assert winter.astimezone(UTC) == datetime(2026, 1, 5, 14, tzinfo=UTC)
    assert summer.astimezone(UTC) == datetime(2026, 7, 6, 13, tzinfo=UTC)


def test_the_clock_changes_stand_in_the_file_for_programs_that_know_no_zones() -> None:
    (zone,) = read(WINTER, SUMMER).walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/London"
    assert {part.name for part in zone.subcomponents} == {"STANDARD", "DAYLIGHT"}


@pytest.mark.parametrize("name", ["Europe/London", "America/Los_Angeles", "Pacific/Auckland"])
@pytest.mark.parametrize("year", [1997, 2009, 2026, 2036])
def test_the_clock_changes_in_the_file_at_the_hour_at_which_it_does(year: int, name: str) -> None:
    """An hour is looked at just before and just after each change, by the rules that stand in the file."""
    event = replace(WINTER, day=date(year, 6, 1))
    (zone,) = zones(as_calendar("Panel", name, [WINTER, event]))
    by_the_file, london = zone.to_tz(lookup_tzid=False), ZoneInfo(name)
    first = datetime(year, 1, 1, tzinfo=UTC)
    hours = [first + timedelta(hours=number) for number in range(365 * 24)]
    changes = [after for before, after in pairwise(hours) if moved(before, london) != moved(after, london)]
    assert len(changes) == 2
    for change in changes:
        for moment in (change - SECOND, change):
            assert moved(moment, by_the_file) == moved(moment, london)


def test_a_zone_whose_clocks_never_change_has_its_one_time() -> None:
    (zone,) = zones(as_calendar("Panel", "Asia/Kolkata", [WINTER]))
    assert [part.name for part in zone.subcomponents] == ["STANDARD"]


def moved(moment: datetime, zone: tzinfo) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


def test_an_event_takes_the_time_that_is_known() -> None:
    short, night = parts(
        replace(WINTER, length=timedelta(hours=2)), replace(SUMMER, starts=time(23), length=timedelta(minutes=90))
    )
    assert short.end - short.start == timedelta(hours=2)
    assert night.end.isoformat() == "2026-07-07T00:30:00+01:00"
    assert not any("dtend" in entry for entry in parts(WINTER, replace(WHOLE_DAY, length=timedelta(hours=2))))


def test_an_event_says_how_often_and_when_it_was_changed() -> None:
    unknown, summer = parts(replace(SUMMER, changed=2, told=date(2026, 7, 1)), WINTER)
    assert int(summer["sequence"]) == 2
    assert [summer[name].dt.isoformat() for name in ("dtstamp", "last-modified")] == ["2026-06-30T23:00:00+00:00"] * 2
    assert int(unknown["sequence"]) == 0
    assert "last-modified" not in unknown, "nobody recorded when it was told"


def test_an_entry_says_what_it_is_where_it_is_and_whether_it_takes_place() -> None:
    whole_day, winter, cancelled, summer = read(WINTER, SUMMER, WHOLE_DAY, CANCELLED).events
    assert (winter["summary"], winter["description"], winter["location"]) == ("A; b, c", "Two\nlines", "Room 1, Town")
    assert summer["status"] == "TENTATIVE"
    assert date(2026, 1, 1) == whole_day.DTSTART
    assert whole_day["url"] == "https://a.example/q/"
    assert (cancelled["status"], cancelled["transp"]) == ("CANCELLED", "TRANSPARENT")


def test_a_panel_without_meetings_has_an_empty_calendar() -> None:
    assert read().events == []


def test_the_same_events_are_the_same_bytes() -> None:
    twice = [as_calendar("Panel", "Europe/London", [WINTER, SUMMER]) for _ in range(2)]
    assert twice[0] == twice[1]
