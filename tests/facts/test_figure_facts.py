"""What follows from the figures of an indicator, before a word is said."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from panelpapers.facts.comparators import Beside
from panelpapers.facts.fact import (
    Change,
    Extremes,
    First,
    Forecasts,
    Latest,
    NotCompared,
    Rank,
    StatusCounts,
    Trend,
    Whole,
)
from panelpapers.facts.figure import FigureFacts, figure_facts
from panelpapers.facts.notice import (
    Disagreement,
    IrregularSpacing,
    OverlappingPeriods,
    RoundedZero,
    Stated,
    TotalWithheld,
    UnequalPeriods,
)
from panelpapers.facts.standing import BaselineOnly, BaselineStanding
from panelpapers.facts.targets import TargetStanding
from panelpapers.records.indicator import Indicator

BASIC = {"title": "T", "measure": "rate", "place": "Here", "unit": "%", "definition": "D", "source": {"title": "S"}}


def facts(points: list[Any] | None = None, **typed: Any) -> FigureFacts:
    return figure_facts(Indicator.model_validate(BASIC | ({"points": points} if points else {}) | typed))


def years(*values: str, start: int = 2020, **typed: Any) -> FigureFacts:
    return facts([{"period": str(start + at), "value": value} for at, value in enumerate(values)], **typed)


def groups(*values: str, **typed: Any) -> FigureFacts:
    return facts([{"category": "ABCDEFG"[at], "value": value} for at, value in enumerate(values)], **typed)


@pytest.mark.parametrize(
    ("values", "shape"),
    [
        (("1", "2", "3"), "strictly rising"),
        (("3", "2", "1"), "strictly falling"),
        (("1", "1", "3"), "rose overall"),
        (("4", "2", "0", "0"), "fell overall"),
        (("1", "5", "9", "7"), "peak then fall"),
        (("1", "5", "5", "2"), "peak then fall"),
        (("9", "2", "7"), "fell then rose"),
        (("1", "5", "3", "7"), "rose overall"),
        (("7", "3", "5", "1"), "fell overall"),
        (("5", "6", "5", "6"), "no clear pattern"),
        (("3", "5", "2", "4"), "no clear pattern"),
        (("4", "4", "4"), "unchanged"),
        (("1.04", "1.03", "1.02"), "strictly falling"),
    ],
)
def test_three_or_more_figures_have_a_shape(values: tuple[str, ...], shape: str) -> None:
    trend = years(*values).one(Trend)
    assert trend is not None
    assert trend.shape == shape


def test_two_figures_have_a_change_and_no_trend() -> None:
    found = years("12.5", "13.5")
    change = found.one(Change)
    assert change is not None
    assert (change.direction, change.difference, found.one(Trend)) == (1, Decimal("1.0"), None)


@pytest.mark.parametrize(
    ("earlier", "later", "relative"),
    [
        ("220", "183", "-16.82"),
        ("0", "40", None),
        ("40", "0", None),
        ("-20", "20", None),
        ("-20", "-30", None),
        ("2", "1", None),
        ("9.99", "20", None),
        ("10", "20", "100"),
        ("-10", "-20", None),
    ],
)
def test_a_change_in_per_cent_needs_a_base_that_means_something(
    earlier: str, later: str, relative: str | None
) -> None:
    change = years(earlier, later, unit="count").one(Change)
    assert change is not None
    assert (None if change.relative is None else round(change.relative, 2)) == (relative and Decimal(relative))


def test_a_forecast_is_never_the_latest_figure() -> None:
    found = facts(
        [
            {"period": "2026", "value": "9", "statuses": ["forecast"]},
            {"period": "2025", "value": "8"},
            {"period": "2024", "value": "7"},
        ]
    )
    assert [one.cell.label for one in found.all(First)] == ["2024"]
    assert [one.cell.label for one in found.all(Latest)] == ["2025"]
    assert [cell.label for one in found.all(Forecasts) for cell in one.cells] == ["2026"]


def test_nothing_is_compared_across_a_break() -> None:
    found = facts(
        [
            {"period": "2022", "value": "20"},
            {"period": "2023", "statuses": ["not available"], "break_before": "new rules"},
            {"period": "2024", "value": "11"},
            {"period": "2025", "value": "12"},
        ],
        baseline={"period": "2022"},
        target={"value": "15"},
        better="higher",
    )
    assert [(one.earlier.label, one.later.label) for one in found.all(Change)] == [("2024", "2025")]
    assert [(one.earlier.label, one.obstacle) for one in found.all(NotCompared)] == [("2022", "break")]
    assert [one.obstacle for one in found.all(BaselineOnly)] == ["break"]
    assert found.one(BaselineStanding) is None


@pytest.mark.parametrize(("last", "even"), [("29 May 2026", True), ("30 May 2026", False)])
def test_days_may_be_three_days_off_their_step(last: str, even: bool) -> None:
    """From 31 March to 28 April are 28 days: after them, 31 are as even as months are, and 32 are not."""
    days = ("31 March 2026", "28 April 2026", last)
    found = facts([{"period": day, "value": "1"} for day in days])
    assert bool(found.all(IrregularSpacing)) != even


def test_periods_of_unequal_length_are_not_compared() -> None:
    found = facts(
        [{"period": "August 2023 to August 2024", "value": "226"}, {"period": "April to August 2025", "value": "674"}]
    )
    assert found.all(Change) == ()
    assert [one.obstacle for one in found.all(NotCompared)] == ["unequal periods"]
    assert [[period.months for period in one.periods] for one in found.all(UnequalPeriods)] == [[5, 13]]


def test_a_baseline_for_a_period_of_another_length_is_not_compared() -> None:
    found = facts([{"period": "June 2025", "value": "13"}], baseline={"period": "2024", "value": "11"})
    assert [one.obstacle for one in found.all(BaselineOnly)] == ["unequal periods"]


def test_windows_that_overlap_are_found_and_may_be_compared() -> None:
    found = facts(
        [
            {"period": f"year ending {month}", "value": value}
            for month, value in (("March 2024", "220"), ("December 2024", "185"), ("March 2025", "183"))
        ]
    )
    assert [len(one.pairs) for one in found.all(OverlappingPeriods)] == [2]
    assert [one.direction for one in found.all(Change)] == [-1, -1]


def test_where_likely_ranges_overlap_no_direction_is_claimed() -> None:
    def points(low: str, high: str) -> list[dict[str, Any]]:
        return [
            {"period": "2024", "value": "61", "interval": {"low": "58", "high": "64"}},
            {"period": "2025", "value": "66", "interval": {"low": low, "high": high}},
        ]

    assert facts(points("64", "70")).all(Change) == ()
    assert [one.direction for one in facts(points("64.1", "70")).all(Change)] == [1]


def test_all_ties_are_named_and_equal_figures_have_no_extremes() -> None:
    found = years("4", "2", "0", "0").one(Extremes)
    assert found is not None
    assert [cell.label for cell in found.highest] == ["2020"]
    assert [cell.label for cell in found.lowest] == ["2022", "2023"]
    assert years("5", "5", "5").all(Extremes) == ()
    assert years("5").all(Extremes) == ()


def test_a_suppressed_figure_may_be_the_lowest() -> None:
    points = [
        {"category": "A", "value": "8"},
        {"category": "B", "statuses": ["suppressed"]},
        {"category": "C", "value": "15"},
    ]
    found = facts(points, unit="count", total="25")
    extremes = found.one(Extremes)
    assert extremes is not None
    assert (extremes.lowest, extremes.partial, [cell.label for cell in extremes.highest]) == ((), True, ["C"])
    assert found.all(TotalWithheld) != ()


@pytest.mark.parametrize(
    ("value", "better", "by", "outcome"),
    [
        ("12", "higher", None, "exactly met"),
        ("11.9999", "higher", None, "not met"),
        ("12.0001", "higher", None, "met"),
        ("11", "lower", None, "met"),
        ("13", "lower", None, "not met"),
        ("13", "neutral", None, "above"),
        ("12", "neutral", None, "equal"),
        ("11", "higher", "2027", "not yet met"),
        ("13", "higher", "2027", "met"),
        ("11", "higher", "2019", "not met"),
    ],
)
def test_rounding_never_decides_on_a_target(value: str, better: str, by: str | None, outcome: str) -> None:
    target = {"value": "12"} | ({"by": by} if by else {})
    found = years("10", value, decimals="0", better=better, target=target).one(TargetStanding)
    assert found is not None
    assert found.outcome == outcome


def test_the_first_figure_to_meet_the_target_follows_one_that_did_not() -> None:
    target = {"value": "12"}
    crossed = years("10", "13", "11", "14", better="higher", target=target).one(TargetStanding)
    always = years("13", "14", better="higher", target=target).one(TargetStanding)
    assert crossed is not None
    assert crossed.first_met is not None
    assert crossed.first_met.label == "2021"
    assert always is not None
    assert always.first_met is None


def test_a_baseline_is_a_point_of_its_series_or_a_value() -> None:
    by_point = years("7.9", "13.5", baseline={"period": "2020"}).one(BaselineStanding)
    by_value = years("13.5", baseline={"value": "7.9"}).one(BaselineStanding)
    assert by_point is not None
    assert by_value is not None
    assert by_point.difference == by_value.difference == Decimal("5.6")


def test_a_suppressed_baseline_is_not_given_away_by_a_typed_value() -> None:
    points = [{"period": "2024", "statuses": ["suppressed"]}, {"period": "2025", "value": "9"}]
    found = facts(points, baseline={"period": "2024", "value": "7"})
    assert found.all(BaselineStanding) == ()
    assert [one.baseline for one in found.all(BaselineOnly)] == [None]


def test_a_stated_change_to_a_suppressed_figure_is_kept_back() -> None:
    stated = {"since": "the baseline", "amount": "5", "measured_in": "points"}
    points = [{"period": "2024", "statuses": ["suppressed"]}, {"period": "2025", "value": "9"}]
    changes = [{"period": "2024", **stated}, {"period": "2025", **stated}]
    assert [one.change.period.name for one in facts(points, stated_changes=changes).all(Stated)] == ["2025"]


PLACES = (
    ("Us", "12.6", "subject"),
    ("Near", "11.9", "peer"),
    ("Far", "13.1", "peer"),
    ("Top", "18", "peer"),
    ("All", "14", "average"),
)


@pytest.mark.parametrize(
    ("better", "position", "end"), [("higher", 3, "highest"), ("lower", 2, "lowest"), ("neutral", 3, "highest")]
)
def test_the_subject_is_ranked_from_the_better_end_and_averages_are_not(better: str, position: int, end: str) -> None:
    points = [{"category": name, "value": value, "role": role} for name, value, role in PLACES]
    found = facts(points, better=better)
    rank = found.one(Rank)
    assert rank is not None
    assert (rank.position, rank.among, rank.end, rank.tied) == (position, 4, end, False)
    assert [one.difference for one in found.all(Beside)] == [Decimal(x) for x in ("-1.4", "-2.1", "-0.9", "4")]


def test_series_are_ranked_at_the_latest_figure_of_the_subject() -> None:
    series = [
        {"name": "us", "role": "subject", "points": [{"period": "2024", "value": "5"}]},
        {
            "name": "them",
            "role": "peer",
            "points": [{"period": "2024", "value": "7"}, {"period": "2025", "value": "1"}],
        },
    ]
    rank = facts(series=series).one(Rank)
    assert rank is not None
    assert (rank.cell.label, rank.position, rank.end) == ("2024", 1, "lowest")


def test_there_is_no_rank_where_a_place_has_no_figure() -> None:
    points = [{"category": "Us", "value": "5", "role": "subject"}, {"category": "Near", "role": "peer"}]
    assert facts(points).all(Rank) == ()


def test_shares_need_every_part_and_a_total_that_agrees() -> None:
    whole = groups("15", "20", unit="count", parts_of_whole="yes").one(Whole)
    assert whole is not None
    assert [(part.cell.label, round(part.share, 1)) for part in whole.parts] == [
        ("B", Decimal("57.1")),
        ("A", Decimal("42.9")),
    ]
    assert groups("15", "20", unit="count", parts_of_whole="yes", total="40").all(Whole) == ()
    assert groups("15", "0", unit="count").all(Whole) == ()


def test_statuses_are_counted_with_their_total() -> None:
    found = groups("3", "4", "2", unit="count", chart="status strip").one(StatusCounts)
    assert found is not None
    assert found.total == 9


def test_a_figure_that_is_shown_as_zero_and_is_not_is_found() -> None:
    found = years("0", "0.04", "0.05", decimals="1").one(RoundedZero)
    assert found is not None
    assert [cell.label for cell in found.cells] == ["2021"]


def test_a_baseline_with_another_figure_than_its_period_has_is_told_with_both() -> None:
    found = years("4", "6", baseline={"period": "2020", "value": "5"})
    (differs,) = found.all(Disagreement)
    assert (differs.value, differs.other) == (Decimal(4), Decimal(5))
    same = years("5", "6", baseline={"period": "2020", "value": "5"})
    assert same.all(Disagreement) == ()
