"""What every sentence about a figure needs: the record, its facts, and its figures as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from ..facts.arithmetic import rounded
from ..facts.comparing import run
from ..facts.fact import Change, NotCompared, Trend
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

    @property
    def units(self) -> say.Units:
        """How its figures are written."""
        return say.units(self.indicator, self.facts.grid.decimals)

    def units_of(self, mark: Decimal) -> say.Units:
        """Say how a mark is written that is never rounded away: with its own decimals where it has more."""
        own = -int(mark.normalize().as_tuple().exponent)
        return replace(self.units, decimals=max(self.units.decimals, own))

    @property
    def measure(self) -> str:
        """What is measured, as it stands after "the"."""
        return plain(self.indicator.measure).removeprefix("the ")

    @property
    def place(self) -> str:
        """Whom or where the figures are for."""
        return plain(self.indicator.place)

    @property
    def subjects(self) -> tuple[str, str, str]:
        """Ways to name what the figures are of, the fullest first."""
        return f"the {self.measure} for {self.place}", f"the {self.measure}", "the figures"

    @property
    def target(self) -> Decimal | None:
        """The target's own figure, where a target is set."""
        target = self.indicator.target
        return target.value if target and target.state == "set" else None

    @property
    def groups(self) -> str:
        """All series, counted."""
        return "both groups" if len(self.rows) == 2 else f"all {len(self.rows)} groups"

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
        return _written(cell, self.units)

    def brief(self, cell: Cell) -> str:
        """Write a figure for a headline: without what is counted where the measure has just named it."""
        if self.indicator.noun and self.indicator.noun.many.lower() in self.measure.lower():
            return _written(cell, replace(self.units, one="", many=""))
        return self.value(cell)

    def gap(self, amount: Decimal, *cells: Cell) -> str:
        """Write the size of a difference between figures: ``7.4 percentage points``, ``about 3 days``."""
        about = any(cell.point.approximate for cell in cells)
        return f"about {self.units.gap(amount)}" if about else self.units.gap(amount)

    def step(self, change: Change) -> str:
        """Write the size of a change, with its share of the earlier figure: ``20 cases (25.0%)``."""
        gap = self.gap(change.difference or Decimal(0), change.earlier, change.later)
        return f"{gap}{self.relative(change.relative)}"

    def alike(self, earlier: Cell, later: Cell) -> bool:
        """Whether two figures that differ look the same when rounded."""
        if earlier.value is None or later.value is None or earlier.value == later.value:
            return False
        return rounded(earlier.value, self.units.decimals) == rounded(later.value, self.units.decimals)

    def relative(self, amount: Decimal | None) -> str:
        """Write a change in per cent of the earlier figure, in brackets; nothing where figures are percentages."""
        if amount is None or self.units.unit in ("%", "points"):
            return ""
        text = say.percent(abs(amount))
        return "" if text == "0.0%" else f" ({text})"


def _written(cell: Cell, units: say.Units) -> str:
    if cell.value is not None:
        text = units.value(cell.value)
    elif cell.lowest is None or cell.highest is None:
        return "not available"
    elif cell.point.approximate:
        text = f"{units.cell(cell.lowest)} to {units.value(cell.highest)}"
    else:
        return f"between {units.cell(cell.lowest)} and {units.value(cell.highest)}"
    return f"about {text}" if cell.point.approximate else text


def overall_changes(telling: Telling) -> dict[str, Change]:
    """Give the change of each series over its whole run of comparable figures, where one may be claimed."""
    return {change.series: change for change in telling.facts.all(Change) if change.span == "overall"}


def overall(telling: Telling, row: Row) -> Change | None:
    """Give the change of one series over its whole run, or ``None``."""
    return overall_changes(telling).get(row.name)


def ranges_overlap(telling: Telling, row: Row | None = None) -> NotCompared | None:
    """Give two figures, of one series or of any, that only their overlapping ranges keep from being compared."""
    apart = telling.facts.all(NotCompared, row.name if row else None)
    return next((pair for pair in apart if pair.obstacle == "ranges overlap"), None)


def stayed(telling: Telling, row: Row) -> bool:
    """Whether all comparable figures of a series are the same."""
    trend = telling.facts.one(Trend, row.name)
    return trend.shape == "unchanged" if trend else len(run(row)) == 2


def all_the_same(cells: Sequence[Cell]) -> bool:
    """Whether figures are one and the same number, as far as that is certain."""
    return all(cell.exact and cell.value == cells[0].value for cell in cells)


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


def between(change: Change) -> str:
    """Write the stretch of time of a change: ``between 2024 and 2025``."""
    return f"between {names([change.earlier, change.later])}"


def moved(direction: int) -> str:
    """Give the verb of a change: ``rose`` or ``fell``."""
    return "rose" if direction > 0 else "fell"


def change_noun(direction: int) -> str:
    """Give the noun of a change: ``a rise`` or ``a fall``."""
    return "a rise" if direction > 0 else "a fall"


def above(direction: int) -> str:
    """Give the side of a comparison: ``above`` or ``below``."""
    return "above" if direction > 0 else "below"
