"""Every page of the built site, read as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages.addresses import LATELY, REFERENCES
from panelpapers.pages.places import known_addresses
from panelpapers.pages.policy import CONTENT_SECURITY_POLICY
from panelpapers.pages.sections import absent, sections_of
from tests.bodies import body
from tests.browser.kinds import KINDS, KINDS_OF_SEVERAL, WITH_SCRIPTS
from tests.first_publication import first_publication
from tests.html import crawl
from tests.html.steps import as_file, steps_from_home, steps_to
from tests.html.weight import too_heavy

_META = re.compile(r'<meta ((?:(?:name|property)="[^"]+" )+)content="([^"]*)">')

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(built: Path) -> list[crawl.Page]:
    """Give every page but those at old addresses, which only lead on (tests/browser/test_old_addresses.py)."""
    return [page for page in crawl.read(built) if not page.leads_on]


@pytest.fixture(scope="module")
def cited(built: Path, pages: list[crawl.Page]) -> set[str]:
    """Give every page but those of what is not there, and every address that can be cited, as files have them."""
    dossier = body("alder-creek") if built.name == "site-of-several" else Dossier(first_publication())
    nowhere = {"404.html", *map(as_file, absent(sections_of(dossier)))}
    known = known_addresses(dossier) - {LATELY, REFERENCES}  # which no person reads
    return {page.address for page in pages if page.address not in nowhere} | {as_file(one) for one in known}


def test_every_link_leads_somewhere(built: Path, site_path: str) -> None:
    found = list(crawl.broken_links(built, crawl.read(built), site_path))
    assert not found, "\n".join(found)


def test_no_page_asks_another_host_for_anything(built: Path, pages: list[crawl.Page]) -> None:
    found = list(crawl.outside_resources(built, pages))
    assert not found, "\n".join(found)


def test_every_page_is_well_built(pages: list[crawl.Page]) -> None:
    found = [sentence for page in pages for sentence in crawl.faults_of(page)]
    assert not found, "\n".join(found)


def test_every_page_says_the_one_policy(pages: list[crawl.Page]) -> None:
    assert {page.policy for page in pages} == {CONTENT_SECURITY_POLICY}


def test_every_page_tells_others_what_it_is(built: Path, site_path: str) -> None:
    """Title, summary and address, for search engines and those who share a link."""
    wrong, said = [], []
    for page in crawl.read(built):
        head = (built / page.address).read_text(encoding="utf-8").partition("</head>")[0]
        told = {
            name: unescape(value) for names, value in _META.findall(head) for name in re.findall('"([^"]+)"', names)
        }
        said.append(told.get("description", ""))
        alike = told.get("og:description") == told.get("description") != ""
        if not alike or not told.get("og:title") or not told.get("og:site_name"):
            wrong.append(f"{page.address}: {told}")
        whole = f"https://papers.example{site_path}{page.address.removesuffix('index.html')}"
        address = None if page.leads_on or page.address == "404.html" else whole
        if told.get("og:url") != address:
            wrong.append(f"{page.address}: {told.get('og:url')}")
    assert not wrong, "\n".join(wrong)
    assert all(len(one.split()) > 3 for one in said)


def test_the_site_map_has_every_page_and_the_day_of_each_document(built: Path, pages: list[crawl.Page]) -> None:
    site_map = (built / "sitemap.xml").read_text(encoding="utf-8")
    entry = re.compile(r"<loc>https://papers\.example/panel/(.*?)</loc>\s*(?:<lastmod>(.*?)</lastmod>)?")
    days = dict(entry.findall(site_map))
    assert {f"{address}index.html" for address in days} == {page.address for page in pages} - {"404.html"}
    of_first, of_several = ("2026-01-05/agenda", "2025-12-23"), ("2026-12-09-parks/minutes", "2026-12-16")
    document, day = of_several if built.name == "site-of-several" else of_first
    assert days[f"meetings/{document}/"] == day
    assert days[""] == max(days.values())
    assert days["about/"] == "", "nobody says when a page written by hand was changed"
    robots = (built / "robots.txt").read_text(encoding="utf-8")
    assert robots == "User-agent: *\nAllow: /\nSitemap: https://papers.example/panel/sitemap.xml\n"


def test_no_page_is_heavy(built: Path, pages: list[crawl.Page], site_path: str) -> None:
    found = [sentence for page in pages for sentence in too_heavy(built, page, site_path)]
    assert not found, "\n".join(found)


def test_every_title_is_unique(pages: list[crawl.Page]) -> None:
    found = list(crawl.titles_used_twice(pages))
    assert not found, "\n".join(found)


def folder_and_depth(address: str) -> tuple[str, int]:
    """Tell the kind of a page by its address: those in one folder, at one depth, are of one kind.

    The lists of a body are of the kind of those of all.
    """
    own = re.sub(r"^bodies/[^/]+/(?=.)", "", address)
    return own.split("/")[0], own.count("/")


def test_every_kind_of_page_is_opened_in_a_browser(pages: list[crawl.Page]) -> None:
    opened = {folder_and_depth(address) for address in (*KINDS.values(), *KINDS_OF_SEVERAL.values())}
    addresses = [page.address.removesuffix("index.html") for page in pages]
    found = [address for address in addresses if folder_and_depth(address) not in opened]
    assert not found, f"tests/browser/kinds.py has no example of {', '.join(found)}"


def test_every_kind_of_page_with_scripts_is_opened_without_them_too(built: Path, pages: list[crawl.Page]) -> None:
    """All others are the same without JavaScript."""
    scripted = {page.address for page in pages if "<script src" in (built / page.address).read_text(encoding="utf-8")}
    opened = {folder_and_depth(KINDS[kind]) for kind in WITH_SCRIPTS}
    found = {address for address in scripted if folder_and_depth(address.removesuffix("index.html")) not in opened}
    assert found == set()
    opened_otherwise = {address for kind, address in KINDS.items() if kind not in WITH_SCRIPTS}
    assert {address for address in opened_otherwise if f"{address}index.html" in scripted} == set()


def test_everything_is_within_four_steps_of_home(cited: set[str], pages: list[crawl.Page]) -> None:
    """Every page, and every place that can be cited, by plain links: no searching, and nothing that scripts add."""
    assert too_far(cited, steps_from_home(pages)) == set()


def test_footers_and_the_a_to_z_are_needed_for_little(cited: set[str], pages: list[crawl.Page]) -> None:
    """What is about this site is found by the footer only; all that is the panel's is found without it."""
    about_the_site = re.compile(
        r"(a-to-z|about|accessibility|editors|how-to-use|notes|search|feeds|calendars)/|feed\.xml"
    )
    far = too_far(cited, steps_from_home(pages, footers=False, without=["a-to-z/index.html"]))
    assert {address for address in far if not about_the_site.match(address)} == set()


def too_far(addresses: set[str], steps: Mapping[str, int]) -> set[str]:
    def far(address: str) -> bool:
        count = steps_to(address, steps)
        return count is None or count > 4

    return {address for address in addresses if far(address)}
