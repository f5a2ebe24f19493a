"""The records of the first publication raise nothing; each change in ``cases/rules/changes.txt`` raises what it says.

All changes are made in one copy of the records, one after the other, and each is taken back. So a file that is the
same as before gives the record that was read from it before, and what was proven of a figure is not proven again.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.proving import unproven
from panelpapers.publication import check_folder
from panelpapers.reading import folder as reading
from panelpapers.records.indicator import Indicator
from panelpapers.records.problem import Problem
from panelpapers.records.publication import Records
from tests.first_publication import FOLDER, ROOT

pytestmark = pytest.mark.slow

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


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a copy of the records. What was read from the bytes of a file, or proven of a record, is kept."""
    files: dict[tuple[Path, bytes], Any] = {}
    proofs: dict[int, tuple[Indicator, list[Problem]]] = {}
    read_file = reading.read_file

    def read_once(path: Path, form: type[Any], _: object = None) -> Any:
        key = (path, path.read_bytes())
        if key not in files:
            files[key] = read_file(path, form)
        return files[key]

    def prove_once(dossier: Dossier, _asked: Callable[[str], bool]) -> Iterator[Problem]:
        # The record is kept beside its proof, so that no other can have its id.
        for name, indicator in dossier.records.indicators.items():
            if id(indicator) not in proofs:
                alone = Dossier(Records(indicators={name: indicator}))
                proofs[id(indicator)] = (indicator, list(unproven(alone)))
            yield from proofs[id(indicator)][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_file", read_once)
        patch.setattr("panelpapers.publication.unproven", prove_once)
        yield shutil.copytree(FOLDER, tmp_path_factory.mktemp("changes") / "data")


def test_the_records_raise_nothing(data: Path) -> None:
    assert [problem for problem in check_folder(data).problems if problem.severity != "advice"] == []


@pytest.mark.parametrize("change", list(changes()), ids=lambda change: change.title)
def test_a_change_raises_what_it_says(change: Change, data: Path) -> None:
    file = data / change.file
    before = file.read_text(encoding="utf-8")
    replaced, by = (text.removesuffix("\n") for text in (change.replace, change.by))
    assert replaced in before, "what is to be replaced is not there"
    file.write_text(before.replace(replaced, by, 1), encoding="utf-8")
    try:
        problems = check_folder(data).problems
    finally:
        file.write_text(before, encoding="utf-8")
    told = [(problem.code, problem.message) for problem in problems if problem.code not in MANNER]
    for code, part in change.told:
        assert [message for one, message in told if one == code and part in message], told
    assert {code for code, _ in told} == {code for code, _ in change.told}
