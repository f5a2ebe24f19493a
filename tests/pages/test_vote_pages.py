"""Minutes show what was moved and voted on, lost motions too; registers follow, by member and by matter."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from functools import cache
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.places import known_addresses
from panelpapers.pages.shapes import of_ours
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from tests.hartwell import FOLDER, MARCH, MAY, hartwell
from tests.pages.reading_pages import leads_somewhere, links, part, small_site, words
from tests.river_valley import changed, site_of

pytestmark = pytest.mark.slow

PAGE = "meetings/2026-03-16/minutes/"
REGISTERS = ("votes/", "votes/2026/", "deferrals/")


@cache
def site(day: date = date(2026, 7, 1)) -> Site:
    return site_of(hartwell(), day)


def html(address: str) -> str:
    return str(site().pages[address].html)


def test_a_lost_amendment_is_shown_with_what_it_amends_and_how_it_was_voted_on() -> None:
    told = part(html(PAGE), '<a href="#minute-101-motion-b">Amendment b of minute 101 (lost)</a>')
    assert told.startswith('That the words "this year" be left out. It would change: Motion a of minute 101.')
    assert "Moved by Councillor Ed Elm, seconded by Green group." in told
    assert "For 1 Against 3 Abstained 1" in told
    assert told.endswith("Lost.")


def test_a_vote_by_name_is_a_table_with_a_caption_and_headers() -> None:
    table = re.search(r"<table.*?</table>", html(PAGE), re.S)
    assert table
    assert "<caption>Votes: Motion a of minute 101</caption>" in table[0]
    assert len(re.findall(r'<th scope="col"', table[0])) == 2
    assert re.findall(r'<th scope="row">([^<]+)</th>', table[0]) == [
        *("For", "Against", "Abstained", "Took no part because of an interest")
    ]
    assert words(table[0]).count("Councillor") == 6


def test_nobody_is_named_where_the_minutes_name_nobody() -> None:
    table = re.search(r"<caption>Votes: Amendment b of minute 101</caption>.*?</table>", html(PAGE), re.S)
    assert table
    assert "who" not in table[0]


def test_a_number_without_names_beside_one_with_names_says_so() -> None:
    told = part(html("meetings/2026-05-11/minutes/"), '<a href="#minute-110-election">Election of minute 110</a>')
    assert "Candidate How many, and who Councillor Ann Ash 3: Councillor Ann Ash, Councillor Bo Birch and" in told
    assert "Councillor Ed Elm 2, not named Elected: Councillor Ann Ash" in told


def test_paragraphs_have_addresses() -> None:
    assert 'id="minute-101-paragraph-101-1"' in html(PAGE)
    assert links(site(), PAGE)["101.1"] == f"{PAGE}#minute-101-paragraph-101-1"


def test_a_resolution_leads_to_its_motion_and_says_to_whom_it_goes() -> None:
    assert "It comes from: Motion a of minute 101" in words(html(PAGE))
    assert "It is a recommendation to: Westmarch County Council" in words(html(PAGE))
    assert "It is a recommendation to: Westmarch County Council" in words(html("decisions/"))
    assert '<td data-label="Vote">3 for, 1 against, 1 abstained' in html("decisions/")


def test_the_majority_and_the_casting_vote_are_told() -> None:
    told = words(html("meetings/2026-05-11/minutes/"))
    assert "Casting vote: for, by Councillor Ann Ash." in told
    assert "Majority needed: at least two thirds of the 6 members present." in told


def test_the_votes_of_a_member_are_on_their_page() -> None:
    told = part(html("members/ed-elm/"), "Votes")
    assert "Motion a of minute 101 of 16 March 2026: Path by the river Against Carried" in told
    assert "Election" not in told
    told = part(html("members/bo-birch/"), "Votes")
    assert "For Councillor Ann Ash Elected: Councillor Ann Ash" in told
    assert "Votes of" not in html("members/gil-gorse/")


def test_the_votes_about_a_matter_are_on_its_page() -> None:
    told = part(html("matters/river-path/"), "Votes")
    assert "Amendment b of minute 101 of 16 March 2026 (lost): 1 for, 3 against, 1 abstained" in told
    assert "minute 111" not in told


@pytest.mark.parametrize(
    "address", [*REGISTERS, PAGE, "decisions/", "actions/", "members/bo-birch/", "matters/market/"]
)
def test_every_link_leads_somewhere(address: str) -> None:
    on_site = {to for to in links(site(), address).values() if not to.startswith(("https:", "about/", "how-to-use/"))}
    assert [to for to in on_site if not leads_somewhere(site(), to)] == []
    assert on_site


def test_registers_lead_to_members_and_matters() -> None:
    found = links(site(), "votes/")
    assert found["Votes of Councillor Bo Birch"] == "members/bo-birch/#votes"
    assert found["Votes about: The path by the river"] == "matters/river-path/#votes"
    assert "Votes of Councillor Gil Gorse" not in found
    assert links(site(), "decisions/")["Votes, and how members voted"] == "votes/"
    assert links(site(), "actions/")["Deferred business, and what of it came back"] == "deferrals/"


def test_deferred_business_has_its_age_and_where_it_came_back() -> None:
    told = words(html("deferrals/"))
    assert "Put off, and no minute on this site comes back to it: 1 Burial ground: minute 120 of 15 June 2026" in told
    assert "Put off since 16 March 2026: 107 days by 1 July 2026, the day this page was made" in told
    assert "Came back Minute 121 of 15 June 2026: Grants" in told
    assert "Put off again Minute 120 of 15 June 2026: Burial ground" in told
    assert "deferrals/" in site().dated


def test_the_agenda_says_what_the_minute_says_of_an_item() -> None:
    told = words(html("meetings/2026-03-16/agenda/"))
    assert "Item 3: The Friday market The meeting deferred this item." in told
    assert "Item 4, Burial ground, was deferred to another meeting." in told
    found = links(site(), "meetings/2026-03-16/agenda/")
    assert found["What became of it: item 5 among deferred business"] == "deferrals/2026/#deferral-2026-03-16-item-5"


def test_a_meeting_that_is_not_known_yet_is_told_by_its_day() -> None:
    before = site(date(2026, 4, 15))
    assert "Deferred to 11 May 2026" in words(str(before.pages["deferrals/"].html))
    assert "Deferred to the meeting of 11 May 2026" in words(html("deferrals/"))


def test_every_place_is_known_and_on_its_page() -> None:
    known = {address for address in known_addresses(Dossier(hartwell())) if "#" in address}
    on_pages = {f"{at}#{place}" for at in site().pages for place in re.findall(r'\bid="([^"]+)"', html(at))}
    assert known <= on_pages
    assert {place for place in on_pages if place.startswith(PAGE) and "#minute" in place} <= {
        *known,
        *(place for place in on_pages if place.endswith("-heading")),
    }
    assert [address for address in known_addresses(Dossier(hartwell())) if not of_ours(address)] == []


def test_registers_are_there_only_where_something_belongs_in_them() -> None:
    assert set(REGISTERS) <= site().pages.keys()
    assert {"votes/", "votes/2027/"}.isdisjoint(small_site().pages)
    assert "Votes" not in links(small_site(), "decisions/")


def test_another_year_has_a_page_of_its_own(tmp_path: Path) -> None:
    changed(tmp_path, MARCH, "published: 2026-03-30\n", "published: 2026-03-30\n", FOLDER)
    data = tmp_path / "data"
    (data / "meetings/2026-03-16").rename(data / "meetings/2025-11-17")
    for name in ("agenda.yml", "minutes.yml"):
        file = data / "meetings/2025-11-17" / name
        text = re.sub(r"published: 2026-03-(\d\d)", "published: 2025-11-17", file.read_text(encoding="utf-8"))
        file.write_text(text, encoding="utf-8")
    made = site_of(read_folder(data).records, date(2026, 7, 1))
    assert links(made, "votes/")["Votes in 2025"] == "votes/2025/"
    assert "101" not in words(str(made.pages["votes/"].html))
    assert "Amendment b of minute 101" in words(str(made.pages["votes/2025/"].html))
    assert links(made, "votes/2025/")["Votes in 2026"] == "votes/2026/"


def test_minutes_without_a_number_and_printed_ones_have_places_and_names(tmp_path: Path) -> None:
    changed(tmp_path, MAY, "  - number: 111\n", "  - id: market-square\n", FOLDER)
    file = tmp_path / "data" / MARCH
    file.write_text(file.read_text("utf-8").replace("number: 101\n", "number: 8 a)\n"), encoding="utf-8")
    made = site_of(read_folder(tmp_path / "data").records, date(2026, 7, 1))
    told = links(made, "votes/")
    at = "meetings/2026-05-11/minutes/#minute-market-square-motion"
    assert told["Motion of minute “The Friday market”: The Friday market"] == at
    assert told["Amendment b of minute 8 a): Path by the river"] == f"{PAGE}#minute-8-a-motion-b"
    assert told["Resolution 8 a) (ii): Path by the river"] == f"{PAGE}#minute-8-a-ii"
    assert leads_somewhere(made, at)
    assert 'id="minute-8-a-paragraph-101-1"' in str(made.pages[PAGE].html)


def test_a_year_of_votes_stands_below_the_register() -> None:
    trails = {address: [link.text for link in site().pages[address].trail] for address in ("votes/", "votes/2026/")}
    assert trails == {"votes/": ["Home"], "votes/2026/": ["Home", "Votes"]}


def test_of_two_meetings_on_one_day_the_votes_of_the_later_one_come_first() -> None:
    records, day = hartwell(), "2026-05-11"
    starts = {day: time(19), f"{day}-appeals": time(10)}
    meetings = {at: records.meetings[day].model_copy(update={"starts": starts[at]}) for at in starts}
    minutes = {**records.minutes, **dict.fromkeys(starts, records.minutes[day])}
    page = site_of(replace(records, meetings={**records.meetings, **meetings}, minutes=minutes)).pages["votes/"]
    assert re.findall(r'<h2 id="meeting-([^"]+)"', str(page.html))[:2] == list(starts)
