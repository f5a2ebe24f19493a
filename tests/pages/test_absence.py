"""No page takes for a fact what no record says: that a meeting took place, or that minutes are drafts."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from tests.pages.reading_pages import links, part, small_site, words
from tests.river_valley import FOLDER, changed, copy_with, site_of

pytestmark = pytest.mark.slow

NOT_KNOWN = "No paper on this site shows whether this meeting took place."
DAY_AFTER = date(2027, 6, 3)
NO_PAPERS = {
    "meetings/2027-06-02/meeting.yml": "starts: 10:00\nstate: provisional\nwhy_provisional: It depends on a veto.\n",
    "people.yml": (FOLDER / "people.yml")
    .read_text(encoding="utf-8")
    .replace(
        "begins: 2027-03-01", "begins: 2027-03-01\n        dated_by: decision\n        remark: The day is ours."
    ),
    "panel.yml": "authorities_remark: No paper lists them.\n" + (FOLDER / "panel.yml").read_text(encoding="utf-8"),
    "functions.yml": (
        "functions:\n  - id: precept\n    title: Review the precept\n    about: It reviews it.\n    law: Schedule 5\n"
    ),
    "work-programme.yml": (
        "title: Programme\nas_of: 2027-03-31\nabout: What is planned.\nitems:\n  - title: The precept\n"
        "    meeting: 2027-06-02\n    function: precept\n"
    ),
}


@cache
def day_after() -> Site:
    """Give the site of the day after a meeting that was provisional, and of which nothing more is known."""
    with TemporaryDirectory() as folder:
        reading = read_folder(copy_with(Path(folder), NO_PAPERS))
        assert reading.problems == ()
        return site_of(reading.records, DAY_AFTER)


def page(address: str) -> str:
    return words(str(day_after().pages[address].html))


@pytest.mark.parametrize("address", ["meetings/2027-06-02/", "meetings/", "meetings/2027/"])
def test_a_meeting_that_was_only_announced_is_never_taken_for_a_held_one(address: str) -> None:
    assert f"This meeting was provisional. {NOT_KNOWN}" in page(address)
    assert "may not take place" not in page(address)


def test_a_meeting_to_come_and_a_held_one_are_not_doubted() -> None:
    assert NOT_KNOWN not in words(str(small_site().pages["meetings/"].html))


def test_the_home_page_names_no_announced_meeting_as_one_that_took_place() -> None:
    assert "since the meeting of 2 June 2027" not in page("").lower()
    assert "that they show to have taken place: meeting of Wednesday 31 March 2027" in page("")


def test_a_duty_that_was_planned_is_not_called_done() -> None:
    told = page("functions/")
    assert "Last done" not in told
    assert "Meeting of 2 June 2027: The precept. No minute on this site shows whether it was done" in told


def test_what_was_decided_on_a_day_is_not_said_to_have_begun_on_it() -> None:
    told = (
        "It was decided on 1 March 2027 that Councillor Di Hart should be a member for Southbank District Council, "
        "in place of Councillor Cy Moss. The papers do not say from which day."
    )
    for address in ("members/", "meetings/2027-03-31/minutes/", "meetings/2027-03-31/agenda/"):
        assert told in page(address)
        assert "Di Hart became" not in page(address)
    assert "From a decision of 1 March 2027; no end is given" in page("members/di-hart/")
    assert "Followed by Councillor Di Hart, by a decision of 1 March 2027" in page("members/cy-moss/")


def test_a_note_on_the_councils_stands_above_them_and_among_the_notes() -> None:
    assert "Members by council Editor's note on the councils No paper lists them." in page("members/")
    assert links(day_after(), "notes/")["Members by council"] == "members/#councils"


def test_a_note_on_a_term_stands_on_the_page_of_the_member_and_among_the_notes() -> None:
    assert "Editor's note on this term The day is ours." in page("members/di-hart/")
    assert "With an editor's note" in part(str(day_after().pages["members/"].html), "Southbank District Council")
    assert "The day is ours." in page("notes/")
    assert links(day_after(), "notes/")["Councillor Di Hart"] == "members/di-hart/"


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("", "Northbank Town Hall What was decided"),
        ("marked: draft\n", "Northbank Town Hall Draft minutes. What was decided"),
        ("marked: confirmed\n", "Northbank Town Hall Confirmed minutes, as they are marked. What was decided"),
    ],
)
def test_minutes_are_drafts_only_where_they_say_so(marked: str, said: str, tmp_path: Path) -> None:
    records = changed(tmp_path, "meetings/2027-03-31/minutes.yml", "present:\n", f"{marked}present:\n")
    told = words(str(site_of(records).pages["meetings/2027-03-31/minutes/"].html))
    assert said in told
    assert ("Draft" in told) == ("draft" in marked)


def test_an_item_without_a_minute_says_what_this_site_holds(tmp_path: Path) -> None:
    records = changed(tmp_path, "meetings/2027-03-31/agenda.yml", "    not_taken: not reached\n", "")
    told = part(str(site_of(records).pages["meetings/2027-03-31/agenda/"].html), "Item 6: Work programme")
    assert told.startswith("No minute on this site is about this item.")


def test_a_meeting_that_is_not_known_to_have_met_has_its_note_and_is_tentative_in_the_calendar(
    tmp_path: Path,
) -> None:
    typed = "state: not known\nremark: The next minutes do not speak of it."
    site = site_of(changed(tmp_path, "meetings/2027-06-02/meeting.yml", "state: planned", typed), DAY_AFTER)
    told = words(str(site.pages["meetings/2027-06-02/"].html))
    assert NOT_KNOWN in told
    assert "Editor's note on this meeting The next minutes do not speak of it." in told
    calendar = site.files["calendar.ics"].content
    entry = next(part for part in bytes(calendar).decode().split("BEGIN:VEVENT") if "UID:meeting-2027-06-02" in part)
    assert "STATUS:TENTATIVE" in entry
