"""What runs on GitHub: nothing that is printed there acts on the runner, and each job may do as little as it can."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.reading.test_commands import runner_acts_on

Job = dict[str, Any]
ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
JOBS = [(name, job) for path in WORKFLOWS for name, job in YAML(typ="safe", pure=True).load(path)["jobs"].items()]

WITHOUT_WORDS = {
    "python3 -m venv .nox/tool && .nox/tool/bin/pip install -q --require-hashes -r .ci/tools.txt",
    ".nox/tool/bin/uv run --frozen panel-papers check --history --format github",
    '.ci/changes "$BEFORE" >> "$GITHUB_OUTPUT"',
    '.ci/fingerprint "$SITE_URL" >> "$GITHUB_OUTPUT"',
}
"""What prints nothing that was typed, or takes care of it itself."""


def runs_of(job: Job) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("code", [0, 3])
def test_what_is_run_as_text_gives_the_runner_no_command(code: int) -> None:
    hostile = f"printf '::zz::\\n##[add-mask]x\\n::stop-commands::a\\n::a::\\n::error::b'; exit {code}"
    done = subprocess.run(
        [ROOT / ".ci" / "as-text", "sh", "-c", hostile], capture_output=True, text=True, check=False
    )
    first, *between, last = done.stdout.splitlines()
    word = first.removeprefix("::stop-commands::")
    assert re.fullmatch("[0-9a-f]{32}", word)
    assert last == f"::{word}::"
    assert runner_acts_on("\n".join(between))
    assert not any(word in line for line in between)
    assert done.returncode == code


@pytest.mark.parametrize(("name", "job"), JOBS, ids=[name for name, _ in JOBS])
def test_whatever_prints_what_was_typed_is_run_as_text(name: str, job: Job) -> None:
    for run in runs_of(job):
        assert run.startswith(".ci/as-text ") or run in WITHOUT_WORDS, name


def test_the_check_runs_once_and_writes_the_page_of_the_run_itself() -> None:
    commands = [run for _, job in JOBS for run in runs_of(job)]
    assert sum("panel-papers check" in run for run in commands) == 1
    assert not any("GITHUB_STEP_SUMMARY" in path.read_text(encoding="utf-8") for path in WORKFLOWS)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_action_is_pinned_by_a_commit(path: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8"))
    assert used
    for action, comment in used:
        assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_each_job_may_do_no_more_than_it_needs(path: Path) -> None:
    workflow = YAML(typ="safe", pure=True).load(path)
    assert workflow["permissions"] == {}
    assert set(workflow["on"]) <= {"pull_request", "push", "schedule", "workflow_dispatch"}, (
        "no event that runs a proposal with more rights"
    )
    for job in workflow["jobs"].values():
        writes = {what for what, how in job["permissions"].items() if how != "read"}
        if writes:
            assert writes == {"pages", "id-token"}
            assert "github.ref == 'refs/heads/main'" in job["if"]
            assert not any("run" in step or "checkout" in step["uses"] for step in job["steps"])
        for step in job["steps"]:
            assert "checkout" not in step.get("uses", "") or step["with"]["persist-credentials"] is False
            assert "cache" not in str(step)
            assert "secrets." not in str(step)


@pytest.mark.parametrize(("name", "job"), JOBS, ids=[name for name, _ in JOBS])
def test_no_expression_stands_in_a_command(name: str, job: Job) -> None:
    for run in runs_of(job):
        assert "${{" not in run, name
