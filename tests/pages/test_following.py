"""The calendar and the feed of a small panel: every meeting, every last day for questions, every decision."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar
from lxml import etree

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.following import following_files
from panelpapers.pages.site import Site
from tests.pages.reading_pages import small_site
from tests.river_valley import TEMPLATES, TODAY, river_valley

HOME = "https://papers.example/panel/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def site() -> Site:
    return build(Dossier(river_valley()), TODAY, TEMPLATES, default_folder(), home=HOME)


@pytest.fixture(scope="module")
def entries(site: Site) -> dict[str, dict[str, object]]:
    """Give the entries of the calendar by their ids, up to the name of the panel."""
    calendar = Calendar.from_ical(site.files["calendar.ics"].content)
    return {str(entry["uid"]).split("@")[0]: entry for entry in calendar.walk("VEVENT")}


def test_each_meeting_is_in_the_calendar_once(entries: dict[str, dict[str, object]]) -> None:
    assert {one for one in entries if one.startswith("meeting-")} == {
        f"meeting-{one}" for one in river_valley().meetings
    }


def test_a_cancelled_meeting_stays_and_has_no_last_day_for_questions(entries: dict[str, dict[str, object]]) -> None:
    meetings = river_valley().meetings
    cancelled = [one for one, meeting in meetings.items() if meeting.state == "cancelled"]
    for one in meetings:
        assert (entries[f"meeting-{one}"]["status"] == "CANCELLED") == (one in cancelled)
        assert (f"questions-{one}" in entries) == (one not in cancelled)


def test_a_meeting_that_is_cancelled_is_cancelled_in_the_calendar() -> None:
    records = river_valley()
    june = records.meetings["2027-06-02"].model_copy(update={"state": "cancelled"})
    dossier = Dossier(replace(records, meetings={**records.meetings, "2027-06-02": june}))
    calendar = Calendar.from_ical(following_files(dossier, TODAY, HOME)[0].content)
    states = {str(entry["uid"]).split("@")[0]: entry["status"] for entry in calendar.walk("VEVENT")}
    assert states["meeting-2027-06-02"] == "CANCELLED"
    assert (states["questions-2027-06-02"], states["questions-2027-03-31"]) == ("CANCELLED", "CONFIRMED")


def test_entries_lead_to_pages_of_the_site(site: Site, entries: dict[str, dict[str, object]]) -> None:
    for entry in entries.values():
        assert str(entry["url"]).removeprefix(HOME) in site.pages


def feed_of(site: Site) -> etree._Element:
    return etree.fromstring(site.files["feed.xml"].content)


def test_the_feed_is_in_order_and_leads_to_pages_of_the_site(site: Site) -> None:
    feed = feed_of(site)
    days = [date.fromisoformat(str(one.text)[:10]) for one in feed.findall("a:entry/a:updated", ATOM)]
    links = [str(one.get("href")) for one in feed.findall("a:entry/a:link", ATOM)]
    assert days
    assert days == sorted(days, reverse=True)
    assert all(link.removeprefix(HOME) in site.pages for link in links)


def test_ids_of_the_feed_stay_when_the_site_moves(site: Site) -> None:
    elsewhere = feed_of(small_site())
    ids = [one.text for one in elsewhere.iter("{http://www.w3.org/2005/Atom}id")]
    assert ids == [one.text for one in feed_of(site).iter("{http://www.w3.org/2005/Atom}id")]
    assert len(ids) == len(set(ids))


def test_every_meeting_with_decisions_is_news(site: Site) -> None:
    deciding = {
        one for one, held in river_valley().minutes.items() if any(minute.resolutions for minute in held.minutes)
    }
    links = {str(one.get("href")) for one in feed_of(site).findall("a:entry/a:link", ATOM)}
    assert deciding
    assert {f"{HOME}decisions/{one}/" for one in deciding} <= links
