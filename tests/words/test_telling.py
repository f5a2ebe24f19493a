"""What every sentence about a figure builds on: figures as text, with what makes them less than exact."""

from __future__ import annotations

import pytest

from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.words.telling import Telling

BASIC = {
    "title": "T",
    "measure": "the rate",
    "place": "Here",
    "unit": "%",
    "definition": "D",
    "source": {"title": "S"},
}


def telling(*values: str, decimals: str = "1") -> Telling:
    points = [{"period": str(2020 + at), "value": value} for at, value in enumerate(values)]
    made = Indicator.model_validate(BASIC | {"points": points, "decimals": decimals})
    facts = figure_facts(made)
    return Telling(made, facts)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("10.04", "10.01", True), ("10.04", "10.06", False), ("10.0", "10.0", False), ("10.04", "10.04", False)],
)
def test_figures_that_differ_may_look_the_same(one: str, other: str, alike: bool) -> None:
    told = telling(one, other)
    first, second = told.rows[0].cells
    assert told.alike(first, second) == alike


def test_a_measure_is_named_without_its_article() -> None:
    assert telling("1", "2").measure == "rate"
