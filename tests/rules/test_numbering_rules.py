"""Numbers of every form: two that give one address, none at all, what points nowhere, and rows that are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from panelpapers.publication import check_folder
from panelpapers.reading.folder import read_folder
from panelpapers.records.pointers import pointers
from panelpapers.records.problem import Problem
from panelpapers.rules import numbering, spoken
from tests.bodies import copy_of
from tests.rules.packs import found_by, problems_with

AGENDA = "meetings/2022-06-24/agenda.yml"
MINUTES = "meetings/2022-06-24/minutes.yml"
SECTIONS = "meetings/2020-02-04/agenda.yml"


def problems(body: str, folder: Path, file: str, typed: str, instead: str) -> list[Problem]:
    """Give what is told of a copy of a body in which one passage of a file is another."""
    data = copy_of(body, folder, file, typed, instead)
    reading = read_folder(data)
    assert reading.problems == ()
    return found_by(numbering, reading.records)


YEAR, SECTION = "numbers-with-a-year", "numbers-by-section"
CASES = [
    (
        "two forms of one number",
        (YEAR, AGENDA, "number: 26/22", "number: 25-22b"),
        "repeated-number",
        "The address of item 25-22b is that of item 25/22 b) too, on line 13.",
    ),
    (
        "a minute with the number of a resolution",
        (YEAR, "meetings/2022-04-08/minutes.yml", "number: 22/22", "number: 21/22a"),
        "repeated-number",
        "The address of minute 21/22a is that of resolution (a) of minute 21/22 too, on line 9.",
    ),
    (
        "two resolutions in capitals and in small letters",
        (YEAR, "meetings/2022-04-08/minutes.yml", "numeral: (b)", "numeral: A"),
        "repeated-number",
        "The address of resolution A of minute 21/22 is that of resolution (a) of minute 21/22 too, on line 9.",
    ),
    (
        "an id that is another number",
        (SECTION, SECTIONS, "    id: welcome\n", "    id: cc-2\n"),
        "repeated-number",
        "The address of item CC-2 is that of item “Words of welcome” too, on line 3.",
    ),
    (
        "the heading of another",
        (SECTION, SECTIONS, "    id: welcome\n", "    id: cc-heading\n"),
        "repeated-number",
        "The address of the heading of item CC is that of item “Words of welcome” too, on line 3.",
    ),
    (
        "a section without its id",
        (SECTION, SECTIONS, "    id: old-business\n", ""),
        "no-number",
        "This item has neither a number nor an id, of which its address could be made.",
    ),
    (
        "an item that is not there",
        (YEAR, MINUTES, "item: 25/22 c)", "item: 25/22 d)"),
        "unknown-item",
        'There is no item "25/22 d)" on the agenda of 2022-06-24.',
    ),
    (
        "one of several items that is not there",
        (YEAR, MINUTES, "[25/22 a), 25/22b]", "[25/22 a), 25/22z]"),
        "unknown-item",
        'There is no item "25/22z" on the agenda of 2022-06-24.',
    ),
    (
        "a gap",
        (YEAR, "meetings/2022-04-08/minutes.yml", "number: 22/22", "number: 24/22"),
        "minute-order",
        "Minute 24/22 stands where the numbers around it ask for 22/22.",
    ),
    (
        "a lower number",
        (YEAR, MINUTES, "number: 26/22\n    title: What", "number: 19/22\n    title: What"),
        "minute-order",
        "Minute 19/22 stands after minute 25/22.",
    ),
    (
        "a number of an earlier meeting",
        (YEAR, MINUTES, "number: 26/22\n    title: What", "number: 21/22\n    title: What"),
        "number-again",
        "Another meeting has minute 21/22 too, and the numbers run on from meeting to meeting.",
    ),
    (
        "a number of another row",
        (YEAR, "meetings/2022-04-08/minutes.yml", "number: 22/22", "number: 24/23"),
        None,
        "",
    ),
]


@pytest.mark.parametrize(("title", "case", "code", "message"), CASES, ids=[title for title, *_ in CASES])
def test_each_case_is_told(
    title: str, case: tuple[str, str, str, str], code: str | None, message: str, tmp_path: Path
) -> None:
    found = problems(case[0], tmp_path, *case[1:])
    told = {problem.code: problem.message for problem in found}
    assert told.get(code or "", "") == message, title
    assert code is not None or not told


@pytest.mark.parametrize("body", [YEAR, SECTION])
def test_nothing_is_wrong_with_the_bodies(body: str, tmp_path: Path) -> None:
    assert check_folder(copy_of(body, tmp_path)).problems == ()


def test_numbers_of_two_sections_that_are_alike_are_told_with_all_cures(tmp_path: Path) -> None:
    found = problems(
        SECTION, tmp_path, SECTIONS, "    id: public-hearings\n    begin_again: yes\n", "    id: hearings\n"
    )
    assert {problem.code for problem in found} == {"unknown-item"}
    text = (tmp_path / "data" / SECTIONS).read_text().replace("    begin_again: yes\n", "")
    (tmp_path / "data" / SECTIONS).write_text(text)
    told = found_by(numbering.repeated_entry, read_folder(tmp_path / "data").records)
    assert [problem.message for problem in told] == ["The address of item 1 is that of item 1 too, on line 14."]
    assert 'add an id to item 1, such as "id: the-pier"' in told[0].fix
    assert "add begin_again: yes to the heading" in told[0].fix


def test_an_id_is_offered_for_each_of_several_alike_and_nothing_else_is_lost(tmp_path: Path) -> None:
    more = "\n  - title: Public comment\n  - title: Public comment\n    text: On all else.\n"
    data = copy_of(SECTION, tmp_path, SECTIONS, "            title: Planks\n", f"            title: Planks{more}")
    found = check_folder(data).problems
    told = [problem for problem in found if problem.code == "no-number"]
    assert [problem.suggestion for problem in told] == [
        "  - id: public-comment\n    title: Public comment",
        "  - id: public-comment-2\n    title: Public comment",
    ]
    assert not [problem for problem in found if problem.code == "repeated-number"]
    lines = (data / SECTIONS).read_text().split("\n")
    for problem in told:
        lines[problem.place.line - 1] = problem.suggestion or ""
    (data / SECTIONS).write_text("\n".join(lines))
    assert {problem.code for problem in check_folder(data).problems} == {"item-without-minute"}
    assert "On all else." in (data / SECTIONS).read_text()


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("- {title: Thanks}", None),
        ("- title: >-\n      Many\n      thanks", "  - id: many-thanks\n    title: >-"),
        ("- title: Many\n      thanks", "  - id: many-thanks\n    title: Many"),
    ],
)
def test_an_id_is_offered_where_the_title_begins_its_line(title: str, line: str | None, tmp_path: Path) -> None:
    (problem,) = problems(
        SECTION, tmp_path, SECTIONS, "            title: Planks\n", f"            title: Planks\n  {title}\n"
    )
    assert (problem.code, problem.suggestion) == ("no-number", line)
    assert "thanks" in problem.fix


def test_what_points_to_a_number_finds_the_item_that_has_an_id_too(tmp_path: Path) -> None:
    data = copy_of(YEAR, tmp_path, AGENDA, "number: b)\n", "number: b)\n        id: pumps\n")
    assert check_folder(data).problems == ()
    named = [str(held.value) for _, held in pointers(read_folder(data).records)]
    assert "pumps" in named
    assert "25-22-b" not in named


def test_the_short_number_of_a_part_is_answered_with_the_whole_one(tmp_path: Path) -> None:
    (problem,) = problems(YEAR, tmp_path, MINUTES, "item: 25/22 c)", "item: a)")
    assert problem.fix == 'Write which is meant: "25/22 a)".'
    assert problem.suggestion == "    item: 25/22 a)"


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("minute 21/22 (b)", None),
        ("minute 21/22 (c)", "minute 21/22 (c)"),
        ("resolution a of minute 21/22", None),
        ("minute 27/22", "minute 27/22"),
        ("minute 26/22", None),
        ("minute 19/22", None),  # an earlier meeting than those on this site may have it
        ("minute 27/21", None),  # another row
        ("minute 27", None),
        ("minute 25A/22", None),
        ("item 25/22 (a)", None),
        ("item 25/22b", None),
        ("item 25/22 d)", "item 25/22 d)"),
        ("item 24/22 (a)", None),  # what is not divided may well have a paragraph (a)
        ("item 29/22", "item 29/22"),
    ],
)
def test_a_text_that_speaks_of_a_number_is_believed_unless_all_that_could_have_it_is_known(
    said: str, missing: str | None, tmp_path: Path
) -> None:
    data = copy_of(YEAR, tmp_path, AGENDA, "from minute 21/22 (a).", f"from {said}.")
    told = [problem.message for problem in found_by(spoken, read_folder(data).records)]
    assert told == ([f"This text speaks of {missing}, and there is none."] if missing else [])


def test_where_nothing_has_a_number_addresses_are_made_of_titles_that_no_other_entry_has(tmp_path: Path) -> None:
    agenda = "meetings/2026-01-05/agenda.yml"
    items = "items:\n  - title: Fares\n  - title: ＋\n  - title: Piers\n  - title: Piers\n"
    told = [problem for problem in problems_with({agenda: items}, tmp_path) if problem.code != "unknown-item"]
    assert [(problem.code, problem.suggestion) for problem in told] == [
        ("no-number", "  - id: item-2\n    title: ＋"),
        ("no-number", "  - id: piers\n    title: Piers"),
        ("entry-twice", None),
        ("no-number", "  - id: piers-2\n    title: Piers"),
    ]
    agendas = read_folder(tmp_path / "data").records.agendas
    assert agendas["2026-01-05"].items[0].key == "fares"
