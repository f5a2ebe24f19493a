"""One figure is a number: no chart is drawn of it, and no words speak of one."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.figure import figure_facts
from panelpapers.facts.scale import scale_cut
from panelpapers.records.indicator import Indicator
from panelpapers.words.figure import figure_words
from panelpapers.words.proof.check import check
from tests.figure_cases import BASIC

RANGE = {"value": "90", "interval": {"low": "88", "high": "92"}}


@pytest.mark.parametrize(
    ("points", "number"),
    [
        ([{"period": "2025", "value": "5"}], "5%"),
        ([{"period": "2025", **RANGE}], "90%"),
        ([{"category": "A", "value": "5"}], "5%"),
        ([{"category": "A", "value": "5"}, {"category": "B", "statuses": ["not available"]}], "5%"),
        ([{"category": "A", "value": "5"}, {"category": "B", "statuses": ["suppressed"]}], "5%"),
        ([{"period": "2024", "value": "5"}, {"period": "2025"}], "5%"),
        ([{"period": "2025", "lowest": "67", "highest": "70", "approximate": "yes"}], "About 67% to 70%"),
        ([{"period": "2025"}], ""),
        ([{"period": "2030", "value": "5", "statuses": ["forecast"]}], ""),
    ],
)
@pytest.mark.parametrize("chart", [None, "bar"])
def test_one_figure_is_a_number(points: list[dict[str, Any]], number: str, chart: str | None) -> None:
    words = words_of(points=points, chart=chart)
    assert words.number == number
    assert not [where for where, text in words.texts.items() if "chart" in text.lower()]


@pytest.mark.parametrize(
    "points",
    [
        [{"period": "2024", "value": "5"}, {"period": "2025", "value": "5"}],
        [{"category": "A", "value": "5"}, {"category": "All", "value": "6", "role": "average"}],
        [{"period": "2025", "value": "5"}, {"period": "2030", "value": "6", "statuses": ["forecast"]}],
    ],
)
def test_two_figures_are_a_chart(points: list[dict[str, Any]]) -> None:
    words = words_of(points=points)
    assert words.number == ""
    assert "ar chart" in words.alt


def test_one_figure_of_several_series_is_told_with_its_series() -> None:
    men, women = {"period": "2025", "value": "5"}, {"period": "2025", "statuses": ["suppressed"]}
    words = words_of(series=[{"name": "men", "points": [men]}, {"name": "women", "points": [women]}])
    assert words.summary == "The figure for the rate, Here, is 5% for men in 2025."


def test_a_card_says_what_a_number_is_compared_with() -> None:
    change = {"period": "2025", "since": "2020", "amount": "1.5", "measured_in": "points"}
    words = words_of(points=[{"period": "2025", "value": "5"}], target="4%", stated_changes=[change], better="higher")
    assert words.card.startswith("The figure is 1 percentage point above the target of 4%")
    assert "The paper states a rise of 1.5 percentage points, compared with 2020" in words.card


def words_of(**typed: Any) -> Any:
    """Give the words of a figure, with which the proof-reader agrees."""
    made = Indicator.model_validate({**BASIC, **{name: value for name, value in typed.items() if value is not None}})
    facts = figure_facts(made)
    assert made.drawn is facts.drawn
    start = scale_cut(facts)
    words = figure_words(made, facts, start)
    assert check(made, words.texts, cut=start) == []
    return words
