"""Days and times of day where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ...records.calendar import MONTHS

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
