"""Index pages by year: an archive of many years stays in pages of one size, and everything in it is listed once."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages import addresses
from panelpapers.pages.meetings import LATEST
from panelpapers.pages.places import known_addresses
from panelpapers.pages.site import Site
from tests.archive import LAST, LIKE, archive
from tests.html import crawl
from tests.html.steps import as_file, steps_from_home, steps_to
from tests.pages.reading_pages import leads_somewhere, links, small_site
from tests.river_valley import site_of

pytestmark = pytest.mark.slow

FEW, SOME, MANY = 3, 10, 12
TOP = ("meetings/", "decisions/", "actions/", "plan/", "indicators/", "questions/")
OF_MEETINGS = ("meetings/", "decisions/", "actions/", "questions/", "matters/", "members/")
YEAR_OF_MEETINGS = re.compile(r"meetings/\d{4}/")
YEAR_OF_DECISIONS = re.compile(r"decisions/\d{4}/")


@cache
def site_of_years(years: int) -> Site:
    return site_of(archive(years))


def pages(site: Site, kind: re.Pattern[str]) -> list[str]:
    return [address for address in site.pages if kind.fullmatch(address)]


def decisions(site: Site, address: str) -> int:
    return str(site.pages[address].html).count('id="decision-')


def test_the_index_shows_what_is_coming_the_latest_and_every_year() -> None:
    site = site_of_years(FEW)
    found = links(site, addresses.MEETINGS)
    meetings = [one for one in found.values() if re.fullmatch(r"meetings/\d{4}-[\d-]+/", one)]
    assert meetings[0] == "meetings/2027-06-02/", "the next meeting comes first"
    assert meetings[1:] == sorted(meetings[1:], reverse=True)
    assert len(meetings) == 1 + LATEST
    years = [one for one in found.values() if YEAR_OF_MEETINGS.fullmatch(one)]
    assert years == [addresses.meetings_in(year) for year in range(2027, LAST - FEW, -1)]


def test_every_meeting_stands_on_the_page_of_its_year_with_all_that_is_published_of_it() -> None:
    site = site_of_years(FEW)
    listed = [link for one in pages(site, YEAR_OF_MEETINGS) for link in links(site, one).values()]
    below = re.compile(r"meetings/\d{4}-[^#]+(?<!/whole/)")  # one page of all this is linked from the meeting
    expected = {address for address in site.pages if below.fullmatch(address)}
    assert Counter(link for link in listed if below.fullmatch(link)) == Counter(expected)
    decided = {address for address in site.pages if re.fullmatch(r"decisions/\d{4}-.+", address)}
    assert {link for link in listed if link.startswith("decisions/")} == decided


def test_the_meetings_of_a_year_are_in_order_of_time() -> None:
    found = links(site_of_years(FEW), addresses.meetings_in(LAST)).values()
    meetings = [one for one in found if re.fullmatch(r"meetings/\d{4}-[\d-]+/", one)]
    assert meetings == sorted(meetings)


def test_the_register_shows_the_decisions_of_the_newest_year() -> None:
    site = site_of_years(FEW)
    assert decisions(site, addresses.DECISIONS) == decisions(site, addresses.decisions_in(2027)) == 3
    register = set(links(site, addresses.DECISIONS).values())
    assert register >= set(pages(site, YEAR_OF_DECISIONS))


def test_every_decision_stands_once_by_year_and_once_by_meeting() -> None:
    site = site_of_years(FEW)
    for kind in (YEAR_OF_DECISIONS, re.compile(r"decisions/\d{4}-.+")):
        found = [
            name for one in pages(site, kind) for name in re.findall(r'id="(decision-[^"]+)"', site.pages[one].html)
        ]
        assert len(found) == len(set(found)) == 2 * 12 * FEW + 3


def test_a_decision_has_the_address_that_is_told() -> None:
    assert leads_somewhere(small_site(), addresses.decision(LIKE, "16-resolved"))
    assert leads_somewhere(small_site(), addresses.decision(LIKE, "17-resolved"))


def test_pages_do_not_grow_with_the_archive() -> None:
    """More years are more links to years, and the first meetings have others before them."""
    some, many = site_of_years(SOME), site_of_years(MANY)
    first_year = f"/{LAST - SOME + 1}-"
    # The A to Z has a line for each paper and each meeting until there are 500, a register 100 lines of a kind.
    grown = {
        address: len(many.pages[address].html) - len(page.html)
        for address, page in some.pages.items()
        if address != addresses.A_TO_Z and first_year not in address
    }
    most = 140 * (MANY - SOME)
    assert not {address: by for address, by in grown.items() if by > most}


def test_business_of_every_meeting_is_told_in_full_on_the_page_of_its_matter_only() -> None:
    site = site_of_years(FEW)
    agenda = links(site, addresses.agenda(f"{LAST - 1}-06-10"))
    all_of_it = next(text for text, address in agenda.items() if address == "matters/patrols/")
    told = [text for text in links(site, "matters/patrols/") if text.startswith(("Agenda item", "Minute"))]
    assert all_of_it == f"All {len(told)} entries about: Patrols"
    nearest = [text for text in agenda if text.endswith(": Patrols") and " of " in text]
    assert len(nearest) == 7  # four before and four after, of which what was done at this meeting stands above them
    assert all("2025" in text for text in nearest)


def test_everything_of_a_long_archive_is_within_four_steps_of_home(tmp_path: Path) -> None:
    """By the links and the trail at the top of each page, without footers and without the A to Z."""
    records, site = archive(MANY), site_of_years(MANY)
    for address, page in site.pages.items():
        top = "".join(f'<a href="/{one}">.</a>' for one in (*TOP, *(link.address for link in page.trail)))
        (tmp_path / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / address / "index.html").write_text(f"{top}{page.html}", encoding="utf-8")
    steps = steps_from_home(crawl.read(tmp_path), without=["a-to-z/index.html"])
    cited = {one for one in known_addresses(Dossier(records)) if one.startswith(OF_MEETINGS)}
    assert len(cited) > 4000
    counts = {address: steps_to(as_file(address), steps) for address in cited}
    assert {address: count for address, count in counts.items() if count is None or count > 4} == {}
