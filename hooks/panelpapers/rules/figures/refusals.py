"""What makes an indicator unfit to publish: errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from ...facts.grid import grid
from ...facts.rows import every_point
from ...facts.same_measure import plain
from ...facts.standing import same_period
from ...records.indicator import WITHOUT_FIGURE, Indicator, Point
from ...records.problem import Problem
from ...records.standards import Target
from ...records.walk import walk
from .in_unit import in_its_unit


def refusals(indicator: Indicator) -> tuple[Problem, ...]:
    """Find everything for which no figure, table or text may be made of this indicator."""
    return tuple(problem for rule in RULES for problem in rule(indicator))


def name_of(point: Point) -> str:
    """Give the period or the category of a point, or words for having neither."""
    if point.category:
        return point.category
    return point.period.name if point.period else "a figure without a period"


def _positions(indicator: Indicator) -> Iterator[Problem]:
    """Every figure has a period or a category, and all have the same of the two."""
    kinds = set()
    for _, point in every_point(indicator):
        if point.period is None and point.category is None:
            fix = "Give the period that it is for, or the category."
            yield Problem("no-period", point.at(), "This figure has neither a period nor a category.", fix)
        else:
            kinds.add("category" if point.category else "period")
    if len(kinds) > 1:
        odd = next(point for _, point in every_point(indicator) if point.category)
        message = f'Periods and categories are mixed: "{odd.category}" stands among figures for periods.'
        fix = "Give every figure a period, or every figure a category; use series for several lines in time."
        yield Problem("mixed-axes", odd.at("category"), message, fix)


def _line_of_kinds(indicator: Indicator) -> Iterator[Problem]:
    """Hold that a line joins periods only: it says that one thing became another in time, which kinds do not."""
    if indicator.chart == "line" and any(point.category for _, point in every_point(indicator)):
        fix = "Delete the line chart, or write: bar."
        yield Problem("line-of-kinds", indicator.at("chart"), "A line joins periods, and these are categories.", fix)


def _parts_below_zero(indicator: Indicator) -> Iterator[Problem]:
    """Hold that what is drawn as parts of a whole, or counted by status, is not below zero."""
    laid = grid(indicator)
    if laid.chart not in ("stacked bar", "status strip"):
        return
    marks = [(mark, mark.value) for mark in (indicator.target, indicator.baseline) if mark and mark.value is not None]
    points = [(cell.point, amount) for row in laid.rows for cell in row.cells for amount in cell.amounts]
    for record, amount in [*points, *marks]:
        if amount < 0:
            message = f"A {laid.chart} shows parts of a whole or counts, and {amount} is below zero."
            yield Problem("parts-below-zero", record.at("value"), message, "Check the sign, or write chart: bar.")


def _strip_of_counts(indicator: Indicator) -> Iterator[Problem]:
    """Hold that what is drawn by status is counted: there are so many shapes of each, neither halves nor a share."""
    laid = grid(indicator)
    if laid.chart != "status strip":
        return
    if not indicator.unit.counts_each:
        fact = f'A status strip counts what has each status, and the unit is "{indicator.unit.name}".'
        yield Problem("strip-not-counted", indicator.at("chart"), fact, "Write chart: bar.")
        return
    for cell in (cell for row in laid.rows for cell in row.cells):
        if any(amount % 1 for amount in cell.amounts) or len(cell.amounts) > 1:
            amounts = " to ".join(map(str, cell.amounts))
            fact = f"A status strip counts what has each status, and {amounts} is not a whole number."
            field = "value" if cell.value is not None else "lowest"
            yield Problem("strip-not-counted", cell.point.at(field), fact, "Check the figure, or write chart: bar.")


def _categories_of_one_period(indicator: Indicator) -> Iterator[Problem]:
    """Categories are compared at one time: periods beside them must be the same."""
    dated = [point for _, point in every_point(indicator) if point.category and point.period]
    stated = ([indicator.period] if indicator.period else []) + [point.period for point in dated if point.period]
    for point in dated:
        if point.period and not same_period(point.period, stated[0]):
            message = f'The categories are for different periods: "{stated[0].name}" and "{point.period.name}".'
            fix = "Make a series for each category, with a figure for each period."
            yield Problem("mixed-periods", point.at("period"), message, fix)
            return


def _twice(indicator: Indicator) -> Iterator[Problem]:
    """No series has two figures for one period or one category."""
    for series in indicator.every_series():
        seen: list[Point] = []
        for point in series.points:
            if any(_same_position(point, earlier) for earlier in seen):
                what = "category" if point.category else "period"
                message = f'There is a duplicate {what} {name_of(point)} in the series "{series.name}".'
                fix = f"Keep one figure for this {what}; a figure of another source belongs in other_figures."
                code = "duplicate-category" if point.category else "duplicate-period"
                yield Problem(code, point.at(what), message, fix)
            seen.append(point)


def _same_position(point: Point, earlier: Point) -> bool:
    if point.category or earlier.category:
        return (point.category or "").lower() == (earlier.category or "").lower()
    if point.period is None or earlier.period is None:
        return False
    return same_period(point.period, earlier.period)


def _series_twice(indicator: Indicator) -> Iterator[Problem]:
    """No two series have one name."""
    for first, second in combinations(indicator.series, 2):
        if first.name.lower() == second.name.lower():
            message = f'There are two series with the name "{second.name}".'
            yield Problem("duplicate-series", second.at("name"), message, "Give each series a name of its own.")


def _definitions(indicator: Indicator) -> Iterator[Problem]:
    """All figures of a series measure the same thing."""
    for series in indicator.every_series():
        usual = plain(indicator.definition)
        others = [point for point in series.points if point.definition and plain(point.definition) != usual]
        if others and len({plain(point.definition or indicator.definition) for point in series.points}) > 1:
            message = f'There are measures with different definitions in one series, "{series.name}".'
            fix = "Give the figures with another definition an indicator of their own."
            yield Problem("mixed-definitions", others[0].at("definition"), message, fix)


def _values(indicator: Indicator) -> Iterator[Problem]:
    """Hold each figure to be one value, or one range with its lower end first, or nothing."""
    for _, point in every_point(indicator):
        name = name_of(point)
        typed = point.value is not None or point.lowest is not None or point.highest is not None
        without = [status for status in point.statuses if status in WITHOUT_FIGURE and status != "suppressed"]
        if typed and without:
            message = f'The figure for {name} is marked "{without[0]}" and has a value.'
            fix = "Delete the value, or the status that says there is none."
            yield Problem("value-not-available", point.at("statuses"), message, fix)
        if typed and point.why:
            fact = f"The figure for {name} has a reason why there is none, and a value."
            fix = "Delete the value, or why. What else a reader must know belongs in remark."
            yield Problem("value-and-why", point.at("why"), fact, fix)
        yield from _range(point, f"the figure for {name}")


def _intervals(indicator: Indicator) -> Iterator[Problem]:
    """Hold that a likely range has its lower end first and holds the figure."""
    for _, point in every_point(indicator):
        span = point.interval
        if span is None:
            continue
        name = name_of(point)
        if span.low > span.high:
            message = f"In the interval for {name} low is above high."
            yield Problem("interval-order", span.at("low"), message, "Put the lower figure in low.")
        elif point.value is not None and not span.low <= point.value <= span.high:
            message = f"The interval for {name} does not contain its figure."
            yield Problem("interval-outside", span.at(), message, "Check the figure and both ends of the interval.")
        elif point.value is None and not point.statuses:
            message = f"There is an interval for {name} and no figure."
            yield Problem("interval-alone", span.at(), message, "Give the value, or use lowest and highest instead.")


def _standings(indicator: Indicator) -> Iterator[Problem]:
    """Hold that a target or baseline that is not set has no figure."""
    for name, code, standing in (
        ("target", "target-not-set", indicator.target),
        ("baseline", "baseline-not-set", indicator.baseline),
    ):
        if standing and standing.state != "set" and standing.figures:
            said = "there is no" if standing.state == "none" else "no agreed"
            message = f"The file says {said} {name}, and gives a figure for it."
            yield Problem(code, standing.figures[0][1], message, "Delete the figure, or the state.")


def _target(indicator: Indicator) -> Iterator[Problem]:
    """Hold a target to be one figure, or one range with its lower end first, or one figure for each of several dates.

    A range has no limit beside it, and steps have dates of their own.
    """
    target = indicator.target
    if target is None:
        return
    yield from _range(target, "the target")
    for field in ("value", "lowest", "highest", "by"):
        if target.steps and getattr(target, field) is not None:
            fix = f'Put it into a step of its own, or delete "{field}".'
            yield Problem("target-and-steps", target.at(field), f'The target has steps and "{field}".', fix)
    if target.limit and target.lowest is not None and target.highest is not None:
        fix = "Give the value with its limit, or lowest and highest alone."
        yield Problem("range-and-limit", target.at("limit"), "The target has a range and a limit.", fix)
    for earlier, step in combinations(target.steps, 2):
        if same_period(earlier.by, step.by):
            message = f"There is a duplicate period {step.by.name} in the steps of the target."
            yield Problem("duplicate-period", step.at("by"), message, "Keep one step for this period.")


def _range(typed: Point | Target, name: str) -> Iterator[Problem]:
    """Hold what was typed to be one value, or one range with its lower end first, or nothing."""
    if typed.value is not None and (typed.lowest is not None or typed.highest is not None):
        fix = "Give the value, or its lowest and highest."
        fact = f"{name[0].upper()}{name[1:]} has a value and a range."
        yield Problem("value-and-range", typed.at("value"), fact, fix)
    elif (typed.lowest is None) != (typed.highest is None):
        fix = "Give both lowest and highest."
        if isinstance(typed, Target):
            fix = "Give both lowest and highest, or a value with limit: at most or limit: at least."
        yield Problem("half-range", typed.at(), f"The range of {name} has one end.", fix)
    elif typed.lowest is not None and typed.highest is not None and typed.lowest > typed.highest:
        message = f"In the range of {name} the lowest is above the highest."
        yield Problem("range-order", typed.at("lowest"), message, "Put the lower figure in lowest.")


def _two_ways(indicator: Indicator) -> Iterator[Problem]:
    """Ask about ``1.234`` where nothing shows whether its point stands before decimals or after thousands.

    Another figure that has decimals and could not be thousands shows it, and so does ``decimals``.
    """
    typed = [(held, held.value) for held in walk(indicator) if isinstance(held.value, Decimal)]
    doubtful = [(held, number) for held, number in typed if _exponent(number) == -3 and 1 <= abs(number) < 1000]
    shown = any(_exponent(number) < 0 for _, number in typed if number not in {odd for _, odd in doubtful})
    if not shown and (indicator.decimals or 0) < 3:
        for held, number in doubtful:
            fact = f'"{number}" can mean two things: a figure with three decimals, or {int(number * 1000):,}.'
            fix = f"Write {int(number * 1000)} for the second. For the first, say decimals: 3 in this file."
            yield Problem("figure-two-ways", held.place, fact, fix)


def _exponent(number: Decimal) -> int:
    return int(number.as_tuple().exponent)


RULES: Final[tuple[Callable[[Indicator], Iterator[Problem]], ...]] = (
    _positions,
    _line_of_kinds,
    _parts_below_zero,
    _strip_of_counts,
    _categories_of_one_period,
    _twice,
    _series_twice,
    _definitions,
    _values,
    _intervals,
    _standings,
    _target,
    _two_ways,
    in_its_unit,
)
