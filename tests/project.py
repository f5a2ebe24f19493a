"""A small project of another panel, as somebody has it who only installed the package: made in an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
PANEL: Final = ROOT / "tests" / "cases" / "second-panel"
TODAY: Final = "2027-03-12"
HAND_WRITTEN: Final = {
    "index.md": "# The papers of a panel\n",
    "about.md": "---\ntitle: About this edition\n---\n\n# About this edition\n\nIt is made for tests.\n",
}
CONFIGURATION: Final = """\
site_name: Papers
docs_dir: content
strict: true
theme: {name: material, font: false}
plugins: [panel-papers]
markdown_extensions: [tables, sane_lists, attr_list, {toc: {permalink: false}}]
validation: {nav: {omitted_files: ignore}, links: {absolute_links: ignore, anchors: warn}}
nav:
  - Home: index.md
  - Meetings: meetings/index.md
  - Decisions: decisions/index.md
"""


def project(folder: Path, *, more: str = "") -> Path:
    """Write a project into a folder that is not there yet, with ``more`` lines of configuration, and give it."""
    (folder / "content").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION + more, encoding="utf-8")
    for name, text in HAND_WRITTEN.items():
        (folder / "content" / name).write_text(text, encoding="utf-8")
    shutil.copytree(PANEL, folder / "data")
    return folder


def command(*arguments: str, python: str = sys.executable) -> list[str]:
    """Give the command line that runs MkDocs."""
    return [python, "-m", "mkdocs", *arguments]


def environment(**settings: str) -> dict[str, str]:
    """Give the environment of a run on the day for which the tests look at the small panel."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PANEL_TODAY": TODAY, **settings}


def mkdocs(folder: Path, *arguments: str, python: str = sys.executable, **settings: str) -> tuple[int, str]:
    """Run MkDocs in a project; give how it ended and what it said."""
    done = subprocess.run(
        command(*arguments, python=python),
        cwd=folder,
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, f"{done.stdout}{done.stderr}"


def contents(site: Path) -> dict[str, bytes]:
    """Give each file of a site by path, but for the search index, which Pagefind writes in no fixed order."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith("pagefind/")}
