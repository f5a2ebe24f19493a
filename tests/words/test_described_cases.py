"""Indicators that people can read, each with what its description must and must not say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from panelpapers.describing import Description, describe
from panelpapers.records.indicator import Indicator

CASES = Path(__file__).parent.parent / "cases"
EXPECTED: dict[str, dict[str, list[str]]] = YAML(typ="base").load(
    (CASES / "indicator-expectations.yml").read_text("utf-8")
)


def described(name: str) -> Description:
    typed = YAML(typ="base").load((CASES / "indicators" / f"{name}.yml").read_text("utf-8"))
    return describe(Indicator.model_validate(typed))


def whole_words(phrase: str) -> re.Pattern[str]:
    """Find a phrase that is no part of a longer word or number."""
    return re.compile(rf"(?<![\w.,]){re.escape(phrase)}(?![\w%]|[.,]\d)", re.IGNORECASE)


def test_every_case_has_its_file_and_every_file_its_case() -> None:
    assert {path.stem for path in (CASES / "indicators").glob("*.yml")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_case_is_described_as_expected(name: str) -> None:
    told, expected = described(name), EXPECTED[name]
    for alternatives in expected.get("must", []):
        found = [phrase for phrase in alternatives.split("|") if phrase in told.description]
        assert found, f"{alternatives!r} is not in: {told.description}"
    for text in (told.summary, told.description):
        for phrase in expected.get("mustnot", []):
            assert not whole_words(phrase).search(text), f"{phrase!r} is in: {text}"


@pytest.mark.parametrize("name", EXPECTED)
def test_a_case_has_the_warnings_and_errors_expected(name: str) -> None:
    told, expected = described(name), EXPECTED[name]
    assert [warning.code for warning in told.warnings] == expected.get("warnings", [])
    errors = [error.message for error in told.errors]
    assert len(errors) == len(expected.get("errors", []))
    for message, part in zip(errors, expected.get("errors", []), strict=True):
        assert part in message
    assert bool(told.description) is not bool(errors)


@pytest.mark.parametrize("name", [name for name, expected in EXPECTED.items() if "errors" not in expected])
def test_the_table_has_every_figure_and_is_plain_data(name: str) -> None:
    told = described(name)
    table = json.loads(json.dumps(told.table.as_data()))
    width = len(table["columns"])
    assert table["caption"]
    assert table["rows"]
    assert all(len(row["cells"]) + 1 == width for row in table["rows"])


@pytest.mark.parametrize("name", ["suppressed-with-total", "suppressed-and-typed"])
def test_what_must_not_be_shown_is_in_no_output_at_all(name: str) -> None:
    everything = json.dumps(described(name).as_data())
    for phrase in ("37", "35", "34567", "34,567"):
        if phrase in EXPECTED[name]["mustnot"]:
            assert not whole_words(phrase).search(everything)
