"""Old addresses in a real browser, with JavaScript and without: each leads a reader on. A small panel is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import axe
from tests.browser.kinds import MODES
from tests.browser.looking import looking
from tests.browser.serving import served
from tests.conftest import SITE_PATH, build_site
from tests.html.checkers import html5lib_strictly, html_validate
from tests.river_valley import copy_with

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("redirects")]

PAPERS = "meetings/2027-03-31/papers"
MINUTES = "meetings/2027-03-31/minutes/"
RENAMED = f"""renamed:
  - was: {PAPERS}/old/
    now: {PAPERS}/patrols/
    why: The paper is about patrols.
  - was: {MINUTES}#minute-99
    now: {MINUTES}#minute-11
"""
LISTED = f"{PAPERS}/old/\n{MINUTES}#minute-99\n"
HELD = f"{PAPERS}/held/"
"""A copy of what stands at the old address that does not lead on, so that it can be looked at."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = copy_with(tmp_path_factory.mktemp("renamed"), {"renamed.yml": RENAMED, "published-addresses.txt": LISTED})
    site = tmp_path_factory.mktemp("site")
    assert build_site(site, PANEL_DATA=str(data), PANEL_TODAY="2027-04-15") == ""
    html = (site / PAPERS / "old" / "index.html").read_text(encoding="utf-8")
    held, count = re.subn(r"<meta http-equiv=.refresh[^>]*>\n", "", html)
    assert count == 1
    (site / HELD).mkdir()
    (site / HELD / "index.html").write_text(held, encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def small(folder: Path) -> Iterator[str]:
    """Give the address of the small panel's home page on this machine."""
    with served(folder, SITE_PATH) as address:
        yield address


@pytest.mark.parametrize("javascript", [True, False])
def test_an_old_address_leads_to_the_new_one(browser: Browser, small: str, javascript: bool) -> None:
    page = browser.new_page(java_script_enabled=javascript)
    page.goto(f"{small}{PAPERS}/old/", wait_until="commit")
    page.wait_for_url(f"{small}{PAPERS}/patrols/")
    assert page.get_by_role("heading", level=1).inner_text() == "Patrols from January to March"
    page.close()


def test_an_old_place_on_a_page_leads_to_the_new_one(browser: Browser, small: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{small}{MINUTES}#minute-99")
    line = page.locator("li:target")
    assert line.inner_text().startswith("What had the address “#minute-99” is now here: Minute 11 of 31 March 2027")
    box, seen = line.bounding_box(), page.viewport_size
    assert box
    assert seen
    assert 0 <= box["y"] + box["height"] <= seen["height"]
    line.get_by_role("link").click()
    assert page.url == f"{small}{MINUTES}#minute-11"
    page.close()


@pytest.mark.parametrize("mode", ["light", "dark", "phone", "no JavaScript"])
def test_who_is_not_led_on_finds_a_sound_page(browser: Browser, small: str, mode: str) -> None:
    with looking(browser, f"{small}{HELD}", MODES[mode]) as look:
        assert not look.complaints, "\n".join(look.complaints)
        found = axe(look).violations
        link = look.page.get_by_role("link", name="Patrols from January to March, 31 March 2027")
        assert link.get_attribute("href") == "../patrols/"
    assert not found, "\n".join(found)


def test_the_page_at_an_old_address_is_valid(folder: Path, tmp_path: Path) -> None:
    html = (folder / PAPERS / "old" / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert [*html_validate(tmp_path), *html5lib_strictly(tmp_path)] == []


def test_no_list_of_the_site_has_it(folder: Path) -> None:
    for name in ("sitemap.xml", "a-to-z/index.html", "feed.xml"):
        assert f"{PAPERS}/old/" not in (folder / name).read_text(encoding="utf-8")


def test_a_wrong_address_leads_to_the_nearest_page_and_to_a_search(browser: Browser, root: str) -> None:
    with looking(browser, f"{root}meetings/2026-01-05/papers/near-misses/", MODES["light"]) as look:
        assert look.page.title().startswith("This page is not here")
        assert look.page.locator("main").evaluate("main => getComputedStyle(main).maxWidth") != "none"
        nearest = look.page.get_by_text("The nearest page that is here")
        expect(nearest.get_by_role("link", name="Meeting of 5 January 2026")).to_have_attribute(
            "href", f"{root}meetings/2026-01-05/"
        )
        nearest.get_by_role("link", name="search this site for “near misses”").click()
        expect(look.page.get_by_role("status")).to_contain_text("for near misses")


def test_a_wrong_address_lists_the_sections_without_javascript(browser: Browser, root: str) -> None:
    with looking(browser, f"{root}meetings/nowhere/", MODES["no JavaScript"]) as look:
        text = look.page.locator("main").inner_text()
        assert "The nearest page" not in text
        meetings = look.page.locator("main").get_by_role("link", name="Meetings")
        assert meetings.get_attribute("href") == "/panel/meetings/"
        expect(look.page.get_by_role("search", name="This site")).to_be_visible()
