"""Shorter periods add up to a longer one, by their days and not by their names, however they follow or overlap.

A figure for a period is the difference of two running totals: the one at its end and the one at its start. So months
and quarters, years that overlap and years of other calendars all become one system, with one equation for each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from .equations import Key, Known, Limits, Relation, Sum
from .ledger import Ledger
from .quantities import Quantity
from .rows import grouped

Group = tuple[str, str, str, tuple[str, ...]]


def of_periods(
    quantities: Iterable[Quantity], ledger: Ledger, not_adding: Collection[tuple[str, str]]
) -> Iterator[Relation]:
    """Give the relations between figures for periods that overlap, and enter what they need in the ledger.

    ``not_adding`` are measures of which no figures add up. Where more of the published figures contradict than
    confirm that those of a measure add up over time, they do not: such as numbers of people at the end of a month.
    """
    groups = grouped(
        ((quantity.measure, quantity.unit, quantity.place, quantity.groups), quantity)
        for quantity in quantities
        if len(quantity.when) == 2 and quantity.when[0] < quantity.when[1]
        if (quantity.measure, quantity.unit) not in not_adding
    )
    overlapping = {group: several for group, several in groups.items() if _overlap(several)}
    score: dict[Group, int] = defaultdict(int)
    for group, several in overlapping.items():
        score[(*group[:3], ())] += _confirmed(several, ledger)
    for group, several in overlapping.items():
        if score[(*group[:3], ())] >= 0:
            yield from _running_totals(group, several, ledger)


def _days(quantity: Quantity) -> tuple[int, int]:
    """Give the first day of a period and the day after its last one, as numbers."""
    start, end = (date.fromisoformat(day).toordinal() for day in quantity.when)
    return start, end + 1


def _overlap(several: Iterable[Quantity]) -> bool:
    days = sorted(_days(quantity) for quantity in several)
    return any(later[0] < earlier[1] for earlier, later in pairwise(days))


def _running_totals(group: Group, several: Sequence[Quantity], ledger: Ledger) -> Iterator[Relation]:
    """Tie each figure to the running totals at its ends, and these to what was added between them."""
    limits = ledger.span(several[0])
    usual = Limits(limits.low, None, limits.whole)
    ends = sorted({day for quantity in several for day in _days(quantity)})
    ledger.known[(*group, ends[0])] = Known(Fraction(0))
    for day in ends[1:]:
        ledger.limits[(*group, day)] = usual
    for quantity in several:
        yield _difference(group, *_days(quantity), quantity)
    for start, end in pairwise(ends):
        between = ("between", *group, start)
        ledger.limits[between] = usual
        yield _difference(group, start, end, between)


def _difference(group: Group, start: int, end: int, amount: Key) -> Sum:
    return Sum((((*group, end), 1), ((*group, start), -1), (amount, -1)))


def _confirmed(several: Sequence[Quantity], ledger: Ledger) -> int:
    """Give how many published figures are the sum of others, less how many are not though they could be.

    Days are joined by the figures between them, the shortest periods first; a figure between two days that are joined
    already must be what lies between them.
    """
    joined: dict[int, tuple[int, Fraction, Fraction]] = {}

    def root(day: int) -> tuple[int, Fraction, Fraction]:
        start, amount, slack = day, Fraction(0), Fraction(0)
        while day in joined:
            day, more, loose = joined[day]
            amount, slack = amount + more, slack + loose
        if start != day:
            joined[start] = (day, amount, slack)
        return day, amount, slack

    score = 0
    for quantity in sorted(several, key=lambda quantity: (_days(quantity)[1] - _days(quantity)[0], quantity.when)):
        known = ledger.known.get(quantity)
        if known is None or known.value is None:
            continue
        (first, at_start, loose), (second, at_end, slack) = map(root, _days(quantity))
        if first == second:
            score += 1 if abs(at_end - at_start - known.value) <= loose + slack + known.half else -1
        else:
            joined[second] = (first, at_start + known.value - at_end, loose + slack + known.half)
    return score
