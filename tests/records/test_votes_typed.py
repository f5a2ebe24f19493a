"""A value may stand where a group of fields could: a number, ids, or the name of a group; each keeps its place."""

from __future__ import annotations

import pytest

from panelpapers.reading.validate import read_record
from panelpapers.records.minutes import Minute, Minutes
from panelpapers.records.problem import Problem
from panelpapers.records.votes import Votes

MINUTE = "minutes:\n  - number: 1\n    title: Works\n"
VOTES = f"{MINUTE}    motions:\n      - text: That the works be paid for.\n        votes:\n"


def minute(typed: str) -> Minute:
    record, problems = read_record(typed.encode(), "minutes.yml", Minutes)
    assert problems == ()
    assert record
    return record.minutes[0]


def votes(*typed: str) -> Votes:
    found = minute(VOTES + "".join(f"          {line}\n" for line in typed)).motions[0].votes
    assert found
    return found


def problem(typed: str) -> Problem:
    record, problems = read_record(typed.encode(), "minutes.yml", Minutes)
    assert record is None
    return problems[0]


@pytest.mark.parametrize(
    ("typed", "number", "people"),
    [
        ("for: 9", 9, []),
        ("for: 0", 0, []),
        ("for: ann-ash", 1, ["ann-ash"]),
        ("for: ann-ash, bo-birch", 2, ["ann-ash", "bo-birch"]),
        ("for: ann-ash, bo-birch, and cy-cole", 3, ["ann-ash", "bo-birch", "cy-cole"]),
        ("for: ann-ash and bo-birch", 2, ["ann-ash", "bo-birch"]),
        ("for: [ann-ash, bo-birch]", 2, ["ann-ash", "bo-birch"]),
        ("for: []", 0, []),
        ("for: {count: 9, people: [ann-ash]}", 9, ["ann-ash"]),
    ],
)
def test_a_tally_is_a_number_or_people(typed: str, number: int, people: list[str]) -> None:
    ((side, tally),) = votes(typed).tallies
    assert (side, tally.number, tally.people) == ("for", number, people)


@pytest.mark.parametrize("typed", ["none", "Nil", "Nobody.", "no one"])
def test_nobody_in_a_vote_is_a_nought(typed: str) -> None:
    found = problem(f"{VOTES}          against: {typed}\n")
    assert (found.code, found.suggestion) == ("whole-number", "          against: 0")


def test_nobody_in_a_list_of_ids_is_left_out() -> None:
    found = problem(f"{MINUTE}    elected: None.\n")
    assert (found.code, found.fix) == ("list-needed", "Delete this line.")


def test_what_is_left_out_is_not_said() -> None:
    assert votes("how: By show of hands.").tallies == ()
    assert votes("for: {}").tallies == ()
    assert [side for side, _ in votes("absent: 1", "for: 2", "took_no_part: 1").tallies] == [
        *("for", "took no part", "absent")
    ]


def test_each_value_keeps_its_place() -> None:
    found = votes("for: [ann-ash,", "  bo-birch]", "against: 3")
    assert found.for_
    assert found.against
    assert (found.for_.at("people", 1).line, found.for_.at("people", 1).column) == (8, 13)
    assert (found.against.at("count").line, found.against.at("count").column) == (9, 20)


@pytest.mark.parametrize(
    ("typed", "person", "group"),
    [("ann-ash", "ann-ash", None), ("Green group", None, "Green group"), ("{group: Greens}", None, "Greens")],
)
def test_a_mover_is_a_person_or_a_group(typed: str, person: str | None, group: str | None) -> None:
    moved = (
        minute(f"{MINUTE}    motions:\n      - text: That it be so.\n        moved_by: {typed}\n").motions[0].moved_by
    )
    assert moved
    assert (moved.person, moved.group) == (person, group)
    assert moved.at("group").line == 6


def test_candidates_stand_by_their_ids() -> None:
    found = minute(f"{MINUTE}    election:\n      ann-ash: 9\n      ed-elm: [bo-birch]\n    elected: ann-ash\n")
    assert [(one.person, one.votes.number if one.votes else None) for one in found.election] == [
        *(("ann-ash", 9), ("ed-elm", 1))
    ]
    assert (found.election[1].at("person").line, found.election[1].at("votes").column) == (6, 15)
    assert found.elected == ["ann-ash"]


def test_what_a_candidate_cannot_have_is_told_where_it_stands() -> None:
    told = problem(f"{MINUTE}    election:\n      ann-ash: 9\n      ed-elm: 2.5\n")
    assert (told.code, told.place.line, told.place.column) == ("whole-number", 6, 15)


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        *(("for: seven", "for: 7"), ("against: Two", "against: 2"), ("abstained: zero", "abstained: 0")),
        *(("for: Twenty-one", "for: 21"), ("for: forty", "for: 40"), ("for: thirty two", "for: 32")),
    ],
)
def test_a_number_in_words_is_a_number(typed: str, instead: str) -> None:
    told = problem(f"{MINUTE}    motions:\n      - text: That it be so.\n        votes:\n          {typed}\n")
    assert (told.code, told.place.line) == ("number-form", 7)
    assert (told.suggestion or "").strip() == instead


def test_the_numbers_of_a_vote_are_never_lost_with_a_suggestion() -> None:
    told = problem(f"{MINUTE}    motions:\n      - text: That it be so.\n        result: carried 2-1\n")
    assert told.code == "result-and-numbers"
    assert told.suggestion is None
    assert "elow votes" in told.fix


def test_a_result_that_is_nearly_one() -> None:
    told = problem(f"{MINUTE}    motions:\n      - text: That it be so.\n        result: carryed\n")
    assert told.suggestion == "        result: carried"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("passed", "carried"), ("Motion carried", "carried"), ("failed", "lost"), ("not carried", "lost"),
        ("defeated", "lost"), ("postponed", "deferred"), ("tabled", None), ("not passed yet", None),
        ("Passed", "carried"), ("did not pass", "lost"), ("unanimous", "carried unanimously"),
        ("not putt", "not put"), ("unanimously agreed", "carried unanimously"), ("rejected unanimously", "lost"),
        ("unanimously refused", "lost"),
        ("dismissed unanimously", None), ("agreed without a vote", "carried without a vote"), ("uncarried", None),
        ("never carried", None), ("carried over", "deferred"), ("amendment lost motion carried", None),
    ],
)  # fmt: skip
def test_no_result_is_proposed_that_means_another(typed: str, meant: str | None) -> None:
    told = problem(f"{MINUTE}    motions:\n      - text: That it be so.\n        result: {typed}\n")
    assert told.suggestion == (f"        result: {meant}" if meant else None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("continued", "deferred"), ("postponed", "deferred"), ("passed", None), ("reached", None)],
)
def test_an_outcome_is_proposed_by_what_it_means(typed: str, meant: str | None) -> None:
    assert problem(f"{MINUTE}    outcome: {typed}\n").suggestion == (f"    outcome: {meant}" if meant else None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ayes: 4", "for: 4"), ("In favour: 4", "for: 4"), ("noes: 4", "against: 4"), ("Nein: 4", "against: 4")],
)
def test_what_minutes_call_the_sides_leads_to_their_names(typed: str, meant: str) -> None:
    assert problem(f"{VOTES}          {typed}\n").suggestion == f"          {meant}"


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [("ayes", "for"), ("In favor", "for"), ("noes", "against"), ("abstain", "abstained"), ("mover", "moved_by")],
)
def test_other_words_for_a_field(typed: str, suggested: str) -> None:
    where = MINUTE + "    motions:\n      - text: That it be so.\n" if suggested == "moved_by" else VOTES
    indent = " " * (8 if suggested == "moved_by" else 10)
    told = problem(f"{where}{indent}{typed}: ann-ash\n")
    assert (told.code, told.suggestion) == ("unknown-name", f"{indent}{suggested}: ann-ash")


def test_names_with_commas_are_told_one_by_one() -> None:
    tally = votes("against: Birch, Hazel").against
    assert tally is not None
    assert tally.people == ["Birch", "Hazel"]
