"""Votes, motions and deferrals that cannot be, each as one slip in the records of a town council."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.reading.folder import read_folder
from panelpapers.records.minutes import Minutes
from panelpapers.records.people import Person
from panelpapers.records.publication import Records
from panelpapers.rules import deferrals, exempt, minutes, voters, votes
from panelpapers.rules.numbering import repeated_entry
from tests.hartwell import FOLDER, JUNE, MARCH, MAY, hartwell
from tests.river_valley import changed, copy_with
from tests.rules.packs import found_by

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parents[1] / "cases" / "vote-slips.yml")
FILES = {"march": MARCH, "may": MAY, "june": JUNE}
RULES = (repeated_entry, votes, voters, deferrals, minutes)


def test_nothing_is_wrong() -> None:
    assert found_by(RULES, hartwell()) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_slip_is_told_where_it_stands(case: dict[str, Any], tmp_path: Path) -> None:
    file = FILES[case["file"]]
    found = found_by(RULES, changed(tmp_path, file, case["typed"], case["instead"], FOLDER))
    assert {problem.code for problem in found} == set(case["codes"])
    lines = (tmp_path / "data" / file).read_text(encoding="utf-8").splitlines()
    assert all(case["at"] in lines[problem.place.line - 1] for problem in found[:1])


def test_some_may_be_named_of_those_who_are_counted(tmp_path: Path) -> None:
    some = changed(tmp_path, MAY, "      ed-elm: 2\n", "      ed-elm: {count: 2, people: [ed-elm]}\n", FOLDER)
    found = found_by(RULES, some)
    assert [(problem.code, problem.severity) for problem in found] == [("count-and-names", "warning")]


def test_candidates_whose_votes_are_not_given(tmp_path: Path) -> None:
    typed, instead = "      ed-elm: 2\n    elected: ann-ash\n", "    elected: ed-elm\n"
    listed = "    election:\n      - person: ed-elm\n      - person: ann-ash\n        votes: 3\n"
    changed(tmp_path, MAY, typed, instead, FOLDER)
    text = (tmp_path / "data" / MAY).read_text(encoding="utf-8")
    start, end = text.index("    election:"), text.index("    elected:")
    (tmp_path / "data" / MAY).write_text(text[:start] + listed + text[end:], encoding="utf-8")
    records = read_folder(tmp_path / "data").records
    assert found_by(RULES, records) == []
    assert [candidate.person for candidate in records.minutes["2026-05-11"].minutes[0].election] == [
        *("ed-elm", "ann-ash")
    ]


def test_nothing_is_said_of_who_was_there_where_nobody_is_listed(tmp_path: Path) -> None:
    text = (FOLDER / MARCH).read_text(encoding="utf-8")
    listed = text[text.index("present:") : text.index("minutes:\n")]
    assert found_by(RULES, changed(tmp_path, MARCH, listed, "", FOLDER)) == []


def test_a_promise_cannot_have_the_place_of_a_motion(tmp_path: Path) -> None:
    promise = (
        "    themes:\n      - title: Light\n        exchanges:\n          - asked: Will it be lit?\n"
        "            answered: It will be looked at.\n            undertakings:\n              - id: motion-b\n"
        "                text: The Clerk will look at it.\n                owner: the Town Clerk\n    resolutions:\n"
        "      - numeral: i\n"
    )
    records = changed(tmp_path, MARCH, "    resolutions:\n      - numeral: i\n", promise, FOLDER)
    assert [problem.code for problem in found_by(repeated_entry, records)] == ["repeated-number"]


@pytest.mark.parametrize(
    "field", ["motions:\n      - text: That it stay so.", "why: It is so.\n    outcome: deferred"]
)
def test_a_minute_of_a_private_item_that_tells_more_than_what_was_resolved(field: str, tmp_path: Path) -> None:
    meeting = "meetings/2027-03-31/minutes.yml"
    data = copy_with(
        tmp_path, {meeting: f"minutes:\n  - number: 19\n    title: Staffing\n    item: 8\n    {field}\n"}
    )
    found = found_by(exempt.exempt_minute, read_folder(data).records)
    assert [problem.code for problem in found] == ["exempt-minute"]


def test_business_can_be_put_off_to_another_meeting_of_the_same_day(tmp_path: Path) -> None:
    changed(tmp_path, MARCH, "    until: 2026-05-11\n", "    until: 2026-03-16-evening\n", FOLDER)
    evening = tmp_path / "data" / "meetings" / "2026-03-16-evening"
    evening.mkdir()
    (evening / "meeting.yml").write_text("starts: 20:00\nstate: held\n", encoding="utf-8")
    assert found_by(RULES, read_folder(tmp_path / "data").records) == []


def test_nothing_follows_from_a_vote_of_somebody_whom_nobody_knows() -> None:
    voted = {
        "text": "To act.",
        "result": "carried",
        "votes": {"for": ["ann-ash"], "against": ["bo-birch", "cy-cole"]},
    }
    minute = {"number": "1", "title": "A", "motions": [voted]}
    minutes = {"2026-03-19": Minutes.model_validate({"minutes": [minute]})}
    names = ("ann-ash", "bo-birch", "cy-cole")
    people = {name: Person.model_validate({"id": name, "name": name, "role": "Member"}) for name in names}
    found = found_by(votes.tally_and_result, Records(minutes=minutes, people=people))
    assert [problem.code for problem in found] == ["tally-and-result"]
    del people["cy-cole"]
    assert found_by(votes.tally_and_result, Records(minutes=minutes, people=people)) == []
