"""What a reader must know of a figure before trusting it: one class for each kind of caution."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..records.indicator import StatedChange
from ..records.period import Period
from ..records.source import Source
from .fact import Fact, SomeCells
from .grid import Cell


class Gap(SomeCells):
    """Figures that are not available."""


class Suppressed(SomeCells):
    """Figures that must not be published."""


@dataclass(frozen=True, slots=True)
class Flagged(Fact):
    """Figures that carry a status."""

    series: str
    status: Literal["provisional", "estimated", "low reliability", "low", "not applicable"]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Revised(Fact):
    """A figure that was revised, and what it was before, where the paper says."""

    series: str
    cell: Cell
    earlier_value: Decimal | None


@dataclass(frozen=True, slots=True)
class Break(Fact):
    """A break in the series before a figure."""

    series: str
    cell: Cell
    reason: str


@dataclass(frozen=True, slots=True)
class UnstatedPeriods(Fact):
    """A series has several figures, and the source does not state the period of each."""


@dataclass(frozen=True, slots=True)
class UnequalPeriods(Fact):
    """Periods of different lengths: one example of each length, shortest first."""

    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class OverlappingPeriods(Fact):
    """Neighbouring periods that share days."""

    pairs: tuple[tuple[Period, Period], ...]


@dataclass(frozen=True, slots=True)
class IrregularSpacing(Fact):
    """The periods do not follow each other at equal steps."""

    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class DifferingDefinitions(Fact):
    """Series that measure by different definitions, so that they are not compared with each other."""

    series: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement(Fact):
    """A figure for which another source gives another one."""

    series: str
    cell: Cell
    value: Decimal
    other: Decimal
    source: Source


@dataclass(frozen=True, slots=True)
class Stated(Fact):
    """A change that the paper states without the earlier figure."""

    change: StatedChange


@dataclass(frozen=True, slots=True)
class WorkedOut(Fact):
    """A figure that was worked out from parts."""

    series: str
    cell: Cell
    how: str


class RoundedZero(SomeCells):
    """Figures that are not zero and are shown as zero."""


@dataclass(frozen=True, slots=True)
class TotalWithheld(Fact):
    """The total is not shown, so that no suppressed figure can be worked out from it."""

    series: str
