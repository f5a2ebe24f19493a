"""What got better or worse, by the one rule for all pages."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.better import Betterment
from tests.figure_cases import cases, facts_of


def ways(**typed: Any) -> list[tuple[str, str]]:
    return [(one.series, one.way) for one in facts_of("", **{"better": "higher", **typed}).all(Betterment)]


@pytest.mark.parametrize("case", cases("better"), ids=lambda case: case["why"])
def test_better_and_worse_follow_from_the_latest_change(case: dict[str, Any]) -> None:
    found = facts_of(case["figures"], "later years", **{"better": "higher", **case.get("more", {})})
    assert [one.way for one in found.all(Betterment)] == ([] if case["way"] == "nothing" else [case["way"]])


def test_it_carries_the_change_and_the_shape_that_show_it() -> None:
    found = facts_of("10 20 40 35", "later years", better="higher").one(Betterment)
    assert found is not None
    assert (found.change.earlier.label, found.change.later.label) == ("2023", "2024")
    assert found.trend is not None
    assert found.trend.shape == "peak then fall"


def points(*values: str, **last: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"period": str(2021 + at), "value": value} for at, value in enumerate(values)]
    return [*found[:-1], found[-1] | last]


@pytest.mark.parametrize(("role", "also"), [("average", []), ("peer", []), (None, [("others", "worse")])])
def test_those_beside_whom_a_subject_stands_are_neither(role: str | None, also: list[tuple[str, str]]) -> None:
    series = [
        {"name": "us", "role": "subject", "points": points("30", "60")},
        {"name": "others", "points": points("60", "30")} | ({"role": role} if role else {}),
    ]
    assert ways(series=series) == [("us", "better"), *also]


@pytest.mark.parametrize(("status", "said"), [("low reliability", 0), ("provisional", 1)])
def test_a_figure_of_low_reliability_is_neither(status: str, said: int) -> None:
    assert len(ways(points=points("30", "60", statuses=[status]))) == said


@pytest.mark.parametrize(("low", "said"), [("30", 0), ("30.1", 1)])
def test_ranges_that_overlap_are_neither(low: str, said: int) -> None:
    assert len(ways(points=points("30", "60", interval={"low": low, "high": "70"}))) == said


def test_nothing_is_better_across_a_break_or_between_periods_that_differ_in_length() -> None:
    assert ways(points=points("30", "60", break_before="a new way to count")) == []
    assert ways(points=points("30", "60", period="2022 to 2023")) == []


def test_months_are_judged_against_the_same_month_of_the_year_before() -> None:
    winter_and_summer = " ".join(["90", *["20"] * 11, "80"])
    found = facts_of(winter_and_summer, "months", better="higher").one(Betterment)
    assert found is not None
    assert (found.way, found.change.span) == ("worse", "year")
    fell = facts_of("80 20 40 60 70 10 30 50", "quarters", better="higher").one(Betterment)
    assert fell is not None
    assert (fell.way, fell.change.span) == ("worse", "year")
