"""What people write by hand, and what MkDocs and its theme bring, take no place of ours, and we none of theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, get_files

from panelpapers.kept.store import Store
from panelpapers.pages.site import File as PanelFile
from panelpapers.pages.site import Site
from tests.pages.reading_pages import small_site

pytestmark = pytest.mark.slow

ROOT: Final = Path(__file__).parents[2]


def files_with(content: Path, site: Site, *written: str) -> Files:
    """Give the files of a website with some hand-written ones, as MkDocs has them after our hook."""
    for name in ("index.md", *written):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text("# A page\n", encoding="utf-8")
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(content))
    config.extra.update(site=site, kept=Store(None))
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    found: Files = config.plugins.run_event("files", files, config=config)
    return found


def test_all_have_their_place(tmp_path: Path) -> None:
    files = files_with(tmp_path, small_site(), "about.md", "robots.txt", "plans/map.png")
    paths = [file.dest_uri for file in files]
    assert len(paths) == len(set(paths))
    assert {"index.html", "about/index.html", "robots.txt", "assets/search.js"} <= set(paths)
    assert isinstance(files.get_file_from_path("feed.xml"), File)


def test_of_our_pages_mkdocs_knows_only_those_that_are_asked_for(tmp_path: Path) -> None:
    files = files_with(tmp_path, small_site(), "about.md")
    asked = files.get_file_from_path("meetings/index.md")
    assert asked is not None
    assert asked.dest_uri == "meetings/index.html"
    assert files.get_file_from_path("meetings/index.md") is asked
    assert files.get_file_from_path("meetings/nowhere/index.md") is None
    assert asked not in files.documentation_pages(), "MkDocs makes none of them"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("assets/search.js", "content/assets/search.js"),
        ("ASSETS/x.css", "content/ASSETS/x.css"),
        ("pagefind/pagefind.js", "content/pagefind/pagefind.js"),
        ("sitemap.xml", "content/sitemap.xml"),
        ("404.html", "content/404.html"),
        ("_headers", "content/_headers"),
        ("meetings.md", "content/meetings.md"),
        ("feed.xml", "content/feed.xml"),
        ("calendar.ics/x.txt", "content/calendar.ics/x.txt"),
        ("Meetings/index.md", "content/Meetings/index.md"),
    ],
)
def test_what_is_written_by_hand_takes_no_place_of_another(tmp_path: Path, written: str, told: str) -> None:
    with pytest.raises(PluginError, match="Nothing was built") as raised:
        files_with(tmp_path, small_site(), written)
    assert told in str(raised.value)


def test_two_pages_written_by_hand_have_two_addresses(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"content/about(\.md|/index\.md)"):
        files_with(tmp_path, small_site(), "about.md", "about/index.md")


@pytest.mark.parametrize(
    "path", ["assets/search.js", "assets/panel.css", "404.html", "sitemap.xml", "sitemap.xml.gz"]
)
def test_a_file_of_ours_takes_no_place_of_theirs(tmp_path: Path, path: str) -> None:
    site = small_site()
    with pytest.raises(PluginError, match=path):
        files_with(tmp_path, Site(site.pages, site.files | {path: PanelFile(path, b"PWNED")}))
