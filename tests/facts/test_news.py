"""What is new since the last meeting: who has come, which figures moved and how."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from panelpapers.facts.actions import actions
from panelpapers.facts.figure import figure_facts
from panelpapers.facts.news import news
from panelpapers.records.indicator import Indicator
from panelpapers.records.people import Person, Term
from panelpapers.records.publication import Records
from tests.first_publication import first_publication
from tests.river_valley import river_valley

BASIC = {"title": "T", "measure": "rate", "place": "Here", "unit": "%", "definition": "D", "source": {"title": "S"}}
LAST, TODAY = "2027-03-31", date(2027, 4, 15)


def since_last(records: Records, today: date = TODAY) -> tuple[str | None, str | None]:
    found = news(records, today, (), {})
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
    found = news(replace(river_valley(), people={"somebody": person}), TODAY, (), {})
    assert [one.id for one, _ in found.appointed] == (["somebody"] if new else [])


@pytest.mark.parametrize(
    ("better", "values", "move"),
    [
        ("higher", ("1", "2"), "better"),
        ("higher", ("2", "1"), "worse"),
        ("lower", ("1", "2"), "worse"),
        ("lower", ("2", "1"), "better"),
        ("higher", ("2", "2"), None),
        ("neutral", ("1", "2"), None),
    ],
)
def test_figures_moved_by_their_own_direction_of_good(better: str, values: tuple[str, str], move: str | None) -> None:
    points = [{"period": str(2024 + at), "value": value} for at, value in enumerate(values)]
    basic = {
        "title": "T",
        "measure": "rate",
        "place": "Here",
        "unit": "%",
        "definition": "D",
        "source": {"title": "S"},
    }
    made = Indicator.model_validate({**basic, "better": better, "points": points})
    found = news(replace(river_valley(), indicators={"rate": made}), TODAY, (), {"rate": figure_facts(made)})
    assert [one.move for one in found.figures] == ([move] if move else [])
    assert not any(one.series for one in found.figures)


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
    found = news(records, today, actions(records), {})
    assert found.since == since
    assert (len(found.proposed), found.new_ratings, len(found.appointed)) == (proposed, ratings, appointed)
    assert found.new_agenda is agenda
    assert len(found.ratings) == 4
