"""How long what belongs to a meeting stays open to the public, by the law of the meeting's own day."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta

from ..records.law import Keeping
from ..records.regime import Regime


@dataclass(frozen=True, slots=True)
class Kept:
    """What the law says of some papers of a meeting, and the last day on which they are kept, if it gives one."""

    by: Keeping
    until: date | None


def kept(regime: Regime, meeting: date) -> tuple[Kept, ...]:
    """Give all that a regime says of a meeting on some day."""
    return tuple(Kept(keeping, _until(keeping, meeting)) for keeping in regime.kept)


def _until(keeping: Keeping, meeting: date) -> date | None:
    if keeping.years is None or keeping.begins is None:
        return None
    last = _same_day(meeting, keeping.years)
    whole = keeping.begins == "after the day of the meeting"
    return last if whole or last.day != meeting.day else last - timedelta(1)


def _same_day(day: date, years: int) -> date:
    """Give the day some years later. For 29 February, where there is none, that is the last of the month."""
    if (day.month, day.day) == (2, 29) and not isleap(day.year + years):
        return date(day.year + years, 2, 28)
    return day.replace(year=day.year + years)
