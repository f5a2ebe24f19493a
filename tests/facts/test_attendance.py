from __future__ import annotations

from pathlib import Path

from panelpapers.facts.attendance import attendance
from panelpapers.facts.members import Membership
from panelpapers.words import members as words
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
