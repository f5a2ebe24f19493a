"""A city council with a commission, in Californian forms: lists for each body, and what stands on its pages."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.pages.places import known_addresses
from panelpapers.pages.shapes import of_ours
from panelpapers.pages.site import Site
from panelpapers.words.bodies import own
from tests.bodies import body, site_of_body
from tests.pages.reading_pages import leads_somewhere, links, part, words

TODAY = date(2027, 2, 1)


@pytest.fixture(scope="module")
def site() -> Site:
    return site_of_body("alder-creek", TODAY)


def text(site: Site, address: str) -> str:
    return words(str(site.pages[address].html))


@pytest.mark.parametrize(
    ("address", "title", "holds", "lacks"),
    [
        ("votes/", "Votes: Planning and Parks Commission", "Commissioner Gil Gum", "Ana Acosta"),
        (
            "votes/2027/",
            "Votes in 2027: Planning and Parks Commission",
            "Motion of minute 1: Skate park",
            "The bridge",
        ),
        ("interests/", "Interests declared: Planning and Parks Commission", "Her firm drew the plans", "Cy Cedar"),
    ],
)
def test_each_body_has_its_own_votes_and_interests(
    site: Site, address: str, title: str, holds: str, lacks: str
) -> None:
    own = f"bodies/planning/{address}"
    assert (site.pages[own].title, of_ours(own)) == (title, True)
    assert holds in text(site, own)
    assert lacks not in text(site, own)
    assert holds in text(site, address)
    assert lacks in text(site, address)


def test_each_body_has_its_own_deferred_business(site: Site) -> None:
    assert "Skate park" in text(site, "bodies/parks/deferrals/")
    assert "Skate park" not in text(site, "bodies/council/deferrals/")
    assert "bodies/planning/deferrals/" not in site.pages


def test_a_body_leads_to_its_own_lists_and_every_link_of_them_leads_somewhere(site: Site) -> None:
    own = links(site, "bodies/council/")
    assert own["Votes: Alder Creek City Council"] == "bodies/council/votes/"
    assert own["Deferred business: Alder Creek City Council"] == "bodies/council/deferrals/"
    assert own["Interests declared: Alder Creek City Council"] == "bodies/council/interests/"
    assert links(site, "bodies/council/actions/")["Deferred business, and what of it came back"] == (
        "bodies/council/deferrals/"
    )
    assert links(site, "bodies/council/decisions/")["Votes, and how members voted"] == "bodies/council/votes/"
    lists = [address for address in site.pages if address.startswith("bodies/")]
    assert set(lists) <= known_addresses(body("alder-creek"))
    ends = ("votes/", "votes/2027/", "deferrals/", "interests/")
    for address in (address for address in lists if address.endswith(ends)):
        targets = [target for target in links(site, address).values() if "//" not in target]
        assert not [target for target in targets if not leads_somewhere(site, target)], address


def test_the_day_of_a_meeting_is_a_day_and_its_name_is_in_the_title(site: Site) -> None:
    page = site.pages["meetings/2027-01-12/"].html
    assert part(page, "When and where").startswith(
        "Held by Alder Creek City Council Date Tuesday, January 12, 2027 Time 5 p.m."
    )
    assert "Put off since January 12, 2027: 20 days" in text(site, "bodies/council/deferrals/")


def test_an_item_in_two_languages_has_both_in_its_own_heading(site: Site) -> None:
    page = str(site.pages["meetings/2027-01-12/agenda/"].html)
    both = 'Item CC-2: Flags on Main Street / <span lang="es">Banderas en la calle principal</span>'
    assert f'heading">{both}</h3>' in page
    assert f'<a href="#item-CC-2">{both}</a>' in page or f'<a href="#item-cc-2">{both}</a>' in page


def test_minutes_that_do_not_list_who_was_there_say_so(site: Site) -> None:
    told = part(site.pages["meetings/2026-12-09-parks/minutes/"].html, "Who was there")
    assert told.startswith("The minutes on this site do not list who was there.")


def test_summaries_say_only_what_the_page_has(site: Site) -> None:
    assert "substitutes" not in site.pages["bodies/council/members/"].summary
    assert site.pages["members/ana-acosta/"].title == "Council Member Ana Acosta, District 1"


def test_the_body_that_publishes_a_site_of_several_has_its_own_name() -> None:
    assert own(body("alder-creek").records, TODAY) == "the Council"
    assert own(body("juniper-city").records, TODAY) == "the council"
    assert own(body("harbour-board").records, TODAY) == "the Board"
