"""A data folder: what is read, what is required, and nothing passed over in silence."""

from __future__ import annotations

import os
from datetime import time
from pathlib import Path

import pytest

from panelpapers.reading.folder import Reading, read_folder, read_indicator
from panelpapers.records.forms import FORMS
from panelpapers.records.publication import Records

AGENDA = "items:\n  - number: 1\n    title: Apologies\n"
INDICATOR = """title: Recorded crime
measure: number of crimes
place: West Midlands
unit: count
definition: Crimes that the police recorded.
source:
  title: Report
points:
  - period: 2024/25
    value: 5
"""
PAPER = """title: Annual report
kind: report
item: 1
summary: What happened.
background_papers: none
sections:
  - title: Crime
"""
PEOPLE = "people:\n  - id: ann-lee\n    name: Ann Lee\n    role: Clerk\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def write(data: Path, files: dict[str, str]) -> Reading:
    for name, text in files.items():
        path = data / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_folder(data)


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(problem.place.file, problem.code) for problem in reading.problems]


def test_every_family_is_a_field_of_the_records() -> None:
    fields = set(Records.__dataclass_fields__) - {"attached", "drafts", "packaged", "unread"}
    assert {form.family for form in FORMS} == fields


def test_records_by_their_ids(data: Path) -> None:
    reading = write(
        data,
        {
            "people.yml": PEOPLE,
            "meetings/2026-01-05/meeting.yml": "starts: 14:00\n",
            "meetings/2026-01-05/agenda.yml": AGENDA,
            "meetings/2026-01-05/papers/annual-report.yml": PAPER,
            "meetings/2026-02-16-visit/meeting.yml": "starts: 10:30\n",
            "indicators/recorded-crime.yml": INDICATOR,
        },
    )
    records = reading.records
    assert told(reading) == [("data/panel.yml", "missing-file")]
    assert records.unread == {"panel"}
    assert records.people["ann-lee"].name == "Ann Lee"
    assert records.meetings["2026-02-16-visit"].starts == time(10, 30)
    assert records.agendas["2026-01-05"].items[0].at("title").line == 3
    assert records.papers["2026-01-05", "annual-report"].title == "Annual report"
    assert records.indicators["recorded-crime"].at("unit").file == "data/indicators/recorded-crime.yml"
    assert reading.files == tuple(sorted(reading.files))
    assert len(reading.files) == 6


def test_the_same_reading_whatever_the_order_of_files(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"indicators/i{n}.yml": INDICATOR.replace("5", str(n)) for n in range(9)}
    first = write(data, files | {"x.yml": "", "y.yaml": ""})
    walk = os.walk
    monkeypatch.setattr(os, "walk", lambda top, **_: [(at, folders, names[::-1]) for at, folders, names in walk(top)])
    assert read_folder(data) == first


@pytest.mark.parametrize(
    "folder", ["5-january", "2026-1-5", "2026-02-30", "2026-01-05_visit", "2026-01-05-", "2026-01", "0206-01-05"]
)
def test_a_meeting_needs_its_date(data: Path, folder: str) -> None:
    reading = write(
        data, {f"meetings/{folder}/meeting.yml": "starts: 14:00\n", f"meetings/{folder}/agenda.yml": AGENDA}
    )
    code = {"2026-02-30": "no-such-day", "0206-01-05": "far-year"}.get(folder, "meeting-folder")
    assert told(reading)[0] == (f"data/meetings/{folder}", code)
    assert len(reading.problems) == 2
    assert reading.records.unread == {"panel", "meetings", "agendas"}
    if folder in ("2026-1-5", "2026-01-05_visit"):
        assert "Rename the folder to 2026-01-05." in reading.problems[0].fix


@pytest.mark.parametrize(("folder", "guess"), [("13-12-2026", True), ("05-05-2026", True), ("04-02-2026", False)])
def test_no_day_is_guessed_for_a_folder_where_it_may_be_two(data: Path, folder: str, guess: bool) -> None:
    reading = write(data, {f"meetings/{folder}/meeting.yml": "starts: 14:00\n"})
    (problem,) = [problem for problem in reading.problems if problem.code == "meeting-folder"]
    assert ("Rename the folder to 2026-" in problem.fix) is guess


def test_an_indicator_needs_an_id(data: Path) -> None:
    reading = write(data, {"indicators/Recorded crime.yml": INDICATOR})
    assert told(reading)[0] == ("data/indicators/Recorded crime.yml", "id-form")
    assert reading.records.unread == {"panel", "indicators"}


def test_a_meeting_needs_its_form(data: Path) -> None:
    reading = write(data, {"meetings/2026-01-05/agenda.yml": AGENDA, "meetings/2026-02-16/list.pdf": "x"})
    assert told(reading)[:2] == [
        ("data/meetings/2026-01-05/meeting.yml", "missing-file"),
        ("data/meetings/2026-02-16/meeting.yml", "missing-file"),
    ]
    assert "meetings" in reading.records.unread


@pytest.mark.parametrize(
    ("file", "fix"),
    [
        ("meetings/2026-01-05/agenda.yaml", "Rename it to agenda.yml."),
        ("meetings/2026-01-05/Agenda.yml", "Rename it to agenda.yml."),
        ("meetings/2026-01-05/agenda.yml.txt", "Rename it to agenda.yml."),
        ("meetings/2026-01-05/minute.yml", "Rename it to minutes.yml."),
        ("meetings/2026-01-05/papers/report.yaml", "Rename it to report.yml."),
        ("indicators/crime.YML", "Rename it to crime.yml."),
        ("meetings/2026-01-05/agenda.txt", "Rename it to agenda.yml."),
        ("meetings/2026-01-05/minuets", "Rename it to minutes.yml."),
        ("meetings/2026-01-05/Copy of agenda.yml", "Rename it to agenda.yml."),
        ("meetings/2026-01-05/agenda (1).yml", "Rename it to agenda.yml."),
        ("meetings/2026-01-05/business.yml", "By its fields it is like an agenda. Rename it to agenda.yml."),
        ("meetings/2026-01-05/papers/report.txt", "Rename it to report.yml."),
        (
            "persons.yml",
            "By its fields it is like an agenda. Such a file is read as meetings/2026-01-05/agenda.yml: ",
        ),
        (
            "agenda.yml",
            "By its fields it is like an agenda. Such a file is read as meetings/2026-01-05/agenda.yml: ",
        ),
        (
            "Papers/precept",
            "By its fields it is like an agenda. Such a file is read as meetings/2026-01-05/agenda.yml: ",
        ),
        ("meetings/agenda.yml", "By its fields it is like an agenda. Such a file is read as "),
        ("meetings/2026-01-05/more/agenda.yml", "By its fields it is like an agenda. Such a file is read as "),
        (".hidden.yml", "By its fields it is like an agenda. Such a file is read as "),
    ],
)
def test_no_form_is_passed_over(data: Path, file: str, fix: str) -> None:
    reading = write(data, {"meetings/2026-01-05/meeting.yml": "starts: 14:00\n", file: AGENDA})
    problem = next(problem for problem in reading.problems if problem.code == "unknown-file")
    assert problem.place.file == f"data/{file}"
    assert problem.fix.startswith(fix)


@pytest.mark.parametrize(
    ("file", "fix"),
    [
        ("meetings/2026-01-05/agenda (1).yml", "agenda.yml is here too: "),
        ("meetings/2026-01-05/Agenda.txt", "agenda.yml is here too: "),
        ("meetings/2026-01-05/business.yml", "By its fields it is like an agenda. agenda.yml is here too: "),
        (
            "indicators/old/crime.yml",
            "By its fields it is like an indicator. indicators/crime.yml is there already: ",
        ),
        ("notes.yml", "The files that are read are: "),
    ],
)
def test_nothing_is_to_be_written_over(data: Path, file: str, fix: str) -> None:
    typed = {"indicators": INDICATOR, "notes.yml": "something: only\n"}.get(file.split("/")[0], AGENDA)
    meeting = {"meetings/2026-01-05/meeting.yml": "starts: 14:00\n", "meetings/2026-01-05/agenda.yml": AGENDA}
    reading = write(data, {**meeting, "indicators/crime.yml": INDICATOR, file: typed})
    problem = next(problem for problem in reading.problems if problem.code == "unknown-file")
    assert problem.place.file == f"data/{file}"
    assert problem.fix.startswith(fix)


def test_other_files_are_left_alone(data: Path) -> None:
    reading = write(
        data,
        {
            "README.md": "x",
            "meetings/2026-01-05/meeting.yml": "starts: 14:00\n",
            "meetings/2026-01-05/list.pdf": "x",
            "meetings/2026-01-05/.DS_Store": "x",
            ".git/config.yml": "x",
        },
    )
    assert told(reading) == [("data/panel.yml", "missing-file")]


def test_files_that_nothing_will_ever_read_are_told(data: Path) -> None:
    reading = write(
        data,
        {
            "panel.yml": "",
            "list.pdf": "x",
            "to-do.txt": "x",
            "meetings/2026-01-05/meeting.yml": "starts: 14:00\n",
            "meetings/2026-01-05/list.doc": "x",
            "meetings/2026-01-05/papers/list.docx": "x",
        },
    )
    strays = [problem for problem in reading.problems if problem.code == "stray-file"]
    assert [(one.place.file, one.severity) for one in strays] == [
        ("data/list.pdf", "warning"),
        ("data/meetings/2026-01-05/list.doc", "warning"),
        ("data/meetings/2026-01-05/papers/list.docx", "warning"),
        ("data/to-do.txt", "warning"),
    ]


MINUTES = "present:\n  - person: ann-lee\nminutes:\n  - number: 1\n    title: Apologies\n"


@pytest.mark.parametrize(
    ("path", "typed", "codes"),
    [
        ("papers/minutes.yml", MINUTES, ["another-form"]),
        ("agenda.yml", MINUTES, ["another-form"]),
        ("minutes.yml", "items:\n  - number: 1\n    title: Apologies\n", ["another-form"]),
        ("agenda.yml", "itmes:\n  - number: 1\n    title: Apologies\n", ["unknown-name"]),
        ("minutes.yml", MINUTES.replace("title", "tittle"), ["unknown-name"]),
        ("agenda.md", "items:\n  - number: 1\n    title: Apologies\n", ["unknown-file"]),
        ("agenda.html", "<p>items: none</p>\n", ["stray-file"]),
    ],
)
def test_a_form_is_known_by_its_fields(data: Path, path: str, typed: str, codes: list[str]) -> None:
    files = {"meetings/2026-01-05/meeting.yml": "starts: 14:00\n", f"meetings/2026-01-05/{path}": typed}
    assert [problem.code for problem in write(data, files).problems if problem.place.file.endswith(path)] == codes


def test_an_id_stands_once(data: Path) -> None:
    reading = write(data, {"people.yml": PEOPLE + "  - id: ann-lee\n    name: Anne Lee\n    role: Officer\n"})
    problem = reading.problems[1]
    assert (problem.code, problem.place.line, problem.place.column) == ("repeated-id", 5, 9)
    assert problem.message == 'The id "ann-lee" is used twice: on line 2 and again on line 5.'
    assert reading.records.people["ann-lee"].name == "Ann Lee"


def test_a_family_that_could_not_be_read_is_named(data: Path) -> None:
    reading = write(
        data,
        {"people.yml": PEOPLE.replace("role", "roll"), "matters.yml": "matters:\n  - id: fraud\n    title: Fraud\n"},
    )
    assert reading.records.people == {}
    assert reading.records.unread == {"panel", "people"}


def test_links_are_refused_wherever_they_lead(data: Path) -> None:
    outside = data.parent / "outside"
    outside.mkdir()
    (outside / "agenda.yml").write_text(AGENDA, encoding="utf-8")
    meeting = data / "meetings" / "2026-01-05"
    meeting.mkdir(parents=True)
    (meeting / "agenda.yml").symlink_to(outside / "agenda.yml")
    (data / "indicators").symlink_to(outside)
    (meeting / "minutes.yml").symlink_to(meeting / "nowhere.yml")
    (data / "meetings" / "2026-01-06").symlink_to(meeting)
    reading = read_folder(data)
    assert {file for file, code in told(reading) if code == "link"} == {
        "data/indicators",
        "data/meetings/2026-01-05/agenda.yml",
        "data/meetings/2026-01-05/minutes.yml",
        "data/meetings/2026-01-06",
    }
    assert reading.records.agendas == {}
    assert {"agendas", "indicators", "minutes"} <= reading.records.unread


def test_a_link_inside_the_folder_is_refused_too(data: Path) -> None:
    write(data, {"indicators/first.yml": INDICATOR})
    (data / "indicators" / "second.yml").symlink_to(data / "indicators" / "first.yml")
    reading = read_folder(data)
    assert ("data/indicators/second.yml", "link") in told(reading)
    assert set(reading.records.indicators) == {"first"}


def test_a_folder_with_the_name_of_a_file(data: Path) -> None:
    (data / "panel.yml").mkdir()
    assert told(read_folder(data)) == [("data/panel.yml", "cannot-open")]


@pytest.mark.parametrize("there", [True, False])
def test_no_folder(data: Path, there: bool) -> None:
    path = data / "nothing"
    if there:
        path.write_text("x", encoding="utf-8")
    reading = read_folder(path)
    assert told(reading) == [("data/nothing", "no-folder")]
    assert reading.records.unread == {form.family for form in FORMS}


def test_files_elsewhere_are_shown_in_full(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    monkeypatch.chdir(data.parent.parent)
    assert read_folder(data).problems[0].place.file == f"{data.parent.name}/data/panel.yml"
    (data.parent / "below").mkdir()
    monkeypatch.chdir(data.parent / "below")
    assert read_folder(Path("../data")).problems[0].place.file == (data / "panel.yml").as_posix()


def test_a_single_indicator_of_any_name(data: Path) -> None:
    path = data.parent / "My figures.txt"
    path.write_text(INDICATOR, encoding="utf-8")
    indicator, problems = read_indicator(path)
    assert problems == ()
    assert indicator is not None
    assert indicator.title == "Recorded crime"
    path.write_text(INDICATOR.replace("value: 5", "value: five"), encoding="utf-8")
    indicator, problems = read_indicator(path)
    assert indicator is None
    assert [str(problem.place) for problem in problems] == ["My figures.txt, line 10, column 12"]
    assert [problem.code for problem in read_indicator(data / "none.yml")[1]] == ["cannot-open"]
    assert [problem.code for problem in read_indicator(data)[1]] == ["cannot-open"]


@pytest.mark.parametrize(
    ("regime", "typed", "guess"),
    [
        ("england-police-and-crime-panel", "4/2/2026", "on: 2026-02-04"),
        ("california-city-council", "4/2/2026", None),
        ("california-city-council", "4/04/2026", "on: 2026-04-04"),
        ("california-city-council", "Wednesday, February 4th, 2026", "on: 2026-02-04"),
        ("england-police-and-crime-panel", "4 February, 2026", "on: 2026-02-04"),
        ("california-city-council", "2/13/2026", "on: 2026-02-13"),
        ("california-city-council", "February 4, 2026", "on: 2026-02-04"),
        ("england-police-and-crime-panel", "13/02/2026", "on: 2026-02-13"),
    ],
)  # fmt: skip
def test_where_months_come_first_no_day_is_guessed(
    tmp_path: Path, regime: str, typed: str, guess: str | None
) -> None:
    folder = tmp_path / "meetings" / "2026-01-05"
    folder.mkdir(parents=True)
    (folder / "meeting.yml").write_text(f"changes:\n  - on: {typed}\n")
    panel = "name: N\nshort_name: N\narea: A\nabout: A.\nedition: {statement: An edition., made_from: papers}\n"
    (tmp_path / "panel.yml").write_text(f"{panel}regime: {regime}\n")
    (problem,) = [problem for problem in read_folder(tmp_path).problems if problem.code == "date-form"]
    assert (problem.suggestion or "").strip(" -") == (guess or "")
