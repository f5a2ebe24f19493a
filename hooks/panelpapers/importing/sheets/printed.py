"""What a cell of a spreadsheet shows: a number or a day as its format prints it.

A format is that of Office Open XML (ECMA-376, part 1, 18.8.31), as far as reports have figures and days in it.
In one that is not known, such as a fraction, the number stands as it is.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from ...records.calendar import MONTHS

_TOKEN: Final = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<sign>.)|[_*].|\[\$(?P<money>[^\]-]*)[^\]]*\]|(?P<condition>\[[<>=][^\]]*\])|\[[^\]]*\]'
    r"|(?P<digits>[0#?][0#?,]*+(?:\.[0#?]*+)?,*+|\.[0#?]+)|(?P<unknown>[Ee][+-]|/|@|General)|(?P<other>.)",
    re.DOTALL,
)
_QUOTED: Final = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_SECTIONS: Final = re.compile(r'(?:"[^"]*"|\\.|[^;"])*')


def number_as_printed(value: float, code: str) -> str:
    """Give a number as its cell shows it under a format: 0.135 under ``0.0%`` is 13.5%."""
    number = Decimal(f"{value:.15g}")  # the digits that a spreadsheet works with
    sections = [found[0] for found in _SECTIONS.finditer(code)][::2] if ";" in code else [code]
    own = 1 if number < 0 and len(sections) > 1 else 2 if number == 0 and len(sections) > 2 else 0
    tokens = list(_TOKEN.finditer(sections[own]))
    patterns = [token["digits"] for token in tokens if token["digits"]]
    if len(patterns) > 1 or not sections[own] or any(token["unknown"] or token["condition"] for token in tokens):
        plain = f"{number:f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    number *= 100 ** sum(token["other"] == "%" for token in tokens)
    digits = _digits(abs(number), patterns[0]) if patterns else ""
    minus = "-" if number < 0 and own == 0 and digits.strip("0.,") else ""
    shown = (
        digits if token["digits"] else token["text"] or token["sign"] or token["money"] or token["other"] or ""
        for token in tokens
    )
    return f"{minus}{''.join(shown)}".strip()


def _digits(number: Decimal, pattern: str) -> str:
    """Write the digits of a number: how many, with or without commas, in thousands or not."""
    whole, _, places = pattern.rstrip(",").partition(".")
    number /= 1_000 ** (len(pattern) - len(pattern.rstrip(",")))
    rounded = number.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    first, _, last = f"{rounded:f}".partition(".")
    first = first.lstrip("0").zfill(whole.count("0"))
    least = len(places.rstrip("#?"))
    last = last[:least] + last[least:].rstrip("0")
    first = re.sub(r"(?<=\d)(?=(?:\d{3})+\Z)", ",", first) if "," in whole else first
    return f"{first}.{last}" if last else first


def day_as_printed(value: date | time | timedelta, code: str) -> str:
    """Give a day, a month or a time of a cell as far as its format shows it: ``2026-01-05``, June 2025, 8:43."""
    shown = _QUOTED.sub("", code).lower()
    if isinstance(value, datetime | date) and re.search("[dy]|m{3}", shown):
        day = value.strftime("%Y-%m-%d")
        clock = f" {value:%H:%M}" if isinstance(value, datetime) and "h" in shown else ""
        if "d" in shown:
            return f"{day}{clock}"
        month = MONTHS[value.month - 1]
        return (
            f"{month} {value.year}" if "m" in shown and "y" in shown else month if "m" in shown else str(value.year)
        )
    return _clock(value, shown)


def _clock(value: date | time | timedelta, shown: str) -> str:
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
    else:
        clock = value if isinstance(value, time) else datetime.combine(date.min, time.min)
        clock = value.time() if isinstance(value, datetime) else clock
        seconds = clock.hour * 3600 + clock.minute * 60 + clock.second
    minutes, rest = divmod(seconds, 60)
    if "h" not in shown:
        return f"{minutes}:{rest:02}"
    hours = (
        f"{minutes // 60:02}:{minutes % 60:02}" if isinstance(value, time) else f"{minutes // 60}:{minutes % 60:02}"
    )
    return f"{hours}:{rest:02}" if "s" in shown else hours
