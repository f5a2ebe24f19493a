"""Who voted while they were away, who gave the casting vote, and groups that are written in two ways."""

from __future__ import annotations

from dataclasses import replace

import pytest

from panelpapers.rules import voters
from tests.harbour_board import harbour_board, with_minutes
from tests.hartwell import hartwell
from tests.rules.packs import found_by


def codes(text: str) -> list[tuple[str, int]]:
    """Give code and line of each problem in minutes of the first meeting."""
    return [(problem.code, problem.place.line) for problem in found_by(voters, with_minutes(text))]


def test_the_cases_are_sound() -> None:
    assert found_by(voters, harbour_board()) == found_by(voters, hartwell()) == []


SAT = 'sessions:\n  - {id: one, opened: "16:00", closed: "17:00"}\n  - {id: two, opened: "17:10", closed: "18:00"}\n'
VOTED = "minutes:\n  - number: 42\n    title: Dues\n    session: %s\n    motions:\n      - text: That dues rise.\n"
VOTED += "        votes:\n          %s: ann-ash\n"


@pytest.mark.parametrize(
    ("stay", "session", "side", "told"),
    [
        ("left: 17:09", "two", "for", True),
        ("left: 17:10", "two", "for", False),
        ("left: 17:09", "one", "for", False),
        ("left: 17:09", "two", "absent", False),
        ("left: 17:09", "two", "abstained", True),
        ("arrived: 17:01", "one", "against", True),
        ("arrived: 17:00", "one", "against", False),
        ("arrived: 17:01", "two", "against", False),
        ("sessions: [one]", "two", "for", True),
        ("sessions: [one]", "one", "for", False),
    ],
)
def test_nobody_votes_in_a_session_at_which_they_were_not(stay: str, session: str, side: str, told: bool) -> None:
    text = f"present:\n  - person: ann-ash\n    {stay}\n{SAT}{VOTED % (session, side)}"
    assert codes(text) == ([("voted-while-away", 14)] if told else [])


def test_of_several_days_nobody_knows_when_somebody_left() -> None:
    days = SAT.replace("id: two,", "id: two, day: 2026-12-01,")
    assert codes(f"present:\n  - person: ann-ash\n    left: 16:30\n{days}{VOTED % ('two', 'for')}") == []


@pytest.mark.parametrize(
    ("stay", "first", "second", "line"),
    [
        ("left: 17:00", "absent", "for", 12),
        ("left: 17:00", "for", "absent", 0),
        ("left: 17:00", "absent", "absent", 0),
        ("arrived: 17:00", "against", "absent", 9),
        ("arrived: 17:00", "absent", "against", 0),
        ("arrived: 16:30\n    left: 17:00", "absent", "for", 0),
        ('left: 17:00\n    away: [{from: "16:20", until: "16:30"}]', "absent", "for", 0),
        ("role: Member", "absent", "for", 0),
    ],
)
def test_whoever_left_does_not_vote_again(stay: str, first: str, second: str, line: int) -> None:
    text = f"present:\n  - person: ann-ash\n    {stay}\nminutes:\n  - number: 42\n    title: Dues\n    motions:\n"
    for name, side in (("a", first), ("b", second)):
        text += f"      - {{id: {name}, text: That dues rise., votes:\n          {{{side}: ann-ash}}\n        }}\n"
    assert codes(text) == ([("voted-while-away", line)] if line else [])


CASTING = "    motions:\n      - text: That dues rise.\n        votes:\n          for: 1\n          against: 1\n"
CASTING += "          casting: {by: bo-birch, vote: for}\n"


@pytest.mark.parametrize(
    ("listed", "minute", "told"),
    [
        ("", "    chair: ann-ash\n", True),
        ("", "    chair: bo-birch\n", False),
        ("    role: Chair\n", "", True),
        ("    role: Chair\n", "    chair: bo-birch\n", False),
        ("    role: Vice-Chair\n", "", False),
        ("", "", False),
    ],
)
def test_the_casting_vote_is_that_of_the_chair(listed: str, minute: str, told: bool) -> None:
    text = f"present:\n  - person: ann-ash\n{listed}  - person: bo-birch\nminutes:\n  - number: 42\n    title: Dues\n"
    assert [code for code, _ in codes(f"{text}{minute}{CASTING}")] == ["casting-not-by-chair"] * told


def test_the_chair_of_a_session_gives_its_casting_vote() -> None:
    sat = "sessions:\n  - {id: one, chair: ann-ash}\nminutes:\n  - number: 42\n    title: Dues\n    session: one\n"
    assert [code for code, _ in codes(f"{sat}{CASTING}")] == ["casting-not-by-chair"]


@pytest.mark.parametrize(
    ("group", "told"),
    [
        ("Grean group", True),
        ("Green group", False),
        ("Blue group", False),
        ("Green group 2", False),
        ("GREEN GROUP", True),
        ("Green group B", False),
        ("The Green group", False),
    ],
)
def test_a_group_is_written_in_one_way(group: str, told: bool) -> None:
    records = hartwell()
    people = dict(records.people)
    members = [name for name, person in people.items() if person.terms][:3]
    for name, own in zip(members, ("Green group", "Green group", group), strict=True):
        people[name] = people[name].model_copy(update={"group": own, "terms": []})
    found = found_by(voters.groups_nearly_alike, replace(records, people=people))
    assert [problem.code for problem in found] == ["groups-nearly-alike"] * told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("South Side Residents", "North Side Residents", False),
        ("Independent Group B", "Independent Group A", False),
        ("Independent Group II", "Independent Group I", False),
        ("Independents Group A", "Independent Group A", True),
        ("North side residents", "North Side Residents", True),
    ],
)
def test_groups_of_one_name_but_for_a_word_are_two(one: str, other: str, same: bool) -> None:
    people = dict(hartwell().people)
    for name, group in zip(people, (one, other, other), strict=False):
        people[name] = people[name].model_copy(update={"group": group})
    found = found_by(voters.groups_nearly_alike, replace(hartwell(), people=people))
    assert [problem.code for problem in found] == ["groups-nearly-alike"] * same
