"""A panel's own colour: how it is typed, and that white letters stand out on it."""

from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from panelpapers.records.colour import ENOUGH, contrast_with_white, read_colour


@pytest.mark.parametrize(
    ("typed", "colour"), [("#14385c", "#14385c"), (" 14385C ", "#14385c"), ("#036", "#003366"), ("000", "#000000")]
)
def test_a_colour_is_read(typed: str, colour: str) -> None:
    assert read_colour(typed) == colour


@pytest.mark.parametrize("typed", ["dark blue", "#14385", "#14385c0", "rgb(0,0,0)", "#14385g", "#１２３"])
def test_what_is_no_colour_is_told(typed: str) -> None:
    with pytest.raises(PydanticCustomError) as told:
        read_colour(typed)
    assert told.value.type == "colour-form"


@pytest.mark.parametrize(
    ("typed", "ratio"),
    [("#ffffff", 1), ("#000000", 21), ("#777777", 4.478), ("#595959", 7.005), ("#5a5a5a", 6.897), ("#0000ff", 8.592)],
)
def test_the_ratio_is_that_of_the_guidelines(typed: str, ratio: float) -> None:
    assert contrast_with_white(typed) == pytest.approx(ratio, abs=0.001)


def test_the_lightest_grey_that_white_stands_out_on_is_read() -> None:
    assert read_colour("#595959") == "#595959"


@pytest.mark.parametrize("typed", ["#5a5a5a", "#ff0000", "#ffd75e", "#fff"])
def test_a_colour_that_is_too_light_is_told_with_a_darker_one(typed: str) -> None:
    with pytest.raises(PydanticCustomError, match="White letters on this colour") as told:
        read_colour(typed)
    darker = read_colour(str((told.value.context or {})["suggestion"]).strip('"'))
    assert ENOUGH <= contrast_with_white(darker) < ENOUGH + 0.4
