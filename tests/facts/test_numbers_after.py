"""How the numbers of a body go on: in its own form, from where it stopped, or again from where it begins."""

from __future__ import annotations

import pytest

from panelpapers.facts.series import numbers_after


@pytest.mark.parametrize(
    ("lists", "then"),
    [
        ([], ["1", "2"]),
        ([["1", "2", "3"]], ["1", "2"]),
        ([["916", "917", "918"]], ["919", "920"]),
        ([["1", "2", "3"], ["4", "5", "6"]], ["7", "8"]),
        ([["1", "2", "3"], ["1", "2"]], ["1", "2"]),
        ([["1", "2"], ["11", "12", "13"]], ["14", "15"]),  # what came between is not here
        ([["21/22", "22/22", "23/22"]], ["24/22", "25/22"]),
        ([["22/9", "22/10", "22/11"]], ["22/12", "22/13"]),
        ([["2022/9", "2022/10", "2022/11"]], ["2022/12", "2022/13"]),
        ([["A1", "A2", "A3"]], []),
        ([["1", "2", "3"], []], []),
    ],
)
def test_numbers_go_on_as_far_as_they_can_be_counted(lists: list[list[str]], then: list[str]) -> None:
    assert numbers_after(lists, 2) == then
