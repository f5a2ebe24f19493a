"""A new project: what it holds, that it passes the check, and that nothing is lost or left behind."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from panelpapers.publication import check_folder
from panelpapers.starting import NotStarted, regimes_known, start

TODAY = date(2026, 3, 4)
ODD_NAMES = ["Bus Board", 'Board: for #1 "buses"', "- Board", "Yes", "12", "Bwrdd Bysiau", "O'Neill & Sons'"]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_project_of_any_name_passes_the_check(tmp_path: Path, name: str) -> None:
    start(tmp_path / "new", name, "Northshire", TODAY)
    checked = check_folder(tmp_path / "new" / "data")
    assert not checked.problems
    assert checked.records.panel is not None
    assert checked.records.panel.name == name


@pytest.mark.parametrize("regime", regimes_known())
def test_a_project_of_any_regime_passes_the_check(tmp_path: Path, regime: str) -> None:
    written = start(tmp_path / "new", "Bus Board", "Northshire", TODAY, regime)
    checked = check_folder(tmp_path / "new" / "data")
    assert not checked.problems
    assert (Path("data/regimes/own.yml") in written) == (regime == "own")


def test_a_regime_that_there_is_none_of_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotStarted, match=r'no regime "elsewhere"\. Name one of these: .*, own'):
        start(tmp_path / "new", "Bus Board", "Northshire", TODAY, "elsewhere")
    assert not list(tmp_path.iterdir())


def test_the_first_meeting_is_on_a_weekday_and_provisional(tmp_path: Path) -> None:
    for day in range(1, 8):
        start(tmp_path / str(day), "Bus Board", "Northshire", date(2026, 3, day))
        meetings = check_folder(tmp_path / str(day) / "data").records.meetings
        ((meeting_id, meeting),) = meetings.items()
        assert date.fromisoformat(meeting_id).weekday() < 5
        assert meeting.state == "provisional"


def test_the_first_minutes_need_no_more_than_the_readme_says(tmp_path: Path) -> None:
    start(tmp_path, "Bus Board", "Northshire", TODAY)
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    people, minutes = (dedent(text) for text in re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL))
    (folder,) = (tmp_path / "data" / "meetings").iterdir()
    (folder / "meeting.yml").write_text("state: held\n", encoding="utf-8")
    (folder / "minutes.yml").write_text(minutes, encoding="utf-8")
    (tmp_path / "data" / "people.yml").write_text(people, encoding="utf-8")
    checked = check_folder(tmp_path / "data")
    assert checked.problems == ()
    assert [entry.person for entry in checked.records.minutes[folder.name].present] == ["ann-ash"]


def test_nothing_is_left_to_fill_in(tmp_path: Path) -> None:
    written = start(tmp_path / "new", "Bus Board", "Northshire", TODAY)
    texts = {path: (tmp_path / "new" / path).read_text(encoding="utf-8") for path in written}
    assert not [path for path, text in texts.items() if "<<" in text]
    assert {"README.md", "mkdocs.yml", ".gitignore", "requirements.txt"} <= {path.as_posix() for path in written}


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(NotStarted, match="already"):
        start(tmp_path, "Bus Board", "Northshire", TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert start(tmp_path / "new", "Bus Board", "Northshire", TODAY)


@pytest.mark.parametrize("name", ["", "<b>Board</b>", "\u0007"])
def test_a_name_that_no_form_takes_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotStarted, match="cannot be used"):
        start(tmp_path / "new", name, "Northshire", TODAY)
    assert not list(tmp_path.iterdir())


def test_a_disk_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", fail)
    with pytest.raises(NotStarted, match="No space left on device"):
        start(tmp_path / "new", "Bus Board", "Northshire", TODAY)
    assert not list(tmp_path.iterdir())
