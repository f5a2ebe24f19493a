"""Records typed for an earlier version are read by this one: ``tests/cases/releases`` keeps some of each version."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from panelpapers.publication import check_folder

ROOT: Final = Path(__file__).parents[1]
RELEASES: Final = Path(__file__).parent / "cases" / "releases"
_RELEASED: Final = re.compile(r"^## (\d+\.\d+\.\d+)$", re.MULTILINE)


def test_records_of_every_released_version_are_kept() -> None:
    versions = set(_RELEASED.findall((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))
    assert versions
    assert versions == {folder.name for folder in RELEASES.iterdir()}


@pytest.mark.parametrize(
    "folder", sorted(RELEASES.glob("*/*")), ids=lambda folder: f"{folder.parent.name} {folder.name}"
)
def test_records_of_an_earlier_version_are_without_an_error(folder: Path) -> None:
    checked = check_folder(folder)
    assert checked.files
    assert [problem for problem in checked.problems if problem.severity == "error"] == []
