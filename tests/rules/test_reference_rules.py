"""Which id was meant, where a name, another spelling or a date was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.packs import problems_with

PEOPLE = """people:
  - id: ann-moor
    name: Ann Moor
    role: Member
  - id: carl-reed
    name: Carl Reed
    role: Member
  - id: carl-moor-reed
    name: Carl Moor Reed
    role: Member
  - id: j-scott
    name: J Scott
    role: Member
"""
MINUTES = "present:\n  - person: {}\nminutes:\n  - number: 920\n    title: Urgent business\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Cllr Ann Moor", "ann-moor"),
        ("Councillor Ann MOOR (Chair)", "ann-moor"),
        ("Ann-Moor", "ann-moor"),
        ("ann_moor", "ann-moor"),
        ("Moor, Ann", "ann-moor"),
        ("Ann", "ann-moor"),
        ("Cllr J. Scott", "j-scott"),
        ("an-moor", "ann-moor"),
        ("Cllr Scott", "j-scott"),
        ("Councillor Reed", None),  # two are called so
        ("Cllr", None),
        ("Reed", None),  # two are called so
        ("Cllr Carl Moor Reed", "carl-moor-reed"),
        ("Zoë Quartz", None),
        ('"—"', None),
    ],
)
def test_a_name_leads_to_its_id(typed: str, meant: str | None, tmp_path: Path) -> None:
    files = {"people.yml": PEOPLE, "meetings/2025-11-17/minutes.yml": MINUTES.format(typed)}
    told = [problem for problem in problems_with(files, tmp_path) if "minutes.yml" in problem.place.file]
    (problem,) = [problem for problem in told if problem.code == "unknown-reference"]
    assert (problem.place.line, problem.place.column) == (2, 13)
    assert problem.suggestion == (f"  - person: {meant}" if meant else None)


@pytest.mark.parametrize("name", ["votes", "note", "noted", "not", "noes"])
def test_no_name_of_what_may_be_published_is_taken_for_notes(name: str, tmp_path: Path) -> None:
    minutes = f"minutes:\n  - number: 920\n    title: Urgent business\n    {name}: Ann Moor 9, Carl Reed 7\n"
    problems = problems_with({"meetings/2025-11-17/minutes.yml": minutes}, tmp_path)
    (problem,) = [problem for problem in problems if problem.code == "unknown-name"]
    assert "notes" not in (problem.suggestion or "")
    assert 'Did you mean "notes"' not in problem.fix


@pytest.mark.parametrize(
    ("uses", "told"),
    [
        (1, [("unknown-reference", "minutes.yml", 2)]),
        (2, [("unused-id", "people.yml", 2)]),
    ],
)
def test_an_id_that_was_mistyped_where_it_is_given_is_told_there(uses: int, told: object, tmp_path: Path) -> None:
    minutes = (
        "present:\n" + "  - person: ann-moore\n" * uses + "minutes:\n  - number: 920\n    title: Urgent business\n"
    )
    files = {"people.yml": PEOPLE, "meetings/2025-11-17/minutes.yml": minutes}
    found = [
        (problem.code, Path(problem.place.file).name, problem.place.line)
        for problem in problems_with(files, tmp_path)
        if problem.code in ("unknown-reference", "unused-id")
    ]
    assert found == told


def test_an_id_that_somebody_names_is_right(tmp_path: Path) -> None:
    minutes = (
        "present:\n"
        + "  - person: ann-moore\n" * 2
        + "  - person: ann-moor\nminutes:\n  - number: 920\n    title: A\n"
    )
    files = {"people.yml": PEOPLE, "meetings/2025-11-17/minutes.yml": minutes}
    codes = [problem.code for problem in problems_with(files, tmp_path)]
    assert codes.count("unknown-reference") == 2
    assert "unused-id" not in codes
