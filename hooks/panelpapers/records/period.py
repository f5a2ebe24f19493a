"""The periods that figures are for, read from the words that reports use.

Accepted, each with an example: ``year ending June 2025``, ``quarter 2 of 2025/26`` (a financial year's quarter),
``quarter 2 of 2025`` (a calendar year's), ``March 2023``, ``2024/25`` (the financial year), ``2025``,
``fiscal year 2024-25``, ``FY 2024-25``, ``2024/2025``,
``30 June 2025`` (a point in time), ``August 2023 to August 2024``, ``2023 to 2025``, and
``baseline (period not stated)`` where the source gives no period: the words before the bracket are its name.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, PlainSerializer

from .calendar import MONTHS
from .kinds import EARLIEST_YEAR, LATEST_YEAR, Takes, one_value
from .markup import check_line
from .problem import slip

PeriodKind = Literal["year ending", "quarter", "month", "financial year", "year", "day", "range", "not stated"]

Days = tuple[date | None, date | None, str]
"""First and last day of a period, or the name of one that the source does not state."""

_MONTH: Final = "(" + "|".join(MONTHS) + ")"
_FINANCIAL: Final = "(?:(?:financial|fiscal) year |FY ?)?"
_UNSTATED: Final = re.compile(r"(?P<name>.+?) \(period not stated\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included. ``name`` is how a sentence says it, without "the" in front.

    ``start`` and ``end`` are ``None`` only for a period that the source does not state; ``months`` is its length in
    whole months, 0 for a single day and ``None`` where the period is not stated.
    """

    kind: PeriodKind
    name: str
    start: date | None = None
    end: date | None = None
    months: int | None = None

    @property
    def stated(self) -> bool:
        """Whether the source says which days the figure is for."""
        return self.end is not None

    @property
    def days(self) -> Days:
        """What tells it from other periods, however it is named: 2022/23 is the year ending March 2023."""
        return self.start, self.end, "" if self.stated else self.name.lower()

    @property
    def of_financial_year(self) -> bool:
        """Whether it is a financial year or a quarter of one, whose days the publication's own year decides."""
        return self.kind == "financial year" or (self.kind == "quarter" and "/" in self.name)

    def in_year_from(self, month: int) -> Period:
        """Give a financial year or a quarter of one as it is where that year begins in another month than April."""
        if self.start is None or not self.of_financial_year:
            return self
        return _span(self.kind, self.name, self.start.year, self.start.month + month - 4, self.months or 1)

    def written(self, form: str) -> Period:
        """Give a day named as a regime writes days, whichever form was typed; any other period as it is."""
        if self.kind != "day" or self.start is None or form != "month day, year":
            return self
        return replace(self, name=f"{MONTHS[self.start.month - 1]} {self.start.day}, {self.start.year}")

    def overlaps(self, other: Period) -> bool:
        """Whether the two periods share a day; periods that are not stated share none that we know of."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start <= other.end and other.start <= self.end

    def holds(self, day: date) -> bool:
        """Whether a day lies in it, as far as that is known."""
        return self.start is not None and self.end is not None and self.start <= day <= self.end

    def comparable(self, other: Period) -> bool:
        """Whether figures for the two periods may be compared: equal in length, as far as the source states it."""
        return not (self.stated and other.stated) or self.months == other.months

    def earlier(self, months: int) -> Period | None:
        """Give the period as long that lies so many months before; ``None`` where its days are not known."""
        if self.start is None or self.end is None or self.start.year < 3:
            return None
        start, end = _months_before(self.start, months), _months_before(self.end, months)
        return Period("range", f"{months} months before {self.name}", start, end, self.months)


def _months_before(day: date, months: int) -> date:
    """Give the same day some months before; the last day of a month stays the last."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    last = monthrange(day.year, day.month)[1] == day.day
    days = monthrange(year, month + 1)[1]
    return date(year, month + 1, days if last else min(day.day, days))


def _span(kind: PeriodKind, name: str, year: int, month: int, months: int) -> Period:
    """Make the period of so many months from a first one; a 13th month is in the next year, month 0 in the last."""
    first, last = year * 12 + month - 1, year * 12 + month + months - 2
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    if months < 1:
        raise ValueError(name)
    return Period(kind, name, date(first // 12, first % 12 + 1, 1), end, months)


def _number(month: str) -> int:
    return MONTHS.index(month) + 1


def _financial_quarter(quarter: str, year: str, second: str) -> Period:
    name = f"quarter {quarter} of {_financial_year(year, second).name}"
    return _span("quarter", name, int(year), 3 * int(quarter) + 1, 3)


def _financial_year(year: str, second: str) -> Period:
    if int(second) not in (int(year) + 1, (int(year) + 1) % 100):
        raise ValueError(second)
    return _span("financial year", f"{year}/{second[-2:]}", int(year), 4, 12)


def _day(day: str, month: str, year: str) -> Period:
    at = date(int(year), _number(month), int(day))
    return Period("day", f"{int(day)} {month} {year}", at, at, 0)


def _months_range(first: str, first_year: str | None, last: str, last_year: str) -> Period:
    begins, years = int(first_year or last_year), f" {first_year}" if first_year else ""
    months = (int(last_year) - begins) * 12 + _number(last) - _number(first) + 1
    return _span("range", f"{first}{years} to {last} {last_year}", begins, _number(first), months)


_FORMS: Final[tuple[tuple[str, Callable[..., Period]], ...]] = (
    (
        rf"(?:the )?(?:year ending|year to|YE) {_MONTH} (\d{{4}})",
        lambda month, year: _span("year ending", f"year ending {month} {year}", int(year), _number(month) - 11, 12),
    ),
    (rf"(?:quarter |Q)([1-4])(?: of)? {_FINANCIAL}(\d{{4}})[/–-](\d{{2}}|\d{{4}})", _financial_quarter),
    (
        r"(?:quarter |Q)([1-4])(?: of)? (\d{4})",
        lambda quarter, year: _span("quarter", f"quarter {quarter} of {year}", int(year), 3 * int(quarter) - 2, 3),
    ),
    (rf"{_MONTH}(?: (\d{{4}}))? (?:to|until|-|–) {_MONTH} (\d{{4}})", _months_range),
    (rf"(\d{{1,2}}) {_MONTH} (\d{{4}})", _day),
    (rf"{_MONTH} (\d{{1,2}}),? (\d{{4}})(?!-\d)", lambda month, day, year: _day(day, month, year)),
    (rf"{_MONTH} (\d{{4}})", lambda month, year: _span("month", f"{month} {year}", int(year), _number(month), 1)),
    (
        r"(\d{4}) (?:to|-|–) (\d{4})",
        lambda first, last: _span("range", f"{first} to {last}", int(first), 1, 12 * (int(last) - int(first) + 1)),
    ),
    (rf"{_FINANCIAL}(\d{{4}})[/–-](\d{{2}}|\d{{4}})", _financial_year),
    (r"(\d{4})", lambda year: _span("year", year, int(year), 1, 12)),
)
"""Every form of a period. Where one form holds another, as a day holds a month, the longer stands first."""


def _full_months(typed: str) -> str:
    """Write ``Jun`` as ``June``: editors copy both from reports."""
    names = {name[:3].lower(): name for name in MONTHS} | {"sept": "September"} | {n.lower(): n for n in MONTHS}
    return re.sub(r"[A-Za-z]+", lambda word: names.get(word[0].lower(), word[0]), typed)


def _of_our_age(period: Period, words: str) -> Period:
    if period.start and period.end and not EARLIEST_YEAR <= period.start.year <= period.end.year <= LATEST_YEAR:
        raise slip("far-year", f'"{words}" is in another age than the papers of a panel.', "Check the year.")
    return period


def read_period(value: Any) -> Period:
    """Read a period from the words of a report; raise a slip with the accepted forms for anything else."""
    if isinstance(value, Period):
        return value
    words = one_value(value)
    if unstated := _UNSTATED.fullmatch(words):
        return Period("not stated", check_line(unstated["name"]))
    typed = _full_months(" ".join(words.split()))
    for form, build in _FORMS:
        if match := re.fullmatch(form, typed, re.IGNORECASE | re.ASCII):
            try:
                return _of_our_age(build(*match.groups()), words)
            except ValueError:
                break
    fix = (
        "Write it as one of these: year ending June 2025; quarter 2 of 2025/26; March 2023; 2024/25; 2025; "
        "April to August 2025."
    )
    raise slip("period-form", f'"{words}" is not a period that this form can read.', fix)


_IN_TEXT: Final = tuple(
    (
        re.compile(rf"(?<![\w.,/]){form}(?![\w%/]|[.,]\d)".replace(r"(\d{4})", r"((?:19|20)\d{2})"), re.IGNORECASE),
        build,
    )
    for form, build in _FORMS[:-1]
)


def named_period(name: str) -> Period | None:
    """Give the stated period that a name is, such as that of a series, or ``None`` where it is another name."""
    try:
        period = read_period(name)
    except ValueError:
        return None
    return period if period.stated else None


def periods_in(text: str) -> tuple[str, tuple[Period, ...]]:
    """Give a text with "…" in place of each period that it names in a form of ``read_period``, and these periods.

    A year alone stays in the text, because a figure can look like one.
    """
    found: list[Period] = []

    def taken_out(match: re.Match[str], build: Callable[..., Period]) -> str:
        try:
            found.append(build(*match.groups()))
        except ValueError:
            return match[0]
        return "…"

    text = _full_months(text)
    for form, build in _IN_TEXT:
        text = form.sub(partial(taken_out, build=build), text)
    return text, tuple(found)


Span = Annotated[
    Period,
    BeforeValidator(read_period),
    PlainSerializer(lambda period: period.name),
    Takes("a period, such as year ending June 2025"),
]
