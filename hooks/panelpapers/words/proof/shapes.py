"""Which shape figures have over time, by the rules of "How to read our figures", asked anew of the record."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from .claim import rounded
from .evidence import Figure, Table, has_seasons, in_a_year, steps, way
from .order import ends

_SMALL: Final = 10
"""Counts that are all below this are small."""


def small(table: Table, figures: Sequence[Figure]) -> bool:
    """Whether figures are counts, and all small."""
    amounts = [
        amount for figure in figures for amount in (figure.value, figure.low, figure.high) if amount is not None
    ]
    return table.indicator.unit.counts_each and all(abs(amount) < _SMALL for amount in amounts)


def turns(figures: Sequence[Figure]) -> int:
    """Count how often figures turn from rising to falling or back; -1 where ranges leave a step open."""
    moves = [step for step in steps(figures) if step != 0]
    return -1 if None in moves else sum(step != following for step, following in pairwise(moves))


def mostly(figures: Sequence[Figure]) -> int:
    """Give the way of a rise (1) or a fall (-1) with interruptions, or 0.

    The ends of the time are the ends of the figures, or no step goes back; or two of three steps go that way, and
    the last figure lies beyond all of the first third.
    """
    went, told = way(figures[0], figures[-1]), steps(figures)
    if not went:
        return 0
    if (ends(figures, went), ends(figures, -went)) == ([figures[-1]], [figures[0]]) or -went not in told:
        return went
    third = figures[: (len(figures) + 2) // 3]
    beyond = all(way(figure, figures[-1]) == went for figure in third)
    return went if beyond and 3 * told.count(went) >= 2 * len(told) else 0


def step(figures: Sequence[Figure]) -> tuple[int, int] | None:
    """Give where a second level begins and the way to it: three figures or more are on each, close together."""
    spans = [figure.span for figure in figures if figure.span]
    for place in range(3, len(spans) - 2):
        before, after = spans[:place], spans[place:]
        low, high = min(span[0] for span in before), max(span[1] for span in before)
        least, most = min(span[0] for span in after), max(span[1] for span in after)
        within = max(high - low, most - least)
        if least - high > within:
            return place, 1
        if low - most > within:
            return place, -1
    return None


def seasonal(table: Table, figures: Sequence[Figure]) -> bool:
    """Whether months or quarters of two years or more agree with those of the year before.

    After the first year each differs from that a year before by less than a third of the range of all.
    """
    parts = in_a_year(figures[-1])
    if parts < 3 or len(figures) < 2 * parts or not all(figure.exact for figure in figures):
        return False
    pairs = [(before, figure) for figure in figures if (before := table.a_year_before(figure)) in figures]
    values = [figure.value or Decimal(0) for figure in figures]
    apart = [abs((figure.value or Decimal(0)) - (before.value or Decimal(0))) for before, figure in pairs if before]
    return len(apart) >= len(figures) - parts and 3 * max(apart) < max(values) - min(values)


def turning(table: Table, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Give the figures of each turn that the rules name; a step and seasons are named before it.

    That is one turn, or two of eight figures or more with two steps or more before each. No rise or fall with
    interruptions is named before two, and rounding hides neither.
    """
    moves = [(place, step) for place, step in enumerate(steps(figures)) if step]
    changes = [number for number in range(1, len(moves)) if moves[number][1] != moves[number - 1][1]]
    if turns(figures) not in (1, 2) or step(figures) or seasonal(table, figures):
        return []
    found = [list(figures[moves[number - 1][0] + 1 : moves[number][0] + 1]) for number in changes]
    if len(found) == 1:
        return found
    if len(figures) < 8 or changes[0] < 2 or changes[1] - changes[0] < 2 or mostly(figures):
        return []
    told = (figures[0], found[0][0], found[1][0], figures[-1])
    amounts = [figure.low if figure.value is None else figure.value for figure in told]
    shown = [rounded(amount, table.decimals) for amount in amounts if amount is not None]
    return found if all(amount != following for amount, following in pairwise(shown)) else []


def none_holds(table: Table, figures: Sequence[Figure]) -> bool:
    """Whether figures turn twice or more and have no step, no seasons, and no rise or fall with interruptions."""
    other = step(figures) or seasonal(table, figures) or mostly(figures) or turning(table, figures)
    return turns(figures) > 1 and not other


def against_a_year_before(table: Table, figures: Sequence[Figure]) -> tuple[int, int]:
    """Give how many of the last figures lie on one side of those a year before them, and the side."""
    count, side = 0, 0
    for figure in reversed(figures if has_seasons(figures) else ()):
        before = table.a_year_before(figure)
        went = way(before, figure) if before in figures and before else None
        if not went or (side and went != side):
            break
        count, side = count + 1, went
    return count, side
