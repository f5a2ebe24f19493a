from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.records.actions import PublicQuestion
from panelpapers.records.minutes import Minutes
from panelpapers.records.publication import Records
from panelpapers.rules.questions import private_details
from tests.harbour_board import with_minutes
from tests.river_valley import changed, river_valley
from tests.rules.packs import found_by

CASES: dict[str, list[Any]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[1] / "cases" / "private-details.yml").read_text(encoding="utf-8")
)


def asking(**fields: str) -> Records:
    question = PublicQuestion.model_validate({"id": "one", "question": "Why?", **fields})
    return replace(river_valley(), minutes={"2027-01-20": Minutes(minutes=[], questions=[question])})


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["text"])
@pytest.mark.parametrize("field", ["asked_by", "question", "answer"])
def test_a_detail_of_a_private_person_is_an_error(case: dict[str, str], field: str) -> None:
    found = found_by(private_details, asking(**{field: case["text"]}))
    assert [(one.code, one.severity) for one in found] == [("private-details", "error")]
    assert case["what"] in found[0].message


@pytest.mark.parametrize("text", CASES["nothing"])
def test_nothing_is_said_of_ordinary_words_and_of_what_is_public_anyway(text: str) -> None:
    assert found_by(private_details, asking(question=text)) == []


def test_the_message_does_not_repeat_the_detail_and_points_at_the_text(tmp_path: Path) -> None:
    file = "meetings/2027-03-31/minutes.yml"
    records = changed(tmp_path, file, "Who pays for the lights?", "Who pays? I am on 07700 900123.")
    (problem,) = found_by(private_details, records)
    assert "900123" not in problem.message
    assert problem.place.file.endswith(file)
    assert problem.place.line == 50


@pytest.mark.parametrize(
    ("detail", "beginning"), [("b1 1bb", "b1"), ("ZZ99 3Z", "ZZ"), ("ZZ99 3ZZ", "ZZ9"), ("07700 900123", "077")]
)
def test_of_a_detail_no_more_is_told_than_where_it_stands(detail: str, beginning: str) -> None:
    told = [one.message for one in found_by(private_details, asking(question=f"It is {detail}."))]
    assert told == [] or f'beginning with "{beginning}"' in told[0]
    assert bool(told) == (detail != "ZZ99 3Z")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("public_comment:\n  - name: Jo Stone, 12 Mill Lane", 2),
        ("public_comment:\n  - name: Jo Stone, Mill Lane 92626", 2),
        ("public_comment:\n  - text: Asked for trees.\n    answer: Write to jo@example.org.", 3),
        ("petitions:\n  - title: Trees\n    petitioner: Jo Stone, 12b Mill Lane", 3),
        ("petitions:\n  - title: Trees\n    became: It was sent to ZZ99 3ZZ.", 3),
    ],
)
def test_what_the_public_says_and_signs_leads_to_nobody_either(typed: str, line: int) -> None:
    found = found_by(private_details, with_minutes(typed))
    assert [(problem.code, problem.place.line) for problem in found] == [("private-details", line)]


@pytest.mark.parametrize(
    "typed",
    [
        "public_comment:\n  - name: Jo Stone\n    spoke_for: Friends of 12 Mill Lane",
        "public_comment:\n  - text: The wall at 12 Mill Lane fell.",
        "petitions:\n  - title: Trees for Route 12\n    petitioner: Year 6 of Mill School",
    ],
)
def test_a_place_that_is_spoken_of_is_no_home(typed: str) -> None:
    assert found_by(private_details, with_minutes(typed)) == []
