"""What people are asked who report something or propose a change on GitHub: here, and in a new project."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.pages.citing import report
from panelpapers.reading.folder import read_folder
from panelpapers.starting import start
from tests.first_publication import ROOT

FORMS = ("something-is-wrong.yml", "accessibility.yml")
SAME = (*(f"ISSUE_TEMPLATE/{name}" for name in (*FORMS, "config.yml")), "pull_request_template.md")


def read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "site"
    start(folder, "Harbour Board", "Harbour", date(2026, 3, 4))
    return folder


def test_a_new_project_asks_the_same(project: Path) -> None:
    for name in SAME:
        assert (project / ".github" / name).read_bytes() == (ROOT / ".github" / name).read_bytes()
    ours = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    assert ours.startswith((project / ".github" / "CODEOWNERS").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "names"), [("github-issue-forms", FORMS), ("github-issue-config", ("config.yml",))]
)
def test_github_can_read_the_forms(schema: str, names: tuple[str, ...]) -> None:
    pytest.importorskip("check_jsonschema")
    files = [str(ROOT / ".github" / "ISSUE_TEMPLATE" / name) for name in names]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("name", "required", "left_open"),
    [
        ("something-is-wrong.yml", ["page", "wrong"], ["right", "source"]),
        ("accessibility.yml", ["page", "problem"], ["need", "used"]),
    ],
)
def test_readers_are_asked_for_little_and_told_that_all_can_read_it(
    name: str, required: list[str], left_open: list[str]
) -> None:
    opening, *fields = read(ROOT / ".github" / "ISSUE_TEMPLATE" / name)["body"]
    assert "Everybody can read what you write here" in opening["attributes"]["value"]
    asked = {field["id"]: field["validations"]["required"] for field in fields}
    assert [name for name, needed in asked.items() if needed] == required
    assert [name for name, needed in asked.items() if not needed] == left_open
    assert all(field["attributes"]["label"] and field["attributes"]["description"] for field in fields)


def test_whoever_owns_something_is_named_by_each_body_itself() -> None:
    """A name that GitHub does not know is an error for everybody, so each stands after a # until it is filled in."""
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") or not line for line in lines)
    owned = [found[1] for line in lines if (found := re.match(r"#/(\S+?)/? +@your-organisation/", line))]
    assert owned[:2] == ["data", "data/indicators"]
    assert all((ROOT / path).exists() for path in owned)


def test_the_check_is_a_hook_for_others_and_for_a_new_project(project: Path) -> None:
    (ours,) = read(ROOT / ".pre-commit-hooks.yaml")
    (theirs,) = read(project / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert ours["id"] == theirs["id"] == "panel-papers-check"
    for hook in (ours, theirs):
        assert hook["entry"].endswith("panel-papers check")
        assert re.match(hook["files"], "data/panel.yml")
        assert hook["pass_filenames"] is False


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("https://github.com/our-town/panel", "https://github.com/our-town/panel/issues/new/choose"),
        ("https://gitlab.com/our-town/panel.git", "https://gitlab.com/our-town/panel/-/issues/new"),
    ],
)
def test_readers_without_a_contact_get_to_the_forms(address: str, leads_to: str, project: Path) -> None:
    panel = project / "data" / "panel.yml"
    before = panel.read_text(encoding="utf-8")
    panel.write_text(f"{before}repository: {address}\n", encoding="utf-8")
    records = read_folder(project / "data").records
    panel.write_text(before, encoding="utf-8")
    assert report("https://papers.example.org/", records) == leads_to
