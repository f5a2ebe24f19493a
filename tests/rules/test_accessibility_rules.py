"""A statement and an audit are old when the latest meeting is more than a year after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from panelpapers.records.accessibility import AccessibilityStatement, Audit
from panelpapers.rules.accessibility import reviewed_before_prepared, statement_out_of_date
from tests.river_valley import river_valley
from tests.rules.packs import found_by

LATEST = date(2027, 6, 2)
"""The latest meeting of the small panel that has an agenda."""


def statement(**days: date) -> AccessibilityStatement:
    typed = {"prepared": "2026-01-04", "compliance": "partial", "method": "By keyboard.", "answer_within": "10"}
    return AccessibilityStatement.model_validate(typed).model_copy(update=dict(days))


@pytest.mark.parametrize(("before", "old"), [(365, False), (366, True)])
def test_a_year_is_not_too_old_and_a_day_more_is(before: int, old: bool) -> None:
    day = LATEST - timedelta(days=before)
    reviewed = replace(river_valley(), accessibility=statement(prepared=date(2020, 1, 1), reviewed=day))
    prepared = replace(river_valley(), accessibility=statement(prepared=day))
    audited = replace(river_valley(), audit=Audit(on=day, pages=1, tools=[]))
    for records in (reviewed, prepared, audited):
        assert [one.code for one in found_by(statement_out_of_date, records)] == (
            ["statement-out-of-date"] if old else []
        )


@pytest.mark.parametrize(("reviewed", "told"), [(date(2026, 1, 3), True), (date(2026, 1, 4), False)])
def test_a_review_may_be_on_the_day_of_the_statement(reviewed: date, told: bool) -> None:
    records = replace(river_valley(), accessibility=statement(reviewed=reviewed))
    assert bool(found_by(reviewed_before_prepared, records)) == told
