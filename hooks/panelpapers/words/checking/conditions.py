"""What a reader must know before trusting the figures, found in the record: statuses, breaks, periods, sources."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from ...records.period import Period
from .baseline import beside
from .claim import rounded
from .pieces import length
from .table import Figure, Table, ends, way

_WITHOUT_FIGURE: Final = ("not available", "suppressed", "not applicable", "low")


def with_status(table: Table, series: str, status: str) -> list[Figure]:
    """Give the figures of a series that have a status; of what is shown only, where the status is of a figure."""
    row = [one for one in table.row(series) if one.shown or status in _WITHOUT_FIGURE]
    if status == "worked out":
        return [one for one in row if one.point.worked_out]
    if status == "rounded to zero":
        return [
            one for one in row if one.value and not rounded(one.value, table.decimals) and "low" not in one.statuses
        ]
    return [one for one in row if status in one.statuses]


def breaks(table: Table) -> list[Figure]:
    """Give the figures before which the series breaks; there is nothing to break before the first."""
    rows = table.rows.values() if table.in_time else ()
    return [one for row in rows for one in row[1:] if one.point.break_before]


def stated_periods(table: Table) -> list[Period]:
    """Give the periods along the axis whose days the source states, in order."""
    periods = {one.label: one.period for one in table.all()}
    found = [periods[label] for label in table.labels]
    return [one for one in found if one and one.stated]


def unstated(table: Table) -> bool:
    """Whether a series has several figures, and the source does not state the period of one of them."""
    rows = [table.actual(name) for name in table.rows] if table.in_time else []
    return any(one.period is not None and not one.period.stated for row in rows if len(row) > 1 for one in row)


def lengths(table: Table) -> set[str]:
    """Give the lengths of the periods."""
    return {length(one) for one in stated_periods(table)}


def overlaps(table: Table) -> list[tuple[Period, Period]]:
    """Give the neighbouring periods that share days."""
    return [(one, other) for one, other in pairwise(stated_periods(table)) if one.overlaps(other)]


def uneven(table: Table) -> bool:
    """Whether three or more periods of one length do not follow each other at equal steps."""
    periods = stated_periods(table)
    dates = [one.end for one in periods if one.end]
    if len(dates) < 3 or len({one.months for one in periods}) > 1:
        return False
    if all(one.kind == "day" for one in periods):
        days = [(later - earlier).days for earlier, later in pairwise(dates)]
        return max(days) - min(days) > 3
    return len({_months(later) - _months(earlier) for earlier, later in pairwise(dates)}) > 1


def _months(day: date) -> int:
    return day.year * 12 + day.month


def change_is_open(table: Table) -> bool:
    """Whether the ranges of a first and a latest comparable figure overlap, so that nobody knows of a change."""
    stretches = [table.stretch(name) for name in table.rows] if table.in_time else []
    return any(len(row) > 1 and way(row[0], row[-1]) is None for row in stretches)


def no_order(table: Table, series: str) -> bool:
    """Whether ranges overlap so that no category can be called the highest, nor any the lowest."""
    shown = [one for one in table.row(series) if one.shown and one.role != "average"]
    open_pairs = any(way(one, other) is None for one in shown for other in shown if one is not other)
    return open_pairs and not ends(shown, 1) and not ends(shown, -1)


def disagreements(table: Table) -> list[tuple[Figure, Decimal]]:
    """Give the figures for which another source, or the baseline as typed, has another number, with that number."""
    found: list[tuple[Figure, Decimal]] = []
    baseline = table.indicator.baseline
    for name, row in table.rows.items():
        for one in row:
            others = one.point.other_figures if one.value is not None else []
            found += [(one, other.value) for other in others if other.value != one.value]
        figure = beside(table, name).figure
        if baseline and baseline.value is not None and figure and figure.value != baseline.value:
            found.append((figure, baseline.value))
    return found
