from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.dossier import Dossier
from panelpapers.facts.events import EventDates, event_reviews, event_steps, year_named, year_prepared
from panelpapers.reading.regimes import packaged_regime
from panelpapers.records.agenda import Agenda
from panelpapers.records.lives import Vacancy
from panelpapers.records.meeting import Meeting
from panelpapers.records.panel import Panel
from panelpapers.records.people import Person
from panelpapers.records.programme import StatutoryFunction, WorkProgramme
from panelpapers.records.publication import UNNAMED, Records
from panelpapers.records.regime import Regime

PANEL = packaged_regime("england-police-and-crime-panel")
PRECEPT = PANEL.events[0]
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


def records_of(regime: Regime = PANEL, **families: Any) -> Records:
    """Give records that name no regime and have this one all the same."""
    return Records(functions=FUNCTIONS, packaged={UNNAMED: regime}, **families)


def reviews(records: Records) -> list[tuple[str, str]]:
    return [(one.meeting_id, one.review) for one in event_reviews(records)]


def dates_on(records: Records, meeting_id: str) -> EventDates:
    (dates,) = Dossier(records).events[meeting_id]
    return dates


def test_the_earliest_meeting_of_a_precept_has_the_first_review() -> None:
    programme = planned({"meeting": "2026-02-16"}, {"meeting": "2026-02-02"}, {"meeting": "2027-02-01"})
    assert reviews(records_of(programme=programme)) == [
        ("2026-02-02", "first"),
        ("2026-02-16", "second"),
        ("2027-02-01", "first"),
    ]


def test_of_two_meetings_on_one_day_that_which_starts_earlier_has_the_first_review() -> None:
    programme = planned({"meeting": "2026-02-02"}, {"meeting": "2026-02-02-precept"})
    starts = {"2026-02-02": "14:00", "2026-02-02-precept": "10:00"}
    meetings = {meeting_id: Meeting.model_validate({"starts": at}) for meeting_id, at in starts.items()}
    records = records_of(programme=programme, meetings=meetings)
    assert reviews(records) == [("2026-02-02-precept", "first"), ("2026-02-02", "second")]


def test_a_cancelled_meeting_reviews_nothing() -> None:
    programme = planned({"meeting": "2026-02-02"}, {"meeting": "2026-02-16"})
    meetings = {"2026-02-02": Meeting(state="cancelled"), "2026-02-16": Meeting()}
    records = records_of(programme=programme, meetings=meetings)
    assert reviews(records) == [("2026-02-16", "first")]


def test_only_an_item_that_serves_the_precept_counts() -> None:
    programme = planned(
        {"meeting": "2026-02-02", "function": "complaints"},
        {"meeting": "2026-01-05", "kind": "briefing"},
        {"day": "2026-01-06", "kind": "visit"},
        {},
    )
    assert reviews(records_of(programme=programme)) == []


def test_an_agenda_can_say_it_too() -> None:
    item = {"number": "5", "title": "Precept", "function": "budget-and-precept"}
    agenda = Agenda.model_validate({"items": [item]})
    assert reviews(records_of(agendas={"2026-02-02": agenda})) == [("2026-02-02", "first")]
    gone = Agenda.model_validate({"items": [{**item, "withdrawn": {"on": "2026-01-30", "reason": "Moved"}}]})
    assert reviews(records_of(agendas={"2026-02-02": gone})) == []


def test_a_regime_without_the_event_has_no_dates_for_it() -> None:
    """Records of version 0.1 say ``precept: yes`` and name no regime: they are read, and no law is told."""
    programme = planned({"meeting": "2026-02-02"})
    assert reviews(Records(functions=FUNCTIONS, programme=programme)) == []
    assert Dossier(Records(functions=FUNCTIONS, programme=programme)).events == {}


def test_a_function_names_its_event_or_says_in_the_older_way_that_it_is_the_precept() -> None:
    assert FUNCTIONS["budget-and-precept"].of_event == "precept"
    assert FUNCTIONS["complaints"].of_event is None
    assert StatutoryFunction(id="b", title="B", about="B", law="L", event="budget").of_event == "budget"


def test_the_steps_have_the_dates_of_the_law() -> None:
    assert [(by.isoformat(), step.review) for by, step in event_steps(PRECEPT, PANEL, 2026)] == [
        ("2026-02-01", None),
        ("2026-02-08", "first"),
        ("2026-02-15", None),
        ("2026-02-22", "second"),
        ("2026-03-01", None),
    ]


def regime(begins: str | None, *steps: dict[str, Any], majority: dict[str, Any] | None = None) -> Regime:
    """Make the law of some other body, which has a budget every year."""
    event = {"id": "precept", "name": "budget", "steps": [{"who": "the mayor", **step} for step in steps]}
    named = {"year_begins": begins} if begins else {}
    asked = {"majorities": [{"id": "no", "name": "refusal", **majority}]} if majority else {}
    basic = {"name": "City", "language": "en", "zone": "Europe/Paris", **named, **asked}
    return Regime.model_validate({**basic, "events": [{**event, "majority": "no"} if majority else event]})


@pytest.mark.parametrize(
    ("begins", "day", "year", "named"),
    [
        ("1 April", "2026-02-02", 2026, "2026/27"),
        ("1 April", "2026-03-31", 2026, "2026/27"),
        ("1 April", "2026-04-01", 2027, "2027/28"),
        ("1 April", "2026-12-07", 2027, "2027/28"),
        ("1 July", "2026-06-30", 2026, "2026/27"),
        ("1 July", "2026-07-01", 2027, "2027/28"),
        ("1 July", "2099-06-30", 2099, "2099/00"),
        ("1 January", "2026-01-01", 2027, "2027"),
        ("1 January", "2026-12-31", 2027, "2027"),
        (None, "2026-12-31", 2027, "2027"),
    ],
)
def test_a_meeting_prepares_the_financial_year_that_begins_next(
    begins: str | None, day: str, year: int, named: str
) -> None:
    law = regime(begins)
    assert (year_prepared(date.fromisoformat(day), law), year_named(date.fromisoformat(day), law)) == (year, named)


@pytest.mark.parametrize(
    ("begins", "by", "day"),
    [
        ("1 July", "15 June", "2026-06-15"),
        ("1 July", "30 June", "2026-06-30"),
        ("1 July", "1 July", "2025-07-01"),
        ("1 July", "10 December", "2025-12-10"),
        ("1 January", "10 December", "2025-12-10"),
        ("1 January", "1 January", "2025-01-01"),
    ],
)
def test_the_days_of_a_step_lie_in_the_twelve_months_before_its_year(begins: str, by: str, day: str) -> None:
    law = regime(begins, {"by": by, "must": "publish it"})
    assert [by.isoformat() for by, _ in event_steps(law.events[0], law, 2026)] == [day]


def test_two_events_at_one_meeting_are_reviewed_each() -> None:
    law = PANEL.model_copy(update={"events": [PRECEPT, PRECEPT.model_copy(update={"id": "levy", "name": "levy"})]})
    levy = StatutoryFunction(id="levy", title="L", about="L", law="L", event="levy")
    programme = planned({"meeting": "2026-02-02"}, {"meeting": "2026-02-02", "function": "levy"})
    records = replace(records_of(law, programme=programme), functions={**FUNCTIONS, "levy": levy})
    found = Dossier(records).events["2026-02-02"]
    assert [(each.of.event.id, each.of.review) for each in found] == [("levy", "first"), ("precept", "first")]


def test_the_law_of_the_meetings_own_day_counts() -> None:
    """From June 2026 on the panel lives under a law without any such event."""
    edition = {"statement": "S", "made_from": "M"}
    typed = {"name": "N", "short_name": "N", "area": "A", "about": "A", "edition": edition, "regime": "new"}
    change = {"regime": "old", "until": "2026-05-31"}
    both = {"old": PANEL, "new": Regime(name="New", language="en", zone="UTC")}
    programme = planned({"meeting": "2026-02-02"}, {"meeting": "2027-02-01"})
    panel = Panel.model_validate({**typed, "earlier_regimes": [change]})
    records = replace(records_of(programme=programme), panel=panel, regimes=both)
    assert reviews(records) == [("2026-02-02", "first")]


def test_the_report_is_due_by_the_review() -> None:
    programme = planned({"meeting": "2026-02-02"}, {"meeting": "2026-02-16"})
    events = Dossier(records_of(programme=programme)).events
    assert {meeting: [(each.of.review, each.due) for each in of] for meeting, of in events.items()} == {
        "2026-02-02": [("first", date(2026, 2, 8))],
        "2026-02-16": [("second", date(2026, 2, 22))],
    }


def test_without_a_review_among_the_steps_nothing_is_due() -> None:
    law = regime("1 July", {"by": "15 June", "must": "publish it"})
    dates = dates_on(records_of(law, programme=planned({"meeting": "2026-06-02"})), "2026-06-02")
    assert (dates.due, dates.majority, dates.votes_needed) == (None, None, None)


@pytest.mark.parametrize("case", VETO, ids=lambda case: f"{case['members']} members")
def test_a_veto_needs_two_thirds_of_all_members(case: dict[str, int]) -> None:
    assert PANEL.majorities[0].share.least(case["members"]) == case["votes"]


@pytest.mark.parametrize(("of", "votes"), [("all members", 3), ("members present", None), ("votes cast", None)])
def test_votes_are_counted_only_of_all_members(of: str, votes: int | None) -> None:
    """Who will come to the meeting, and who will vote, nobody knows before."""
    law = regime("1 July", majority={"share": "more than 1/2", "of": of})
    named = (person(f"member-{at}", {"seat": "member", "begins": "2025-05-20"}) for at in range(4))
    records = records_of(law, programme=planned({"meeting": "2026-06-02"}), people=people(*named))
    assert dates_on(records, "2026-06-02").votes_needed == votes


def test_votes_are_given_only_where_the_members_are_known() -> None:
    programme = planned({"meeting": "2026-02-02"})
    everyone = people(
        *(person(f"member-{number}", {"seat": "member", "begins": "2025-05-20"}) for number in range(14))
    )
    known = records_of(programme=programme, people=everyone)
    unread = records_of(programme=programme, people=everyone, unread=frozenset({"people"}))
    empty = records_of(programme=programme)
    found = [dates_on(records, "2026-02-02") for records in (known, unread, empty)]
    assert [(dates.members, dates.votes_needed) for dates in found] == [(14, 10), (None, None), (None, None)]


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
    records = records_of(
        programme=planned({"meeting": "2026-02-02"}),
        people=people(*(person(name.replace(" ", "-"), terms[name]) for name in seats)),
        panel=panel("north", "south"),
    )
    assert dates_on(records, "2026-02-02").votes_needed == votes


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
    records = records_of(programme=programme, people=people(*named), panel=whole)
    assert dates_on(records, "2026-02-02").votes_needed == votes
