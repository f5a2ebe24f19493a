"""What an editor should look at again where figures are compared with others: warnings and advice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ...facts.comparing import figures_a_year, run
from ...facts.figure import FigureFacts
from ...facts.same_measure import plain
from ...records.indicator import Indicator, Point, Series
from ...records.problem import Problem
from ...records.roles import is_mean, role_in
from ..findings import advice, warning


def _named(indicator: Indicator) -> Iterator[tuple[str, Series | Point]]:
    """Give the name of everything that can have a role, and what has it."""
    yield from ((series.name, series) for series in indicator.series)
    for series in indicator.every_series():
        yield from ((point.category, point) for point in series.points if point.category)


def _average(indicator: Indicator, _: FigureFacts) -> Iterator[Problem]:
    """Find an average that may be a total: of numbers of things or amounts, where the name does not say average."""
    for name, record in _named(indicator):
        if record.role == "average" and not is_mean(indicator.unit, indicator.measure, name):
            message = f'"{name}" has the role of an average, and nothing says that it is one. It may be a total.'
            fix = "Write role: total for the sum of all. If it is an average, say so in its name."
            yield warning("average-or-total", record.at("role"), message, fix)


def _name_says(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    """Find a name or a part that says a role which is not typed: it would be ranked, or told as one of several."""
    named = list(_named(indicator))
    wholes = {plain(record.part_of) for _, record in named if record.part_of}
    for name, record in named if facts.grid.chart != "status strip" and len(named) > 1 else ():
        is_whole = plain(name) in wholes
        if record.role is None and (role := "total" if is_whole else role_in(name)):
            field = "name" if isinstance(record, Series) else "category"
            fix = f"Write role: {role} below it, so that others are compared with it and it is not ranked."
            message = f'"{name}" has no role, and {"others are parts of it" if is_whole else "its name says one"}.'
            yield advice("role-in-name", record.at(field), message, fix)


def _range(indicator: Indicator, _: FigureFacts) -> Iterator[Problem]:
    for name, record in _named(indicator):
        points = record.points if isinstance(record, Series) else [record]
        if record.role == "range" and any(point.value is not None for point in points):
            message = f'"{name}" is a range of peers, and has one figure.'
            fix = "Give lowest and highest in place of value."
            yield warning("range-without-ends", record.at("role"), message, fix)


def _baseline_of_years(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    """Find a baseline for several years beside figures for one: it may be their average, or their sum."""
    baseline = indicator.baseline
    months = baseline.period.months if baseline and baseline.period else None
    yearly = any(figures_a_year(cell) == 1 for row in facts.grid.rows for cell in run(row)[-1:])
    if baseline and not baseline.average and baseline.value is not None and months and months > 12 and yearly:
        message = "The baseline is for several years and the figures are for one, so they are not compared."
        fix = "If it is the average of those years, write average: yes. Else leave it."
        yield warning("baseline-of-years", baseline.at("period"), message, fix)


RULES: Final[tuple[Callable[[Indicator, FigureFacts], Iterator[Problem]], ...]] = (
    _average,
    _name_says,
    _range,
    _baseline_of_years,
)
