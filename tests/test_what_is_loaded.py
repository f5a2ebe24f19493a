"""What each command loads, and what it does with what it reads: nobody waits for what another command needs.

Nothing here is timed. A process of its own runs each command and then says which modules it has loaded.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from panelpapers import proving
from panelpapers.facts.figure import FigureFacts
from panelpapers.publication import check_paths
from panelpapers.records.indicator import Indicator
from panelpapers.records.problem import Problem
from tests.first_publication import FOLDER

pytestmark = pytest.mark.slow  # commands are run as processes of their own

CASE = Path(__file__).parent / "cases" / "second-panel"
INDICATOR = FOLDER / "indicators" / "file-quality.yml"

NOT_CHECKING = {
    "altair",
    "feedgen",
    "filelock",
    "icalendar",
    "jinja2",
    "lxml",
    "markdown",
    "mkdocs",
    "nh3",
    "pagefind",
}
NOT_CHECKING |= {"pypdf", "tinycss2", "vl_convert", "weasyprint"}
"""Libraries of which a check needs none."""
NOT_HELPING = {*NOT_CHECKING, "pydantic", "ruamel", "babel", "holidays"}

_RUN = """
import json, sys
from panelpapers.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
kinds = [sys.modules["panelpapers.records.base"].Record] if "panelpapers.records.base" in sys.modules else []
for kind in kinds:
    kinds += kind.__subclasses__()
built = [kind.__name__ for kind in kinds if kind.__pydantic_complete__]
print(json.dumps({"modules": [*sys.modules], "built": built}))
"""


class Loaded(NamedTuple):
    """What a process has loaded: modules of ours and of others, and kinds of records that can be read."""

    ours: set[str]
    libraries: set[str]
    built: set[str]


def loaded_by(*arguments: str | Path) -> Loaded:
    """Run a command in a process of its own. Nothing is taken from what was kept, for which fewer kinds are built."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *map(str, arguments)],
        env={**os.environ, "PANEL_CACHE": "off"},
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    ours = {name.removeprefix("panelpapers.") for name in told["modules"] if name.startswith("panelpapers.")}
    return Loaded(ours, {name.partition(".")[0] for name in told["modules"]}, set(told["built"]))


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("--version",), ("init", "--help")])
def test_help_loads_nothing_of_what_commands_need(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(*arguments)
    assert loaded.ours == {"answering", "cli", "collecting", "lasting"}
    assert not loaded.libraries & NOT_HELPING


@pytest.mark.parametrize("paths", [(), (CASE / "panel.yml",)])
def test_a_check_loads_nothing_of_a_build(paths: tuple[Path, ...]) -> None:
    loaded = loaded_by("check", *paths, "--data", CASE)
    assert not loaded.libraries & NOT_CHECKING
    assert "checking" in loaded.ours
    assert not {"pages.build", "pages.site", "charts", "exports", "describing", "starting"} & loaded.ours


def test_a_new_file_loads_nothing_of_a_build(tmp_path: Path) -> None:
    data = shutil.copytree(CASE, tmp_path / "data")
    loaded = loaded_by("new", "minutes", "2027-03-31", "--data", data)
    assert (data / "meetings" / "2027-03-31" / "minutes.yml").exists()
    assert not loaded.libraries & NOT_CHECKING
    assert not {name for name in loaded.ours if name.startswith(("pages.build", "charts", "exports", "importing"))}


def test_one_indicator_is_described_without_what_is_asked_of_a_publication() -> None:
    loaded = loaded_by("describe", INDICATOR, "--data", CASE)
    assert not loaded.libraries & {*NOT_CHECKING, "holidays"}
    assert "describing" in loaded.ours
    assert not {"publication", "facts.dossier", "facts.members", "checking"} & loaded.ours
    assert not {name for name in loaded.ours if name.startswith(("pages", "charts", "exports"))}


def test_kinds_of_records_are_built_as_far_as_files_are_read() -> None:
    described = loaded_by("describe", INDICATOR, "--data", CASE).built
    assert {"Indicator", "Panel", "Regime"} <= described
    assert not {"Agenda", "Minutes", "Paper", "Person", "Plan"} & described
    assert {"Agenda", "Minutes"} <= loaded_by("check", "--data", CASE).built


@pytest.mark.parametrize(("path", "proved"), [(INDICATOR, 1), (FOLDER / "panel.yml", 0), (INDICATOR.parent, None)])
def test_only_what_is_asked_about_is_proved(path: Path, proved: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = list[Indicator]()

    def prove(indicator: Indicator, _: FigureFacts) -> tuple[Problem, ...]:
        looked_at.append(indicator)
        return ()

    monkeypatch.setattr(proving, "unproven_claims", prove)
    assert check_paths([path], FOLDER).sound
    every = len(list(INDICATOR.parent.glob("*.yml")))
    assert len(looked_at) == (every if proved is None else proved)
