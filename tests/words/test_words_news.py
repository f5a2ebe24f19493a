"""The one line of the home page that says how much got better and how much got worse."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from panelpapers.facts.news import Moved, News
from panelpapers.words.news import balance

NOTHING_NEW = News(None, None, 0, False, (), (), (), 0, ())


def moved(indicator: str, move: Literal["better", "worse"], series: str = "") -> Moved:
    return Moved(indicator, series, move)


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ((), "Nothing that the papers rate or measure changed"),
        ((moved("a", "better"),), "1 thing got better, nothing got worse"),
        ((moved("a", "worse"), moved("b", "worse")), "2 things got worse, nothing got better"),
        ((moved("a", "better"), moved("b", "better"), moved("c", "worse")), "2 things got better, 1 got worse"),
        # Three series of one indicator are one thing; series that part ways are one thing on each side.
        ((moved("a", "worse", "x"), moved("a", "worse", "y")), "1 thing got worse, nothing got better"),
        ((moved("a", "worse", "x"), moved("a", "better", "y")), "1 thing got better, 1 got worse"),
    ],
)
def test_the_balance_counts_things_and_not_series(figures: tuple[Moved, ...], said: str) -> None:
    assert balance(replace(NOTHING_NEW, figures=figures)) == said
