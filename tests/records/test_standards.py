"""What a target and a baseline can be typed as, and what is refused of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from panelpapers.reading.folder import read_indicator
from panelpapers.records.indicator import Indicator
from panelpapers.records.problem import Problem
from panelpapers.rules.figures.refusals import refusals

FILE = """\
title: Answered in time
measure: share of answers in time
place: Northshire
unit: {unit}
definition: Answers within 20 days.
source:
  title: Report
{standard}
points:
  - period: 2024
    value: 80
"""


def read(folder: Path, standard: str, unit: str = '"%"') -> tuple[Indicator | None, tuple[Problem, ...]]:
    file = folder / "answers.yml"
    file.write_text(FILE.format(unit=unit, standard=standard), encoding="utf-8")
    return read_indicator(file)


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("90", '"%"', "90"),
        ("90%", '"%"', "90"),
        ("71.2 %", '"%"', "71.2"),
        ("1,200", "count", "1200"),
        ("-4", "days", "-4"),
    ],
)
@pytest.mark.parametrize("name", ["target", "baseline"])
def test_a_figure_alone_stands_for_its_value(tmp_path: Path, name: str, typed: str, unit: str, value: str) -> None:
    found, problems = read(tmp_path, f"{name}: {typed}", unit)
    assert problems == ()
    standard = getattr(found, name)
    assert (standard.state, standard.value) == ("set", Decimal(value))
    ((amount, place),) = standard.figures
    assert (amount, place.line, place.column) == (Decimal(value), 8, len(name) + 3)


@pytest.mark.parametrize("state", ["none", "not agreed", "Not agreed"])
def test_a_word_alone_stands_for_its_state(tmp_path: Path, state: str) -> None:
    found, problems = read(tmp_path, f"target: {state}")
    assert problems == ()
    assert found is not None
    assert found.target is not None
    assert (found.target.state, found.target.figures) == (state.lower(), [])


@pytest.mark.parametrize(
    ("standard", "unit", "code"),
    [
        ("target: 90%", "days", "unit-differs"),
        ("baseline: 90%", "count", "unit-differs"),
        ("target: 12 days", "days", "number-form"),
        ("target: £12m a year", "money", "number-form"),
        ("target: agreed", "days", "unknown-word"),
    ],
)
def test_what_is_neither_is_refused_at_its_place(tmp_path: Path, standard: str, unit: str, code: str) -> None:
    _, problems = read(tmp_path, standard, unit)
    assert [(problem.code, problem.place.line, problem.place.column) for problem in problems] == [
        (code, 8, standard.index(" ") + 2)
    ]


@pytest.mark.parametrize(
    ("typed", "code", "line"),
    [
        ("lowest: 8", "half-range", 9),
        ("highest: 8", "half-range", 9),
        ("{lowest: 10, highest: 8}", "range-order", 8),
        ("{lowest: 8, highest: 8}", None, 8),
        ("{value: 9, lowest: 8, highest: 10}", "value-and-range", 8),
        ("{lowest: 8, highest: 10, limit: at most}", "range-and-limit", 8),
        ("{value: 8, limit: at most}", None, 8),
        ("{by: 2026, steps: [{by: 2025, value: 8}]}", "target-and-steps", 8),
        ("{value: 9, steps: [{by: 2025, value: 8}]}", "target-and-steps", 8),
        ("{steps: [{by: 2025, value: 8}, {by: 2026, value: 9}]}", None, 8),
        ("{steps: [{by: 2025, value: 8}, {by: January 2025 to December 2025, value: 9}]}", "duplicate-period", 8),
        ("{state: none, steps: [{by: 2025, value: 8}]}", "target-not-set", 8),
        ("{state: not agreed, lowest: 8, highest: 9}", "target-not-set", 8),
    ],
)
def test_a_target_has_one_form(tmp_path: Path, typed: str, code: str | None, line: int) -> None:
    standard = f"target: {typed}" if typed.startswith("{") else f"target:\n  {typed}"
    found, problems = read(tmp_path, standard)
    assert problems == ()
    assert found is not None
    assert [(problem.code, problem.place.line) for problem in refusals(found)] == ([(code, line)] if code else [])
