"""How figures stand to the target, and what became of it by its date. Rounding never decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Final, Literal

from ..records.indicator import Better, Indicator
from ..records.period import Period
from ..records.standards import Limit, Target
from .arithmetic import difference
from .comparing import run
from .fact import Declared, Fact
from .grid import Cell, Grid, Row
from .standing import measured, side

_GOOD: Final[dict[Better | Limit, int]] = {"higher": 1, "at least": 1, "lower": -1, "at most": -1, "neutral": 0}


Outcome = Literal[
    "met", "exactly met", "not met", "not yet met", "no longer met", "above", "below", "equal", "not certain"
]
Course = Literal[
    "met", "not met", "met on its date", "missed on its date", "met later", "met and lost since", "not due yet"
]


@dataclass(frozen=True, slots=True)
class Standing(Fact):
    """How a figure stands to what is to be reached. ``direction`` is the side on which it lies, 0 where it is there.

    ``not yet met`` is a target for a period that has not come, ``no longer met`` one that an earlier comparable
    figure met; a neutral indicator is above, below or equal; where
    the figure's likely range holds the target, nobody can tell. ``course`` is what became of the target by its date:
    ``due`` is the figure for the period in which that lies. Without it, ``course`` says only how the figure stands.
    ``first_met`` is the first of these figures to meet the target after one that did not.
    """

    series: str
    cell: Cell
    by: Period | None
    outcome: Outcome
    course: Course | None
    direction: int | None
    difference: Decimal | None
    due: Cell | None
    first_met: Cell | None


@dataclass(frozen=True, slots=True)
class TargetStanding(Standing):
    """How a figure stands to the target. ``difference`` is the figure less the target."""

    target: Decimal
    limit: Limit | None


@dataclass(frozen=True, slots=True)
class RangeStanding(Standing):
    """How a figure stands to a target that is a range. ``difference`` is that from the end beyond which it lies."""

    lowest: Decimal
    highest: Decimal

    @property
    def beyond(self) -> Decimal | None:
        """The end beyond which the figure lies, or ``None`` where it lies between them or nobody can tell."""
        return {1: self.highest, -1: self.lowest}.get(self.direction or 0)


@dataclass(frozen=True, slots=True)
class Goal:
    """What is to be reached: from ``lowest`` to ``highest``, which are one figure where the target is no range.

    ``good`` is the side of one figure on which it is met as well: 1 above it, -1 below, 0 where nobody says.
    """

    lowest: Decimal
    highest: Decimal
    good: int
    by: Period | None

    @property
    def one(self) -> bool:
        """Whether it is one figure and no range."""
        return self.lowest == self.highest

    def way(self, cell: Cell) -> int | None:
        """Give 1 where a figure lies above it, -1 below, 0 where it lies there; ``None`` where nobody can tell."""
        above, below = side(cell, self.highest), side(cell, self.lowest)
        if above == 1 or below == -1:
            return above if above == 1 else below
        inside = cell.bounds and self.lowest <= cell.bounds[0] and cell.bounds[1] <= self.highest
        return 0 if inside or not (above is None or below is None) else None

    def met(self, cell: Cell) -> bool | None:
        """Whether a figure meets it; ``None`` where nobody can tell, or no side is better."""
        way = self.way(cell)
        if way is None or (self.one and not self.good):
            return None
        return not way or (self.one and way == self.good)


def to_target(indicator: Indicator, grid: Grid) -> Iterator[Fact]:
    """Find what is declared of the target, and how the latest figures stand to it."""
    target = indicator.target
    if target is None:
        return
    if target.state != "set":
        yield Declared("target", target.state)
        return
    for row, cell in measured(grid):
        when = cell.period or grid.period
        if goal := _goal(indicator, target, when):
            yield _standing(target.limit, goal, row, cell, when)


def _goal(indicator: Indicator, target: Target, when: Period | None) -> Goal | None:
    """Give what a figure for a period is to reach: of several targets the last that is due, else the first."""
    good = _GOOD[target.limit or indicator.better]
    if target.lowest is not None and target.highest is not None:
        return Goal(target.lowest, target.highest, good, target.by)
    if target.value is not None:
        return Goal(target.value, target.value, good, target.by)
    steps = sorted(((step.by.end, step.value, step.by) for step in target.steps if step.by.end), key=itemgetter(0))
    over = [step for step in steps if when and when.end and step[0] <= when.end]
    for _, value, by in over[-1:] or steps[:1]:
        return Goal(value, value, good, by)
    return None


def _standing(limit: Limit | None, goal: Goal, row: Row, cell: Cell, when: Period | None) -> Standing:
    way, cells = goal.way(cell), run(row) if cell.period else ()
    due = _due(goal.by, cells)
    outcome = _outcome(goal, cell, when, cells)
    beyond = goal.lowest if way == -1 else goal.highest
    apart = None if cell.value is None or (not goal.one and not way) else difference(beyond, cell.value)
    first = _first(goal, cells) if outcome in ("met", "exactly met") else None
    shared = (row.name, cell, goal.by, outcome, _course(goal, cell, due, when), way, apart, due, first)
    if goal.one:
        return TargetStanding(*shared, goal.highest, limit)
    return RangeStanding(*shared, goal.lowest, goal.highest)


def _outcome(goal: Goal, cell: Cell, when: Period | None, cells: Sequence[Cell]) -> Outcome:
    way, met = goal.way(cell), goal.met(cell)
    if way is None:
        return "not certain"
    if goal.one and not goal.good:
        return "above" if way > 0 else "below" if way < 0 else "equal"
    if met:
        return "exactly met" if goal.one and way == 0 else "met"
    if not _not_due(goal.by, when):
        return "not met"
    return "no longer met" if any(map(goal.met, cells)) else "not yet met"


def _not_due(by: Period | None, when: Period | None) -> bool:
    """Whether a figure is for a time before the day on which a target is due."""
    return bool(by and by.end and when and when.end and when.end < by.end)


def _due(by: Period | None, cells: Sequence[Cell]) -> Cell | None:
    """Give the figure for the period in which a target is due: of several, the one that ends first."""
    day = by.end if by else None
    return next((cell for cell in cells if day and cell.period and cell.period.holds(day)), None)


def _course(goal: Goal, cell: Cell, due: Cell | None, when: Period | None) -> Course | None:
    """Say what became of a target by its date; without a figure for that date, only how the latest figure stands."""
    now, then = goal.met(cell), goal.met(due) if due else None
    if _not_due(goal.by, when):
        return "not due yet"
    if due is None:
        return None if now is None else "met" if now else "not met"
    if then is None:
        return None
    if then:
        return "met and lost since" if now is False else "met on its date"
    return "met later" if now else "missed on its date"


def _first(goal: Goal, cells: Sequence[Cell]) -> Cell | None:
    """Give the first figure that met the target, where an earlier comparable one did not."""
    before: list[bool | None] = []
    for cell in cells:
        met = goal.met(cell)
        if met:
            return cell if before and None not in before else None
        before.append(met)
    return None
