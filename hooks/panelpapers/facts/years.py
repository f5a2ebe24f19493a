"""Days and years that a text names: those that do not fit, and those that were still to come when it was written."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from ..records.calendar import MONTHS, WEEKDAYS

A_YEAR_EARLY: Final = range(335, 396)
"""Days before a meeting at which a date in its text is likely to be one of the meeting's own year."""

DateTyped = tuple[str, str | None, date]
"""A date as it was typed, its weekday if it is given, and the day."""

_SHORT: Final = tuple(name[:3] for name in MONTHS)
_MONTH: Final = rf"(?:(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)})\b|Sept\b)\.?"
"""A month, in full or in short: Dec, Sept."""
_DATE: Final = re.compile(rf"(\d(?<!\w\d)\d?) ({_MONTH}) (\d{{4}})\b|\b({_MONTH}) (\d\d?), (\d{{4}})\b")
_WEEKDAY_BEFORE: Final = re.compile(rf"\b({'|'.join(WEEKDAYS)}),? \Z")
_FARTHEST_BEFORE: Final = len("Wednesday, ") + 1
"""Where a weekday before a date can begin, and the letter before it."""
_SOME_MONTHS: Final = re.compile(rf"(?<!\d )\b({_MONTH}(?:(?:, | and | or | to ){_MONTH}){{0,11}}) (\d{{4}})\b")
_YEAR: Final = re.compile(r"(?<![\d/.–-])(20\d\d)(?![\d/–-])")


def dates_in(text: str) -> Iterator[DateTyped]:
    """Give each date of a text; impossible ones are left out."""
    for match in _DATE.finditer(text) if any(month in text for month in _SHORT) else ():
        day, month, year = match[1] or match[5], match[2] or match[4], match[3] or match[6]
        before = _WEEKDAY_BEFORE.search(text[max(0, match.start() - _FARTHEST_BEFORE) : match.start()])
        typed, weekday = (before[0] + match[0], before[1]) if before else (match[0], None)
        try:
            yield typed, weekday, date(int(year), _SHORT.index(month[:3]) + 1, int(day))
        except ValueError:
            continue


def days_named(text: str) -> Iterator[date]:
    """Give each day that a text names; for a month, as in "January and February 2026", its last day."""
    yield from (day for _, _, day in dates_in(text))
    for months, year in _SOME_MONTHS.findall(text):
        for month, name in enumerate(_SHORT, 1):
            if name in months and date.min.year <= int(year):
                yield date(int(year), month, monthrange(int(year), month)[1])


def overtaken(text: str, written: date | None, today: date) -> bool:
    """Whether a text speaks of a day that was to come when it was ``written``, and is over on the day ``today``."""
    return written is not None and any(written < day < today for day in days_named(text))


def wrong_weekdays(dates: Iterable[DateTyped]) -> Iterator[tuple[str, str]]:
    """Give each of some dates whose weekday is another, with that weekday."""
    for typed, weekday, day in dates:
        if weekday and weekday != WEEKDAYS[day.weekday()]:
            yield typed, WEEKDAYS[day.weekday()]


def dates_a_year_early(dates: Iterable[DateTyped], meeting: date) -> Iterator[str]:
    """Give each of the dates of a text that is about a year before the meeting that the text is about."""
    for typed, _, day in dates:
        if (meeting - day).days in A_YEAR_EARLY:
            yield typed


def stale_title_year(title: str, meeting: date) -> str | None:
    """Give the year in a title, if all its years are before the year of the meeting; 2024/25 is not such a year.

    The year of a day or a month that was less than a year ago is none either: ``Minutes of 8 December 2025``.
    """
    recent = {day.year for day in days_named(title) if 0 <= (meeting - day).days < A_YEAR_EARLY.start}
    years = [year for year in _YEAR.findall(title) if int(year) not in recent]
    return years[-1] if years and all(int(year) < meeting.year for year in years) else None


def wrong_years_of(event: str, text: str, right: str) -> Iterator[str]:
    """Give each place of a text that names an event of another year: ``budget for 2025/26``.

    ``right`` is the financial year that the meeting prepares, as in 2026/27. Its budget is also called that of 2026.
    """
    named = rf"\b{re.escape(event)} (?:for |of )?(\d{{4}})(?:[/-]\d{{2,4}})?\b"
    yield from (match[0] for match in re.finditer(named, text, re.IGNORECASE) if match[1] != right[:4])
