"""What the work programme plans for meetings and for days between them."""

from __future__ import annotations

from panelpapers.facts.programme import by_meeting, moved_away, visits
from panelpapers.records.programme import WorkProgramme

ROWS = [
    {"title": "A", "meeting": "2027-06-02"},
    {"title": "B", "meeting": "2027-03-31", "moved_from": "2027-01-20"},
    {"title": "C", "kind": "visit", "day": "2027-05-01"},
    {"title": "D", "meeting": "2027-03-31"},
    {"title": "E", "kind": "briefing", "day": "2027-05-02", "moved_from": "2027-01-20"},
]
PROGRAMME = WorkProgramme.model_validate({"title": "P", "as_of": "2027-01-20", "about": "A.", "items": ROWS})


def test_meetings_are_in_order_of_time_and_their_items_as_typed() -> None:
    found = by_meeting(PROGRAMME)
    assert list(found) == ["2027-03-31", "2027-06-02"]
    assert [item.title for item in found["2027-03-31"]] == ["B", "D"]


def test_what_has_no_meeting_is_for_a_day_between_meetings() -> None:
    assert [item.title for item in visits(PROGRAMME)] == ["C", "E"]


def test_what_was_moved_away_is_known_where_it_was_planned_first() -> None:
    assert {one: [item.title for item in items] for one, items in moved_away(PROGRAMME).items()} == {
        "2027-01-20": ["B", "E"]
    }
