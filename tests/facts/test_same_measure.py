from __future__ import annotations

from decimal import Decimal

import pytest

from panelpapers.facts.promises import promising_words
from panelpapers.facts.same_measure import called_the_same, same_indicator, two_definitions, two_values
from panelpapers.records.indicator import Indicator, Point
from panelpapers.records.minutes import Exchange
from panelpapers.records.source import Source
from panelpapers.rules.indicators import holds


def indicator(title: str = "Rate", value: str = "13.5", period: str = "2024", **other: str) -> Indicator:
    fields = {"measure": "rate", "place": "the valley", "unit": "%", "definition": "A share."} | other
    points = [{"period": period, "value": value}]
    return Indicator.model_validate({"title": title, "source": {"title": "Paper"}, "points": points} | fields)


def values(one: Indicator, other: Indicator) -> list[Decimal | None]:
    return [there.value for _, there in two_values(one, other)]


def test_two_values_for_one_period() -> None:
    assert values(indicator(), indicator(value="14.0")) == [Decimal("14.0")]


def test_different_periods_are_right() -> None:
    assert values(indicator(period="year ending December 2024"), indicator(value="14", period="2025")) == []


def test_one_period_under_two_names_is_one() -> None:
    assert values(indicator(), indicator(value="14", period="year ending December 2024")) == [Decimal(14)]


def test_another_place_or_measure_or_the_same_value_is_right() -> None:
    assert values(indicator(), indicator(value="14", place="the hills")) == []
    assert values(indicator(), indicator(value="14", measure="other rate")) == []
    assert values(indicator(), indicator()) == []


def test_periods_that_are_not_stated_cannot_be_compared() -> None:
    unstated = "latest (period not stated)"
    assert values(indicator(period=unstated), indicator(value="14", period=unstated)) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Positive outcome rate", "Positive outcome rate of the force", True), ("Rate", "Rates", False)],
)
def test_names(one: str, other: str, same: bool) -> None:
    first, second = indicator(one, measure="one"), indicator(other, measure="other", definition="Another share.")
    assert called_the_same(first, second) is same
    assert two_definitions(second, first) is same


def test_one_definition_is_no_doubt() -> None:
    assert not two_definitions(indicator("Rate"), indicator("Rate of the force", definition="a  share"))


@pytest.mark.parametrize(
    ("text", "value", "there"),
    [
        ("from 1,250 to 13.50%", "13.5", True),
        ("from 1,250 to 13.5%", "1250", True),
        ("a fall of 15%", "-15", True),
        ("Five of them", "5", True),
        ("twofold", "2", False),
        ("113.5", "13.5", False),
    ],
)
def test_a_text_holds_a_figure(text: str, value: str, there: bool) -> None:
    assert holds(text, Decimal(value)) is there


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        ("They were happy to enquire further.", "happy to"),
        ("The information could then be\nprovided.", "could then be provided"),
        ("The Commissioner offered to organise more.", "offered to"),
        ("The Commissioner said that work went on.", None),
        ("Everybody disagreed to some extent.", None),
    ],
)
def test_promises(answered: str, words: str | None) -> None:
    assert promising_words(Exchange(asked="Members asked.", answered=answered)) == words


def test_a_promise_that_is_recorded_or_explained_is_settled() -> None:
    settled = Exchange(asked="Members asked.", answered="He agreed to it.", no_undertaking="It became a resolution.")
    assert promising_words(settled) is None


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"title": "Another name", "period": "2025"}, True),
        ({"measure": "RATE.", "place": "The Valley"}, True),
        ({"measure": "charge rate"}, False),
        ({"place": "the hills"}, False),
        ({"unit": "rate"}, False),
    ],
)
def test_one_indicator_is_in_one_file(other: dict[str, str], same: bool) -> None:
    assert same_indicator(indicator(), indicator(**other)) == same


def test_figures_of_another_paper_or_other_groups_are_another_indicator() -> None:
    first = indicator()
    of_another_paper = first.model_copy(update={"source": Source(title="Another paper")})
    by_kind = [Point.model_validate({"category": kind, "value": "3"}) for kind in ("theft", "fraud")]
    assert not same_indicator(first, of_another_paper)
    assert not same_indicator(first, first.model_copy(update={"points": by_kind}))
    assert same_indicator(first, first.model_copy(update={"source": Source(title="Paper", paragraph="7")}))
    of_a_meeting = first.model_copy(update={"source": Source(title="Paper", meeting="2027-03-31")})
    assert not same_indicator(first, of_a_meeting)
    assert same_indicator(of_a_meeting, of_a_meeting.model_copy())
