"""What makes figures unfit to publish, just inside and just outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from panelpapers.reading.folder import read_indicator
from panelpapers.records.indicator import Indicator
from panelpapers.rules.figures.refusals import refusals

BASIC = {
    "title": "T",
    "measure": "rate",
    "place": "Here",
    "unit": "points",
    "definition": "D",
    "source": {"title": "S"},
}


def codes(points: list[dict[str, Any]], **typed: Any) -> list[str]:
    return [problem.code for problem in refusals(Indicator.model_validate(BASIC | {"points": points} | typed))]


@pytest.mark.parametrize("chart", ["stacked bar", "status strip"])
@pytest.mark.parametrize(("value", "refused"), [("0", []), ("-1", ["parts-below-zero"])])
def test_parts_and_counts_are_not_below_zero(chart: str, value: str, refused: list[str]) -> None:
    points = [{"category": "A", "value": "3"}, {"category": "B", "value": value}]
    assert codes(points, unit="count", chart=chart) == refused
    assert codes(points, chart="bar") == codes(points) == []
    assert codes(points[:1], unit="count", chart=chart, target={"value": value}) == refused


@pytest.mark.parametrize(
    ("unit", "figure", "refused"),
    [
        ("count", {"value": "3"}, False),
        ("count", {"value": "3.0"}, False),
        ("count", {"statuses": ["not available"]}, False),
        ("count", {"value": "2.5"}, True),
        ("count", {"lowest": "2", "highest": "4"}, True),
        ("thousands", {"value": "3"}, True),
        ("%", {"value": "3"}, True),
        ("points", {"value": "3"}, True),
    ],
)
def test_a_status_strip_takes_what_can_be_counted(unit: str, figure: dict[str, Any], refused: bool) -> None:
    points = [{"category": "Green", "value": "3"}, {"category": "Red", **figure}]
    assert codes(points, unit=unit, chart="status strip") == ["strip-not-counted"] * refused
    assert codes(points, unit=unit, chart="bar") == []


def test_counts_with_meanings_are_a_strip_though_nobody_typed_it() -> None:
    points = [{"category": "Green", "value": "-1", "meaning": "on track"}]
    assert codes(points, unit="count") == ["parts-below-zero"]


def test_what_is_kept_back_is_not_told() -> None:
    hidden = {"category": "B", "value": "-7", "statuses": ["suppressed"]}
    assert codes([{"category": "A", "value": "3"}, hidden], chart="stacked bar") == []


@pytest.mark.parametrize(
    ("unit", "values", "others", "told"),
    [
        ("money", ("£142.6m", "£150m"), {}, {(4, "unit: £ million")}),
        ("money", ("142.6m", "150m"), {}, {(4, None)}),
        ("money", ("142.6 million", "150 million"), {}, {(4, "unit: money in millions")}),
        ("money", ("£142.6m", "150,000,000"), {}, {(10, "    value: 142,600,000")}),
        ("£ thousand", ("£142.6m", "150,000"), {}, {(10, "    value: 142,600")}),
        ("£ million", ("£142.6m", "150"), {}, set()),
        ("£ million", ("$142.6m", "150"), {}, {(10, None)}),
        ("minutes", ("8:43", "9:13"), {}, {(4, "unit: minutes and seconds")}),
        ("hours", ("8:43", "9:13"), {}, {(4, "unit: hours and minutes")}),
        ("count", ("8:43", "9:13"), {}, {(4, None)}),
        ("seconds", ("8:43", "553"), {}, {(10, "    value: 523")}),
        ("minutes", ("8:43", "9"), {}, {(10, None)}),
        ("minutes and seconds", ("8:43", "9"), {}, {(12, None)}),
        ("minutes and seconds", ("1:02:03", "9:13"), {}, {(10, "    value: 62:03")}),
        ("hours, minutes and seconds", ("1:02:03", "0:59"), {}, {(12, None)}),
        ("count", ("3.2:1", "3 to 1"), {}, {(4, "unit: ratio")}),
        ("millions", ("1.2m", "1.3"), {}, set()),
        ("count", ("1.2m", "1,300,000"), {}, {(10, None)}),
        ("count", ("35k", "1,300,000"), {}, {(10, "    value: 35,000")}),
        ("minutes and seconds", ("8:43", "9:13"), {"target": "8"}, {(13, None)}),
        (
            "minutes and seconds",
            ("8:43", "9:13"),
            {"target": "8:00", "baseline": "7:30"},
            set(),
        ),
        ("money", ("142", "150"), {"target": "£160m"}, {(13, "target: 160,000,000")}),
        ("minutes and seconds", ("8:43", "9:13"), {"total": "17:56"}, set()),
        ("minutes and seconds", ("8:43", "9:13"), {"total": "17.5"}, {(13, None)}),
        ("£m", ("142", "150"), {"currency": "GBP"}, set()),
        ("£m", ("142", "150"), {"currency": "EUR"}, {(13, None)}),
    ],
)
def test_a_figure_is_in_the_unit_of_its_file(
    tmp_path: Path, unit: str, values: tuple[str, str], others: dict[str, str], told: set[tuple[int, str | None]]
) -> None:
    first, second = values
    file = tmp_path / "x.yml"
    text = f"""title: T
measure: m
place: P
unit: {unit}
definition: D
source:
  title: S
points:
  - period: 2023
    value: {first}
  - period: 2024
    value: {second}
"""
    file.write_text(text + "".join(f"{name}: {value}\n" for name, value in others.items()), encoding="utf-8")
    indicator, problems = read_indicator(file)
    assert (indicator is not None, problems) == (True, ())
    assert indicator is not None
    assert {(one.place.line, one.suggestion) for one in refusals(indicator)} == told


def test_every_figure_of_a_point_and_a_stated_change_is_in_the_unit() -> None:
    point: dict[str, Any] = {
        "period": "2024",
        "value": "8:43",
        "earlier_value": "8:40",
        "interval": {"low": "8:00", "high": "9:00"},
    }
    point["other_figures"] = [{"value": "8:45", "source": {"title": "S"}}]
    change = {"period": "2024", "since": "2010", "amount": "0:43", "measured_in": "count"}
    unit = "minutes and seconds"
    assert codes([point], unit=unit, stated_changes=[change]) == []
    share = change | {"amount": "4.5", "measured_in": "percent"}
    assert codes([point], unit=unit, stated_changes=[share]) == []
    for name, odd in (("earlier_value", "8"), ("interval", {"low": "8:00", "high": "9"})):
        assert codes([point | {name: odd}], unit=unit)[-1] == "figure-not-in-unit"
    for odd_change in (change | {"amount": "4"}, share | {"amount": "0:43"}):
        assert codes([point], unit=unit, stated_changes=[odd_change]) == ["figure-not-in-unit"]
