"""The state of a meeting, against what else is typed of it and against the day of the check."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

import panelpapers
from panelpapers.checking import rules_of
from panelpapers.cli import main
from panelpapers.facts.dossier import Dossier
from panelpapers.reading.folder import read_folder
from panelpapers.records.meeting import Meeting, MeetingState
from panelpapers.records.publication import Records
from panelpapers.rules import meetings as rules
from panelpapers.rules.minutes import confirms_wrongly
from tests.river_valley import copy_with, river_valley
from tests.rules.packs import found_by

HELD, PLANNED = "2027-03-31", "2027-06-02"
DAY = date(2027, 4, 15)
EVERY_STATE = get_args(get_args(MeetingState)[0])
OFF = [state for state in EVERY_STATE if Meeting.model_validate({"state": state}).called_off]


def with_files(folder: Path, **files: str) -> Records:
    """Read the small panel with other files of its planned meeting: ``meeting="state: held"``."""
    return read_folder(
        copy_with(folder, {f"meetings/{PLANNED}/{name}.yml": text for name, text in files.items()})
    ).records


def of_a_day(records: Records, today: date) -> list[tuple[str, str]]:
    dossier = Dossier(records)
    found = [problem for rule in rules_of(rules, "dossier", "today") for problem in rule(dossier, today)]
    return [(problem.code, problem.severity) for problem in found]


def codes(records: Records) -> list[str]:
    return [problem.code for problem in found_by(rules, records)]


def test_nothing_is_wrong_with_the_small_panel() -> None:
    assert codes(river_valley()) == []
    assert of_a_day(river_valley(), DAY) == []


MINUTES = "minutes:\n  - number: 30\n    title: Apologies\n"


@pytest.mark.parametrize("state", OFF)
def test_a_meeting_that_did_not_take_place_has_no_minutes(state: str, tmp_path: Path) -> None:
    assert "cancelled" in OFF
    records = with_files(tmp_path, meeting=f"state: {state}\n", minutes=MINUTES)
    assert [problem.code for problem in found_by(rules.minutes_and_state, records)] == ["minutes-of-no-meeting"]


@pytest.mark.parametrize("where", ["agenda", "minutes"])
def test_and_none_that_can_be_confirmed(where: str, tmp_path: Path) -> None:
    title = "items:\n  - number: 1\n    title: Minutes\n" if where == "agenda" else MINUTES
    data = copy_with(tmp_path, {f"meetings/{PLANNED}/meeting.yml": "state: cancelled\n"})
    (data / "meetings" / "2027-09-01").mkdir()
    (data / "meetings" / "2027-09-01" / "meeting.yml").write_text("state: planned\n")
    (data / "meetings" / "2027-09-01" / f"{where}.yml").write_text(f"{title}    confirms: {PLANNED}\n")
    found = found_by(confirms_wrongly, read_folder(data).records)
    assert [problem.message for problem in found] == [
        f"The meeting of {PLANNED} was cancelled, and has no minutes to confirm."
    ]


@pytest.mark.parametrize("state", ["planned", "provisional"])
def test_minutes_show_that_a_meeting_took_place(state: str, tmp_path: Path) -> None:
    typed = f"state: {state}\nwhy_provisional: A veto decides.\n"
    (problem,) = found_by(rules, with_files(tmp_path, meeting=typed, minutes=MINUTES))
    assert (problem.code, problem.suggestion) == ("minutes-and-planned", "state: held")


def test_a_state_that_is_not_typed_has_no_line_to_try(tmp_path: Path) -> None:
    (problem,) = found_by(rules, with_files(tmp_path, meeting="starts: 10:00\n", minutes=MINUTES))
    assert (problem.code, problem.suggestion) == ("minutes-and-planned", None)


NOTHING = "items:\n  - number: 1\n    title: Patrols\n"
QUESTIONS = "items:\n  - number: 1\n    title: Public questions\n    matter: public-questions\n"
WITHDRAWN = "    withdrawn:\n      on: 2027-05-28\n      reason: The meeting is cancelled.\n"


@pytest.mark.parametrize(
    ("meeting", "agenda", "told"),
    [
        ("", NOTHING, ""),
        ("webcast:\n  planned: yes\n", NOTHING, "is still said to be filmed"),
        ("webcast:\n  planned: no\n", NOTHING, ""),
        ("why_provisional: A veto decides.\n", NOTHING, "still has the reason why it may not take place"),
        ("", QUESTIONS, "still takes questions from the public"),
        ("", QUESTIONS + WITHDRAWN, ""),
        ("summary: Send your question by Thursday.\n", NOTHING, "still calls for questions"),
        ("summary: Questions must arrive by 24 May 2027.\n", NOTHING, "still calls for questions"),
        ("summary: Anyone can ask a question.\n", NOTHING, "still calls for questions"),
        ("summary: The Panel did not veto the precept.\n", NOTHING, ""),
        ("", f"introduction: Send us a question.\n{NOTHING}", "still calls for questions"),
        ("", f"{NOTHING}    text: Questions can be sent to the clerk.\n", "still calls for questions"),
        ("", f"{NOTHING}    text: Questions can be sent to the clerk.\n{WITHDRAWN}", ""),
    ],
)
def test_what_is_cancelled_announces_nothing(meeting: str, agenda: str, told: str, tmp_path: Path) -> None:
    planned = with_files(tmp_path / "planned", meeting=f"state: planned\n{meeting}", agenda=agenda)
    assert found_by(rules.still_announced, planned) == []
    for state in OFF:
        records = with_files(tmp_path / state, meeting=f"state: {state}\n{meeting}", agenda=agenda)
        found = [problem.message for problem in found_by(rules.still_announced, records)]
        waits = state == "postponed" and told.startswith("still takes")
        assert found == ([f"This meeting was {state}, and {told}."] if told and not waits else [])


def test_an_action_waits_for_no_meeting_that_was_cancelled(tmp_path: Path) -> None:
    files = {
        f"meetings/{PLANNED}/meeting.yml": "state: cancelled\n",
        f"meetings/{HELD}/minutes.yml": (
            "minutes:\n  - number: 11\n    title: Patrols\n    resolutions:\n      - text: The clerk writes.\n"
            f"        short: The clerk writes.\n        action:\n          owner: clerk\n          due: {PLANNED}\n"
        ),
    }
    (problem,) = found_by(rules.due_at_no_meeting, read_folder(copy_with(tmp_path, files)).records)
    assert (problem.code, problem.place.line, problem.severity) == ("due-at-no-meeting", 9, "advice")


@pytest.mark.parametrize(
    ("days", "told"),
    [(-1, []), (0, []), (1, [("planned-and-past", "advice")]), (400, [("planned-and-past", "advice")])],
)
def test_a_day_that_is_over_is_not_planned(days: int, told: list[tuple[str, str]]) -> None:
    assert of_a_day(river_valley(), date.fromisoformat(PLANNED) + timedelta(days)) == told


@pytest.mark.parametrize(("days", "told"), [(-1, ["held-and-to-come"]), (0, []), (1, [])])
@pytest.mark.parametrize("minutes", [True, False])
def test_a_day_to_come_is_not_over(days: int, told: list[str], minutes: bool, tmp_path: Path) -> None:
    files = {"meeting": "state: planned\n", "minutes": MINUTES} if minutes else {"meeting": "state: held\n"}
    today = date.fromisoformat(PLANNED) + timedelta(days)
    assert [code for code, _ in of_a_day(with_files(tmp_path, **files), today)] == told


@pytest.mark.parametrize("state", OFF)
def test_what_was_cancelled_is_neither_past_nor_to_come(state: str, tmp_path: Path) -> None:
    records = with_files(tmp_path, meeting=f"state: {state}\n")
    assert of_a_day(records, date(2027, 4, 15)) == of_a_day(records, date(2028, 1, 1)) == []


def test_the_check_takes_its_day_as_the_build_does(tmp_path: Path) -> None:
    data, runner = copy_with(tmp_path, {}), CliRunner()
    told = {
        day: "planned" in runner.invoke(main, ["check", "--data", str(data)], env={"PANEL_TODAY": day}).output
        for day in (PLANNED, "2027-06-03")
    }
    assert told == {PLANNED: False, "2027-06-03": True}
    wrong = runner.invoke(main, ["check", "--data", str(data)], env={"PANEL_TODAY": "today"})
    assert (wrong.exit_code, wrong.output.count("\n")) == (1, 1)
    assert wrong.output.startswith('Error: PANEL_TODAY: "today" is not a date')


def test_without_a_day_nothing_is_told_of_one(tmp_path: Path) -> None:
    data = copy_with(tmp_path, {})
    codes_of = [
        {problem.code for problem in panelpapers.check(data, day).problems} for day in (None, date(2030, 1, 1))
    ]
    assert ["planned-and-past" in found for found in codes_of] == [False, True]
