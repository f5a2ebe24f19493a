"""Doubts about figures, just inside and just outside of what is doubted."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.rules.figures.doubts import doubts

BASIC = {"title": "T", "measure": "rate", "place": "Here", "unit": "%", "definition": "D", "source": {"title": "S"}}


def told(points: list[dict[str, Any]], **typed: Any) -> set[str]:
    """Give the codes of the doubts about an indicator."""
    indicator = Indicator.model_validate({**BASIC, "points": points, **typed})
    return {one.code for one in doubts(indicator, figure_facts(indicator))}


def years(*values: str) -> list[dict[str, Any]]:
    return [{"period": str(2020 + at), "value": value} for at, value in enumerate(values)]


def groups(*values: str) -> list[dict[str, Any]]:
    return [{"category": "ABCDEFG"[at], "value": value} for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("earlier", "later", "doubted"),
    [
        ("0.135", "13.5", True),
        ("13.5", "0.135", True),
        ("1", "90", True),
        ("1", "89.9", False),
        ("1", "110", True),
        ("1", "110.1", False),
        ("0", "100", False),
    ],
)
def test_a_figure_about_a_hundred_times_its_neighbour(earlier: str, later: str, doubted: bool) -> None:
    assert ("unit-size" in told(years(earlier, later))) == doubted


def test_groups_are_no_neighbours() -> None:
    assert "unit-size" not in told(groups("1", "100"))


@pytest.mark.parametrize(
    ("values", "doubted"),
    [(("50", "48"), False), (("50", "47.9"), True), (("50", "52"), False), (("50", "52.1"), True)],
)
def test_parts_may_miss_the_whole_by_a_point_for_each(values: tuple[str, ...], doubted: bool) -> None:
    assert ("parts-not-whole" in told(groups(*values), parts_of_whole="yes")) == doubted


@pytest.mark.parametrize(("total", "doubted"), [("30", False), ("31", True)])
def test_the_total_of_the_parts(total: str, doubted: bool) -> None:
    assert ("total-differs" in told(groups("10", "20"), unit="count", total=total)) == doubted


@pytest.mark.parametrize(("value", "doubted"), [("0", False), ("-1", True)])
def test_a_count_is_not_below_zero(value: str, doubted: bool) -> None:
    assert ("negative-count" in told(years("5", value), unit="count")) == doubted
    assert "negative-count" not in told(years("5", value))
