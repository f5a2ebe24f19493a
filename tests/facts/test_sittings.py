"""Where an adjourned meeting went on, and who was there at which time."""

from __future__ import annotations

from datetime import time

import pytest

from panelpapers.facts.sittings import continued_by, hours, later_sitting, spans, there_at
from panelpapers.records.attendance import Session
from tests.harbour_board import FIRST, harbour_board, with_minutes


def test_a_further_sitting_is_a_meeting_that_says_so() -> None:
    records = harbour_board()
    assert continued_by(records, FIRST) == ("2026-12-01",)
    assert continued_by(records, "2027-01-12") == ()


@pytest.mark.parametrize(
    ("until", "more", "led"),
    [
        ("2026-12-01 10:00", "", "2026-12-01"),
        ("2026-12-01", "", "2026-12-01"),
        ("2026-12-02", "", None),
        ("2026-12-03", "\n  - id: two\n    day: 2026-12-03", "two"),
        ("2026-11-24 18:00", "\n  - id: two", "two"),
    ],
)
def test_an_adjourned_session_leads_to_where_it_went_on(until: str, more: str, led: str | None) -> None:
    records = with_minutes(f"sessions:\n  - id: one\n    until: {until}{more}")
    found = later_sitting(records, FIRST, records.minutes[FIRST].sessions[0])
    assert (found.id if isinstance(found, Session) else found) == led


def test_a_session_that_was_not_adjourned_leads_nowhere() -> None:
    records = with_minutes("sessions:\n  - id: one\n  - id: two")
    assert later_sitting(records, FIRST, records.minutes[FIRST].sessions[0]) is None


@pytest.mark.parametrize(("at", "there"), [("16:11", 3), ("16:12", 4), ("18:45", 4), ("18:46", 3), (None, 4)])
def test_who_was_there_at_a_time(at: str | None, there: int) -> None:
    records = harbour_board()
    place = hours(spans(records, FIRST))
    assert there_at(records.minutes[FIRST], time.fromisoformat(at) if at else None, place) == there


@pytest.mark.parametrize(("closed", "night"), [("05:59", True), ("06:00", False), ("23:00", False)])
def test_a_meeting_that_closed_early_in_the_morning_went_on_past_midnight(closed: str, night: bool) -> None:
    place = hours(spans(with_minutes(f"closed: {closed}"), FIRST))
    assert (place(time(0, 20)) > place(time(23))) is night
