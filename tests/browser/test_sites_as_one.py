"""Three sites searched as one, in a browser: each by its own index, which Pagefind merges."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from panelpapers.exports.search import Index
from panelpapers.kept.store import Store
from panelpapers.together import put_together
from tests.browser.axe import axe
from tests.browser.kinds import MODES
from tests.browser.looking import Look, looking
from tests.browser.serving import served
from tests.conftest import built_once

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("together")]

TEMPLATES = Path(__file__).parents[2] / "theme_overrides"
NORTHSHIRE = {"PANEL_DATA": "tests/cases/second-panel", "PANEL_TODAY": "2027-04-15"}
MOST = 300_000
"""Bytes that a search may load."""
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>A page</title></head><body>
<main id="main" class="page" data-pagefind-body data-title="A page"><h1>A page</h1><p>WORDS</p></main>
</body></html>"""


@pytest.fixture(scope="module")
def together(site: Path, site_of_several: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve three panels, a small site of which a page changed since its index was made, and the page over them."""
    folder = tmp_path_factory.mktemp("together")
    northshire = built_once(tmp_path_factory, "northshire", **NORTHSHIRE)
    for name, built in (("alder-creek", site_of_several), ("northshire", northshire), ("west-midlands", site)):
        shutil.copytree(built, folder / name, copy_function=os.link)
    small(folder / "small", folder / "northshire" / "lately.json")
    put_together(folder, "Three panels", "Examples of panels.", date(2027, 4, 15), TEMPLATES)
    with served(folder, "/all/") as root:
        yield root


def small(folder: Path, lately: Path) -> None:
    """Write a site of two pages, of which one had other words when the index was made that still stands."""
    store = Store(folder.with_name("kept"))
    for words in ("A wombat dug.", "A quokka smiled."):
        index = Index(folder, store, "small")
        for name, said in (("one", words), ("two", "A lasting word.")):
            page = PAGE.replace("WORDS", said)
            (folder / name).mkdir(parents=True, exist_ok=True)
            (folder / name / "index.html").write_text(page, encoding="utf-8")
            index.add(f"{name}/index.html", page)
        assert index.finish() == ""
        store.finish()
    shutil.rmtree(folder.with_name("kept"))
    (folder / "index.html").write_text("A site.", encoding="utf-8")
    told = lately.read_text(encoding="utf-8").replace("Northshire Police, Fire and Crime Panel", "Small Panel")
    (folder / "lately.json").write_text(told, encoding="utf-8")


@pytest.fixture
def look(browser: Browser, together: str) -> Iterator[Look]:
    with looking(browser, together, MODES["light"]) as look:
        yield look


def asked(page: Page, words: str) -> list[str]:
    """Type words into the search and give what is found, each result in its words."""
    page.get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    status = page.get_by_role("status")
    expect(status).to_contain_text(f" for {words}")
    expect(status).not_to_contain_text("Searching")
    return page.locator("#together-results > li").all_inner_texts()


def test_one_search_answers_from_three_sites_and_leads_to_each(look: Look, together: str) -> None:
    loaded = list[int]()
    look.page.on("response", lambda answer: loaded.append(int(answer.headers.get("content-length", 0))))
    found = asked(look.page, "police")
    for name in ("Northshire Police, Fire and Crime Panel", "West Midlands Police and Crime Panel"):
        assert any(name in result for result in found), found
    assert 0 < sum(loaded) < MOST
    link = look.page.locator("#together-results a").first
    address = str(link.evaluate("link => link.href"))
    assert address.removeprefix(together).split("/")[0] in {"northshire", "west-midlands", "alder-creek"}
    link.click()
    expect(look.page.get_by_role("heading", level=1)).to_be_visible()
    look.page.go_back()
    expect(look.page.get_by_role("searchbox")).to_have_value("police")
    assert any("Alder Creek" in result for result in asked(look.page, "library"))


def test_a_page_that_changed_is_found_by_its_words_as_they_are(look: Look) -> None:
    assert asked(look.page, "quokka")
    assert asked(look.page, "lasting")
    assert asked(look.page, "wombat") == []


def test_a_search_is_narrowed_to_one_site_by_keyboard(look: Look) -> None:
    look.page.get_by_text("Search only some of them").focus()
    look.page.keyboard.press("Enter")
    look.page.get_by_label("Northshire Police, Fire and Crime Panel").focus()
    look.page.keyboard.press("Space")
    found = asked(look.page, "police")
    assert found
    assert not [result for result in found if "West Midlands" in result]
    expect(look.page.get_by_role("status")).to_contain_text("in Northshire Police, Fire and Crime Panel")


def test_the_page_over_three_sites_has_no_barrier(look: Look) -> None:
    asked(look.page, "police")
    assert axe(look).violations == []
