"""A warning is settled by its code and a reason, in the group of names that it is about, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.describing import describe_file
from tests.rules.packs import problems_with

FILE = "indicators/knife-crime.yml"
INDICATOR = """\
title: Knife crime
measure: number of knife crimes
place: River Valley Police
unit: count
better: lower
definition: Crimes with a knife.
source:
  title: Crime report
points:
  - period: year ending March 2024
    value: 14
  - period: April to August 2024
    value: 5
    remark: The force counts by days and months, which differ in length and in definition.
remarks:
  - The police publish these figures monthly. They disagree with others and must not be compared.
"""
TEXT = "Tuesday 2 February 2026"  # a Monday


def told(known: str, folder: Path, after: str = INDICATOR) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in problems_with({FILE: after + known}, folder)]


WARNED = ("unequal-periods", "warning")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ("", [WARNED]),
        ("known:\n  unequal-periods: The source gives five months only.\n", []),
        ('known: {unequal-periods: "Five months, as the source has it: no more."}\n', []),
        ("known:\n  many-series: The source is so.\n", [WARNED, ("known-in-vain", "advice")]),
        ("known:\n  unequal-period: The source is so.\n", [WARNED, ("unknown-code", "error")]),
        ("known: unequal-periods\n", [("reason-needed", "error")]),
        ("known: [unequal-periods]\n", [("reason-needed", "error")]),
        ('known: {unequal-periods: ""}\n', [("empty", "error")]),
    ],
)
def test_only_the_code_with_a_reason_settles(known: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert told(known, tmp_path) == expected


def test_a_code_settles_what_is_told_of_its_own_group_only(tmp_path: Path) -> None:
    within = INDICATOR.replace("    value: 5\n", "    value: 5\n    known:\n      unequal-periods: It is so.\n")
    assert told("", tmp_path, within) == [WARNED, ("known-in-vain", "advice")]


def test_a_code_around_a_group_settles_nothing_in_it(tmp_path: Path) -> None:
    negative = INDICATOR.replace("value: 5", "value: -5")
    around = "known:\n  unequal-periods: It is so.\n  negative-count: It is so.\n"
    assert told(around, tmp_path, negative) == [("negative-count", "warning"), ("known-in-vain", "advice")]


def test_no_error_can_be_settled_and_while_there_is_one_nothing_is_in_vain(tmp_path: Path) -> None:
    twice = INDICATOR.replace("April to August 2024", "year ending March 2024")
    known = "known:\n  duplicate-period: It is so.\n  unequal-periods: It is so.\n"
    assert told(known, tmp_path, twice) == [("duplicate-period", "error")]


def test_an_unknown_code_is_told_where_it_stands_with_the_nearest(tmp_path: Path) -> None:
    [_, problem] = problems_with({FILE: INDICATOR + "known:\n  unequal-period: It is so.\n"}, tmp_path)
    assert (problem.place.line, problem.place.column, problem.width) == (18, 3, 14)
    assert problem.fix == 'Did you mean "unequal-periods"?'


TYPED = (f"The next meeting is on {TEXT}.", f">-\n          It is late.\n          It is on {TEXT}.")
PAPER = """\
title: Positive outcomes
kind: report
item: 2
summary: The report is on positive outcomes.
background_papers: none
sections:
  - title: Purpose
    paragraphs:
      - number: 2
        text: %s
"""
FILE_OF_PAPER = "meetings/2026-01-05/papers/another.yml"


@pytest.mark.parametrize("typed", TYPED)
def test_a_note_beside_a_text_settles_nothing_without_the_code(typed: str, tmp_path: Path) -> None:
    paper = PAPER % typed + "        correction: The paper has it so.\n"
    without = problems_with({FILE_OF_PAPER: paper}, tmp_path / "without")
    assert [problem.code for problem in without] == ["wrong-weekday"]
    known = paper + "        known:\n          wrong-weekday: The paper has it so.\n"
    assert problems_with({FILE_OF_PAPER: known}, tmp_path / "with") == ()


def test_advice_that_points_into_a_long_text_can_be_settled(tmp_path: Path) -> None:
    long = "This is a sentence of " + "very " * 30 + "many words."
    paper = PAPER % f">-\n          It is short.\n          {long}\n"
    without = problems_with({FILE_OF_PAPER: paper}, tmp_path / "without")
    assert [problem.code for problem in without] == ["long-sentence"]
    known = paper + "        known:\n          long-sentence: The law has it so.\n"
    assert problems_with({FILE_OF_PAPER: known}, tmp_path / "with") == ()


def test_what_is_described_alone_is_settled_too_and_nothing_is_in_vain(tmp_path: Path) -> None:
    file = tmp_path / "any.yml"
    file.write_text(INDICATOR, encoding="utf-8")
    assert [one.code for one in describe_file(file).problems] == ["unequal-periods"]
    known = "known:\n  unequal-periods: It is so.\n  two-definitions: It is so.\n"
    file.write_text(INDICATOR + known, encoding="utf-8")
    assert describe_file(file).problems == ()


LATE = "work-programme.yml"
PROGRAMME = """title: Work programme 2025/26
as_of: 2026-01-05
about: What the Panel plans.
items:
  - title: Proposed budget 2026
    meeting: 2026-02-16
    function: budget
"""


@pytest.mark.parametrize("code", ["event-late", "precept-late"])
def test_a_reason_under_the_name_that_a_code_had_before_still_settles(code: str, tmp_path: Path) -> None:
    told = [problem.code for problem in problems_with({LATE: PROGRAMME}, tmp_path / "told")]
    known = f"    known:\n      {code}: The papers have it so.\n"
    settled = [problem.code for problem in problems_with({LATE: PROGRAMME + known}, tmp_path / "settled")]
    assert (told, settled) == (["event-late"], [])
