"""The text of an archive as Markdown, with the same pages, for the generators that a body would use without us."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.bench.archive import Meeting, meetings, members

MKDOCS: Final = """site_name: Northmoor
theme:
  name: material
  font: false
plugins: []
nav:
  - index.md
"""
"""Material at its fastest: without its search, and the pages not in the navigation."""

AS_IT_COMES: Final = """site_name: Northmoor
theme:
  name: material
"""
"""What somebody has who changes nothing: all pages are in the navigation, folder by folder, and in the search."""

BARE_CONFIG: Final = "bare.yml"

_BARE: Final = "<!doctype html><html lang=en><title>{{ .Title }}</title><main>{{ .Content }}</main></html>"
HUGO: Final = {
    "hugo.toml": 'baseURL = "/"\ntitle = "Northmoor"\ndisableKinds = ["taxonomy", "term", "RSS"]\n',
    "layouts/_default/single.html": _BARE,
    "layouts/_default/list.html": _BARE,
    "layouts/index.html": _BARE,
}
"""A bare template: Hugo with a theme takes longer."""


def write_for_mkdocs(folder: Path, count: int, seed: int = 1) -> None:
    """Write a project of MkDocs with Material into a folder that is not there yet, to be built in both ways."""
    _write(folder / "docs", count, seed, "index.md")
    (folder / BARE_CONFIG).write_text(MKDOCS, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(AS_IT_COMES, encoding="utf-8")


def write_for_hugo(folder: Path, count: int, seed: int = 1) -> None:
    """Write a project of Hugo into a folder that is not there yet."""
    _write(folder / "content", count, seed, "_index.md")
    for name, text in HUGO.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def _write(folder: Path, count: int, seed: int, home: str) -> None:
    folder.mkdir(parents=True)
    (folder / home).write_text("# Northmoor\n", encoding="utf-8")
    for meeting in meetings(count, seed):
        of_meeting = folder / "meetings" / meeting.day.isoformat()
        of_meeting.mkdir(parents=True)
        for name, text in _pages(meeting).items():
            (of_meeting / f"{name}.md").write_text(text, encoding="utf-8")


def _pages(meeting: Meeting) -> dict[str, str]:
    """Give the pages of a meeting: as many as ours, and what stands on them."""
    day = meeting.day.isoformat()
    present = [f"- {name}, {council} Council" for _, name, council in members()]
    agenda = _under(meeting.titles, meeting.introductions)
    paper = [f"{number}\\. {text}" for number, text in enumerate(meeting.paragraphs, start=1)]
    minutes = _under(meeting.titles, zip(meeting.discussions, meeting.resolutions, strict=True))
    parts = {
        "agenda": agenda,
        "report": paper,
        "minutes": ["\n".join(present), *minutes],
        "decisions": [f"- {text}" for text in meeting.resolutions],
        "members": ["\n".join(present)],
    }
    pages = {name: _page(f"{name.capitalize()} of {day}", texts) for name, texts in parts.items()}
    whole = [text for name in ("agenda", "report", "minutes") for text in (f"## {name.capitalize()}", *parts[name])]
    links = [f"- [{name.capitalize()}]({name}.md)" for name in pages]
    return {**pages, "whole": _page(f"Whole meeting of {day}", whole), "meeting": _page(f"Meeting of {day}", links)}


def _under(titles: Iterable[str], texts: Iterable[object]) -> list[str]:
    found = []
    for title, text in zip(titles, texts, strict=True):
        found += [f"## {title}", *(text if isinstance(text, tuple) else (str(text),))]
    return found


def _page(title: str, texts: Iterable[str]) -> str:
    return "\n\n".join((f"# {title}", *texts)) + "\n"
