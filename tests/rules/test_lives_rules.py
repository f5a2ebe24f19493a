from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.rules import lives as rules
from panelpapers.rules import members
from panelpapers.rules.numbering import pointing_nowhere
from tests.rules.packs import found_by
from tests.tern_bay import AFTER, LAST, changed, tern_bay

BECAME = "    became: harbour-director\n    law: Harbours (Tern Bay) Order 2027, article 2\n"
HANDED = "    hands_over:\n      - to: harbour-director\n        what: [actions, commitments]\n"
CASES = [
    (
        "an end is told of and has no day",
        "bodies.yml",
        "    until: 2027-12-31\n    became",
        "    became",
        "end-missing",
        '"became" is about the end of Harbour Commissioner, and its last day is not typed.',
    ),
    (
        "a meeting on the day after the last",
        "panel.yml",
        "until: 2028-03-31",
        "until: 2028-02-15",
        "after-the-end",
        "This meeting is after 2028-02-15, the last day of the Board.",
    ),
    (
        "a holder after the last day of the office",
        "bodies.yml",
        "        begins: 2026-01-01\n        ends: 2027-12-31",
        "        begins: 2026-01-01\n        ends: 2028-01-01",
        "after-the-end",
        "This is 2028-01-01, and the last day of Harbour Commissioner is 2027-12-31.",
    ),
    (
        "a term after the last day of the body",
        "people.yml",
        "        ends: 2027-08-31\n        source",
        "        ends: 2028-04-01\n        source",
        "after-the-end",
        "This is 2028-04-01, and the last day of Tern Bay Harbour Board is 2028-03-31.",
    ),
    (
        "a seat that falls empty after the last day",
        "panel.yml",
        "begins: 2027-09-01",
        "begins: 2028-04-01",
        "after-the-end",
        "This is 2028-04-01, and the last day of Tern Bay Harbour Board is 2028-03-31.",
    ),
    (
        "a successor that begins a day too late",
        "bodies.yml",
        "from: 2028-04-01",
        "from: 2028-04-02",
        "successor-not-there",
        "Tern Port Trust begins on 2028-04-02, and is to follow Tern Bay Harbour Board on 2028-04-01.",
    ),
    (
        "a successor that has ended",
        "bodies.yml",
        "    kind: council\n",
        "    kind: council\n    until: 2028-03-31\n",
        "successor-not-there",
        "Tern Bay Council ended on 2028-03-31, and is to follow Tern Bay Harbour Board on 2028-04-01.",
    ),
    (
        "a circle of two",
        "bodies.yml",
        "    from: 2028-01-01\n",
        "    from: 2028-01-01\n    until: 2030-01-01\n    became: harbour-commissioner\n",
        "follows-itself",
        "Harbour Commissioner follows itself: it becomes a body, or hands over to one, that leads back to it.",
    ),
    (
        "an action that there is none of",
        "panel.yml",
        "2027-05-12-7-b",
        "2027-05-12-7-c",
        "unknown-action",
        'There is no action with the id "2027-05-12-7-c".',
    ),
    (
        "fewer seats than members and empty seats",
        "panel.yml",
        "seats: 7",
        "seats: 4",
        "more-than-seats",
        "Members on 2027-09-01: 4. Seats that are not empty: 3.",
    ),
]


@pytest.mark.parametrize(
    ("title", "file", "typed", "instead", "code", "fact"), CASES, ids=[case[0] for case in CASES]
)
def test_what_cannot_be_is_told(
    title: str, file: str, typed: str, instead: str, code: str, fact: str, tmp_path: Path
) -> None:
    found = [*found_by(rules, changed(tmp_path, file, typed, instead))]
    assert (code, fact) in [(problem.code, problem.message) for problem in found], title


@pytest.mark.parametrize(
    ("file", "typed", "instead"),
    [
        ("panel.yml", "seats: 7", "seats: 5"),
        ("panel.yml", "until: 2028-03-31", "until: 2028-02-16\nnotes: the day of the last meeting"),
        (
            "meetings/2028-02-16/meeting.yml",
            "starts: 10:00",
            "starts: 10:00\nstate: provisional\nwhy_provisional: The Board may have ended.",
        ),
    ],
)
def test_what_is_just_within_is_not_told(file: str, typed: str, instead: str, tmp_path: Path) -> None:
    found = found_by(rules, changed(tmp_path, file, typed, instead))
    assert [problem for problem in found if problem.code in ("more-than-seats", "after-the-end")] == []


@pytest.mark.parametrize(("seats", "told"), [(5, []), (4, [date(2027, 10, 1)])])
def test_somebody_who_comes_leaves_no_seat_empty(seats: int, told: list[date]) -> None:
    records = tern_bay()
    assert records.panel is not None
    came = records.people["cat-buoy"].terms[0].model_copy(update={"begins": date(2027, 10, 1)})
    people = {**records.people, "cat-buoy": records.people["cat-buoy"].model_copy(update={"terms": [came]})}
    panel = records.panel.model_copy(update={"seats": seats})
    found = found_by(rules.more_than_seats, replace(records, people=people, panel=panel))
    assert [problem.message[11:21] for problem in found] == [str(day) for day in told]


def test_the_board_is_sound() -> None:
    assert found_by((rules, members), tern_bay()) == []
    assert [*rules.open_without_successor(Dossier(tern_bay()), AFTER)] == []


def test_open_business_that_nobody_takes_on_is_advice_once_the_body_has_ended(tmp_path: Path) -> None:
    records = changed(
        tmp_path,
        "panel.yml",
        "  - to: tern-port-trust\n    law: Harbours (Tern Bay) Order 2027, article 9\n",
        "",
    )
    assert [*rules.open_without_successor(Dossier(records), LAST)] == []
    found = [*rules.open_without_successor(Dossier(records), AFTER)]
    ended = "Nothing says who takes on what was open when Tern Bay Harbour Board ended:"
    assert [problem.message for problem in found] == [
        f"{ended} actions, 2 in number.",
        f"{ended} recommendations, 1 in number.",
    ]
    assert {problem.severity for problem in found} == {"advice"}


def test_an_owner_that_ended_has_to_pass_on_what_it_owed(tmp_path: Path) -> None:
    records = changed(
        tmp_path,
        "bodies.yml",
        f"{BECAME}{HANDED}",
        "",
    )
    found = [*rules.open_without_successor(Dossier(records), date(2028, 1, 1))]
    ended = "Nothing says who takes on what was open when Harbour Commissioner ended:"
    assert [problem.message for problem in found] == [
        f"{ended} actions, 1 in number.",
        f"{ended} commitments, 1 in number.",
    ]


def test_what_one_body_became_takes_on_what_was_open_and_of_two_nobody_knows_which(tmp_path: Path) -> None:
    one = changed(tmp_path / "one", "bodies.yml", HANDED, "")
    assert [*rules.open_without_successor(Dossier(one), date(2028, 1, 1))] == []
    both = "    became: harbour-director, tern-bay-council\n"
    two = changed(tmp_path / "two", "bodies.yml", f"{BECAME}{HANDED}", both)
    assert len([*rules.open_without_successor(Dossier(two), date(2028, 1, 1))]) == 2


@pytest.mark.parametrize(
    ("file", "typed", "instead", "fact"),
    [
        (
            "people.yml",
            "            ends: 2027-05-11\n",
            "            ends: 2027-05-13\n",
            "Cat Buoy became Chair on 2027-05-12, and Ada Mole still is.",
        ),
        (
            "people.yml",
            "          - name: Deputy Chair\n",
            "          - name: Chair\n",
            "Ada Mole became Chair on 2027-05-12, and Cat Buoy still is.",
        ),
        (
            "bodies.yml",
            "        ends: 2025-12-31\n",
            "        ends: 2026-01-02\n",
            "Ned Shoal became Harbour Commissioner on 2026-01-01, and Mae Kelp still is.",
        ),
    ],
)
def test_two_in_one_office_on_one_day(file: str, typed: str, instead: str, fact: str, tmp_path: Path) -> None:
    found = found_by(members.two_in_one_office, changed(tmp_path, file, typed, instead))
    assert [(problem.code, problem.message) for problem in found] == [("two-in-one-office", fact)]


@pytest.mark.parametrize(
    ("file", "typed", "instead", "fact"),
    [
        (
            "people.yml",
            "            ends: 2027-05-11\n",
            "            ends: 2026-05-12\n",
            "This tenure ends on 2026-05-12, before it begins on 2026-05-13.",
        ),
        (
            "panel.yml",
            "from: 1998-04-01",
            "from: 2029-04-01",
            "This panel ends on 2028-03-31, before it begins on 2029-04-01.",
        ),
        (
            "bodies.yml",
            "        ends: 2025-12-31\n",
            "        ends: 2018-12-31\n",
            "This holder ends on 2018-12-31, before it begins on 2019-01-01.",
        ),
    ],
)
def test_whatever_has_days_has_them_in_order(file: str, typed: str, instead: str, fact: str, tmp_path: Path) -> None:
    found = found_by(members.term_backwards, changed(tmp_path, file, typed, instead))
    assert [(problem.code, problem.message) for problem in found] == [("term-backwards", fact)]


def test_an_empty_seat_that_was_told_nowhere(tmp_path: Path) -> None:
    records = changed(tmp_path, "panel.yml", "minute: 11\n", "minute: 12\n")
    found = found_by(pointing_nowhere, records)
    assert [problem.message for problem in found] == ['There is no minute "12" in the minutes of 2027-09-15.']


def test_who_appoints_is_words_or_an_id_that_there_is(tmp_path: Path) -> None:
    records = changed(tmp_path, "panel.yml", "    ward: North Quay\n", "    appointed_by: transport-minstry\n")
    found = found_by(members.unknown_appointer, records)
    assert [(problem.severity, problem.message, problem.fix) for problem in found] == [
        ("warning", 'There is no body with the id "transport-minstry".', 'Did you mean "transport-ministry"?')
    ]


def test_in_place_of_somebody_for_another_ward(tmp_path: Path) -> None:
    records = changed(
        tmp_path, "people.yml", "        ward: South Quay\n", "        ward: South Quay\n        replaces: ben-spar\n"
    )
    found = found_by(members.replaced_wrongly, records)
    assert [problem.message for problem in found] == [
        "Ada Mole comes in place of Ben Spar, who has no term of the same kind."
    ]
