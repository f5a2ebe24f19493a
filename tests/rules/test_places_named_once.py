"""No record takes the name of a place that its page has already, and no two records share one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from panelpapers.pages.claims import AddressTwice
from panelpapers.reading.folder import read_folder
from panelpapers.rules import numbering
from panelpapers.rules.numbering import PLACES_OF_A_PAPER
from tests.river_valley import TEMPLATES, copy_with, site_of
from tests.rules.packs import found_by

PAPER = """
title: A paper in parts
kind: report
item: 3
published: 2027-03-24
summary: The paper has parts.
background_papers: none
parts:
  - id: {part}
    title: The first part
    sections:
      - title: Patrols
        paragraphs:
          - number: 1
            text: It is so.
"""
QUESTION = "\nquestions:\n  - id: {}\n    question: When is it open?\n    answer: Every day.\n"
FILE = "meetings/2027-03-31/papers/parts.yml"


def told(data: Path) -> list[str]:
    return [problem.code for problem in found_by(numbering, read_folder(data).records)]


@pytest.mark.parametrize("part", [*sorted(PLACES_OF_A_PAPER), "recommendation-i", "paragraph-1", "annex-paragraph-4"])
def test_a_part_that_takes_a_place_of_its_page(part: str, tmp_path: Path) -> None:
    assert told(copy_with(tmp_path, {FILE: PAPER.format(part=part)})) == ["repeated-number"]


@pytest.mark.parametrize("part", ["annex-one", "recommendation", "main-points", "paragraph"])
def test_a_part_with_a_name_of_its_own(part: str, tmp_path: Path) -> None:
    assert told(copy_with(tmp_path, {FILE: PAPER.format(part=part)})) == []


def test_every_place_that_the_template_names_is_known() -> None:
    pieces = ("main.html", "panel/paper.html", "panel/_meetings.html", "panel/moved-places.html")
    named = re.findall(r'\bid="([a-z-]+)"', "".join((TEMPLATES / piece).read_text("utf-8") for piece in pieces))
    assert set(named) == PLACES_OF_A_PAPER


def test_two_questions_of_one_address(tmp_path: Path) -> None:
    first, second = "meetings/2027-01-20/minutes.yml", "meetings/2027-01-20-visit/minutes.yml"
    data = copy_with(tmp_path, {})
    minutes = (data / first).read_text("utf-8")
    (data / second).parent.mkdir()
    (data / "meetings/2027-01-20-visit/meeting.yml").write_text("starts: 14:00\nstate: held\n", "utf-8")
    for name, question in ((first, "visit-hours"), (second, "hours")):
        (data / name).write_text(minutes + QUESTION.format(question), "utf-8")
    assert told(data) == ["repeated-number"]
    (data / second).write_text(minutes + QUESTION.format("days"), "utf-8")
    assert told(data) == []


def test_no_site_is_made_with_a_place_twice(tmp_path: Path) -> None:
    records = read_folder(copy_with(tmp_path, {FILE: PAPER.format(part="main")})).records
    with pytest.raises(AddressTwice, match='"main"'):
        site_of(records)
