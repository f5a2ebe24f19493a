from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.facts.attendance import AttendanceRow, attendance
from panelpapers.facts.members import Membership
from panelpapers.words import members as words
from tests.harbour_board import FIRST, harbour_board, with_minutes
from tests.river_valley import changed, river_valley


def told(person_id: str, membership: Membership) -> list[tuple[str, str, bool]]:
    return [(row.meeting_id, row.what, row.counted) for row in attendance(membership, person_id).rows]


def test_attendance_follows_from_the_lists_of_minutes() -> None:
    membership = Membership(river_valley())
    assert told("ann-reed", membership) == [("2027-03-31", "present", True), ("2027-01-20", "apologies", True)]
    assert told("bo-lane", membership) == [("2027-03-31", "neither", True), ("2027-01-20", "present", True)]
    assert told("ed-vale", membership) == [("2027-03-31", "apologies", True), ("2027-01-20", "present", True)]


def test_only_meetings_during_a_term_are_looked_at() -> None:
    membership = Membership(river_valley())
    assert told("cy-moss", membership) == [("2027-01-20", "present", True)]
    assert told("di-hart", membership) == [("2027-03-31", "present", True)]
    assert told("flo-west", membership) == []


def test_a_substitute_came_for_the_member_of_the_same_council_who_sent_apologies() -> None:
    membership = Membership(river_valley())
    rows = {row.meeting_id: row for row in attendance(membership, "bo-lane").rows}
    assert rows["2027-01-20"].came_for == ("ann-reed",)
    assert rows["2027-03-31"].came_for == ()
    assert all(row.came_for == () for row in attendance(membership, "cy-moss").rows)


def test_a_meeting_where_attendance_was_not_taken_is_shown_and_not_counted(tmp_path: Path) -> None:
    people = "present:\n  - person: ann-reed\n    role: Chair\n  - person: di-hart\napologies:\n  - person: ed-vale\n"
    membership = Membership(changed(tmp_path, "meetings/2027-03-31/minutes.yml", people, "taken: no\n"))
    assert told("ann-reed", membership)[0] == ("2027-03-31", "not taken", False)
    assert attendance(membership, "ann-reed").counted == 1


def test_a_meeting_of_which_only_later_papers_tell_is_not_counted(tmp_path: Path) -> None:
    apologies = "apologies:\n  - person: ed-vale\n"
    only = f"only: Only what later papers say is known.\n{apologies}"
    membership = Membership(changed(tmp_path, "meetings/2027-03-31/minutes.yml", apologies, only))
    assert [meeting for meeting, *_ in told("ann-reed", membership)] == ["2027-01-20"]


def test_where_the_papers_do_not_say_that_a_term_had_begun_nothing_is_counted(tmp_path: Path) -> None:
    present = "  - person: cy-moss\n  - person: ed-vale\n"
    membership = Membership(changed(tmp_path, "meetings/2027-01-20/minutes.yml", present, "  - person: cy-moss\n"))
    assert told("ed-vale", membership) == [("2027-03-31", "apologies", True), ("2027-01-20", "neither", False)]


def test_attendance_in_words() -> None:
    membership = Membership(river_valley())
    said = {
        one: words.attendance(attendance(membership, one), substitute=one == "bo-lane")
        for one in membership.records.people
    }
    assert said["ann-reed"] == "Present at 1 of 2 meetings; sent apologies for 1."
    assert said["bo-lane"] == "Present at 1 of 2 meetings; not listed at 1."
    assert said["di-hart"] == "Present at 1 of 1 meeting."
    assert said["gus-hill"].startswith("No meeting is counted")


def row(person_id: str, minutes: str) -> AttendanceRow:
    """Give how one person attended the first meeting of the harbour board with other minutes."""
    rows = attendance(Membership(with_minutes(minutes)), person_id).rows
    return next(row for row in rows if row.meeting_id == FIRST)


@pytest.mark.parametrize(
    ("typed", "partly", "remote"),
    [
        ("", False, False),
        ("    by: in the room\n", False, False),
        ("    by: telephone\n", False, True),
        ("    by: remotely\n    left: 17:00\n", True, True),
        ("    arrived: 16:12\n", True, False),
        ("    away:\n      - from: 16:20\n        until: 16:30\n", True, False),
        ("    votes: no\n", False, False),
    ],
)
def test_whoever_was_there_in_part_or_from_elsewhere_was_present(typed: str, partly: bool, remote: bool) -> None:
    told = row("ann-ash", f"present:\n  - person: ann-ash\n{typed}")
    assert (told.what, told.counted, told.partly, told.remote) == ("present", True, partly, remote)


def test_absence_is_counted_by_itself_and_may_be_excused() -> None:
    of = {person: attendance(Membership(harbour_board()), person) for person in ("cy-cole", "flo-fir", "ann-ash")}
    assert {person: record.number("absent") for person, record in of.items()} == {
        "cy-cole": 1,
        "flo-fir": 2,
        "ann-ash": 0,
    }
    assert [row.excused for row in of["cy-cole"].rows] == [False, True, False]
    assert [row.excused for row in of["flo-fir"].rows] == [False, False, False]
    assert [record.in_detail for record in of.values()] == [True, True, False]


def test_for_whom_a_substitute_sat_is_told_where_minutes_say_it() -> None:
    told = row("ed-elm", "present:\n  - person: di-dale\n    for: ed-elm\napologies:\n  - person: ed-elm")
    assert (told.what, told.stood_in) == ("apologies", ("di-dale",))
    other = row("flo-fir", "present:\n  - person: di-dale\n    for: ed-elm\nabsent:\n  - person: flo-fir")
    assert (other.what, other.stood_in) == ("absent", ())


def test_what_is_typed_of_a_substitute_is_not_guessed_as_well(tmp_path: Path) -> None:
    file, before = "meetings/2027-01-20/minutes.yml", "  - person: bo-lane\n    role: Substitute member\n"
    membership = Membership(changed(tmp_path, file, before, f"{before}    for: cy-moss\n"))
    rows = {row.meeting_id: row for row in attendance(membership, "bo-lane").rows}
    assert rows["2027-01-20"].came_for == ()
    assert {row.stood_in for row in attendance(membership, "cy-moss").rows} == {("bo-lane",)}


def test_a_list_of_those_absent_shows_that_they_had_a_seat() -> None:
    assert [row.what for row in attendance(Membership(harbour_board()), "flo-fir").rows] == [
        "neither",
        "absent",
        "absent",
    ]


@pytest.mark.parametrize(
    ("person_id", "said"),
    [
        (
            "cy-cole",
            "Present at 1 of 3 meetings (1 remotely); absent from 1 (1 excused); neither present nor apologies at 1.",
        ),
        ("bo-birch", "Present at 3 of 3 meetings (2 for a part)."),
        ("flo-fir", "Present at 0 of 3 meetings; absent from 2; neither present nor apologies at 1."),
    ],
)
def test_attendance_in_detail_in_words(person_id: str, said: str) -> None:
    assert words.attendance(attendance(Membership(harbour_board()), person_id), substitute=False) == said
