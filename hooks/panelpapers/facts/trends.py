"""The shape of figures in time: each by one rule, which the page "How to read our figures" states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import accumulate, pairwise
from typing import Final

from .arithmetic import HANDFUL, difference, rounded
from .comparing import figures_a_year, has_seasons, run, tops, year_before
from .fact import AgainstYearBefore, NoShape, Shape, Trend
from .grid import Cell, Grid, direction

THIRDS_OF_STEPS: Final = 2
"""So many of three steps must go one way, where others interrupt a rise or a fall: chance gives one of two."""
LEAST_OF_LEVEL: Final = 3
"""Two figures that are alike may be so by chance; three are a level."""
SEASONS_DIFFER: Final = 3
"""Within a third of the range figures for one season are alike: chance gives that to 8 quarters once in 25."""
LEAST_BETWEEN_TURNS: Final = 2
LEAST_OF_TWO_TURNS: Final = 8
"""Chance turns eight figures twice, with two steps or more before each turn, once in 25; seven once in 14."""
PARTS_WITH_SEASONS: Final = 3
"""The two halves of a year that differ are no seasons: they are one step up and one down."""

Bounds = tuple[Decimal, Decimal]


def trends(grid: Grid) -> Iterator[Trend | NoShape]:
    """Classify each series of three or more comparable figures, or say why nothing is claimed of it."""
    for row in grid.rows if grid.axis == "time" else ():
        cells = run(row)
        steps = [direction(earlier, later) for earlier, later in pairwise(cells)]
        ways = [step for step in steps if step is not None]
        if len(cells) < 3:
            continue
        if len(ways) < len(steps):
            yield NoShape(row.name, cells, "ranges overlap")
        elif any(ways) and small(grid, cells):
            yield NoShape(row.name, cells, "small counts")
        else:
            yield _trend(grid, row.name, cells, ways)


def against_year_before(grid: Grid) -> Iterator[AgainstYearBefore]:
    """Find the last figures that all lie on one side of those a year before them, where they are three or more."""
    for row in grid.rows if grid.axis == "time" else ():
        cells = run(row)
        way, found = 0, list[Cell]()
        for cell in reversed(cells if has_seasons(cells) else ()):
            before = year_before(cells, cell)
            went = direction(before, cell) if before else None
            if not went or (way and went != way):
                break
            way = went
            found.insert(0, cell)
        if len(found) >= LEAST_OF_LEVEL:
            yield AgainstYearBefore(row.name, tuple(found), way)


def small(grid: Grid, cells: Sequence[Cell]) -> bool:
    """Whether figures are counts of a handful each, in which one case more or less makes a pattern."""
    return grid.unit.counts_each and all(abs(amount) < HANDFUL for cell in cells for amount in cell.amounts)


def _trend(grid: Grid, series: str, cells: tuple[Cell, ...], ways: list[int]) -> Trend:
    shape, level = _shape(grid, cells, ways)
    if shape == "seasons":
        ways = [way for before, cell in _by_season(cells) if (way := direction(before, cell)) is not None]
        going = ways.count(ways[-1])
    else:
        going = ways.count(direction(cells[0], cells[-1]) or 0)
    turning = _turns(cells, ways) if shape in ("peak then fall", "fell then rose", "turned twice") else ()
    return Trend(series, shape, cells, turning, going, len(ways), level)


def _shape(grid: Grid, cells: tuple[Cell, ...], ways: list[int]) -> tuple[Shape, Cell | None]:
    """Give the first shape of which the rule holds, and the figure at which a second level begins."""
    moves = [way for way in ways if way]
    turns = len(_turns(cells, ways))
    if not moves:
        return "unchanged", None
    if turns == 0 and len(moves) == len(ways):
        return "strictly rising" if moves[0] > 0 else "strictly falling", None
    if _seasonal(cells):
        return "seasons", None
    level, way = _second_level(cells)
    if level:
        return "stepped up" if way > 0 else "stepped down", level
    if turns == 1:
        return "peak then fall" if moves[0] > 0 else "fell then rose", None
    if way := _overall(cells, ways):
        return "rose overall" if way > 0 else "fell overall", None
    if turns == 2 and _twice(grid, cells, ways):
        return "turned twice", None
    return "no clear pattern", None


def _turns(cells: tuple[Cell, ...], ways: list[int]) -> tuple[tuple[Cell, ...], ...]:
    """Give the figures of each turn from rising to falling or back: those between two steps of different ways."""
    moves = [(place, way) for place, way in enumerate(ways) if way]
    return tuple(
        cells[place + 1 : following + 1] for (place, way), (following, then) in pairwise(moves) if way != then
    )


def _twice(grid: Grid, cells: tuple[Cell, ...], ways: list[int]) -> bool:
    """Whether two turns are more than chance, and can still be seen when the figures are rounded."""
    first, second = _turns(cells, ways)
    at, then = cells.index(first[-1]), cells.index(second[-1])
    before = (ways[:at], ways[at:then])
    shown = [rounded(cell.amounts[0], grid.decimals) for cell in (cells[0], first[0], second[0], cells[-1])]
    return (
        len(cells) >= LEAST_OF_TWO_TURNS
        and all(sum(map(bool, steps)) >= LEAST_BETWEEN_TURNS for steps in before)
        and all(one != other for one, other in pairwise(shown))
    )


def _overall(cells: tuple[Cell, ...], ways: list[int]) -> int:
    """Give the way of a rise or a fall with interruptions, or 0.

    The first and the last figure are its ends. Or two of three steps go that way, and the last figure lies beyond
    all of the first third.
    """
    way = direction(cells[0], cells[-1])
    if not way:
        return 0
    ends = (tops(cells, way), tops(cells, -way)) == (cells[-1:], cells[:1])
    first_third = cells[: -(-len(cells) // 3)]
    beyond = all(direction(cell, cells[-1]) == way for cell in first_third)
    mostly = 3 * ways.count(way) >= THIRDS_OF_STEPS * len(ways)
    never_back = -way not in ways
    return way if ends or never_back or (beyond and mostly) else 0


def _second_level(cells: tuple[Cell, ...]) -> tuple[Cell | None, int]:
    """Give the figure with which a second level begins, and 1 where it is higher, -1 where it is lower.

    The distance between the two levels is larger than the range within either. So there is one such figure at most.
    """
    ranges = [cell.bounds for cell in cells if cell.bounds]
    up_to, from_on = [*accumulate(ranges, _wider)], [*accumulate(reversed(ranges), _wider)][::-1]
    for place in range(LEAST_OF_LEVEL, len(cells) - LEAST_OF_LEVEL + 1):
        (lowest, highest), (least, most) = up_to[place - 1], from_on[place]
        within = max(difference(lowest, highest), difference(least, most))
        if difference(highest, least) > within:
            return cells[place], 1
        if difference(most, lowest) > within:
            return cells[place], -1
    return None, 0


def _wider(one: Bounds, other: Bounds) -> Bounds:
    return min(one[0], other[0]), max(one[1], other[1])


def _seasonal(cells: tuple[Cell, ...]) -> bool:
    """Whether two years or more of months or quarters have seasons.

    After the first year, each figure differs from that of the same season a year before by less than a third of the
    range of all figures.
    """
    parts = figures_a_year(cells[-1])
    if parts < PARTS_WITH_SEASONS or len(cells) < 2 * parts or not all(cell.exact for cell in cells):
        return False
    lowest, highest = reduce(_wider, (cell.bounds for cell in cells if cell.bounds))
    pairs = _by_season(cells)
    apart = [abs(difference(before.value or Decimal(0), cell.value or Decimal(0))) for before, cell in pairs]
    return len(pairs) >= len(cells) - parts and SEASONS_DIFFER * max(apart) < difference(lowest, highest)


def _by_season(cells: tuple[Cell, ...]) -> list[tuple[Cell, Cell]]:
    """Give each figure that has one for the same season of the year before, behind that one."""
    return [(before, cell) for cell in cells if (before := year_before(cells, cell))]
