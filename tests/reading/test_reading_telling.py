"""Problems told in the terminal, on GitHub, in a job summary and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from panelpapers.reading.excerpt import excerpt, lines_of_file
from panelpapers.reading.telling import (
    MOST_TOLD,
    alike_together,
    as_github,
    as_json,
    as_summary,
    as_text,
    at_once,
    result_line,
)
from panelpapers.reading.validate import read_record
from panelpapers.records.agenda import Agenda
from panelpapers.records.place import Place
from panelpapers.records.problem import Problem

FILE = "data/meetings/2026-01-05/agenda.yml"
TYPED = """introduction: Welcome
items:
  - number: 1
    title: Apologies
    text: Members send apologies.
    matter: apologies

  - number: 2
    tittle: Notice of recording
"""


def problem(code: str = "x", line: int = 1, column: int = 1, width: int = 1, file: str = FILE) -> Problem:
    return Problem(code, Place(file, line, column, width), "A fact.", "A fix.")


def help_at(code: str) -> str:
    return f"https://example.org/help/#{code}"


def test_where_codes_are_explained_is_said_once_at_the_end() -> None:
    told = as_text([problem("x"), problem("y", 2), problem("x", 3)], lambda _: [], help_at)
    assert told.endswith(
        "`panel-papers explain CODE` explains a code, and so does its page:\n"
        "  x: https://example.org/help/#x\n  y: https://example.org/help/#y"
    )
    assert told.count("https") == 2
    assert as_text([], lambda _: [], help_at) == ""


def test_text_in_the_form_that_was_agreed() -> None:
    _, problems = read_record(TYPED.encode(), FILE, Agenda)
    others = [problem(line=line) for line in (3, 2, 1)]
    told = as_text([*others, *problems], lambda _: TYPED.split("\n"))
    assert told.split("\n\n\n")[-1].split("Problem 4")[1] == (
        """ of 4: data/meetings/2026-01-05/agenda.yml, line 9, column 5
  "tittle" is not a name this form knows.

  8 |   - number: 2
  9 |     tittle: Notice of recording
    |     ^^^^^^

  How to fix it: Did you mean "title"?
  Try:      title: Notice of recording
  Code: unknown-name"""
    )
    assert [line[:14] for line in told.split("\n") if line.startswith("Problem")] == [
        f"Problem {number} of 4" for number in range(1, 5)
    ]


def test_a_line_and_one_to_add_below_it_stand_below_each_other() -> None:
    two = replace(problem(), suggestion="  - title: Welcome\n    id: welcome\u202e")
    told = as_text([two], lambda _: TYPED.split("\n")).split("\n")
    assert told[-3] == "  Try:    - title: Welcome"
    assert told[-2].startswith("            id: welcome")
    assert "\u202e" not in told[-2]
    assert json.loads(as_json([two], help_at))[0]["try"] == two.suggestion


@pytest.mark.parametrize(
    ("line", "column", "width", "expected"),
    [
        ("abc", 2, 1, "    |  ^"),
        ("a\tbc", 3, 2, "    |  \t^^"),
        ("会議 x", 4, 1, "    |      ^"),
        ("👍 x", 3, 1, "    |    ^"),
        ("cafe\u0301 x", 7, 1, "    |      ^"),
        ("x 会議", 3, 2, "    |   ^^^^"),
        ("ab", 3, 1, "    |   ^"),
        ("ab", 99, 9, "    |   ^"),
    ],
)
def test_the_mark_stands_under_the_right_letters(line: str, column: int, width: int, expected: str) -> None:
    assert (
        excerpt(problem(line=1, column=column, width=width), [line])[-1].replace("  |", "    |", 1)[-len(expected) :]
        == expected
    )


def test_a_long_line_is_cut_around_the_mark() -> None:
    line = "a" * 500 + "WRONG" + "b" * 500
    shown, mark = excerpt(problem(column=501, width=5), [line])
    assert len(shown) < 120
    assert shown[mark.index("^") : mark.rindex("^") + 1] == "WRONG"
    assert shown.count("…") == 2


def test_nothing_acts_on_the_terminal() -> None:
    told = as_text([problem(column=2)], lambda _: ["a\x1b[31m\u202e\u200b\x00\u00a0b"])
    assert "\x1b" not in told
    assert "␛[31m\ufffd\ufffd␀ b" in told


def test_no_excerpt_where_there_is_no_line() -> None:
    assert "|" not in as_text([problem(line=7)], lambda _: ["a"])
    assert "|" not in as_text([problem(file="(not from a file)")])


def test_lines_come_from_the_file_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yml").write_bytes(b"\xef\xbb\xbfone\r\ntwo caf\xe9\r\n")
    assert list(lines_of_file("a.yml")) == ["one", "two café", ""]
    assert list(lines_of_file(".")) == []
    assert list(lines_of_file("none.yml")) == []
    assert list(lines_of_file("a\0b")) == []


def test_github_commands_are_escaped() -> None:
    told = as_github(
        [
            Problem(
                "x",
                Place("a,b:c.yml", 3, 4),
                'The text "50%, or: so" is wrong.',
                "Fix 1%.",
                "a: 100%",
                severity="warning",
            )
        ],
        help_at,
    )
    assert told == (
        '::warning file=a%2Cb%3Ac.yml,line=3,col=4,endColumn=4,title=The text "50%25%2C or%3A so" is wrong.'
        "::How to fix it: Fix 1%25.%0ATry: a: 100%25"
        '%0AIf it is right as it is: known: {x: "The reason."}'
        "%0ACode: x, explained at https://example.org/help/#x"
    )
    assert as_github([Problem("x", Place("a"), "m", "f", severity="advice")], help_at).startswith("::notice file=a,")


def test_how_a_warning_can_stay_is_told_of_warnings_alone() -> None:
    line = 'known: {y: "The reason."}'
    for severity, told in (("warning", True), ("error", False), ("advice", False)):
        found = [Problem("y", Place("a.yml", 1, 2), "m", "f", severity=severity)]  # type: ignore[arg-type]
        for text in (as_text(found), as_github(found, help_at)):
            assert (line in text) is told
        assert (line in as_summary(found, 1, help_at)) is told


def test_json_has_every_field() -> None:
    problems = [problem(line=2), Problem("y", Place("a.yml", 1, 2), "é\x00", "f", "try\u2028")]
    assert json.loads(as_json(problems, help_at)) == [
        {
            "file": "a.yml", "line": 1, "column": 2, "code": "y", "severity": "error",
            "message": "é\x00", "fix": "f", "try": "try\u2028", "perhaps": [], "lines": 1, "help": help_at("y"),
        },
        {
            "file": FILE, "line": 2, "column": 1, "code": "x", "severity": "error",
            "message": "A fact.", "fix": "A fix.", "try": None, "perhaps": [], "lines": 1, "help": help_at("x"),
        },
    ]  # fmt: skip
    assert json.loads(as_json([], help_at)) == []


def test_summary_is_safe_markdown() -> None:
    typed = ["a: ```<b>"]
    told = as_summary(
        [Problem("x", Place("a_b.yml"), "See <img src=x> *now*.", "Fix.", "a: ````")], 3, help_at, lambda _: typed
    )
    assert told.startswith("## 1 problem in 1 file.\n\n### Problem 1 of 1: a\\_b.yml, line 1, column 1\n")
    assert "<img" not in told.replace("\\<", "")
    assert "````text\n  1 | a: ```<b>" in told
    assert "`````text\na: ````\n`````" in told
    assert told.endswith("\n\nCode: [x](<https://example.org/help/#x>)\n")


def test_a_long_summary_says_what_it_leaves_out() -> None:
    assert "1 more problem of this run" in as_summary(
        [problem(code=f"code-{n}") for n in range(1, 302)], 1, help_at, lambda _: []
    )


def test_a_summary_stays_below_what_github_takes() -> None:
    long = Problem("x", Place("a.yml", 1, 1), "A fact.", "A fix.", "a: " + "b" * 800_000)
    told = as_summary([long, long, problem()], 1, help_at, lambda _: [])
    assert len(told.encode()) < 1_000_000
    assert "2 more problems of this run" in told


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ((), "No problems: 14 files read."),
        (("error",), "1 problem in 1 file."),
        (("error", "error", "warning"), "2 problems in 2 files. 1 warning."),
        (("warning", "warning", "advice"), "No problems: 14 files read. 2 warnings. 1 piece of advice."),
        (("advice", "advice"), "No problems: 14 files read. 2 pieces of advice."),
    ],
)
def test_the_result_in_one_line(severities: tuple[str, ...], expected: str) -> None:
    problems = [Problem("x", Place(f"{n}.yml"), "m", "f", severity=one) for n, one in enumerate(severities)]  # type: ignore[arg-type]
    assert result_line(problems, 14) == expected


@pytest.mark.parametrize(("more", "worst"), [(0, ()), (1, ("advice",)), (2, ("error",))])
def test_so_many_problems_of_a_file_are_told_and_one_stands_for_the_others(more: int, worst: tuple[str, ...]) -> None:
    advice = [Problem("a", Place("a.yml", line + 1), "F.", "Fix.", severity="advice") for line in range(MOST_TOLD)]
    later = [
        Problem("a", Place("a.yml", MOST_TOLD + 1), "F.", "Fix.", severity="advice"),
        Problem("a", Place("a.yml", MOST_TOLD + 2), "F.", "Fix."),
    ]
    other = Problem("b", Place("b.yml", 1), "F.", "Fix.")
    told = list(at_once([other, *later[:more], *advice]))
    assert told[:MOST_TOLD] == advice
    assert told[-1] == other
    assert [(problem.code, problem.place.line, problem.severity) for problem in told[MOST_TOLD:-1]] == [
        ("more-problems", MOST_TOLD + 1, severity) for severity in worst
    ]


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (4, None),
        (5, "A fix. The same is wrong on lines 2, 3, 4 and 5."),
        (6, "A fix. The same is wrong on lines 2, 3, 4, 5 and 1 more."),
        (1_001, "A fix. The same is wrong on lines 2, 3, 4, 5 and 996 more."),
    ],
)
def test_equal_problems_are_one_message_with_a_count(count: int, told: str | None) -> None:
    problems = [problem(line=line) for line in range(1, count + 1)]
    together = alike_together([*problems, replace(problems[0], code="other")])
    assert len(together) == (count + 1 if told is None else 2)
    assert told in (None, together[-1].fix)
    assert result_line(problems, 1) == f"{count:,} problems in 1 file."
    assert as_text(problems).count("A fact.") == (count if told is None else 1)
