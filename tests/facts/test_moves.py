"""Meetings that moved, were cancelled or changed: which is which, and what was known of them on a day."""

from __future__ import annotations

from datetime import date, time

import pytest

from panelpapers.facts.moves import Moves, as_known
from panelpapers.records.meeting import Meeting
from panelpapers.records.publication import Records

A, B, C = "2027-06-02", "2027-06-09", "2027-06-16"


def moves(renamed: dict[str, str] | None = None, **typed: dict[str, object]) -> Moves:
    ids = {"a": A, "b": B, "c": C}
    meetings = {ids[name]: Meeting.model_validate(meeting) for name, meeting in typed.items()}
    return Moves(Records(meetings=meetings), {new: (old, None) for new, old in (renamed or {}).items()})


POSTPONED: dict[str, object] = {"state": "postponed"}


def test_a_meeting_that_moved_twice_is_one() -> None:
    twice = moves(a=POSTPONED, b={**POSTPONED, "moved_from": A}, c={"moved_from": B})
    assert [twice.line(meeting_id) for meeting_id in (A, B, C)] == [(A, B, C)] * 3
    assert [twice.now(meeting_id) for meeting_id in (A, B, C)] == [C] * 3
    assert twice.followed == {A: C}
    assert [twice.times_changed(meeting_id) for meeting_id in (A, B, C)] == [2, 2, 2]
    assert twice.days_before(C) == (A, B)


def test_a_meeting_that_moved_back_is_the_first_again() -> None:
    back = moves(a={"changes": [{"on": "2027-05-01"}, {"on": "2027-05-08"}]}, b={**POSTPONED, "moved_from": A})
    assert (back.now(A), back.now(B), back.followed) == (A, A, {A: A})
    assert back.days_before(A) == ()
    assert back.times_changed(A) == 3


def test_a_meeting_without_a_new_day_is_told_on_its_first() -> None:
    off = moves(a=POSTPONED, b={"state": "cancelled"})
    assert (off.now(A), off.now(B)) == (None, None)
    assert off.followed == {A: A, B: B}
    assert off.called_off_after(date(2027, 6, 2)) == (A, B)
    assert off.called_off_after(date(2027, 6, 3)) == (B,)


def test_a_meeting_whose_folder_was_renamed_is_the_same() -> None:
    renamed = moves({B: A}, b={})
    assert (renamed.line(B), renamed.followed, renamed.times_changed(B)) == ((A, B), {A: B}, 1)


def test_meetings_that_name_each_other_end_somewhere() -> None:
    ring = moves(a={"moved_from": B}, b={"moved_from": A})
    assert set(ring.line(A)) == {A, B}


def test_times_changed_only_grows() -> None:
    steps = (
        moves(a={}),
        moves(a=POSTPONED),
        moves(a=POSTPONED, b={"moved_from": A, "changes": [{"on": "2027-05-01"}]}),
        moves(a=POSTPONED, b={"moved_from": A, "changes": [{"on": "2027-05-01"}, {"on": "2027-05-02"}]}),
    )
    assert [step.times_changed(A) for step in steps] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("day", "state", "starts", "changes"),
    [
        (date(2027, 4, 30), "provisional", time(9), 0),
        (date(2027, 5, 1), "planned", time(9), 1),
        (date(2027, 5, 8), "planned", time(10), 2),
        (date(2027, 5, 14), "planned", time(10), 2),
        (date(2027, 5, 15), "cancelled", time(10), 3),
    ],
)
def test_what_was_known_on_a_day(day: date, state: str, starts: time, changes: int) -> None:
    meeting = Meeting.model_validate(
        {
            "state": "cancelled",
            "starts": "10:00",
            "changes": [
                {"on": "2027-05-15"},
                {"on": "2027-05-01", "state_before": "provisional"},
                {"on": "2027-05-08", "starts_before": "09:00"},
            ],
        }
    )
    known = as_known(meeting, day)
    assert (known.state, known.starts, len(known.changes)) == (state, starts, changes)


def test_where_a_meeting_was_to_be_is_known() -> None:
    venues = {"venue": {"name": "New hall"}, "changes": [{"on": "2027-05-08", "venue_before": {"name": "Old hall"}}]}
    meeting = Meeting.model_validate(venues)
    known = [as_known(meeting, day).venue for day in (date(2027, 5, 7), date(2027, 5, 8))]
    assert [venue.name for venue in known if venue] == ["Old hall", "New hall"]
