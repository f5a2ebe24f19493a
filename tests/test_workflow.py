"""The workflow on GitHub: an honest edit of a record is checked, built and published without the software's tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.first_publication import ROOT

CHANGES = ROOT / ".ci" / "changes"
WORKFLOW = ROOT / ".github" / "workflows" / "site.yml"
PATTERN = ROOT / "hooks" / "panelpapers" / "project" / "dot-github" / "workflows" / "site.yml"
WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")

with_git = pytest.mark.skipif(not (shutil.which("git") and shutil.which("bash")), reason="needs Git and bash")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *WHO, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def said_of(folder: Path, base: str) -> str:
    done = subprocess.run([str(CHANGES), base], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@with_git
@pytest.mark.parametrize(
    ("files", "software"),
    [
        (["data/panel.yml"], "false"),
        (["content/about.md", "data/meetings/2027-01-05/agenda.yml"], "false"),
        (["data/panel.yml", "hooks/publish.py"], "true"),
        (["hooks/data/panel.yml"], "true"),
        (["mkdocs.yml"], "true"),
        (["data.yml"], "true"),
    ],
)
def test_what_is_changed_decides_whether_the_tests_run(files: list[str], software: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "--message=x")
    base = git(tmp_path, "rev-parse", "HEAD")
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("x", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=x")
    assert said_of(tmp_path, base) == f"software={software}"
    assert said_of(tmp_path, "HEAD") == "software=false"
    assert said_of(tmp_path, "0" * 40) == "software=true", "what cannot be compared is tested"


@with_git
def test_what_is_moved_out_of_the_software_is_a_change_of_it(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks" / "x.yml").write_text("one\ntwo\nthree\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=x")
    (tmp_path / "data").mkdir()
    git(tmp_path, "mv", "hooks/x.yml", "data/x.yml")
    git(tmp_path, "commit", "--quiet", "--message=x")
    assert said_of(tmp_path, "HEAD^") == "software=true"


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    read: dict[str, Any] = YAML(typ="safe").load(WORKFLOW.read_text(encoding="utf-8"))
    return read


def test_no_filter_of_paths_lets_a_required_check_wait(workflow: dict[str, Any]) -> None:
    events = workflow["on"]
    assert not [key for event in events.values() if event for key in event if "paths" in key]


def test_only_the_tests_depend_on_what_is_changed(workflow: dict[str, Any]) -> None:
    jobs = workflow["jobs"]
    assert {name for name, job in jobs.items() if "changes" in job.get("if", "")} == {"tests"}
    assert "if" not in jobs["check"]
    assert "if" not in jobs["build"]


def test_tests_that_were_skipped_stop_no_publication(workflow: dict[str, Any]) -> None:
    publish = workflow["jobs"]["publish"]
    assert set(publish["needs"]) == workflow["jobs"].keys() - {"publish"}
    assert publish["if"].startswith("${{ !failure() && !cancelled() && ")


def test_every_morning_a_site_is_built_and_published_only_if_it_differs(workflow: dict[str, Any]) -> None:
    assert [event["cron"] for event in workflow["on"]["schedule"]] == ["23 4 * * *"]
    when = workflow["jobs"]["publish"]["if"]
    assert "(github.event_name == 'push' || needs.build.outputs.changed == 'true')" in when
    assert "|| 'HEAD' }}" in workflow["jobs"]["changes"]["steps"][-1]["env"]["BEFORE"], "a schedule changes nothing"


def _fingerprint(folder: Path, published: Path) -> str:
    command = [str(ROOT / ".ci" / "fingerprint"), f"{published.as_uri()}/"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def _pattern(folder: Path, published: Path) -> str:
    steps = YAML(typ="safe").load(PATTERN.read_text(encoding="utf-8"))["jobs"]["build"]["steps"]
    command = next(step["run"] for step in steps if step.get("id") == "fingerprint")
    given = {**os.environ, "SITE_URL": f"{published.as_uri()}/", "GITHUB_OUTPUT": str(folder / "said")}
    (folder / "site" / "fingerprint.txt").unlink(missing_ok=True)
    (folder / "said").unlink(missing_ok=True)
    subprocess.run(["bash", "-e", "-c", command], cwd=folder, env=given, check=True)
    return (folder / "said").read_text(encoding="utf-8")


@pytest.mark.parametrize("said", [_fingerprint, _pattern])
def test_a_site_that_differs_by_a_byte_is_told_from_the_published_one(
    tmp_path: Path, said: Callable[[Path, Path], str]
) -> None:
    """Both the script of this repository and the step of the pattern of a new project."""
    site, published = tmp_path / "site", tmp_path / "published"
    (site / "pagefind").mkdir(parents=True)
    page, index = site / "index.html", site / "pagefind" / "index.pf"
    page.write_text("one", encoding="utf-8")
    assert said(tmp_path, published) == "changed=true\n", "nothing was published"
    shutil.copytree(site, published)
    assert said(tmp_path, published) == "changed=false\n"
    index.write_text("in another order", encoding="utf-8")
    assert said(tmp_path, published) == "changed=false\n"
    page.write_text("One", encoding="utf-8")
    assert said(tmp_path, published) == "changed=true\n"


@pytest.mark.parametrize("path", [WORKFLOW, PATTERN], ids=["this repository", "a new project"])
def test_a_proposal_is_told_and_previewed_and_can_do_nothing(path: Path) -> None:
    """What strangers propose runs with no right but to read, and no word of theirs is part of a command."""
    text = path.read_text(encoding="utf-8")
    read = YAML(typ="safe").load(text)
    assert "pull_request" in read["on"]
    assert "pull_request_target" not in text
    assert "secrets" not in text
    assert read["permissions"] == {}
    of_proposals = [job for job in read["jobs"].values() if "refs/heads/main" not in job.get("if", "")]
    assert {tuple(job["permissions"].items()) for job in of_proposals} == {(("contents", "read"),)}
    steps = [step for job in of_proposals for step in job["steps"]]
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]
    assert {step["with"]["persist-credentials"] for step in steps if "checkout" in step.get("uses", "")} == {False}
    (told,) = [step for step in steps if "panel-papers diff" in step.get("run", "")]
    assert told["run"].endswith("panel-papers diff HEAD^1 --git --format github")
    assert "github.event_name == 'pull_request'" in told["if"]
    (job,) = [job for job in of_proposals if told in job["steps"]]
    (checkout,) = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert checkout["with"]["fetch-depth"] in (0, 2), "what was there before is the commit before the merge"
    assert [step for step in steps if "upload-pages-artifact" in step.get("uses", "") and "if" not in step]
