"""Counting back from a meeting in a way that its regime names: which day is found, and which days are left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..records.regime import WayOfCounting
from .holidays import ONE_DAY, Calendar


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that was left out of a count, and why: the name of the holiday, the day of the week or the break."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day on which a thing can be done in time, and the days left out before the meeting, in order."""

    day: date
    skipped: tuple[SkippedDay, ...] = ()


def count_back(meeting: date, days: int, way: WayOfCounting, calendar: Calendar) -> Counted:
    """Count back so many days from the day of a meeting.

    In a clear way so many whole days lie between: neither the day of the meeting nor the day found counts. The day
    found is one that the way does not leave out, because what is due on it can be done on no other.
    """
    skipped: list[SkippedDay] = []
    day, left = meeting, days + way.clear
    while left:
        day -= ONE_DAY
        if reason := calendar.left_out(way, day):
            skipped.append(SkippedDay(day, reason))
        else:
            left -= 1
    return Counted(day, tuple(reversed(skipped)))
