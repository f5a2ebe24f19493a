"""What chart, table, check and words are given: baselines by days, standards, lines that join, series with names."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from panelpapers.charts.draw import picture_of
from panelpapers.charts.picture import Level, Path, Text
from panelpapers.describing import Description, describe
from panelpapers.facts.fact import Joined, NamedSeries, Outermost, PublishedTotal, ShownFirst
from panelpapers.facts.figure import FigureFacts, figure_facts
from panelpapers.facts.showing import as_drawn, of_too_many
from panelpapers.facts.standing import BaselineFigure, BaselineStanding, Standard
from panelpapers.proving import unproven_claims
from panelpapers.records.indicator import Indicator

BASIC = {"title": "T", "measure": "rate", "place": "Here", "unit": "%", "definition": "D", "source": {"title": "S"}}
SAME_DAYS = [
    ("2022/23", ("year ending March 2023", "year ending March 2024", "year ending March 2025")),
    ("year ending March 2023", ("2022/23", "2023/24", "2024/25")),
    ("2023", ("January 2023 to December 2023", "2024", "2025")),
    ("April 2022 to March 2023", ("FY 2022-23", "2023/24", "2024/25")),
    ("quarter 1 of 2025/26", ("April to June 2025", "July to September 2025", "October to December 2025")),
    ("quarter 2 of 2025", ("quarter 1 of 2025/26", "quarter 2 of 2025/26", "quarter 3 of 2025/26")),
    ("year ending December 2023", ("2023", "2024", "2025")),
]
"""A baseline's period, and the periods of figures, of which the first is for the same days by another name."""


def indicator(points: list[Any] | None = None, **typed: Any) -> Indicator:
    return Indicator.model_validate(BASIC | ({"points": points} if points else {}) | typed)


def facts(points: list[Any] | None = None, **typed: Any) -> FigureFacts:
    return figure_facts(indicator(points, **typed))


def dated(periods: tuple[str, ...], *values: str) -> list[dict[str, str]]:
    return [{"period": period, "value": value} for period, value in zip(periods, values, strict=True)]


def lines(found: FigureFacts) -> list[tuple[str, ...]]:
    return [tuple(cell.label for cell in joined.cells) for joined in found.all(Joined)]


# One baseline for check, table, chart and words, by days and not by names


def texts(one: Indicator) -> str:
    marks = picture_of(one, figure_facts(one), "wide").marks
    return " / ".join(" ".join(mark.lines) for mark in marks if isinstance(mark, Text))


def label_of(one: Indicator, number: int) -> tuple[str, ...]:
    return picture_of(one, figure_facts(one), "wide").position_labels[number]


def statuses(told: Description) -> list[str]:
    return [row.status for row in told.table.rows]


@pytest.mark.parametrize(("baseline", "periods"), SAME_DAYS)
def test_a_baseline_is_its_days_for_check_table_chart_and_words(baseline: str, periods: tuple[str, ...]) -> None:
    one = indicator(dated(periods, "20", "15", "10"), baseline={"period": baseline}, chart="line")
    told, found = describe(one), figure_facts(one)
    assert "baseline-without-figure" not in [problem.code for problem in told.problems]
    assert statuses(told) == ["baseline", "", ""]
    assert label_of(one, 0)[-1] == "Baseline"
    assert [(standing.baseline, standing.direction) for standing in found.all(BaselineStanding)] == [
        (Decimal(20), -1)
    ]
    assert "baseline of 20%" in told.description or "is the baseline" in told.description
    assert not any(isinstance(mark, Level) and mark.dash for mark in picture_of(one, found, "wide").marks)
    assert list(unproven_claims(one, found)) == []


def test_the_next_day_is_another_baseline() -> None:
    months = ("April 2023", "May 2023", "June 2023")
    one = indicator(dated(months, "20", "15", "10"), baseline={"period": "March 2023"}, chart="line")
    told = describe(one)
    assert "baseline-without-figure" in [problem.code for problem in told.problems]
    assert statuses(told) == ["", "", ""]
    assert label_of(one, 0)[-1] != "Baseline"
    with_value = indicator(dated(months, "20", "15", "10"), baseline={"period": "March 2023", "value": "25"})
    assert [row.heading for row in describe(with_value).table.rows][-1] == "Baseline, March 2023"
    assert "Baseline 25%" in texts(with_value)


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_bars_that_lie_down_name_the_baseline_too(width: Any) -> None:
    series = [
        {"name": name, "points": dated(("year ending March 2023", "2023/24"), "20", "15")}
        for name in ("North", "South")
    ]
    one = indicator(series=series, baseline={"period": "2022/23"})
    marks = picture_of(one, figure_facts(one), width).marks
    said = " ".join(line for mark in marks if isinstance(mark, Text) for line in mark.lines)
    assert said.count("(baseline)") == 2


def test_a_baseline_that_has_a_figure_is_no_standard_even_where_it_is_kept_back() -> None:
    points = [
        {"period": "year ending March 2023", "statuses": ["suppressed"]},
        *dated(("2023/24", "2024/25"), "8", "9"),
    ]
    found = facts(points, baseline={"period": "2022/23", "value": "7"}, target={"value": "6", "by": "2025/26"})
    assert [(standard.what, standard.value) for standard in found.all(Standard)] == [("target", Decimal(6))]
    assert [fact.cell.label for fact in found.all(BaselineFigure)] == ["year ending March 2023"]


@pytest.mark.parametrize("state", ["none", "not agreed"])
def test_what_is_not_set_is_no_standard(state: str) -> None:
    assert (
        facts(dated(("2024", "2025"), "8", "9"), target={"state": state}, baseline={"state": state}).all(Standard)
        == ()
    )


def test_a_target_in_a_chart_is_not_rounded_away() -> None:
    assert "Target 12.25%" in texts(
        indicator(dated(("2023", "2024", "2025"), "8", "9", "12"), target={"value": "12.25"})
    )


def test_two_names_for_the_same_days_share_a_position() -> None:
    series = [
        {"name": "North", "points": dated(("2022/23", "2023/24", "2024/25"), "1", "2", "3")},
        {
            "name": "South",
            "points": dated(("year ending March 2023", "FY 2023-24", "April 2024 to March 2025"), "4", "5", "6"),
        },
    ]
    found = facts(series=series)
    assert found.grid.labels == ("2022/23", "2023/24", "2024/25")
    assert lines(found) == [found.grid.labels] * 2
    assert list(unproven_claims(indicator(series=series), found)) == []
    assert [row.cells for row in describe(indicator(series=series)).table.rows] == [
        ("1%", "4%"), ("2%", "5%"), ("3%", "6%"),
    ]  # fmt: skip


# A line joins what may be compared


@pytest.mark.parametrize(
    ("periods", "joined"),
    [
        (("2022/23", "2023/24", "2024/25", "April to September 2025"), [("2022/23", "2023/24", "2024/25")]),
        (("2022", "2023", "January to November 2024"), [("2022", "2023")]),
        (("2022", "2023", "January 2024 to December 2024"), [("2022", "2023", "January 2024 to December 2024")]),
        (("2022", "2022/23", "year ending June 2023"), [("2022", "2022/23", "year ending June 2023")]),
        (("January 2024", "February 2024", "quarter 2 of 2024"), [("January 2024", "February 2024")]),
        (("2022 to 2023", "2024", "2025"), [("2024", "2025")]),
        (("31 March 2023", "30 April 2024", "31 May 2025"), [("31 March 2023", "30 April 2024", "31 May 2025")]),
        (("31 March 2023", "April 2023", "May 2023"), [("April 2023", "May 2023")]),
    ],
)  # fmt: skip
def test_a_line_joins_periods_of_one_length(periods: tuple[str, ...], joined: list[tuple[str, ...]]) -> None:
    found = facts(dated(periods, *"1234567"[: len(periods)]), chart="line")
    assert lines(found) == joined
    drawn = picture_of(indicator(dated(periods, *"1234567"[: len(periods)]), chart="line"), found, "wide")
    paths = [mark.points for mark in drawn.marks if isinstance(mark, Path)]
    assert [tuple(position for position, _ in points) for points in paths] == joined


def test_a_line_ends_at_a_break_at_a_gap_and_at_a_range() -> None:
    years = dated(("2018", "2019", "2020", "2021", "2022", "2023", "2024"), *"1234567")
    years[2] = {"period": "2020"}
    years[4]["break_before"] = "New rules"
    assert lines(facts(years)) == [("2018", "2019"), ("2022", "2023", "2024")]
    years[5] = {"period": "2023", "lowest": "3", "highest": "4"}
    assert lines(facts(years)) == [("2018", "2019")]


def test_a_line_to_a_forecast_is_a_stretch_of_its_own() -> None:
    years: list[dict[str, Any]] = [*dated(("2023", "2024", "2025"), *"123")]
    years[2]["statuses"] = ["forecast"]
    assert [(len(joined.cells), joined.forecast) for joined in facts(years).all(Joined)] == [(2, False), (2, True)]


def test_categories_are_joined_by_no_line() -> None:
    assert facts([{"category": name, "value": "3"} for name in "ABC"], chart="line").all(Joined) == ()


def test_a_break_before_the_first_figure_parts_nothing() -> None:
    years = [{"period": "2023", "value": "1", "break_before": "New rules"}, *dated(("2024", "2025"), "2", "3")]
    assert "Break in series" not in texts(indicator(years, chart="line"))
    assert "Break in series" not in texts(indicator(years, chart="horizontal bar"))


# Of many series, those are named that the words name


def many(values: dict[str, str], **roles: str) -> FigureFacts:
    years = ("2023", "2024", "2025")
    series = [
        {"name": name, "points": dated(years, "50", "50", value)} | ({"role": roles[name]} if name in roles else {})
        for name, value in values.items()
    ]
    return facts(series=series)


def named(found: FigureFacts) -> tuple[str, ...]:
    (fact,) = found.all(NamedSeries)
    return fact.series


def test_four_series_are_all_named_and_of_five_the_highest_and_the_lowest() -> None:
    values = {"A": "20", "B": "30", "C": "90", "D": "10", "E": "40"}
    assert named(many({name: value for name, value in values.items() if name != "E"})) == ("A", "B", "C", "D")
    found = many(values)
    assert named(found) == ("C", "D")
    assert [(end.end, end.series, end.among) for end in found.all(Outermost)] == [
        ("highest", ("C",), 5), ("lowest", ("D",), 5),
    ]  # fmt: skip


def test_the_subject_and_an_average_are_named_with_them() -> None:
    values = {"A": "20", "B": "30", "C": "90", "D": "10", "Mean": "95", "West": "50"}
    assert named(many(values, West="subject", Mean="average")) == ("West", "C", "D", "Mean")


def test_series_that_tie_are_named_together_or_not_at_all() -> None:
    three = {"A": "90", "B": "90", "C": "90", "D": "10", "E": "40"}
    assert named(many(three)) == ("A", "B", "C", "D")
    assert named(many(three | {"E": "90"})) == ("A", "B", "C", "E")
    assert named(many(three | {"E": "90", "F": "90"})) == ("D",)


def test_where_nobody_can_tell_which_is_highest_the_first_are_named() -> None:
    years = ("2024", "2025", "2026")
    series = [{"name": name, "points": dated(years, "1", "2", str(at))} for at, name in enumerate("ABCDE", 3)]
    series[2]["points"] = dated(years[:2], "1", "2")
    found = facts(series=series)
    assert found.all(Outermost) == ()
    assert named(found) == ("A", "B", "C", "D")


# Which figures are written where not all have room


def test_the_figures_written_first_are_those_of_the_facts() -> None:
    found = facts(dated(("2020", "2021", "2022", "2023", "2024"), "5", "9", "2", "9", "6"))
    assert [[cell.label for cell in first.cells] for first in found.all(ShownFirst)] == [
        ["2024", "2021", "2023", "2020", "2022"]
    ]


def test_no_figure_is_marked_as_lowest_where_one_is_kept_back() -> None:
    years = [*dated(("2020", "2021", "2022"), "5", "2", "9"), {"period": "2023", "statuses": ["suppressed"]}]
    (first,) = facts(years).all(ShownFirst)
    assert [cell.label for cell in first.cells] == ["2022", "2020"]


@pytest.mark.parametrize(("total", "told"), [("20", ["20"]), ("21", []), (None, [])])
def test_a_total_is_told_where_the_parts_add_up_to_it(total: str | None, told: list[str]) -> None:
    parts = [{"category": "A", "value": "12"}, {"category": "B", "value": "8"}]
    typed = {"parts_of_whole": "yes", "unit": "count", "chart": "stacked bar"} | ({"total": total} if total else {})
    one = indicator(parts, **typed)
    assert [str(fact.total) for fact in figure_facts(one).all(PublishedTotal)] == told
    assert [word for word in texts(one).split(" / ") if word in ("20", "21")] == told


def places(*values: int | None, better: str = "neutral", role: str | None = "peer") -> FigureFacts:
    """Give places called P0, P1 and so on with their figures; where they have roles, P2 is the subject."""
    points: list[dict[str, Any]] = [{"category": f"P{at}"} for at in range(len(values))]
    for at, (point, value) in enumerate(zip(points, values, strict=True)):
        point |= {} if value is None else {"value": str(value)}
        point |= {} if role is None else {"role": "subject" if at == 2 else role}
    return figure_facts(Indicator.model_validate({**BASIC, "unit": "count", "better": better, "points": points}))


@pytest.mark.parametrize(
    ("facts", "order"),
    [
        (places(3, 9, 5, 1, 5), "P1 P2 P4 P0 P3"),
        (places(3, 9, 5, 1, 5, better="lower"), "P3 P0 P2 P4 P1"),
        (places(None, 9, 5, 1, 10), "P4 P1 P2 P3 P0"),
        (places(3, 9, 5, role=None), "P0 P1 P2"),
    ],
    ids=["highest first", "lowest first, as the words count", "no figure last", "no ranking"],
)
def test_a_ranking_is_in_the_order_in_which_the_words_count(facts: FigureFacts, order: str) -> None:
    assert as_drawn(facts).labels == tuple(order.split())


def test_of_more_than_fifty_rows_the_subject_and_the_ends_are_drawn() -> None:
    fifty, more = places(*range(50)), places(0, 1, 30, *range(3, 51))
    assert (len(as_drawn(fifty).labels), of_too_many(fifty), of_too_many(more)) == (50, False, True)
    assert as_drawn(more).labels == tuple(f"P{at}" for at in (*range(50, 38, -1), 2, *range(11, 2, -1), 1, 0))
