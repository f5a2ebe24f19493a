"""Measured text, labels of periods, and labels that make room for each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panelpapers.charts.measure import text_width, wrap
from panelpapers.charts.placing import Box, spread
from panelpapers.charts.position_labels import position_labels

ENDINGS = [f"Year ending June {year}" for year in range(2021, 2026)]
MONTHS = [f"{month} {year}" for year in range(2021, 2026) for month in ("January", "May", "September")]


def test_widths_are_those_of_arial() -> None:
    # Widths in thousandths of the size, from the metrics that Adobe publishes for Helvetica.
    assert text_width("0123456789", 1000) == pytest.approx(5560, abs=2)
    assert text_width("AVi.%", 1000) == pytest.approx(667 + 667 + 222 + 278 + 889, abs=2)
    assert text_width("AVi.%", 1000, bold=True) == pytest.approx(722 + 667 + 278 + 278 + 889, abs=2)
    assert text_width("漢", 10) == text_width("M", 10)


@settings(deadline=None)
@given(st.text("abc defgh ", max_size=60), st.floats(20, 300))
def test_wrapping_keeps_every_word(text: str, limit: float) -> None:
    lines = wrap(text, 16, limit)
    assert " ".join(lines).split() == text.split()
    assert all(text_width(line, 16) <= limit or " " not in line for line in lines)


def test_labels_are_whole_where_there_is_room() -> None:
    assert position_labels(ENDINGS[:2], 16, 200).lines == (("Year ending June 2021",), ("Year ending June 2022",))
    assert position_labels(ENDINGS[:2], 16, 110).lines == (("Year ending", "June 2021"), ("Year ending", "June 2022"))


def test_what_all_labels_begin_with_is_said_once() -> None:
    labels = position_labels(ENDINGS, 16, 50)
    assert labels.shared == "Year ending June"
    assert labels.lines == tuple((str(year),) for year in range(2021, 2026))
    mixed = position_labels(["Year ending March 2024", "Year ending December 2024"], 16, 90)
    assert mixed.shared == "Year ending"
    assert mixed.lines == (("March", "2024"), ("December", "2024"))


def test_months_and_quarters_are_shortened_before_any_is_left_out() -> None:
    assert position_labels(MONTHS[:3], 16, 44).lines == (("Jan", "2021"), ("May", "2021"), ("Sep", "2021"))
    quarters = [f"Quarter {number} of 2025/26" for number in (1, 2)]
    assert position_labels(quarters, 16, 70).lines == (("Q1", "2025/26"), ("Q2", "2025/26"))


@settings(deadline=None)
@given(st.integers(1, 60), st.floats(4, 60), st.sets(st.integers(0, 59), max_size=2))
def test_thinned_labels_keep_the_needed_ones_and_never_meet(count: int, room: float, needed: set[int]) -> None:
    names = [f"{month} {year}" for year in range(2000, 2030) for month in ("May", "June")][:count]
    wanted = [names[number] for number in sorted(needed) if number < count][:1]
    labels = position_labels(names, 16, room, frozenset(wanted))
    kept = [(number, lines) for number, lines in enumerate(labels.lines) if lines]
    assert kept
    assert {names.index(name) for name in wanted} <= {number for number, _ in kept}
    for (one, left), (other, right) in pairwise(kept):
        halves = sum(max(text_width(line, 16) for line in lines) / 2 for lines in (left, right))
        assert (other - one) * room >= halves


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 300), st.floats(10, 40)), min_size=1, max_size=6))
def test_stacked_labels_never_overlap(wishes: list[tuple[float, float]]) -> None:
    wishes = sorted(wishes)
    placed = spread([middle for middle, _ in wishes], [height for _, height in wishes], -20, 300)
    ends = [(middle - height / 2, middle + height / 2) for middle, (_, height) in zip(placed, wishes, strict=True)]
    assert ends[0][0] >= -20.001
    assert ends[-1][1] <= 300.001
    assert all(lower[0] >= upper[1] - 0.001 for upper, lower in pairwise(ends))


def test_labels_that_have_room_stay_where_they_are() -> None:
    assert spread([50, 150], [20, 20], 0, 300) == [50, 150]
    assert spread([100, 100], [20, 20], 0, 300) == [90, 110]


@pytest.mark.parametrize(("across", "thickness", "crossed"), [(20.4, 3, True), (20.4, 2, False), (20.6, 3, False)])
def test_a_line_crosses_with_all_of_its_thickness(across: float, thickness: float, crossed: bool) -> None:
    """The forecast of a line is as thick as the line: beside a mark such as [x] it may be nearly upright."""
    assert Box(10, 0, 20, 10).crossed_by((across, -5), (across, 15), thickness) is crossed
