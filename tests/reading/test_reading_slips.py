"""Every typing slip of ``tests/cases/slips`` is told as its case says, by both parsers, and what to try solves it."""

from __future__ import annotations

import re

import pytest

from panelpapers.reading import events
from panelpapers.reading.decoding import decode
from panelpapers.reading.lines import mend
from panelpapers.reading.validate import read_record
from tests.reading.slip_cases import Case, cases, told

ALL = list(cases())
SLIPS = [case for case in ALL if not case.name.startswith("accepted")]
JARGON = re.compile(
    r"\b(YAML|token|scalar|mapping|sequence|anchor|alias|parser?|syntax|indent|key|stream|block|flow|null byte)\b",
    re.I,
)


def by_name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("parser", ["compiled", "pure"])
@pytest.mark.parametrize("case", ALL, ids=by_name)
def test_told_as_expected(case: Case, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "pure":
        monkeypatch.setattr(events, "events_of", events.pure_events)
    record, problems = read_record(case.typed, "a.yml", case.form)
    assert told(problems) == case.expected
    assert (record is None) == any(problem.severity == "error" for problem in problems)


def test_the_compiled_parser_is_the_one_in_use() -> None:
    assert events.events_of is not events.pure_events


def test_there_are_cases_enough_and_none_twice() -> None:
    assert len(SLIPS) > 150
    assert len({case.name for case in ALL}) == len(ALL)
    assert len({(case.path, case.typed) for case in ALL}) == len(ALL)
    assert all(("no problems" in case.expected) == case.name.startswith("accepted") for case in ALL)


@pytest.mark.parametrize("case", SLIPS, ids=by_name)
def test_lines_to_try_solve_their_problems(case: Case) -> None:
    text, _ = decode(case.typed, "a.yml")
    _, problems = read_record(case.typed, "a.yml", case.form)
    tries = {problem.place.line: problem.suggestion for problem in problems if problem.suggestion is not None}
    if not tries:
        return
    assert text is not None
    _, left = read_record(mend(text, tries).encode(), "a.yml", case.form)
    solved = {(problem.code, problem.place.line) for problem in problems if problem.suggestion is not None}
    assert not solved & {(problem.code, problem.place.line) for problem in left}


@pytest.mark.parametrize("case", SLIPS, ids=by_name)
def test_messages_are_plain_words(case: Case) -> None:
    for problem in read_record(case.typed, "a.yml", case.form)[1]:
        own_words = re.sub(r'"[^"]*"', "", f"{problem.message} {problem.fix}")
        assert not JARGON.search(own_words)
        assert problem.message.endswith(".")
        assert problem.fix[-1] in ".?"


def test_accepted_values_stay_the_text_that_was_typed() -> None:
    tree = events.read_events("a: no\nb: 14:00\nc: 2026-02-30\nd: 14.00\ne: 007\n", "a.yml")
    assert tree.root == {"a": "no", "b": "14:00", "c": "2026-02-30", "d": "14.00", "e": "007"}
