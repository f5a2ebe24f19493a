"""How figures stand to a target in each of its forms, and what became of it by its date."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from panelpapers.facts.fact import Declared
from panelpapers.facts.targets import RangeStanding, Standing, TargetStanding
from tests.figure_cases import cases, facts_of


@pytest.mark.parametrize("case", cases("targets"), ids=lambda case: case["why"])
def test_a_target_is_judged_by_its_date_and_by_the_latest_figure(case: dict[str, Any]) -> None:
    better = case.get("better", "lower")
    found = facts_of(case["figures"], "later years", target=case["target"], better=better).one(Standing)
    assert found is not None
    assert (found.outcome, found.course) == (case["outcome"], case.get("course"))
    if "difference" in case:
        assert found.difference == Decimal(case["difference"])
    assert isinstance(found, RangeStanding if "lowest" in case["target"] else TargetStanding)


def test_the_figure_for_the_date_is_the_evidence() -> None:
    found = facts_of("12 11 8", "later years", target={"value": "10", "by": "2022"}, better="lower").one(
        TargetStanding
    )
    assert found is not None
    assert found.due is not None
    assert (found.due.label, found.first_met and found.first_met.label) == ("2022", "2023")


def test_a_range_that_is_not_certain_to_hold_a_figure_is_neither_met_nor_missed() -> None:
    points = [{"period": "2024", "value": "9", "interval": {"low": "7", "high": "9.5"}}]
    found = facts_of("", points=points, target={"lowest": "8", "highest": "10"}).one(RangeStanding)
    assert found is not None
    assert (found.outcome, found.direction, found.course) == ("not certain", None, None)


def test_a_part_of_a_year_is_not_held_against_the_target_of_a_year() -> None:
    years = [{"period": str(2022 + at), "value": value} for at, value in enumerate(("950", "920", "890"))]
    points = [*years, {"period": "January to June 2025", "value": "430"}]
    found = facts_of("", points=points, unit="count", better="lower", target={"value": "900", "by": "2025"})
    assert [(one.cell.label, one.outcome, one.course) for one in found.all(TargetStanding)] == [
        ("2024", "met", "not due yet")
    ]


def test_a_target_for_kinds_is_due_by_the_period_of_all() -> None:
    points = [{"category": "North", "value": "14"}, {"category": "South", "value": "12"}]
    found = facts_of("", points=points, period="2024", better="lower", target={"value": "12", "by": "2025"})
    assert [(one.outcome, one.course, one.first_met) for one in found.all(TargetStanding)] == [
        ("not yet met", "not due yet", None),
        ("exactly met", "not due yet", None),
    ]


def test_a_target_that_is_not_set_is_declared_in_one_place() -> None:
    assert [one.state for one in facts_of("1 2", target="not agreed").all(Declared)] == ["not agreed"]
