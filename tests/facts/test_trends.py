"""The shape of figures in time: each rule just inside and just outside."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.fact import NoShape, Trend
from tests.figure_cases import cases, facts_of


@pytest.mark.parametrize("case", cases("shapes"), ids=lambda case: case["why"])
def test_figures_have_the_shape_of_the_first_rule_that_holds(case: dict[str, Any]) -> None:
    typed = {"unit": "%"} | {name: case[name] for name in ("unit", "decimals") if name in case}
    found = facts_of(case["figures"], case.get("periods", "years"), **typed)
    trend, none = found.one(Trend), found.one(NoShape)
    assert (trend.shape if trend else none and none.why) == case["shape"]
    if "steps" in case:
        assert trend is not None
        assert f"{trend.going} of {trend.steps}" == case["steps"]
    level = trend.level.label if trend and trend.level else None
    assert level == (str(2000 + int(case["level"])) if "level" in case else None)


@pytest.mark.parametrize(
    "figures",
    ["40 41 40 39 41 72 73 72 74 73", "20 18 22 26 24 28 29", "20 30 18 24 26 28 29 30", "20 16 12 18 24 26 27 21"],
)
def test_turned_round_the_shape_goes_the_other_way(figures: str) -> None:
    turned = {"stepped up": "stepped down", "rose overall": "fell overall", "no clear pattern": "no clear pattern"}
    turned["turned twice"] = "turned twice"
    there, back = facts_of(figures).one(Trend), facts_of(" ".join(f"-{one}" for one in figures.split())).one(Trend)
    assert there is not None
    assert back is not None
    assert back.shape == turned[there.shape]
    assert (back.going, back.steps) == (there.going, there.steps)


@pytest.mark.parametrize(("low", "claimed"), [("22", False), ("22.1", True)])
def test_where_ranges_of_neighbours_overlap_no_shape_is_claimed(low: str, claimed: bool) -> None:
    ranges = (("10", "12"), ("20", "22"), (low, "30"))
    points = [
        {"period": str(2021 + at), "value": high, "interval": {"low": low, "high": high}}
        for at, (low, high) in enumerate(ranges)
    ]
    found = facts_of("", points=points)
    assert bool(found.all(Trend)) == claimed
    assert [none.why for none in found.all(NoShape)] == ([] if claimed else ["ranges overlap"])
