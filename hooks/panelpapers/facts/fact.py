"""What a figure shows: one class for each kind of fact, each with the cells that it rests on.

Amounts are exact, never rounded. ``series`` is the name of the series that a fact is about. A difference is the later
figure less the earlier, or the figure less what it is compared with; it is ``None`` where one of the two is a range.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from .grid import Cell

Span = Literal["overall", "latest", "year"]
Shape = Literal[
    "strictly rising",
    "strictly falling",
    "rose overall",
    "fell overall",
    "peak then fall",
    "fell then rose",
    "turned twice",
    "stepped up",
    "stepped down",
    "seasons",
    "no clear pattern",
    "unchanged",
]
Obstacle = Literal["break", "unequal periods", "ranges overlap"]


class Fact:
    """Something that is true of a figure."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class OneCell(Fact):
    """One figure of a series."""

    series: str
    cell: Cell


class First(OneCell):
    """The earliest figure of a series that is shown and is no forecast."""


class Latest(OneCell):
    """The latest figure of a series that is shown and is no forecast."""


@dataclass(frozen=True, slots=True)
class SomeCells(Fact):
    """Figures of a series that have one thing in common, earliest first."""

    series: str
    cells: tuple[Cell, ...]


class Forecasts(SomeCells):
    """The forecasts of a series."""


class ShownFirst(SomeCells):
    """The figures of a series that matter most, in order: a chart without room for all of them writes these."""


@dataclass(frozen=True, slots=True)
class Joined(Fact):
    """Neighbouring figures of a series between which nothing is missing or forbids to compare: a line may join them.

    ``forecast`` says that the line leads from the first to forecasts.
    """

    series: str
    cells: tuple[Cell, ...]
    forecast: bool


@dataclass(frozen=True, slots=True)
class NamedSeries(Fact):
    """The series that words name and a chart names and colours, in order; the others are in the table."""

    series: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outermost(Fact):
    """The highest or the lowest of the latest figures of several series, all for one position, with all ties.

    ``cells`` are the figures, one for each of ``series``; ``among`` is how many were looked at.
    """

    end: Literal["highest", "lowest"]
    series: tuple[str, ...]
    cells: tuple[Cell, ...]
    among: int


@dataclass(frozen=True, slots=True)
class Identical(Fact):
    """Series whose figures are exactly the same at every position."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Movers(Fact):
    """All of many series that went one way, 1 up, -1 down or 0 for none, where they are few."""

    names: tuple[str, ...]
    way: int


@dataclass(frozen=True, slots=True)
class BetweenTwo(Fact):
    """The only two series, at the latest position of both, and at that from which the change of both is told.

    ``overlap`` says that the likely ranges of the latest figures overlap.
    """

    names: tuple[str, str]
    later: tuple[Cell, Cell]
    earlier: tuple[Cell, Cell] | None
    overlap: bool


@dataclass(frozen=True, slots=True)
class Change(Fact):
    """A change between two comparable figures: over the whole run of them, the latest step, or since a year before.

    ``direction`` is 1, 0 or -1; ``relative`` is in per cent of the earlier figure, where that makes sense.
    """

    series: str
    span: Span
    earlier: Cell
    later: Cell
    direction: int
    difference: Decimal | None
    relative: Decimal | None


@dataclass(frozen=True, slots=True)
class PartPeriod(Fact):
    """The latest figure, where it is for another length of time than those that are compared: a part of a year.

    ``before`` is the figure for the same part of the year before, ``change`` the change since then, as far as it is
    given and may be claimed. ``of_a_year`` says that whole years are compared, and that this is less than one.
    """

    series: str
    cell: Cell
    of_a_year: bool
    before: Cell | None
    change: Change | None


@dataclass(frozen=True, slots=True)
class NotCompared(Fact):
    """Two figures between which nothing may be claimed, and why."""

    series: str
    earlier: Cell
    later: Cell
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class Trend(Fact):
    """The shape of three or more comparable figures. ``turning`` are the figures of each turn that is told.

    ``going`` of ``steps`` go the way from the first figure to the last. With seasons, steps are those from one year
    to the next, and the way is that of the latest. ``level`` is the figure at which a second level begins.
    """

    series: str
    shape: Shape
    cells: tuple[Cell, ...]
    turning: tuple[tuple[Cell, ...], ...] = ()
    going: int = 0
    steps: int = 0
    level: Cell | None = None


@dataclass(frozen=True, slots=True)
class AgainstYearBefore(Fact):
    """The last of more than a year of months or quarters that all lie on one side of those a year before them.

    ``way`` is 1 where they lie above, -1 below.
    """

    series: str
    cells: tuple[Cell, ...]
    way: int


@dataclass(frozen=True, slots=True)
class NoShape(Fact):
    """Three or more comparable figures of which no shape is claimed, and why."""

    series: str
    cells: tuple[Cell, ...]
    why: Literal["ranges overlap", "small counts"]


@dataclass(frozen=True, slots=True)
class Extremes(Fact):
    """The highest and the lowest of comparable figures, with all ties.

    ``lowest`` is empty where a figure is suppressed or too low to show: the lowest may be that one. ``among`` is how
    many figures were looked at; ``partial`` says that some have no figure that is shown.
    """

    series: str
    highest: tuple[Cell, ...]
    lowest: tuple[Cell, ...]
    among: int
    partial: bool


@dataclass(frozen=True, slots=True)
class Declared(Fact):
    """The papers say that there is no target or baseline, or that none has been agreed."""

    what: Literal["target", "baseline"]
    state: Literal["none", "not agreed"]


@dataclass(frozen=True, slots=True)
class Rank(Fact):
    """The place of the subject among those compared, comparators left out. ``position`` counts from ``end``."""

    name: str
    cell: Cell
    position: int
    tied: bool
    among: int
    end: Literal["highest", "lowest"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole, and its share in per cent."""

    cell: Cell
    share: Decimal


@dataclass(frozen=True, slots=True)
class Whole(Fact):
    """A whole and its parts, largest first. ``published`` says that the paper itself gives the total."""

    series: str
    total: Decimal
    published: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PublishedTotal(Fact):
    """The total that the paper gives, where every part is shown and they add up to it."""

    series: str
    total: Decimal


@dataclass(frozen=True, slots=True)
class StatusCounts(Fact):
    """How many things have each status, such as Red, Amber and Green, in the order typed."""

    series: str
    cells: tuple[Cell, ...]
    total: Decimal | None
