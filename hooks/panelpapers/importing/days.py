"""Days and times of day: where they stand in a text, and as sheets hold them, typed or counted since 1900.

What may be two days is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pydantic_core import PydanticCustomError

from ..records.calendar import MONTHS
from ..records.kinds import may_be_two_days
from ..records.problem import slip

_NAMES: Final = "|".join(sorted((*MONTHS, *(month[:3] for month in MONTHS), "Sept"), key=len, reverse=True))
_DAY: Final = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?P<month>{_NAMES})\b\.?,?\s+(?P<year>\d{{4}}|\d{{2}}(?!\d))"
    rf"|\b(?P<month2>{_NAMES})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year2>\d{{4}})"
    r"|(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year3>\d{4}|\d{2})(?![\d/])"
    r"|(?<![\d-])(?P<year4>\d{4})-(?P<month4>\d{2})-(?P<day4>\d{2})(?![\d-])",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?\s?m\b\.?|noon\b|midday\b)"
    r"|\b(?P<hour2>[01]?\d|2[0-3])(?::|\.(?=[0-5]\d\s*(?:hours|hrs)\b))(?P<minute2>[0-5]\d)\b(?:\s*(?:hours|hrs)\b\.?)?"
    r"|\b(?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)\s*(?:hours|hrs|h)\b\.?"
    r"|\b(?P<word>noon|midday)\b",
    re.IGNORECASE,
)
_THIS_CENTURY: Final = 2000

DAY_FIRST: Final = "day first"
MONTH_FIRST: Final = "month first"
DATES: Final = {"day-first": DAY_FIRST, "month-first": MONTH_FIRST}
"""What a command can be told of dates."""
_COUNTED_FROM: Final = date(1899, 12, 30)
_COUNTED: Final = range(20_000, 80_000)
"""Days since 1900 that a number may be: from 1954 to 2119."""
_MIDNIGHT: Final = re.compile(r"[ T]0{1,2}:00(?::00)?(?:\.0+)?Z?\Z")
_WEEKDAY: Final = re.compile(
    r"\A(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,? ", re.IGNORECASE
)
_NUMBERS: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at `start` to `end` of a text, in the form of the records: `2026-02-02` or `14:00`."""

    start: int
    end: int
    value: str


def days_in(text: str, *, month_first: bool = False) -> Iterator[Found]:
    """Give each day that a text names in full. `month_first` decides 3/5/2024, where both could be the month."""
    for found in _DAY.finditer(text):
        if day := _day(found, month_first):
            yield Found(found.start(), found.end(), day)


def clocks_in(text: str) -> Iterator[Found]:
    """Give each time of day that a text names: 14:00, 2.30 pm, 1400 hrs, noon."""
    for found in _CLOCK.finditer(text):
        hour, minute = (found[name] or found[f"{name}2"] or found[f"{name}3"] for name in ("hour", "minute"))
        half = re.sub(r"[^apm]", "", (found["half"] or "").lower())
        clock = int(hour or 12) % 12 + 12 * (half == "pm") if half in ("am", "pm") else int(hour or 12)
        if clock < 24:
            yield Found(found.start(), found.end(), f"{clock:02}:{int(minute or 0):02}")


def _day(found: re.Match[str], month_first: bool) -> str | None:
    group = found.groupdict()
    if group["first"]:
        day, month = int(group["first"]), int(group["second"])
        swap = day <= len(MONTHS) if month_first and month > 0 else month > len(MONTHS)
        day, month = (month, day) if swap else (day, month)
    elif group["year4"]:
        day, month = int(group["day4"]), int(group["month4"])
    else:
        name = (group["month"] or group["month2"]).lower()[:3]
        day = int(group["day"] or group["day2"])
        month = next(number for number, full in enumerate(MONTHS, 1) if full.lower().startswith(name))
    year = next(int(group[name]) for name in ("year", "year2", "year3", "year4") if group[name])
    try:
        return date(year if year >= 100 else year + _THIS_CENTURY, month, day).isoformat()
    except ValueError:
        return None


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
    words = _WEEKDAY.sub("", _MIDNIGHT.sub("", " ".join(text.split())))
    return re.sub(r"(?<=\d)-(?=[A-Za-z])|(?<=[A-Za-z])-(?=\d)", " ", words)
