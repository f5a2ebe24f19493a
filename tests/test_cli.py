"""The command line: what it prints, how it ends, and that nothing typed makes it stumble."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from panelpapers.cli import main
from tests.first_publication import FOLDER

ROOT = Path(__file__).parents[1]
INDICATOR = FOLDER / "indicators" / "file-quality.yml"


DAY = "2027-02-20"
"""The day of the checks: after the first meeting of the second panel, and before the others."""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], env={"PANEL_TODAY": DAY})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the second panel's data, to be spoilt."""
    return Path(shutil.copytree(ROOT / "tests" / "cases" / "second-panel", tmp_path / "data"))


def test_sound_data_ends_with_0(folder: Path) -> None:
    done = run("check", "--data", folder)
    assert done.exit_code == 0
    assert f"No problems: {len(list(folder.rglob('*.yml')))} files read." in done.output


def test_the_folder_is_that_of_a_build_where_none_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANEL_DATA", str(folder))
    assert f"No problems: {len(list(folder.rglob('*.yml')))} files read." in run("check").output


def test_the_folder_of_the_environment_is_checked(folder: Path) -> None:
    (folder / "meetings/2027-02-08/meeting.yml").write_text("starts: 2pm\n")
    done = CliRunner().invoke(main, ["check"], env={"PANEL_TODAY": DAY, "PANEL_DATA": str(folder)})
    assert f"{folder}/meetings/2027-02-08/meeting.yml, line 1" in done.output
    assert done.exit_code == 1


def test_every_problem_of_every_file_is_told_at_once(folder: Path) -> None:
    (folder / "meetings/2027-03-31/agenda.yml").write_text("items:\n  - number: 1\n    tittle: Apologies\n")
    (folder / "meetings/2027-02-08/meeting.yml").write_text("starts: 2pm\n")
    done = run("check", "--data", folder)
    assert done.exit_code == 1
    assert "agenda.yml, line 3, column 5" in done.output
    assert 'Did you mean "title"?' in done.output
    assert "meeting.yml, line 1, column 9" in done.output
    assert "starts: 14:00" in done.output
    assert "Traceback" not in done.output


def test_json_has_its_fields(folder: Path) -> None:
    (folder / "meetings/2027-02-08/meeting.yml").write_text("starts: 2pm\n")
    problems = json.loads(run("check", "--data", folder, "--format", "json").output)
    error = next(one for one in problems if one["severity"] == "error")
    assert list(error) == [
        "file",
        "line",
        "column",
        "code",
        "severity",
        "message",
        "fix",
        "try",
        "perhaps",
        "lines",
        "help",
    ]
    assert error["file"].endswith("meetings/2027-02-08/meeting.yml")
    assert (error["line"], error["column"], error["code"]) == (1, 9, "time-form")


def test_github_gets_commands_and_a_summary(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    (folder / "meetings/2027-02-08/meeting.yml").write_text("starts: 2pm\n")
    done = run("check", "--data", folder, "--format", "github")
    assert "::error file=" in done.output
    assert "14:00" in summary.read_text()


def test_paths_narrow_the_telling(folder: Path) -> None:
    (folder / "meetings/2027-02-08/meeting.yml").write_text("starts: 2pm\n")
    (folder / "meetings/2027-06-30/meeting.yml").write_text("starts: 3pm\n")
    done = run("check", folder / "meetings/2027-06-30", "--data", folder)
    assert "2027-06-30" in done.output
    assert "2027-02-08" not in done.output
    assert done.exit_code == 1


def test_a_file_outside_of_the_folder_is_read_alone(folder: Path, tmp_path: Path) -> None:
    alone = tmp_path / "agenda.yml"
    alone.write_text("items:\n  - number: 1\n    title: Apologies\n    time: one\n")
    done = run("check", alone, "--data", folder)
    assert "agenda.yml, line 4, column 11" in done.output
    assert done.exit_code == 1


@pytest.mark.parametrize("path", ["nowhere.yml", "nowhere"])
def test_what_is_not_there_is_told(path: str, folder: Path, tmp_path: Path) -> None:
    done = run("check", tmp_path / path, "--data", folder)
    assert done.exit_code == 1
    assert "There is no such file" in done.output
    assert run("check", "--data", tmp_path / path).exit_code == 1


def test_addresses_are_added_to_the_list_of_published_ones(folder: Path) -> None:
    first = run("addresses", "--data", folder)
    assert first.exit_code == 0
    assert re.search(r"published-addresses\.txt: (\d+) added, \1 published addresses in all\.\n", first.output)
    listed = (folder / "published-addresses.txt").read_text(encoding="utf-8").splitlines()
    assert {"meetings/2027-03-31/agenda/#item-2", "indicators/response-time/response-time.csv"} <= set(listed)
    assert "nothing to add" in run("addresses", "--data", folder).output


def test_no_address_is_added_while_there_is_a_problem(folder: Path) -> None:
    (folder / "meetings/2027-02-08/meeting.yml").write_text("starts: 2pm\n")
    done = run("addresses", "--data", folder)
    assert done.exit_code == 1
    assert "starts: 14:00" in done.output
    assert not (folder / "published-addresses.txt").exists()


def test_the_list_is_compared_with_its_history(folder: Path) -> None:
    """A small history in which an address was taken out again, and its line comes back."""
    run("addresses", "--data", folder)
    listed = folder / "published-addresses.txt"
    whole = listed.read_text(encoding="utf-8")
    git(folder, "init", "--quiet")
    for text in (f"{whole}matters/gone/\n", whole):
        listed.write_text(text, encoding="utf-8")
        git(folder, "add", listed.name)
        git(folder, "commit", "--quiet", "--message=x")
    assert run("check", "--data", folder).exit_code == 0
    done = run("check", "--history", "--data", folder)
    assert done.exit_code == 1
    assert "taken out of it: matters/gone/." in done.output
    assert "taken out" in run("check", listed, "--history", "--data", folder).output
    (folder / "renamed.yml").write_text("renamed: [{was: matters/gone/, now: matters/}]\n")
    listed.write_text(f"{whole}matters/gone/\n", encoding="utf-8")
    assert run("check", "--history", "--data", folder).exit_code == 0


def test_a_history_that_is_not_there_fails_nothing(folder: Path) -> None:
    done = run("check", "--history", "--format", "json", "--data", folder)
    assert done.exit_code == 0
    assert json.loads(done.stdout) == []
    assert "was not compared with its history. Git says: " in done.stderr


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, check=True)


def test_what_is_gone_is_told_for_the_whole_folder_too(folder: Path) -> None:
    (folder / "published-addresses.txt").write_text("matters/gone/\n")
    done = run("check", folder, "--data", folder)
    assert done.exit_code == 1
    assert 'The address "matters/gone/" was published, and nothing is there any more.' in done.output


def test_describe_prints_six_things(tmp_path: Path) -> None:
    alone = Path(shutil.copy(INDICATOR, tmp_path / "any name.yml"))
    done = run("describe", alone, "--format", "json")
    described = json.loads(done.output)
    assert done.exit_code == 0
    assert list(described) == ["alt", "summary", "description", "table", "warnings", "errors"]
    assert "72.9%" in described["description"]
    assert described["errors"] == []


def test_describe_for_people() -> None:
    done = run("describe", INDICATOR)
    assert "Description:" in done.output
    assert "April 2024" in done.output


def test_describe_refuses_and_says_why(tmp_path: Path) -> None:
    alone = tmp_path / "twice.yml"
    text = INDICATOR.read_text()
    alone.write_text(text.replace("period: June 2025", "period: April 2024"))
    done = run("describe", alone, "--format", "json")
    described = json.loads(done.output)
    assert done.exit_code == 1
    assert described["description"] == ""
    assert "April 2024" in described["errors"][0]["message"]


def test_describe_a_broken_file(tmp_path: Path) -> None:
    alone = tmp_path / "broken.yml"
    alone.write_text("title: x\n\tmeasure: y\n")
    done = run("describe", alone, "--format", "json")
    assert done.exit_code == 1
    assert any("line 2" in error["message"] for error in json.loads(done.output)["errors"])
    assert "Traceback" not in done.output


def test_describe_tells_by_what_the_parts_of_a_file_are_named(folder: Path) -> None:
    done = run("describe", folder / "meetings/2027-02-08/minutes.yml", "--data", folder)
    assert done.exit_code == 0
    rows = [tuple(line.split(maxsplit=1)) for line in done.output.splitlines()[1:]]
    assert rows[2:6] == [
        ("7", "minute: The precept"),
        ("2027-02-08-7-list-of-stations", "action: The commissioner is to send a list of stations."),
        ("2027-02-08-7-ii", "action: The commissioner is to publish response times by area."),
        ("station-hours", "public question: When is Seaham station open?"),
    ]
    people = json.loads(run("describe", folder / "people.yml", "--data", folder, "--format", "json").output)
    assert people[0] == {"what": "person", "typed": "ann-ash", "says": "Ann Ash"}
    assert "Nothing in this file" in run("describe", folder / "plan.yml", "--data", folder).output
    (folder / "people.yml").write_text("people:\n  - nme: Ann Ash\n")
    refused = run("describe", folder / "people.yml", "--data", folder)
    assert (refused.exit_code, "Code: unknown-name" in refused.output) == (1, True)


def test_a_code_is_explained(folder: Path) -> None:
    done = run("explain", "no-number", "--data", folder)
    assert done.exit_code == 0
    assert "Wrong, in meetings/2026-01-05/agenda.yml:\n\n    items:\n" in done.output
    assert done.output.endswith("editors/problems/agenda/#no-number\n")
    wrong = run("explain", "no-numbr")
    assert (wrong.exit_code, wrong.output) == (
        1,
        'Error: There is no code "no-numbr". Did you mean "no-number"?\n',
    )


def test_every_command_and_option_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, command in main.commands.items():
        line = next((line for line in readme.splitlines() if f"`panel-papers {name}" in line), "")
        assert line, f"README.md does not tell of panel-papers {name}"
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in line, f"panel-papers {name} {option}"


@pytest.mark.parametrize("command", ["check", "describe"])
def test_a_name_that_no_system_takes_is_told_in_one_line(command: str, folder: Path) -> None:
    done = run(command, "x" * 5_000, "--data", folder)
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert "File name too long" in done.output
    assert max(map(len, done.output.splitlines())) < 500


def test_a_list_that_cannot_be_written_is_told_and_stays_as_it_is(folder: Path) -> None:
    listed = folder / "published-addresses.txt"
    listed.write_text("matters/precept/\n")
    (folder / ".published-addresses.txt.unfinished").mkdir()
    done = run("addresses", "--data", folder)
    assert isinstance(done.exception, SystemExit)
    assert "Is a directory" in done.output
    assert listed.read_text() == "matters/precept/\n"


@pytest.mark.parametrize("summary", ["nowhere/summary.md", "."])
def test_a_summary_that_cannot_be_written_is_told(
    summary: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / summary))
    done = run("check", "--data", folder, "--format", "github")
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit)
    assert str(folder / summary) in done.output
