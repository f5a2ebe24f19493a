"""Ways in which papers give one measure: which they are, and which shows whether it got better."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.figure import figure_facts
from panelpapers.facts.ways import answering, main_of, merged, ways_of
from panelpapers.records.indicator import Indicator
from panelpapers.words.ways import apart, called, defined_apart

ROSE = [{"period": "2023", "value": "10"}, {"period": "2024", "value": "20"}]
LATER = [{"period": "2024", "value": "10"}, {"period": "2025", "value": "20"}]
ONE = [{"period": "2024", "value": "10"}]
BASIC = {
    "unit": "%",
    "place": "Here",
    "definition": "D",
    "better": "higher",
    "source": {"title": "S"},
    "points": ROSE,
}
STATED = [{"period": "2024", "since": "2020", "amount": "5", "measured_in": "points"}]


def indicators(**each: dict[str, Any]) -> dict[str, Indicator]:
    """Make some indicators, each with a measure of its own where none is given."""
    return {
        name: Indicator.model_validate({"title": name, "measure": name, **BASIC, **own}) for name, own in each.items()
    }


def of_rate(**own: Any) -> dict[str, Any]:
    return {"another_way_of": "rate", **own}


def test_groups_that_share_a_member_are_one() -> None:
    assert merged([{1, 2}, {3}, {4, 5}, {2, 4}]) == [{3}, {1, 2, 4, 5}]
    assert merged([]) == []


@pytest.mark.parametrize(
    ("each", "ways"),
    [
        ({"rate": {}, "other": {}}, set()),
        ({"rate": {}, "apart": of_rate()}, {("rate", "apart")}),
        ({"a": of_rate(), "b": of_rate(), "rate": {}}, {("rate", "a", "b")}),
        ({"a": of_rate(unit="count", place="There"), "rate": {}}, {("rate", "a")}),
        ({"b": {"measure": "Rate."}, "a": {"measure": "rate"}}, {("a", "b")}),
        ({"b": {"measure": "rate"}, "a": {"measure": "rate", "place": "There"}}, set()),
        ({"b": {"measure": "rate"}, "a": {"measure": "rate", "unit": "count"}}, set()),
        ({"z": {"measure": "rate"}, "rate": {}, "a": of_rate()}, {("rate", "a", "z")}),
        ({"a": of_rate(), "b": of_rate()}, {("a", "b")}),  # the main one is not known yet
        ({"a": of_rate()}, set()),
    ],
)
def test_ways_are_named_or_have_one_measure_place_and_unit(
    each: dict[str, dict[str, Any]], ways: set[tuple[str, ...]]
) -> None:
    found = ways_of(indicators(**each))
    assert set(found.values()) == ways
    assert set(found) == {indicator_id for ids in ways for indicator_id in ids}


@pytest.mark.parametrize(
    ("each", "main", "answers"),
    [
        ({"rate": {}, "a": of_rate(points=LATER)}, "rate", ("rate",)),
        ({"rate": {"points": ONE, "stated_changes": STATED}, "a": of_rate()}, "rate", ("rate",)),
        ({"rate": {"points": ONE}, "a": of_rate()}, "rate", ("a",)),
        ({"rate": {"points": ONE}, "a": of_rate(points=ONE)}, "rate", ()),
        ({"a": {"measure": "m"}, "b": {"measure": "m", "points": LATER}}, None, ("b",)),
        ({"a": {"measure": "m"}, "b": {"measure": "m"}}, None, ("a", "b")),
        ({"a": {"measure": "m"}, "b": {"measure": "m", "points": LATER, "included_in": "a"}}, None, ("a",)),
        ({"a": {"measure": "m", "better": "neutral"}, "b": {"measure": "m", "points": ONE}}, None, ()),
    ],
)
def test_the_main_way_answers_or_the_latest_that_can_be_compared(
    each: dict[str, dict[str, Any]], main: str | None, answers: tuple[str, ...]
) -> None:
    made = indicators(**each)
    (ids,) = set(ways_of(made).values())
    assert main_of(ids, made) == main
    assert answering(ids, made, {name: figure_facts(one) for name, one in made.items()}) == answers


def test_ways_are_told_apart_by_what_is_not_the_same_in_all() -> None:
    kinds = [{"category": f"kind {number}", "value": "5"} for number in range(1, 7)]
    made = indicators(
        rate={},
        a=of_rate(period="2025", points=kinds, definition="Another."),
        b=of_rate(place="Here and there", source={"title": "S", "paragraph": "7"}),
    )
    ids = ways_of(made)["rate"]
    told = apart(ids, made, {name: figure_facts(one) for name, one in made.items()})
    assert told == {
        "rate": (("For", "Here"), ("Period", "2023; 2024"), ("Source", "S")),
        "a": (("For", "Here"), ("By", "kind 1; kind 2; kind 3; kind 4; 2 more"), ("Period", "2025"), ("Source", "S")),
        "b": (("For", "Here and there"), ("Period", "2023; 2024"), ("Source", "S, paragraph 7")),
    }
    assert defined_apart(ids, made)
    assert not defined_apart(("rate", "b"), made)
    assert [called(one) for one in indicators(one={"measure": "rate of x"}, two={"measure": "cost"}).values()] == [
        "rate",
        "measure",
    ]
