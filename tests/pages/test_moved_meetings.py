"""The small panel in ``tests/cases/moved-meetings``: a meeting that moved, one cancelled, one without a new day.

Every page, the calendar and the feed say what became of each, and when it was made known.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import etree

from panelpapers.charts import default_folder
from panelpapers.pages.build import build
from panelpapers.pages.following import following_files
from panelpapers.pages.site import Site
from panelpapers.publication import check_folder, publish, remember
from tests.pages.reading_pages import links, part, words
from tests.river_valley import TEMPLATES, copy_with, copy_with_case

MOVED, NEW, CANCELLED, POSTPONED = "2027-06-02", "2027-06-16", "2027-07-07", "2027-09-08"
TODAY = date(2027, 5, 31)
ATOM = {"a": "http://www.w3.org/2005/Atom"}
BECAME = "The meeting of Wednesday 2 June 2027 was moved to Wednesday 16 June 2027."
MOVED_HERE = "The meeting of Wednesday 16 June 2027 was moved here from Wednesday 2 June 2027."


def site_on(folder: Path, today: date) -> Site:
    checked = check_folder(folder)
    assert checked.problems == ()
    return build(checked.dossier, today, TEMPLATES, default_folder())


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_with_case(tmp_path_factory.mktemp("moved"), "moved-meetings")


@pytest.fixture(scope="module")
def site(data: Path) -> Site:
    return site_on(data, TODAY)


def text(site: Site, address: str) -> str:
    return words(str(site.pages[address].html))


def followed(data: Path, today: date) -> bytes:
    """Give the feed alone as it is on a day."""
    return following_files(check_folder(data).dossier.public, today, "")[1].content


def events(site: Site) -> dict[str, dict[str, object]]:
    calendar = Calendar.from_ical(site.files["calendar.ics"].content)
    return {str(entry["uid"]).split("@")[0]: entry for entry in calendar.walk("VEVENT")}


def feed(content: bytes) -> dict[str, tuple[str, str, str]]:
    """Give the entries of the feed: by title, the id, the day and the text."""
    found = etree.fromstring(content).findall("a:entry", ATOM)
    return {
        str(entry.findtext("a:title", namespaces=ATOM)): (
            str(entry.findtext("a:id", namespaces=ATOM)),
            str(entry.findtext("a:updated", namespaces=ATOM))[:10],
            str(entry.findtext("a:summary", namespaces=ATOM)),
        )
        for entry in found
    }


@pytest.mark.parametrize(
    "address",
    [f"meetings/{MOVED}/", f"meetings/{MOVED}/agenda/", "meetings/", f"members/on/{MOVED}/"],
)
def test_pages_say_where_a_meeting_moved(site: Site, address: str) -> None:
    assert BECAME in text(site, address)
    assert f"meetings/{NEW}/" in links(site, address).values()


def test_the_page_of_a_moved_meeting_says_when_that_was_told_and_why(site: Site) -> None:
    page = text(site, f"meetings/{MOVED}/")
    assert "Made known on 26 May 2027. The room is used to count votes on that day." in page
    assert "must arrive by" not in page
    assert "No date or rule applies, because the meeting was called off." in page
    assert "will follow" not in page


def test_the_page_of_the_new_day_says_the_old_one_and_every_change(site: Site) -> None:
    page = text(site, f"meetings/{NEW}/")
    assert MOVED_HERE in page
    assert "Made known on 26 May 2027. The room is used" in page
    assert "Made known on 28 May 2027. Before, it was to start at 10am. Two members travel far." in page
    assert "11am to 12.30pm" in page
    assert f"meetings/{MOVED}/" in links(site, f"meetings/{NEW}/").values()


def test_what_has_no_new_day_says_so(site: Site) -> None:
    assert "The meeting of Wednesday 7 July 2027 was cancelled." in text(site, f"meetings/{CANCELLED}/")
    postponed = text(site, f"meetings/{POSTPONED}/")
    assert "The meeting of Wednesday 8 September 2027 was postponed: no new date is on this site." in postponed


@pytest.mark.parametrize("address", ["", "questions/"])
def test_what_people_look_at_first_says_each_move_once(site: Site, address: str) -> None:
    page = text(site, address)
    assert page.count(BECAME) + page.count(MOVED_HERE) == 1
    assert "The meeting of Wednesday 7 July 2027 was cancelled." in page
    assert "The meeting of Wednesday 8 September 2027 was postponed" in page


def test_the_next_meeting_is_the_one_on_the_new_day(site: Site) -> None:
    assert part(str(site.pages[""].html), "Next meeting").startswith("Meeting of Wednesday 16 June 2027, 11am")
    assert "For the meeting of Wednesday 16 June 2027" in text(site, "questions/")
    assert "For the meeting of Wednesday 2 June 2027" not in text(site, "questions/")


@pytest.mark.slow
def test_the_home_page_forgets_a_meeting_once_its_day_is_over(data: Path) -> None:
    after = site_on(data, date(2027, 7, 8))
    assert BECAME not in part(str(after.pages[""].html), "Next meeting")
    assert "was cancelled" not in part(str(after.pages[""].html), "Next meeting")
    assert "8 September 2027 was postponed" in part(str(after.pages[""].html), "Next meeting")


def test_a_moved_meeting_is_one_event_on_its_new_day(site: Site) -> None:
    entries = events(site)
    moved = entries[f"meeting-{MOVED}"]
    assert f"meeting-{NEW}" not in entries
    assert (moved["status"], int(str(moved["sequence"]))) == ("CONFIRMED", 2)
    assert moved.start == datetime.fromisoformat("2027-06-16T11:00+01:00")  # type: ignore[attr-defined]
    assert moved.end == datetime.fromisoformat("2027-06-16T12:30+01:00")  # type: ignore[attr-defined]
    assert moved["last-modified"].dt.isoformat() == "2027-05-27T23:00:00+00:00"  # type: ignore[attr-defined]
    questions = entries[f"questions-{MOVED}"]
    assert (questions["status"], questions.start.date()) == ("CONFIRMED", date(2027, 6, 4))  # type: ignore[attr-defined]


@pytest.mark.parametrize("meeting_id", [CANCELLED, POSTPONED])
@pytest.mark.parametrize("kind", ["meeting", "questions"])
def test_what_is_called_off_is_cancelled_in_the_calendar(site: Site, kind: str, meeting_id: str) -> None:
    entry = events(site)[f"{kind}-{meeting_id}"]
    assert (entry["status"], entry["transp"], int(str(entry["sequence"]))) == ("CANCELLED", "TRANSPARENT", 1)


def test_the_feed_tells_each_change_on_its_day(data: Path) -> None:
    told = feed(followed(data, TODAY))
    assert {title: told[title][1] for title in told if title.startswith("Meeting of")} == {
        "Meeting of 2 June 2027: moved to 16 June 2027": "2027-05-26",
        "Meeting of 16 June 2027: changed": "2027-05-28",
        "Meeting of 7 July 2027: cancelled": "2027-05-27",
        "Meeting of 8 September 2027: postponed": "2027-05-29",
    }
    assert told["Agenda of 2 June 2027 (meeting postponed)"][1] == "2027-05-26"
    assert told["Meeting of 16 June 2027: changed"][2] == (
        "Made known on 28 May 2027. Before, it was to start at 10am. Two members travel far."
    )


@pytest.mark.parametrize(("today", "told"), [(date(2027, 5, 25), False), (date(2027, 5, 26), True)])
def test_nothing_in_the_feed_is_dated_in_the_future(data: Path, today: date, told: bool) -> None:
    entries = feed(followed(data, today))
    assert ("Meeting of 2 June 2027: moved to 16 June 2027" in entries) == told
    assert all(date.fromisoformat(day) <= today for _, day, _ in entries.values())


@pytest.mark.slow
def test_what_stood_below_a_moved_meeting_leads_to_its_new_day_and_keeps_its_id(tmp_path: Path) -> None:
    """The folder is moved with all in it, and only the record of the meeting stays."""
    data = copy_with(tmp_path, {})
    remember(check_folder(data), data)
    before = publish(data, TEMPLATES, TODAY).site
    (data / "meetings" / MOVED).rename(data / "meetings" / NEW)
    record = data / "meetings" / NEW / "meeting.yml"
    record.write_text(f"{record.read_text()}moved_from: {MOVED}\n")
    (data / "meetings" / MOVED).mkdir()
    (data / "meetings" / MOVED / "meeting.yml").write_text("state: postponed\nchanges:\n  - on: 2027-05-25\n")
    after = publish(data, TEMPLATES, TODAY)
    assert after.problems == ()
    assert before is not None
    assert after.site is not None
    assert b"url=../../2027-06-16/agenda/" in after.site.files[f"meetings/{MOVED}/agenda/index.html"].content
    assert BECAME in text(after.site, f"meetings/{MOVED}/")
    assert (
        feed(after.site.files["feed.xml"].content)["Agenda of 16 June 2027"][0]
        == feed(before.files["feed.xml"].content)["Agenda of 2 June 2027"][0]
    )
    assert events(after.site).keys() == events(before).keys()


@pytest.mark.slow
def test_a_meeting_whose_folder_is_renamed_is_the_same_event(tmp_path: Path) -> None:
    data = copy_with(tmp_path, {})
    remember(check_folder(data), data)
    before = publish(data, TEMPLATES, TODAY).site
    (data / "meetings" / MOVED).rename(data / "meetings" / NEW)
    minutes = data / "meetings" / "2027-03-31" / "minutes.yml"
    minutes.write_text(minutes.read_text().replace(MOVED, NEW))
    renamed = [f"meetings/{MOVED}/, now: meetings/{NEW}/", f"members/on/{MOVED}/, now: members/on/{NEW}/"]
    why = "on: 2027-05-25, why: The room is used to count votes."
    lines = "".join(f"  - {{was: {entry}, {why}}}\n" for entry in renamed)
    (data / "renamed.yml").write_text(f"renamed:\n{lines}")
    after = publish(data, TEMPLATES, TODAY)
    assert after.problems == ()
    assert before is not None
    assert after.site is not None
    assert events(after.site).keys() == events(before).keys()
    moved = events(after.site)[f"meeting-{MOVED}"]
    assert (moved.start.date(), int(str(moved["sequence"]))) == (date(2027, 6, 16), 1)  # type: ignore[attr-defined]
    assert f"{MOVED_HERE} Made known on 25 May 2027. The room is used to count votes." in text(
        after.site, f"meetings/{NEW}/"
    )
    assert (
        feed(after.site.files["feed.xml"].content)["Agenda of 16 June 2027"][0]
        == feed(before.files["feed.xml"].content)["Agenda of 2 June 2027"][0]
    )


@pytest.mark.parametrize("was", ["meetings/2027-99-99/", "meetings/2027/", "meetings/2027-06-31-b/", "meetings/"])
def test_what_is_no_day_is_told_and_is_no_meeting_that_moved(tmp_path: Path, was: str) -> None:
    data = copy_with(tmp_path, {"renamed.yml": f"renamed: [{{was: {was}, now: meetings/{MOVED}/}}]\n"})
    problems = check_folder(data).problems
    assert problems
    assert {problem.place.file.rpartition("/")[2] for problem in problems} == {"renamed.yml"}


@pytest.mark.slow
def test_ids_outlive_a_new_name_of_the_panel(tmp_path: Path) -> None:
    data = copy_with(tmp_path, {})
    remember(check_folder(data), data)
    before = publish(data, TEMPLATES, TODAY).site
    for file, said in (("panel.yml", "name: "), ("published-addresses.txt", "# Published addresses of: ")):
        path, old = data / file, f"{said}River Valley Police and Crime Panel"
        before_that = ", before that River Valley Police and Crime Panel" if file.endswith("txt") else ""
        path.write_text(path.read_text().replace(old, f"{said}Valley Panel{before_that}", 1))
    after = publish(data, TEMPLATES, TODAY)
    assert after.problems == ()
    assert before is not None
    assert after.site is not None
    uids = [[str(entry["uid"]) for entry in events(built).values()] for built in (before, after.site)]
    assert uids[0] == uids[1]
    ids = [
        [element.text for element in etree.fromstring(built.files["feed.xml"].content).iter("{*}id")]
        for built in (before, after.site)
    ]
    assert ids[0] == ids[1]
    assert "Valley Panel: meeting" in {str(entry["summary"]) for entry in events(after.site).values()}
