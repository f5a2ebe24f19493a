"""Any indicator at all can be drawn: every text has its place, and the marks have theirs."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from panelpapers.charts.draw import picture_of
from panelpapers.charts.finish import finished
from panelpapers.charts.measure import text_width
from panelpapers.charts.picture import Said, Text, Width
from panelpapers.charts.placing import box_of
from panelpapers.facts.figure import figure_facts
from panelpapers.facts.standing import Standard
from panelpapers.records.indicator import ChartKind, Indicator
from panelpapers.rules.figures.refusals import refusals
from tests.strategies import indicators

KINDS: tuple[ChartKind, ...] = (
    "line", "bar", "horizontal bar", "grouped bar", "interval", "stacked bar", "status strip",
)  # fmt: skip


@pytest.mark.parametrize("width", ["wide", "narrow"])
@settings(deadline=None)
@given(indicator=indicators(), kind=st.sampled_from(KINDS))
def test_texts_have_room_and_so_have_the_marks(width: Width, indicator: Indicator, kind: ChartKind) -> None:
    indicator = indicator.model_copy(update={"chart": kind})
    assume(not refusals(indicator))
    assert_room(indicator, width)


def assert_room(indicator: Indicator, width: Width) -> None:
    facts = figure_facts(indicator)
    picture = picture_of(indicator, facts, width)
    frame = picture.frame
    boxes = [(mark.lines, box_of(mark, frame, picture.sheet)) for mark in picture.marks if isinstance(mark, Text)]
    for lines, box in boxes:
        assert box.left >= -frame.left - 1, lines
        assert box.right <= frame.width + frame.right + 1, lines
        assert box.top >= -frame.top - 1, lines
        assert box.bottom <= frame.height + frame.bottom + 1, lines
    for (lines, one), (others, other) in combinations(boxes, 2):
        # Boxes have the height of a line, letters are less high: a few pixels are only white.
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(one.bottom, other.bottom) - max(one.top, other.top)
        assert across <= 1 or down <= 4, (lines, others)
    assert frame.width >= picture.sheet.width / 5
    said = {word for lines, _ in boxes for word in lines[0].split(" ")[:3]}
    assert {standard.what.capitalize() for standard in facts.all(Standard)} <= said


def figure(**typed: Any) -> Indicator:
    fixed = {"title": "T", "measure": "m", "place": "P", "definition": "D", "source": {"title": "S"}}
    return Indicator.model_validate(fixed | typed)


LONG = "Share of investigations into violent offences against adults and children that were closed within the time "
CROWDED = (
    figure(
        unit="%", chart="line", points=[{"period": "2015", "value": "0"}, {"period": "2016", "value": "103"}],
        baseline={"value": "104", "period": "2015 to 2019", "average": "yes"},
    ),
    figure(
        unit="count", chart="grouped bar",
        series=[
            {"name": f"{LONG}{name}", "points": [{"category": f"{LONG}{at}", "value": "4"} for at in "12"]}
            for name in "34"
        ],
    ),
    figure(
        unit="weeks", chart="line",
        series=[
            {"name": name, "points": [{"period": f"year ending May {at}", "value": most} for at in range(1990, 2003)]}
            for name, most in (
                ("Kingston upon Thames", "200000000"), ("Mary-in-the-Marsh", "200000000"), ("Ash", "200000000"),
                ("Elm", "1000000"), ("Beech", "9"),
            )
        ],
    ),
)  # fmt: skip


@pytest.mark.parametrize("indicator", CROWDED)
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_what_has_no_room_in_the_plot_stands_above_it(width: Width, indicator: Indicator) -> None:
    assert_room(indicator, width)


def test_names_above_the_plot_stand_behind_the_markers_of_their_lines() -> None:
    indicator = CROWDED[-1]
    marks = picture_of(indicator, figure_facts(indicator), "narrow").marks
    texts = [" ".join(mark.lines) for mark in marks if isinstance(mark, Text)]
    assert "Kingston upon Thames, Mary-in-the-Marsh and Ash: 200,000,000" in texts
    assert "Beech: 9" in texts


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_a_figure_above_many_bars_stands_in_the_middle_of_its_own(width: Width) -> None:
    """The bars beside it may be higher: a figure at their left or right would be read as theirs."""
    amounts = [*range(39_000, 39_230, 10), 38_409]
    points = [{"period": f"year ending May {1990 + at}", "value": str(amount)} for at, amount in enumerate(amounts)]
    indicator = figure(unit="count", chart="bar", points=points)
    picture = picture_of(indicator, figure_facts(indicator), width)
    figures = [mark for mark in picture.marks if isinstance(mark, Text) and "," in mark.lines[0]]
    assert "38,409" in {mark.lines[0] for mark in figures}
    assert {(mark.dx, mark.align) for mark in figures} == {(0, "center")}


@pytest.mark.parametrize(
    ("values", "latest"),
    [
        ("24812 25103 23940 23011 24120 24480 22870 22310", "22,310"),
        ("7014 6702 6547 6495 6545 6770 7220 7719 8024 8044 7990", "7,990"),
    ],
)
def test_the_latest_figure_is_written_and_no_two_run_together(values: str, latest: str) -> None:
    points = [{"period": f"year ending May {1990 + at}", "value": value} for at, value in enumerate(values.split())]
    indicator = figure(unit="count", chart="line", points=points)
    picture = picture_of(indicator, figure_facts(indicator), "narrow")
    texts = [mark for mark in picture.marks if isinstance(mark, Text)]
    assert latest in {mark.lines[0] for mark in texts}
    boxes = [box_of(mark, picture.frame, picture.sheet) for mark in texts]
    for one, other in combinations(boxes, 2):
        beside = max(one.left, other.left) - min(one.right, other.right)
        assert beside >= 5 or min(one.bottom, other.bottom) <= max(one.top, other.top)


def test_wide_labels_of_an_axis_are_left_out_evenly() -> None:
    points = [
        {"category": name, "value": f"{at}00000000", "interval": {"low": 0, "high": f"{at}50000000"}}
        for at, name in enumerate("123", 1)
    ]
    indicator = figure(unit="£ million", chart="interval", points=points)
    picture = picture_of(indicator, figure_facts(indicator), "narrow")
    assert picture.value_axis is not None
    shown = [at for at, label in enumerate(picture.value_axis.labels) if label]
    apart = picture.frame.width / (len(picture.value_axis.labels) - 1) * (shown[1] - shown[0])
    assert apart >= max(text_width(label, 17) for label in picture.value_axis.labels) + 5


def test_a_word_that_a_phone_has_room_for_is_not_broken() -> None:
    points = [{"period": f"year ending May {year}", "value": str(year - 1900)} for year in range(1990, 1994)]
    names = ("Transgender", "Disability")
    indicator = figure(unit="count", chart="line", series=[{"name": name, "points": points} for name in names])
    picture = picture_of(indicator, figure_facts(indicator), "narrow")
    words = {word for mark in picture.marks if isinstance(mark, Text) and mark.bold for word in mark.lines}
    assert any("Transgender" in word for word in words)


def test_marks_that_alternate_say_once_what_they_share() -> None:
    """A chart of many rows would else weigh twice as much: each text has an outline of its own."""
    look = 'fill="#0b0c0c" stroke="#ffffff" stroke-width="4"'
    looks = (look, f'{look} font-weight="bold"') * 3
    drawn = "".join(f"<text {own}>{number}</text>" for number, own in enumerate(looks))
    picture = picture_of(CROWDED[0], figure_facts(CROWDED[0]), "wide")
    svg = finished(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>', Said("T", "D"), "s", picture).decode()
    assert [svg.count(said) for said in ("<text", "paint-order", 'fill="#0b0c0c"', "bold")] == [6, 1, 2, 3]


@pytest.mark.parametrize("chart", ["line", "bar"])
@pytest.mark.parametrize("width", ["wide", "narrow"])
@given(data=st.data())
def test_a_target_and_a_baseline_always_have_their_names(width: Width, chart: str, data: st.DataObject) -> None:
    """Many bars, or values near a rule, leave no room beside it."""
    most = data.draw(st.sampled_from([10, 100, 10**4, 10**7]))
    amounts = st.integers(most // 3, most)
    values = data.draw(st.lists(amounts, min_size=2, max_size=30))
    marks = {name: {"value": str(data.draw(amounts))} for name in ("target", "baseline")}
    points = [{"period": str(1990 + year), "value": str(value)} for year, value in enumerate(values)]
    one = figure(unit="money", chart=chart, points=points, **marks)
    texts = [mark for mark in picture_of(one, figure_facts(one), width).marks if isinstance(mark, Text)]
    assert {"Target", "Baseline"} <= {word for text in texts for word in text.lines[0].split(" ")[:3]}
