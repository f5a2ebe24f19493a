"""What is told of one body of a site says nothing of another: ends, offices, numbers, votes and deferred business."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from panelpapers.checking import RULES, check
from panelpapers.facts.dossier import Dossier
from panelpapers.records.publication import Records
from panelpapers.rules import lives, meetings, numbering, spoken
from tests.river_valley import changed
from tests.rules.packs import found_by
from tests.saltmere import FOLDER, saltmere

QUAY = "  - id: quay\n"
ANNUAL, COUNCIL, PLANNING, MINUTES_OF_QUAY = (
    f"meetings/{name}/minutes.yml"
    for name in ("2027-05-12-annual", "2027-05-12", "2027-06-09-planning", "2027-06-09-quay")
)


def twice(folder: Path, *changes: tuple[str, str, str]) -> Records:
    """Read the council with several passages changed, one after the other."""
    source = FOLDER
    for number, (file, typed, instead) in enumerate(changes):
        records = changed(folder / str(number), file, typed, instead, source)
        source = folder / str(number) / "data"
    return records


@pytest.mark.parametrize(("until", "after"), [("2027-07-21", 0), ("2027-07-20", 1), ("2027-06-29", 2)])
def test_a_meeting_after_the_end_of_a_committee_is_told_and_of_no_other_body(
    until: str, after: int, tmp_path: Path
) -> None:
    records = changed(tmp_path, "bodies.yml", QUAY, f"{QUAY}    until: {until}\n", FOLDER)
    told = found_by(lives.after_the_end, records)
    assert [problem.place.file.split("/")[-2] for problem in told] == ["2027-06-30", "2027-07-21-quay"][2 - after :]
    assert all("data/bodies.yml" in problem.fix for problem in told)


def test_nobody_has_a_seat_in_a_committee_that_ended_and_those_of_others_stay(tmp_path: Path) -> None:
    records = changed(tmp_path, "bodies.yml", QUAY, f"{QUAY}    until: 2027-06-30\n", FOLDER)
    dossier = Dossier(records)
    assert [len(dossier.memberships[body].seats_on(date(2027, 7, 1))) for body in records.meeting_bodies] == [2, 2, 0]


def test_an_own_body_with_an_entry_is_told_of_once() -> None:
    every = Dossier(saltmere()).lives.every
    assert list(every) == ["council", "planning", "quay", "district"]
    assert every["council"] is saltmere().panel


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("    until: 2030-03-31\n", ["entry-of-panel"]), ("    about: The council.\n", ["entry-of-panel"]), ("", [])],
)
def test_what_stands_in_the_own_entry_and_is_read_elsewhere_is_told(
    typed: str, codes: list[str], tmp_path: Path
) -> None:
    own = "  - id: council\n"
    records = changed(tmp_path, "bodies.yml", own, f"{own}{typed}", FOLDER)
    assert [problem.code for problem in found_by((lives, meetings.who_meets), records)] == codes


def test_the_chair_of_whom_an_action_speaks_is_that_of_the_body_that_met() -> None:
    found = Dossier(saltmere()).lives
    day = date(2027, 7, 1)
    assert found.owner("the Chair", "actions", day, "2027-06-09-planning-1").people == ("ben-oake",)
    assert found.owner("the Chair", "actions", day, "2027-05-12-annual-4-ii").people == ("ada-fenn",)
    assert found.owner("the Chair", "commitments", day).people == ("ada-fenn",)
    assert found.owner("the Chair", "actions", day, "2027-06-09-quay-1").people == ()


def test_each_body_numbers_its_minutes_as_it_does(tmp_path: Path) -> None:
    """Minutes of a committee run on, and show nothing of those of the Council, which leave numbers out."""
    council = (COUNCIL, "  - number: 7\n", "  - number: 3\n    title: Apologies\n  - number: 7\n")
    further = "    title: Moorings\n" + "".join(f"  - number: {at}\n    title: Stall {at}\n" for at in range(2, 7))
    quay = (MINUTES_OF_QUAY, "    title: Moorings\n", further)
    assert found_by(numbering.out_of_its_row, twice(tmp_path / "own", council, quay)) == []
    gap = (MINUTES_OF_QUAY, "    title: Moorings\n", further.replace("number: 6", "number: 8"))
    (problem,) = found_by(numbering.out_of_its_row, twice(tmp_path / "gap", council, gap))
    assert (problem.code, problem.place.file.split("/")[-2]) == ("number-gap", "2027-06-09-quay")


def test_a_minute_of_another_body_is_no_number_that_is_missing(tmp_path: Path) -> None:
    typed = "text: The committee saw the plans."
    records = changed(tmp_path, PLANNING, typed, "text: The committee saw the plans, as in minute 5.", FOLDER)
    (problem,) = found_by(spoken, records)
    assert problem.code == "unknown-number"
    known = changed(tmp_path / "known", PLANNING, typed, "text: The Council told of it in minute 7.", FOLDER)
    assert found_by(spoken, known) == []


def test_a_member_of_the_council_alone_has_no_vote_in_a_committee(tmp_path: Path) -> None:
    votes = "    text: The committee saw the plans.\n    motions:\n      - text: That the doors be kept.\n"
    votes += "        votes:\n          for: [ada-fenn, cat-rudd]\n"
    also = "apologies: []\nalso_present:\n  - person: cat-rudd\n"
    records = twice(
        tmp_path,
        (PLANNING, "    text: The committee saw the plans.\n", votes),
        (PLANNING, "apologies: []\n", also),
    )
    told = [problem for problem in found_by(RULES, records) if problem.code == "voted-without-seat"]
    assert ["cat-rudd" in problem.message for problem in told] == [True]


@pytest.mark.parametrize(
    ("takes_up", "back"),
    [("", None), ("    takes_up:\n      meeting: 2027-06-09-quay\n      minute: 1\n", "2027-06-30")],
)
def test_business_comes_back_in_the_body_that_put_it_off(takes_up: str, back: str | None, tmp_path: Path) -> None:
    deferred = "    title: Moorings\n    matter: old-boathouse\n    outcome: deferred\n"
    records = twice(
        tmp_path,
        (MINUTES_OF_QUAY, "    title: Moorings\n", deferred),
        ("meetings/2027-06-30/meeting.yml", "  - planning\n  - quay\n", "  - planning\n  - district\n"),
        ("meetings/2027-06-30/minutes.yml", "    matter: old-boathouse\n", f"    matter: old-boathouse\n{takes_up}"),
    )
    (entry,) = Dossier(records).deferrals
    assert (entry.back[0] if entry.back else None) == back


def test_business_that_a_joint_meeting_comes_to_is_back(tmp_path: Path) -> None:
    deferred = "    title: Moorings\n    matter: old-boathouse\n    outcome: deferred\n"
    records = changed(tmp_path, MINUTES_OF_QUAY, "    title: Moorings\n", deferred, FOLDER)
    (entry,) = Dossier(records).deferrals
    assert entry.back
    assert entry.back[0] == "2027-06-30"


def test_what_a_committee_that_ended_put_off_is_taken_on_by_whom_it_names(tmp_path: Path) -> None:
    deferred = "    title: Moorings\n    outcome: deferred\n    matter: public-questions\n"
    end = f"{QUAY}    until: 2027-06-30\n"
    handed = f"{end}    hands_over:\n      - to: planning\n        what: [deferred items]\n"
    put_off = (MINUTES_OF_QUAY, "    title: Moorings\n", deferred)
    later = ("meetings/2027-07-21-quay/meeting.yml", "body: quay\n", "body: planning\n")
    today = date(2027, 7, 22)
    open_ = Dossier(twice(tmp_path / "open", put_off, later, ("bodies.yml", QUAY, end)))
    (problem,) = (found for found in check(open_, today) if found.code == "open-without-successor")
    assert "deferred items" in problem.message
    taken = Dossier(twice(tmp_path / "taken", put_off, later, ("bodies.yml", QUAY, handed)))
    assert "open-without-successor" not in {found.code for found in check(taken, today)}


def test_an_action_is_of_the_meeting_that_has_its_minute(tmp_path: Path) -> None:
    """Names of meetings and ids of minutes are both made of words: of two that fit, one has the minute."""
    records = changed(tmp_path, COUNCIL, "  - number: 7\n", "  - id: annual-accounts\n", FOLDER)
    assert records.made_at("2027-05-12-annual-accounts") == "2027-05-12"
    assert records.made_at("2027-05-12-annual-4-ii") == "2027-05-12-annual"
    assert records.made_at("2027-05-12-annual-5") == "2027-05-12-annual"
