"""Every page of the built site, read as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.addresses import REFERENCES
from panelpapers.pages.places import known_addresses
from panelpapers.pages.policy import CONTENT_SECURITY_POLICY
from panelpapers.pages.sections import absent, sections_of
from tests.browser.kinds import KINDS
from tests.first_publication import first_publication
from tests.html import crawl
from tests.html.steps import as_file, steps_from_home, steps_to
from tests.html.weight import too_heavy

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(site: Path) -> list[crawl.Page]:
    """Give every page but those at old addresses, which only lead on (tests/browser/test_old_addresses.py)."""
    return [page for page in crawl.read(site) if not page.leads_on]


@pytest.fixture(scope="module")
def cited(pages: list[crawl.Page]) -> set[str]:
    """Give every page but those of what is not there, and every address that can be cited, as files have them."""
    dossier = Dossier(first_publication())
    nowhere = {"404.html", *map(as_file, absent(sections_of(dossier)))}
    known = known_addresses(dossier) - {REFERENCES}
    return {page.address for page in pages if page.address not in nowhere} | {as_file(one) for one in known}


def test_every_link_leads_somewhere(site: Path, site_path: str) -> None:
    found = list(crawl.broken_links(site, crawl.read(site), site_path))
    assert not found, "\n".join(found)


def test_no_page_asks_another_host_for_anything(site: Path, pages: list[crawl.Page]) -> None:
    found = list(crawl.outside_resources(site, pages))
    assert not found, "\n".join(found)


def test_every_page_is_well_built(pages: list[crawl.Page]) -> None:
    found = [sentence for page in pages for sentence in crawl.faults_of(page)]
    assert not found, "\n".join(found)


def test_every_page_says_the_one_policy(pages: list[crawl.Page]) -> None:
    assert {page.policy for page in pages} == {CONTENT_SECURITY_POLICY}


def test_no_page_is_heavy(site: Path, pages: list[crawl.Page], site_path: str) -> None:
    found = [sentence for page in pages for sentence in too_heavy(site, page, site_path)]
    assert not found, "\n".join(found)


def test_every_title_is_unique(pages: list[crawl.Page]) -> None:
    found = list(crawl.titles_used_twice(pages))
    assert not found, "\n".join(found)


def test_every_kind_of_page_is_opened_in_a_browser(pages: list[crawl.Page]) -> None:
    """Pages in one folder, at one depth, are of one kind."""

    def folder_and_depth(address: str) -> tuple[str, int]:
        return address.split("/")[0], address.count("/")

    opened = {folder_and_depth(address) for address in KINDS.values()}
    addresses = [page.address.removesuffix("index.html") for page in pages]
    found = [address for address in addresses if folder_and_depth(address) not in opened]
    assert not found, f"tests/browser/kinds.py has no example of {', '.join(found)}"


def test_everything_is_within_four_steps_of_home(cited: set[str], pages: list[crawl.Page]) -> None:
    """Every page, and every place that can be cited, by plain links: no searching, and nothing that scripts add."""
    assert too_far(cited, steps_from_home(pages)) == set()


def test_footers_and_the_a_to_z_are_needed_for_little(cited: set[str], pages: list[crawl.Page]) -> None:
    """What is about this site is found by the footer only; all that is the panel's is found without it."""
    about_the_site = re.compile(r"(a-to-z|about|accessibility|editors|how-to-use|notes|search)/|feed\.xml")
    far = too_far(cited, steps_from_home(pages, footers=False, without=["a-to-z/index.html"]))
    assert {address for address in far if not about_the_site.match(address)} == set()


def too_far(addresses: set[str], steps: Mapping[str, int]) -> set[str]:
    def far(address: str) -> bool:
        count = steps_to(address, steps)
        return count is None or count > 4

    return {address for address in addresses if far(address)}
