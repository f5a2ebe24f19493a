"""What stands at an old address: a page that leads on without a program, a copy of a file, a word on a page."""

from __future__ import annotations

import re
from datetime import date

import pytest

from panelpapers.pages.redirects import with_redirects
from panelpapers.pages.renamings import Lead
from panelpapers.pages.rendering import Renderer
from panelpapers.pages.site import File, Site
from panelpapers.records.publication import Renaming
from tests.pages.reading_pages import leads_somewhere, links, small_site
from tests.river_valley import TEMPLATES, TODAY, river_valley

MINUTES = "meetings/2027-03-31/minutes/"
PAPER = "meetings/2027-03-31/papers/patrols/"
RENAMED = {
    "meetings/2027-03-31/papers/old/": PAPER,
    "members/old/": "members/#others",
    f"{MINUTES}#minute-99": f"{MINUTES}#minute-17",
    f"{MINUTES}#minute-99-iv": f"{MINUTES}#minute-17-resolved",
    "search/old.json": "search/references.json",
    "meetings/2027-03-31/papers/old/#paragraph-1": f"{PAPER}#paragraph-1",
}


@pytest.fixture(scope="module")
def site() -> Site:
    why = {"on": date(2027, 4, 2), "why": "Counted wrong & renamed."}
    led = [Lead(was, now, Renaming(was=was, now=now, **why)) for was, now in RENAMED.items()]
    names = {f"{MINUTES}#minute-17": "Minute 17 of 31 March 2027: Staffing"}
    return with_redirects(small_site(), led, names, Renderer(TEMPLATES, river_valley(), TODAY))


def text(site: Site, address: str) -> str:
    return site.files[address].content.decode("utf-8")


def test_a_page_at_the_old_address_leads_to_the_new_one_at_once(site: Site) -> None:
    html = text(site, "meetings/2027-03-31/papers/old/index.html")
    assert '<meta http-equiv="refresh" content="0; url=../patrols/">' in html
    assert '<link rel="canonical" href="../patrols/">' in html
    assert '<a href="../patrols/">Patrols from January to March, 31 March 2027</a>' in html
    assert "Counted wrong &amp; renamed." in html
    assert html.startswith("<!doctype html>\n<html lang=")
    assert "<script" not in html
    assert "style=" not in html


def test_a_page_can_lead_to_a_place(site: Site) -> None:
    html = text(site, "members/old/index.html")
    assert 'url=../#others"' in html
    assert '<a href="../#others">Members: others</a>' in html


def test_it_is_no_page_of_the_site(site: Site) -> None:
    """So it is in no site map and not in the A to Z; a search reads only the parts of pages that are marked."""
    assert site.pages.keys() == small_site().pages.keys()
    assert "data-pagefind-body" not in text(site, "members/old/index.html")


def test_an_old_place_is_a_word_on_its_page(site: Site) -> None:
    html = str(site.pages[MINUTES].html)
    told = html[html.index('id="moved-places"') :]
    assert re.findall(r'<li id="([^"]+)"', told) == ["minute-99", "minute-99-iv"]
    found = links(site, MINUTES)
    assert found["Minute 17 of 31 March 2027: Staffing"] == f"{MINUTES}#minute-17"
    assert found["Minutes of 31 March 2027: minute 17 resolved"] == f"{MINUTES}#minute-17-resolved"
    assert "Renamed on 2 April 2027. Counted wrong &amp; renamed." in told
    assert leads_somewhere(site, f"{MINUTES}#minute-99")
    changed = [address for address, page in site.pages.items() if page != small_site().pages[address]]
    assert changed == [MINUTES]


def test_a_file_is_there_under_both_names(site: Site) -> None:
    assert site.files["search/old.json"].content == site.files["search/references.json"].content


def test_hosts_get_a_list_of_pages_and_files(site: Site) -> None:
    assert text(site, "_redirects").splitlines() == [
        "/meetings/2027-03-31/papers/old/ /meetings/2027-03-31/papers/patrols/ 301",
        "/members/old/ /members/#others 301",
        "/search/old.json /search/references.json 301",
    ]


def test_a_site_without_renamings_is_as_it_was() -> None:
    same = with_redirects(small_site(), [], {}, Renderer(TEMPLATES, river_valley(), TODAY))
    assert same == small_site()
    assert not isinstance(same.files.get("_redirects"), File)
