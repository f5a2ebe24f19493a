"""Pages of a body whose members come from anywhere, and that ends and is split."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.frame import frame
from panelpapers.pages.places import known_addresses
from tests.pages.reading_pages import leads_somewhere, links, part, small_site, words
from tests.river_valley import site_of
from tests.tern_bay import AFTER, BEFORE, LAST, changed, site_on, tern_bay

pytestmark = pytest.mark.slow

ANNOUNCED = date(2027, 6, 10)
LAW = "Harbours (Tern Bay) Order 2027, article"


def html(day: date, address: str) -> str:
    return str(site_on(day).pages[address].html)


@pytest.mark.parametrize("address", ["", "members/", "actions/", "plan/"])
def test_an_end_is_told_from_the_day_of_its_announcement_as_announced(address: str) -> None:
    if address != "plan/":  # the plan is told later
        assert "to end on" not in words(html(BEFORE, address))
        assert (
            "The Board is to end on 31 March 2028, as was announced on 10 June 2027. "
            "It is to be followed by Tern Port Trust and Tern Bay Council." in words(html(ANNOUNCED, address))
        )
    assert "The Board ends on 31 March 2028" in words(html(LAST, address))
    over = words(html(AFTER, address))
    assert "The Board ended on 31 March 2028. It was followed by Tern Port Trust and Tern Bay" in over


def test_every_page_says_so_once_the_body_has_ended() -> None:
    board = tern_bay().panel
    assert board
    of_day = {day: frame(board, site_on(day), "about/", "About", "About it")["ended"] for day in (LAST, AFTER)}
    assert of_day == {LAST: "", AFTER: "The Board ended on 31 March 2028"}


def test_nobody_is_asked_to_put_a_question_to_a_body_that_has_ended(tmp_path: Path) -> None:
    rule = "  who: Anyone.\n  about: The harbour.\n  how: Write to the clerk.\n  days: 4\n  authority: Rule 8\n"
    records = changed(tmp_path, "panel.yml", "contact:\n", f"question_rule:\n{rule}contact:\n")
    for day, asked in ((LAST, True), (AFTER, False)):
        site = site_of(records, day)
        assert ("How do I ask a question?" in words(str(site.pages[""].html))) is asked
        assert ('id="ask"' in str(site.pages["questions/"].html)) is asked


def test_an_action_says_who_owes_it_and_who_takes_it_on() -> None:
    before, after = html(BEFORE, "actions/2027/"), html(AFTER, "actions/2027/")
    survey, letter, lamps = (
        "Dredging: action 6 (i) of 12 May 2027",
        "Dredging: action 6 (ii) of 12 May 2027",
        "B: action 7 of 12 May 2027",
    )
    assert "the Harbour Commissioner ( Ned Shoal ) Open" in part(before, survey)
    assert "the Chair ( Cat Buoy ) Open" in part(before, letter)
    assert before.count('<td data-label="Owed by">') == 3
    passed = "passed to Director of Harbours on 1 January 2028, held by Ola Wick"
    assert f"the Harbour Commissioner; {passed} Open" in part(after, survey)
    assert f"Taken on by Tern Port Trust, from 1 April 2028 on ({LAW} 9)" in part(after, survey)
    assert "Taken on by Tern Port Trust" in part(after, letter)
    assert "the Chair Open" in part(after, letter)
    assert f"Taken on by Tern Bay Council, from 1 May 2028 on ({LAW} 4)" in part(after, lamps)


def test_open_recommendations_and_commitments_are_taken_on() -> None:
    assert f"Taken on by Tern Port Trust, from 1 April 2028 on ({LAW} 9)" in words(html(AFTER, "recommendations/"))
    cell = re.search(r'<td data-label="To be done by">(.*?)</td>', html(AFTER, "plan/"))
    assert cell
    assert words(cell[1]).startswith("the Harbour Commissioner; passed to Director of Harbours on 1 January 2028")


def test_a_page_says_who_follows_whom() -> None:
    board = part(html(AFTER, "successors/"), "Tern Bay Harbour Board")
    assert "Followed by Tern Port Trust and Tern Bay Council" in board
    assert "Name until 31 March 2012 Tern Harbour Commissioners" in board
    assert f"All that is open: to Tern Port Trust, from 1 April 2028 on ({LAW} 9)" in board
    assert "1 action: to Tern Bay Council, from 1 May 2028 on B: action 7 of 12 May 2027" in board
    office = part(html(AFTER, "successors/"), "Harbour Commissioner")
    assert "Held by Mae Kelp, from 1 January 2019 to 31 December 2025" in office
    assert "Follows Harbour Commissioner" in part(html(AFTER, "successors/"), "Director of Harbours")
    assert links(site_on(AFTER), "successors/")["Tern Bay Harbour Board"] == "successors/#this-body"


def test_the_page_can_be_cited_and_is_there_only_where_something_is_known() -> None:
    site = site_on(AFTER)
    places = {at for at in known_addresses(Dossier(tern_bay())) if at.startswith("successors/")}
    assert len(places) == 6
    assert all(leads_somewhere(site, place) for place in places)
    assert "successors/" not in small_site().pages
    assert "successors/" not in str(small_site().pages["members/"].html)


def test_members_stand_by_who_appoints_and_by_what_their_seat_is() -> None:
    index = html(BEFORE, "members/")
    assert part(index, "Ministry of Transport").startswith("Members Cat Buoy, Chair. From 1 July 2024")
    assert part(index, "Elected members").startswith(
        "Ada Mole, Deputy Chair, South Quay, Harbour First, with a vote, appointed by the voters. From 2 May 2025"
    )
    assert part(index, "Co-opted member").startswith("Fin Gale, without a vote, appointed by the Board itself")
    assert part(index, "Mayor").startswith("Mayor Eve Tide, with a vote")
    for foreign in ("council", "substitute", "independent"):
        assert foreign not in words(index).casefold()


def test_an_empty_seat_stands_among_the_members_of_its_days() -> None:
    told = "Elected member, North Quay: empty since 1 September 2027. Told in: Minute 11 of 15 September 2027"
    assert part(html(LAST, "members/"), "Empty seats").startswith(told)
    assert part(html(LAST, "members/on/2027-09-15/"), "Empty seats").startswith(told)
    assert "Empty seats" not in html(LAST, "members/on/2027-05-12/")
    assert "Empty seats" not in html(AFTER, "members/")


def test_a_member_has_groups_and_offices_with_their_days() -> None:
    page = html(LAST, "members/ada-mole/")
    assert "Office Chair, from 13 May 2026 to 11 May 2027" in words(page)
    assert part(page, "Political groups").startswith(
        "Harbour First, until 31 August 2027 Independents, from 1 September"
    )
    day = words(html(LAST, "members/on/2027-09-15/"))
    assert "Ada Mole Elected member and Deputy Chair the voters South Quay, Independents, with a vote" in day


def test_after_the_end_all_are_former_members() -> None:
    index = html(AFTER, "members/")
    assert "Cat Buoy, Chair. From 1 July 2024 until the Board ended; member" in part(index, "Former members")
    assert "Members by" not in words(index)


@pytest.mark.parametrize("day", [BEFORE, LAST, AFTER])
def test_every_link_of_these_pages_leads_somewhere(day: date) -> None:
    site = site_on(day)
    made = ("members/", "actions/", "successors/", "recommendations/", "members/cat-buoy/")
    for address in (address for address in made if address in site.pages):
        for target in links(site, address).values():
            assert not target.startswith(("members", "actions", "successors")) or leads_somewhere(site, target), (
                target
            )
