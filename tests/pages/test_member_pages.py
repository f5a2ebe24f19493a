from __future__ import annotations

import re
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.members import member_pages
from panelpapers.pages.rendering import Renderer
from tests.pages.reading_pages import leads_somewhere, links, part, small_site, words
from tests.river_valley import TEMPLATES, TODAY, changed, site_of

INDEX = str(small_site().pages["members/"].html)


def test_members_stand_by_council_with_their_substitutes() -> None:
    assert part(INDEX, "Northbank District Council") == (
        "Members Councillor Ann Reed, Chair. From 20 May 2026; no end is given Named substitutes Councillor Bo Lane. "
        "From 20 May 2026; no end is given"
    )
    assert (
        part(INDEX, "Southbank District Council") == "Members Councillor Di Hart. From 1 March 2027; no end is given"
    )
    assert part(INDEX, "Independent members") == "Ed Vale"


def test_a_council_that_names_nobody_says_so_and_officers_of_a_council_stand_with_the_others() -> None:
    assert "The papers on this site name no member for this council." in words(INDEX)
    assert "Flo West, Clerk to the Panel" in part(INDEX, "Others who are named")
    assert "Gus Hill, Chief Constable" in part(INDEX, "Others who are named")


def test_the_change_says_who_came_in_whose_place_and_where_the_panel_was_told() -> None:
    told = part(INDEX, "Who came and who left")
    assert told.startswith(
        "On 1 March 2027, Councillor Di Hart became a member for Southbank District Council, in place of Councillor "
        "Cy Moss. Told to the panel in: Agenda item 2 of 31 March 2027; Minute 12 of 31 March 2027."
    )
    assert "Councillor Cy Moss. From 20 May 2026 to 28 February 2027" in part(INDEX, "Former members")


def test_kinds_of_seats_have_places_of_their_own_in_any_alphabet(tmp_path: Path) -> None:
    own = "      - seat: independent member\n        source: Minutes of 20 January 2027\n"
    kinds = ("ראש העיר", "חבר", "Observer", "observer")
    seats = "".join(f"      - seat: {kind}\n        votes: no\n        source: Minutes\n" for kind in kinds)
    records = changed(tmp_path, "people.yml", own, seats)
    index = next(iter(member_pages(Dossier(records), Renderer(TEMPLATES, records, TODAY))))
    assert re.findall(r'<h2 id="(seat-[^"]*)">([^<]*)<', str(index.html)) == [
        ("seat-1", "ראש העיר"),
        ("seat-2", "חבר"),
        ("seat-observer", "Observer"),
    ]


def test_whoever_sat_for_a_member_without_a_seat_has_it_on_their_page(tmp_path: Path) -> None:
    typed, instead = "apologies:\n  - person: ed-vale\n", "  - person: cy-moss\n    for: ed-vale\n"
    records = changed(tmp_path, "meetings/2027-03-31/minutes.yml", typed, instead)
    made = {page.address: page.html for page in member_pages(Dossier(records), Renderer(TEMPLATES, records, TODAY))}
    assert part(made["members/cy-moss/"], "Sat in place of others").endswith(
        "Minutes of 31 March 2027: in place of Ed Vale"
    )
    assert "Sat in place of others" not in made["members/di-hart/"]


@pytest.mark.parametrize("address", ["meetings/2027-03-31/agenda/", "meetings/2027-03-31/minutes/"])
def test_the_item_and_the_minute_lead_back_to_the_members(address: str) -> None:
    found = links(small_site(), address)
    assert found["Councillor Di Hart"] == "members/di-hart/"
    assert found["Councillor Cy Moss"] == "members/cy-moss/"
    assert found["Who came and who left in 2027"] == "members/in/2027/#changes"


def test_a_member_has_a_page_with_term_attendance_and_its_definition() -> None:
    html = str(small_site().pages["members/bo-lane/"].html)
    assert "Named substitute" in part(html, "Seat on the panel")
    assert part(html, "Attendance").startswith("Present at 1 of 2 meetings; not listed at 1.")
    assert "Present as substitute member. Councillor Ann Reed of the same council sent apologies" in words(html)
    assert "Attendance is what the minutes say, and nothing else." in part(html, "How attendance is counted")
    assert '<table class="data register" aria-labelledby="attendance">' in html
    assert '<th scope="row">' in html


def test_who_left_is_linked_with_who_came() -> None:
    left, came = links(small_site(), "members/cy-moss/"), links(small_site(), "members/di-hart/")
    assert left["Councillor Di Hart"] == "members/di-hart/"
    assert came["Councillor Cy Moss"] == "members/cy-moss/"
    assert left["Agenda item 2 of 31 March 2027"] == "meetings/2027-03-31/agenda/#item-2"


def test_who_was_a_member_on_the_day_of_a_meeting() -> None:
    january = words(str(small_site().pages["members/on/2027-01-20/"].html))
    assert "Councillor Cy Moss Member Southbank District Council Yes, by the dates of the term" in january
    assert "Ed Vale Independent member No council: independent Yes, the minutes of that day list them" in january
    assert "Di Hart" not in january
    june = words(str(small_site().pages["members/on/2027-06-02/"].html))
    assert "Who will have a seat" in june
    assert "Cy Moss" not in june


def test_who_may_not_have_sat_yet_stands_apart(tmp_path: Path) -> None:
    records = changed(tmp_path, "people.yml", "        begins: 2027-03-01\n", "")
    (page,) = (
        page
        for page in member_pages(Dossier(records), Renderer(TEMPLATES, records, TODAY))
        if page.address == "members/on/2027-01-20/"
    )
    known, _, unknown = words(str(page.html)).partition("Where the papers do not say")
    assert "Councillor Cy Moss" in known
    assert "Councillor Di Hart" in unknown
    assert "Councillor Di Hart" not in known
    assert "Cy Moss" not in unknown


def test_the_list_keeps_its_address_when_the_meeting_is_cancelled(tmp_path: Path) -> None:
    site = site_of(changed(tmp_path, "meetings/2027-06-02/meeting.yml", "planned", "cancelled"))
    page = words(str(site.pages["members/on/2027-06-02/"].html))
    assert "The meeting of Wednesday 2 June 2027 was cancelled." in page
    assert "members/on/2027-06-02/" in links(site, "members/").values()


def test_everyone_named_in_the_lists_of_minutes_is_a_link() -> None:
    found = links(small_site(), "meetings/2027-01-20/minutes/")
    assert found["Councillor Bo Lane"] == "members/bo-lane/"
    assert found["Gus Hill"] == "members/#person-gus-hill"


def test_every_link_of_these_pages_leads_somewhere() -> None:
    site = small_site()
    pages = [one for one in site.pages if one.startswith(("members/", "questions/"))]
    own = {target for page in pages for target in links(site, page).values() if not target.startswith("mailto:")}
    assert len(pages) > 8
    assert [one for one in sorted(own) if one and not leads_somewhere(site, one)] == []
