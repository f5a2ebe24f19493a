"""Doubts about figures, just inside and just outside of what is doubted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.rules.figures.doubts import doubts

BASIC = {"title": "T", "measure": "rate", "place": "Here", "unit": "%", "definition": "D", "source": {"title": "S"}}


def told(points: list[dict[str, Any]], **typed: Any) -> set[str]:
    """Give the codes of the doubts about an indicator."""
    indicator = Indicator.model_validate({**BASIC, "points": points, **typed})
    return {one.code for one in doubts(indicator, figure_facts(indicator))}


def years(*values: str) -> list[dict[str, Any]]:
    return [{"period": str(2020 + at), "value": value} for at, value in enumerate(values)]


def groups(*values: str) -> list[dict[str, Any]]:
    return [{"category": "ABCDEFG"[at], "value": value} for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("kinds", "periods", "chart", "told_in_part"),
    [
        (50, 1, "horizontal bar", False),
        (51, 1, "horizontal bar", True),
        (3, 17, "line", False),
        (3, 17, "grouped bar", True),
        (3, 16, "grouped bar", False),
        (1, 51, "bar", False),
        (2, 12, "stacked bar", False),
        (2, 13, "stacked bar", True),
    ],
)
def test_a_chart_that_has_room_for_some_figures_alone(
    kinds: int, periods: int, chart: str, told_in_part: bool
) -> None:
    found = told([{"category": f"K{at}", "value": f"{at}"} for at in range(kinds)], chart=chart)
    if periods > 1:
        points = [{"period": str(1960 + at), "value": "5"} for at in range(periods)]
        found = told([], chart=chart, series=[{"name": f"K{at}", "points": points} for at in range(kinds)])
    assert ("chart-in-part" in found) == told_in_part


@pytest.mark.parametrize(
    ("earlier", "later", "doubted"),
    [
        ("0.135", "13.5", True),
        ("13.5", "0.135", True),
        ("1", "90", True),
        ("1", "89.9", False),
        ("1", "110", True),
        ("1", "110.1", False),
        ("0", "100", False),
    ],
)
def test_a_figure_about_a_hundred_times_its_neighbour(earlier: str, later: str, doubted: bool) -> None:
    assert ("unit-size" in told(years(earlier, later))) == doubted


@pytest.mark.parametrize(
    ("values", "unit", "doubted"),
    [
        (("13.5", "13.4", "1352"), "%", True),
        (("1352", "13.5", "13.4"), "days", True),
        (("1.35", "13.5", "13.4"), "days", True),
        (("35.1", "34.8", "351"), "%", True),
        (("35.1", "34.8", "520"), "days", True),
        (("35.1", "34.8", "530"), "days", False),
        (("35", "34", "351"), "days", False),
        (("35", "34", "36", "351"), "days", True),
        (("10", "10", "15", "120"), "count", True),
        (("9", "10", "13", "120"), "count", False),
        (("10", "10", "16", "120"), "count", False),
        (("20,110", "21,340", "2,290", "24,020"), "count", True),
        (("5", "4", "50"), "count", False),
        (("3.9", "40"), "%", False),
        (("100", "95", "10"), "count", False),
        (("13.5", "40", "120"), "days", False),
        (("14.2", "12.9", "1.4"), "£ million", False),
        (("14.2", "12.9", "129"), "£ million", True),
        (("8:43", "9:13", "90:05"), "minutes and seconds", False),
        (("12", "12,000"), "count", True),
    ],
)
def test_a_figure_whose_digits_would_fit_with_another_point(
    values: tuple[str, ...], unit: str, doubted: bool
) -> None:
    assert ("unit-size" in told(years(*values), unit=unit)) == doubted


@pytest.mark.parametrize(
    ("values", "doubted"),
    [
        (("13.5", "13.4", "1352"), True),
        (("35.1", "30.2", "351"), True),
        (("12", "11", "13", "120"), False),
        (("70.6", "35.1", "9.5", "3.9"), False),
        (("13.5", "13.4", "1350.2"), False),
    ],
)
def test_a_lost_point_among_groups(values: tuple[str, ...], doubted: bool) -> None:
    assert ("unit-size" in told(groups(*values), unit="days")) == doubted


@pytest.mark.parametrize(
    ("values", "doubted"),
    [
        (("35.1", "351"), True),
        (("40", "120"), True),
        (("40.1", "120"), False),
        (("33", "100"), False),
        (("33", "100.1"), True),
        (("33", "120", "130"), False),
        (("120",), False),
    ],
)
@pytest.mark.parametrize("rows", [years, groups])
def test_a_percentage_over_a_hundred_where_the_others_are_far_below(
    rows: Callable[..., list[dict[str, Any]]], values: tuple[str, ...], doubted: bool
) -> None:
    assert ("over-a-hundred" in told(rows(*values))) == doubted
    assert "over-a-hundred" not in told(rows(*values), unit="days")


@pytest.mark.parametrize(
    ("unit", "first", "second", "doubted"),
    [
        ("%", ("crime", "321,000"), ("outcomes", "13.5"), True),
        ("%", ("crime", "5,000"), ("outcomes", "100"), True),
        ("%", ("crime", "4,999"), ("outcomes", "100"), False),
        ("%", ("crime", "6,000"), ("outcomes", "101"), False),
        ("count", ("number of calls", "5,000"), ("average wait", "100"), True),
        ("count", ("number of calls", "4,999"), ("average wait", "100"), False),
        ("count", ("England", "3,561,443"), ("Lancashire", "95,509"), False),
        ("count", ("rate of calls", "9,000"), ("share of calls", "9"), False),
    ],
)
def test_two_measures_in_one_file(unit: str, first: tuple[str, str], second: tuple[str, str], doubted: bool) -> None:
    for several in ([first, second], [second, first]):
        series = [{"name": name, "points": years(value, value)} for name, value in several]
        indicator = Indicator.model_validate({**BASIC, "unit": unit, "series": series})
        found = [one for one in doubts(indicator, figure_facts(indicator)) if one.code == "two-measures"]
        assert [first[0] in one.message for one in found] == [True] * doubted


@pytest.mark.parametrize(
    ("measure", "unit", "doubted"),
    [
        ("general reserve in millions of pounds", "money", True),
        ("general reserve (£m)", "money", True),
        ("general reserve, £000s", "money", True),
        ("calls in thousands", "count", True),
        ("calls (thousands)", "count", True),
        ("general reserve (£m)", "£ million", False),
        ("number of thefts of over £1 million", "count", False),
        ("money for a million trees", "money", False),
        ("crimes per million people", "count", False),
        ("share of claims in thousands", "%", False),
    ],
)
def test_a_measure_with_a_scale_that_the_unit_lacks(measure: str, unit: str, doubted: bool) -> None:
    assert ("scale-unsaid" in told(years("142", "129"), measure=measure, unit=unit, currency="GBP")) == doubted


@pytest.mark.parametrize(
    ("values", "unit", "doubted"),
    [
        (("14.2", "12.9"), "money", True),
        (("14", "12.9"), "money", True),
        (("1.425", "1.2"), "money", True),
        (("14.20", "12.9"), "money", False),
        (("14", "12"), "money", False),
        (("9,999.5", "1"), "money", True),
        (("10,000.5", "1"), "money", False),
        (("14.2", "12.9"), "£ million", False),
        (("14.2", "12.9"), "days", False),
    ],
)
def test_money_that_is_no_amount_in_full(values: tuple[str, ...], unit: str, doubted: bool) -> None:
    assert ("money-in-short" in told(years(*values), unit=unit)) == doubted


def test_groups_are_no_neighbours() -> None:
    assert "unit-size" not in told(groups("1", "100"))


@pytest.mark.parametrize(
    ("values", "doubted"),
    [
        *[(("33", "33", "33"), False), (("33", "33", "32"), True), (("34", "34", "33"), False)],
        *[(("33.3", "33.3", "33.3"), False), (("33.3", "33.3", "33.2"), True), (("50", "49"), True)],
        *[(("51", "50"), False), (("52", "50"), True), (("12.5", "50", "37"), False), (("12.5", "50", "36"), True)],
    ],
)
def test_parts_may_miss_the_whole_by_what_rounding_explains(values: tuple[str, ...], doubted: bool) -> None:
    assert ("parts-not-whole" in told(groups(*values), parts_of_whole="yes")) == doubted


@pytest.mark.parametrize(("total", "doubted"), [("30.1", False), ("30.2", True)])
def test_the_total_of_rounded_parts(total: str, doubted: bool) -> None:
    points = groups("10.1", "19.9", "0.0")
    told_of = told(points, unit="money", currency="GBP", total=total, parts_of_whole="yes")
    assert ("total-differs" in told_of) == doubted


@pytest.mark.parametrize(("total", "doubted"), [("30", False), ("31", True)])
def test_the_total_of_the_parts(total: str, doubted: bool) -> None:
    assert ("total-differs" in told(groups("10", "20"), unit="count", total=total)) == doubted


def series(**values: str) -> list[dict[str, Any]]:
    """Give series, each with the values of some years: ``Total="9 9"``."""
    return [{"name": name.replace("_", " "), "points": years(*typed.split())} for name, typed in values.items()]


@pytest.mark.parametrize(
    ("typed", "unit", "doubted"),
    [
        ({"Total": "30 30", "North": "10 11", "South": "20 19"}, "count", False),
        ({"Total": "30 31", "North": "10 11", "South": "20 19"}, "count", True),
        ({"Total": "30 29", "North": "10 11", "South": "20 19"}, "count", True),
        ({"North": "10", "South": "20", "Grand_total": "31"}, "count", True),
        ({"Total": "0.3", "North": "0.1", "South": "0.1"}, "money", False),  # 0.25 is 0.3, and 0.149 twice is 0.298
        ({"Total": "0.4", "North": "0.1", "South": "0.1"}, "money", True),
        ({"Total": "30", "North": "10", "South": "25"}, "%", False),  # no shares are added up
        ({"All_crime": "30", "Burglary": "10", "Robbery": "5"}, "count", False),  # there are more kinds
        ({"All_crime": "30", "Burglary": "10", "Robbery": "20"}, "count", False),
        ({"All_crime": "30", "Burglary": "10", "Robbery": "21"}, "count", True),
    ],
)
def test_a_total_among_series_is_the_sum_of_the_others(typed: dict[str, str], unit: str, doubted: bool) -> None:
    indicator = Indicator.model_validate({**BASIC, "measure": "crimes", "unit": unit, "series": series(**typed)})
    found = [one for one in doubts(indicator, figure_facts(indicator)) if one.code == "total-differs"]
    assert bool(found) == doubted


@pytest.mark.parametrize(("total", "doubted"), [("30", False), ("29", True), ("31", True)])
def test_a_total_among_categories_is_the_sum_of_the_others(total: str, doubted: bool) -> None:
    points = [*groups("10", "20"), {"category": "Total", "value": total}]
    assert ("total-differs" in told(points, measure="crimes", unit="count")) == doubted


def test_where_a_part_is_not_known_nothing_is_said_of_the_total() -> None:
    points = [
        *groups("10", "20"),
        {"category": "C", "statuses": ["not available"]},
        {"category": "Total", "value": "9"},
    ]
    assert "total-differs" not in told(points, measure="crimes", unit="count")


@pytest.mark.parametrize(("total", "doubted"), [("30", False), ("29", True), ("31", False)])
def test_parts_that_are_said_to_be_some_of_a_whole_are_no_more_than_it(total: str, doubted: bool) -> None:
    points = [{**point, "part_of": "Violence"} for point in groups("10", "20")]
    points += [{"category": "Violence", "value": total}, {"category": "Theft", "value": "5"}]
    assert ("total-differs" in told(points, measure="crimes", unit="count")) == doubted


@pytest.mark.parametrize(("value", "doubted"), [("24", False), ("23", True)])
def test_parts_of_each_year_make_a_whole(value: str, doubted: bool) -> None:
    all_three = series(North="33 50", South="33 25", West=f"34 {value}")
    indicator = Indicator.model_validate({**BASIC, "series": all_three, "parts_of_whole": "yes"})
    found = {one.code for one in doubts(indicator, figure_facts(indicator))}
    assert ("parts-not-whole" in found) == doubted


@pytest.mark.parametrize(("value", "doubted"), [("0", False), ("-1", True)])
def test_a_count_is_not_below_zero(value: str, doubted: bool) -> None:
    assert ("negative-count" in told(years("5", value), unit="count")) == doubted
    assert "negative-count" not in told(years("5", value))


@pytest.mark.parametrize(
    ("standard", "unit", "values", "doubted"),
    [
        ({"value": "0.9"}, "%", ("85.2", "84.1"), True),
        ({"value": "0.9"}, "%", ("9.1", "9"), True),
        ({"value": "0.9"}, "%", ("9.1", "8.9"), False),
        ({"value": "1"}, "%", ("30", "40"), False),
        ({"value": "0"}, "%", ("30", "40"), False),
        ({"value": "120"}, "money", ("118400000", "120000000"), True),
        ({"value": "120"}, "count", ("6000", "7000"), True),
        ({"value": "120"}, "count", ("5999", "7000"), False),
        ({"value": "350000"}, "count", ("6000", "7000"), True),
        ({"value": "349999"}, "count", ("6000", "7000"), False),
        ({"value": "-120"}, "count", ("-6000", "-7000"), True),
        ({"value": "120"}, "count", ("0", "0"), False),
    ],
)
@pytest.mark.parametrize("name", ["target", "baseline"])
def test_a_target_or_baseline_of_another_scale_than_every_figure(
    name: str, standard: dict[str, str], unit: str, values: tuple[str, ...], doubted: bool
) -> None:
    assert ("scale-differs" in told(years(*values), unit=unit, better="lower", **{name: standard})) == doubted


def test_each_end_and_each_step_of_a_target_has_the_scale_of_the_figures() -> None:
    steps = {"steps": [{"by": "2025", "value": "85"}, {"by": "2026", "value": "0.9"}]}
    assert "scale-differs" in told(years("80", "84"), better="higher", target=steps)
    assert "scale-differs" in told(years("80", "84"), better="higher", target={"lowest": "0.8", "highest": "90"})


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ({"by": "2025"}, "target-without-figure"),
        ({"value": "12"}, "target-without-direction"),
        ({"value": "12", "limit": "at most"}, None),
        ({"lowest": "8", "highest": "12"}, None),
        ({"steps": [{"by": "2021", "value": "12"}]}, "target-without-direction"),
    ],
)
def test_a_target_needs_a_figure_and_a_direction(target: dict[str, Any], code: str | None) -> None:
    assert told(years("14", "13"), target=target) == ({code} if code else set())


@pytest.mark.parametrize(
    ("unit", "measure", "name", "doubted"),
    [
        ("count", "number of crimes", "Norland", True),
        ("count", "number of crimes", "Average of forces", False),
        ("count", "average number of crimes", "Norland", False),
        ("money", "spending", "All towns", True),
        ("%", "share", "Norland", False),
    ],
)
def test_an_average_of_amounts_may_be_a_total(unit: str, measure: str, name: str, doubted: bool) -> None:
    points = [{"category": "A", "value": "3"}, {"category": name, "value": "9", "role": "average"}]
    assert ("average-or-total" in told(points, unit=unit, measure=measure)) == doubted


@pytest.mark.parametrize(
    ("name", "doubted"),
    [
        *(("All districts", True), ("Total", True), ("Grand total", True), ("National average", True)),
        *(("Revised budget", True), ("Same period last year", True), ("Best in group", True), ("planned", True)),
        *(("All others", False), ("all other crimes", False), ("Budgets", False), ("Best Street", False)),
        *(("People", False), ("Overall experience", False), ("Planning", False)),
    ],
)
def test_a_name_that_says_a_role_is_asked_about(name: str, doubted: bool) -> None:
    points = [{"category": "A", "value": "3"}, {"category": name, "value": "9"}]
    assert ("role-in-name" in told(points, unit="count")) == doubted
    assert "role-in-name" not in told([points[0], points[1] | {"role": "total"}], unit="count")


@pytest.mark.parametrize(
    ("period", "average", "points", "doubted"),
    [
        ("2015 to 2019", "no", years("1", "2"), True),
        ("2015 to 2019", "yes", years("1", "2"), False),
        ("2019", "no", years("1", "2"), False),
        ("2015 to 2019", "no", [{"period": "May 2024", "value": "1"}], False),
    ],
)
def test_a_baseline_of_years_beside_one_year(
    period: str, average: str, points: list[dict[str, Any]], doubted: bool
) -> None:
    baseline = {"period": period, "value": "2", "average": average}
    assert ("baseline-of-years" in told(points, baseline=baseline)) == doubted


@pytest.mark.parametrize(
    ("ends", "doubted"), [({"value": "9"}, True), ({"lowest": "5", "highest": "9"}, False), ({}, False)]
)
def test_a_range_of_peers_has_two_ends(ends: dict[str, str], doubted: bool) -> None:
    points = [{"category": "A", "value": "3"}, {"category": "Others", "role": "range", **ends}]
    assert ("range-without-ends" in told(points)) == doubted
