"""What a stated change is counted from, in the words of papers."""

from __future__ import annotations

import pytest

from panelpapers.facts.since import since
from panelpapers.records.indicator import Indicator

COMMON = {"title": "T", "measure": "m", "place": "P", "unit": "count", "definition": "D", "source": {"title": "S"}}


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("the baseline", "2019-04-01 to 2020-03-31"),
        ("quarter 2 of 2024", "2024-04-01 to 2024-06-30"),
        ("the figure for the year ending June 2023", "2022-07-01 to 2023-06-30"),
        ("2021", "2021-01-01 to 2021-12-31"),
        ("the year before", "2024-02-01 to 2024-02-29"),
        ("the same month of the previous year", "2024-02-01 to 2024-02-29"),
        ("12 months earlier", "2024-02-01 to 2024-02-29"),
        ("the month before", "2024-12-01 to 2024-12-31"),
        ("the last figure", "2024-12-01 to 2024-12-31"),
        ("the peak", ""),
    ],
)
def test_what_it_is_counted_from(words: str, days: str) -> None:
    change = {"period": "February 2025", "since": words, "amount": "5", "measured_in": "count"}
    points = [{"period": one, "value": "1"} for one in ("October 2024", "December 2024", "February 2025", "2024")]
    baseline = {"period": "2019/20", "value": "3"}
    one = Indicator.model_validate({**COMMON, "points": points, "baseline": baseline, "stated_changes": [change]})
    found = since(one, one.stated_changes[0])
    assert (f"{found.start} to {found.end}" if found else "") == days
