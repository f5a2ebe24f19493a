"""What an editor does to a page that is written by hand is told when the site is built, and nothing is written."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import build_site
from tests.first_publication import OWN_PAGES
from tests.project import mkdocs, project
from tests.river_valley import FOLDER

pytestmark = pytest.mark.slow


def delete_about(content: Path) -> None:
    (content / "about.md").unlink()


def mark_about(content: Path) -> None:
    (content / "about.md").write_text("# About\n\nNOT FOR PUBLICATION\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (delete_about, "content/about.md is missing, and other pages lead there. Put it back."),
        (mark_about, "about.md, line 3"),
    ],
)
def test_it_is_told(change: Callable[[Path], None], said: str, tmp_path: Path) -> None:
    content = Path(shutil.copytree(OWN_PAGES, tmp_path / "content"))
    change(content)
    told = build_site(tmp_path / "site", PANEL_DATA=str(FOLDER), PANEL_TODAY="2027-04-15", PANEL_CONTENT=str(content))
    assert said in told
    assert not (tmp_path / "site" / "index.html").exists()


def test_a_page_may_be_added_and_lead_to_a_place_of_ours(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    leads = "---\ntitle: Contact\n---\n\n# Contact\n\n[It](meetings/2027-03-31/agenda/index.md#item-1)\n"
    (folder / "content" / "contact.md").write_text(leads, encoding="utf-8")
    assert mkdocs(folder, "build", "--strict", "-q") == (0, "")
    page = (folder / "site" / "contact" / "index.html").read_text(encoding="utf-8")
    assert 'href="../meetings/2027-03-31/agenda/#item-1"' in page


def test_a_link_to_a_page_or_place_of_ours_that_is_not_there_is_told(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    nowhere = ("meetings/2027-03-31/agenda/index.md#item-99", "meetings/2027-03-30/agenda/index.md")
    links = "\n\n".join(f"[It]({leads})" for leads in nowhere)
    (folder / "content" / "about.md").write_text(f"# About\n\n{links}\n", encoding="utf-8")
    status, said = mkdocs(folder, "build", "--strict")
    assert status
    assert "item-99" in said
    assert nowhere[1] in said


def top_of(site: Path, address: str = "") -> list[str]:
    """Give the links at the top of a page, by their words."""
    html = (site / address / "index.html").read_text(encoding="utf-8")
    top = html.partition('aria-label="Main"')[2].partition("</nav>")[0]
    return re.findall(r"<a [^>]*>([^<]*)</a>", top)


def test_a_body_with_one_meeting_has_links_to_what_it_has_and_no_others(tmp_path: Path) -> None:
    data = FOLDER.parent / "bodies" / "one-meeting"
    site, settings = tmp_path / "site", {"PANEL_TODAY": "2027-05-01", "PANEL_CONTENT": str(OWN_PAGES)}
    assert build_site(site, PANEL_DATA=str(data), **settings) == ""
    for address in ("", "about", "meetings/2027-05-12", "how-to-use"):
        assert top_of(site, address) == ["Meetings"]
    about = (site / "about" / "index.html").read_text(encoding="utf-8")
    assert "All editor's notes stand together on one page, and so do all short forms." in about
    told = (site / "how-to-use" / "index.html").read_text(encoding="utf-8")
    assert "Follow what is published" in told
    assert not [word for word in ("feed", "figures", "Decisions", "last day for questions") if word in told]
    assert "feed.xml" not in (site / "index.html").read_text(encoding="utf-8")


def test_what_mkdocs_is_told_by_hand_stands_before_the_sections(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", more="  - Visit us: visit.md\n  - More: [recommendations/index.md]\n")
    (folder / "data" / "recommendations.yml").unlink()
    (folder / "content" / "visit.md").write_text("# Visit us\n", encoding="utf-8")
    status, told = mkdocs(folder, "build", "--strict", "-q")
    assert (status, told) == (0, "")
    first = ["Meetings", "Decisions", "Visit us"]
    assert top_of(folder / "site") == [*first, "Actions", "The plan", "Figures", "Ask a question"]
    assert top_of(folder / "site", "visit") == top_of(folder / "site")
