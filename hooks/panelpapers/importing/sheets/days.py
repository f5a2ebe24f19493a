"""Days as sheets hold them: typed in any form, or counted since 1900; what may be two days is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pydantic_core import PydanticCustomError

from ...records.calendar import MONTHS
from ...records.kinds import may_be_two_days
from ...records.problem import slip
from ..rules.days import days_in

DAY_FIRST: Final = "day first"
MONTH_FIRST: Final = "month first"
DATES: Final = {"day-first": DAY_FIRST, "month-first": MONTH_FIRST}
"""What a command can be told of dates."""
_COUNTED_FROM: Final = date(1899, 12, 30)
_COUNTED: Final = range(20_000, 80_000)
"""Days since 1900 that a number may be: from 1954 to 2119."""
_CLOCK: Final = re.compile(r"[ T]0{1,2}:00(?::00)?(?:\.0+)?Z?\Z")
_WEEKDAY: Final = re.compile(
    r"\A(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,? ", re.IGNORECASE
)
_NUMBERS: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A day that was read. ``how`` says what was taken for granted, or nothing."""

    day: date
    how: str = ""


def first_in(texts: Iterable[str], custom: str) -> str:
    """Say whether days or months come first in the dates of a column, or nothing where that is not certain.

    ``custom`` is how the body writes dates. It holds, unless a date of the column cannot be read so.
    """
    found = [match for text in texts if (match := _NUMBERS.fullmatch(_plain(text)))]
    at = 2 if custom == DAY_FIRST else 1
    return "" if any(int(match[at]) > len(MONTHS) for match in found) else custom


def read_day(text: str, first: str = DAY_FIRST) -> ReadDay:
    """Read a day. ``first`` is of its column: day first, month first, or nothing. Raises a slip for anything else."""
    words = _plain(text)
    if words.isdecimal() and len(words) == 5 and int(words) in _COUNTED:
        day = _COUNTED_FROM + timedelta(days=int(words))
        return ReadDay(day, f"“{words}” is read as {day}, counted in days since 1900.")
    numbers = _NUMBERS.fullmatch(words)
    if numbers and not first and may_be_two_days(f"{numbers[1]}/{numbers[2]}/2000"):
        fact = f"“{words}” may be two days, since others of its column are not written as they are here."
        raise slip("date-form", fact, "Give --dates day-first or --dates month-first, or write it as 2026-01-05.")
    found = next(days_in(words, month_first=first == MONTH_FIRST), None)
    if found is None and (numbers or re.search(r"\d.*\d{4}|\d{4}.*\d", words)):
        raise slip("no-such-day", f"There is no day “{words}” in the calendar.", "Check the month and the day.")
    if found is None or (found.start, found.end) != (0, len(words)):
        raise slip("date-form", f"“{words}” is not a date.", "Write it as 2026-01-05, or as 5 January 2026.")
    day = date.fromisoformat(found.value)
    told = first == MONTH_FIRST and numbers and may_be_two_days(f"{numbers[1]}/{numbers[2]}/2000")
    return ReadDay(day, f"“{words}” is read as {day}, with the month first." if told else "")


def how_read(text: str, first: str) -> str:
    """Say what was taken for granted of a text, if it is a day; else nothing."""
    try:
        return read_day(text, first).how
    except PydanticCustomError:
        return ""


def _plain(text: str) -> str:
    words = _WEEKDAY.sub("", _CLOCK.sub("", " ".join(text.split())))
    return re.sub(r"(?<=\d)-(?=[A-Za-z])|(?<=[A-Za-z])-(?=\d)", " ", words)
