"""Values that differ from country to country: time zones, currencies, and days that come every year."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator

from .calendar import MONTHS
from .kinds import Takes, one_value
from .problem import slip


def read_zone(value: Any) -> str:
    """Read the name of a time zone, as the IANA list has it: ``Europe/Paris``."""
    typed = one_value(value)
    try:
        ZoneInfo(typed)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        fix = "Write the name of a large city in it, as the IANA list of time zones has it: Europe/Paris."
        raise slip("time-zone", f'"{typed}" is not a time zone.', fix) from None
    return typed


def read_currency(value: Any) -> str:
    """Read a currency by the three letters of ISO 4217: ``EUR``."""
    typed = one_value(value)
    if re.fullmatch(r"[A-Z]{3}", typed.upper(), re.ASCII):
        return typed.upper()
    raise slip("currency", f'"{typed}" is not a currency.', "Write its three letters in ISO 4217, such as EUR.")


def read_day_of_year(value: Any) -> tuple[int, int]:
    """Read a day that comes every year, ``1 February``, as month and day."""
    typed = one_value(value)
    match = re.fullmatch(rf"(\d{{1,2}}) ({'|'.join(MONTHS)})", typed, re.ASCII)
    try:
        day = date(2001, MONTHS.index(match[2]) + 1, int(match[1])) if match else None
    except ValueError:
        day = None
    if day is None:
        raise slip("day-of-year", f'"{typed}" is not a day of every year.', "Write it as 1 February.")
    return day.month, day.day


SIGNS: Final = {"GBP": "£", "USD": "$", "EUR": "€", "JPY": "¥"}
"""Signs that stand before an amount of money; another currency has its letters there, and a space."""


def sign_of(currency: str | None) -> str:
    """Give what stands before an amount of money: ``£``, or ``CHF`` and a space that keeps the two together."""
    return SIGNS.get(currency, f"{currency}\u00a0") if currency else ""


TimeZone = Annotated[str, BeforeValidator(read_zone), Takes("a time zone, such as Europe/Paris")]
Currency = Annotated[str, BeforeValidator(read_currency), Takes("three letters, such as EUR")]
DayOfYear = Annotated[
    tuple[int, int], BeforeValidator(read_day_of_year), Takes("a day of every year, such as 1 February")
]
