"""A small project that is closed, by the command: the folder, the same elsewhere, and the bag."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import bagit
import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import Browser

from panelpapers.cli import main
from panelpapers.closing.folder import without_answer
from panelpapers.reading.folder import read_folder
from tests.pages.reading_pages import words
from tests.pages.test_nothing_private import NONCE, planted
from tests.project import TODAY, project
from tests.river_valley import FOLDER
from tests.river_valley import TODAY as RIVER_DAY

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("closing")]

OLD = "meetings/2027-03-31/papers/old/"
MINUTES = "meetings/2027-03-31/minutes/"
RENAMED = f"""renamed:
  - was: {OLD}
    now: meetings/2027-03-31/papers/patrols/
  - was: {MINUTES}#minute-99
    now: {MINUTES}#minute-11
"""
LISTED = (
    "a-to-z/",
    "feed.xml",
    OLD,
    f"{MINUTES}#minute-11",
    f"{MINUTES}#minute-99",
    "search/",
    "search/references.json",
)


def closing(folder: Path, to: Path, *arguments: str, day: str = RIVER_DAY.isoformat()) -> Result:
    """Run the command in a project."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(
            main, ["close", str(to), *arguments], env={"PANEL_TODAY": day, "PANEL_DATA": str(folder / "data")}
        )
    finally:
        os.chdir(before)


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("closing") / "project")
    shutil.rmtree(folder / "data")
    shutil.copytree(FOLDER, folder / "data")
    (folder / "data" / "renamed.yml").write_text(RENAMED, encoding="utf-8")
    (folder / "data" / "published-addresses.txt").write_text("\n".join(LISTED), encoding="utf-8")
    assert planted(folder / "data") > 50
    done = closing(folder, folder.parent / "ended", "--address", "https://archive.example/old/papers/")
    assert done.exit_code == 0, done.output
    assert f"All {len(LISTED)} published addresses are there." in done.output
    return folder.parent / "ended"


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def links(site: Path) -> Iterator[tuple[str, str]]:
    for path, html in pages(site).items():
        tags = re.findall(r"<[a-z][^<>]*>", html)
        for link in re.findall(r'\s(?:href|src|action)="([^"]*)"|content="0; url=([^"]*)"', " ".join(tags)):
            yield path, unescape("".join(link))


def test_every_link_leads_to_a_file_and_every_place_is_there(ended: Path) -> None:
    site, seen = ended / "site", 0
    there = pages(site)
    for path, link in links(site):
        found = urlsplit(urljoin(f"file:///{path}", link))
        if found.scheme == "file":
            target = unquote(found.path)[1:]
            assert (site / target).is_file(), (path, link)
            assert not found.fragment or f'id="{found.fragment}"' in there[target], (path, link)
            seen += 1
    assert seen > 2000


def test_every_published_address_answers_in_the_folder_and_in_the_bag(ended: Path) -> None:
    for site in (ended / "site", ended / "bag" / "data" / "site"):
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        assert [*without_answer(LISTED, files)] == []


def test_nothing_needs_a_server(ended: Path) -> None:
    site = ended / "site"
    assert not (site / "pagefind").exists()
    assert not (site / "404.html").exists()
    for path, html in pages(site).items():
        assert 'role="search"' not in html, path
        assert "data-pagefind" not in html, path
    assert "it cannot be searched here. The A to Z leads to every title" in words(pages(site)["search/index.html"])


def test_the_pages_name_the_address_at_which_they_stay(ended: Path) -> None:
    assert (
        '<link rel="canonical" href="https://archive.example/old/papers/a-to-z/">'
        in pages(ended / "site")["a-to-z/index.html"]
    )


def test_the_bag_is_whole_and_its_records_are_read_without_a_problem(ended: Path) -> None:
    assert bagit.Bag(str(ended / "bag")).validate()
    assert read_folder(ended / "bag" / "data" / "records").problems == ()
    assert not [path for path in ended.rglob("*") if path.is_file() and NONCE.encode() in path.read_bytes()]


def test_what_cannot_be_closed_is_told_and_nothing_is_written(ended: Path, tmp_path: Path) -> None:
    folder = ended.parent / "project"
    for to, arguments, day, why in (
        (ended, (), RIVER_DAY.isoformat(), "There is something in"),
        (folder / "mkdocs.yml", (), RIVER_DAY.isoformat(), "mkdocs.yml is not a folder. Name a new one."),
        (tmp_path / "a", ("--address", "www.example.org"), TODAY, "Write the whole address"),
        (tmp_path / "a", (), "2027-01-04", "published addresses have no answer in the closed site, such as /"),
    ):
        done = closing(folder, to, *arguments, day=day)
        assert (done.exit_code, "Error: " in done.output, why in done.output) == (1, True, True), done.output
    done = closing(tmp_path, tmp_path / "a", "--data", str(folder / "data"))
    assert "There is no mkdocs.yml. Run this where `mkdocs build` runs" in done.output
    assert [*tmp_path.iterdir()] == []


def test_why_a_page_by_hand_stops_it_is_told_in_full(ended: Path, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(ended.parent / "project", folder)
    (folder / "content" / "about.md").write_text("# About\n\n[Gone](gone.md)\n", encoding="utf-8")
    done = closing(folder, tmp_path / "to")
    assert done.exit_code == 1
    assert "contains a link 'gone.md', but the target is not found" in done.output
    assert not (tmp_path / "to").exists()


@pytest.mark.browser
@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_goes_through_the_folder_and_the_browser_refuses_nothing(
    browser: Browser, ended: Path, javascript: bool
) -> None:
    page, refused = browser.new_page(java_script_enabled=javascript), list[str]()
    page.on("console", lambda told: refused.append(told.text))
    page.on("requestfailed", lambda asked: refused.append(asked.url))
    page.goto((ended / "site" / "index.html").as_uri())
    for name in ("A to Z of all titles", "Open business handed over", "Guide for editors", "Forms to fill in"):
        page.get_by_role("link", name=name, exact=True).first.click()
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.styleSheets.length")
    page.goto((ended / "site" / OLD / "index.html").as_uri(), wait_until="commit")
    page.wait_for_url("**/papers/patrols/index.html")
    assert refused == []
    page.close()
