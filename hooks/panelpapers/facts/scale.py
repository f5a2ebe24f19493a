"""The value axis: where it starts and ends, and its ticks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count
from typing import Final

from .figure import FigureFacts
from .grid import Cell
from .standing import Standard

LEAST_SHARE: Final = {"line": Decimal("0.15"), "interval": Decimal("0.5")}
"""Figures that would use less than this share of an axis from zero get an axis of their own range."""
MOST_INTERVALS: Final = 5
"""Most steps of an axis that is drawn with ticks."""


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


def shown_values(facts: FigureFacts) -> list[Decimal]:
    """Collect every value that a chart shows: figures, ends of ranges and intervals, target and baseline."""
    values = [value for row in facts.grid.rows for cell in row.cells for value in cell_values(cell)]
    return values + [standard.value for standard in facts.all(Standard)]


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
    if chart not in LEAST_SHARE or not values:
        return True
    lowest, highest = min(values), max(values)
    if lowest <= 0 <= highest or lowest == highest:
        return True
    return highest - lowest >= LEAST_SHARE[chart] * max(abs(lowest), abs(highest))


def axis_start(facts: FigureFacts) -> Decimal | None:
    """Give where the value axis starts, which the words say; ``None`` where that is at zero, or no chart is drawn."""
    return None if starts_at_zero(facts) or not facts.drawn else ticks(facts).first


def ticks(facts: FigureFacts) -> Ticks:
    """Choose ticks for all shown values: steps of 1, 2 or 5 times a power of ten, as many as an axis may have.

    Minutes and seconds have steps that make up a minute or an hour. Figures without decimals have no ticks between
    whole numbers. Where the axis does not end at zero, the lowest figure stands clear of its foot, so that there is
    room for a label below it.
    """
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
