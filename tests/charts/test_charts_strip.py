"""The status strip counts by shapes up to a dozen, and past that draws bars."""

from __future__ import annotations

from decimal import Decimal

import pytest

from panelpapers.charts.draw import picture_of
from panelpapers.charts.picture import Bar, Marker
from panelpapers.facts.figure import figure_facts
from tests.charts.samples import sample


@pytest.mark.parametrize(("most", "bars"), [("12", False), ("13", True)])
def test_shapes_are_drawn_as_long_as_they_can_be_counted(most: str, bars: bool) -> None:
    strip = sample("status-strip")
    first, *others = strip.points
    changed = strip.model_copy(update={"points": [first.model_copy(update={"value": Decimal(most)}), *others]})
    marks = picture_of(changed, figure_facts(changed), "wide").marks
    assert any(isinstance(mark, Bar) for mark in marks) == bars
    shapes = sum(isinstance(mark, Marker) for mark in marks)
    assert shapes == (3 if bars else 12 + 4 + 2)
