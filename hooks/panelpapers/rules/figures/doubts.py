"""What an editor should look at again in an indicator that can be published: warnings, not errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from ...facts.arithmetic import added
from ...facts.comparators import compared, rankable
from ...facts.figure import FigureFacts, without_english
from ...facts.grid import Cell
from ...facts.notice import Disagreement, UnequalPeriods
from ...facts.rows import every_point
from ...facts.showing import MOST_NAMED, as_drawn, of_too_many
from ...facts.standing import BaselineFigure
from ...facts.sums import RoundedSum, parts_not_whole, wrong_totals
from ...facts.targets import TargetStanding
from ...records.indicator import Indicator
from ...records.language import Worded, language_name, unmarked
from ...records.problem import Problem
from ..findings import advice, warning
from . import comparators
from .implausible import over_a_hundred, slipped_point, two_measures
from .in_unit import money_in_short, scale_unsaid
from .refusals import name_of

OTHER_SCALE: Final = 50
"""A target so many times larger or smaller than all figures is of another scale: thousands, or shares of one."""
PART_OF_ONE: Final = 10
"""A target below 1% where all figures are so many times larger is a share of one: 0.9 for 90%."""


def doubts(indicator: Indicator, facts: FigureFacts) -> tuple[Problem, ...]:
    """Find what an editor should look at again. Nothing here stops a build."""
    return tuple(problem for rule in RULES for problem in rule(indicator, facts))


def english_needed(indicator: Indicator) -> Iterator[Problem]:
    """Warn of an indicator that is not described, because a name in it has no English version.

    ``indicator`` is one whose texts know their languages.
    """
    if (held := without_english(indicator)) and isinstance(held.value, Worded):
        tag, name = held.value.foreign, held.field.name
        fact = f'"{unmarked(held.value)}" is in {language_name(tag)} only, so these figures are not described.'
        fix = f'Give it in English too: below "{name}:", one line begins with "{tag}:", another with "en:".'
        yield warning("english-needed", held.place, fact, fix)


def _cells(facts: FigureFacts) -> list[Cell]:
    return [cell for row in facts.grid.rows for cell in row.cells]


def _disagreeing_sources(_: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    for fact in facts.all(Disagreement):
        figure = f"{fact.cell.label} ({fact.series})"
        message = f"Sources disagree on the figure for {figure}: {fact.value} and {fact.other}."
        fix = "Check both sources; the page shows the first and says that they differ."
        yield warning("sources-disagree", fact.cell.point.at("other_figures"), message, fix)


def _unequal_periods(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    for fact in facts.all(UnequalPeriods):
        named = " and ".join(f'"{period.name}"' for period in fact.periods[:2])
        message = f"The periods {named} differ in length; figures for them are not compared."
        fix = "Use periods of one length if the source gives them."
        yield warning("unequal-periods", indicator.at("points"), message, fix)


def _many_series(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    if len(facts.grid.rows) > MOST_NAMED:
        message = f"There are {len(facts.grid.rows)} series; the text names at most {MOST_NAMED}."
        fix = "Make an indicator for each group of series that belong together."
        yield warning("many-series", indicator.at("series"), message, fix)


def _drawn_in_part(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    if of_too_many(facts):
        drawn, every = (sum(len(row.cells) for row in laid.rows) for laid in (as_drawn(facts), facts.grid))
        message = f"The chart shows {drawn} of {every} figures, from both ends, and the table shows all."
        fix = "If readers should see all in a chart, make an indicator for each group that belongs together."
        yield advice("chart-in-part", indicator.at("series" if indicator.series else "points"), message, fix)


def _rank(_indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    places, _, subject = compared(facts.grid)
    if subject and len(places) > 1 and not rankable(places):
        missing = next(place.cell for place in places if not place.cell.shown)
        message = f"{subject.name} cannot be ranked, as a place that it is compared with has no figure that is shown."
        fix = "Give every place's figure if the source has it."
        yield warning("no-rank", missing.point.at("statuses"), message, fix)


def _total(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    cells = [cell for cell in _cells(facts) if not cell.is_comparator]
    values = [cell.value for cell in cells if cell.value is not None]
    if facts.grid.axis != "category" or len(facts.grid.rows) > 1 or not values:
        return
    if len(values) < len(cells):
        if indicator.parts_of_whole and not any(cell.suppressed for cell in cells):
            message, fix = "Shares cannot be worked out, as a part has no figure.", "Give every part's figure."
            yield warning("no-shares", indicator.at("parts_of_whole"), message, fix)
        return
    summed = added(values)
    if indicator.total is not None and indicator.total != summed and not facts.all(RoundedSum):
        message = f"The total is {indicator.total}, and the parts add up to {summed}."
        fix = "Check the parts and the total; no shares are shown until they agree."
        yield warning("total-differs", indicator.at("total"), message, fix)


def _sums(indicator: Indicator, _: FigureFacts) -> Iterator[Problem]:
    for total in wrong_totals(indicator):
        message = f'"{total.name}" is {total.total}, and its parts add up to {total.summed}.'
        fix = "Check the parts and the total. If the source adds wrongly, tell readers in a remark."
        yield warning("total-differs", total.place, message, fix)
    for parts in parts_not_whole(indicator):
        message = f'The parts of the whole add up to {parts.summed}%, from "{parts.name}" on.'
        yield warning("parts-not-whole", parts.place, message, "Check the parts.")


def _target(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    target = indicator.target
    if target and target.state == "set" and not target.figures:
        message, fix = "The target is set and has no figure.", "Give its value, or say state: not agreed."
        yield warning("target-without-figure", indicator.at("target"), message, fix)
    if indicator.better == "neutral" and any(fact.limit is None for fact in facts.all(TargetStanding)):
        message = "There is a target, and the file does not say whether higher or lower is better."
        fix = "Add better: higher or better: lower, or in the target limit: at least or limit: at most."
        yield warning("target-without-direction", indicator.at("target"), message, fix)


def _baseline(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    baseline = indicator.baseline
    if baseline is None or baseline.state != "set" or indicator.stated_changes:
        return
    if baseline.value is None and not facts.all(BaselineFigure):
        message = "The baseline has no figure: no value, and no point for its period."
        fix = "Give its value, or a point for its period, or say state: not agreed."
        yield warning("baseline-without-figure", indicator.at("baseline"), message, fix)


def _scale(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    """Find a target or baseline of another scale than the figures: 0.9 beside 85.2%, or 120 beside 118,400,000."""
    shown = [abs(amount) for cell in _cells(facts) for amount in cell.amounts if amount]
    for name, standard in (("target", indicator.target), ("baseline", indicator.baseline)):
        for amount, place in standard.figures if standard and shown else ():
            if _other_scale(abs(amount), min(shown), max(shown), indicator.unit):
                beside = f"the figures are between {min(shown):,f} and {max(shown):,f}"
                fix = "Check its scale and its unit: they are those of the figures."
                yield warning("scale-differs", place, f"The {name} is {amount:,f}, and {beside}.", fix)


def _other_scale(mark: Decimal, least: Decimal, most: Decimal, unit: str) -> bool:
    smaller = PART_OF_ONE if unit == "%" and mark < 1 else OTHER_SCALE
    return bool(mark) and (mark * smaller <= least or mark >= most * OTHER_SCALE)


def _negative(indicator: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    counted = indicator.unit.adding is not None and indicator.unit != "money"
    for cell in _cells(facts) if counted else ():
        if cell.value is not None and cell.value < 0:
            message = f"The figure for {cell.label} is below zero."
            yield warning("negative-count", cell.point.at("value"), message, "Check the sign.")


def _forecasts(_: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    for row in facts.grid.rows:
        for cell, after in pairwise(row.cells):
            if facts.grid.axis == "time" and cell.forecast and after.shown and not after.forecast:
                message = f"The forecast for {cell.label} stands before the figure for {after.label}."
                fix = "Replace the forecast by the figure."
                yield warning("old-forecast", cell.point.at("statuses"), message, fix)


def _no_reason(indicator: Indicator, _: FigureFacts) -> Iterator[Problem]:
    """Ask why there is no figure, where neither a status nor a reason tells readers."""
    for _series, point in every_point(indicator):
        if point.value is None and point.lowest is None and not point.statuses and not point.why:
            message = f"There is no figure for {name_of(point)}, and readers are not told why."
            fix = "Say it: why: not yet collected. If the paper does not say why, write statuses: [not available]."
            yield advice("no-reason", point.at(), message, fix)


def _revised(_: Indicator, facts: FigureFacts) -> Iterator[Problem]:
    for cell in _cells(facts):
        if cell.value is not None and cell.point.earlier_value == cell.value:
            message = f"The earlier value of the figure for {name_of(cell.point)} is the same as its value."
            fix = "Check both, or delete the earlier one."
            yield warning("not-revised", cell.point.at("earlier_value"), message, fix)


RULES: Final[tuple[Callable[[Indicator, FigureFacts], Iterator[Problem]], ...]] = (
    _disagreeing_sources,
    _unequal_periods,
    _many_series,
    _drawn_in_part,
    _rank,
    _total,
    _sums,
    _target,
    _baseline,
    _scale,
    _negative,
    _forecasts,
    slipped_point,
    over_a_hundred,
    two_measures,
    scale_unsaid,
    money_in_short,
    _no_reason,
    _revised,
    *comparators.RULES,
)
