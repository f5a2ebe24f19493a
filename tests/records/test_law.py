from __future__ import annotations

import pytest

from panelpapers.reading.regimes import packaged_names, packaged_regime
from panelpapers.records.law import PrivateBusiness
from panelpapers.records.walk import walk

CALIFORNIA = packaged_regime("california-city-council").private


@pytest.mark.parametrize(
    ("cited", "number"),
    [
        ("54957", "54957"),
        ("54957.6", "54957.6"),
        ("54957.6(a)", "54957.6"),
        ("54957 (a)(1)", "54957"),
        ("54957.60", None),
        ("5495", None),
        ("(a)", None),
        ("", None),
    ],
)
def test_a_kind_is_found_by_its_number_and_by_a_part_of_it(cited: str, number: str | None) -> None:
    kind = CALIFORNIA.kind(cited)
    assert (kind and kind.number) == number


@pytest.mark.parametrize("cited", ["30(1)(g)", "30 (1)(g)", "30(1)(g)(ii)"])
def test_a_number_may_have_brackets_of_its_own(cited: str) -> None:
    kinds = [{"number": number, "means": "M"} for number in ("30", "30(1)(g)", "30(1)(i)")]
    found = PrivateBusiness.model_validate({"kinds": kinds}).kind(cited)
    assert found
    assert found.number == "30(1)(g)"


def test_where_no_law_is_stated_no_kind_is_known() -> None:
    assert PrivateBusiness().kind("1") is None


@pytest.mark.parametrize("name", packaged_names())
def test_what_the_package_knows_of_a_law_hangs_together(name: str) -> None:
    regime = packaged_regime(name)
    numbers = [kind.number for kind in regime.private.kinds]
    assert len(set(numbers)) == len(numbers)
    majorities = {majority.id for majority in regime.majorities}
    for event in regime.events:
        assert event.majority is None or event.majority in majorities
        assert sum(step.review == "first" for step in event.steps) <= 1


@pytest.mark.parametrize("name", packaged_names())
def test_no_text_of_a_regime_says_must_of_what_nobody_read(name: str) -> None:
    regime = packaged_regime(name)
    said = [held for held in walk(regime) if isinstance(held.value, str) and " must " in f" {held.value} "]
    assert [held.value for held in said if getattr(held.record, "seen", "law read") != "law read"] == []
