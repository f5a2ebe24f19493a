from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.members import Membership, changes, changes_told_at, successor
from panelpapers.records.attendance import Attendance
from panelpapers.records.minutes import Minutes
from panelpapers.records.people import Person, Term
from panelpapers.records.publication import Records
from tests.river_valley import changed, river_valley

CASES: dict[str, list[dict[str, Any]]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[1] / "cases" / "membership.yml").read_text(encoding="utf-8")
)


def person(**term: date) -> Person:
    made = Term(seat="member", authority="northbank", source="Case", begins=term.get("begins"), ends=term.get("ends"))
    return Person(id="somebody", name="Some Body", role="Member", terms=[made])


@pytest.mark.parametrize("case", CASES["seats"], ids=lambda case: case["title"])
def test_a_seat_and_why_it_is_taken_to_be_held(case: dict[str, Any]) -> None:
    lists = {
        day.isoformat(): Minutes(apologies=[Attendance(person="somebody")], minutes=[])
        for day in case.get("listed", [])
    }
    membership = Membership(Records(people={"somebody": person(**case["term"])}, minutes=lists))
    assert [seat.basis for seat in membership.seats_on(case["day"])] == ([case["basis"]] if case["basis"] else [])


def test_who_sat_on_the_panel_follows_the_change() -> None:
    membership = Membership(river_valley())
    before = {seat.person_id for seat in membership.seats_on(date(2027, 2, 28))}
    after = {seat.person_id for seat in membership.seats_on(date(2027, 3, 1))}
    assert before - after == {"cy-moss"}
    assert after - before == {"di-hart"}
    assert not after & {"flo-west", "gus-hill"}


def test_one_in_the_place_of_another_is_one_change() -> None:
    records = river_valley()
    told = [(one.on, one.what, one.person_id, one.other) for one in changes(Membership(records))]
    assert told[0] == (date(2027, 3, 1), "came", "di-hart", "cy-moss")
    assert "cy-moss" not in [person_id for _, what, person_id, _ in told if what == "left"]
    days = [one or date.min for one, *_ in told]
    assert days == sorted(days, reverse=True)


def test_an_end_without_a_successor_is_a_change_of_its_own(tmp_path: Path) -> None:
    records = changed(tmp_path, "people.yml", "        replaces: cy-moss\n", "")
    assert [(one.on, one.person_id) for one in changes(Membership(records)) if one.what == "left"] == [
        (date(2027, 2, 28), "cy-moss")
    ]


def test_a_change_without_a_date_is_placed_by_the_meeting_that_was_told(tmp_path: Path) -> None:
    records = changed(tmp_path, "people.yml", "        begins: 2027-03-01\n", "")
    came = next(one for one in changes(Membership(records)) if one.person_id == "di-hart")
    assert came.on is None
    assert changes(Membership(records))[0] == came


def test_items_and_minutes_know_which_change_they_tell() -> None:
    told = changes_told_at([Membership(river_valley())])
    assert set(told) == {("2027-03-31", "item", "2"), ("2027-03-31", "minute", "12")}
    assert {one.person_id for changes in told.values() for one in changes} == {"di-hart"}


def test_the_successor_is_found_from_the_one_who_left() -> None:
    records = river_valley()
    found = successor(records, "cy-moss", records.people["cy-moss"].terms[0])
    assert found is not None
    assert found[0] == "di-hart"
    assert successor(records, "ann-reed", records.people["ann-reed"].terms[0]) is None


@pytest.mark.parametrize(
    ("authority", "begins", "found"),
    [
        ("southbank", date(2027, 3, 1), True),
        ("southbank", None, False),
        ("northbank", date(2027, 3, 1), False),
    ],
)
def test_a_successor_has_the_seat_of_the_same_council_from_a_known_day(
    authority: str, begins: date | None, found: bool
) -> None:
    left = Term(seat="member", authority="southbank", source="Case", ends=date(2027, 2, 28))
    came = Term(seat="member", authority=authority, source="Case", begins=begins, replaces="old")
    people = {
        "old": Person(id="old", name="Old", role="Member", terms=[left]),
        "new": Person(id="new", name="New", role="Member", terms=[came]),
    }
    assert (successor(Records(people=people), "old", left) is not None) == found


def someone(name: str, *terms: dict[str, Any]) -> Person:
    return Person.model_validate(
        {"id": name, "name": name, "role": "Member", "terms": [{"source": "Case", **term} for term in terms]}
    )


DAY = date(2026, 2, 2)
SEATS: list[tuple[str, dict[str, Any], int]] = [
    ("that began before", {"seat": "member", "begins": "2025-05-20"}, 1),
    ("of an independent member", {"seat": "independent member", "begins": "2025-05-20"}, 1),
    ("of a substitute", {"seat": "substitute", "begins": "2025-05-20"}, 0),
    ("that ended the day before", {"seat": "member", "begins": "2025-05-20", "ends": "2026-02-01"}, 0),
    ("whose last day it is", {"seat": "member", "begins": "2025-05-20", "ends": "2026-02-02"}, 1),
    ("whose first day it is", {"seat": "member", "begins": "2026-02-02"}, 1),
    ("that begins the day after", {"seat": "member", "begins": "2026-02-03"}, 0),
    ("of which nothing says that it had begun", {"seat": "member"}, 0),
    ("of which only the end is known", {"seat": "member", "ends": "2026-05-01"}, 0),
]


@pytest.mark.parametrize(("term", "votes"), [case for _, *case in SEATS], ids=[what for what, *_ in SEATS])
def test_a_vote_is_counted_where_the_seat_is_known(term: dict[str, Any], votes: int) -> None:
    sure = someone("sure", {"seat": "member", "begins": "2020-01-01"})
    membership = Membership(Records(people={"sure": sure, "one": someone("one", term)}))
    assert membership.voters_on(DAY) == 1 + votes


def test_a_list_of_minutes_shows_a_seat_without_dates() -> None:
    """What is not known one day may be shown by a list of an earlier one."""
    records = Records(
        people={"one": someone("one", {"seat": "member"})},
        minutes={"2026-01-05": Minutes(apologies=[Attendance(person="one")], minutes=[])},
    )
    membership = Membership(records)
    assert [membership.voters_on(date(2026, 1, day)) for day in (4, 5, 6)] == [None, 1, 1]


def test_a_person_with_two_seats_has_one_vote() -> None:
    again = someone("again", {"seat": "member", "begins": "2020-01-01"}, {"seat": "member", "begins": "2026-01-01"})
    assert Membership(Records(people={"again": again})).voters_on(DAY) == 1


def test_nobody_is_counted_where_not_all_people_could_be_read() -> None:
    sure = someone("sure", {"seat": "member", "begins": "2020-01-01"})
    assert Membership(Records(people={"sure": sure}, unread=frozenset({"people"}))).voters_on(DAY) is None
