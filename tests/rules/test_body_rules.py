"""What is told of bodies that meet on one site, of actions that are due on a day, and of how long meetings lasted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from panelpapers.checking import RULES, check
from panelpapers.facts.dossier import Dossier
from panelpapers.reading.folder import read_folder
from panelpapers.rules import actions, dates, lives, meetings, members, minutes, references, regimes
from tests.river_valley import changed, river_valley
from tests.rules.packs import found_by
from tests.saltmere import FOLDER, TODAY, saltmere

PLANNING = "meetings/2027-06-09-planning"


def told(folder: Path, file: str, typed: str, instead: str) -> list[tuple[str, str]]:
    """Give the code and the severity of all that is told of the council with one passage of one file changed."""
    records = changed(folder, file, typed, instead, FOLDER)
    return [(problem.code, problem.severity) for problem in found_by(RULES, records)]


def test_nothing_is_told_of_a_council_with_its_committees() -> None:
    assert list(check(Dossier(saltmere()), TODAY)) == []
    assert found_by((lives, meetings), river_valley()) == []


def test_a_panel_among_other_bodies_needs_an_id(tmp_path: Path) -> None:
    assert ("panel-among-bodies", "error") in told(tmp_path, "panel.yml", "body: council\n", "")


@pytest.mark.parametrize("held_by", ["  - planning\n", "  - planning\n  - planning\n"])
def test_a_joint_meeting_is_of_two_bodies_or_more(held_by: str, tmp_path: Path) -> None:
    file = "meetings/2027-06-30/meeting.yml"
    assert ("who-meets", "error") in told(tmp_path, file, "  - planning\n  - quay\n", held_by)


def test_of_a_body_that_is_not_there_only_that_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, f"{PLANNING}/meeting.yml", "body: planning\n", "body: plannning\n")
    assert found == [("unknown-reference", "error")]


def test_who_meets_is_said_once(tmp_path: Path) -> None:
    file = "meetings/2027-06-30/meeting.yml"
    assert told(tmp_path, file, "bodies:\n", "body: planning\nbodies:\n") == [("who-meets", "error")]


def test_an_entry_that_is_the_panel_itself_is_told_as_such(tmp_path: Path) -> None:
    records = changed(tmp_path, "panel.yml", "body: council\n", "", FOLDER)
    (problem,) = found_by(lives.named_alike, records)
    assert problem.fix == 'If this is the panel itself, write "body: council" in data/panel.yml.'


def test_two_bodies_have_two_names(tmp_path: Path) -> None:
    typed, instead = "name: Quay and Market Committee", "name: planning committee"
    assert ("bodies-named-alike", "error") in told(tmp_path, "bodies.yml", typed, instead)
    own = "name: saltmere town Council\n    short_name"
    assert ("bodies-named-alike", "error") in told(tmp_path / "own", "bodies.yml", f"{typed}\n    short_name", own)


def test_minutes_are_confirmed_within_a_body(tmp_path: Path) -> None:
    file, typed = "meetings/2027-07-14-planning/agenda.yml", "confirms: 2027-06-09-planning"
    assert told(tmp_path, file, typed, "confirms: 2027-06-09-quay") == [("confirms-of-another", "warning")]
    assert told(tmp_path / "joint", file, typed, "confirms: 2027-06-30") == []


def test_a_meeting_on_one_day_confirms_one_that_started_before_it(tmp_path: Path) -> None:
    file, typed = "meetings/2027-05-12/minutes.yml", "    title: Accounts of April\n"
    assert told(tmp_path, file, typed, f"{typed}    confirms: 2027-05-12-annual\n") == []
    file = "meetings/2027-05-12-annual/minutes.yml"
    early = told(
        tmp_path / "early", file, "    title: Committees\n", "    title: Committees\n    confirms: 2027-05-12\n"
    )
    assert early == [("confirms-later", "error")]


def test_a_meeting_continues_within_a_body(tmp_path: Path) -> None:
    file, typed = "meetings/2027-07-21/meeting.yml", "announced: 2027-06-12"
    assert told(tmp_path, file, typed, f"{typed}\ncontinues: 2027-06-09-quay") == [("continues-later", "error")]
    of_quay = file.replace("21/", "21-quay/")
    assert told(tmp_path / "joint", of_quay, typed, f"{typed}\ncontinues: 2027-06-30") == []


def test_a_body_whose_name_has_a_slip_is_found_and_so_is_a_regime_in_another_order(tmp_path: Path) -> None:
    meeting = "meetings/2027-06-09-quay/meeting.yml"
    records = changed(tmp_path, meeting, "body: quay", "body: Planing Committee", FOLDER)
    assert [problem.suggestion for problem in found_by(references.unknown_reference, records)] == ["body: planning"]
    records = changed(tmp_path / "law", "panel.yml", "regime: own", "regime: City Council, California", FOLDER)
    found = found_by(regimes.unknown_regime, records)
    assert [problem.suggestion for problem in found] == ["regime: california-city-council"]


def test_a_meeting_moves_within_a_body(tmp_path: Path) -> None:
    file, typed = "meetings/2027-07-21/meeting.yml", "announced: 2027-06-12"
    moved = told(tmp_path, file, typed, f"{typed}\nmoved_from: 2027-07-14-planning")
    assert ("moved-wrongly", "error") in moved


def test_each_body_has_its_own_notice(tmp_path: Path) -> None:
    file = f"{PLANNING}/agenda.yml"
    assert told(tmp_path, file, "2027-05-28", "2027-05-31") == [("published-late", "error")]
    council = "meetings/2027-05-12/agenda.yml"
    assert told(tmp_path / "council", council, "2027-05-05", "2027-05-06") == []


def test_a_rule_of_a_body_is_looked_at_as_that_of_the_panel(tmp_path: Path) -> None:
    assert ("too-many-days", "error") in told(tmp_path, "bodies.yml", "days: 6", "days: 91")
    assert told(tmp_path / "length", "bodies.yml", "usual_length: 60", "usual_length: 1") == [
        ("unusual-length", "error")
    ]


def test_a_way_of_counting_that_is_nearly_one_is_told_with_the_line_as_it_is_set_in(tmp_path: Path) -> None:
    typed = "    notice_rule:\n      days: 6\n      counting: clear_working_days"
    instead = typed.replace("clear_working_days", "clear working day  # order 21")
    records = changed(tmp_path, "bodies.yml", typed, instead, FOLDER)
    (problem,) = found_by(dates.unknown_counting, records)
    assert problem.suggestion == "      counting: clear_working_days  # order 21"


def test_a_member_of_one_committee_is_none_of_another(tmp_path: Path) -> None:
    file, typed = "meetings/2027-06-09-quay/minutes.yml", "  - person: cat-rudd\n"
    assert told(tmp_path, file, typed, f"{typed}  - person: ben-oake\n") == [("listed-without-seat", "warning")]


def test_each_body_has_a_chair_of_its_own(tmp_path: Path) -> None:
    typed = "        of: planning\n        office: Chair\n        begins: 2027-05-12\n"
    in_council = typed.replace("        of: planning\n", "").replace("05-12", "05-13")
    records = changed(tmp_path, "people.yml", typed, in_council, FOLDER)
    assert [problem.code for problem in found_by(members.two_in_one_office, records)] == ["two-in-one-office"]
    assert found_by(members.two_in_one_office, saltmere()) == []


DUE = "due: 2027-06-01"
ANNUAL = "meetings/2027-05-12-annual/minutes.yml"


@pytest.mark.parametrize(
    ("due", "codes"),
    [
        ("2027-05-11", ["due-too-early"]),
        ("2027-05-13", []),
        ("2027-05-12", []),  # a meeting that starts later on that day
        ("2027-05-12-annual", ["due-too-early"]),
    ],
)
def test_an_action_is_due_after_it_is_made(due: str, codes: list[str], tmp_path: Path) -> None:
    records = changed(tmp_path, ANNUAL, DUE, f"due: {due}", FOLDER)
    assert [problem.code for problem in found_by(actions.due_too_early, records)] == codes


def test_a_meeting_that_an_action_is_due_by_must_be_there_and_a_day_need_not(tmp_path: Path) -> None:
    records = changed(tmp_path, ANNUAL, DUE, "due: 2027-06-09-quey", FOLDER)
    (problem,) = found_by(references.unknown_reference, records)
    assert problem.fix == 'Did you mean "2027-06-09-quay"?'
    assert found_by(references.unknown_reference, saltmere()) == []


@pytest.mark.parametrize(
    ("lasted", "codes"),
    [("380", []), ("379", ["wrong-length"]), ("0", ["wrong-length"]), ("1440", ["wrong-length"])],
)
def test_how_long_a_meeting_lasted_fits_its_start_and_its_close(
    lasted: str, codes: list[str], tmp_path: Path
) -> None:
    records = changed(tmp_path, f"{PLANNING}/minutes.yml", "lasted: 380", f"lasted: {lasted}", FOLDER)
    assert [problem.code for problem in found_by(meetings, records)] == codes


def test_a_close_after_midnight_needs_the_length(tmp_path: Path) -> None:
    records = changed(tmp_path, f"{PLANNING}/minutes.yml", "lasted: 380\n", "", FOLDER)
    assert [problem.code for problem in found_by(meetings, records)] == ["ends-before-start"]


def test_each_body_confirms_the_minutes_of_a_joint_meeting(tmp_path: Path) -> None:
    confirming = "minutes:\n  - number: 1\n    title: Minutes\n    confirms: 2027-06-30\n"
    data = Path(shutil.copytree(FOLDER, tmp_path / "joint"))
    for name in ("2027-07-14-planning", "2027-07-21-quay"):
        (data / "meetings" / name / "minutes.yml").write_text(confirming, encoding="utf-8")
    assert found_by(minutes.confirmed_twice, read_folder(data).records) == []
    (data / "meetings" / "2027-07-28-quay").mkdir()
    (data / "meetings" / "2027-07-28-quay" / "meeting.yml").write_text("body: quay\n", encoding="utf-8")
    (data / "meetings" / "2027-07-28-quay" / "minutes.yml").write_text(confirming, encoding="utf-8")
    (problem,) = found_by(minutes.confirmed_twice, read_folder(data).records)
    assert "2027-07-21-quay" in problem.message
