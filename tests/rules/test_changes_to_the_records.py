"""The records of this repository raise nothing; each change in ``cases/rules/changes.txt`` raises what it says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from panelpapers.publication import check_folder

ROOT = Path(__file__).parents[2]
MANNER = {"long-sentence", "hard-to-read", "hard-word"}
"""Advice on how something is said. No change of what is said is about it, and editors need not follow it."""

CASES = ROOT / "tests" / "cases" / "rules" / "changes.txt"


@dataclass(frozen=True)
class Change:
    title: str
    file: str
    replace: str
    by: str
    told: list[tuple[str, str]]


def changes() -> Iterator[Change]:
    _, *entries = re.split(r"^==== ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for entry in entries:
        head, replaced, by, told = re.split(r"^---- (?:replace|with|told)\n", entry, flags=re.MULTILINE)
        title, file = head.strip().split("\n")
        expected = [tuple(line.split(": ", 1)) for line in told.strip().split("\n")]
        yield Change(title, file, replaced, by, [(code, part) for code, part in expected])


def test_the_records_raise_nothing() -> None:
    assert [problem for problem in check_folder(ROOT / "data").problems if problem.severity != "advice"] == []


@pytest.mark.parametrize("change", list(changes()), ids=lambda change: change.title)
def test_a_change_raises_what_it_says(change: Change, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    file = data / change.file
    before = file.read_text(encoding="utf-8")
    replaced, by = (text.removesuffix("\n") for text in (change.replace, change.by))
    assert replaced in before, "what is to be replaced is not there"
    file.write_text(before.replace(replaced, by, 1), encoding="utf-8")
    told = [(problem.code, problem.message) for problem in check_folder(data).problems if problem.code not in MANNER]
    for code, part in change.told:
        assert [message for one, message in told if one == code and part in message], told
    assert {code for code, _ in told} == {code for code, _ in change.told}
