"""What is in a picture: what is held back stays out, what is missing stays open, and Altair accepts all of it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import dist

import pytest

from panelpapers.charts import Said, draw
from panelpapers.charts.altair_chart import chart
from panelpapers.charts.draw import picture_of
from panelpapers.charts.picture import Bar, Level, Marker, Path, Picture, Text, Width
from panelpapers.charts.placing import box_of
from panelpapers.facts.figure import figure_facts
from panelpapers.records.calendar import MONTHS
from panelpapers.records.indicator import ChartKind, Indicator
from panelpapers.words.figure import figure_words
from tests.charts.samples import names, sample

pytestmark = pytest.mark.slow

COMMON = {"title": "T", "measure": "m", "place": "P", "unit": "count", "definition": "D", "source": {"title": "S"}}
SECRET = "71828"  # noqa: S105 - a figure that must not get out, and that no coordinate happens to be


def picture(**fields: object) -> Picture:
    one = Indicator.model_validate({**COMMON, **fields})
    return picture_of(one, figure_facts(one), "wide")


def texts(drawn: Picture) -> list[str]:
    return [" ".join(mark.lines) for mark in drawn.marks if isinstance(mark, Text)]


@pytest.mark.parametrize("name", names())
def test_altair_accepts_every_chart(name: str) -> None:
    one = sample(name)
    spec = chart(picture_of(one, figure_facts(one), "narrow")).to_dict(validate=True)
    assert spec["config"]["aria"] is False
    assert "title" not in spec


@pytest.mark.parametrize("kind", ["line", "bar", "horizontal bar", "interval", "stacked bar", "status strip"])
def test_a_suppressed_figure_is_nowhere_and_changes_nothing(kind: ChartKind) -> None:
    def drawn(held_back: Mapping[str, object]) -> bytes:
        others = [{"category": "A", "value": "12"}, {"category": "B", "value": "8"}]
        points = [*others, {"category": "C", "statuses": ["suppressed"], **held_back}]
        whole = {"parts_of_whole": "yes", "total": "71848"}
        one = Indicator.model_validate({**COMMON, **whole, "chart": kind, "points": points})
        return draw(one, figure_facts(one), Said("T", "D"), "s", "wide")

    held = {"value": SECRET, "interval": {"low": SECRET, "high": SECRET}, "earlier_value": SECRET}
    assert drawn(held) == drawn({})
    assert b"[c]" in drawn(held)
    assert b"71,848" not in drawn(held)  # the total would give it away


def test_bars_start_at_zero() -> None:
    for name in ("bar-three-periods", "bar-negative", "horizontal-offences", "grouped-integrity"):
        one = sample(name)
        bars = [mark for mark in picture_of(one, figure_facts(one), "wide").marks if isinstance(mark, Bar)]
        assert bars
        assert {bar.start for bar in bars} == {0}


def test_parts_stand_end_to_end() -> None:
    one = sample("stacked-outcomes")
    bars = [mark for mark in picture_of(one, figure_facts(one), "wide").marks if isinstance(mark, Bar)]
    whole = [(bar.start, bar.end) for bar in bars if bar.position == "0 whole"]
    alone = [(bar.start, bar.end) for bar in bars if bar.position != "0 whole"]
    assert whole == alone
    assert all(left[1] == right[0] for left, right in pairwise(whole))
    assert whole[-1][1] == pytest.approx(100)


def test_a_zero_is_a_figure_and_a_gap_is_not() -> None:
    points = [{"period": "2022", "value": "4"}, {"period": "2023", "value": "0"}, {"period": "2024"}]
    assert {"4", "0", "[x]"} <= set(texts(picture(points=points, chart="bar")))
    drawn = picture(points=[*points, {"period": "2025", "value": "3"}], chart="line")
    markers = [(mark.position, mark.value) for mark in drawn.marks if isinstance(mark, Marker)]
    assert markers == [("2022", 4), ("2023", 0), ("2025", 3)]
    assert [mark.points for mark in drawn.marks if isinstance(mark, Path)] == [(("2022", 4), ("2023", 0))]
    assert drawn.frame.positions == ("2022", "2023", "2024", "2025")


def test_past_four_series_those_are_named_that_the_words_name() -> None:
    roles = {"West": "subject", "All": "average"}
    series = [
        {"name": name, "role": roles.get(name, "peer"),
         "points": [{"period": str(year), "value": str(10 * number + year - 2020)} for year in (2022, 2023, 2024)]}
        for number, name in enumerate(["A", "B", "C", "D", "All", "West"])
    ]  # fmt: skip
    drawn = picture(series=series)
    names = {mark.lines[0] for mark in drawn.marks if isinstance(mark, Text) and mark.bold}
    assert names == {"West", "All (average)", "A"}
    assert sum(isinstance(mark, Path) and mark.shade == "other" for mark in drawn.marks) == 3


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    points = [{"period": str(2020 + year), "value": value} for year, value in enumerate(["92", "91", "90"])]
    assert "Axis starts at 89" in texts(picture(points=points, chart="line"))
    assert not [text for text in texts(picture(points=points, chart="bar")) if "xis starts" in text]


def test_of_seven_series_the_words_and_the_chart_name_the_same() -> None:
    one = sample("line-seven-series")
    facts = figure_facts(one)
    drawn, said = picture_of(one, facts, "wide"), figure_words(one, facts).description
    bold = {" ".join(mark.lines) for mark in drawn.marks if isinstance(mark, Text) and mark.bold}
    assert bold == {series.name for series in one.series if series.name in said}
    assert bold == {"Cedar", "Elm", "Hatton", "Larch"}
    coloured = [mark.points for mark in drawn.marks if isinstance(mark, Path) and mark.shade != "other"]
    assert [points[-1][1] for points in coloured] == [16.6, 5.4, 8.1, 12.9]


@pytest.mark.parametrize("width", ["wide", "narrow"])
@pytest.mark.parametrize("kind", ["line", "bar"])
@pytest.mark.parametrize("standard", [{"target": {"value": "412"}}, {"baseline": {"value": "412"}}])
def test_no_rule_runs_through_a_figure(standard: dict[str, object], kind: ChartKind, width: Width) -> None:
    points = [{"period": str(2021 + year), "value": value} for year, value in enumerate(["371", "402", "395", "388"])]
    one = Indicator.model_validate({**COMMON, "points": points, "chart": kind, **standard})
    drawn = picture_of(one, figure_facts(one), width)
    (rule,) = [mark for mark in drawn.marks if isinstance(mark, Level) and mark.dash]
    height = drawn.frame.place("2021", rule.value)[1]
    figures = [mark for mark in drawn.marks if isinstance(mark, Text) and mark.lines[0].isdigit()]
    boxes = [box_of(mark, drawn.frame, drawn.sheet) for mark in figures]
    assert len(boxes) == 4
    assert not [box for box in boxes if box.top < height < box.bottom]


@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_a_figure_stands_nearest_to_its_own_marker(width: Width) -> None:
    values = [181, 175, 210, 239, 265, 272, 290, 287, 241, 231, 199, 170, 169, 165, 197, 220, 248, 253, 271, 270, 225]
    points = [
        {"period": f"{MONTHS[number % 12]} {2024 + number // 12}", "value": str(value)}
        for number, value in enumerate(values)
    ]
    one = Indicator.model_validate({**COMMON, "points": points})
    drawn = picture_of(one, figure_facts(one), width)
    place = drawn.frame.place
    markers = [mark for mark in drawn.marks if isinstance(mark, Marker)]
    figures = [mark for mark in drawn.marks if isinstance(mark, Text) and mark.lines[0].isdigit()]
    assert {"225", "290"} <= {mark.lines[0] for mark in figures}
    for text in figures:
        box = box_of(text, drawn.frame, drawn.sheet)
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        nearest = min(markers, key=lambda mark: dist(middle, place(mark.position, mark.value)))
        assert nearest.value == int(text.lines[0])


@pytest.mark.parametrize("kind", ["line", "stacked bar", "grouped bar", "bar"])
@pytest.mark.parametrize("names", [("Green", "Amber", "Red"), ("red", "Done", "GREEN")])
def test_a_status_has_its_colour_in_every_kind_of_chart(kind: str, names: tuple[str, ...]) -> None:
    what = "category" if kind == "grouped bar" else "period"
    series = [
        {"name": name, "points": [{what: year, "value": str(number)} for year in ("2023", "2024", "2025")]}
        for number, name in enumerate(names, 2)
    ]
    marks = picture(series=series, chart=kind).marks
    shades = {mark.shade for mark in marks if isinstance(mark, Bar | Path)}
    own = {name.lower() if name != "Done" else "other" for name in names}
    # Bars of several periods have colours for these, but for those of a rating.
    assert shades == (own if "Done" not in names or kind != "bar" else {"red", "green", "one", "two", "three"})
