"""The guide for editors, followed: each file in it passes the check, and the site then says what the guide says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from ruamel.yaml import YAML

from panelpapers.charts import default_folder
from panelpapers.pages import addresses
from panelpapers.pages.build import build
from panelpapers.pages.site import Site
from panelpapers.publication import Checked, check_folder
from panelpapers.reading.telling import as_text
from panelpapers.records.regime import Regime
from panelpapers.starting import PATTERN, regimes_known, start
from tests.attached_files import pdf
from tests.guide_pages import PAGES, Section, guide, put, sections
from tests.pages.reading_pages import words
from tests.river_valley import TEMPLATES

BEFORE_MEETING, AFTER_MEETING = "editors/first-meeting.md", "editors/first-minutes.md"
DAYS: Final = {
    BEFORE_MEETING: date(2026, 2, 24),
    "1. Write the minutes": date(2026, 3, 13),
    "2. Make the next meeting": date(2026, 5, 6),
    "3. Confirm the minutes": date(2026, 5, 22),
}
"""The day on which a page or a section of the evening is read."""
CHANGES: Final = ("editors/changes.md", "editors/private.md")
DAY_OF_CHANGES: Final = date(2026, 6, 29)


class Project:
    """A project as somebody begins it, in which the guide is followed."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / "project"
        start(self.folder, "Harbour Committee", "Seaham", date(2026, 1, 12), name)
        shutil.rmtree(next((self.folder / "data" / "meetings").iterdir()))  # as the guide asks for
        self.regime: Regime = check_folder(self.folder / "data").records.regime_on(date(2026, 3, 5))

    def check(self, today: date) -> Checked:
        return check_folder(self.folder / "data", today)

    def site(self, today: date) -> Site:
        return build(self.check(today).dossier, today, TEMPLATES, default_folder())

    def evening(self) -> Iterator[tuple[Section, date]]:
        """Follow the evening; give each section when its files are there, with the day on which it is read."""
        for page in (BEFORE_MEETING, AFTER_MEETING):
            for section in sections(page, self.regime):
                for step in section.steps:
                    put(step, self.folder)
                if section.heading == "3. Upload a document":
                    (self.folder / "data" / "meetings" / "2026-03-05" / "path-report.pdf").write_bytes(pdf())
                yield section, DAYS.get(section.heading) or DAYS.get(page) or DAYS["3. Confirm the minutes"]

    def changes(self, *, made: bool) -> list[Section]:
        """Write the files of all changes as they are before them, or after; give their sections."""
        every = [section for page in CHANGES for section in sections(page, self.regime)]
        for step in (step for section in every for step in section.steps):
            if made != (step.kind == "Before"):
                put(step, self.folder)
        return every


def unsaid(section: Section, site: Site, *, made: bool = True) -> list[tuple[str, str, str]]:
    """Give what a section says of pages and is not so; before its change is made, none of it may be so."""
    wrong = []
    for address, said, expected in section.says:
        page = site.pages.get(address)
        there = page is not None and expected in words(str(page.html))
        if there != (said == "still says" or (said == "then says") == made):
            wrong.append((address, said, expected))
    return wrong


@pytest.mark.parametrize("name", regimes_known())
def test_the_evening_and_each_change_pass_the_check(tmp_path: Path, name: str) -> None:
    project = Project(tmp_path, name)
    for section, today in project.evening():
        problems = project.check(today).problems if section.steps else ()
        if section.heading == "4. Write the agenda":
            assert [problem.code for problem in problems] == ["unknown-name"]
        else:
            assert problems == (), section.heading
    for made in (False, True):
        project.changes(made=made)
        assert project.check(DAY_OF_CHANGES).problems == ()


def test_what_the_check_says_is_what_the_guide_shows(tmp_path: Path) -> None:
    project, shown = Project(tmp_path, "own"), ""
    for section, today in project.evening():
        if section.heading == "4. Write the agenda":
            shown = as_text(project.check(today).problems).replace(f"{project.folder}/", "")
        if found := re.search(r"```text\n(.*?)```", section.text, re.DOTALL):
            assert found[1].strip() == shown.strip()
            return
    pytest.fail("the guide shows no message")


@pytest.mark.slow
def test_the_site_says_what_the_guide_says(tmp_path: Path) -> None:
    project, told = Project(tmp_path, "own"), 0
    for section, today in project.evening():
        if section.says:
            assert unsaid(section, project.site(today)) == []
            told += len(section.says)
    for made in (False, True):
        every = project.changes(made=made)
        site = project.site(DAY_OF_CHANGES)
        assert [fault for section in every for fault in unsaid(section, site, made=made)] == []
    assert told + sum(len(section.says) for section in every) > 20


def test_each_change_has_its_file_before_and_after() -> None:
    for page in CHANGES:
        for section in sections(page):
            kinds = {step.kind for step in section.steps}
            assert not kinds or (kinds >= {"Before"} and kinds & {"After", "New"} and section.says), section.heading


def test_the_pages_stand_in_one_order() -> None:
    listed = re.findall(r"^\d+\. \[([^\]]+)\]\((editors/[a-z-]+\.md)\)", guide("editors.md"), re.MULTILINE)
    assert sorted(path for _, path in listed) == sorted(PAGES[1:])
    assert tuple(f"{path.removesuffix('.md')}/" for _, path in listed) == addresses.GUIDE_PAGES
    for at, (name, path) in enumerate(listed):
        text = guide(path)
        assert f"\n# {name}\n" in text
        links = dict(re.findall(r"^- (The page before|The next page): (\[.*\))$", text, re.MULTILINE))
        beside = {"The page before": at - 1, "The next page": at + 1}
        expected = {
            which: f"[{listed[other][0]}]({listed[other][1].removeprefix('editors/')})"
            for which, other in beside.items()
            if 0 <= other < len(listed)
        }
        assert links == expected, path


def test_gitlab_does_what_github_does() -> None:
    text = guide("editors/without-github.md")
    typed = re.search(r"```yaml\n(image:.*?)```", text, re.DOTALL)
    assert typed
    jobs = YAML(typ="safe", pure=True).load(typed[1])
    github = (PATTERN / "dot-github" / "workflows" / "site.yml").read_text(encoding="utf-8")
    ran = {line.partition(" --format")[0] for line in re.findall(r"- run: (.*)", github)}
    assert {*jobs["check"]["script"]} == ran
    assert [line.removesuffix(" --site-dir public") for line in jobs["pages"]["script"]] == jobs["check"]["script"]
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
