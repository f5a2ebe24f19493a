"""Advice on measures that the papers give in several ways, where it is open which one answers."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.records.indicator import Indicator
from panelpapers.records.publication import Records
from panelpapers.rules.indicators import unclear_way, wrong_relation

ROSE = [{"period": "2023", "value": "10"}, {"period": "2024", "value": "20"}]
LATER = [{"period": "2024", "value": "10"}, {"period": "2025", "value": "20"}]
BASIC = {"title": "T", "measure": "m", "unit": "%", "place": "Here", "definition": "D", "better": "higher"}
OTHER = {"measure": "other", "another_way_of": "rate"}


def dossier(*typed: dict[str, Any]) -> Dossier:
    """Give records with a rate and one more indicator."""
    each = [Indicator.model_validate(BASIC | {"source": {"title": "S"}, "points": ROSE} | own) for own in typed]
    return Dossier(Records(indicators=dict(zip(("rate", "more"), each, strict=True))))


@pytest.mark.parametrize(
    ("rate", "more", "told"),
    [
        ({}, {}, "more and rate show whether it got better"),
        ({}, {"points": LATER}, None),
        ({}, {"points": ROSE[:1]}, None),
        ({}, OTHER, None),
        ({"points": ROSE[:1]}, OTHER, "more shows whether it got better, and the main one, rate, does not"),
        ({"points": ROSE[:1]}, OTHER | {"points": ROSE[:1]}, None),
        ({}, {"measure": "other"}, None),
        ({}, {"points": [{"value": "5"}]}, None),  # it is refused
    ],
)
def test_it_is_open_which_way_answers(rate: dict[str, Any], more: dict[str, Any], told: str | None) -> None:
    found = [problem.message for problem in unclear_way(dossier(rate, more))]
    assert len(found) == bool(told)
    assert all(str(told) in message for message in found)


@pytest.mark.parametrize(
    ("rate", "more", "told"),
    [
        ({}, OTHER, None),
        ({"another_way_of": "rate"}, {}, "is said to be another way of itself"),
        ({"another_way_of": "more"}, OTHER, "another way of one that is itself another way of"),
    ],
)
def test_a_way_names_the_main_one(rate: dict[str, Any], more: dict[str, Any], told: str | None) -> None:
    found = [problem.message for problem in wrong_relation(dossier(rate, more))]
    assert bool(found) is bool(told)
    assert all(str(told) in message for message in found)
