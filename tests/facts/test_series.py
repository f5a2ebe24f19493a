"""Whether numbers run on is read from the lists of a body, and where they show no custom nothing is asked of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from panelpapers.facts.series import custom_of, runs_on, runs_through


@pytest.mark.parametrize(
    ("lists", "number", "place"),
    [
        ([["1", "2", "3"]], "7", ("", 7)),
        ([["23/22", "24/22", "25/22"]], "7/23", ("23", 7)),
        ([["22/023", "22/024"], ["22/025", "22/026"]], "22/027", ("22", 27)),
        ([["1", "2", "3", "5"]], "6", ("", 6)),
        ([["1", "2"], ["1", "2"]], "3", ("", 3)),
        ([["1", "2", "3"]], "8 a)", None),
    ],
)
def test_a_custom_that_most_steps_show(
    lists: list[Sequence[str]], number: str, place: tuple[str, int] | None
) -> None:
    reader = custom_of(lists)
    assert reader is not None
    assert reader(number) == place


@pytest.mark.parametrize(
    "lists",
    [
        [],
        [["1", "2"]],  # one step alone shows nothing
        [["1", "2", "3", "7", "9"]],  # half of the steps are not most
        [["1.1", "1.2", "1.3"]],
        [["CC-1", "CC-2", "CC-3"]],
        [["20/21", "21/22", "22/23"]],
    ],
)
def test_lists_that_show_no_custom(lists: list[Sequence[str]]) -> None:
    assert custom_of(lists) is None


def test_numbers_run_on_from_list_to_list_where_most_lists_show_it() -> None:
    reader = custom_of([["1", "2", "3"]])
    assert reader is not None
    assert runs_through([["1", "2"], ["3", "4"]], reader)
    assert not runs_through([["1", "2"], ["1", "2"]], reader)
    assert not runs_through([["1", "2"], ["3"], ["1"]], reader)
    assert not runs_through([["1", "2"]], reader)


@pytest.mark.parametrize(
    ("numbers", "asked"),
    [
        ("920 91 922 923", {1: "921"}),
        ("922 922 923", {}),
        ("920 922 922 923", {1: "921"}),
        ("11 2 3 4", {0: "1"}),
        ("1 2 3 9", {}),
        ("1 2 3 44", {3: "4"}),
        ("23/22 2/22 25/22 26/22", {1: "24/22"}),
        ("1 22", {}),
        ("5 9 14", {}),
    ],
)
def test_the_number_that_is_in_no_row_and_the_one_that_would_be(numbers: str, asked: dict[int, str]) -> None:
    assert runs_on(numbers.split()) == asked
