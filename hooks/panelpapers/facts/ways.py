"""Measures that the papers give in several ways: for another place or period, by kind, or by another definition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from ..records.indicator import Indicator
from .better import Betterment
from .figure import FigureFacts
from .rows import grouped
from .same_measure import plain

T = TypeVar("T")


def merged(groups: Iterable[set[T]]) -> list[set[T]]:
    """Put together the groups that share a member."""
    found: list[set[T]] = []
    for group in groups:
        touching = [other for other in found if other & group]
        found = [*(other for other in found if not other & group), group.union(*touching)]
    return found


def ways_of(indicators: Mapping[str, Indicator]) -> dict[str, tuple[str, ...]]:
    """Give for each indicator that is one of several ways to give a measure the ids of all, the main one first.

    They are those that name one in ``another_way_of``, with that one, and those of one measure, place and unit.
    """
    alike = grouped(
        ((plain(indicator.measure), plain(indicator.place), indicator.unit), indicator_id)
        for indicator_id, indicator in indicators.items()
    )
    pointing = ({indicator_id, indicator.another_way_of or ""} for indicator_id, indicator in indicators.items())
    found: dict[str, tuple[str, ...]] = {}
    for group in merged((*map(set, alike.values()), *(pair for pair in pointing if "" not in pair))):
        ids = sorted(group & indicators.keys())
        pointed = Counter(indicators[indicator_id].another_way_of for indicator_id in ids)
        ids.sort(key=lambda indicator_id: -pointed[indicator_id])
        if len(ids) > 1:
            found |= dict.fromkeys(ids, tuple(ids))
    return found


def main_of(ids: Sequence[str], indicators: Mapping[str, Indicator]) -> str | None:
    """Give the one of several ways that others name as theirs, if any."""
    named = {indicators[indicator_id].another_way_of for indicator_id in ids}
    return ids[0] if ids[0] in named else None


def answering(
    ids: Sequence[str], indicators: Mapping[str, Indicator], figures: Mapping[str, FigureFacts]
) -> tuple[str, ...]:
    """Give which of several ways shows whether the measure got better: the main one, if its figures or its paper do.

    Else it is the one with the latest period of those that show it for the whole, or those that share that period.
    """
    main = main_of(ids, indicators)
    if main and (indicators[main].stated_changes or _last_judged(figures[main])):
        return (main,)
    days = {
        indicator_id: day
        for indicator_id in ids
        if indicators[indicator_id].included_in not in ids and (day := _last_judged(figures[indicator_id]))
    }
    return tuple(indicator_id for indicator_id, day in days.items() if day == max(days.values()))


def _last_judged(facts: FigureFacts) -> date | None:
    """Give the end of the latest period of which it is known that figures got better or worse by then."""
    ends = [found.change.later.period for found in facts.all(Betterment) if found.way != "neither"]
    return max((period.end for period in ends if period and period.end), default=None)
