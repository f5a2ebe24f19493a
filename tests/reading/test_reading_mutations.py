"""Whatever happens to a good file, reading answers with problems inside the file and never with an exception."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import example, given
from hypothesis import strategies as st

from panelpapers.reading.decoding import decode
from panelpapers.reading.diagnosis import ALWAYS, rules_for
from panelpapers.reading.lines import Names, rows_of
from panelpapers.reading.quoting import as_typed, quoted
from panelpapers.reading.telling import alike_together, as_github, as_json, as_summary, as_text
from panelpapers.reading.validate import read_record
from panelpapers.records.agenda import Agenda
from panelpapers.records.fields import fields_of, kinds_within
from tests.reading.slip_cases import cases
from tests.strategies import many

GOOD = """introduction: >-
  The times are approximate.
  To put a question, see item 7.
items:
  - number: 1
    title: "Notice of recording"
    time: 14:00
    text: |
      The meeting is filmed:

      - by the City Council
      - by **anyone** else
  - number: 2
    title: 'The Panel''s apologies'
    asked_to: [note, agree]
    pages: {first: 1, last: 2}
    attachments:
      - file: list.pdf
        title: List of members  # of January
        accessible: yes
"""
TYPED = st.sampled_from(
    [*" \t\n:-'\"[]{}#&*!|>%@`,?~\\–•“”’：=;.", "\u00a0", "\u200b", "\x00", "\ufeff", "é", "👍", "x"]
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LINES = GOOD.split("\n")


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Give the good file after a few slips of the hand."""
    text = GOOD
    for _ in range(draw(st.integers(1, 4))):
        position = draw(st.integers(0, len(text)))
        kind = draw(
            st.sampled_from(["delete", "insert", "repeat", "line away", "line again", "line elsewhere", "set in"])
        )
        lines = text.split("\n")
        number = text[:position].count("\n")
        if kind == "delete":
            text = text[:position] + text[position + draw(st.integers(1, 3)) :]
        elif kind == "insert":
            text = text[:position] + draw(TYPED) + text[position:]
        elif kind == "repeat":
            text = text[:position] + text[position : position + 1] * 2 + text[position + 1 :]
        elif kind == "line away":
            text = "\n".join(lines[:number] + lines[number + 1 :])
        elif kind == "line again":
            text = "\n".join([*lines[: number + 1], lines[number], *lines[number + 1 :]])
        elif kind == "line elsewhere":
            text = "\n".join([*lines[:number], draw(st.sampled_from(LINES)), *lines[number:]])
        else:
            text = "\n".join(
                [*lines[:number], " " * draw(st.integers(0, 8)) + lines[number].lstrip(), *lines[number + 1 :]]
            )
    return text


def check(data: bytes) -> None:
    record, problems = read_record(data, "a.yml", Agenda)
    text, _ = decode(data, "a.yml")
    lines = [""] if text is None else text.split("\n")
    assert (record is None) == any(problem.severity == "error" for problem in problems)
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines)
        assert problem.place.column >= 1
        assert problem.width >= 1
        assert problem.suggestion is None or problem.suggestion.strip()
        assert problem.suggestion != lines[problem.place.line - 1]
    for entry in json.loads(as_json(problems, str)):
        assert set(entry) == {
            "file",
            "line",
            "column",
            "code",
            "severity",
            "message",
            "fix",
            "try",
            "perhaps",
            "lines",
            "help",
        }
    told = as_text(problems, lambda _: lines)
    firsts = [problem.place for problem in alike_together(problems)]
    assert all(f"line {place.line}, column {place.column}" in told for place in firsts)
    commands = {"error": "error", "advice": "notice"}
    begins = tuple(f"::{commands[problem.severity]} file=a.yml,line=" for problem in problems)
    assert all(command.startswith(begins) for command in as_github(problems, str).splitlines())
    assert as_summary(problems, 1, str, lambda _: lines)


@many(400)
@given(mutated())
@example(GOOD.replace("title:", "title"))
@example(GOOD.replace("    ", "\t"))
def test_slips_of_the_hand(text: str) -> None:
    check(text.encode())


@many(150)
@given(ANYTHING)
@example("---")
def test_any_text(text: str) -> None:
    check(text.encode())


@many(150)
@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    check(data)


def _reads_as(typed: Callable[[str], str], words: str) -> None:
    record, problems = read_record(f"items:\n  - number: 1\n    title: {typed(words)}\n".encode(), "a.yml", Agenda)
    assert problems == ()
    assert record is not None
    assert record.items[0].title == words


SPOKEN = st.text(st.sampled_from("ab1 :#-'\"[]{},&*!|>%@?~.()£é"), min_size=1, max_size=12).filter(
    # "é" with two signs after it is how a letter of another alphabet looks when it was garbled, and is told as that.
    lambda words: words.strip() == words and "é£" not in words
)


@given(SPOKEN)
@example("null")
@example("~")
@example("a: b")
@example("a #b")
@example("'a' and \"b\"")
def test_a_text_is_read_as_it_was_quoted(words: str) -> None:
    _reads_as(as_typed, words)
    _reads_as(quoted, words)


def test_the_good_file_is_good() -> None:
    record, problems = read_record(GOOD.encode(), "a.yml", Agenda)
    assert problems == ()
    assert record is not None
    assert [item.title for item in record.items] == ["Notice of recording", "The Panel's apologies"]
    assert record.items[1].attachments[0].at("title").line == 19


@given(mutated())
def test_a_line_that_is_passed_over_holds_no_slip(text: str) -> None:
    names = Names(tuple(frozenset(fields_of(kind)) for kind in kinds_within(Agenda)))
    passed_over(text, names)


def test_no_case_of_a_slip_is_passed_over() -> None:
    for case in cases():
        text, _ = decode(case.typed, "f.yml")
        passed_over(text or "", Names(tuple(frozenset(fields_of(kind)) for kind in kinds_within(case.form))))


def passed_over(text: str, names: Names) -> None:
    """Hold that no rule finds anything in a line for which it is not asked."""
    for row in rows_of(text, names):
        if row.inside != "long text" and (row.value or row.entry):
            assert {rule for rule in ALWAYS if list(rule(row))} <= set(rules_for(row)), row
