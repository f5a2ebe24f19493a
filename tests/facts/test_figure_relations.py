"""What must follow when the figures of a series are changed in one way: turned round, lifted, or judged anew."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panelpapers.facts.better import Betterment
from panelpapers.facts.fact import Change, Extremes
from panelpapers.facts.figure import FigureFacts, figure_facts
from panelpapers.facts.targets import TargetStanding
from panelpapers.records.indicator import Indicator
from panelpapers.words.figure import figure_words

VALUES = st.lists(st.integers(11, 900), min_size=2, max_size=8)


def indicator(values: list[int] | list[Decimal], **more: object) -> Indicator:
    made = {
        "title": "Cases",
        "measure": "number of cases",
        "place": "the force",
        "unit": "count",
        "definition": "Cases that were closed.",
        "source": {"title": "A report"},
        "points": [{"period": str(2010 + at), "value": str(value)} for at, value in enumerate(values)],
    }
    return Indicator.model_validate({**made, **more})


def facts(values: list[int], **more: object) -> FigureFacts:
    return figure_facts(indicator(values, **more))


def overall(found: FigureFacts) -> Change | None:
    return next((change for change in found.all(Change) if change.span == "overall"), None)


@given(VALUES)
def test_turned_round_a_rise_is_a_fall(values: list[int]) -> None:
    there, back = overall(facts(values)), overall(facts(values[::-1]))
    assert there is not None
    assert back is not None
    assert there.direction == -back.direction
    assert there.difference == -(back.difference or Decimal(0))


@given(VALUES, st.integers(1, 500))
def test_a_constant_added_leaves_differences(values: list[int], lift: int) -> None:
    plain, lifted = facts(values), facts([value + lift for value in values])
    assert [change.difference for change in plain.all(Change)] == [change.difference for change in lifted.all(Change)]


@given(VALUES)
def test_the_other_direction_of_good_changes_no_fact_of_the_figures(values: list[int]) -> None:
    there, back = facts(values, better="higher"), facts(values, better="lower")
    assert [fact for fact in there.facts if fact not in there.all(Betterment)] == [
        fact for fact in back.facts if fact not in back.all(Betterment)
    ]
    turned = {"better": "worse", "worse": "better"}
    assert [turned[one.way] for one in there.all(Betterment)] == [one.way for one in back.all(Betterment)]
    higher = figure_words(indicator(values, better="higher"), facts(values, better="higher"))
    lower = figure_words(indicator(values, better="lower"), facts(values, better="lower"))
    assert (higher.title, higher.summary) == (lower.title, lower.summary)
    differing = _clauses(higher.description) ^ _clauses(lower.description)
    judged = r"for this measure, \w+ figures are better|this measure is \w+ than .*, as \w+ figures are better"
    assert all(re.fullmatch(judged, one) for one in differing)


def _clauses(description: str) -> set[str]:
    return set(re.split(r"[.;] ?", description.lower())) - {""}


@pytest.mark.parametrize(
    ("better", "target", "outcome"),
    [
        ("higher", "13.5", "exactly met"),
        ("higher", "13.6", "not met"),
        ("higher", "13.4", "met"),
        ("lower", "13.5", "exactly met"),
        ("lower", "13.6", "met"),
        ("lower", "13.4", "not met"),
    ],
)
def test_the_target_moved_by_one_unit_of_rounding(better: str, target: str, outcome: str) -> None:
    one = indicator([Decimal("10.0"), Decimal("13.5")], unit="%", better=better, target={"value": target})
    standing = figure_facts(one).one(TargetStanding)
    assert standing is not None
    assert standing.outcome == outcome


@given(st.lists(st.integers(11, 900), min_size=3, max_size=8).filter(lambda values: len(set(values)) > 1))
def test_an_equal_highest_figure_adds_a_tie(values: list[int]) -> None:
    before, after = facts(values).one(Extremes), facts([*values, max(values)]).one(Extremes)
    assert before is not None
    assert after is not None
    assert len(after.highest) == len(before.highest) + 1
