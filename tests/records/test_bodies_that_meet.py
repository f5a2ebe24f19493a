"""Who holds which meeting, and by what one meeting is told from another."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from panelpapers.records.actions import Duty
from panelpapers.records.meeting import Meeting
from panelpapers.records.panel import Body
from panelpapers.records.publication import Records
from panelpapers.words import format as say
from tests.river_valley import changed, river_valley
from tests.saltmere import FOLDER, saltmere


def test_a_publication_of_one_body_has_no_other() -> None:
    records = river_valley()
    assert (records.several, records.meeting_bodies) == (False, ("",))
    assert records.holder("2027-03-31") is records.panel


def test_the_own_body_is_first_and_a_body_without_meetings_or_members_is_none_of_them() -> None:
    assert saltmere().meeting_bodies == ("council", "planning", "quay")


@pytest.mark.parametrize(
    ("meeting_id", "held_by", "named"),
    [
        ("2027-05-12", ("council",), "12 May 2027 (Saltmere Town Council)"),
        ("2027-05-12-annual", ("council",), "12 May 2027 (Saltmere Town Council, annual)"),
        ("2027-06-09-planning", ("planning",), "9 June 2027 (Planning Committee)"),
        ("2027-06-30", ("planning", "quay"), "30 June 2027 (Planning Committee and Quay and Market Committee)"),
    ],
)
def test_each_meeting_says_who_meets_and_what_tells_it_from_another_of_theirs(
    meeting_id: str, held_by: tuple[str, ...], named: str
) -> None:
    records = saltmere()
    assert records.held_by(meeting_id) == held_by
    assert say.day(records.day_of(meeting_id)) == named


def test_three_bodies_that_meet_are_listed_as_in_a_sentence() -> None:
    bodies = {name: Body(id=name, name=name.capitalize(), kind="committee") for name in ("ash", "birch", "cedar")}
    records = replace(saltmere(), bodies=bodies, meetings={"2027-06-30": Meeting(bodies=[*bodies])})
    assert say.day(records.day_of("2027-06-30")) == "30 June 2027 (Ash, Birch and Cedar)"


def test_two_meetings_of_one_body_on_a_day_are_in_the_order_in_which_they_start() -> None:
    on_the_day = [name for name in saltmere().in_order if name.startswith("2027-05-12")]
    assert on_the_day == ["2027-05-12-annual", "2027-05-12"]
    later = {
        "2026-03-04-a": Meeting(starts=time(14)),
        "2026-03-04-b": Meeting(starts=time(10)),
        "2026-03-03": Meeting(),
    }
    assert Records(meetings=later).in_order == ("2026-03-03", "2026-03-04-b", "2026-03-04-a")


def test_a_meeting_of_one_body_is_named_by_its_folder_alone() -> None:
    records = Records(meetings={"2026-03-04": Meeting(), "2026-03-04-annual": Meeting()})
    assert [say.day(records.day_of(name)) for name in records.in_order] == ["4 March 2026", "4 March 2026 (annual)"]
    assert records.day_of("2026-03-04").bodies == ()


def test_a_body_has_its_own_rules_and_else_those_of_the_publication() -> None:
    records = saltmere()
    planning, quay = records.holder("2027-06-09-planning"), records.holder("2027-06-09-quay")
    assert planning
    assert planning.notice_rule
    assert planning.contact
    assert quay
    assert quay.notice_rule
    assert quay.contact
    assert (planning.notice_rule.days, planning.usual_length, planning.contact.person) == (6, 60, "jon-weir")
    assert (quay.notice_rule.days, quay.usual_length, quay.contact.person) == (3, 120, "ida-marsh")
    assert (planning.short_name, quay.short_name) == ("the Planning Committee", "the Quay Committee")


def test_a_body_that_takes_no_questions_has_no_rule_on_them() -> None:
    records = saltmere()
    quay = records.holder("2027-06-09-quay")
    assert quay
    assert quay.question_rule is None
    assert [records.takes_questions(name) for name in ("2027-06-09-quay", "2027-06-30")] == [False, True]


def test_an_own_body_that_is_named_is_the_same_as_one_that_is_not(tmp_path: Path) -> None:
    records = changed(
        tmp_path, "meetings/2027-07-21/meeting.yml", "starts: 19:30", "body: council\nstarts: 19:30", FOLDER
    )
    assert records.held_by("2027-07-21") == records.held_by("2027-05-12") == ("council",)


@pytest.mark.parametrize("due", ["2026-03-01", "2026-03-01-annual"])
def test_a_duty_is_due_on_a_day_or_by_a_meeting(due: str) -> None:
    assert Duty.model_validate({"owner": "the Clerk", "due": due}).due == due


def test_a_body_may_be_an_organisation_alone() -> None:
    body = Body.model_validate({"id": "force", "name": "River Police", "kind": "police force"})
    assert (body.about, body.contact, body.takes_questions) == (None, None, True)


def test_what_a_body_is_is_not_said_of_another() -> None:
    bodies = {name: Body(id=name, name=f"The {name} board", kind="board") for name in ("north", "south")}
    records = Records(
        panel=saltmere().panel, bodies=bodies, meetings={"2026-03-04": Meeting(bodies=["north", "south"])}
    )
    north = records.body_named("north")
    assert north
    assert (north.about, north.short_name) == ("", "the north board")
