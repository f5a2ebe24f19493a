"""What is told of suppressed figures, case by case: the cases can be read in ``tests/cases/suppression``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from panelpapers.describing import describe_file
from panelpapers.reading.folder import read_indicator
from panelpapers.records.problem import Problem
from panelpapers.rules.suppression import problems_of

CASES: Final = Path(__file__).parent.parent / "cases" / "suppression"
USUAL: Final = {"title": "Figures", "definition": "What is counted.", "source": "{title: Report of the clerk}"}
SEVERITIES: Final = ("error", "warning", "advice")


def cases() -> Iterator[Any]:
    for file in sorted(CASES.glob("*.yml")):
        for case in YAML(typ="safe").load(file.read_text(encoding="utf-8")):
            yield pytest.param(case, id=f"{file.stem}: {case['why']}")


def written(case: dict[str, Any], folder: Path) -> list[Path]:
    """Write the files of a case, with the fields that each needs and that say nothing here."""
    files = []
    for name, text in case["files"].items():
        missing = [f"{field}: {usual}\n" for field, usual in USUAL.items() if f"\n{field}:" not in f"\n{text}"]
        files.append(folder / name)
        files[-1].write_text("".join((text, *missing)), encoding="utf-8")
    return files


def problems(case: dict[str, Any], folder: Path) -> list[Problem]:
    indicators = {}
    for file in written(case, folder):
        indicator, faults = read_indicator(file)
        assert indicator is not None, faults
        indicators[file.stem] = indicator
    return sorted(problems_of(indicators), key=lambda one: one.order)


@pytest.mark.parametrize("case", list(cases()))
def test_a_case_is_told_as_expected(case: dict[str, Any], tmp_path: Path) -> None:
    told = problems(case, tmp_path)
    expected = [[str(part) for part in parts] for parts in case["told"]]
    left = list(told)
    for code, *parts in expected:
        severity = parts.pop() if parts and parts[-1] in SEVERITIES else "error"
        fits = [
            one
            for one in left
            if (one.code, one.severity) == (code, severity)
            and all(part in one.message.replace(f"{tmp_path}/", "") for part in parts)
        ]
        assert fits, [one.message for one in told]
        left.remove(fits[0])
    assert left == []


@pytest.mark.parametrize("case", [case for case in cases() if "Parts with a total." in str(case.id)])
def test_describing_one_file_tells_it_too(case: dict[str, Any], tmp_path: Path) -> None:
    (file,) = written(case, tmp_path)
    described = describe_file(file)
    assert [problem.code for problem in described.errors] == ["suppressed-follows"]
    assert described.description == ""


def test_every_message_names_a_place_and_two_ways_out(tmp_path: Path) -> None:
    for number, case in enumerate(cases()):
        folder = tmp_path / str(number)
        folder.mkdir()
        for one in problems(case.values[0], folder):
            assert one.place.line > 1
            assert one.place.file.endswith(".yml")
            assert re.search(r"\bor\b", one.fix) or "Nothing need be done" in one.fix
