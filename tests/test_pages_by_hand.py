"""What an editor does to a page that is written by hand is told when the site is built, and nothing is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import build_site
from tests.first_publication import OWN_PAGES
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


def test_a_page_may_be_added(tmp_path: Path) -> None:
    content = Path(shutil.copytree(OWN_PAGES, tmp_path / "content"))
    (content / "contact.md").write_text("---\ntitle: Contact\n---\n\n# Contact\n", encoding="utf-8")
    told = build_site(tmp_path / "site", PANEL_DATA=str(FOLDER), PANEL_TODAY="2027-04-15", PANEL_CONTENT=str(content))
    assert told == ""
    assert (tmp_path / "site" / "contact" / "index.html").exists()
