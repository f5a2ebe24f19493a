"""The calendar and the feed of a small panel: every meeting, every last day for questions, every decision."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from icalendar import Calendar
from lxml import etree

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.figures import figures_of
from panelpapers.pages.following import following_files
from panelpapers.pages.following_apart import files_apart
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.minutes import Correction
from panelpapers.records.publication import Records
from tests.pages.reading_pages import small_site
from tests.river_valley import TEMPLATES, TODAY, river_valley

HOME = "https://papers.example/panel/"
SECOND = Path(__file__).parents[1] / "cases" / "second-panel"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
NAME = "River Valley Police and Crime Panel"


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
    before = min(river_valley().agendas)
    cancelled = [one for one, meeting in meetings.items() if meeting.state == "cancelled"]
    for one in meetings:
        assert (entries[f"meeting-{one}"]["status"] == "CANCELLED") == (one in cancelled)
        assert (f"questions-{one}" in entries) == (one not in cancelled and one >= before)


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


def followed(records: Records, today: date = TODAY, **names: Any) -> tuple[list[Any], dict[str, tuple[str, str]]]:
    """Give the events of the calendar, and of each entry of the feed, by its title, the id and the day."""
    calendar, feed = following_files(Dossier(records), today, HOME, **names)
    entries = etree.fromstring(feed.content).findall("a:entry", ATOM)
    told = {
        str(entry.findtext("a:title", namespaces=ATOM)): (
            str(entry.findtext("a:id", namespaces=ATOM)),
            str(entry.findtext("a:updated", namespaces=ATOM))[:10],
        )
        for entry in entries
    }
    return list(Calendar.from_ical(calendar.content).walk("VEVENT")), told


AGENDA, DECIDED, PAPER = (
    "Agenda of 31 March 2027",
    "2 decisions of 31 March 2027",
    "Paper for 31 March 2027: Patrols from January to March",
)
MEETING = "2027-03-31"
CORRECTED = {"corrected_on": date(2027, 4, 10)}


@pytest.mark.parametrize(
    ("title", "family", "key"),
    [(AGENDA, "agendas", MEETING), (DECIDED, "minutes", MEETING), (PAPER, "papers", (MEETING, "patrols"))],
    ids=["agenda", "minutes", "paper"],
)
@pytest.mark.parametrize(("today", "moves"), [(date(2027, 4, 9), False), (date(2027, 4, 10), True)])
def test_a_correction_moves_the_day_of_an_entry_once_it_is_made(
    title: str, family: str, key: Any, today: date, moves: bool
) -> None:
    records = river_valley()
    before = getattr(records, family)
    instead: dict[str, Any] = {family: {**before, key: before[key].model_copy(update=CORRECTED)}}
    put_right = replace(records, **instead)
    was, now = (followed(chosen, today)[1][title] for chosen in (records, put_right))
    assert was[0] == now[0]
    assert (now[1] == "2027-04-10", now[1] == was[1]) == (moves, not moves)


def test_minutes_that_were_corrected_when_they_were_confirmed_are_news_of_that_day() -> None:
    records = river_valley()
    january = records.minutes["2027-01-20"]
    corrections = [Correction(minute=january.minutes[0].number, was="Nine.", now="Ten.")]
    corrected = {**records.minutes, "2027-01-20": january.model_copy(update={"corrections": corrections})}
    title = next(title for title in followed(records)[1] if title.endswith("20 January 2027"))
    assert "2027-01-20" in {minute.confirms for minute in records.minutes[MEETING].minutes}
    assert followed(replace(records, minutes=corrected))[1][title][1] == MEETING


def test_what_has_another_address_keeps_its_id() -> None:
    addresses = {f"meetings/{MEETING}/papers/patrols/": f"meetings/{MEETING}/papers/night-patrols/"}
    renamed, as_it_was = followed(river_valley(), first=addresses)[1], followed(river_valley())[1]
    assert renamed[PAPER][0] == str(uuid5(NAMESPACE_URL, f"{NAME}/{addresses.popitem()[1]}").urn)
    assert {title: renamed[title] for title in renamed if title != PAPER} == {
        title: as_it_was[title] for title in as_it_was if title != PAPER
    }


def test_what_nobody_dated_is_told_by_the_day_of_its_meeting() -> None:
    panel = river_valley().panel
    assert panel is not None
    records = replace(river_valley(), panel=panel.model_copy(update={"notice_rule": None}), packaged={})
    undated = {key: agenda.model_copy(update={"published": None}) for key, agenda in records.agendas.items()}
    titles = [
        followed(replace(records, agendas=undated), today)[1].keys() for today in (date(2027, 6, 1), date(2027, 6, 2))
    ]
    assert ["Agenda of 2 June 2027" in there for there in titles] == [False, True]


def test_a_usual_length_stands_where_no_end_is_known() -> None:
    records = river_valley()
    assert records.panel is not None
    panel = records.panel.model_copy(update={"usual_length": 90})
    entries = {str(entry["uid"]).split("@")[0]: entry for entry in followed(replace(records, panel=panel))[0]}
    june, march = entries["meeting-2027-06-02"], entries["meeting-2027-03-31"]
    assert june.end - june.start == timedelta(minutes=90)
    assert "The entry lasts 1 hour 30 minutes, which is usual." in str(june["description"])
    assert march.end.strftime("%H:%M") == records.minutes[MEETING].closed.strftime("%H:%M")  # type: ignore[union-attr]
    assert (
        "dtend"
        not in {str(entry["uid"]).split("@")[0]: entry for entry in followed(records)[0]}["meeting-2027-06-02"]
    )


def test_a_panel_without_papers_has_an_empty_feed_that_no_day_changes() -> None:
    empty = Records(panel=river_valley().panel)
    feeds = [following_files(Dossier(empty), today, HOME)[1].content for today in (TODAY, date(2030, 1, 1))]
    assert feeds[0] == feeds[1]
    assert b"<updated>2000-01-01T00:00:00+00:00</updated>" in feeds[0]


def ids_in(site: Site, address: str) -> set[str]:
    return {
        str(entry["uid"]).split("@")[0] for entry in Calendar.from_ical(site.files[address].content).walk("VEVENT")
    }


def test_calendars_of_years_and_of_last_days_part_what_the_whole_one_has(site: Site) -> None:
    whole, apart = ids_in(site, "calendar.ics"), ids_in(site, "calendars/deadlines.ics")
    assert ids_in(site, "calendars/2027.ics") == whole | {name for name in apart if name.startswith("due-")}
    assert ids_in(site, "calendars/meetings.ics") == {name for name in whole if name.startswith("meeting-")}
    assert {name for name in apart if name.startswith("questions-")} == whole - ids_in(site, "calendars/meetings.ics")


def test_the_entry_of_a_meeting_has_its_agenda_unless_it_is_called_off(entries: dict[str, dict[str, object]]) -> None:
    told = str(entries["meeting-2027-03-31"]["description"]).split("\n")
    agenda = river_valley().agendas["2027-03-31"]
    assert told[told.index("Agenda:") + 1 :] == [f"{item.label} {item.title}".strip() for item in agenda.every_item]
    assert "Agenda:" not in str(entries["meeting-2027-01-20"]["description"])


@pytest.fixture(scope="module")
def feeds() -> dict[str, bytes]:
    """Give the feeds of a panel that has all kinds of news, by their addresses."""
    dossier, day = Dossier(read_folder(SECOND).records).public, date(2027, 4, 15)
    said = {indicator_id: figure.words for indicator_id, figure in figures_of(dossier, default_folder()).items()}
    return {file.address: file.content for file in files_apart(dossier, day, HOME, "", {}, said)}


@pytest.mark.parametrize(
    ("feed", "kinds"),
    [
        ("all", {"agenda", "paper", "decisions", "action", "figure"}),
        ("meetings", {"agenda", "paper"}),
        ("decisions", {"decisions"}),
        ("actions", {"action"}),
        ("figures", {"figure"}),
    ],
)
def test_each_feed_has_its_kinds_of_news_in_two_forms(feeds: dict[str, bytes], feed: str, kinds: set[str]) -> None:
    entries = etree.fromstring(feeds[f"feeds/{feed}.xml"]).findall("a:entry", ATOM)
    told = json.loads(feeds[f"feeds/{feed}.json"])
    assert (told["version"], told["feed_url"]) == ("https://jsonfeed.org/version/1.1", f"{HOME}feeds/{feed}.json")
    assert {tag for item in told["items"] for tag in item["tags"]} == kinds
    for item, entry in zip(told["items"], entries, strict=True):
        assert item["id"] == entry.findtext("a:id", "", ATOM)
        assert [term.get("term") for term in entry.iterfind("a:category", ATOM)] == item["tags"]
        assert item["content_text"] == (
            entry.findtext("a:content", "", ATOM) or entry.findtext("a:summary", "", ATOM)
        )
        assert item["url"].startswith(HOME)


def test_an_entry_says_in_full_what_it_tells(feeds: dict[str, bytes]) -> None:
    told = {item["title"]: item["content_text"] for item in json.loads(feeds["feeds/all.json"])["items"]}
    assert told["2 decisions of 8 February 2027"] == (
        "Resolution 7 (i): The precept was supported.\n\n"
        "Resolution 7 (ii): The commissioner is to publish response times by area."
    )
    assert told["Action 7, the Commissioner: to be done"] == "The commissioner is to send a list of stations."
    assert "2027-03-31: proposed for discharge" in told["Action 7 (ii), the Commissioner: an outcome is told"]


def test_what_stood_in_the_feed_of_papers_and_decisions_has_the_same_id_in_that_of_all(site: Site) -> None:
    was, every = (
        {entry.text for entry in etree.fromstring(site.files[name].content).iterfind("a:entry/a:id", ATOM)}
        for name in ("feed.xml", "feeds/all.xml")
    )
    assert was <= every
