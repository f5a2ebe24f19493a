"""What got better or worse, by the rules of "How to read our figures", asked anew of the record."""

from __future__ import annotations

from decimal import Decimal

from .evidence import Figure, Table, has_seasons, way
from .shapes import none_holds, small, turning, turns
from .standards import aim, measured


def judged(table: Table, series: str) -> tuple[str, Figure, Figure] | None:
    """Say whether a series got better, worse or neither, and between which two figures; ``None`` where nobody can.

    Nothing is said of those beside whom a subject stands, of small counts, of ranges that overlap, of figures without
    a clear pattern, of low reliability or of unknown periods, of a change of one in the last digit, or one against
    that of all the time, and of a figure that is just where its target is.
    """
    stretch = table.stretch(series) if table.in_time else []
    pair = _latest(table, series, stretch)
    if pair is None or pair[1].role not in (None, "subject") or not _sound(table, pair):
        return None
    goal = aim(table, pair[1]) if any(figure is pair[1] for figure in measured(table)) else None
    if goal and goal.way(pair[1]) == 0:
        return None
    went, whole = way(*pair), table.whole_change(series)
    if len(stretch) > 2 and (turns(stretch) < 0 or small(table, stretch) or none_holds(table, stretch)):
        return None
    if whole is not None and way(*whole) is None:
        return None
    against = whole is not None and way(*whole) != went
    if not went or (against and not turning(table, stretch)):
        return None
    good = {"higher": 1, "lower": -1}.get(table.indicator.better)
    return ("neither" if good is None else "better" if went == good else "worse", *pair)


def _latest(table: Table, series: str, stretch: list[Figure]) -> tuple[Figure, Figure] | None:
    """Give the two latest figures that are compared: of parts of a year those a year apart."""
    part = table.part(series)
    before = table.a_year_before(part) if part else None
    if part and before and way(before, part) is not None:
        return before, part
    of_a_year = table.change_of_a_year(series)
    if of_a_year or has_seasons(stretch):
        return of_a_year
    return (stretch[-2], stretch[-1]) if len(stretch) > 1 else None


def _sound(table: Table, pair: tuple[Figure, Figure]) -> bool:
    """Whether two figures are reliable, for known periods, no small counts, and differ by more than a last digit."""
    if any(figure.period is None or not figure.period.stated for figure in pair) or small(table, pair):
        return False
    if any("low reliability" in figure.statuses for figure in pair):
        return False
    earlier, later = (figure.value for figure in pair)
    if earlier is None or later is None:
        return way(*pair) is not None
    digits = (min(table.decimals, -int(value.as_tuple().exponent)) for value in (earlier, later))
    return abs(later - earlier) > max(Decimal(1).scaleb(-number) for number in digits)
