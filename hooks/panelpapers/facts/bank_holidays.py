"""England's bank holidays and the breaks that section 243 of the Local Government Act 1972 makes of them.

The days come from the library ``holidays``, which also knows the single ones, such as the day of a state funeral.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

ONE_DAY: Final = timedelta(days=1)
SUNDAY: Final = 6
_OFFICIAL_NAMES: Final = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}
"""Names as GOV.UK gives them, where the library has others."""


@lru_cache(maxsize=64)
def _of_year(year: int) -> Mapping[date, str]:
    # Imported here because it costs half a second, which is only due where a date is worked out.
    from holidays import country_holidays

    found = country_holidays("GB", subdiv="ENG", years=year, language="en_GB")
    return {day: _official(name) for day, name in sorted(found.items())}


def _official(name: str) -> str:
    plain = name.replace(" (observed)", "")
    return _OFFICIAL_NAMES.get(plain, plain) + (" (substitute day)" if plain != name else "")


def bank_holiday(day: date) -> str | None:
    """Give the name of the bank holiday in England that falls on a day, or ``None``. Weekends are not asked about."""
    return _of_year(day.year).get(day)


def section_243_break(day: date) -> str | None:
    """Give the name of the break that a day belongs to under section 243, or ``None``.

    The Christmas break runs from the last week day before Christmas Day to the first week day after it that is not a
    bank holiday; the Easter break from the Thursday before to the Tuesday after Easter Day; the break of any other
    bank holiday from the last week day before it to the next week day that is not one. A week day is any day but
    Sunday: the section sets Sundays apart, and no other day of the week.
    """
    for first, last, name in _breaks_near(day):
        if first <= day <= last:
            return name
    return None


def _breaks_near(day: date) -> Iterator[tuple[date, date, str]]:
    yield from _fixed_breaks(day.year)
    for holiday in (day + ONE_DAY * away for away in range(-7, 8)):
        name = bank_holiday(holiday)
        if name and not any(first <= holiday <= last for first, last, _ in _fixed_breaks(holiday.year)):
            yield _week_day_before(holiday), _working_week_day_after(holiday), f"bank holiday break ({name})"


def _fixed_breaks(year: int) -> tuple[tuple[date, date, str], ...]:
    christmas = date(year, 12, 25)
    easter_monday = next(day for day, name in _of_year(year).items() if name == "Easter Monday")
    return (
        (_week_day_before(christmas), _working_week_day_after(christmas), "Christmas break"),
        (easter_monday - ONE_DAY * 4, easter_monday + ONE_DAY, "Easter break"),
    )


def _week_day_before(day: date) -> date:
    earlier = day - ONE_DAY
    return earlier - ONE_DAY if earlier.weekday() == SUNDAY else earlier


def _working_week_day_after(day: date) -> date:
    later = day + ONE_DAY
    while later.weekday() == SUNDAY or bank_holiday(later):
        later += ONE_DAY
    return later
