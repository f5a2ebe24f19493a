"""Which figures are compared: years and a part of one, months and quarters, and changes across zero."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from panelpapers.facts.fact import Change, Extremes, NotCompared, PartPeriod
from panelpapers.facts.signs import Crossing, GapMoved
from panelpapers.facts.standing import BaselineOnly, BaselineStanding
from tests.figure_cases import facts_of

YEARS = [("2021/22", "20"), ("2022/23", "21"), ("2023/24", "23"), ("2024/25", "24")]
PART, BEFORE = ("April to September 2025", "11"), ("April to September 2024", "12")


def points(*figures: tuple[str, str], **last: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"period": period, "value": value} for period, value in figures]
    return [*found[:-1], found[-1] | last]


def spans(figures: list[dict[str, Any]], **typed: Any) -> list[tuple[str, str, str]]:
    return [
        (one.span, one.earlier.label, one.later.label) for one in facts_of("", points=figures, **typed).all(Change)
    ]


def test_years_are_compared_and_the_part_of_a_year_is_named() -> None:
    found = facts_of("", points=points(*YEARS, PART))
    assert spans(points(*YEARS, PART)) == [("overall", "2021/22", "2024/25"), ("latest", "2023/24", "2024/25")]
    assert [(one.cell.label, one.before, one.change) for one in found.all(PartPeriod)] == [(PART[0], None, None)]
    assert found.all(NotCompared) == ()
    assert [one.among for one in found.all(Extremes)] == [4]


def test_a_part_of_a_year_is_compared_with_the_same_part_of_the_year_before() -> None:
    (found,) = facts_of("", points=points(*YEARS, BEFORE, PART)).all(PartPeriod)
    assert found.before is not None
    assert found.change is not None
    assert (found.before.label, found.change.span, found.change.difference) == (BEFORE[0], "year", Decimal(-1))


def test_the_same_part_is_found_by_its_days_and_not_by_its_name() -> None:
    quarters = ("quarter 1 of 2024/25", "9"), ("April to June 2025", "8")
    (found,) = facts_of("", points=points(*YEARS[:3], *quarters)).all(PartPeriod)
    assert (found.before and found.before.label) == quarters[0][0]


def test_parts_whose_ranges_overlap_are_named_and_not_compared() -> None:
    interval = {"low": "10", "high": "12"}
    (found,) = facts_of("", points=points(*YEARS, BEFORE, PART, interval=interval)).all(PartPeriod)
    assert (found.before and found.before.label, found.change) == (BEFORE[0], None)


def test_after_a_break_the_part_alone_is_left() -> None:
    found = facts_of("", points=points(*YEARS, PART, break_before="a new way to count"))
    assert (found.all(PartPeriod), found.all(Change)) == ((), ())
    assert {one.obstacle for one in found.all(NotCompared)} == {"break"}


@pytest.mark.parametrize(
    ("figures", "compared"),
    [
        ([*YEARS[2:], PART], "2024/25"),  # Two years
        ([*YEARS[3:], PART], None),  # One year
        ([*YEARS[2:], BEFORE, PART], "2024/25"),  # As many years as parts
        ([*YEARS[2:], ("July 2025", "2"), ("August 2025", "3"), ("September 2025", "4")], "September 2025"),
    ],
)
def test_what_more_figures_are_for_is_compared(figures: list[tuple[str, str]], compared: str | None) -> None:
    ends = [one.later.label for one in facts_of("", points=points(*figures)).all(Change) if one.span == "overall"]
    assert ends == ([compared] if compared else [])


def test_a_forecast_for_a_part_of_a_year_is_no_latest_figure() -> None:
    assert facts_of("", points=points(*YEARS, PART, statuses=["forecast"])).all(PartPeriod) == ()


@pytest.mark.parametrize(
    ("periods", "number", "expected"),
    [
        ("months", 12, ["overall", "latest"]),
        ("months", 13, ["overall", "latest", "year"]),
        ("months", 14, ["latest", "year"]),
        ("months", 25, ["overall", "latest", "year"]),
        ("quarters", 4, ["overall", "latest"]),
        ("quarters", 5, ["overall", "latest", "year"]),
        ("quarters", 6, ["latest", "year"]),
        ("half-years", 4, ["latest", "year"]),
        ("years", 20, ["overall", "latest"]),
    ],
)
def test_parts_of_years_are_compared_by_the_season(periods: str, number: int, expected: list[str]) -> None:
    figures = " ".join(str(20 + 7 * at % 11) for at in range(number))
    assert [one.span for one in facts_of(figures, periods).all(Change)] == expected


def test_february_has_the_same_month_in_a_leap_year() -> None:
    assert ("year", "February 2024", "February 2025") in spans(points(("February 2024", "5"), ("February 2025", "6")))


def test_no_year_is_compared_across_a_break_or_where_the_figure_is_missing() -> None:
    quarters = [(f"quarter {at % 4 + 1} of {2023 + at // 4}", str(20 + at)) for at in range(6)]
    assert "year" in {span for span, _, _ in spans(points(*quarters))}
    assert "year" not in {span for span, _, _ in spans(points(*quarters[:1], *quarters[2:]))}
    broken = [point | ({"break_before": "new"} if at == 3 else {}) for at, point in enumerate(points(*quarters))]
    assert "year" not in {span for span, _, _ in spans(broken)}


@pytest.mark.parametrize(
    ("earlier", "later", "relative"),
    [("7.9", "13.5", "70.9"), ("10", "11", "10.0"), ("9", "11", None), ("1.0", "1.5", "50.0"), ("0.9", "1.5", None)],
)
def test_a_percentage_has_a_relative_change_from_ten_of_its_last_digit_on(
    earlier: str, later: str, relative: str | None
) -> None:
    (change,) = facts_of(f"{earlier} {later}").all(Change)
    assert (change.relative and round(change.relative, 1)) == (relative and Decimal(relative))


def test_a_change_across_zero_says_what_figures_are_called_on_each_side() -> None:
    named = {"above_zero": "overspend", "below_zero": "underspend"}
    found = facts_of("-1250000 310000", unit="money", **named).all(Crossing)
    assert [(one.before, one.after) for one in found] == [("underspend", "overspend")]
    assert [(one.before, one.after) for one in facts_of("5 -1").all(Crossing)] == [(None, None)]
    assert facts_of("-5 0", unit="money", **named).all(Crossing) == ()
    assert facts_of("-5 -1", unit="money", **named).all(Crossing) == ()


def test_a_part_of_a_year_crosses_zero_too() -> None:
    found = facts_of("", points=points(*YEARS, (BEFORE[0], "-3"), (PART[0], "2")), unit="money").all(Crossing)
    assert [(one.change.span, one.change.later.label) for one in found] == [("year", PART[0])]


@pytest.mark.parametrize(
    ("measure", "figures", "way"),
    [
        ("gap in confidence", "-4.0 -0.5", "narrowed"),
        ("gap in confidence", "4.0 0", "narrowed"),
        ("difference from the average", "-1 -3", "widened"),
        ("pay gap", "0 2", "widened"),
        ("gap in confidence", "-4 4", None),
        ("gap in confidence", "4 4", None),
        ("rate of Gaping", "4 2", None),
    ],
)
def test_a_gap_narrows_or_widens_on_one_side_of_zero(measure: str, figures: str, way: str | None) -> None:
    assert [one.way for one in facts_of(figures, measure=measure).all(GapMoved)] == ([way] if way else [])


@pytest.mark.parametrize(
    ("period", "average", "compared"),
    [("2015 to 2019", "yes", True), ("2015 to 2019", "no", False), ("2019", "yes", True)],
)
def test_a_baseline_that_is_an_average_is_compared_with_a_year(period: str, average: str, compared: bool) -> None:
    baseline = {"period": period, "value": "412", "average": average}
    found = facts_of("371 402 401", "later years", unit="count", baseline=baseline)
    assert [(one.difference, one.average) for one in found.all(BaselineStanding)] == (
        [(Decimal(-11), average == "yes")] if compared else []
    )


def test_an_average_of_years_is_not_compared_with_a_month_nor_across_a_break() -> None:
    baseline = {"period": "2015 to 2019", "value": "412", "average": "yes"}
    months = facts_of("31 40", "months", unit="count", baseline=baseline)
    assert [one.obstacle for one in months.all(BaselineOnly)] == ["unequal periods"]
    series = points(("2021", "400"), ("2022", "401"), break_before="a new way to count")
    assert [one.obstacle for one in facts_of("", points=series, baseline=baseline).all(BaselineOnly)] == ["break"]


def test_whatever_is_shown_as_zero_and_is_not_is_known() -> None:
    grid = facts_of("0.04 0.05 0", decimals="1").grid
    assert [grid.shown_as_zero(cell.value) for cell in grid.rows[0].cells] == [True, False, False]
    assert not grid.shown_as_zero(None)
