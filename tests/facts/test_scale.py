"""The value axis, and when it starts at zero."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from panelpapers.facts.figure import figure_facts
from panelpapers.facts.scale import MOST_INTERVALS, Cut, extent, scale_cut, starts_at_zero, ticks
from panelpapers.records.indicator import ChartKind, Indicator

KINDS: tuple[ChartKind, ...] = ("line", "interval", "bar")


def indicator(values: list[str], chart: ChartKind = "line", **others: object) -> Indicator:
    points = [{"period": str(2000 + year), "value": value} for year, value in enumerate(values)]
    common = {
        "title": "T",
        "measure": "m",
        "place": "P",
        "unit": "count",
        "definition": "D",
        "source": {"title": "S"},
    }
    return Indicator.model_validate({**common, "source": {"title": "S"}, "chart": chart, "points": points, **others})


@pytest.mark.parametrize(
    ("values", "chart", "zero"),
    [
        (["220", "185", "183"], "line", True),
        (["92.0", "91.4", "90.6"], "line", False),
        (["92.0", "91.4", "90.6"], "bar", True),
        (["92.0", "91.4", "90.6"], "grouped bar", True),
        (["66", "68"], "interval", False),
        (["3", "68"], "interval", True),
        (["5", "5", "5"], "line", True),
        (["-2", "3"], "line", True),
        (["-95", "-93"], "line", False),
        (["0", "0"], "line", True),
    ],
)
def test_when_the_axis_starts_at_zero(values: list[str], chart: ChartKind, zero: bool) -> None:
    one = indicator(values, chart)
    assert starts_at_zero(figure_facts(one)) is zero
    scale = ticks(figure_facts(one))
    assert (scale.values[0] <= 0 <= scale.values[-1]) is zero


def test_a_target_belongs_to_the_axis() -> None:
    one = indicator(["92.0", "91.4"], target={"value": "40"})
    assert starts_at_zero(figure_facts(one))
    assert ticks(figure_facts(one)).values[-1] >= 92


@settings(deadline=None)
@given(
    values=st.lists(st.decimals(-(10**7), 10**7, places=2).map(str), min_size=1, max_size=8),
    chart=st.sampled_from(KINDS),
)
def test_ticks_are_even_round_and_cover_every_value(values: list[str], chart: ChartKind) -> None:
    one = indicator(values, chart)
    scale = ticks(figure_facts(one))
    assert 2 <= scale.count <= MOST_INTERVALS + 1
    assert scale.values[0] <= min(map(Decimal, values))
    assert scale.values[-1] >= max(map(Decimal, values))
    assert scale.step.normalize().as_tuple().digits in {(1,), (2,), (5,)}


@pytest.mark.parametrize(
    ("values", "chart", "cut"),
    [
        (["30", "80"], "line", None),
        (["31", "80"], "line", (0, 80)),
        (["50", "2"], "bar", None),
        (["49.9", "2"], "bar", (0, 50)),
        (["49.9", "2"], "horizontal bar", (0, 50)),
        (["0", "100"], "interval", None),
        (["92", "95"], "line", (91, 95)),
        (["92", "95"], "bar", None),
        (["-5", "60"], "bar", (-20, 60)),
        (["90", "101"], "bar", (0, 150)),
    ],
)
def test_percentages_have_one_scale_or_the_words_say_which(
    values: list[str], chart: ChartKind, cut: tuple[int, int] | None
) -> None:
    facts = figure_facts(indicator(values, chart, unit="%"))
    assert scale_cut(facts) == (Cut(*map(Decimal, cut)) if cut else None)
    low, high = cut or (0, 100)
    assert [ticks(facts).values[0], ticks(facts).values[-1]] == [low, high]
    if chart in ("bar", "horizontal bar"):
        assert extent(facts) == (low, high)


def test_of_parts_that_are_percentages_the_wholes_count() -> None:
    series = [
        {"name": name, "points": [{"period": "2024", "value": value}]} for name, value in (("A", "64"), ("B", "36.1"))
    ]
    one = indicator([], "stacked bar", unit="%", series=series, points=[])
    assert scale_cut(figure_facts(one)) is None


def test_whole_numbers_have_no_ticks_between_them() -> None:
    one = indicator(["1", "2"])
    assert all(value == int(value) for value in ticks(figure_facts(one)).values)


@pytest.mark.parametrize(
    ("values", "unit", "step"),
    [
        (["8:43", "2:05"], "minutes and seconds", 120),
        (["0:43", "0:05"], "minutes and seconds", 10),
        (["59:00", "12:00"], "minutes and seconds", 900),
        (["12:08", "1:30"], "hours and minutes", 300),
        (["1:47:12", "0:30:00"], "hours, minutes and seconds", 1_800),
    ],
)
def test_times_have_ticks_that_make_up_a_minute_or_an_hour(values: list[str], unit: str, step: int) -> None:
    assert ticks(figure_facts(indicator(values, unit=unit))).step == step
