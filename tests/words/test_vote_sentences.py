"""What is said of motions, votes and deferrals, word for word."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.facts.votes import Vote
from panelpapers.records.minutes import Minute
from panelpapers.records.votes import MajorityNeeded, Motion
from panelpapers.words import votes as words
from tests.hartwell import hartwell


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ({}, "Motion"),
        ({"id": "a"}, "Motion a"),
        ({"id": "b", "amends": "a"}, "Amendment b"),
        ({"id": "amendment-1", "amends": "a"}, "Amendment 1"),
        ({"id": "b", "amends": "a", "title": "Labour amendment"}, "Labour amendment"),
    ],
)
def test_a_motion_is_named_as_the_minutes_name_it(typed: dict[str, str], name: str) -> None:
    assert words.motion(Motion.model_validate({"text": "That it be so.", **typed})) == name


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"share": "2/3", "of": "votes cast"}, "at least two thirds of the votes cast, without abstentions"),
        ({"share": "more than 1/2", "of": "all members"}, "more than half of the members"),
        (
            {"share": "more than 1/2", "of": "members present", "number": "12"},
            "more than half of the 12 members present",
        ),
        ({"share": "5/8", "of": "all members"}, "at least 5/8 of the members"),
        ({"share": "60%", "of": "votes cast"}, "at least three fifths of the votes cast, without abstentions"),
        ({"share": "100%", "of": "members present"}, "all members present"),
        ({"share": "100%", "of": "all members", "number": "9"}, "all 9 members"),
    ],
)
def test_the_majority_that_was_needed(typed: dict[str, str], said: str) -> None:
    assert words.needed(MajorityNeeded.model_validate(typed)) == said


def test_the_numbers_of_votes_in_one_line() -> None:
    assert [words.in_short(vote) for vote in Dossier(hartwell()).votes] == [
        "",
        "3 for, 3 against, casting vote for",
        "3 for, 2 against, 1 abstained",
        "3 for, 1 against, 1 abstained, 1 took no part because of an interest",
        "1 for, 3 against, 1 abstained",
        "5 for, 0 against",
    ]


def test_motions_that_were_put_against_each_other_are_told_with_those_for_each() -> None:
    motion = {"id": "motion", "text": "To close it.", "result": "lost", "votes": {"for": "6"}}
    amendment = {"id": "amendment", "amends": "motion", "text": "To keep it.", "put_against": "motion"}
    voted = {**amendment, "result": "carried", "votes": {"for": "9", "abstained": "1"}}
    minute = {"number": "2", "title": "The school", "motions": [motion, voted]}
    made = Minute.model_validate(minute)
    first, second = (Vote("2026-03-19", made, motion) for motion in made.motions)
    assert words.in_short(first) == "6 for, put against Amendment (9 for)"
    assert words.in_short(second) == "9 for, 1 abstained, put against Motion (6 for)"


def test_what_was_voted_on_is_named_with_its_minute() -> None:
    assert [words.name(vote) for vote in Dossier(hartwell()).votes] == [
        "Election of minute 110",
        "Motion of minute 111",
        "Motion on notice of minute 112",
        "Motion a of minute 101",
        "Amendment b of minute 101",
        "Resolution 101 (ii)",
    ]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 3, 16), "16 March 2026: 0 days by 16 March 2026, the day this page was made"),
        (date(2026, 3, 17), "16 March 2026: 1 day by 17 March 2026, the day this page was made"),
        (date(2027, 3, 16), "16 March 2026: 365 days by 16 March 2027, the day this page was made"),
    ],
)
def test_for_how_long_business_waits(today: date, said: str) -> None:
    assert words.age(date(2026, 3, 16), today) == said


def test_results_are_told_in_words_that_stand_alone() -> None:
    assert [words.result(result) for result in ("lost", "not put", "out of order", None)] == [
        *("lost", "not put to the vote", "ruled out of order", "")
    ]
