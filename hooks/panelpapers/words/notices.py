"""What is said on boards and in e-mails beyond what the pages say."""

from __future__ import annotations

from datetime import date
from typing import Final

from . import format as say

NOTHING_OWED: Final = "Nothing is owed, as far as the papers on this site show."


def standing_at(address: str) -> str:
    """Say where a text stands on the web."""
    return f"On the web: {address}"


def poster_title(day: date | None) -> str:
    """Name a poster: ``Next meeting: Monday 5 January 2026``; without a day, as no meeting to come is known."""
    return f"Next meeting: {say.weekday_and_day(day)}" if day else "Next meeting"
