"""New files: valid as written, filled with what is known, true if nobody edits them, and never over another."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from panelpapers.cli import main
from panelpapers.publication import check_folder
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from panelpapers.starting import start
from tests.first_publication import FOLDER

CASES = Path(__file__).parents[1] / "cases"
NOT_NEEDED = shutil.ignore_patterns("papers", "indicators", "plan.yml", "accessibility*.yml", "published-*.txt")
"""What no new file of these tests takes anything from, and each check would read and prove again."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "data", ignore=NOT_NEEDED))


def new(data: Path, *typed: str, today: str = "2026-01-06", fails: bool = False) -> str:
    """Run a command and give what it told. Without a terminal nobody is asked."""
    result = CliRunner().invoke(main, ["new", *typed, "--data", str(data)], env={"PANEL_TODAY": today})
    assert result.exit_code == int(fails), result.output
    assert "Traceback" not in result.output
    return result.output


def typed_lines(file: Path) -> str:
    """Give the lines of a file that are no comment."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return "\n".join(line for line in lines if line.strip() and not line.lstrip().startswith("#"))


def published(data: Path) -> Records:
    """Give the records as they are published once every line with draft is taken out."""
    for file in data.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^draft: yes\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    return read_folder(data).records


def test_a_meeting_is_filled_with_what_is_known(data: Path) -> None:
    new(data, "meeting", "2026-04-13")
    folder = data / "meetings" / "2026-04-13"
    assert typed_lines(folder / "meeting.yml") == (
        "draft: yes\nstarts: 14:00\nvenue:\n  name: Committee Rooms 3 and 4, Birmingham City Council\nstate: planned"
    )
    text = (folder / "agenda.yml").read_text(encoding="utf-8").replace("\n# ", " ")
    assert "must be open to the public by Wednesday 1 April 2026." in text
    assert "must arrive by the end of Thursday 2 April 2026." in text
    agenda = published(data).agendas["2026-04-13"]
    assert [(item.number, item.title) for item in agenda.items] == [
        ("1", "Notice of recording"),
        ("2", "Apologies"),
        ("3", "Declarations of interest, if any"),
        ("4", "Minutes of the previous meeting"),
        ("5", "Police and Crime Panel action tracker"),
        ("6", "Public question time"),
        ("7", "Panel work programme"),
        ("8", "Date of the next meeting"),
        ("9", "Urgent business"),
    ]
    assert agenda.items[3].confirms == "2026-03-16"
    assert agenda.items[3].text == "The Panel is asked to confirm the minutes of its meeting on 16 March 2026."
    assert agenda.items[6].text is None  # last time it spoke of other business


def test_an_agenda_has_what_the_work_programme_plans(data: Path) -> None:
    new(data, "agenda", "2026-02-02")
    items = published(data).agendas["2026-02-02"].items
    assert [(item.number, item.function) for item in items if item.function] == [
        ("7", "precept"),
        ("8", "annual-report"),
    ]
    assert items[9].next_meeting == "2026-02-16"


def test_minutes_say_nothing_that_is_not_known(data: Path) -> None:
    new(data, "minutes", "2026-01-05")
    file = data / "meetings" / "2026-01-05" / "minutes.yml"
    text = file.read_text(encoding="utf-8")
    assert "#  - person: Suky Samra\n#    role: Chair\n" in text
    assert "in the place of a member: David Cole, Zee Russell, Pervez Ahktar\n# and J Scott." in text
    told = [problem.message for problem in check_folder(data).problems if problem.place.file.endswith("minutes.yml")]
    assert "These minutes are a draft, so they are on no page." in told
    minutes = published(data).minutes["2026-01-05"]
    assert (minutes.present, minutes.apologies) == ([], [])
    assert [minute.number for minute in minutes.minutes] == [str(number) for number in range(926, 937)]
    assert [minute.item for minute in minutes.minutes] == [str(number) for number in range(1, 12)]
    assert minutes.minutes[4].confirms == "2025-11-17"


def test_numbers_are_left_out_where_those_before_are_not_here(data: Path) -> None:
    new(data, "agenda", "2026-02-02")
    new(data, "minutes", "2026-02-02")
    text = (data / "meetings" / "2026-02-02" / "minutes.yml").read_text(encoding="utf-8")
    assert "Numbers are left out: those of 5 January 2026 come before, and are not here." in text
    assert "\n  - number:" not in text


def test_a_tracker_carries_over_what_is_open(data: Path) -> None:
    new(data, "tracker", "2026-02-02")
    file = data / "meetings" / "2026-02-02" / "action-tracker.yml"
    text = file.read_text(encoding="utf-8")
    assert "# Owed by the Commissioner, due 5 January 2026.\n" in text
    assert "# Last report, 5 January 2026: The guides were circulated on 19 December 2025.\n" in text
    assert text.count('text: "[to be written]"') == len(re.findall(r"^  - action: ", text, re.MULTILINE)) > 5


def test_what_is_still_to_be_written_is_not_published(data: Path) -> None:
    typed = ("--title", "Roads", "--kind", "report", "--item", "8")
    new(data, "paper", "2026-01-05", "roads", *typed)
    assert check_folder(data).sound
    published(data)
    told = [problem for problem in check_folder(data).problems if problem.severity == "error"]
    assert [problem.code for problem in told].count("not-written") == len(("summary", "text"))


@pytest.mark.parametrize(("typed", "folder"), [("13/04/2026", "2026-04-13"), ("13 April 2026", "2026-04-13")])
def test_a_date_may_be_typed_in_another_form(typed: str, folder: str, data: Path) -> None:
    new(data, "meeting", typed)
    assert (data / "meetings" / folder / "agenda.yml").exists()


def test_odd_dates(data: Path) -> None:
    assert "2026-05-04 or 2026-04-05" in new(data, "meeting", "04/05/2026", fails=True)
    assert 'There is no day "2026-02-30" in the calendar.' in new(data, "meeting", "2026-02-30", fails=True)
    assert '"tomorrow" is not the id of a meeting' in new(data, "meeting", "tomorrow", fails=True)
    assert "panel-papers new agenda 2026-02-02" in new(data, "meeting", "2026-02-02", fails=True)
    assert "There is something already" in new(data, "agenda", "2026-01-05", fails=True)
    new(data, "meeting", "2026-04-06")
    text = (data / "meetings" / "2026-04-06" / "meeting.yml").read_text(encoding="utf-8")
    assert "# Note: Monday 6 April 2026 is a holiday, Easter Monday.\n" in text
    new(data, "meeting", "2025-12-06")
    text = (data / "meetings" / "2025-12-06" / "meeting.yml").read_text(encoding="utf-8")
    assert "is at a weekend" in text
    assert "\nstate: not known\n" in text
    assert check_folder(data).sound


def test_all_that_is_missing_is_told_at_once(data: Path) -> None:
    before = sorted(data.rglob("*"))
    told = new(data, "paper", "2026-01-05", "roads", "--title", "The roads", fails=True)
    assert told.splitlines()[1:] == [
        "--kind: Report, partner's paper, slides or terms of reference. "
        "(one of: report, partner's paper, slides, terms of reference)",
        "--item: Number or id of the agenda item that it serves. "
        "(the number of an agenda item as it is printed, or its id)",
        'Type it like this: panel-papers new paper 2026-01-05 roads --title \'The roads\' --kind "…" --item "…"',
    ]
    told = new(data, "meeting", "2026-04-13", "--starts", "2pm", fails=True)
    assert told.startswith('Error: starts: 2pm\n  "2pm" is not a time that this form can read.')
    assert "\n  Try: starts: 14:00\n" in told
    assert sorted(data.rglob("*")) == before


@pytest.mark.parametrize("name", ["", "-", "\ud800", "a\nb", "<b>", "é" * 5_000])
def test_odd_names_are_told_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(CASES / "rules" / "pack", tmp_path / "data"))
    before = {file: file.read_bytes() for file in data.rglob("*.yml")}
    for typed in (("person", name, "--role", "Member"), ("indicator", name), ("meeting", name), ("matter", name)):
        assert new(data, *typed, fails=True).startswith("Error: ")
    assert {file: file.read_bytes() for file in data.rglob("*.yml")} == before


def test_a_person_is_added_once(data: Path) -> None:
    assert "Councillor Suky Samra, Chair of the Panel (id: suky-samra)" in new(
        data, "person", "Cllr S. Samra", "--role", "Member", fails=True
    )
    seat = ("--role", "Member of the Panel", "--seat", "member", "--source", "Council of 2 March 2026")
    assert "authority" in new(data, "person", "Councillor Zoë Elm", *seat, fails=True)
    new(data, "person", "Councillor Zoë Elm", *seat, "--authority", "walsall", "--begins", "2026-03-02")
    records = read_folder(data).records
    assert (records.people["zoe-elm"].name, records.people["zoe-elm"].title) == ("Zoë Elm", "Councillor")
    assert check_folder(data).sound
    assert (data / "people.yml").read_text(encoding="utf-8").startswith((FOLDER / "people.yml").read_text()[:2000])


@pytest.mark.parametrize("case", ["second-panel", "river-valley"])
def test_other_panels_and_their_numbers(case: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(CASES / case, tmp_path / "data"))
    new(data, "meeting", "2027-07-12", today="2027-04-20")
    last = {"second-panel": "2027-03-31", "river-valley": "2027-06-02"}[case]
    new(data, "minutes", last, today="2027-04-20")
    assert check_folder(data).sound
    records = published(data)
    first = records.minutes[last].minutes[0]
    assert (first.number, first.title) == {
        "second-panel": ("8", "Minutes of 8 February 2027"),
        "river-valley": ("18", "Public questions"),
    }[case]
    titles = {
        "second-panel": [
            "Apologies",
            "Minutes of the last meeting",
            "Actions from earlier meetings",
            "Questions from the public",
        ],
        "river-valley": ["Minutes of the last meeting", "Public questions", "Work programme"],
    }[case]
    assert [item.title for item in records.agendas["2027-07-12"].items] == titles


def test_no_english_title_is_put_among_those_of_another_language(tmp_path: Path) -> None:
    data = Path(shutil.copytree(CASES / "bodies" / "gemeinde-muehlau", tmp_path / "data"))
    new(data, "meeting", "2026-07-07", today="2026-06-10")
    text = (data / "meetings" / "2026-07-07" / "agenda.yml").read_text(encoding="utf-8")
    assert '# What it is: "Minutes of the last meeting". Write it in the language of the body.\n' in text
    items = published(data).agendas["2026-07-07"].items
    assert [(item.title, item.confirms) for item in items] == [
        ("[to be written]", "2026-05-19"),
        ("[to be written]", None),
    ]


def test_a_project_that_was_just_begun(tmp_path: Path) -> None:
    start(tmp_path / "site", "Harbour Board", "Harbour", date(2026, 1, 6))
    data = tmp_path / "site" / "data"
    new(data, "person", "Ann Ash", "--role", "Clerk")
    new(data, "matter", "quays", "--title", "The quays")
    new(data, "body", "quay-company", "--name", "Quay Company", "--kind", "company")
    new(
        data,
        "function",
        "inspect",
        "--title",
        "It inspects.",
        "--about",
        "It inspects quays.",
        "--law",
        "Harbour Act",
    )
    new(data, "meeting", "2026-06-01", "--starts", "10:00")
    new(data, "minutes", "2026-06-01")
    new(data, "indicator", "depth", "--title", "Depth", "--measure", "mean depth", "--place", "the harbour",
        "--unit", "count", "--source", "Report on depth")  # fmt: skip
    told = new(data, "tracker", "2026-06-01", fails=True)
    assert "No action is open before 2026-06-01" in told
    assert check_folder(data).sound
    assert [item.title for item in published(data).agendas["2026-06-01"].items] == [
        "Apologies for absence",
        "Minutes of the last meeting",
    ]


def test_on_a_site_of_several_bodies_somebody_says_which_meets(tmp_path: Path) -> None:
    data = Path(shutil.copytree(CASES / "river-valley", tmp_path / "data"))
    bodies = data / "bodies.yml"
    bodies.write_text(bodies.read_text() + "  - id: audit\n    name: Audit Committee\n    kind: committee\n")
    new(data, "meeting", "2027-07-12", "--body", "audit", today="2027-04-20")
    published(data)
    told = new(data, "meeting", "2027-09-13", today="2027-04-20", fails=True)
    assert "--body: Id of the body that meets" in told
    assert "(one of: panel, audit)" in told
    new(data, "meeting", "2027-09-14", "--body", "panel", today="2027-04-20")
    new(data, "meeting", "2027-09-13", "--body", "audit", today="2027-04-20")
    records = published(data)
    assert records.held_by("2027-09-13") == ("audit",)
    assert records.held_by("2027-09-14") == ("",)
    assert records.agendas["2027-09-13"].items[2].confirms == "2027-07-12"
    new(data, "meeting", "2027-11-13", "--bodies", "audit", "--bodies", "northbank", today="2027-04-20")
    assert published(data).held_by("2027-11-13") == ("audit", "northbank")
    assert 'There is no body "nobody"' in new(data, "meeting", "2027-10-13", "--body", "nobody", fails=True)


def test_an_older_site_may_have_faults_that_are_not_new(data: Path) -> None:
    (data / "meetings" / "2026-01-05" / "private-note.txt").write_text("Not ours.")
    assert "mend the records first" in new(data, "meeting", "2026-04-13", fails=True)
    assert not (data / "meetings" / "2026-04-13").exists()
