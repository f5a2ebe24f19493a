from __future__ import annotations

from fractions import Fraction

import pytest
from pydantic_core import PydanticCustomError

from panelpapers.records.shares import VoteShare, read_share
from panelpapers.words import format as say


@pytest.mark.parametrize(
    ("typed", "total", "least", "words"),
    [
        ("2/3", 12, 8, "at least two thirds"),
        ("2/3", 13, 9, "at least two thirds"),
        ("more than 2/3", 12, 9, "more than two thirds"),
        ("more than 1/2", 7, 4, "more than half"),
        ("more than 1/2", 8, 5, "more than half"),
        ("1/2", 8, 4, "at least half"),
        ("80%", 10, 8, "at least 80%"),
        ("80%", 11, 9, "at least 80%"),
        ("4/5", 10, 8, "at least 80%"),
        ("5/6", 6, 5, "at least 5/6"),
        ("100%", 9, 9, "at least 100%"),
        ("1%", 1, 1, "at least 1%"),
    ],
)
def test_a_share_is_read_counted_and_said(typed: str, total: int, least: int, words: str) -> None:
    share = read_share(typed)
    assert (share.least(total), say.share(share)) == (least, words)
    assert read_share(share) is share


@pytest.mark.parametrize(
    "typed", ["two thirds", "2/0", "0/3", "0%", "4/3", "101%", "more than 100%", "2 / 3", "-1/2", ""]
)
def test_what_is_no_share_of_votes_is_refused(typed: str) -> None:
    with pytest.raises(PydanticCustomError):
        read_share(typed)


def test_a_share_is_exact() -> None:
    assert read_share("1/3") == VoteShare(Fraction(1, 3))
