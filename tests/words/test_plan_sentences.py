"""What is said of a commitment's ratings."""

from __future__ import annotations

import pytest

from panelpapers.facts.plan import quarters, tracked
from panelpapers.words.plan import counts, history, numbers
from tests.facts.test_plan import plan


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        (("Green",), "Green in quarter 1 of 2026/27; no earlier rating is given"),
        (("Green", "Amber"), "Amber in quarter 2 of 2026/27, was Green in quarter 1 of 2026/27: worse"),
        (("Red", "Amber"), "Amber in quarter 2 of 2026/27, was Red in quarter 1 of 2026/27: better"),
        (("Red", "Red"), "Red in quarter 2 of 2026/27, as in quarter 1 of 2026/27: the same"),
    ],
)
def test_how_a_commitment_moved(ratings: tuple[str, ...], said: str) -> None:
    (row,) = tracked(plan(ratings))
    assert history(row) == said


def test_one_commitment_and_several_in_one_row() -> None:
    (row,) = tracked(plan(("Green",)))
    together = row.commitment.model_copy(update={"numbers": [238, 239, 240]})
    assert numbers(row) == "Commitment 1"
    assert numbers(type(row)(together, row.ratings, row.move)) == "Commitments 238, 239 and 240"


def test_a_quarter_in_numbers() -> None:
    (quarter,) = quarters(plan(("Green",), ("Amber",), ("Green",)))
    assert counts(quarter) == "2 Green, 1 Amber and 0 Red, 3 in all"
