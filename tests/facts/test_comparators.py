"""Which place the figures are about, where several are compared."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.comparators import compared
from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from tests.sentences import in_full

NOT_GIVEN = {"statuses": ["not applicable"]}
ALL = {"role": "group", "2024": 4}


@pytest.mark.parametrize(
    ("series", "subject"),
    [
        ({"West": {"role": "subject", "2024": 3}, "East": {"2024": 5}, "All": ALL}, "West"),
        ({"East": {"2024": 5}, "All": ALL}, "East"),
        # The figures are about West, of which there is none: no other place stands for it.
        ({"West": {"role": "subject", "2023": NOT_GIVEN}, "East": {"2024": 5}, "All": ALL}, None),
    ],
)
def test_no_other_place_stands_for_a_subject_without_a_figure(series: dict[str, Any], subject: str | None) -> None:
    facts = figure_facts(Indicator.model_validate(in_full({"series": series})))
    found = compared(facts.grid)[2]
    assert (found and found.name) == subject
