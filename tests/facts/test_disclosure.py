"""Suppressed figures in made-up publications follow exactly where another way of working it out says so.

Groups and months make a table; quarters, the year and all groups together are sums of it. Some cells are published,
some suppressed, some missing, and all are spread over one or several files. For large figures, a suppressed one
follows if and only if its cell is a combination of published ones: the rank of a matrix, worked out in the integers
modulo a prime. For small ones it follows if and only if all tables that fit what is published, tried out one by one,
hold the same figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from panelpapers.facts.disclosure import disclosed
from panelpapers.records.indicator import Indicator

SETTINGS = settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
PRIME: Final = 2_147_483_647
GROUPS: Final = ("girls", "boys", "not recorded")
MONTHS: Final = ("April", "May", "June", "July", "August", "September", "October", "November", "December")
COMMON: Final = {
    "title": "Arrests", "measure": "number of arrests", "place": "Northshire", "unit": "count",
    "definition": "Arrests.", "source": {"title": "Report of the clerk"},
}  # fmt: skip

Cell = tuple[str, str]
"""A group, or "all", and a period."""


@dataclass(frozen=True)
class Table:
    """The figures of a made-up publication: each cell as a sum of the innermost ones, its value and its state."""

    groups: tuple[str, ...]
    periods: tuple[str, ...]
    inner: tuple[Cell, ...]
    sums: Mapping[Cell, frozenset[int]]
    values: Mapping[Cell, int]
    states: Mapping[Cell, str]

    def cells(self, state: str) -> list[Cell]:
        return [cell for cell in self.sums if self.states[cell] == state]


@st.composite
def tables(draw: st.DrawFn, months: Sequence[int], figures: st.SearchStrategy[int]) -> Table:
    """Draw a table of two or three groups and so many months; every third month there is a quarter."""
    groups = GROUPS[: draw(st.integers(2, 3))]
    count = draw(st.sampled_from(months))
    spans = {f"{MONTHS[at]} 2025": range(at, at + 1) for at in range(count)}
    spans |= {f"quarter {at // 3 + 1} of 2025/26": range(at, at + 3) for at in range(0, count - 2, 3)}
    if count > 3:
        spans[f"April to {MONTHS[count - 1]} 2025"] = range(count)
    inner = tuple(product(groups, list(spans)[:count]))
    rows = {group: (at,) for at, group in enumerate(groups)} | {"all": tuple(range(len(groups)))}
    sums = {
        (group, period): frozenset(row * count + month for row in several for month in span)
        for group, several in rows.items()
        for period, span in spans.items()
    }
    drawn = [draw(figures) for _ in inner]
    values = {cell: sum(drawn[at] for at in several) for cell, several in sums.items()}
    likely = draw(st.sampled_from(["published"] * 3 + ["suppressed"])), "published", "suppressed", "missing"
    states = {cell: draw(st.sampled_from(likely)) for cell in sums}
    return Table(groups, tuple(spans), inner, sums, values, states)


def in_files(table: Table, way: str) -> dict[str, Indicator]:
    """Write a table into indicators in one of four ways."""
    rows = {name: [_point(table, (name, period)) for period in table.periods] for name in (*table.groups, "all")}
    if way == "one file":
        return {"a": _indicator(series=[_series(name, points) for name, points in rows.items()])}
    if way == "groups apart from all":
        groups = [_series(name, rows[name]) for name in table.groups]
        return {"a": _indicator(series=groups), "b": _indicator(points=rows["all"])}
    if way == "a file for each length":
        lengths = [
            slice(0, len(table.inner) // len(table.groups)),
            slice(len(table.inner) // len(table.groups), None),
        ]
        several = [[_series(name, points[length]) for name, points in rows.items()] for length in lengths]
        return {str(at): _indicator(series=one) for at, one in enumerate(several) if one[0]["points"]}
    made = {}
    for period in table.periods:
        points = [{**_point(table, (name, period), "category"), "category": name} for name in table.groups]
        whole = (("all", period), _point(table, ("all", period), "category"))
        total = {"total": whole[1]["value"]} if "value" in whole[1] else {}
        points += [] if total else [{**whole[1], "category": "Total"}]
        made[period] = _indicator(period=period, points=points, **total)
    return made


WAYS: Final = ("one file", "groups apart from all", "a file for each length", "a file for each period")


def _indicator(**fields: object) -> Indicator:
    return Indicator.model_validate({**COMMON, **fields})


def _series(name: str, points: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": "all children" if name == "all" else name, "points": points}


def _point(table: Table, cell: Cell, axis: str = "period") -> dict[str, Any]:
    state = table.states[cell]
    figure = {"value": str(table.values[cell])} if state == "published" else {}
    statuses = {"suppressed": ["suppressed"], "missing": ["not available"], "published": []}[state]
    return {**({"period": cell[1]} if axis == "period" else {}), **figure, "statuses": statuses, "notes": repr(cell)}


def found(table: Table, way: str) -> set[str]:
    """Give the cells that are told to follow; each point carries the name of its cell as a note."""
    told = list(disclosed(in_files(table, way)))
    assert all(one.follows_from and not one.unsure for one in told)
    return {one.hidden.point.notes or "" for one in told}


@pytest.mark.slow
@settings(SETTINGS, max_examples=25)
@given(tables(months=(3, 6), figures=st.integers(500, 5000)), st.sampled_from(WAYS))
def test_a_large_figure_follows_if_and_only_if_it_is_a_combination_of_published_ones(table: Table, way: str) -> None:
    width = len(table.inner)
    published = [[int(at in table.sums[cell]) for at in range(width)] for cell in table.cells("published")]
    rank = rank_of(published)
    hidden = {cell: [int(at in table.sums[cell]) for at in range(width)] for cell in table.cells("suppressed")}
    expected = {repr(cell) for cell, row in hidden.items() if rank_of([*published, row]) == rank}
    assert found(table, way) == expected


def rank_of(rows: list[list[int]]) -> int:
    """Give the rank of a matrix in the integers modulo a prime."""
    left, rank = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((at for at in range(rank, len(left)) if left[at][column]), None)
        if pivot is None:
            continue
        left[rank], left[pivot] = left[pivot], left[rank]
        inverse = pow(left[rank][column], -1, PRIME)
        left[rank] = [one * inverse % PRIME for one in left[rank]]
        for at, row in enumerate(left):
            if at != rank and row[column]:
                times = row[column]
                left[at] = [(one - times * other) % PRIME for one, other in zip(row, left[rank], strict=True)]
        rank += 1
    return rank


@pytest.mark.slow
@SETTINGS
@given(tables(months=(2, 3), figures=st.integers(0, 2)), st.sampled_from(WAYS))
def test_a_small_figure_follows_if_and_only_if_all_tables_that_fit_hold_it(table: Table, way: str) -> None:
    hidden = table.cells("suppressed")
    seen: dict[Cell, set[int]] = {cell: set() for cell in hidden}
    for fit in fitting(table):
        for cell in hidden:
            seen[cell].add(sum(fit[at] for at in table.sums[cell]))
        if all(len(values) > 1 for values in seen.values()):
            break
    assert found(table, way) == {repr(cell) for cell, values in seen.items() if len(values) == 1}


def fitting(table: Table) -> Iterator[tuple[int, ...]]:
    """Give every table of whole numbers, none below zero, whose sums are the published ones.

    A cell that no published sum holds may be anything; two values are enough to show that.
    """
    published = [(table.sums[cell], table.values[cell]) for cell in table.cells("published")]
    most = [min((value for cells, value in published if at in cells), default=1) for at in range(len(table.inner))]

    def fill(start: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        for cells, value in published:
            so_far = sum(start[at] for at in cells if at < len(start))
            if so_far > value or (so_far < value and max(cells) < len(start)):
                return
        if len(start) == len(table.inner):
            yield start
            return
        for figure in range(most[len(start)] + 1):
            yield from fill((*start, figure))

    return fill(())


@SETTINGS
@given(st.lists(st.integers(1, 180), min_size=2, max_size=6), st.data())
def test_a_part_of_100_per_cent_follows_if_and_only_if_it_is_the_only_one(
    parts: list[int], data: st.DataObject
) -> None:
    """Parts with one decimal that leave at least half a per cent for what is suppressed."""
    states = [data.draw(st.sampled_from(["published", "published", "suppressed", "missing"])) for _ in parts]
    points = [
        {"category": f"kind {at}", **({"value": f"{part / 10}"} if state == "published" else {"statuses": [
            "suppressed" if state == "suppressed" else "not available"]})}
        for at, (part, state) in enumerate(zip(parts, states, strict=True))
    ]  # fmt: skip
    if all(state == "published" for state in states) or sum(parts) > 995:
        return
    told = list(disclosed({"a": Indicator.model_validate(
        {**COMMON, "unit": "%", "parts_of_whole": "yes", "decimals": "1", "points": points})}))  # fmt: skip
    alone = states.count("suppressed") == 1 and "missing" not in states
    assert len(told) == int(alone)


@SETTINGS
@given(st.integers(1, 400), st.data())
def test_a_part_follows_from_a_share_and_its_base_and_from_neither_alone(base: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, base))
    share = f"{100 * part / base:.1f}"
    shown = data.draw(st.sets(st.sampled_from(("base", "share")), max_size=2))
    values = {"base": str(base), "share": share}
    points = {
        name: [{"period": "2025", **({"value": values[name]} if name in shown else {"statuses": ["suppressed"]})}]
        for name in values
    }
    told = list(disclosed({
        "part": _indicator(measure="complaints upheld", points=[{"period": "2025", "statuses": ["suppressed"]}]),
        "base": _indicator(measure="complaints", points=points["base"]),
        "share": _indicator(
            measure="complaints upheld", unit="%", part="part", base="base", points=points["share"]),
    }))  # fmt: skip
    names = {one.hidden.indicator_id for one in told}
    assert ("part" in names) == (len(shown) == 2 or ("share" in shown and not float(share) and part == 0))


@pytest.mark.parametrize(
    ("baseline", "adds_up", "follows"), [("111", "yes", True), ("22.2", "yes", True), ("22.2", "no", False)]
)
def test_a_baseline_of_years_tells_their_sum(baseline: str, adds_up: str, follows: bool) -> None:
    """Five years had 111 arrests, or 22.2 on average, and four of them 91: that leaves 20 for the fifth."""
    points: list[dict[str, Any]] = [
        {"period": str(2015 + at), "value": value} for at, value in enumerate(("20", "21", "24", "26"))
    ]
    points.append({"period": "2019", "statuses": ["suppressed"]})
    standard = {"period": "2015 to 2019", "value": baseline, "average": "yes" if "." in baseline else "no"}
    indicator = _indicator(points=points, baseline=standard, adds_up=adds_up)
    assert bool(list(disclosed({"arrests": indicator}))) == follows


def test_a_long_archive_is_answered() -> None:
    """Twelve years of months and years in three groups and all together: every tenth month of one is suppressed."""
    months = 144
    periods = [
        f"{(*MONTHS, 'January', 'February', 'March')[at % 12]} {2000 + (at + 3) // 12}" for at in range(months)
    ]
    rows = {}
    for place, name in enumerate(("girls", "boys", "not recorded")):
        rows[name] = [
            {
                "period": one,
                **({"statuses": ["suppressed"]} if not (at % 10 or place) else {"value": str(at + place)}),
            }
            for at, one in enumerate(periods)
        ]
    rows["all"] = [{"period": one, "value": str(3 * at + 3)} for at, one in enumerate(periods)]
    years = [{"period": f"{2000 + at}/{(at + 1) % 100:02}", "value": "9999"} for at in range(months // 12)]
    told = list(disclosed({
        "months": _indicator(series=[_series(name, points) for name, points in rows.items()]),
        "years": _indicator(points=years),
    }))  # fmt: skip
    assert len(told) == -(-months // 10)
    assert not any(one.unsure for one in told)
