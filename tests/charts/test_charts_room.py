"""Any indicator at all can be drawn: every text has its place, and the marks have theirs."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from panelpapers.charts.draw import picture_of
from panelpapers.charts.picture import Text, Width
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


@pytest.mark.parametrize("chart", ["line", "bar"])
@pytest.mark.parametrize("width", ["wide", "narrow"])
@given(data=st.data())
def test_a_target_and_a_baseline_always_have_their_names(width: Width, chart: str, data: st.DataObject) -> None:
    """Many bars, or values near a rule, leave no room beside it."""
    most = data.draw(st.sampled_from([10, 100, 10**4, 10**7]))
    amounts = st.integers(most // 3, most)
    values = data.draw(st.lists(amounts, min_size=2, max_size=30))
    typed = {"title": "T", "measure": "m", "place": "P", "unit": "money", "definition": "D", "source": {"title": "S"}}
    marks = {name: {"value": str(data.draw(amounts))} for name in ("target", "baseline")}
    points = [{"period": str(1990 + year), "value": str(value)} for year, value in enumerate(values)]
    one = Indicator.model_validate(typed | marks | {"chart": chart, "points": points})
    texts = [mark for mark in picture_of(one, figure_facts(one), width).marks if isinstance(mark, Text)]
    assert {"Target", "Baseline"} <= {word for text in texts for word in text.lines[0].split(" ")[:3]}
