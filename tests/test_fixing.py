"""Lines to try are put into the files: only certain ones unasked, and no other line changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from panelpapers.cli import main
from panelpapers.fixing import mend_folder
from panelpapers.records.problem import Problem

DAY = date(2027, 1, 4)
PANEL = """name: Northshire Joint Committee
short_name: the Committee
area: Northshire
about: It asks.
edition: {statement: A test., made_from: Nothing.}
"""
AGENDA = "items:\n  - number: 1\n    title: Apologies  # kept\n    time: 14:00\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "meetings/2027-02-01").mkdir(parents=True)
    (folder / "panel.yml").write_text(PANEL, encoding="utf-8")
    (folder / "meetings/2027-02-01/meeting.yml").write_text("starts: 14:00\n", encoding="utf-8")
    return folder


def mended(data: Path, typed: str, *answers: int | None) -> tuple[str, list[str]]:
    """Give an agenda after it was mended, and the codes of what was asked; ``answers`` are the numbers typed."""
    agenda, asked, left = data / "meetings/2027-02-01/agenda.yml", [], list(answers)

    def choose(problem: Problem, ways: tuple[str, ...]) -> str | None:
        asked.append(problem.code)
        answer = left.pop(0) if left else None
        return ways[answer - 1] if answer else None

    agenda.write_bytes(typed.encode())
    mend_folder(data, DAY, choose)
    return agenda.read_bytes().decode(), asked


def test_what_is_certain_is_mended_and_nothing_else_changes(data: Path) -> None:
    typed = AGENDA.replace("title:", "tittle:").replace("14:00", "2pm") + "  # a remark\r\n"
    right = AGENDA.replace("14:00", "14:00") + "  # a remark\r\n"
    assert mended(data, typed) == (right, [])


def test_line_ends_stay(data: Path) -> None:
    windows = AGENDA.replace("\n", "\r\n")
    assert mended(data, windows.replace("title:", "title：")) == (windows, [])


@pytest.mark.parametrize(
    ("answer", "right"),
    [(1, "    time: 02:00\n"), (2, "    time: 14:00\n"), (None, "    time: 2:00\n")],
)
def test_of_several_ways_somebody_chooses(data: Path, answer: int | None, right: str) -> None:
    typed = AGENDA.replace("    time: 14:00\n", "    time: 2:00\n")
    assert mended(data, typed, answer) == (AGENDA.replace("    time: 14:00\n", right), ["time-form"])


def test_a_line_with_which_something_is_still_wrong_is_no_mending(data: Path) -> None:
    minutes = data / "meetings/2026-02-02/minutes.yml"
    minutes.parent.mkdir()
    (minutes.parent / "meeting.yml").write_text("state: held\nstarts: 14:00\n", encoding="utf-8")
    typed = "minutes:\n  - number: 1\n    title: Apologies\n    session: see above\n"
    minutes.write_text(typed, encoding="utf-8")
    assert mended(data, AGENDA)[0] == AGENDA
    assert minutes.read_text(encoding="utf-8") == typed


def test_a_line_becomes_two(data: Path) -> None:
    typed = AGENDA.replace("title: Apologies  # kept\n    time: 14:00", "title: Apologies time: 14:00")
    text, asked = mended(data, typed, 1)
    assert text == AGENDA.replace("  # kept", "")
    assert asked == ["two-names"]


def test_an_entry_is_moved_with_all_that_belongs_to_it(data: Path) -> None:
    second = "   - number: 2\n     title: Declarations\n     text: >-\n       One.\n\n       Two.\n"
    right = AGENDA + "  - number: 2\n    title: Declarations\n    text: >-\n      One.\n\n      Two.\n"
    assert mended(data, AGENDA + second) == (right, [])
    windows = (AGENDA + second).replace("\n", "\r\n")
    assert mended(data, windows) == (right.replace("\n", "\r\n"), [])


def test_nothing_is_written_without_being_asked_to(data: Path) -> None:
    agenda = data / "meetings/2027-02-01/agenda.yml"
    agenda.write_text(AGENDA.replace("title:", "tittle:"), encoding="utf-8")
    result = CliRunner().invoke(main, ["fix", "--dry-run", "--data", str(data)], env={"PANEL_TODAY": "2027-01-04"})
    assert "  -     tittle: Apologies  # kept\n  +     title: Apologies  # kept\n" in result.output
    assert result.exit_code == 1
    assert "tittle" in agenda.read_text(encoding="utf-8")
    result = CliRunner().invoke(main, ["fix", "--data", str(data)], env={"PANEL_TODAY": "2027-01-04"})
    assert agenda.read_text(encoding="utf-8") == AGENDA
    assert result.exit_code == 0, result.output


def test_a_file_that_is_no_text_of_ours_stays_as_it_is(data: Path) -> None:
    agenda = data / "meetings/2027-02-01/agenda.yml"
    typed = AGENDA.replace("title: Apologies", "tittle: Café").encode("latin-1")
    agenda.write_bytes(typed)
    mend_folder(data, DAY, lambda _, ways: ways[0])
    assert agenda.read_bytes() == typed
