"""A recommendation is answered, waits for its answer, or is overdue."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.facts.recommendations import answers
from panelpapers.records.actions import PanelRecommendation
from panelpapers.records.publication import Records


@pytest.mark.parametrize(
    ("dates", "response", "days", "overdue"),
    [
        ({}, "not sent", None, False),
        ({"sent": "2026-02-03"}, "not answered", 28, False),
        ({"sent": "2026-02-03", "answer_due": "2026-02-15"}, "not answered", 28, True),
        ({"sent": "2026-02-03", "answer_due": "2026-02-15", "answered": "2026-02-15"}, "answered", 12, False),
        ({"sent": "2026-02-03", "answer_due": "2026-02-15", "answered": "2026-02-16"}, "answered", 13, True),
    ],
)
def test_where_an_answer_stands(dates: dict[str, str], response: str, days: int | None, overdue: bool) -> None:
    made = {"id": "precept", "meeting": "2026-02-02", "text": "Support it.", "made_under": "Schedule 5", **dates}
    records = Records(recommendations={"precept": PanelRecommendation.model_validate(made)})
    (one,) = answers(records, date(2026, 3, 3))
    assert (one.response, one.days, one.overdue) == (response, days, overdue)
