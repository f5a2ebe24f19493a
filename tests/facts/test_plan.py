"""How the promises of a plan moved, and how many had each rating."""

from __future__ import annotations

import pytest

from panelpapers.facts.plan import quarters, tracked
from panelpapers.records.period import read_period
from panelpapers.records.plan import Plan

KEY = ("Green", "Amber", "Red")


def plan(*ratings: tuple[str, ...]) -> Plan:
    """Give a plan of commitments, each with its ratings from quarter to quarter."""
    commitments = [
        {
            "numbers": [str(number)],
            "title": "A promise",
            "text": "We will.",
            "ratings": [
                {"period": f"quarter {quarter} of 2026/27", "rating": word, "source": {"title": "A report"}}
                for quarter, word in enumerate(words, 1)
            ],
        }
        for number, words in enumerate(ratings, 1)
    ]
    key = [{"word": word, "meaning": "So."} for word in KEY]
    return Plan.model_validate({"title": "The plan", "about": "Promises.", "key": key, "commitments": commitments})


@pytest.mark.parametrize(
    ("words", "move"),
    [
        (("Green",), None),
        (("Green", "Amber"), "worse"),
        (("Amber", "Red"), "worse"),
        (("Red", "Amber"), "better"),
        (("Red", "Green"), "better"),
        (("Amber", "Amber"), "the same"),
        (("Red", "Green", "Green"), "the same"),
        (("Green", "Yellow"), None),
        (("Yellow", "Green"), None),
    ],
)
def test_the_latest_rating_is_compared_with_the_one_before_it(words: tuple[str, ...], move: str | None) -> None:
    (row,) = tracked(plan(words))
    assert row.move == move
    assert row.latest.rating == words[-1]
    assert (row.earlier.rating if row.earlier else None) == (words[-2] if len(words) > 1 else None)


def test_what_got_worse_comes_first_and_then_what_got_better() -> None:
    rows = tracked(plan(("Red", "Red"), ("Red", "Green"), ("Green", "Red"), ("Green",)))
    assert [row.commitment.numbers for row in rows] == [[3], [2], [1], [4]]


def test_ratings_are_in_order_of_time_however_they_were_typed() -> None:
    typed = plan(("Green", "Red"))
    commitment = typed.commitments[0]
    backwards = commitment.model_copy(update={"ratings": commitment.ratings[::-1]})
    assert tracked(typed.model_copy(update={"commitments": [backwards]}))[0].move == "worse"


def test_each_quarter_counts_its_ratings_the_latest_first() -> None:
    latest, first = quarters(plan(("Green", "Red"), ("Green", "Green"), ("Amber",)))
    assert (first.counts, first.total) == ({"Green": 2, "Amber": 1, "Red": 0}, 3)
    assert (latest.counts, latest.total) == ({"Green": 1, "Amber": 0, "Red": 1}, 2)


def test_a_quarter_is_its_days_whatever_it_is_called() -> None:
    first, second = plan(("Green",), ("Red",)).commitments
    (rating,) = second.ratings
    otherwise = rating.model_copy(update={"period": read_period("April to June 2026")})
    both = [first, second.model_copy(update={"ratings": [otherwise]})]
    (quarter,) = quarters(plan(("Green",)).model_copy(update={"commitments": both}))
    assert (quarter.period.name, quarter.counts) == ("quarter 1 of 2026/27", {"Green": 1, "Amber": 0, "Red": 1})
