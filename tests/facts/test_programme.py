"""What the work programme plans, and when each duty of the panel was last done, by the minutes, and is planned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from panelpapers.facts.programme import FunctionStanding, by_meeting, moved_away, standing_of_functions, visits
from panelpapers.records.agenda import Agenda
from panelpapers.records.meeting import Meeting
from panelpapers.records.minutes import Minutes
from panelpapers.records.programme import ProgrammeItem, StatutoryFunction, WorkProgramme
from panelpapers.records.publication import Records

ROWS = [
    {"title": "Report", "meeting": "2027-06-10", "function": "report"},
    {"title": "Report", "meeting": "2026-06-10", "function": "report"},
    {"title": "Report", "meeting": "2025-06-10", "function": "report", "item": "4"},
    {"title": "Precept", "meeting": "2026-06-10", "function": "precept"},
    {"title": "Precept again", "meeting": "2026-06-24", "function": "precept", "provisional": True},
    {"title": "Something else", "meeting": "2026-06-10"},
    {"title": "A visit", "function": "report"},
]
RECORDS = Records(
    programme=WorkProgramme.model_validate({"title": "P", "as_of": "2026-01-05", "about": "A.", "items": ROWS}),
    functions={
        one: StatutoryFunction.model_validate({"id": one, "title": "T", "about": "A.", "law": "Section 28"})
        for one in ("report", "precept", "veto")
    },
)


def with_minute(meeting_id: str, minute: Mapping[str, object], item: dict[str, str] | None = None) -> Records:
    """Give the records with one minute of a meeting, and its agenda of one item, if one is given."""
    minutes = Minutes.model_validate({"minutes": [{"number": "7", "title": "The report", **minute}]})
    agenda = {"items": [{"number": "4", "title": "Report", **item}]} if item else None
    agendas = {meeting_id: Agenda.model_validate(agenda)} if agenda else {}
    return replace(RECORDS, minutes={meeting_id: minutes}, agendas=agendas)


def days(of: FunctionStanding) -> tuple[str | None, str | None, str | None]:
    """Give the meetings of a standing: last done, was planned, next."""
    planned, coming = (row.meeting if row else None for row in (of.planned, of.next))
    return of.last.meeting_id if of.last else None, planned, coming


@pytest.mark.parametrize(
    ("today", "planned", "coming"),
    [
        (date(2025, 6, 10), None, "2025-06-10"),
        (date(2025, 6, 11), "2025-06-10", "2026-06-10"),
        (date(2026, 6, 10), "2025-06-10", "2026-06-10"),
        (date(2026, 6, 11), "2026-06-10", "2027-06-10"),
        (date(2027, 6, 11), "2027-06-10", None),
    ],
)
def test_what_was_planned_is_never_taken_for_done(today: date, planned: str | None, coming: str | None) -> None:
    assert days(standing_of_functions(RECORDS, today)[0]) == (None, planned, coming)


@pytest.mark.parametrize(
    ("minute", "item"),
    [
        ({"function": "report"}, None),
        ({"item": "4"}, {"function": "report"}),
        ({"item": "4"}, None),  # as the work programme says
    ],
)
def test_a_minute_shows_that_it_was_done(minute: dict[str, str], item: dict[str, str] | None) -> None:
    records = with_minute("2025-06-10", minute, item)
    assert days(standing_of_functions(records, date(2025, 6, 9))[0]) == (None, None, "2025-06-10")
    assert days(standing_of_functions(records, date(2025, 6, 10))[0]) == ("2025-06-10", None, "2026-06-10")
    assert days(standing_of_functions(records, date(2026, 6, 11))[0]) == ("2025-06-10", "2026-06-10", "2027-06-10")


@pytest.mark.parametrize(
    ("minute", "item"),
    [
        ({}, {"function": "report"}),
        ({"item": "5"}, {"function": "report"}),
        ({"item": "4"}, {"function": "report", "not_taken": "deferred"}),
    ],
)
def test_a_minute_about_other_business_or_a_deferred_item_shows_nothing(
    minute: dict[str, str], item: dict[str, str]
) -> None:
    records = with_minute("2025-06-10", minute, item)
    assert days(standing_of_functions(records, date(2025, 7, 1))[0]) == (None, "2025-06-10", "2026-06-10")


def at_two_times_of_a_day() -> Records:
    """Give minutes that show a function at two meetings of a day, the one with the longer name in the morning."""
    starts = {"2025-06-10": "14:00", "2025-06-10-appeals": "10:00"}
    minutes = {
        meeting_id: with_minute(meeting_id, {"function": "report"}).minutes[meeting_id] for meeting_id in starts
    }
    meetings = {meeting_id: Meeting.model_validate({"starts": at}) for meeting_id, at in starts.items()}
    return replace(RECORDS, meetings=meetings, minutes=minutes)


def test_of_two_meetings_on_one_day_that_which_started_later_did_it_last() -> None:
    standing = standing_of_functions(at_two_times_of_a_day(), date(2025, 7, 1))[0]
    assert standing.last is not None
    assert standing.last.meeting_id == "2025-06-10"


@pytest.mark.parametrize(
    ("within", "above", "minute", "shown"),
    [
        ({"function": "report"}, {}, {}, True),
        ({}, {}, {}, False),
        ({"function": "report", "not_taken": "deferred"}, {}, {}, False),
        ({"function": "report"}, {"not_taken": "deferred"}, {}, False),
        ({"function": "report"}, {}, {"pulled": [{"item": "9.1"}]}, False),
    ],
)
def test_a_minute_is_about_what_stands_in_its_item(
    within: dict[str, object], above: dict[str, object], minute: dict[str, object], *, shown: bool
) -> None:
    several = [{"number": "9.1", "title": "Report", **within}, {"number": "9.2", "title": "Accounts"}]
    items = [{"number": "9", "title": "Consent items", "items": several, **above}]
    records = replace(
        RECORDS,
        agendas={"2025-06-10": Agenda.model_validate({"items": items})},
        minutes=with_minute("2025-06-10", {"item": "9", **minute}).minutes,
    )
    assert (standing_of_functions(records, date(2025, 7, 1))[0].last is not None) == shown


def test_what_was_provisional_or_cancelled_was_no_plan_that_passed() -> None:
    assert days(standing_of_functions(RECORDS, date(2026, 7, 1))[1]) == (None, "2026-06-10", None)
    cancelled = replace(RECORDS, meetings={"2026-06-10": Meeting(state="cancelled")})
    assert days(standing_of_functions(cancelled, date(2026, 6, 1))[1]) == (None, None, "2026-06-24")
    assert days(standing_of_functions(cancelled, date(2026, 7, 1))[1]) == (None, None, None)


def test_functions_stand_in_the_order_typed_and_one_may_have_no_row() -> None:
    report, precept, veto = standing_of_functions(RECORDS, date(2026, 6, 11))
    assert [one.function.id for one in (report, precept, veto)] == ["report", "precept", "veto"]
    assert days(veto) == (None, None, None)


def test_without_a_programme_nothing_is_known() -> None:
    (report, *_) = standing_of_functions(Records(functions=RECORDS.functions), date(2026, 1, 1))
    assert days(report) == (None, None, None)


PLANNED = [
    {"title": "A", "meeting": "2027-06-02"},
    {"title": "B", "meeting": "2027-03-31", "moved_from": "2027-01-20"},
    {"title": "C", "kind": "visit", "day": "2027-05-01"},
    {"title": "D", "meeting": "2027-03-31"},
    {"title": "E", "kind": "briefing", "day": "2027-05-02", "moved_from": "2027-01-20"},
]
PROGRAMME = WorkProgramme.model_validate({"title": "P", "as_of": "2027-01-20", "about": "A.", "items": PLANNED})


def test_meetings_are_in_order_of_time_and_their_items_as_typed() -> None:
    found = by_meeting(Records(programme=PROGRAMME))
    assert list(found) == ["2027-03-31", "2027-06-02"]
    assert [item.title for item in found["2027-03-31"]] == ["B", "D"]


def test_two_meetings_on_one_day_are_in_the_order_in_which_they_start() -> None:
    rows = [{"title": "A", "meeting": "2025-06-10"}, {"title": "B", "meeting": "2025-06-10-appeals"}]
    programme = PROGRAMME.model_copy(update={"items": [ProgrammeItem.model_validate(row) for row in rows]})
    records = replace(at_two_times_of_a_day(), programme=programme)
    assert list(by_meeting(records)) == ["2025-06-10-appeals", "2025-06-10"]


def test_what_has_no_meeting_is_for_a_day_between_meetings() -> None:
    assert [item.title for item in visits(PROGRAMME)] == ["C", "E"]


def test_what_was_moved_away_is_known_where_it_was_planned_first() -> None:
    assert {
        one: [item.title for item in items] for one, items in moved_away(Records(programme=PROGRAMME)).items()
    } == {"2027-01-20": ["B", "E"]}
