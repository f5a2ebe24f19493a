"""Small numbers in words, which forms ask for in figures."""

from __future__ import annotations

import pytest

from panelpapers.records.calendar import number_in_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("zero", 0), ("Seven", 7), ("nineteen", 19), ("twenty", 20), ("ninety-nine", 99), (" thirty two ", 32)),
        *(("twenty-ten", None), ("twenty-zero", None), ("seven-one", None), ("hundred", None), ("", None)),
        *(("none", None), ("the Chair", None), ("ann-ash", None), ("7", None)),
    ],
)
def test_a_small_number_in_words(text: str, number: int | None) -> None:
    assert number_in_words(text) == number
