"""When meetings and visits are, and that a meeting which was called off or moved says so."""

from __future__ import annotations

import pytest

from panelpapers.records.meeting import Meeting
from panelpapers.records.minutes import Minutes
from panelpapers.records.programme import WorkProgramme
from panelpapers.records.publication import Records
from panelpapers.rules.meetings import (
    called_off_without_day,
    ends_before_start,
    known_too_late,
    moved_wrongly,
    unusual_hour,
    unusual_length,
)
from tests.river_valley import river_valley
from tests.rules.packs import found_by

A, B, C = "2027-06-02", "2027-06-09", "2027-06-16"

TIMES = [
    ({"starts": "14:00", "ends": "14:01"}, []),
    ({"starts": "14:00", "ends": "14:00"}, ["This ends at 14:00, and starts at 14:00."]),
    ({"starts": "14:00", "ends": "13:59"}, ["This ends at 13:59, and starts at 14:00."]),
    ({"starts": "14:00"}, []),
    ({"ends": "14:00"}, ["This ends at 14:00, and nothing says when it starts."]),
]


@pytest.mark.parametrize(("times", "told"), TIMES)
def test_a_visit_ends_after_it_starts(times: dict[str, str], told: list[str]) -> None:
    rows = [{"title": "A visit", "kind": "visit", "day": "2027-05-01", **times}]
    programme = WorkProgramme.model_validate({"title": "P", "as_of": "2027-01-20", "about": "A.", "items": rows})
    assert [problem.message for problem in found_by(ends_before_start, Records(programme=programme))] == told


@pytest.mark.parametrize(("times", "told"), TIMES)
def test_a_meeting_ends_after_it_starts(times: dict[str, str], told: list[str]) -> None:
    records = Records(meetings={A: Meeting.model_validate(times)})
    assert [problem.message for problem in found_by(ends_before_start, records)] == told


@pytest.mark.parametrize(
    ("starts", "told"), [("13:59", 0), ("14:00", 1), (None, 0)], ids=["before", "the same", "not given"]
)
def test_a_meeting_closes_after_it_starts(starts: str | None, told: int) -> None:
    minutes = Minutes.model_validate({"closed": "14:00", "minutes": []})
    records = Records(meetings={A: Meeting.model_validate({"starts": starts})}, minutes={A: minutes})
    assert len(found_by(ends_before_start, records)) == told


@pytest.mark.parametrize(
    ("starts", "told"), [("01:00", 1), ("07:59", 1), ("08:00", 0), ("22:00", 0), ("22:01", 1), (None, 0)]
)
def test_few_meetings_start_in_the_night(starts: str | None, told: int) -> None:
    rows = [{"title": "A visit", "kind": "visit", "day": "2027-05-01", "starts": starts}]
    programme = WorkProgramme.model_validate({"title": "P", "as_of": "2027-01-20", "about": "A.", "items": rows})
    records = Records(meetings={A: Meeting.model_validate({"starts": starts})}, programme=programme)
    assert len(found_by(unusual_hour, records)) == 2 * told


@pytest.mark.parametrize(("minutes", "told"), [(None, 0), (9, 1), (10, 0), (720, 0), (721, 1)])
def test_the_usual_length_is_in_minutes(minutes: int | None, told: int) -> None:
    panel = river_valley().panel
    assert panel is not None
    records = Records(panel=panel.model_copy(update={"usual_length": minutes}))
    assert len(found_by(unusual_length, records)) == told


def meeting(**typed: object) -> Meeting:
    return Meeting.model_validate(typed)


def test_what_was_called_off_says_when() -> None:
    change = [{"on": "2027-05-20"}]
    states = ("planned", "provisional", "held", "cancelled", "postponed")
    silent = Records(meetings={state: meeting(state=state) for state in states})
    told = found_by(called_off_without_day, silent)
    assert [problem.message.split(",")[0] for problem in told] == [
        "This meeting is cancelled",
        "This meeting is postponed",
    ]
    assert {problem.severity for problem in told} == {"warning"}
    telling = Records(meetings={state: meeting(state=state, changes=change) for state in states})
    assert found_by(called_off_without_day, telling) == []


@pytest.mark.parametrize(
    ("meetings", "told"),
    [
        ({A: {"state": "postponed"}, B: {"moved_from": A}}, []),
        ({A: {"state": "postponed"}, B: {"state": "postponed", "moved_from": A}, C: {"moved_from": B}}, []),
        ({A: {"state": "planned"}, B: {"state": "postponed", "moved_from": A}}, []),
        (
            {A: {"state": "planned"}, B: {"moved_from": A}},
            [f"The meeting of {A} was moved to this day, and is planned"],
        ),
        (
            {A: {"state": "cancelled"}, B: {"moved_from": A}},
            [f"The meeting of {A} was moved to this day, and is canc"],
        ),
        (
            {A: {"state": "postponed"}, B: {"moved_from": A}, C: {"moved_from": A}},
            [f"The meeting of {A} was moved to {B}"],
        ),
        ({A: {"moved_from": A}}, [f"By this, the meeting of {A} was moved from itself"]),
        (
            {A: {"state": "postponed", "moved_from": B}, B: {"state": "postponed", "moved_from": A}},
            [
                f"By this, the meeting of {A} was moved from itself",
                f"By this, the meeting of {B} was moved from itself",
            ],
        ),
        ({B: {"moved_from": A}}, []),
    ],
    ids=["moved", "twice", "and back", "planned", "cancelled", "to two days", "itself", "ring", "told as unknown id"],
)
def test_two_meetings_tell_a_move_alike(meetings: dict[str, dict[str, str]], told: list[str]) -> None:
    records = Records(meetings={meeting_id: meeting(**typed) for meeting_id, typed in meetings.items()})
    found = found_by(moved_wrongly, records)
    assert len(found) == len(told)
    assert all(problem.message.startswith(start) for problem, start in zip(found, told, strict=True))


def test_without_records_there_is_nothing_to_tell() -> None:
    assert found_by((ends_before_start, unusual_length, called_off_without_day, moved_wrongly), Records()) == []


@pytest.mark.parametrize(("day", "told"), [(A, 0), (B, 1)])
def test_a_change_is_known_by_the_day_of_the_meeting(day: str, told: int) -> None:
    meeting = Meeting.model_validate({"state": "cancelled", "changes": [{"on": day}]})
    assert len(found_by(known_too_late, Records(meetings={A: meeting}))) == told
