"""Every typing slip of ``tests/cases/slips`` is told as its case says, by both parsers, and what to try solves it."""

from __future__ import annotations

import re
from functools import cache

import pytest

from panelpapers.reading import events
from panelpapers.reading.decoding import decode
from panelpapers.reading.lines import mend
from panelpapers.reading.validate import read_record
from panelpapers.records.base import Record
from panelpapers.records.problem import Problem
from tests.reading.slip_cases import Case, cases, told

ALL = list(cases())
BY_NAME = {case.name: case for case in ALL}
SLIPS = [case for case in ALL if not case.name.startswith("accepted")]
JARGON = re.compile(
    r"\b(YAML|token|scalar|mapping|sequence|anchor|alias|parser?|syntax|indent|key|stream|block|flow|null byte)\b",
    re.I,
)


@cache
def read(case_name: str) -> tuple[Record | None, tuple[Problem, ...]]:
    """Read a case with the parser that is in use, once for all tests."""
    case = BY_NAME[case_name]
    return read_record(case.typed, "a.yml", case.form)


def unexpected(case: Case, record: Record | None, problems: tuple[Problem, ...]) -> dict[str, object]:
    """Give what was told of a case, by its name, where that is not what it says."""
    refused = any(problem.severity == "error" for problem in problems)
    right = told(problems) == case.expected and (record is None) == refused
    return {} if right else {case.name: (told(problems), f"expected: {case.expected}", f"read: {record is not None}")}


def test_told_as_expected_by_the_parser_in_use() -> None:
    offenders = [wrong for case in ALL if (wrong := unexpected(case, *read(case.name)))]
    assert offenders == []


def test_told_as_expected_by_the_parser_in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "events_of", events.pure_events)
    offenders = [wrong for case in ALL if (wrong := unexpected(case, *read_record(case.typed, "a.yml", case.form)))]
    assert offenders == []


def test_the_compiled_parser_is_the_one_in_use() -> None:
    assert events.events_of is not events.pure_events


def test_there_are_cases_enough_and_none_twice() -> None:
    assert len(SLIPS) > 150
    assert len({case.name for case in ALL}) == len(ALL)
    assert len({(case.path, case.typed) for case in ALL}) == len(ALL)
    assert all(("no problems" in case.expected) == case.name.startswith("accepted") for case in ALL)


def left_unsolved(case: Case) -> set[tuple[str, int]]:
    """Give the code and the line of each problem of a case that the line to try for it does not solve."""
    text, _ = decode(case.typed, "a.yml")
    _, problems = read(case.name)
    tries = {problem.place.line: problem.suggestion for problem in problems if problem.suggestion is not None}
    if not tries:
        return set()
    assert text is not None, case.name
    _, left = read_record(mend(text, tries).encode(), "a.yml", case.form)
    solved = {(problem.code, problem.place.line) for problem in problems if problem.suggestion is not None}
    return solved & {(problem.code, problem.place.line) for problem in left}


def test_lines_to_try_solve_their_problems() -> None:
    assert {case.name: left for case in SLIPS if (left := left_unsolved(case))} == {}


def is_plain(problem: Problem) -> bool:
    own_words = re.sub(r'"[^"]*"', "", f"{problem.message} {problem.fix}")
    return not JARGON.search(own_words) and problem.message.endswith(".") and problem.fix[-1] in ".?"


def test_messages_are_plain_words() -> None:
    offenders = [
        (case.name, problem.message, problem.fix)
        for case in SLIPS
        for problem in read(case.name)[1]
        if not is_plain(problem)
    ]
    assert offenders == []


def test_accepted_values_stay_the_text_that_was_typed() -> None:
    tree = events.read_events("a: no\nb: 14:00\nc: 2026-02-30\nd: 14.00\ne: 007\n", "a.yml")
    assert tree.root == {"a": "no", "b": "14:00", "c": "2026-02-30", "d": "14.00", "e": "007"}
