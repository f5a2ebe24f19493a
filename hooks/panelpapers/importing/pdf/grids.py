"""Tables that are drawn with rules: where their cells are, the merged ones once, at their upper left corner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from panelpapers.importing.pdf.drawn import Rule

_MOST_RULES = 2_000  # a drawing has more, and no table
_NEAR = 3.0  # points within which two rules meet
_SLIM = 5.0  # points: what is slimmer holds no words, and its two edges are one


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: where it stands in the table and on the page."""

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    top: float
    x1: float
    bottom: float

    def distance(self, x: float, y: float) -> float:
        """How far a place is outside the cell; 0 within it."""
        return max(self.x0 - x, x - self.x1, 0) + max(self.top - y, y - self.bottom, 0)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that is drawn: its columns' and rows' edges, and its cells, row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is in the table."""
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """Find the tables that rules draw: rules that cross or meet, with more than one cell."""
    found = []
    joined = _joined(rules)
    for group in _connected(joined) if len(joined) <= _MOST_RULES else ():
        across = [rule for rule in group if rule.across]
        down = [rule for rule in group if not rule.across]
        if across and down and (grid := _grid(across, down)) and len(grid.boxes) > 1:
            found.append(grid)
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that continue each other as one."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.across, round(rule.at / 1.5), rule.start)):
        last = joined[-1] if joined else None
        if last and last.across == rule.across and abs(last.at - rule.at) < 1.6 and rule.start <= last.end + _NEAR:
            joined[-1] = Rule(last.at, last.start, max(last.end, rule.end), rule.across)
        else:
            joined.append(rule)
    return joined


def _connected(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that meet, directly or by others, together."""
    across = [rule for rule in rules if rule.across]
    down = [rule for rule in rules if not rule.across]
    group = {id(rule): [rule] for rule in rules}
    for level in across:
        for upright in down:
            if _meet(level, upright) and group[id(level)] is not group[id(upright)]:
                group[id(level)].extend(group[id(upright)])
                for rule in group[id(upright)]:
                    group[id(rule)] = group[id(level)]
    return list({id(members): members for members in group.values()}.values())


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _places(found: Iterable[float]) -> tuple[float, ...]:
    """Edges that all but coincide as one."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > _SLIM:
            places.append(place)
    return tuple(places)


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    xs = _places([rule.at for rule in down] + [min(r.start for r in across), max(r.end for r in across)])
    ys = _places([rule.at for rule in across] + [min(r.start for r in down), max(r.end for r in down)])
    if len(xs) < 2 or len(ys) < 2:
        return None
    boxes: list[Box] = []
    taken: set[tuple[int, int]] = set()
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) not in taken:
                box = _box(row, column, (xs, ys), (across, down))
                boxes.append(box)
                taken |= {(r, c) for r in range(row, row + box.rows) for c in range(column, column + box.columns)}
    return Grid(xs, ys, tuple(boxes))


def _box(
    row: int, column: int, places: tuple[tuple[float, ...], tuple[float, ...]], rules: tuple[list[Rule], list[Rule]]
) -> Box:
    """Find the cell that begins here: it reaches right and down as far as no rule parts it from the next."""
    (xs, ys), (across, down) = places, rules
    columns = rows = 1
    middle = (ys[row] + ys[row + 1]) / 2
    while column + columns < len(xs) - 1 and not _parts(down, xs[column + columns], middle):
        columns += 1
    middle = (xs[column] + xs[column + 1]) / 2
    while row + rows < len(ys) - 1 and not _parts(across, ys[row + rows], middle):
        rows += 1
    return Box(row, column, rows, columns, xs[column], ys[row], xs[column + columns], ys[row + rows])


def _parts(rules: list[Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start <= place <= rule.end for rule in rules)
