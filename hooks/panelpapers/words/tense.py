"""Past, present and future: every sentence about something dated has a form of words for each.

A site is read long after it was made. So the present names the day itself and says that the page was made on it; what
is past stays past on any later day.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

Tense = Literal["past", "present", "future"]

THAT_DAY: Final = ", the day this page was made"


def tense(day: date, today: date) -> Tense:
    """Say whether a day is over on the day ``today``, is that day, or is still to come."""
    if day == today:
        return "present"
    return "past" if day < today else "future"


def told(when: Tense, past: str, present: str, future: str) -> str:
    """Give the form of words for a tense."""
    return {"past": past, "present": present, "future": future}[when]


def that_day(when: Tense) -> str:
    """Give what stands after a date that is the day of the site, and nothing after any other: see above."""
    return told(when, "", THAT_DAY, "")
