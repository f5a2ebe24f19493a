"""Lists, calendars and feeds of each body of a site that is of several, and of all of them together."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from markupsafe import escape

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.references import place_named
from panelpapers.pages.search import found_as
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.language import unmarked
from panelpapers.records.meeting import Meeting
from panelpapers.records.regime import Forms
from tests.bodies import copy_of
from tests.pages.reading_pages import leads_somewhere, links, part, small_site, words
from tests.river_valley import changed, copy_with, site_of
from tests.saltmere import FOLDER, TODAY, saltmere, saltmere_site


@pytest.fixture
def site() -> Site:
    return saltmere_site()


def text(site: Site, address: str) -> str:
    return words(str(site.pages[address].html))


def titles(site: Site, address: str) -> list[str]:
    """Give the titles of the meetings of a calendar, without last days for questions."""
    events = Calendar.from_ical(site.files[address].content).walk("VEVENT")
    return [str(event["summary"]) for event in events if "question" not in str(event["summary"])]


def test_a_site_of_one_body_has_no_lists_of_bodies() -> None:
    assert not [address for address in (*small_site().pages, *small_site().files) if address.startswith("bodies/")]


def test_every_title_is_there_once_and_every_link_leads_somewhere(site: Site) -> None:
    every = [page.title for page in site.pages.values()]
    assert len(every) == len({*every})
    for address in (address for address in site.pages if address.startswith(("bodies/", "members/", "meetings/"))):
        targets = {target for target in links(site, address).values() if "@" not in target and "//" not in target}
        by_hand = {target for target in targets if target.startswith(("about/", "editors/")) or target in site.files}
        assert not [target for target in targets - by_hand if not leads_somewhere(site, target)], address


def test_each_body_lists_its_own_meetings_and_all_are_listed_together(site: Site) -> None:
    planning = text(site, "bodies/planning/meetings/")
    assert re.findall(r"Meeting of \w+ (\d+ \w+ 2027)", planning) == ["14 July 2027", "30 June 2027", "9 June 2027"]
    assert "Every meeting of the Planning Committee that this site knows" in planning
    assert len(re.findall("Meeting of", text(site, "meetings/"))) == len(saltmere().meetings)


def test_a_body_has_the_lists_that_hold_something(site: Site) -> None:
    assert {"bodies/planning/actions/", "bodies/planning/decisions/2027/"} <= site.pages.keys()
    assert "bodies/quay/actions/" not in site.pages
    own = links(site, "bodies/quay/")
    assert [name for name in own if name.startswith("Actions")] == []
    assert own["Meetings: Quay and Market Committee"] == "bodies/quay/meetings/"


def test_attendance_counts_within_a_body(site: Site) -> None:
    member = site.pages["members/ada-fenn/"].html
    assert part(member, "Attendance at meetings of the Council").startswith("Present at 2 of 2 meetings.")
    committee = part(member, "Attendance at meetings of the Planning Committee")
    assert committee.startswith("Present at 1 of 2 meetings; neither present nor apologies at 1.")


def test_members_on_the_day_of_a_joint_meeting_are_those_of_both_bodies(site: Site) -> None:
    told = text(site, "members/on/2027-06-30/")
    assert "Who had a seat on the day of the meeting of 30 June 2027 (Planning Committee and Quay and Market" in told
    assert [name for name in ("Ada Fenn", "Ben Oake", "Cat Rudd") if name not in told] == []
    assert "Cat Rudd" not in text(site, "members/on/2027-06-09-planning/")


def test_no_page_says_that_the_panel_did_what_a_committee_did(site: Site) -> None:
    own = [address for address in site.pages if "2027-06" in address or address.startswith(("bodies/", "members/"))]
    assert [address for address in own if re.search(r"\bthe panel\b", text(site, address), re.I)] == []
    assert "What the Planning Committee resolved in minute 1" in text(site, "meetings/2027-06-09-planning/minutes/")


def test_each_body_has_its_own_rule_on_questions_and_a_next_meeting_of_its_own(site: Site) -> None:
    page = site.pages["questions/"].html
    asking = part(page, "Ask a question")
    assert "5 days before the meeting, counted as calendar days." in asking
    assert "2 days before the meeting, counted as calendar days." in asking
    assert "Quay" not in asking
    assert "Standing order 22" in part(page, "Rule of: Planning Committee")
    assert "Quay and Market Committee)" not in text(site, "questions/").replace("Planning Committee and Quay", "")


def test_a_meeting_has_the_contact_and_the_rules_of_its_body(site: Site) -> None:
    joint = text(site, "meetings/2027-06-30/")
    assert "Held by Planning Committee and Quay and Market Committee" in joint
    assert "Jon Weir, Planning Officer: planning@saltmere.example" in joint
    assert "6 days before the meeting" in joint
    assert "Questions" not in text(site, "meetings/2027-06-09-quay/")


def test_the_meeting_before_is_the_last_of_the_same_body(site: Site) -> None:
    council = links(site, "meetings/2027-07-21/")
    assert council["Meeting before this: 12 May 2027 (Saltmere Town Council)"] == "meetings/2027-05-12/"


def test_calendars_tell_who_meets_and_know_a_meeting_by_one_id(site: Site) -> None:
    assert titles(site, "bodies/planning/calendar.ics") == [
        "Saltmere Town Council: meeting (Planning Committee)",
        "Saltmere Town Council: meeting (Planning Committee and Quay and Market Committee)",
        "Saltmere Town Council: meeting (Planning Committee)",
    ]
    own = titles(site, "bodies/council/calendar.ics")
    assert own[:2] == ["Saltmere Town Council: meeting (annual)", "Saltmere Town Council: meeting"]
    ids = re.compile(rb"UID:(\S+)")
    assert {*ids.findall(site.files["bodies/quay/calendar.ics"].content)} < {
        *ids.findall(site.files["calendar.ics"].content)
    }


def test_a_meeting_that_went_on_after_midnight_ends_on_the_next_day(site: Site) -> None:
    assert b"DTEND;TZID=Europe/London:20270610T002000" in site.files["bodies/planning/calendar.ics"].content
    assert "It lasted 6 hours 20 minutes." in text(site, "meetings/2027-06-09-planning/minutes/")


def test_the_feed_of_a_body_tells_of_it_alone(site: Site) -> None:
    feed = site.files["bodies/quay/feed.xml"].content.decode()
    assert "1 decision of 9 June 2027 (Quay and Market Committee)" in feed
    assert "(Planning Committee)" not in feed
    assert 'href="../../decisions/2027-06-09-quay/"' in feed


def test_home_leads_to_each_body(site: Site) -> None:
    home = part(site.pages[""].html, "Bodies on this site")
    assert "Quay and Market Committee. Next: meeting of Wednesday 21 July 2027" in home


def test_what_is_new_counts_from_the_last_meeting_of_the_body(site: Site) -> None:
    assert "Since the meeting of" not in text(site, "bodies/council/")
    assert "1 action is proposed for discharge" in text(site, "bodies/planning/")


def test_a_page_is_found_by_every_body_that_met(site: Site) -> None:
    page = site.pages["meetings/2027-06-30/minutes/"]
    found = found_as(page, page.title, site.regime.forms)
    assert [found["body-1"], found["body-2"]] == ["Planning Committee", "Quay and Market Committee"]
    assert 'name="body" value="Quay and Market Committee"' in site.pages["search/"].html


@pytest.mark.parametrize(
    ("named", "place"),
    [
        ("Minutes of 9 June 2027 (Quay and Market Committee), minute 1", "2027-06-09-quay/minutes/#minute-1"),
        ("Minutes of 12 May 2027 (Saltmere Town Council, annual), minute 4", "2027-05-12-annual/minutes/#minute-4"),
        ("Agenda of 12 May 2027", "2027-05-12/agenda/"),
    ],
)
def test_a_document_is_named_with_what_tells_its_meeting_from_others(named: str, place: str) -> None:
    assert place_named(named, saltmere()) == f"meetings/{place}"
    assert place_named("Minutes of 9 June 2027, minute 1", saltmere()) is None


@pytest.mark.parametrize(("today", "over"), [(date(2027, 6, 1), False), (date(2027, 6, 2), True)])
def test_an_action_is_overdue_once_its_day_is_over(today: date, over: bool) -> None:
    site = site_of(saltmere(), today)
    heading = "Committees: action 4 (ii) of 12 May 2027 (Saltmere Town Council, annual)"
    action = part(site.pages["actions/2027/"].html, heading)
    assert " 1 June 2027" in action
    assert ("That day is over, and no paper on this site says that it was done" in action) is over
    assert ("It was due on 1 June 2027." in text(site, "")) is over


def test_an_action_that_is_told_to_be_done_is_not_overdue() -> None:
    done = next(action for action in Dossier(saltmere()).actions if action.due == "2027-07-14-planning")
    assert not done.overdue(date(2028, 1, 1))


def test_two_meetings_of_one_body_on_a_day_are_told_apart(tmp_path: Path) -> None:
    folder = copy_with(tmp_path, {})
    (folder / "meetings" / "2027-06-02-budget").mkdir()
    (folder / "meetings" / "2027-06-02-budget" / "meeting.yml").write_text("starts: 9:00\n", encoding="utf-8")
    site = site_of(changed(tmp_path / "more", "meetings/2027-06-02-budget/meeting.yml", "9:00", "09:30", folder))
    assert [
        page.title for address, page in site.pages.items() if re.fullmatch(r"meetings/2027-06-02[^/]*/", address)
    ] == [
        "Meeting of 2 June 2027 (budget)",
        "Meeting of 2 June 2027",
    ]
    assert titles(site, "calendar.ics")[-2:] == [
        "River Valley Police and Crime Panel: meeting (budget)",
        "River Valley Police and Crime Panel: meeting",
    ]


def test_the_note_on_councils_stands_with_the_members_of_the_own_body(tmp_path: Path) -> None:
    remark = "body: council\nauthorities_remark: No paper lists the wards.\n"
    site = site_of(changed(tmp_path, "panel.yml", "body: council\n", remark, FOLDER), date(2027, 7, 5))
    assert "No paper lists the wards." in text(site, "bodies/council/members/")
    assert "No paper lists the wards." not in text(site, "bodies/planning/members/")
    assert leads_somewhere(site, links(site, "notes/")["Members"])


def test_of_a_guest_at_a_joint_meeting_no_contact_and_no_rule_is_told(tmp_path: Path) -> None:
    joint = "  - planning\n  - quay\n"
    records = changed(tmp_path, "meetings/2027-06-30/meeting.yml", joint, f"{joint}  - district\n", FOLDER)
    site = site_of(records, date(2027, 7, 5))
    assert "clerk@saltmere.example" not in text(site, "bodies/district/")
    assert "Marshland District Council" not in part(site.pages["questions/"].html, "Ask a question")
    assert "Before: meeting of Wednesday 30 June 2027" in text(site, "bodies/district/")


def test_a_committee_that_ended_says_so_on_its_own_pages_and_on_no_others(tmp_path: Path) -> None:
    quay = "  - id: quay\n"
    end = f"{quay}    until: 2027-07-21\n    became: [planning]\n    vacancies:\n      - begins: 2027-06-01\n"
    records = changed(tmp_path, "bodies.yml", quay, end, FOLDER)
    after, before = site_of(records, date(2027, 7, 22)), site_of(records, date(2027, 7, 21))
    told = "The Quay Committee ended on 21 July 2027. It became Planning Committee."
    pages = {address for address in after.pages if told in text(after, address)}
    assert pages == {"bodies/quay/members/", "bodies/quay/"}
    assert "Cat Rudd. From 12 May 2027 until the Quay Committee ended" in text(after, "bodies/quay/members/")
    assert "Empty seats Member: empty since 1 June 2027" in text(before, "bodies/quay/members/")
    assert "Empty seats" not in text(after, "bodies/quay/members/")
    assert "Empty seats" not in text(before, "bodies/planning/members/")


@pytest.mark.parametrize("word", ["council", "board"])
def test_a_site_of_one_body_calls_it_by_the_word_of_its_regime(word: str, tmp_path: Path) -> None:
    regime = "language: en\n"
    board = FOLDER.parent / "harbour-board"
    one = changed(tmp_path, "regimes/own.yml", regime, f"{regime}words:\n  body: {word}\n", board)
    pages = site_of(one, date(2030, 1, 1)).pages
    meeting_id = next(iter(one.minutes))
    assert f"Who was a member of the {word} on" in pages[f"members/on/{meeting_id}/"].summary
    assert (
        pages["meetings/"].summary
        == f"All meetings of the {word} that this site knows, with what is published of each."
    )
    assert f"Members of the {word} present" in words(str(pages[f"meetings/{meeting_id}/minutes/"].html))


def test_a_seat_that_is_not_that_of_a_member_is_named_in_every_list(tmp_path: Path) -> None:
    seat = "      - seat: member\n        of: quay\n"
    elder = "      - seat: Elder of the fishers\n        of: quay\n        authority: district\n        votes: no\n"
    made = site_of(changed(tmp_path, "people.yml", seat, elder, FOLDER), date(2027, 7, 5))
    for address in ("members/", "bodies/quay/members/"):
        assert "Cat Rudd, Elder of the fishers, without a vote. From" in text(made, address), address


def test_a_list_of_one_item_is_told_as_one(site: Site) -> None:
    told = [page.summary for page in site.pages.values() if page.address.endswith("/agenda/")]
    assert any(": 1 item of business" in summary for summary in told)
    assert not any(": 1 items" in summary for summary in told)


def test_where_no_meeting_is_counted_there_is_no_table_of_noughts(tmp_path: Path) -> None:
    seat = "  - id: cat-rudd\n"
    term = "      - {seat: elder, of: district, source: Charter}\n"
    elder = f"  - id: dan-elm\n    name: Dan Elm\n    role: Elder\n    terms:\n{term}"
    records = changed(tmp_path, "people.yml", seat, f"{elder}{seat}", FOLDER)
    meetings = {**records.meetings, "2027-07-28": Meeting(body="district")}
    made = site_of(replace(records, meetings=meetings), date(2027, 7, 5))
    assert "No meeting is counted" in part(made.pages["bodies/district/members/"].html, "Attendance")
    assert links(made, "members/dan-elm/")["Attendance of all members of the Marshland District Council"]
    assert "No meeting is counted" not in text(made, "bodies/planning/members/")


def test_the_day_of_a_meeting_stands_beside_who_holds_it_and_does_not_name_them_again(site: Site) -> None:
    told = text(site, "meetings/2027-06-09-planning/")
    assert re.search(r"Date Wednesday 9 June 2027 (?!\()", told)
    assert "Meeting of 9 June 2027 (" in told


@pytest.mark.parametrize(
    ("typed", "found", "shown"),
    [
        (
            "name: Pwyllgor Cynllunio\n    language: cy",
            "Pwyllgor Cynllunio",
            '<span lang="cy">Pwyllgor Cynllunio</span>',
        ),
        ("name:\n      en: Planning Board\n      cy: Bwrdd Cynllunio", "Planning Board", "Planning Board"),
        ("name: Plans & Places", "Plans & Places", "Plans &amp; Places"),
    ],
)
def test_a_body_in_any_language_is_shown_in_it_and_found_by_one_name(
    tmp_path: Path, typed: str, found: str, shown: str
) -> None:
    data = copy_of("saltmere", tmp_path, "bodies.yml", "name: Planning Committee", typed)
    bodies = (data / "bodies.yml").read_text(encoding="utf-8")
    (data / "bodies.yml").write_text(re.sub("    about: Looks at every plan.*\n", "", bodies), encoding="utf-8")
    site = site_of(read_folder(data).records, TODAY)
    page = site.pages["meetings/2027-06-09-planning/"]
    assert f"<h1>Meeting of 9 June 2027 ({shown})</h1>" in page.html
    assert found_as(page, page.title, Forms())["body-1"] == found
    assert f'name="body" value="{escape(found)}"' in site.pages["search/"].html
    references = site.files["search/references.json"].content.decode()
    assert f'"9 June 2027 ({found})","{found}"' in references
    assert unmarked(references) == references
    assert place_named(f"Minutes of 9 June 2027 ({found})", Dossier(read_folder(data).records).public.records)
