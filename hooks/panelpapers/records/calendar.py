"""The names that days, months, small numbers and places in an order have in English."""

from __future__ import annotations

from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def number_in_words(text: str) -> int | None:
    """Give the whole number below 100 that a text is in words: seven, Twenty-one. ``None`` where it is none."""
    tens, _, units = text.strip().lower().replace(" ", "-").partition("-")
    if units:
        return TENS[tens] + NUMBERS.index(units) if tens in TENS and units in NUMBERS[1:10] else None
    return NUMBERS.index(tens) if tens in NUMBERS else TENS.get(tens)
