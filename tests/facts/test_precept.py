from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.dossier import Dossier
from panelpapers.facts.precept import (
    precept_reviews,
    precept_steps,
    precept_year,
    votes_to_veto,
)
from panelpapers.records.agenda import Agenda
from panelpapers.records.lives import Vacancy
from panelpapers.records.meeting import Meeting
from panelpapers.records.panel import Panel
from panelpapers.records.people import Person
from panelpapers.records.programme import StatutoryFunction, WorkProgramme
from panelpapers.records.publication import Records

VETO = YAML(typ="safe", pure=True).load((Path(__file__).parents[1] / "cases" / "dates.yml").read_text())["veto"]
FUNCTIONS = {
    "budget-and-precept": StatutoryFunction(id="budget-and-precept", title="P", about="P", law="L", precept=True),
    "complaints": StatutoryFunction(id="complaints", title="C", about="C", law="L", veto=True),
}


def planned(*items: dict[str, Any]) -> WorkProgramme:
    each = [{"title": "Precept", "function": "budget-and-precept", **item} for item in items]
    return WorkProgramme.model_validate({"title": "T", "as_of": "2026-01-05", "about": "A", "items": each})


def person(name: str, *terms: dict[str, Any]) -> Person:
    each = [{"source": "Minutes", **term} for term in terms]
    return Person.model_validate({"id": name, "name": name, "role": "Member", "terms": each})


def people(*several: Person) -> dict[str, Person]:
    return {one.id: one for one in several}


def panel(*authorities: str) -> Panel:
    edition = {"statement": "S", "made_from": "M"}
    basic = {"name": "N", "short_name": "N", "area": "A", "about": "A", "edition": edition}
    return Panel.model_validate({**basic, "authorities": list(authorities)})


def reviews(records: Records) -> list[tuple[str, str]]:
    return [(one.meeting_id, one.review) for one in precept_reviews(records)]


def test_the_earliest_meeting_of_a_precept_has_the_first_review() -> None:
    programme = planned({"meeting": "2026-02-16"}, {"meeting": "2026-02-02"}, {"meeting": "2027-02-01"})
    assert reviews(Records(functions=FUNCTIONS, programme=programme)) == [
        ("2026-02-02", "first"),
        ("2026-02-16", "second"),
        ("2027-02-01", "first"),
    ]


def test_a_cancelled_meeting_reviews_nothing() -> None:
    programme = planned({"meeting": "2026-02-02"}, {"meeting": "2026-02-16"})
    meetings = {"2026-02-02": Meeting(state="cancelled"), "2026-02-16": Meeting()}
    records = Records(functions=FUNCTIONS, programme=programme, meetings=meetings)
    assert reviews(records) == [("2026-02-16", "first")]


def test_only_an_item_that_serves_the_precept_counts() -> None:
    programme = planned(
        {"meeting": "2026-02-02", "function": "complaints"},
        {"meeting": "2026-01-05", "kind": "briefing"},
        {"day": "2026-01-06", "kind": "visit"},
        {},
    )
    assert reviews(Records(functions=FUNCTIONS, programme=programme)) == []


def test_an_agenda_can_say_it_too() -> None:
    item = {"number": "5", "title": "Precept", "function": "budget-and-precept"}
    agenda = Agenda.model_validate({"items": [item]})
    assert reviews(Records(functions=FUNCTIONS, agendas={"2026-02-02": agenda})) == [("2026-02-02", "first")]
    gone = Agenda.model_validate({"items": [{**item, "withdrawn": {"on": "2026-01-30", "reason": "Moved"}}]})
    assert reviews(Records(functions=FUNCTIONS, agendas={"2026-02-02": gone})) == []


def test_the_steps_of_a_precept_have_the_dates_of_the_law() -> None:
    steps = precept_steps(2026)
    assert [(one.name, one.by.isoformat()) for one in steps] == [
        ("proposal", "2026-02-01"),
        ("report", "2026-02-08"),
        ("revised proposal", "2026-02-15"),
        ("second report", "2026-02-22"),
        ("issue", "2026-03-01"),
    ]
    assert all("2012/2271" in one.authority for one in steps)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 2, 2), 2026), (date(2026, 3, 31), 2026), (date(2026, 4, 1), 2027), (date(2026, 12, 7), 2027)],
)
def test_a_meeting_before_the_new_year_prepares_the_next_precept(day: date, year: int) -> None:
    assert precept_year(day) == year


def test_the_report_is_due_by_the_review() -> None:
    programme = planned({"meeting": "2026-02-02"}, {"meeting": "2026-02-16"})
    records = Records(functions=FUNCTIONS, programme=programme)
    precepts = Dossier(records).precepts
    first, second = precepts["2026-02-02"], precepts["2026-02-16"]
    assert (first.review, first.due) == ("first", date(2026, 2, 8))
    assert (second.review, second.due) == ("second", date(2026, 2, 22))
    assert set(precepts) == {"2026-02-02", "2026-02-16"}


@pytest.mark.parametrize("case", VETO, ids=lambda case: f"{case['members']} members")
def test_a_veto_needs_two_thirds_of_all_members(case: dict[str, int]) -> None:
    assert votes_to_veto(case["members"]) == case["votes"]


def test_votes_are_given_only_where_the_members_are_known() -> None:
    programme = planned({"meeting": "2026-02-02"})
    everyone = people(
        *(person(f"member-{number}", {"seat": "member", "begins": "2025-05-20"}) for number in range(14))
    )
    known = Records(functions=FUNCTIONS, programme=programme, people=everyone)
    unread = Records(functions=FUNCTIONS, programme=programme, people=everyone, unread=frozenset({"people"}))
    empty = Records(functions=FUNCTIONS, programme=programme)
    found = [Dossier(records).precepts["2026-02-02"] for records in (known, unread, empty)]
    assert [(dates.members, dates.votes_to_veto) for dates in found] == [(14, 10), (None, None), (None, None)]


@pytest.mark.parametrize(
    ("seats", "votes"),
    [(("north", "south"), 2), (("north", "substitute of south"), None), (("north",), None), (("independent",), None)],
)
def test_no_votes_are_counted_while_a_council_has_no_named_member(seats: tuple[str, ...], votes: int | None) -> None:
    """Two thirds of those who are named is too few, where it is known that others have a vote."""
    terms = {
        "north": {"seat": "member", "authority": "north", "begins": "2025-05-20"},
        "south": {"seat": "member", "authority": "south", "begins": "2025-05-20"},
        "substitute of south": {"seat": "substitute", "authority": "south", "begins": "2025-05-20"},
        "independent": {"seat": "independent member", "begins": "2025-05-20"},
    }
    records = Records(
        functions=FUNCTIONS,
        programme=planned({"meeting": "2026-02-02"}),
        people=people(*(person(name.replace(" ", "-"), terms[name]) for name in seats)),
        panel=panel("north", "south"),
    )
    assert Dossier(records).precepts["2026-02-02"].votes_to_veto == votes


@pytest.mark.parametrize(
    ("seats", "empty", "votes"), [(None, 0, 2), (2, 0, None), (3, 0, 2), (4, 0, None), (4, 1, 2)]
)
def test_no_votes_are_counted_while_seats_have_no_named_member(
    seats: int | None, empty: int, votes: int | None
) -> None:
    named = (person(f"member-{at}", {"seat": "member", "begins": "2025-05-20"}) for at in range(3))
    vacancies = [Vacancy.model_validate({"begins": "2026-01-05"})] * empty
    whole = panel().model_copy(update={"seats": seats, "vacancies": vacancies})
    programme = planned({"meeting": "2026-02-02"})
    records = Records(functions=FUNCTIONS, programme=programme, people=people(*named), panel=whole)
    assert Dossier(records).precepts["2026-02-02"].votes_to_veto == votes
