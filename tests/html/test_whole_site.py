"""Every page of the built site, read as text."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.pages.policy import CONTENT_SECURITY_POLICY
from tests.browser.kinds import KINDS
from tests.html import crawl
from tests.html.weight import too_heavy

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(site: Path) -> list[crawl.Page]:
    return crawl.read(site)


def test_every_link_leads_somewhere(site: Path, pages: list[crawl.Page], site_path: str) -> None:
    found = list(crawl.broken_links(site, pages, site_path))
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
