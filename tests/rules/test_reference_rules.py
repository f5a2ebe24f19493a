"""Which id was meant, where a name, another spelling or a date was typed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from panelpapers.publication import check_folder
from panelpapers.records.names import one_slip
from panelpapers.records.problem import Problem
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
  - id: ben-long
    name: Ben Long
    role: Member
  - id: ben-long-officer
    name: Ben Long
    role: Clerk
"""
MINUTES = "present:\n  - person: {}\nminutes:\n  - number: 920\n    title: Urgent business\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("an-moor", "ann-moor"),
        ("Ann", "ann-moor"),
        ("Councillor Ann Moore", "ann-moor"),
        ("Anne Moor", "ann-moor"),
        ("Cllr", None),
        ("Zoë Quartz", None),
        ('"—"', None),
    ],
)
def test_what_is_nearly_a_name_leads_to_an_id_to_try(typed: str, meant: str | None, tmp_path: Path) -> None:
    (problem,) = _told(typed, tmp_path)
    assert (problem.code, problem.place.line, problem.place.column) == ("unknown-reference", 2, 13)
    assert problem.suggestion == (f"  - person: {meant}" if meant else None)


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("Councillor Ann MOOR (Chair)", "Chair"),
        ("Moor, Ann (Member for north)", "Member for north"),
        ("Ann Moor, Chair of Policy", "Chair of Policy"),
        ("Ann Moor (Chair) until 4pm", None),
    ],
)
def test_a_role_that_was_typed_with_a_name_goes_to_a_line_of_its_own(
    typed: str, role: str | None, tmp_path: Path
) -> None:
    (problem,) = _told(typed, tmp_path)
    assert problem.fix == 'Did you mean "ann-moor"?'
    assert problem.suggestion == (f"  - person: ann-moor\n    role: {role}" if role else None)


@pytest.mark.parametrize("typed", ["Councillor Reed", "Reed", "C. Reed", "REED, C", "Cllr Ben Long"])
def test_several_who_may_be_meant_are_asked_about_with_all_ids(typed: str, tmp_path: Path) -> None:
    (problem,) = _told(typed, tmp_path)
    ids = ["ben-long", "ben-long-officer"] if "Long" in typed else ["carl-reed", "carl-moor-reed"]
    assert (problem.code, problem.suggestion) == ("name-of-several", None)
    assert problem.perhaps == tuple(f"  - person: {person_id}" for person_id in ids)


@pytest.mark.parametrize(
    ("owner", "told"),
    [
        ("the Clerk", []),
        ("Cllr Ann Moor", []),
        ("Ben Long", [("name-of-several", "warning")]),
        ("Cllr Ann Moore", [("owner-nearly-named", "advice")]),
        ("Cllr Zoë Quartz", []),
    ],
)
def test_an_owner_may_be_named_too(owner: str, told: object, tmp_path: Path) -> None:
    minutes = (
        "minutes:\n  - number: 920\n    title: Litter\n    resolutions:\n"
        f"      - text: Litter is to be counted.\n        short: Litter.\n        action:\n          owner: {owner}\n"
    )
    problems = problems_with({"people.yml": PEOPLE, "meetings/2025-11-17/minutes.yml": minutes}, tmp_path)
    of_owners = [problem for problem in problems if problem.code in ("name-of-several", "owner-nearly-named")]
    assert [(problem.code, problem.severity) for problem in of_owners] == told


@pytest.mark.parametrize(
    ("mover", "told"),
    [
        ("Labour group", []),
        ("Cllr Ann Moor", []),
        ("Cllr Ann Moore", ["    moved_by: ann-moor"]),
        ("Deputy Ann Moor", [None]),
        ("Ann Moor and Cllr Ben Long", [None]),
        ("Ann", ["    moved_by: ann-moor"]),
    ],
)
def test_a_group_has_no_person_in_it(mover: str, told: list[str | None], tmp_path: Path) -> None:
    minutes = (
        "minutes:\n  - number: 920\n    title: Litter\n    motions:\n"
        f"      - id: a\n        text: That litter be counted.\n        moved_by: {mover}\n        result: carried\n"
    )
    problems = problems_with({"people.yml": PEOPLE, "meetings/2025-11-17/minutes.yml": minutes}, tmp_path)
    ways = [problem.suggestion for problem in problems if problem.code == "owner-nearly-named"]
    assert ways == [way and f"    {way}" for way in told]


def _told(typed: str, folder: Path) -> list[Problem]:
    files = {"people.yml": PEOPLE, "meetings/2025-11-17/minutes.yml": MINUTES.format(typed)}
    codes = ("unknown-reference", "name-of-several")
    problems = problems_with(files, folder)
    return [told for told in problems if told.code in codes and "minutes.yml" in told.place.file]


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


BODIES = Path(__file__).parents[1] / "cases" / "bodies"
HARBOUR, ALDER, HARTWELL, RIVER = "bodies/harbour-board", "bodies/alder-creek", "bodies/hartwell", "river-valley"
NOVEMBER, JANUARY = "meetings/2026-11-24/minutes.yml", "meetings/2027-01-12/minutes.yml"


@pytest.mark.parametrize(
    ("data", "file", "typed", "slip", "told"),
    [
        (HARBOUR, NOVEMBER, "- number: 40", "- number: 4", 'This is "4", and a line names "40", which is not there.'),
        (
            HARBOUR,
            NOVEMBER,
            "- id: open",
            "- id: opne",
            'This is "opne", and 4 lines name "open", which is not there.',
        ),
        (ALDER, JANUARY, "- id: a\n", "- id: aa\n", 'This is "aa", and 2 lines name "a", which is not there.'),
        (HARTWELL, "meetings/2026-03-16/agenda.yml", "- number: 2", "- number: 22", None),
        (RIVER, "bodies.yml", "- id: river-police", "- id: rier-police", None),
        # A text links to this minute as well.
        ("first-publication", "meetings/2025-11-17/minutes.yml", "- number: 921", "- number: 91", None),
    ],
)
def test_what_was_mistyped_where_it_is_given_is_told_there_alone(
    data: str, file: str, typed: str, slip: str, told: str | None, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(BODIES.parent / data, tmp_path / "data"))
    before = [problem.message for problem in check_folder(folder).problems]
    text = (folder / file).read_text(encoding="utf-8")
    (folder / file).write_text(text.replace(typed, slip, 1), encoding="utf-8")
    found = [problem for problem in check_folder(folder).problems if problem.message not in before]
    (problem,) = [problem for problem in found if problem.severity == "error"]
    assert (problem.code, Path(problem.place.file)) == ("unused-id", folder / file)
    assert told in (None, problem.message)
    line = typed.strip()
    assert (problem.suggestion or "").strip() == line


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("- id: gus-hill\n    name: Gus Hill", "- id: gus-hll\n    name: Gus Hill"),
        ("role: Clerk", "role: Cler"),
    ],
)
def test_an_id_that_nobody_names_is_nearly_its_own_name(typed: str, slip: str, tmp_path: Path) -> None:
    people = (BODIES.parent / RIVER / "people.yml").read_text(encoding="utf-8")
    assert typed in people
    found = problems_with({"people.yml": people.replace(typed, slip, 1)}, tmp_path)
    told = [problem.perhaps for problem in found if problem.code == "id-nearly-named"]
    assert told == ([("  - id: gus-hill",)] if "gus" in typed else [])


def test_a_name_is_spelt_otherwise_than_twice_elsewhere(tmp_path: Path) -> None:
    people = PEOPLE + "  - id: di-dale\n    name: Di Dale\n    role: Membre\n"
    found = [one for one in problems_with({"people.yml": people}, tmp_path) if one.code == "spelt-otherwise"]
    told = [(one.place.line, one.severity, one.suggestion, one.perhaps) for one in found]
    assert told == [(22, "advice", None, ("    role: Member",))], "nobody is called otherwise unasked"


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("91", "921", True),
        ("ntaalie", "natalie", True),
        ("ann", "anne", True),
        ("ab", "ac", False),
        ("acre", "race", False),
    ],
)
def test_one_slip(typed: str, meant: str, slip: bool) -> None:
    assert one_slip(typed, meant) is slip


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
