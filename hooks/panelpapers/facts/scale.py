"""The scale of a chart: where it starts and ends, and its ticks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count
from typing import Final, NamedTuple

from .arithmetic import added
from .figure import FigureFacts
from .grid import Cell
from .standing import Standard

LEAST_SHARE: Final = {"line": Decimal("0.15"), "interval": Decimal("0.5")}
"""Figures that would use less than this share of an axis from zero get an axis of their own range."""
MOST_INTERVALS: Final = 5
"""Most steps of an axis that is drawn with ticks."""
WHOLE: Final = Decimal(100)
LEAST_OF_WHOLE: Final = Decimal(50)
"""Percentages that would use less than this of a scale from 0% to 100% get a part of it, and the words say which."""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Even ticks, the first and last of which are the ends of the axis."""

    first: Decimal
    step: Decimal
    count: int

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Every tick from the lowest to the highest."""
        return tuple(self.first + self.step * number for number in range(self.count))


class Cut(NamedTuple):
    """A scale of which the words say where it starts, and of percentages where it ends."""

    start: Decimal
    end: Decimal | None


def shown_values(facts: FigureFacts) -> list[Decimal]:
    """Collect every value that a chart shows: figures, ends of ranges and intervals, target and baseline.

    Of parts that stand end to end these are the wholes.
    """
    values = [value for row in facts.grid.rows for cell in row.cells for value in cell_values(cell)]
    if facts.grid.chart == "stacked bar":
        values = [Decimal(0), *(added(whole) for whole in _wholes(facts))]
    return values + [standard.value for standard in facts.all(Standard)]


def _wholes(facts: FigureFacts) -> list[list[Decimal]]:
    """Give the parts of each whole: of a period those of all series, without periods those of each series."""
    laid = facts.grid
    wholes = [row.cells for row in laid.rows]
    if laid.axis == "time":
        wholes = [tuple(cell for row in laid.rows if (cell := row.at(label))) for label in laid.labels]
    return [[cell.value for cell in whole if cell.value is not None] for whole in wholes]


def cell_values(cell: Cell) -> list[Decimal]:
    """Collect the values of one cell, with the ends of its interval; none where the figure must not be shown."""
    if not cell.shown:
        return []
    interval = cell.point.interval
    return [*cell.amounts, *((interval.low, interval.high) if interval else ())]


def span_of(cell: Cell) -> tuple[float, float] | None:
    """Give the lowest and the highest of these values."""
    values = [float(value) for value in cell_values(cell)]
    return (min(values), max(values)) if values else None


def starts_at_zero(facts: FigureFacts) -> bool:
    """Say whether the value axis includes zero, so that the words can say so where it does not.

    Bars always start at zero. Lines do unless the figures would then fill less than 15% of the axis, and intervals
    less than half, which would hide the change or the width that the chart is there to show.
    """
    values, chart = shown_values(facts), facts.grid.chart
    if chart not in LEAST_SHARE or not values or of_the_whole(facts):
        return True
    lowest, highest = min(values), max(values)
    if lowest <= 0 <= highest or lowest == highest:
        return True
    return highest - lowest >= LEAST_SHARE[chart] * max(abs(lowest), abs(highest))


def of_the_whole(facts: FigureFacts) -> bool:
    """Whether the scale is that of all percentages, from 0% to 100%: no kind of chart has another rule."""
    values = shown_values(facts) or [Decimal(0), WHOLE]
    if facts.grid.unit != "%" or min(values) < 0:
        return False
    if facts.grid.chart == "stacked bar":  # rounded parts may add up to a little more
        return WHOLE - 1 <= max(values) <= WHOLE + 1
    start = 0 if facts.grid.chart not in LEAST_SHARE else min(values)
    return max(values) <= WHOLE and max(values) - start >= LEAST_OF_WHOLE


def scale_cut(facts: FigureFacts) -> Cut | None:
    """Give what the words must say of the scale: where it starts if not at zero; of percentages, where it ends too.

    Gives ``None`` where there is nothing to say.
    """
    if not facts.drawn:
        return None
    scale = ticks(facts)
    if facts.grid.unit == "%":
        ends = Cut(scale.values[0], scale.values[-1])
        return None if ends == Cut(Decimal(0), WHOLE) else ends
    return None if starts_at_zero(facts) else Cut(scale.first, None)


def extent(facts: FigureFacts) -> tuple[float, float]:
    """Give the ends of the scale of bars: of percentages as of any chart, else zero and the outermost figures."""
    values = [Decimal(0), *shown_values(facts)]
    if facts.grid.unit == "%":
        values = [*ticks(facts).values, *values]
    return float(min(values)), float(max(values)) if any(values) else 1.0


def ticks(facts: FigureFacts) -> Ticks:
    """Choose ticks for all shown values: steps of 1, 2 or 5 times a power of ten, as many as an axis may have.

    Minutes and seconds have steps that make up a minute or an hour. Figures without decimals have no ticks between
    whole numbers. Where the axis does not end at zero, the lowest figure stands clear of its foot, so that there is
    room for a label below it.
    """
    if of_the_whole(facts):
        return Ticks(Decimal(0), WHOLE / MOST_INTERVALS, MOST_INTERVALS + 1)
    values = shown_values(facts) or [Decimal(0), Decimal(1)]
    if starts_at_zero(facts):
        values.append(Decimal(0))
    lowest, highest = min(values), max(values)
    if lowest == highest:
        highest = lowest + 1
    if lowest != 0:
        lowest -= (highest - lowest) / 16
    if facts.grid.unit.clock:
        steps = (Decimal(60) ** power * lead for power in count() for lead in (1, 2, 5, 10, 15, 30))
    else:
        least = max(-facts.grid.decimals, (highest - lowest).adjusted() - 2)
        steps = (Decimal(lead).scaleb(power) for power in count(least) for lead in (1, 2, 5))
    several = (_even(lowest, highest, step) for step in steps)
    return next(ticks for ticks in several if ticks.count <= MOST_INTERVALS + 1)


def _even(lowest: Decimal, highest: Decimal, step: Decimal) -> Ticks:
    """Give the ticks of a step that hold two values between the first and the last."""
    first = (lowest / step).to_integral_value(ROUND_FLOOR)
    last = (highest / step).to_integral_value(ROUND_CEILING)
    return Ticks(first * step, step, int(last - first) + 1)
