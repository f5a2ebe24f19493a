"""What sheets change in records, and what is told of them. The cases are in tests/cases/importing/sheets.yml."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.importing.sheets.opening import read_sheets
from panelpapers.importing.sheets.plan import Plan
from panelpapers.importing.sheets.taking import taken_over
from panelpapers.importing.sheets.told import Told

CASES_AT = Path(__file__).parents[1] / "cases"
CASES: list[dict[str, Any]] = YAML(typ="base").load(CASES_AT / "importing" / "sheets.yml")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project") / "data"
    shutil.copytree(CASES_AT / "second-panel", folder)
    shutil.copy(CASES_AT / "importing" / "calls.yml", folder / "indicators" / "calls.yml")
    return folder


def taken(data: Path, sheet: Path, kind: str = "indicators", **given: str) -> tuple[Plan, Told]:
    told = Told()
    return taken_over(kind, [read_sheets(sheet)], data, given, lambda *_: "", told), told


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_what_a_sheet_changes(
    case: dict[str, Any], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data.parent)
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(case["sheet"], encoding="utf-8")
    plan, told = taken(data, sheet, case.get("kind", "indicators"), **case.get("given", {}))
    assert "\n".join(told.problems or told.notes) == case.get("told", "").rstrip("\n")
    changed = [line for line in plan.diff().split("\n") if re.match(r"[-+](?![-+]{2} )", line)]
    assert "changes" in case or told.problems
    if not told.problems:
        assert "\n".join(changed) == case["changes"].rstrip("\n")
