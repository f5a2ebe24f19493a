"""A panel's year as a clerk types it, and what its pages, calendar and feed say on days of that year."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from ruamel.yaml import YAML

from panelpapers.facts.actions import actions
from panelpapers.pages.site import File, Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from tests.pages.reading_pages import words
from tests.river_valley import site_of

pytestmark = pytest.mark.slow

CASES = Path(__file__).parents[1] / "cases"
TOLD = YAML(typ="safe").load((CASES / "panel-year-told.yml").read_text(encoding="utf-8"))


@cache
def panel_year() -> Records:
    reading = read_folder(CASES / "panel-year")
    assert reading.problems == ()
    return reading.records


@cache
def site_on(day: date) -> Site:
    return site_of(panel_year(), day)


@pytest.mark.parametrize("case", TOLD, ids=lambda case: case["why"])
def test_a_page_says_what_was_told_by_its_day(case: dict[str, Any]) -> None:
    text = words(str(site_on(case["day"]).pages[case["page"]].html))
    assert case["says"] in text
    assert "never" not in case or case["never"] not in text


def content_of(day: date, address: str) -> bytes:
    file = site_on(day).files[address]
    assert isinstance(file, File)
    return file.content


def event(day: date, uid: str) -> dict[str, Any]:
    events = Calendar.from_ical(content_of(day, "calendar.ics")).walk("VEVENT")
    return next({**one} for one in events if str(one["UID"]).startswith(uid))


def test_a_meeting_that_gets_its_new_day_later_is_the_same_event_with_a_higher_sequence() -> None:
    planned, postponed, dated = (
        event(day, "meeting-2028-07-10@") for day in (date(2028, 6, 28), date(2028, 7, 12), date(2028, 9, 20))
    )
    assert [int(one["SEQUENCE"]) for one in (planned, postponed, dated)] == [0, 1, 2]
    assert [str(one["STATUS"]) for one in (planned, postponed, dated)] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert dated["DTSTART"].dt.date() == date(2028, 10, 16)


def test_a_feed_dates_corrections_and_new_days_by_what_tells_them() -> None:
    def updated(day: date, title: str) -> str:
        feed = content_of(day, "feed.xml").decode()
        return feed.partition(f"<title>{title}</title>")[2].partition("<updated>")[2][:10]

    assert updated(date(2028, 3, 6), "3 decisions of 17 January 2028") == "2028-01-31"
    assert updated(date(2028, 3, 25), "3 decisions of 17 January 2028") == "2028-03-20"
    assert updated(date(2028, 9, 20), "Meeting of 10 July 2028: moved to 16 October 2028") == "2028-09-20"


def test_no_two_pages_have_one_title() -> None:
    titles = [page.title for page in site_on(date(2028, 10, 10)).pages.values() if "12 June" in page.title]
    assert len(titles) == len(set(titles)) > 6


def test_an_action_of_the_second_meeting_of_a_day_is_that_of_its_own_minutes() -> None:
    found = {action.id: action.status for action in actions(panel_year())}
    assert found["2028-06-12-complaints-1"] == "discharged"
