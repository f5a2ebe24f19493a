"""The data table of a figure as data."""

from __future__ import annotations

from typing import Any

import pytest

from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.words.table import DataTable, data_table


def table(**typed: Any) -> DataTable:
    basic = {
        "title": "Rate",
        "measure": "rate",
        "place": "Here",
        "unit": "%",
        "definition": "D",
        "source": {"title": "S"},
    }
    indicator = Indicator.model_validate(basic | typed)
    return data_table(indicator, figure_facts(indicator))


def cells(found: DataTable) -> list[tuple[str, ...]]:
    return [(row.heading, *row.cells, row.status) for row in found.rows]


def test_without_a_status_there_is_no_status_column() -> None:
    found = table(points=[{"period": "2024", "value": "12.5"}, {"period": "2025", "value": "13"}])
    assert found.columns == ("Period", "Rate (%)")
    assert cells(found) == [("2024", "12.5%", ""), ("2025", "13.0%", "")]
    assert not found.has_status
    assert found.key == ()


@pytest.mark.parametrize(("role", "heading"), [("total", "Category"), ("subject", "Place"), ("average", "Place")])
def test_a_total_alone_makes_no_places_of_kinds(role: str, heading: str) -> None:
    points = [{"category": "Vans", "value": "3.3"}, {"category": "All", "value": "5", "role": role}]
    assert table(unit="£m", points=points).columns[0] == heading


def test_every_status_has_its_shorthand_and_the_key_says_what_it_means() -> None:
    statuses = ("provisional", "revised", "estimated", "forecast", "low reliability")
    points = [{"period": str(2020 + number), "value": "5", "statuses": [one]} for number, one in enumerate(statuses)]
    without = ("not available", "suppressed", "not applicable", "low")
    points += [{"period": str(2010 + number), "statuses": [one]} for number, one in enumerate(without)]
    points.append({"period": "2016", "value": "4", "break_before": "New rules"})
    found = table(points=points)
    assert cells(found) == [
        ("2010", "[x]", "not available [x]"),
        ("2011", "[c]", "confidential, not shown [c]"),
        ("2012", "[z]", "not applicable [z]"),
        ("2013", "[low]", "rounds to zero but is not zero [low]"),
        ("2016", "4%", "break in the series before this figure [b]"),
        ("2020", "5%", "provisional, may change [p]"),
        ("2021", "5%", "revised [r]"),
        ("2022", "5%", "estimated [e]"),
        ("2023", "5%", "forecast [f]"),
        ("2024", "5%", "low reliability [u]"),
    ]
    assert found.columns[-1] == "Status"
    assert {mark for mark, _ in found.key} == {"[x]", "[c]", "[z]", "[low]", "[b]", "[p]", "[r]", "[e]", "[f]", "[u]"}
    assert found.notes == ("2016: New rules.",)


def test_a_figure_that_rounds_to_zero_is_marked() -> None:
    found = table(decimals="1", points=[{"period": "2024", "value": "0.04"}, {"period": "2025", "value": "0"}])
    assert cells(found) == [("2024", "0.0%", "rounds to zero but is not zero [low]"), ("2025", "0.0%", "")]


def test_a_position_that_one_series_does_not_have_is_not_available() -> None:
    series = [
        {"name": "north", "points": [{"period": "2024", "value": "5"}, {"period": "2025", "value": "6"}]},
        {"name": "south", "points": [{"period": "2025", "value": "7", "statuses": ["provisional"]}]},
    ]
    found = table(series=series)
    assert found.columns == ("Period", "north (%)", "south (%)", "Status")
    assert cells(found) == [("2024", "5%", "[x]", ""), ("2025", "6%", "7%", "south: provisional, may change [p]")]


def test_what_others_are_compared_with_says_what_it_is() -> None:
    places = [("Us", "subject"), ("Land", "national"), ("Best of all", "best"), ("All", "total")]
    found = table(points=[{"category": name, "value": "5", "role": role} for name, role in places])
    assert [row.status for row in found.rows] == ["", "national figure", "best figure", "total"]
    points = [{"period": "2024", "value": "5"}]
    found = table(series=[{"name": name, "role": role, "points": points} for name, role in places])
    assert found.columns == ("Period", "Us (%)", "Land (national figure, %)", "Best of all (%)", "All (total, %)")


def test_a_total_in_the_rows_is_no_part_of_the_whole() -> None:
    points = [{"category": name, "value": value} for name, value in (("men", "12"), ("women", "8"))]
    points.append({"category": "all", "value": "20", "role": "total"})
    found = table(unit="count", parts_of_whole="yes", points=points)
    assert [row.cells for row in found.rows] == [("12", "60.0%"), ("8", "40.0%"), ("20", "")]


def test_target_and_baseline_stand_below_the_figures() -> None:
    found = table(
        points=[{"period": "2025", "value": "13.5"}],
        target={"value": "12.25", "by": "2027"},
        baseline={"value": "7.9", "period": "year ending June 2023"},
    )
    assert cells(found)[1:] == [("Baseline, Year ending June 2023", "7.9%", ""), ("Target, by 2027", "12.25%", "")]


def test_a_point_that_is_the_baseline_says_so_in_the_status_column() -> None:
    found = table(
        points=[{"period": "2024", "value": "12"}, {"period": "2025", "value": "13"}], baseline={"period": "2024"}
    )
    assert cells(found) == [("2024", "12%", "baseline"), ("2025", "13%", "")]


def test_ranges_shares_and_meanings_have_columns_of_their_own() -> None:
    ranged = table(points=[{"period": "2025", "value": "61", "interval": {"low": "58", "high": "64"}}])
    assert ranged.columns == ("Period", "Rate (%)", "Likely range")
    assert cells(ranged) == [("2025", "61%", "58% to 64%", "")]
    shared = table(
        unit="count",
        parts_of_whole="yes",
        points=[{"category": "A", "value": "15"}, {"category": "B", "value": "20"}],
    )
    assert shared.columns == ("Category", "Rate", "Share of the total")
    assert cells(shared) == [("A", "15", "42.9%", ""), ("B", "20", "57.1%", ""), ("Total", "35", "", "")]
    meant = table(unit="count", points=[{"category": "Red", "value": "2", "meaning": "not on track"}])
    assert meant.columns == ("Status given", "Rate", "Meaning")
    assert cells(meant) == [("Red", "2", "not on track", ""), ("Total", "2", "", "")]


def test_no_total_stands_beside_a_suppressed_figure() -> None:
    points = [{"category": "A", "value": "15"}, {"category": "B", "statuses": ["suppressed"], "remark": "It was 2."}]
    found = table(unit="count", parts_of_whole="yes", total="17", points=points)
    assert cells(found) == [("A", "15", ""), ("B", "[c]", "confidential, not shown [c]")]
    assert found.notes == ()


def test_the_table_as_data_puts_the_status_in_the_last_cell() -> None:
    found = table(
        points=[{"period": "2024", "value": "5", "statuses": ["revised"]}, {"period": "2025", "value": "6"}]
    )
    data = found.as_data()
    assert data["rows"] == [
        {"heading": "2024", "cells": ["5%", "revised [r]"]},
        {"heading": "2025", "cells": ["6%", ""]},
    ]
    assert data["key"] == [{"mark": "[r]", "meaning": "revised"}]
