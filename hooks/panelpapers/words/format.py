"""The one formatter: how numbers, dates, times, periods and lists become text, on pages, in charts and in exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ..facts.arithmetic import difference, rounded
from ..records.calendar import MONTHS, ORDINALS, WEEKDAYS
from ..records.language import each_version, with_capital
from ..records.meeting import MeetingDay
from ..records.period import Period
from ..records.regime import Forms
from ..records.shares import VoteShare

_PARTS: Final = {
    Fraction(1, 4): "a quarter",
    Fraction(1, 3): "a third",
    Fraction(1, 2): "half",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
}
_UNSTATED: Final = {
    "latest": "the latest period (not stated)",
    "current": "the current period (not stated)",
    "now": "the current period (not stated)",
    "baseline": "the baseline period (not stated)",
}


# Numbers


def number(amount: Decimal | int, decimals: int = 0) -> str:
    """Write a number: ``1,234``, ``-4.0``. Half up, commas for thousands, a plain minus that every voice reads."""
    return f"{rounded(Decimal(amount), decimals):,.{decimals}f}"


def percent(amount: Decimal, decimals: int = 1) -> str:
    """Write a percentage: ``16.8%``."""
    return f"{number(amount, decimals)}%"


def money(amount: Decimal, decimals: int, sign: str) -> str:
    """Write an amount of money with the sign of its currency: ``£1,200``, ``-£5``."""
    text = number(amount, decimals)
    return f"-{sign}{text[1:]}" if text.startswith("-") else f"{sign}{text}"


def counted(amount: Decimal | int, singular: str, plural: str, decimals: int = 0) -> str:
    """Write a number of things: ``1 day``, ``2 days``. One, however it is written (``1.0``), is singular."""
    text = number(amount, decimals)
    return f"{text} {singular if abs(rounded(Decimal(amount), decimals)) == 1 else plural}"


def ordinal(position: int) -> str:
    """Write a position: ``first`` to ``tenth``, then ``11th``."""
    if 1 <= position <= len(ORDINALS):
        return ORDINALS[position - 1]
    ending = "th" if position % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(position % 10, "th")
    return f"{position}{ending}"


def hidden(amount: Decimal, decimals: int) -> bool:
    """Whether an amount that is not zero is rounded to zero."""
    return bool(amount) and rounded(amount, decimals).is_zero()


def rounding_shows(earlier: Decimal, later: Decimal, decimals: int) -> bool:
    """Whether a reader who subtracts the figures shown gets another difference than the one that is stated."""
    true = difference(earlier, later)
    return rounded(true, decimals) != difference(rounded(earlier, decimals), rounded(later, decimals))


def size(of_file: int) -> str:
    """Write the size of a file of so many bytes: ``812 bytes``, ``4.2 kB``, ``340 kB``, ``1.2 MB``."""
    if of_file < 1000:
        return counted(of_file, "byte", "bytes")
    if of_file < 999_500:
        return f"{number(Decimal(of_file) / 1000, 1 if of_file < 99_950 else 0)} kB"
    return f"{number(Decimal(of_file) / 1_000_000, 1)} MB"


# Lists


def listed(items: Sequence[str], joiner: str = "and", *, apart: bool = False) -> str:
    """Write a list: ``A``, ``A and B``, ``A, B and C``; ``apart`` sets lists in it apart: ``A, and B``."""
    said = [f"{item}" for item in items]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])}{',' * apart} {joiner} {said[-1]}"


def joined(parts: Iterable[str | None], by: str = ", ") -> str:
    """Join those of some texts that are there. Each keeps its language, which ``str.join`` would take from it."""
    return by.join(f"{part}" for part in parts if part)


def grouped(words: Iterable[str], told: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Give the names told with each word, the words in their order and only those that have names."""
    groups = {word: [name for said, name in told if said == word] for word in words}
    return {word: names for word, names in groups.items() if names}


def share(of: VoteShare) -> str:
    """Write a share of votes: ``at least two thirds``, ``more than half``, ``at least 80%``."""
    percent_of_it = of.part * 100
    other = f"{percent_of_it}%" if percent_of_it.denominator == 1 else f"{of.part}"
    words = _PARTS.get(of.part, other)
    return f"{'more than' if of.more else 'at least'} {words}"


def capitalised(text: str) -> str:
    """Give the text with a capital first letter, the rest as it is."""
    return each_version(text, with_capital)


# Dates and times


_forms: Final[ContextVar[tuple[str, str]]] = ContextVar("forms", default=("day month year", "2.30pm"))
"""How a day and a time are written now."""


@contextmanager
def writing(forms: Forms) -> Iterator[None]:
    """Have days and times written as a regime has them, as long as the block lasts."""
    before = _forms.set((forms.date, forms.clock))
    try:
        yield
    finally:
        _forms.reset(before)


def day(when: date) -> str:
    """Write a date: ``5 January 2026``, ``January 5, 2026``; of a second meeting: ``5 January 2026 (visit)``."""
    name = f" ({when.name})" if isinstance(when, MeetingDay) and when.name else ""
    month = MONTHS[when.month - 1]
    if _forms.get()[0] == "month day, year":
        return f"{month} {when.day}, {when.year}{name}"
    return f"{when.day} {month} {when.year}{name}"


def weekday_and_day(when: date) -> str:
    """Write a date with its weekday: ``Monday 5 January 2026``, ``Monday, January 5, 2026``."""
    comma = "," if _forms.get()[0] == "month day, year" else ""
    return f"{WEEKDAYS[when.weekday()]}{comma} {day(when)}"


def clock(when: time) -> str:
    """Write a time of day: ``2pm`` and ``2.30pm``, ``2 p.m.`` and ``2:30 p.m.``, or ``14:30``.

    Where the clock has 12 hours, 12 o'clock is told by its name.
    """
    form = _forms.get()[1]
    if form == "14:30":
        return f"{when.hour:02}:{when.minute:02}"
    american = form == "2:30 p.m."
    if when.minute == 0 and when.hour in (0, 12):
        return ("noon" if american else "midday") if when.hour else "midnight"
    half = ("a" if when.hour < 12 else "p") + (".m." if american else "m")
    minutes = f"{':' if american else '.'}{when.minute:02}" if when.minute else ""
    return f"{when.hour % 12 or 12}{minutes}{' ' if american else ''}{half}"


def ended(sentence: str) -> str:
    """End a sentence with a full stop, where no short form such as ``2:30 p.m.`` ends it with one already."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def duration(minutes: int) -> str:
    """Write how long something lasts: ``2 hours``, ``45 minutes``, ``1 hour 30 minutes``."""
    hours, rest = divmod(minutes, 60)
    parts = (counted(hours, "hour", "hours") if hours else "", counted(rest, "minute", "minutes") if rest else "")
    return " ".join(filter(None, parts))


# Periods


def period(of: Period) -> str:
    """Write a period inside a sentence: ``the year ending March 2025``, ``the 13 months from ...``, ``2025``."""
    if of.kind == "year ending":
        return f"the {of.name}"
    if of.kind == "range" and of.months:
        first, _, last = of.name.partition(" to ")
        return f"the {length(of)} from {first} to {last}"
    if of.kind == "not stated":
        return _UNSTATED.get(of.name.lower(), f"“{of.name}” (period not stated)")
    return of.name


def in_period(of: Period) -> str:
    """Write when something was so: ``in the year ending March 2025``, ``on 5 January 2026``."""
    if of.kind == "not stated" and of.name.lower() not in _UNSTATED:
        return f"for {period(of)}"
    return f"{'on' if of.kind == 'day' else 'in'} {period(of)}"


def periods(several: Sequence[Period]) -> str:
    """Write several periods: ``the years ending March 2022 and March 2024``, ``2024 and 2025``."""
    if len(several) > 1 and all(each.kind == "year ending" for each in several):
        return f"the years ending {listed([end_of_year(each) for each in several])}"
    return listed([period(each) for each in several])


def end_of_year(of: Period) -> str:
    """Write the month with which a year ends, as in ``year ending March 2025``."""
    return of.name.removeprefix("year ending ")


def in_periods(several: Sequence[Period]) -> str:
    """Write when something was so, more than once: ``in 2024 and 2025``."""
    told = [in_period(each) for each in several]
    openings = {text.split(" ")[0] for text in told}
    return f"{openings.pop()} {periods(several)}" if len(openings) == 1 else listed(told)


def period_label(of: Period) -> str:
    """Write a period on its own, as in a table: ``Year ending March 2025``, ``Latest (period not stated)``."""
    if of.kind == "not stated":
        return f"{capitalised(of.name)} (period not stated)"
    if of.kind == "range" and of.months:
        return f"{of.name} ({length(of)})"
    return capitalised(of.name)


def length(of: Period) -> str:
    """Write how long a period is: ``13 months``, ``3 years``, ``1 day``; nothing where the source does not say."""
    if of.months is None:
        return ""
    if of.kind == "range" and of.months % 12 == 0 and of.name[:4].isdigit():
        return counted(of.months // 12, "year", "years")
    return counted(of.months, "month", "months") if of.months else "1 day"
