"""Short forms and words in capitals, in whole documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.packs import problems_with

MINUTES = "meetings/2025-11-17/minutes.yml"


def unexplained(text: str, folder: Path) -> list[str]:
    """Give what the check says of short forms in a minute with a text."""
    files = {MINUTES: f"minutes:\n  - number: 1\n    title: Crime\n    text: >-\n      {text}\n"}
    found = problems_with(files, folder)
    return [problem.message for problem in found if problem.code == "abbreviation-unexplained"]


@pytest.mark.parametrize(
    "text",
    [
        "It was RESOLVED that the report be NOTED.",
        "RESOLVED TO NOTE THE REPORT. AYES: 7, NOES: 3, ABSTAINED: 1.",
        "The Panel did NOT agree.",
        "RURAL CRIME AND PRECEPT TRACKER: LCJB",  # all in capitals, as titles are: none can be told from a word
    ],
)
def test_words_in_capitals_need_no_explanation(text: str, tmp_path: Path) -> None:
    assert unexplained(text, tmp_path) == []


def test_names_of_people_in_capitals_need_no_explanation(tmp_path: Path) -> None:
    told = unexplained("The votes were AYES: REED, MOOR. NOES: GARCIA.", tmp_path)
    assert told == ['"GARCIA" is used here and explained nowhere in this document.']


def test_short_forms_need_one(tmp_path: Path) -> None:
    assert unexplained("RESOLVED that the LCJB report under PACE.", tmp_path) == [
        '"LCJB" is used here and explained nowhere in this document.',
        '"PACE" is used here and explained nowhere in this document.',
    ]


@pytest.mark.parametrize("text", ["LCJB", "RURAL CRIME. The LCJB will report.", "UPDATE (LCJB) a"])
def test_a_text_is_in_capitals_only_where_all_its_words_are(text: str, tmp_path: Path) -> None:
    assert '"LCJB" is used here and explained nowhere in this document.' in unexplained(text, tmp_path)


def test_a_word_that_is_a_short_form_anywhere_is_one_everywhere(tmp_path: Path) -> None:
    agenda = "items:\n  - number: 1\n    title: STEP\n    text: The Safer Towns Enforcement Plan (STEP).\n"
    files = {
        MINUTES: "minutes:\n  - number: 1\n    title: Crime\n    text: The STEP was NOTED.\n",
        "meetings/2026-02-02/agenda.yml": agenda,
    }
    told = [problem for problem in problems_with(files, tmp_path) if problem.code == "abbreviation-unexplained"]
    assert [(problem.place.file.rpartition("/")[2], problem.message) for problem in told] == [
        ("minutes.yml", '"STEP" is used here and explained nowhere in this document.')
    ]
