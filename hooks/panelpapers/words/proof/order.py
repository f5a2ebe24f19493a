"""Which of some figures are the highest and the lowest, as far as anybody can tell."""

from __future__ import annotations

from collections.abc import Sequence

from .evidence import Figure, Table, way


def ends(figures: Sequence[Figure], direction: int) -> list[Figure]:
    """Give the highest figures (1) or the lowest (-1) with all ties; none where nobody can tell which they are."""
    return [
        figure
        for figure in figures
        if all(way(other, figure) in (0, direction) for other in figures if other is not figure)
    ]


def places(figures: Sequence[Figure]) -> list[Figure]:
    """Give the figures that are of places of their own.

    What is called the best is one of them, where there are two others, unless one of these has its figure.
    """
    own = [figure for figure in figures if not figure.is_comparator]
    best = [figure for figure in figures if figure.role == "best" and len(own) > 1]
    best = [figure for figure in best if 0 not in [way(figure, other) for other in own]]
    return [figure for figure in figures if figure in own or figure in best]


def differing_definitions(table: Table) -> bool:
    """Whether the series measure by different definitions."""
    kinds = {frozenset(figure.point.definition for figure in row) for row in table.rows.values()}
    return len(kinds) > 1


def hides_lowest(table: Table, series: str) -> bool:
    """Whether a figure that is kept back, or too low to show, may be the lowest of its series."""
    row = table.row(series) if table.in_time else places(table.row(series))
    return any("suppressed" in figure.statuses or ("low" in figure.statuses and not figure.shown) for figure in row)


def ends_told(table: Table, series: str, shown: list[Figure]) -> list[Figure]:
    """Give the highest and the lowest figures, as far as anybody can tell."""
    return ends(shown, 1) + ([] if hides_lowest(table, series) else ends(shown, -1))
