"""Which places are compared with one another: several series at one position, or the categories of one."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from panelpapers.facts.comparators import Beside, GapOverTime, compared
from panelpapers.facts.fact import Rank
from panelpapers.facts.figure import FigureFacts, figure_facts
from panelpapers.records.indicator import Indicator

BASIC = {"title": "T", "measure": "rate", "place": "Here", "unit": "%", "definition": "D", "source": {"title": "S"}}
POINTS = [{"period": "2024", "value": "3"}, {"period": "2025", "value": "4"}]


def names(series: list[dict[str, Any]]) -> tuple[list[str], list[str], str | None]:
    grid = figure_facts(Indicator.model_validate(BASIC | {"series": series})).grid
    places, others, subject = compared(grid)
    return [place.name for place in places], [other.name for other in others], subject.name if subject else None


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("subject",), ([], [], None)),
        ((None, None), ([], [], None)),
        (("subject", None), (["A", "B"], [], "A")),
        (("subject", "average"), (["A"], ["B"], "A")),
        (("subject", "subject", None), (["A", "B", "C"], [], None)),
        (("budget", None), (["B"], ["A"], "B")),
        (("subject", "peer", "total"), (["A", "B"], ["C"], "A")),
        (("subject", "national", "range"), (["A"], ["B", "C"], "A")),
    ],
)
def test_series_are_compared_where_there_are_several_and_one_has_a_role(
    roles: tuple[str | None, ...], expected: tuple[list[str], list[str], str | None]
) -> None:
    series = [
        {"name": name, "points": POINTS} | ({"role": role} if role else {})
        for name, role in zip("ABC", roles, strict=False)
    ]
    assert names(series) == expected


@pytest.mark.parametrize(
    ("peers", "best", "rank"),
    [
        (("20", "24"), "30", (3, 4)),  # one more place
        (("20", "30"), "30", (2, 3)),  # it is the one that has its figure
        (("20",), "30", (2, 3)),
        (("20",), "20", (1, 2)),
        ((), "30", None),  # alone with the best, nobody is ranked
    ],
)
def test_the_best_counts_once_and_only_among_others(
    peers: tuple[str, ...], best: str, rank: tuple[int, int] | None
) -> None:
    points = [("Us", "22", "subject"), *((f"P{place}", value, "peer") for place, value in enumerate(peers))]
    found = beside(*points, ("Best", best, "best")).one(Rank)
    assert ((found.position, found.among) if found else None) == rank


@pytest.mark.parametrize(
    ("us", "position", "end", "tied"),
    [
        ("30", 1, "highest", False),
        ("22", 3, "highest", False),
        ("20", 1, "lowest", False),
        ("24", 2, "highest", True),
    ],
)
def test_the_last_is_told_from_the_other_end(us: str, position: int, end: str, tied: bool) -> None:
    rank = beside(("Us", us, "subject"), ("A", "24", "peer"), ("B", "26", "peer"), ("C", "21", "peer")).one(Rank)
    assert rank is not None
    assert (rank.position, rank.end, rank.tied) == (position, end, tied)


@pytest.mark.parametrize(
    ("role", "unit", "judged", "share"),
    [
        ("national", "%", "worse", None),
        ("national", "count", None, None),
        ("budget", "count", "worse", None),
        ("last year", "money", "worse", None),
        ("total", "count", None, Decimal(60)),
        ("total", "%", None, None),
        ("best", "%", None, None),
    ],
)
def test_what_a_figure_is_better_than_and_a_part_of(
    role: str, unit: str, judged: str | None, share: Decimal | None
) -> None:
    points = [("Us", "12", "subject"), ("Other", "20", role)]
    (found,) = beside(*points, unit=unit, measure="number of letters", better="higher").all(Beside)
    assert (found.judged, found.share, found.difference) == (judged, share, Decimal(-8))


def test_a_gap_over_time_is_between_the_times_that_both_have() -> None:
    series = [
        {"name": "Us", "role": "subject", "points": years(2021, "5", "9", "11", "12")},
        {"name": "Group", "role": "group", "points": years(2022, "12", "12", "13")},
    ]
    (moved,) = figure_facts(Indicator.model_validate(BASIC | {"series": series})).all(GapOverTime)
    assert (moved.first[0].label, moved.last[0].label, moved.way) == ("2022", "2024", "narrowed")


def years(first: int, *values: str) -> list[dict[str, Any]]:
    return [{"period": str(first + at), "value": value} for at, value in enumerate(values)]


def beside(*points: tuple[str, str, str], **typed: Any) -> FigureFacts:
    """Give the facts of categories, each with its name, its figure and its role."""
    rows = [{"category": name, "value": value, "role": role} for name, value, role in points]
    return figure_facts(Indicator.model_validate({**BASIC, **typed, "points": rows}))
