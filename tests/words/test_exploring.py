"""What is said of each figure to a reader who goes through them one by one."""

from __future__ import annotations

from decimal import Decimal

from panelpapers.facts.figure import figure_facts
from panelpapers.records.indicator import Indicator
from panelpapers.words.exploring import target, tracks


def indicator(**more: object) -> Indicator:
    made = {
        "title": "Positive outcome rate",
        "measure": "positive outcome rate",
        "place": "the force",
        "unit": "%",
        "better": "higher",
        "definition": "Outcomes by crimes.",
        "source": {"title": "A report"},
        "target": {"value": "12.0"},
        "points": [
            {"period": "year ending June 2023", "value": "7.94"},
            {"period": "year ending June 2024", "statuses": ["not available"]},
            {"period": "year ending June 2025", "value": "13.5", "statuses": ["provisional"]},
        ],
        "decimals": 1,
    }
    return Indicator.model_validate({**made, **more})


def test_each_figure_with_its_status_and_the_target() -> None:
    one = indicator()
    (track,) = tracks(one, figure_facts(one))
    assert [stop.text for stop in track.stops] == [
        "Year ending June 2023: 7.9%, 4.1 percentage points below the target",
        "Year ending June 2024: not available",
        "Year ending June 2025: 13.5%, provisional, may change, 1.5 percentage points above the target",
    ]
    assert (track.highest, track.lowest) == (2, 0)
    assert Decimal(target(one)) == 12


def test_each_figure_beside_what_it_is_compared_with() -> None:
    series = [
        {"name": "the force", "role": "subject", "points": _years("5", "7", "9")},
        {"name": "Forces like it", "role": "group", "points": _years("6", "7", "8")},
    ]
    one = indicator(series=series, points=[], target=None)
    ours, theirs = tracks(one, figure_facts(one))
    assert [stop.text for stop in ours.stops] == [
        "2022: 5.0%, 1.0 percentage point below the group figure",
        "2023: 7.0%, equal to the group figure",
        "2024: 9.0%, 1.0 percentage point above the group figure",
    ]
    assert theirs.as_data()["name"] == "Forces like it (group figure)"


def _years(*values: str) -> list[dict[str, str]]:
    return [{"period": str(2022 + at), "value": value} for at, value in enumerate(values)]


def test_the_tone_knows_no_more_than_the_table() -> None:
    one = indicator()
    (track,) = tracks(one, figure_facts(one))
    assert [stop.value for stop in track.stops] == ["7.9", "", "13.5"]


def test_the_tone_of_a_range_is_that_of_its_middle() -> None:
    ranges = [{"period": str(2023 + at), "lowest": str(at), "highest": str(at + 5)} for at in range(3)]
    (track,) = tracks(one := indicator(points=ranges, target=None), figure_facts(one))
    assert [stop.value for stop in track.stops] == ["2.5", "3.5", "4.5"]


def test_a_suppressed_figure_is_silent() -> None:
    points = [
        {"category": "A", "value": "12"},
        {"category": "B", "value": "8"},
        {"category": "C", "value": "2", "statuses": ["suppressed"]},
    ]
    one = indicator(unit="count", target=None, points=points, decimals=0)
    (track,) = tracks(one, figure_facts(one))
    assert track.stops[2].text == "C: confidential, not shown"
    assert track.stops[2].value == ""
    assert track.lowest is None


def test_two_figures_are_not_gone_through() -> None:
    one = indicator(points=[{"period": "2024", "value": "1"}, {"period": "2025", "value": "2"}])
    assert tracks(one, figure_facts(one)) == ()
