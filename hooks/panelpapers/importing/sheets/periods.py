"""The periods of a sheet: what a heading or a cell says of them, and nothing that it does not say.

A heading may leave open what kind of period it means: June 2025 is a month, or the year or quarter that ends with it.
That is never guessed: whoever imports says it, or the figures say it that are there already.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from pydantic_core import PydanticCustomError

from ...records.calendar import MONTHS
from ...records.period import Period, read_period
from ...records.problem import slip
from ..days import DAY_FIRST, read_day

KINDS: Final = ("month", "quarter", "financial quarter", "year", "financial year", "year ending", "day")
OPEN: Final = ("month", "year", "day")
"""Kinds of which the words alone do not say whether a longer period that ends then is meant."""
_YEAR: Final = r"(?:(?P<year>\d{4})|'?(?P<short>\d{2}))"
_FINANCIAL: Final = re.compile(r"(?<![\d/])(\d{2})/(\d{2})(?![\d/])")
_MONTH_YEAR: Final = re.compile(rf"(?P<month>[A-Za-z]{{3,9}})\.?[ '’/-]*{_YEAR}")
_YEAR_MONTH: Final = re.compile(r"(?P<year>\d{4})[ /-](?P<month>[A-Za-z]{3,9}|0[1-9]|1[0-2])")
_QUARTER: Final = re.compile(r"\b(?:q|qtr|quarter) ?([1-4])\b", re.IGNORECASE)
_ENDING: Final = re.compile(
    r"(?:(?:12|twelve) months|year|yr|rolling year|rolling 12 months) (?:to|ending|ended)(?: end)?(?: of)? |YE ",
    re.IGNORECASE,
)
_OF_FINANCIAL: Final = re.compile(r"\b(\d{4}/\d{2}(?:\d{2})?)\b")


@dataclass(frozen=True, slots=True)
class Custom:
    """How the body writes: which number of a date comes first, and with which month its financial year begins."""

    first: str = DAY_FIRST
    year_begins: int = 4


def kind_of(period: Period) -> str:
    """Give what kind of period it is; a quarter of a financial year is told from one of a calendar year."""
    return "financial quarter" if period.kind == "quarter" and period.of_financial_year else period.kind


def said_period(text: str, custom: Custom) -> Period:
    """Read a period in any of the ways in which sheets write it; raise a slip where it is none."""
    words = " ".join(text.split())
    for way in _ways(words, custom.year_begins):
        try:
            return read_period(way)
        except PydanticCustomError as refused:
            if refused.type == "far-year":
                raise
    if not re.search(r"\d", words):
        raise slip(
            "period-form", f"“{words}” is not a period.", "Write one such as Q1 2025/26, June 2025 or 2024/25."
        )
    day = read_day(words, custom.first).day
    return read_period(f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def _ways(words: str, begins: int) -> list[str]:
    """Give a text as reports would write it."""
    full = _FINANCIAL.sub(lambda years: f"20{years[1]}/{years[2]}", re.sub(r"(?<=\d{4})[–—-](?=\d{2}\b)", "/", words))
    ways = [words, full]
    if ending := _ENDING.match(full):
        ways += [f"year ending {_month(full[ending.end() :])}"]
    if (quarter := _QUARTER.search(full)) and not ending:
        rest = re.sub(r"\([^)]*\)|[,:]", " ", full[: quarter.start()] + " " + full[quarter.end() :])
        ways += [f"quarter {quarter[1]} of {' '.join(rest.split()).removeprefix('of ')}"]
    if found := _OF_FINANCIAL.search(full):
        ways += [_of_financial_year(found[1], full.replace(found[1], " ").strip(" -,"), begins)]
    return [*ways, _month(full), re.sub(r"(?<=[a-z])[-–](?=[A-Z])", " to ", full)]


def _month(words: str) -> str:
    """Write ``Jun-25`` and ``2025-06`` as ``June 2025``."""
    if found := _MONTH_YEAR.fullmatch(words):
        return f"{found['month']} {found['year'] or '20' + found['short']}"
    if found := _YEAR_MONTH.fullmatch(words):
        month = found["month"]
        return f"{MONTHS[int(month) - 1] if month.isdecimal() else month} {found['year']}"
    return words


def _of_financial_year(year: str, month: str, begins: int) -> str:
    """Give a month that stands with a financial year: April 2025/26 is April 2025, and March 2025/26 March 2026."""
    number = next(
        (n for n, name in enumerate(MONTHS, 1) if len(month) > 2 and name.lower().startswith(month.lower())), 0
    )
    return f"{MONTHS[number - 1]} {int(year[:4]) + (number < begins)}" if number else ""


def of_kind(period: Period, kind: str, begins: int) -> Period:
    """Give the period of a kind that ends with a month or a day; raise a slip where that is not certain.

    ``begins`` is the month with which financial years begin.
    """
    if kind_of(period) == kind or period.start is None or period.end is None or kind not in KINDS:
        return period
    end, month = period.end, period.end.month
    ends = end.day == monthrange(end.year, month)[1]
    of_year = (month - begins) % len(MONTHS)
    fits = {
        "month": period.kind == "day",
        "quarter": ends and month % 3 == 0,
        "financial quarter": ends and of_year % 3 == 2,
        "year ending": ends,
        "year": ends and month == len(MONTHS),
        "financial year": ends and of_year == len(MONTHS) - 1,
    }
    if period.kind not in ("day", "month") or not fits.get(kind):
        fact = f"“{period.name}” does not say which {kind} is meant."
        raise slip("period-kind", fact, f"Write the {kind} in full.")
    named, start = f"{MONTHS[month - 1]} {end.year}", end.year - (month < begins)
    financial = f"{start}/{(start + 1) % 100:02}"
    names = {
        "month": named,
        "quarter": f"quarter {month // 3} of {end.year}",
        "financial quarter": f"quarter {of_year // 3 + 1} of {financial}",
        "year ending": f"year ending {named}",
        "year": f"{end.year}",
        "financial year": financial,
    }
    return read_period(names[kind])
