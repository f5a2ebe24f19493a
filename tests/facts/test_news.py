"""What is new since the last meeting: who has come, which figures moved and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from panelpapers.facts.actions import actions
from panelpapers.facts.figure import figure_facts
from panelpapers.facts.news import news
from panelpapers.facts.told import Told
from panelpapers.records.indicator import Indicator
from panelpapers.records.people import Person, Term
from panelpapers.records.publication import Records
from tests.first_publication import first_publication
from tests.river_valley import river_valley

BASIC = {"title": "T", "measure": "rate", "place": "Here", "unit": "%", "definition": "D", "source": {"title": "S"}}
LAST, TODAY = "2027-03-31", date(2027, 4, 15)


def since_last(records: Records, today: date = TODAY) -> tuple[str | None, str | None]:
    found = news(Told(records), today, (), {})
    return found.since, found.coming


def test_a_meeting_of_today_is_still_to_come() -> None:
    records = river_valley()
    assert since_last(records, date(2027, 3, 31))[1] == LAST
    assert since_last(records, date(2027, 4, 1))[0] == LAST
    assert since_last(records, date(2027, 4, 1))[1] == "2027-06-02"
    assert since_last(records, date(2026, 1, 1))[0] is None


def test_a_cancelled_meeting_is_neither_the_last_nor_the_next() -> None:
    records = river_valley()
    cancelled = {one: records.meetings[one].model_copy(update={"state": "cancelled"}) for one in (LAST, "2027-06-02")}
    assert since_last(replace(records, meetings={**records.meetings, **cancelled})) == ("2027-01-20", None)


@pytest.mark.parametrize(
    ("begins", "new"),
    [
        (date(2027, 3, 31), False),
        (date(2027, 4, 1), True),
        (date(2027, 4, 15), True),
        (date(2027, 4, 16), False),
        (None, False),
    ],
)
def test_who_began_after_the_last_meeting_and_by_today_is_new(begins: date | None, new: bool) -> None:
    term = Term(seat="member", authority="northbank", source="Case", begins=begins)
    person = Person(id="somebody", name="Some Body", role="Member", terms=[term])
    found = news(Told(replace(river_valley(), people={"somebody": person})), TODAY, (), {})
    assert [one.id for one, _ in found.appointed] == (["somebody"] if new else [])


def moves(better: str, *points: tuple[str, str]) -> list[str]:
    """Give how an indicator with some figures moved, each with its period."""
    typed = [{"period": period, "value": value} for period, value in points]
    made = Indicator.model_validate({**BASIC, "better": better, "points": typed})
    found = news(Told(replace(river_valley(), indicators={"rate": made})), TODAY, (), {"rate": figure_facts(made)})
    assert not any(moved.series for moved in found.figures)
    return [moved.move for moved in found.figures]


@pytest.mark.parametrize(
    ("better", "values", "move"),
    [
        ("higher", ("1", "3"), "better"),
        ("higher", ("3", "1"), "worse"),
        ("lower", ("1", "3"), "worse"),
        ("lower", ("3", "1"), "better"),
        ("higher", ("2", "2"), None),
        ("neutral", ("1", "3"), "neither"),
    ],
)
def test_figures_moved_by_their_own_direction_of_good(better: str, values: tuple[str, str], move: str | None) -> None:
    assert moves(better, ("2024", values[0]), ("2025", values[1])) == ([move] if move else [])


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("11.9", "11.8"), False),
        (("11.9", "11.7"), True),
        (("11", "12"), False),
        (("11", "12.1"), True),
        (("11.9", "12"), False),
        (("11.90", "11.88"), True),
        (("1,000", "1,001"), False),
        (("1,000", "1,002"), True),
    ],
)
def test_a_change_of_the_last_digit_printed_is_no_news(values: tuple[str, str], told: bool) -> None:
    """The coarser of the two figures says which digit was printed last."""
    assert bool(moves("higher", ("2024", values[0]), ("2025", values[1]))) == told


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        (("2024", "2025"), True),
        (("baseline (period not stated)", "2025"), False),
        (("2024", "latest (period not stated)"), False),
    ],
)
def test_a_change_is_news_only_where_both_periods_are_stated(periods: tuple[str, str], told: bool) -> None:
    assert bool(moves("higher", (periods[0], "1"), (periods[1], "9"))) == told


@pytest.mark.parametrize(
    ("today", "since", "proposed", "ratings", "agenda", "appointed"),
    [
        (date(2025, 12, 23), "2025-11-17", 5, 4, True, 1),
        (date(2026, 1, 5), "2025-11-17", 5, 4, True, 1),
        (date(2026, 1, 6), "2026-01-05", 0, 0, False, 0),
        (date(2026, 11, 29), "2026-01-05", 0, 0, False, 0),
    ],
)
def test_what_was_told_before_the_last_meeting_with_papers_is_no_news(
    today: date, since: str, proposed: int, ratings: int, agenda: bool, appointed: int
) -> None:
    """The meetings of February and March 2026 have no papers here: nothing can be known since them."""
    records = first_publication()
    found = news(Told(records), today, actions(records), {})
    assert found.since == since
    assert (len(found.proposed), found.new_ratings, len(found.appointed)) == (proposed, ratings, appointed)
    assert found.new_agenda is agenda
    assert len(found.ratings) == 4
