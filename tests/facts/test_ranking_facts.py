"""Which places are compared with one another: several series at one position, or the categories of one."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.comparators import compared
from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator

BASIC = {"title": "T", "measure": "rate", "place": "Here", "unit": "%", "definition": "D", "source": {"title": "S"}}
POINTS = [{"period": "2024", "value": "3"}, {"period": "2025", "value": "4"}]


def names(series: list[dict[str, Any]]) -> tuple[list[str], list[str], str | None]:
    grid = figure_facts(Indicator.model_validate(BASIC | {"series": series})).grid
    places, others, subject = compared(grid)
    return [place.name for place in places], [other.name for other in others], subject.name if subject else None


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("subject",), ([], [], None)),
        ((None, None), ([], [], None)),
        (("subject", None), (["A", "B"], [], "A")),
        (("subject", "average"), (["A"], ["B"], "A")),
        (("subject", "subject", None), (["A", "B", "C"], [], None)),
    ],
)
def test_series_are_compared_where_there_are_several_and_one_has_a_role(
    roles: tuple[str | None, ...], expected: tuple[list[str], list[str], str | None]
) -> None:
    series = [
        {"name": name, "points": POINTS} | ({"role": role} if role else {})
        for name, role in zip("ABC", roles, strict=False)
    ]
    assert names(series) == expected
