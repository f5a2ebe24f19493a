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
WORKFLOWS = [ROOT / ".github" / "workflows" / "site.yml"]
JOBS = [(name, job) for path in WORKFLOWS for name, job in YAML(typ="safe", pure=True).load(path)["jobs"].items()]


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
        assert run.startswith((".ci/as-text ", ".ci/changes ")) or "panel check" in run, name


def test_the_check_runs_once_and_writes_the_page_of_the_run_itself() -> None:
    commands = [run for _, job in JOBS for run in runs_of(job)]
    assert sum("panel check" in run for run in commands) == 1
    assert not any("GITHUB_STEP_SUMMARY" in path.read_text(encoding="utf-8") for path in WORKFLOWS)
