"""What is to be drawn, and the texts beside the marks: figures as the one formatter writes them, with shorthand."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from ..facts.fact import NamedSeries, ShownFirst
from ..facts.figure import FigureFacts
from ..facts.grid import Cell, Grid, Row
from ..facts.scale import scale_cut, ticks
from ..facts.showing import as_drawn, in_order, of_too_many
from ..facts.standing import BaselineFigure, Standard
from ..records.indicator import Indicator
from ..records.roles import Role
from ..words.format import capitalised, joined, period_label
from ..words.nouns import MARKS, heading, with_role
from ..words.table import standard_units
from ..words.telling import Telling
from ..words.units import Units, units
from .measure import wrap
from .picture import Sheet

_TIMES: Final = ("months", "weeks", "days", "hours", "minutes", "seconds")


@dataclass(frozen=True, slots=True)
class Member:
    """One figure in its group, with the name it goes by there, and that of its series."""

    name: str
    series: str
    cell: Cell
    role: Role | None


Group = tuple[str, list[Member]]
"""Figures that are drawn together, with their heading; it is empty where there is one group."""


@dataclass(frozen=True)
class Drawing:
    """One indicator to be drawn on one sheet."""

    indicator: Indicator
    facts: FigureFacts
    sheet: Sheet

    @cached_property
    def laid(self) -> Grid:
        """Its figures in the order of the chart, of too many those that matter."""
        return as_drawn(self.facts)

    @property
    def units(self) -> Units:
        """How its figures are written."""
        return units(self.indicator, self.laid.decimals)

    @property
    def headings(self) -> dict[str, str]:
        """The text of each position of the grid: ``Year ending June 2025``, or the category."""
        cells = [cell for row in self.laid.rows for cell in row.cells]
        return {cell.label: period_label(cell.period) if cell.period else _called(cell) for cell in cells}

    @property
    def unit_heading(self) -> str | None:
        """The unit of bare figures, to stand above them: ``Days``, ``Million calls``; nothing for % and £."""
        unit, many = self.units.unit, self.units.many
        if unit in ("%", "money"):
            return None
        named = unit.name if unit == "index" else heading(self.indicator)
        return capitalised(joined([unit.size, many], " ") if many else named) or None

    def headings_above(self, *, bare: bool = False) -> tuple[str, ...]:
        """Give the lines that stand above the marks: what the figures count, and what is said of the scale.

        Where every figure has its unit beside it, what is ``bare`` of an axis needs no unit above.
        """
        cells = [cell for row in self.laid.rows for cell in row.cells if cell.shown]
        stated = bare and cells and all(self.text(cell, full=True) != self.text(cell) for cell in cells)
        found = [None if stated else self.unit_heading, self._scale_said(), self._left_out()]
        limit = self.sheet.width - 16
        return tuple(
            line for words in found if words for line in wrap(words, self.sheet.text, limit, hard=True, most=1)
        )

    def _scale_said(self) -> str | None:
        """Say where the scale starts, if not at zero, and of percentages where it ends, if not at 100%."""
        cut, scale = scale_cut(self.facts), ticks(self.facts)
        if cut is None:
            return None
        start = self.tick_text(cut.start, scale.step)
        if cut.end is None:
            return f"Axis starts at {start}"
        return f"Scale from {start} to {self.tick_text(cut.end, scale.step)}"

    def _left_out(self) -> str | None:
        """Say that not all figures, or not all names, are in the chart."""
        drawn, every = (sum(len(row.cells) for row in laid.rows) for laid in (self.laid, self.facts.grid))
        if of_too_many(self.facts):
            return f"{drawn} of {every} figures; the table has all"
        named = sum(len(fact.series) for fact in self.facts.all(NamedSeries))
        others = len(self.laid.rows) - named if self.laid.chart == "line" else 0
        return f"In grey: {others} more, named in the table" if others else None

    @property
    def baselines(self) -> frozenset[str]:
        """The positions of figures that are the baseline."""
        return frozenset(fact.cell.label for fact in self.facts.all(BaselineFigure))

    @property
    def subjects(self) -> frozenset[str]:
        """The categories that the figures are about, among others."""
        cells = (cell for row in self.laid.rows for cell in row.cells)
        return frozenset(cell.label for cell in cells if cell.point.role == "subject" and not cell.period)

    def first(self, row: Row) -> tuple[Cell, ...]:
        """Give the figures of a series that are written before all others."""
        return next((fact.cells for fact in self.facts.all(ShownFirst, row.name)), ())

    def standard_text(self, standard: Standard) -> str:
        """Word the label of a target or a baseline: ``Target 12.25%``."""
        units = standard_units(Telling(self.indicator, self.facts), standard)
        average = " (yearly average)" if standard.average else ""
        return f"{capitalised(standard.what)} {units.label(standard.value)}{average}"

    @property
    def names(self) -> dict[str, str]:
        """The text of each position where it stands alone: ``2022/23 (baseline)``."""
        marked = self.baselines
        return {
            position: f"{name} (baseline)" if position in marked and "baseline" not in name.lower() else name
            for position, name in self.headings.items()
        }

    def follows(self, member: Member, before: Member | None) -> bool:
        """Whether no position is left out between a figure and the one drawn before it."""
        if before is None or not of_too_many(self.facts):
            return True
        order = in_order(self.facts)
        return order.index(member.cell.label) - order.index(before.cell.label) <= 1

    def by_series(self) -> list[Group]:
        """Group the figures of each series, under the names of their positions."""
        names, several = self.names, len(self.laid.rows) > 1
        return [
            (
                name_of(row) if several else "",
                [Member(names[cell.label], row.name, cell, cell.point.role) for cell in row.cells],
            )
            for row in self.laid.rows
        ]

    def by_position(self) -> list[Group]:
        """Group the figures of each position, under the names of their series."""
        found = []
        for label in self.laid.labels:
            at = [(row, cell) for row in self.laid.rows if (cell := row.at(label))]
            found.append((self.names[label], [Member(name_of(row), row.name, cell, row.role) for row, cell in at]))
        return found

    def text(self, cell: Cell, *, full: bool = False) -> str:
        """Write a cell: ``13.5%``, ``about 40 to 50 [e]``, ``[c]``; in full with its unit of time, ``183 days``."""
        marks = " ".join(MARKS[status][0] for status in cell.statuses)
        if not cell.shown:
            return marks
        unit = self.units
        # What is counted may take many words: it stands above the chart, not beside each figure.
        last = unit.value if full and unit.unit in _TIMES else unit.label
        text = " to ".join([*map(unit.label, cell.amounts[:-1]), last(cell.amounts[-1])])
        return f"{'about ' if cell.point.approximate else ''}{text} {marks}".strip()

    def interval_text(self, cell: Cell) -> str:
        """Write a cell with its interval: ``13.5% (12.9% to 14.1%)``."""
        interval = cell.point.interval
        if not cell.shown or interval is None:
            return self.text(cell, full=True)
        return f"{self.text(cell)} ({self.units.label(interval.low)} to {self.units.label(interval.high)})"

    def tick_text(self, amount: Decimal, step: Decimal) -> str:
        """Write a tick of the axis, with no more decimals than its steps need."""
        return units(self.indicator, max(0, -int(step.normalize().as_tuple().exponent))).label(amount)


def name_of(row: Row) -> str:
    """Give the name of a series, with its role where others are compared with it."""
    return with_role(capitalised(row.name), row.role)


def _called(cell: Cell) -> str:
    return with_role(capitalised(cell.label), cell.point.role)
