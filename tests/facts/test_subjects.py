"""One subject that a rating and several figures tell is told once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

import pytest

from panelpapers.facts.citations import Citations
from panelpapers.facts.news import Moved, News, Subject, Way, subjects
from panelpapers.facts.plan import tracked
from panelpapers.records.indicator import Indicator
from panelpapers.records.paper import Paper
from panelpapers.records.plan import Plan
from panelpapers.records.publication import Records

NOTHING = News(None, None, 0, False, (), (), (), 0, ())
KEY = [{"word": word, "meaning": "M"} for word in ("Green", "Amber")]

BASIC = {"title": "T", "measure": "m", "unit": "%", "definition": "D", "source": {"title": "S"}}
INDICATORS = {
    f"rate-of-the-{whose}": Indicator.model_validate(
        {**BASIC, "place": whose, "another_way_of": "rate", "points": [{"period": "2025", "value": "5"}]}
    )
    for whose in ("board", "force")
}
"""Two ways in which papers give a rate."""


def commitment(number: int, ratings: tuple[str, ...], *indicators: str) -> dict[str, object]:
    rated = [
        {"period": f"quarter {at} of 2025/26", "rating": word, "source": {"title": "S"}}
        for at, word in enumerate(ratings, 1)
    ]
    basic = {"numbers": [str(number)], "title": "T", "text": "T"}
    return {**basic, "ratings": rated, "indicators": list(indicators)}


def paper(*paragraphs: Mapping[str, object]) -> Paper:
    each = [{"number": str(at), "text": "T", **paragraph} for at, paragraph in enumerate(paragraphs, 1)]
    basic = {"title": "T", "kind": "report", "item": "1", "summary": "S", "background_papers": "none"}
    return Paper.model_validate({**basic, "sections": [{"title": "S", "paragraphs": each}]})


def found(
    commitments: list[dict[str, object]],
    figures: list[Moved],
    *paragraphs: Mapping[str, object],
) -> list[tuple[list[int], list[str], Way]]:
    plan = Plan.model_validate({"title": "P", "about": "A", "key": KEY, "commitments": commitments})
    records = Records(plan=plan, papers={("2027-01-01", "report"): paper(*paragraphs)}, indicators=INDICATORS)
    ratings = tuple(rated for rated in tracked(plan) if rated.move in ("better", "worse"))
    told = subjects(records, Citations(records), replace(NOTHING, ratings=ratings, figures=tuple(figures)))
    return [([rated.commitment.numbers[0] for rated in one.ratings], list(one.series), one.way) for one in told]


def moved(indicator: str, move: Literal["better", "worse", "neither"] = "better", series: str = "") -> Moved:
    return Moved(indicator, series, move)


def test_a_commitment_and_the_figures_that_it_names_are_one() -> None:
    rated = commitment(1, ("Amber", "Green"), "files", "files-of-the-board")
    assert found([rated], [moved("files"), moved("files-of-the-board"), moved("other")]) == [
        ([1], ["files", "files-of-the-board"], "better"),
        ([], ["other"], "better"),
    ]


def test_a_paragraph_that_speaks_of_both_joins_them() -> None:
    rated = commitment(1, ("Green", "Amber"))
    both, alone = {"indicators": ["files"], "commitments": ["1"]}, {"indicators": ["other"]}
    assert found([rated], [moved("files", "worse"), moved("other")], both, alone) == [
        ([1], ["files"], "worse"),
        ([], ["other"], "better"),
    ]


def test_figures_of_a_commitment_that_was_rated_the_same_are_one_too() -> None:
    rated = commitment(1, ("Green", "Green"), "rate", "rate-of-the-force")
    assert found([rated], [moved("rate"), moved("rate-of-the-force")]) == [
        ([], ["rate", "rate-of-the-force"], "better")
    ]


def test_two_commitments_with_one_figure_are_one() -> None:
    several = [commitment(1, ("Amber", "Green"), "rate"), commitment(2, ("Amber", "Green"), "rate")]
    assert found(several, [moved("rate")]) == [([1, 2], ["rate"], "better")]
    assert found(several, []) == [([1], [], "better"), ([2], [], "better")]


@pytest.mark.parametrize(
    ("ratings", "move", "way"),
    [
        (("Amber", "Green"), "worse", "both ways"),
        (("Green", "Amber"), "better", "both ways"),
        (("Green", "Amber"), "neither", "worse"),
        (("Green", "Green"), "neither", "neither"),
    ],
)
def test_a_subject_that_went_both_ways_is_in_neither_list(
    ratings: tuple[str, str], move: Literal["better", "worse", "neither"], way: Way
) -> None:
    assert [one[2] for one in found([commitment(1, ratings, "rate")], [moved("rate", move)])] == [way]


def test_ways_of_one_measure_are_one_and_may_differ() -> None:
    rated = commitment(1, ("Green", "Green"), "rate")
    ways = [moved("rate-of-the-board"), moved("rate-of-the-force", "worse"), moved("other")]
    assert found([rated], ways) == [
        ([], ["rate-of-the-board", "rate-of-the-force"], "both ways"),
        ([], ["other"], "better"),
    ]


def test_the_series_of_an_indicator_are_named_where_there_are_several() -> None:
    subject = Subject((), (moved("rate", series="men"), moved("rate", series="women"), moved("other")))
    assert subject.series == {"rate": ["men", "women"], "other": []}
