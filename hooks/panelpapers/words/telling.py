"""What every sentence about a figure needs: the record, its facts, and its figures as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from ..facts.arithmetic import rounded
from ..facts.comparing import run
from ..facts.fact import Change, Trend
from ..facts.figure import FigureFacts
from ..facts.grid import Cell, Row
from ..records.indicator import ChartKind, Indicator
from . import format as say
from .sentences import plain

CHARTS: Final[dict[ChartKind, str]] = {
    "line": "line chart",
    "bar": "bar chart",
    "horizontal bar": "bar chart",
    "grouped bar": "grouped bar chart",
    "interval": "range chart",
    "stacked bar": "stacked bar chart",
    "status strip": "status list",
}


MOST_NAMED: Final = 4
"""As many series, places or groups as the text names; the rest is in the table."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An indicator about to be put into words."""

    indicator: Indicator
    facts: FigureFacts
    units: say.Units

    @property
    def measure(self) -> str:
        """What is measured, as it stands after "the"."""
        return plain(self.indicator.measure).removeprefix("the ")

    @property
    def place(self) -> str:
        """Whom or where the figures are for."""
        return plain(self.indicator.place)

    @property
    def chart(self) -> str:
        """The kind of chart, in words."""
        return CHARTS[self.facts.grid.chart]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All series."""
        return self.facts.grid.rows

    def value(self, cell: Cell) -> str:
        """Write a figure inside a sentence: ``13.5%``, ``about 400``, ``between 67% and 70%``."""
        if cell.value is not None:
            text = self.units.value(cell.value)
            return f"about {text}" if cell.point.approximate else text
        if cell.lowest is None or cell.highest is None:
            return "not available"
        if cell.point.approximate:
            return f"about {self.units.cell(cell.lowest)} to {self.units.value(cell.highest)}"
        return self.units.range(cell.lowest, cell.highest)

    def brief(self, cell: Cell) -> str:
        """Write a figure for a headline: without what is counted where the measure has just named it."""
        if self.indicator.noun and self.indicator.noun.many.lower() in self.measure.lower():
            units = replace(self.units, one="", many="")
            return replace(self, units=units).value(cell)
        return self.value(cell)

    def gap(self, amount: Decimal, *cells: Cell) -> str:
        """Write the size of a difference between figures: ``7.4 percentage points``, ``about 3 days``."""
        about = any(cell.point.approximate for cell in cells)
        return f"about {self.units.gap(amount)}" if about else self.units.gap(amount)

    def alike(self, one: Cell, other: Cell) -> bool:
        """Whether two figures that differ look the same when rounded."""
        if one.value is None or other.value is None or one.value == other.value:
            return False
        return rounded(one.value, self.units.decimals) == rounded(other.value, self.units.decimals)

    def relative(self, amount: Decimal | None) -> str:
        """Write a change in per cent of the earlier figure, in brackets; nothing where figures are percentages."""
        if amount is None or self.units.unit in ("%", "points"):
            return ""
        text = say.percent(abs(amount))
        return "" if text == "0.0%" else f" ({text})"


def overall(telling: Telling, row: Row) -> Change | None:
    """Give the change over the whole run of comparable figures, or ``None`` where none may be claimed."""
    return next((one for one in telling.facts.all(Change, row.name) if one.span == "overall"), None)


def stayed(telling: Telling, row: Row) -> bool:
    """Whether all comparable figures of a series are the same."""
    trend = telling.facts.one(Trend, row.name)
    return trend.shape == "unchanged" if trend else len(run(row)) == 2


def at(*cells: Cell) -> str:
    """Write what figures are for: ``in 2024 and 2025``, ``for drug offences``."""
    dated = [cell.period for cell in cells if cell.period]
    if dated:
        return say.in_periods(dated)
    return f"for {say.listed([plain(cell.label) for cell in cells])}"


def of(*cells: Cell) -> str:
    """Write whose figures: ``for 2024 and 2025``, ``for drug offences``."""
    return f"for {names(cells)}"


def names(cells: Sequence[Cell]) -> str:
    """Write the periods or the categories of figures: ``the years ending March 2022 and March 2024``."""
    dated = [cell.period for cell in cells if cell.period]
    return say.periods(dated) if dated else say.listed([plain(cell.label) for cell in cells])


def between(earlier: Cell, later: Cell) -> str:
    """Write a stretch of time: ``between 2024 and 2025``."""
    if earlier.period and later.period:
        return say.between_periods(earlier.period, later.period)
    return f"between {plain(earlier.label)} and {plain(later.label)}"


def moved(direction: int) -> str:
    """Give the verb of a change: ``rose`` or ``fell``."""
    return "rose" if direction > 0 else "fell"


def change_noun(direction: int) -> str:
    """Give the noun of a change: ``a rise`` or ``a fall``."""
    return "a rise" if direction > 0 else "a fall"


def above(direction: int) -> str:
    """Give the side of a comparison: ``above`` or ``below``."""
    return "above" if direction > 0 else "below"
