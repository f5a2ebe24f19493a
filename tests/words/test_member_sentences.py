from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.attendance import AttendanceRecord, AttendanceRow, What
from panelpapers.facts.members import MembershipChange, Seat
from panelpapers.records.attendance import Absence, Attendance, Presence, Quorum, Session
from panelpapers.records.law import PrivateBusiness
from panelpapers.records.panel import Body
from panelpapers.records.people import Person, Term
from panelpapers.words import members as words
from panelpapers.words.agenda import without_public
from panelpapers.words.tense import Tense

CASES: dict[str, list[dict[str, Any]]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[1] / "cases" / "membership.yml").read_text(encoding="utf-8")
)


def term(**values: Any) -> Term:
    return Term.model_validate({"seat": "member", "authority": "northbank", "source": "Case", **values})


@pytest.mark.parametrize("case", CASES["terms"], ids=lambda case: case["said"])
def test_when_a_term_ran(case: dict[str, Any]) -> None:
    assert words.dates(term(**case["term"])) == case["said"]


def test_a_seat_names_its_office() -> None:
    assert words.seat(term(office="Chair")) == "Member and Chair"
    assert words.seat(term(seat="substitute")) == "Named substitute"


def test_a_change_of_membership_asks_its_day() -> None:
    came, left = (MembershipChange(date(2026, 5, 20), what, "a", term(), None, None) for what in ("came", "left"))
    tenses: tuple[Tense, ...] = ("past", "present", "future")
    assert [words.changed(came, when) for when in tenses] == ["became", "becomes", "will become"]
    assert [words.changed(left, when) for when in tenses] == ["stopped being", "stops being", "will stop being"]


def test_what_the_minutes_of_one_meeting_say() -> None:
    known = (Seat("a", term(), "listed"),)
    unknown = (Seat("a", term(), "no beginning given"),)
    substitute = Presence(person="a", role="Substitute member")
    assert words.attended(AttendanceRow("m", "present", substitute, known)) == "Present as substitute member"
    assert (
        words.attended(AttendanceRow("m", "apologies", Attendance(person="a", role="Member"), known))
        == "Sent apologies"
    )
    assert words.attended(AttendanceRow("m", "not taken", None, unknown)) == "Attendance was not taken"
    assert words.attended(AttendanceRow("m", "neither", None, unknown)) == (
        "Neither present nor apologies; not counted, because the seat is not known"
    )


@pytest.mark.parametrize(
    ("what", "substitute", "said"),
    [
        (["present"], False, "Present at 1 of 1 meeting."),
        (["present", "apologies"], False, "Present at 1 of 2 meetings; sent apologies for 1."),
        (["neither"], False, "Present at 0 of 1 meeting; neither present nor apologies at 1."),
        (["neither", "present"], True, "Present at 1 of 2 meetings; not listed at 1."),
        (["not taken"], True, "No meeting is counted: "),
    ],
)
def test_how_often_somebody_attended(what: list[What], substitute: bool, said: str) -> None:
    known = (Seat("a", term(), "listed"),)
    record = AttendanceRecord(tuple(AttendanceRow("m", one, None, known) for one in what))
    assert words.attendance(record, substitute=substitute).startswith(said)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"seat": "Mayor"}, "Mayor"),
        ({"seat": "Mayor", "office": "Chair"}, "Mayor and Chair"),
        ({"seat": "ex officio"}, "a member ex officio"),
        ({"seat": "Ex-officio"}, "a member ex officio"),
        ({"seat": "at large"}, "a member at large"),
        ({"seat": "co-opted"}, "a co-opted member"),
        ({"seat": "Elected"}, "an elected member"),
        ({"seat": "union representative"}, "a union representative"),
        ({"seat": "honorary member"}, "an honorary member"),
        ({"seat": "commissioner"}, "a commissioner"),
        ({"seat": "elected member"}, "an elected member"),
        ({"seat": "Ortsvorsteherin"}, "Ortsvorsteherin"),
        ({"seat": "össze"}, "an össze"),
        ({"seat": "Independent member"}, "an independent member"),
        ({"seat": "member", "office": "Chair"}, "a member and chair"),
    ],
)
def test_a_seat_in_a_sentence_keeps_the_words_that_are_typed(values: dict[str, str], said: str) -> None:
    assert words.in_a_sentence(term(**values)) == said


@pytest.mark.parametrize(
    ("title", "role", "listed", "body", "said"),
    [
        ("Council Member", "Council Member, District 2", None, "City Council", ["District 2", "City Council"]),
        ("Mayor", "Mayor", None, None, []),
        ("Mayor", "Council Member, District 2", "Mayor", "City Council", ["City Council"]),
        ("Mayor", "Mayor of Saltmere", None, None, ["Mayor of Saltmere"]),
        (None, "Harbour Commissioner", None, "Harbour Commissioner", ["Harbour Commissioner"]),
        (None, "Clerk", "Chair", None, ["Chair"]),
    ],
)
def test_what_a_title_or_a_role_says_is_not_said_again(
    title: str | None, role: str, listed: str | None, body: str | None, said: list[str]
) -> None:
    person = Person.model_validate({"id": "ann-ash", "name": "Ann Ash", "title": title, "role": role})
    assert words.beside(person, listed, body) == said


def test_an_office_with_days_is_named_on_these_days_only() -> None:
    held = term(offices=[{"name": "Chair", "begins": "2026-05-13", "ends": "2027-05-11"}])
    days = (date(2026, 5, 12), date(2026, 5, 13), date(2027, 5, 11), date(2027, 5, 12))
    assert [words.seat(held, day) for day in days] == ["Member", "Member and Chair", "Member and Chair", "Member"]


@pytest.mark.parametrize(
    ("seat", "number", "said"),
    [
        ("independent member", 1, "Independent members"),
        ("elected member", 2, "Elected members"),
        ("elected member", 1, "Elected member"),
        ("ex officio", 3, "Ex officio"),
    ],
)
def test_a_list_of_seats_is_headed_by_what_they_are(seat: str, number: int, said: str) -> None:
    assert words.kinds(seat, number) == said


def test_what_else_is_known_of_a_seat_is_said_only_where_it_is() -> None:
    groups = [{"name": "Green", "ends": "2026-12-31"}, {"name": "Red", "begins": "2027-01-01"}]
    person = Person.model_validate({"id": "a", "name": "A", "role": "Member", "groups": groups})
    always = Person.model_validate({"id": "a", "name": "A", "role": "Member", "group": "Green"})
    assert words.details(always, term(), date(2027, 1, 1)) == ["Green"]
    assert words.details(person, term(), date(2026, 12, 31)) == ["Green"]
    assert words.details(person, term(), date(2027, 1, 1)) == ["Red"]
    assert words.details(person, term(group="Blue", ward="Old Town", votes="no"), date(2027, 1, 1)) == [
        "Old Town",
        "Blue",
        "without a vote",
    ]


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Chair", "Present as chair"),
        ("Committee Chair", "Present as Committee Chair"),
        ("PCC", "Present as PCC"),
        ("IT adviser", "Present as IT adviser"),
    ],
)
def test_a_title_of_several_words_keeps_its_capitals(role: str, said: str) -> None:
    listed = Presence.model_validate({"person": "a", "role": role})
    assert words.attended(AttendanceRow("2026-01-05", "present", listed, ())).partition(";")[0] == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"ward": "Old Town"}, "Old Town"),
        ({"district": "3"}, "district 3"),
        ({"ward": "12a"}, "ward 12a"),
        ({}, None),
    ],
)
def test_the_place_of_a_seat_is_named_as_sentences_need_it(typed: dict[str, str], said: str | None) -> None:
    assert term(**typed).place == said


def test_councils_are_called_so_only_where_all_who_appoint_are_councils() -> None:
    council = Body.model_validate({"id": "a", "name": "Northbank", "kind": "district council"})
    ministry = Body.model_validate({"id": "b", "name": "Ministry of Transport", "kind": "ministry"})
    assert words.appointing([council], None) == "council"
    assert words.appointing([council, ministry], None) == "appointing body"
    assert words.appointing([council, ministry], "sponsor") == "sponsor"
    assert words.appointing([], "council") == ""
    governors = Body.model_validate({"id": "c", "name": "Council of Governors", "kind": "council of governors"})
    assert words.appointing([governors], None) == "appointing body"


def test_a_term_ends_with_its_body() -> None:
    assert words.dates(term(begins="2026-05-20"), "the Board") == "From 20 May 2026 until the Board ended"
    assert words.dates(term(begins="2026-05-20", ends="2027-02-28"), "the Board").endswith("28 February 2027")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, ""),
        ({"by": "in the room"}, "in the room"),
        ({"by": "telephone", "votes": "no"}, "by telephone, without a vote"),
        ({"votes": "yes", "arrived": "16:12"}, "with a vote, arrived at 4.12pm"),
        (
            {"away": [{"from": "17:00", "until": "17:20"}, {"from": "18:00", "until": "18:05"}], "left": "19:00"},
            "away from 5pm to 5.20pm and from 6pm to 6.05pm, left at 7pm",
        ),
        ({"by": "video", "part": "from item 4 on"}, "by video, from item 4 on"),
        ({"sessions": ["closed"]}, "only in session “closed”"),
        ({"sessions": ["one", "part-two"], "by": "remotely"}, "remotely, only in sessions “one” and “part two”"),
    ],
)
def test_how_somebody_took_part(typed: dict[str, Any], said: str) -> None:
    assert words.how(Presence.model_validate({"person": "a", **typed})) == said


def test_an_absence_is_excused_only_where_minutes_say_so() -> None:
    told = [
        words.how(Absence.model_validate({"person": "a", **typed}))
        for typed in ({}, {"excused": "yes"}, {"excused": "no"})
    ]
    assert told == ["", "excused", "not excused"]
    assert words.how(Attendance(person="a")) == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, ""),
        ({"needed": "1"}, "Quorum: 1 member needed."),
        ({"reached": "no"}, "Quorum: not reached."),
        (
            {"needed": "5", "reached": "16:04", "lost": "18:00"},
            "Quorum: 5 members needed; reached at 4.04pm; lost at 6pm.",
        ),
    ],
)
def test_whether_there_was_a_quorum(typed: dict[str, str], said: str) -> None:
    assert words.quorum(Quorum.model_validate(typed)) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"adjourned": "20:15"}, "At 8.15pm"),
        ({"until": "2026-12-01"}, "Until Tuesday 1 December 2026"),
        ({"adjourned": "20:15", "until": "2026-12-01 10:00"}, "At 8.15pm, until Tuesday 1 December 2026, 10am"),
    ],
)
def test_until_when_a_session_was_adjourned(typed: dict[str, str], said: str) -> None:
    assert words.adjourned(Session.model_validate({"id": "one", **typed})) == said


@pytest.mark.parametrize(
    ("grounds", "said"),
    [
        ([], "Yes"),
        (["paragraph 3"], "Yes, under paragraph 3"),
        (["54956.9"], "Yes, under section 54956.9: A lawsuit."),
        (
            ["54957.6(a)", "54956.9"],
            "Yes, under section 54957.6(a) and section 54956.9: Talks with unions. A lawsuit.",
        ),
    ],
)
def test_why_a_session_was_without_the_public(grounds: list[str], said: str) -> None:
    kinds = [{"number": "54956.9", "means": "A lawsuit."}, {"number": "54957.6", "means": "Talks with unions."}]
    law = PrivateBusiness.model_validate({"cited_as": "section", "kinds": kinds})
    assert without_public(grounds, law) == said
