"""What is typed of who was there, read as it is typed."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from panelpapers.reading.validate import read_record
from panelpapers.records.minutes import Minutes
from tests.harbour_board import minutes_typed

MINUTES = "minutes:\n  - number: 1\n    title: Paving\n"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        ("2026-12-01 10:00", datetime(2026, 12, 1, 10)),  # noqa: DTZ001 - the panel's own time
        ("2026-12-01T10:00", datetime(2026, 12, 1, 10)),  # noqa: DTZ001
    ],
)
def test_a_day_with_or_without_a_time(typed: str, read: date) -> None:
    session = minutes_typed(f"sessions:\n  - id: one\n    until: {typed}").sessions[0]
    assert session.until == read
    assert type(session.until) is type(read)


@pytest.mark.parametrize("typed", ["1 December 2026 10:00", "2026-12-01 25:00", "2026-02-30 10:00", "soon"])
def test_another_moment_is_refused_and_no_time_is_lost(typed: str) -> None:
    record, problems = read_record(
        f"sessions:\n  - id: one\n    until: {typed}\n{MINUTES}".encode(), "m.yml", Minutes
    )
    assert record is None
    assert [(problem.code, problem.place.line, problem.suggestion) for problem in problems] == [
        ("date-form", 3, None)
    ]


@pytest.mark.parametrize(("typed", "read"), [("yes", True), ("no", False), ("16:04", time(16, 4))])
def test_a_quorum_is_reached_or_not_or_from_a_time_on(typed: str, read: time | bool) -> None:
    quorum = minutes_typed(f"quorum:\n  reached: {typed}").quorum
    assert quorum is not None
    assert quorum.reached == read


@pytest.mark.parametrize("typed", [
    "4.04pm", "4:04 p.m.", "4:04 P. M.", "16.04 Uhr", "16 Uhr 04", "16h04", "16:04h", "1604 hrs"
])  # fmt: skip
def test_a_time_of_another_form_is_refused_with_the_right_one(typed: str) -> None:
    _, problems = read_record(f"quorum:\n  reached: {typed}\n{MINUTES}".encode(), "m.yml", Minutes)
    assert [(problem.code, problem.suggestion) for problem in problems] == [("time-form", "  reached: 16:04")]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("yes", []),
        ("no", None),
        ("54956.9", ["54956.9"]),
        ('["54956.9", paragraph 3]', ["54956.9", "paragraph 3"]),
    ],
)
def test_a_private_session_with_or_without_its_grounds(typed: str, read: list[str] | None) -> None:
    assert minutes_typed(f"sessions:\n  - id: one\n    private: {typed}").sessions[0].private == read


def test_words_of_python_are_names_of_fields_as_people_type_them() -> None:
    minutes = minutes_typed(
        "present:\n  - person: a\n    for: b\n    away:\n      - from: 17:00\n        until: 17:20"
    )
    presence = minutes.present[0]
    assert (presence.for_, presence.away[0].from_) == ("b", time(17))
    assert (presence.at("for_").line, presence.away[0].at("from_").line) == (3, 5)


def test_a_missing_or_mistyped_name_is_told_as_people_type_it() -> None:
    text = f"present:\n  - person: a\n    away:\n      - until: 17:20\n{MINUTES}"
    _, problems = read_record(text.encode(), "m.yml", Minutes)
    assert [problem.message for problem in problems] == ['This interval has no "from".']
    text = f"present:\n  - person: a\n    away:\n      - form: 17:00\n        until: 17:20\n{MINUTES}"
    _, problems = read_record(text.encode(), "m.yml", Minutes)
    assert [problem.suggestion for problem in problems] == ["      - from: 17:00"]
    _, problems = read_record(f"present:\n  - person: a\n    for_: b\n{MINUTES}".encode(), "m.yml", Minutes)
    assert [problem.code for problem in problems] == ["unknown-name"]


@pytest.mark.parametrize("typed", ["spoke and did vote", "not left the room", "had left the roo"])
def test_other_words_for_what_was_done_are_never_taken_for_the_opposite(typed: str) -> None:
    declared = f"declarations:\n  - person: ann-ash\n    did: {typed}"
    assert minutes_typed(declared).declarations[0].did == typed
