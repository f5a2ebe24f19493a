"""Counting back from a meeting: each way of counting has a name, and says which days it left out and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..records.panel import CountingRule
from .bank_holidays import ONE_DAY, SUNDAY, bank_holiday, section_243_break

COUNTED_AS: Final[Mapping[CountingRule, str]] = {
    "clear_working_days": "clear working days",
    "clear_days": "clear days",
    "clear_days_s243": "clear days under section 243 of the Local Government Act 1972",
    "calendar_days": "calendar days",
}
"""The ways of counting, as people call them."""

_WEEKEND: Final = {5: "Saturday", SUNDAY: "Sunday"}


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that was left out of a count, and why: the name of the bank holiday, the day of the week or the break."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day on which a thing can be done in time, and the days left out before the meeting, in order."""

    day: date
    skipped: tuple[SkippedDay, ...] = ()


def count_back(meeting: date, days: int, counting: CountingRule) -> Counted:
    """Count back so many days from the day of a meeting, in one of four ways.

    ``calendar_days``: that many days before, whatever they are.

    ``clear_days``: so many whole days lie between; neither the day of the meeting nor the day found counts
    (The King v The Justices of Herefordshire, 1820).

    ``clear_working_days``: the same, counting only working days, which section 100B of the Local Government Act 1972
    means by clear days (R v Swansea City Council, ex parte Elitestone Ltd, Court of Appeal, 1993): no weekends and no
    bank holidays. The day found is a working day too, because offices open the papers to the public on it.

    ``clear_days_s243``: clear days without those that section 243 of that Act leaves out: Sundays, the Christmas and
    Easter breaks and the breaks of bank holidays. Saturdays count, because the section does not name them. It also
    names days of public thanksgiving or mourning; those that were appointed so far were made bank holidays.
    """
    if counting == "calendar_days":
        return Counted(meeting - ONE_DAY * days)
    left_out = _LEFT_OUT[counting]
    skipped: list[SkippedDay] = []
    day, left = meeting - ONE_DAY, days
    while left or left_out(day):
        if reason := left_out(day):
            skipped.append(SkippedDay(day, reason))
        else:
            left -= 1
        day -= ONE_DAY
    return Counted(day, tuple(reversed(skipped)))


def _not_working(day: date) -> str | None:
    return bank_holiday(day) or _WEEKEND.get(day.weekday())


def _not_under_section_243(day: date) -> str | None:
    sunday = "Sunday" if day.weekday() == SUNDAY else None
    return bank_holiday(day) or sunday or section_243_break(day)


_LEFT_OUT: Final[Mapping[CountingRule, Callable[[date], str | None]]] = {
    "clear_working_days": _not_working,
    "clear_days": lambda _: None,
    "clear_days_s243": _not_under_section_243,
}
