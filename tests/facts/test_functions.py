"""When each duty of the panel was last done and is next due."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.facts.functions import standing_of_functions
from panelpapers.records.programme import StatutoryFunction, WorkProgramme
from panelpapers.records.publication import Records

ROWS = [
    {"title": "Report", "meeting": "2027-06-10", "function": "report"},
    {"title": "Report", "meeting": "2026-06-10", "function": "report"},
    {"title": "Report", "meeting": "2025-06-10", "function": "report"},
    {"title": "Precept", "meeting": "2026-06-10", "function": "precept"},
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


@pytest.mark.parametrize(
    ("today", "last", "coming"),
    [
        (date(2025, 6, 10), None, "2025-06-10"),
        (date(2025, 6, 11), "2025-06-10", "2026-06-10"),
        (date(2026, 6, 10), "2025-06-10", "2026-06-10"),
        (date(2026, 6, 11), "2026-06-10", "2027-06-10"),
        (date(2027, 6, 11), "2027-06-10", None),
    ],
)
def test_a_meeting_of_today_is_planned_and_one_of_yesterday_was_held(
    today: date, last: str | None, coming: str | None
) -> None:
    report = standing_of_functions(RECORDS, today)[0]
    assert (report.last.meeting if report.last else None, report.next.meeting if report.next else None) == (
        last,
        coming,
    )


def test_functions_stand_in_the_order_typed_and_one_may_have_no_row() -> None:
    report, precept, veto = standing_of_functions(RECORDS, date(2026, 6, 11))
    assert [one.function.id for one in (report, precept, veto)] == ["report", "precept", "veto"]
    assert precept.last is not None
    assert precept.last.title == "Precept"
    assert (veto.last, veto.next) == (None, None)


def test_without_a_programme_nothing_is_known() -> None:
    (report, *_) = standing_of_functions(Records(functions=RECORDS.functions), date(2026, 1, 1))
    assert (report.last, report.next) == (None, None)
