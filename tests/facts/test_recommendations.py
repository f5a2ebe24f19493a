"""A recommendation is answered, waits for its answer, or is overdue."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.facts.recommendations import answers
from panelpapers.records.actions import PanelRecommendation
from panelpapers.records.meeting import Meeting
from panelpapers.records.publication import Records


@pytest.mark.parametrize(
    ("dates", "days", "overdue"),
    [
        ({}, None, False),
        ({"sent": "2026-02-03"}, None, False),
        ({"sent": "2026-02-03", "answer_due": "2026-02-15"}, None, True),
        ({"answer_due": "2026-03-03"}, None, False),
        ({"answer_due": "2026-03-02"}, None, True),
        ({"answered": "2026-02-15"}, None, False),
        ({"sent": "2026-02-03", "answer_due": "2026-02-15", "answered": "2026-02-15"}, 12, False),
        ({"sent": "2026-02-03", "answer_due": "2026-02-15", "answered": "2026-02-16"}, 13, True),
    ],
)
def test_where_an_answer_stands(dates: dict[str, str], days: int | None, overdue: bool) -> None:
    made = {"id": "precept", "meeting": "2026-02-02", "text": "Support it.", "made_under": "Schedule 5", **dates}
    records = Records(recommendations={"precept": PanelRecommendation.model_validate(made)})
    (one,) = answers(records, date(2026, 3, 3))
    assert (one.days, one.overdue) == (days, overdue)


def test_of_two_meetings_on_one_day_the_later_one_stands_first() -> None:
    starts = {"2026-02-02": "14:00", "2026-02-02-appeals": "10:00"}
    made = {
        meeting_id: PanelRecommendation.model_validate(
            {"id": meeting_id, "meeting": meeting_id, "text": "Support it.", "made_under": "Schedule 5"}
        )
        for meeting_id in starts
    }
    meetings = {meeting_id: Meeting.model_validate({"starts": at}) for meeting_id, at in starts.items()}
    found = answers(Records(recommendations=made, meetings=meetings), date(2026, 3, 3))
    assert [answer.recommendation.meeting for answer in found] == ["2026-02-02", "2026-02-02-appeals"]
