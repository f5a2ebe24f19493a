"""What a reader must know before trusting the figures, found in the record, and what the words must say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from ...records.indicator import StatedChange
from ...records.period import Period
from ..nouns import STATUSES, plain
from .claim import Said, rounded
from .evidence import Figure, Table, same_days, steps, way
from .makeup import rounded_sums
from .order import differing_definitions, ends, places
from .pieces import length
from .shapes import small
from .standards import aim, beside, measured

MOST_NAMED: Final = 4
"""As many series as a description names one by one."""
_WORDS_OF_A_NAME: Final = 10
"""With a longer name of a series no sentence may have room for its figures."""
_LETTERS: Final = 150
"""With more letters of names it may have none either."""
SAID_OF_EACH: Final = ("revised", "worked out")
"""Statuses that are said of each figure for itself."""
SAID_BY_REASON: Final = ("not available", "not applicable")
"""Statuses that are said of all figures with one reason."""
_WITHOUT_FIGURE: Final = ("not available", "suppressed", "not applicable", "low")


def can_be_named(names: Sequence[str]) -> bool:
    """Whether a sentence has room for the names of some series beside what it says of them."""
    words = sum(len(name.split()) for name in names)
    return len(names) <= MOST_NAMED and words <= _WORDS_OF_A_NAME and sum(map(len, names)) <= _LETTERS


def with_status(table: Table, series: str, status: str) -> list[Figure]:
    """Give the figures of a series that have a status; of what is shown only, where the status is of a figure."""
    row = table.row(series) if status in _WITHOUT_FIGURE else table.shown(series)
    if status == "worked out":
        return [figure for figure in row if figure.point.worked_out]
    if status == "rounded to zero":
        row = [figure for figure in row if "low" not in figure.statuses]
        return [figure for figure in row if figure.value and not rounded(figure.value, table.decimals)]
    return [figure for figure in row if status in figure.statuses]


def reasons(table: Table, series: str) -> dict[str, list[Figure]]:
    """Give the figures of a series that are not shown, by the reason that the papers give, as far as they do."""
    found: dict[str, list[Figure]] = {}
    for figure in table.row(series):
        if figure.point.why and not figure.shown:
            found.setdefault(plain(figure.point.why), []).append(figure)
    return found


def reason(status: str, figure: Figure) -> str:
    """Give why a figure has a status, where this is said of all with one reason, or nothing."""
    return plain(figure.point.why or "") if status in SAID_BY_REASON else ""


def breaks(table: Table) -> list[Figure]:
    """Give the figures before which the series breaks; there is nothing to break before the first."""
    rows = table.rows.values() if table.in_time else ()
    return [figure for row in rows for figure in row[1:] if figure.point.break_before]


def stated_periods(table: Table) -> list[Period]:
    """Give the periods along the axis whose days the source states, in order."""
    periods = {figure.label: figure.period for figure in table.all()}
    found = [periods[label] for label in table.labels]
    return [period for period in found if period and period.stated]


def unstated(table: Table) -> bool:
    """Whether a series has several figures, and the source does not state the period of one of them."""
    rows = [table.actual(name) for name in table.rows] if table.in_time else []
    periods = [figure.period for row in rows if len(row) > 1 for figure in row]
    return any(period is not None and not period.stated for period in periods)


def lengths(table: Table) -> set[str]:
    """Give the lengths of the periods."""
    return {length(period) for period in stated_periods(table)}


def overlaps(table: Table) -> list[tuple[Period, Period]]:
    """Give the neighbouring periods that share days."""
    return [(earlier, later) for earlier, later in pairwise(stated_periods(table)) if earlier.overlaps(later)]


def uneven(table: Table) -> bool:
    """Whether three or more periods of one length do not follow each other at equal steps."""
    periods = stated_periods(table)
    dates = [period.end for period in periods if period.end]
    if len(dates) < 3 or len({period.months for period in periods}) > 1:
        return False
    if all(period.kind == "day" for period in periods):
        days = [(later - earlier).days for earlier, later in pairwise(dates)]
        return max(days) - min(days) > 3
    months = [date.year * 12 + date.month for date in dates]
    return len({later - earlier for earlier, later in pairwise(months)}) > 1


def open_changes(table: Table) -> list[str]:
    """Give the series whose first and latest comparable ranges overlap, so that nobody knows of a change."""
    rows = [name for name, role in table.roles.items() if table.in_time and (role != "range" or table.only)]
    pairs = {name: table.whole_change(name) for name in rows}
    return [name for name, pair in pairs.items() if pair and way(*pair) is None]


def no_order(table: Table) -> bool:
    """Whether ranges overlap so that no category can be called the highest, nor any the lowest."""
    if table.in_time or not table.only:
        return False
    shown = [figure for figure in places(table.row(table.only)) if figure.shown]
    return ranges_overlap(shown) and not ends(shown, 1) and not ends(shown, -1)


def ranges_overlap(shown: list[Figure]) -> bool:
    """Whether nobody can tell which of some two figures is higher."""
    return any(way(figure, other) is None for figure in shown for other in shown if figure is not other)


def disagreements(table: Table) -> list[tuple[Figure, Decimal]]:
    """Give the figures for which another source, or the baseline as typed, has another number, with that number."""
    found: list[tuple[Figure, Decimal]] = []
    baseline = table.indicator.baseline
    for name, row in table.rows.items():
        for figure in row:
            others = figure.point.other_figures if figure.value is not None else []
            found += [(figure, other.value) for other in others if other.value != figure.value]
        point = beside(table, name).figure
        if baseline and baseline.value is not None and point and point.value != baseline.value:
            found.append((point, baseline.value))
    return found


# What must be said


CONDITIONS: Final[Mapping[str, Callable[[Table], bool]]] = {
    "unequal periods": lambda table: len(lengths(table)) > 1,
    "periods not stated": lambda table: table.in_time and unstated(table),
    "overlapping periods": lambda table: bool(overlaps(table)),
    "uneven steps": uneven,
    "ranges": lambda table: bool(open_changes(table)) or no_order(table),
    "definitions": differing_definitions,
}
"""What is true of a record as a whole, or not, and must be said if it is."""


def required(table: Table) -> Iterator[Said]:
    """Give every caution that the record calls for."""
    for name in table.rows:
        for status in STATUSES:
            found = with_status(table, name, status)
            if status in SAID_OF_EACH:
                yield from ((status, name, figure.label) for figure in found)
            else:
                yield from ((status, name, reason(status, figure)) for figure in found)
    yield from (("break", "", figure.label) for figure in breaks(table))
    yield from (("sources", figure.series, figure.label) for figure, _ in disagreements(table))
    if rounded_sums(table):
        yield "rounded parts", "", ""
    yield from ((what, "", "") for what, holds in CONDITIONS.items() if holds(table))


def told_in_full(table: Table) -> Iterator[Said]:
    """Give what a list of cautions says beyond that: why a series breaks or has no figure, how one was worked out."""
    yield from (("reason of break", "", figure.label) for figure in breaks(table))
    for name in table.rows:
        yield from (("how", name, figure.label) for figure in with_status(table, name, "worked out"))
        yield from (("why", name, why) for why in reasons(table, name))


def expected(table: Table, *, room: bool = False) -> Iterator[Said]:
    """Give what every description says, or what one with ``room`` says beside that.

    Never left out are what happened, the target and the direction of good; where there is room, each series, a part
    of a year, the baseline, and what the papers declare or state.
    """
    if has_message(table):
        yield "message", "", ""
    if any(aim(table, figure) for figure in measured(table)):
        yield "target", "", ""
    if _asks_for_direction(table):
        yield "better", "", ""
    if room:
        yield from _expected_with_room(table)


def _expected_with_room(table: Table) -> Iterator[Said]:
    """Give what a description that has room says beside what is never left out."""
    indicator, only = table.indicator, table.only
    for what, mark in (("target", indicator.target), ("baseline", indicator.baseline)):
        if mark and mark.state != "set":
            yield f"{what} {mark.state}", "", ""
    if only and table.in_time and table.part(only):
        yield "part", "", ""
    if 1 < len(table.rows) <= MOST_NAMED:
        yield from (("series", name, "") for name in table.rows if len(name.split()) <= _WORDS_OF_A_NAME)
    if _baseline_matters(table):
        yield "baseline", "", ""
    for change in indicator.stated_changes:
        if _is_told(table, change):
            yield "stated", change.series or "", change.period.name


def has_message(table: Table) -> bool:
    """Whether there is a change to be told first: of the only series, between figures that may be compared.

    A change that the paper states is all there is where it gives no figure.
    Where the two are the same, and a range leaves open what is between them, nobody can say that nothing happened.
    """
    if not table.shown() and any(_is_told(table, change) for change in table.indicator.stated_changes):
        return True
    pair = table.leading(table.only) if table.only and table.in_time else None
    if pair is None or table.only is None:
        return False
    stretch, went = table.stretch(table.only), way(*pair)
    is_open = went is None or (went == 0 and pair == (stretch[0], stretch[-1]) and None in steps(stretch))
    return not is_open and not (len(stretch) > 2 and small(table, stretch))


def _is_told(table: Table, change: StatedChange) -> bool:
    """Whether a change that the paper states is told: not where the figure that it leads to is kept back."""
    rows = [row for name, row in table.rows.items() if change.series in (None, name)]
    points = [figure for row in rows for figure in row if figure.period and same_days(figure.period, change.period)]
    return not any("suppressed" in figure.statuses for figure in points)


def _asks_for_direction(table: Table) -> bool:
    """Whether a reader asks if a figure is good: it changed, or stands beside a target, and a direction is better."""
    if table.indicator.better == "neutral":
        return False
    if any(_is_told(table, change) for change in table.indicator.stated_changes):
        return True
    names = (name for name, role in table.roles.items() if table.in_time and (role != "range" or table.only))
    pairs = [pair for name in names for pair in (table.whole_change(name), table.change_of_a_year(name))]
    return any(pair and way(*pair) for pair in pairs) or any(aim(table, figure) for figure in measured(table))


def _baseline_matters(table: Table) -> bool:
    """Whether a baseline is set that is not named by its period, nor replaced by a stated change."""
    baseline = table.indicator.baseline
    if baseline is None or baseline.state != "set" or (baseline.period and baseline.period.name == "baseline"):
        return False
    known = [beside(table, name) for name, row in table.rows.items() if row and not row[0].is_comparator]
    compared = any(pair.way is not None and not pair.hindrances for pair in known)
    return compared or (table.in_time and bool(known) and not table.indicator.stated_changes)


def in_words(said: Said) -> str:
    """Say what is missing, for a finding."""
    what, series, label = said
    return " ".join(word for word in (what, f"({series})" if series else "", f"for {label}" if label else "") if word)
