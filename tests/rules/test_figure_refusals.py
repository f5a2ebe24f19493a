"""What makes figures unfit to publish, just inside and just outside."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.records.indicator import Indicator
from panelpapers.rules.figures.refusals import refusals

BASIC = {
    "title": "T",
    "measure": "rate",
    "place": "Here",
    "unit": "points",
    "definition": "D",
    "source": {"title": "S"},
}


def codes(points: list[dict[str, Any]], **typed: Any) -> list[str]:
    return [problem.code for problem in refusals(Indicator.model_validate(BASIC | {"points": points} | typed))]


@pytest.mark.parametrize("chart", ["stacked bar", "status strip"])
@pytest.mark.parametrize(("value", "refused"), [("0", []), ("-0.1", ["parts-below-zero"])])
def test_parts_and_counts_are_not_below_zero(chart: str, value: str, refused: list[str]) -> None:
    points = [{"category": "A", "value": "3"}, {"category": "B", "value": value}]
    assert codes(points, chart=chart) == refused
    assert codes(points, chart="bar") == codes(points) == []
    assert codes(points[:1], chart=chart, target={"value": value}) == refused


def test_counts_with_meanings_are_a_strip_though_nobody_typed_it() -> None:
    points = [{"category": "Green", "value": "-1", "meaning": "on track"}]
    assert codes(points, unit="count") == ["parts-below-zero"]


def test_what_is_kept_back_is_not_told() -> None:
    hidden = {"category": "B", "value": "-7", "statuses": ["suppressed"]}
    assert codes([{"category": "A", "value": "3"}, hidden], chart="stacked bar") == []
