"""The kinds of value that editors type, each read from the text exactly as typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Final, TypeVar, get_args

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from . import limits
from .calendar import MONTHS, number_in_words
from .language import as_tag, preferred, tag_of
from .markup import check_line, check_passage
from .other_words import meant_by
from .problem import slip

_NUMBER: Final = re.compile(r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_ELSEWHERE: Final = re.compile(
    r"([-−+]?)(\d{1,3}(?:([ '’.])\d{3}(?:\3\d{3})*)?|\d+)(?:(?:,|(?<=[ '’]\d{3})\.)(\d+))?", re.ASCII
)
"""A figure as other languages write it: thousands with a space, an apostrophe or a point, decimals with a comma."""
_CHANGES: Final = re.compile(
    r"[-−(]|(?<![a-z])(?:k|thousand|m|million|mio|bn|billion|mrd|trillion)(?![a-z])", re.IGNORECASE
)
"""What makes another figure of the one beside it: a sign, brackets around it, the word for its size."""
_DIGITS: Final = str.maketrans("OoIl|SBZ", "00111582")
"""Letters that are typed, or read by a scanner, in place of a digit."""
_LETTERED: Final = re.compile(r"[-−]?(?=\D*\d)(?:[\d.,OoIl|]|[SBZ](?=[\d.]))+", re.ASCII)
_CLOCK: Final = re.compile(
    r"(\d{1,2})(?:(?:[:.h]| uhr )?(\d{2}))?\s*([ap]\.?\s?m\.?|hrs|hours|h|uhr|noon)?", re.IGNORECASE
)
"""A time as people write it elsewhere: 6:00 p.m., 18h00, 1800 hrs."""
_YES: Final = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}

_NOON: Final = 12
_LAST_AFTERNOON: Final = 7
"""A meeting at 2:00 may be in the night or in the afternoon; one at 9:00 is in the morning."""

EARLIEST_YEAR = 1900
LATEST_YEAR = 2199
"""No paper of a panel speaks of a day outside of these years: one that seems to was typed wrongly."""


def one_value(value: Any, most: int = limits.SHORT) -> str:
    """Give the text as typed. Refuse a list or a group of names, and a text of more than ``most`` letters.

    Every reader begins with it, so that none looks through a text without end.
    """
    if isinstance(value, str):
        if len(value) > most:
            fact = f"This has {len(value):,} letters, and there is room for {most:,}."
            raise slip("too-many-letters", fact, "Shorten it, or divide it if there is a place for the rest.")
        return value.strip()
    what = "a list" if isinstance(value, list) else "a group of names"
    raise slip("one-value", f"There is {what} here, where one value belongs.", "Write one value on this line.")


def read_date(value: Any) -> date:
    """Read ``2026-01-05``. Other ways to write a date are refused with the date as it should be typed."""
    if isinstance(value, date):
        return value
    typed = one_value(value)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", typed, re.ASCII):
        if not EARLIEST_YEAR <= int(typed[:4]) <= LATEST_YEAR:
            raise slip("far-year", f'"{typed}" is in another age than the papers of a panel.', "Check the year.")
        try:
            return date.fromisoformat(typed)
        except ValueError:
            raise _no_such_day(typed) from None
    suggestion = guess_date(typed)
    if suggestion is None and _numbers_of_date(typed):
        raise _no_such_day(typed)
    fix = "Write the year, the month and the day as numbers, with hyphens: 2026-01-05."
    raise slip("date-form", f'"{typed}" is not a date that this form can read.', fix, suggestion)


def _no_such_day(typed: str) -> PydanticCustomError:
    return slip("no-such-day", f'There is no day "{typed}" in the calendar.', "Check the month and the day.")


def guess_date(typed: str) -> str | None:
    """Turn ``5/1/2026``, ``5 January 2026``, ``January 5, 2026`` or ``2026-1-5`` into ``2026-01-05``."""
    numbers = _numbers_of_date(typed)
    try:
        return date(*numbers).isoformat() if numbers else None
    except ValueError:
        return None


def may_be_two_days(typed: str) -> bool:
    """Whether a date in numbers is another day where months come first, such as 4/2/2026."""
    found = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}", typed)
    first, second = (int(found[1]), int(found[2])) if found else (0, 0)
    return first != second and max(first, second) <= len(MONTHS)


def _numbers_of_date(typed: str) -> tuple[int, int, int] | None:
    """Give the year, the month and the day that were typed in another form, be there such a day or not."""
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", typed):
        year, month, day = map(int, match.groups())
    elif match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", typed):
        day, month, year = map(int, match.groups())
        if month > len(MONTHS) >= day:
            day, month = month, day
    elif match := re.search(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", typed):
        return _numbers_of_date(f"{match[2]} {match[1]} {match[3]}")
    elif match := re.search(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,})\.?,?\s+(\d{4})", typed):
        found = [n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(match[2].lower())]
        if len(found) != 1:
            return None
        day, month, year = int(match[1]), found[0], int(match[3])
    else:
        return None
    return year, month, day


def read_time(value: Any) -> time:
    """Read ``14:00``, a time of day on the 24-hour clock in the panel's own time zone."""
    if isinstance(value, time):
        return value
    typed = one_value(value)
    if re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", typed, re.ASCII):
        return time.fromisoformat(typed)
    suggestion: str | None = None
    perhaps: tuple[str, ...] = ()
    if match := _CLOCK.fullmatch("12 noon" if typed.lower() in ("noon", "midday") else typed):
        hour, minute, half = int(match[1]), int(match[2] or 0), re.sub(r"[.\s]", "", match[3] or "").lower()
        hour = hour % 12 + 12 * (half == "pm") if half in ("am", "pm") and hour <= _NOON else hour
        if hour < 24 and minute < 60:
            suggestion = f"{hour:02}:{minute:02}"
        if suggestion and not match[3] and 1 <= hour <= _LAST_AFTERNOON and not match[1].startswith("0"):
            perhaps, suggestion = (suggestion, f"{hour + 12:02}:{minute:02}"), None
        elif suggestion and half == "am" and hour > _NOON:
            perhaps, suggestion = (suggestion,), None  # 17:02am says two things
    fix = "Write the time on the 24-hour clock, with a colon: 14:00."
    raise slip("time-form", f'"{typed}" is not a time that this form can read.', fix, suggestion, perhaps)


def read_yes_no(value: Any) -> bool:
    """Read ``yes`` or ``no``."""
    if isinstance(value, bool):
        return value
    typed = one_value(value)
    if typed.lower() in _YES:
        return _YES[typed.lower()]
    guess = {"y": "yes", "t": "yes", "1": "yes", "n": "no", "f": "no", "0": "no"}.get(typed[:1].lower())
    raise slip("yes-or-no", f'"{typed}" is not "yes" or "no".', "Write yes or no.", guess)


def read_number(value: Any) -> Decimal:
    """Read a figure exactly as typed: ``13.5``, ``32,500``, ``-4``. No unit, no words."""
    fix = "Write the figure alone, with digits and at most one point. The unit has a field of its own."
    return _number(value, fix)


def _number(value: Any, fix: str) -> Decimal:
    if isinstance(value, (Decimal, int)) and not isinstance(value, bool):
        return Decimal(value)
    typed = one_value(value, limits.LINE)
    if _NUMBER.fullmatch(typed):
        return _of_a_size(Decimal(typed.replace(",", "").replace("−", "-")))
    if otherwise := _written_otherwise(typed):
        fact = f'"{typed}" is not written as figures are here: a comma between thousands, a point before decimals.'
        raise slip("number-form", fact, f"Write {otherwise} if that is meant.", otherwise)
    if _LETTERED.fullmatch(typed) and _NUMBER.fullmatch(digits := typed.translate(_DIGITS)):
        fact = f'"{typed}" has a letter where a digit belongs.'
        raise slip("number-form", fact, f"Write {digits} if that is meant.", digits)
    signed = re.sub(r"^([-−]) ?([£$€])", r"\2\1", typed)
    if (in_words := number_in_words(typed)) is not None:
        raise slip("number-form", f'"{typed}" is not written in figures.', fix, str(in_words))
    found = _NUMBER.search(signed)
    rest = signed.replace(found[0], "", 1) if found else ""
    alone = not re.search(r"\d|^[OIlSBZ]\Z", rest) and not _CHANGES.search(rest)
    raise slip("number-form", f'"{typed}" is not a number.', fix, found[0] if found and alone else None)


def _written_otherwise(typed: str) -> str | None:
    """Turn ``.5``, and ``1 234,5``, ``1'234``, ``1.234.567`` or ``12,5`` of other languages, into our way."""
    if re.fullmatch(r"[-−]?\.\d+", typed):
        return typed.replace(".", "0.")
    found = _ELSEWHERE.fullmatch(typed)
    if not found or _NUMBER.fullmatch(typed):
        return None
    sign, digits, _, decimals = found.groups()
    return f"{sign}{int(re.sub(r'[^0-9]', '', digits)):,}" + (f".{decimals}" if decimals else "")


def _of_a_size(number: Decimal) -> Decimal:
    """Refuse a figure with more digits than can be worked with; a zero loses its sign."""
    _, digits, exponent = number.as_tuple()
    if len(digits) > limits.DIGITS or -int(exponent) > limits.DECIMALS:
        fact = f"A figure has at most {limits.DIGITS} digits, {limits.DECIMALS} of them after its point."
        raise slip("number-size", fact, "Check the figure. A very large one can be given in thousands or millions.")
    return number if number else abs(number)


def read_count(value: Any) -> int:
    """Read a whole number of 0 or more, as typed."""
    fix = "Write a whole number, such as 8."
    number = _number(value, fix)
    if number != int(number) or number < 0:
        raise slip("whole-number", f'"{value}" is not a whole number.', fix)
    return at_most(limits.COUNT)(int(number))


def at_most(most: int, least: int = 0) -> Callable[[int], int]:
    """Make the check of a whole number that is limited."""

    def check(number: int) -> int:
        if not least <= number <= most:
            raise slip("number-size", f"This number can be {least} to {most:,}.", "Check the number.")
        return number

    return check


def read_language(value: Any) -> str:
    """Read the tag of a language: ``cy``, ``de-CH``. Its English name is refused, with the tag to type."""
    typed = one_value(value, limits.NAME)
    if (tag := as_tag(typed)) is not None:
        return tag
    fix = "Write its short sign, such as cy for Welsh, de for German or en-US for American English."
    raise slip("unknown-language", f'"{typed}" is not the sign of a language.', fix, tag_of(typed))


def read_line(value: Any) -> str:
    """Read one line of plain text, without Markdown; or one for each of several languages."""
    return _in_its_languages(value, lambda typed: check_line(one_value(typed, limits.LINE)))


def read_passage(value: Any) -> str:
    """Read a text of one or more paragraphs in the Markdown that ``markup`` names; or one for each language."""
    return _in_its_languages(value, lambda typed: check_passage(one_value(typed, limits.PASSAGE)))


def _in_its_languages(value: Any, read: Callable[[Any], str]) -> str:
    """Read every version of a text, and give the one that the software uses. The record remembers them all."""
    if not isinstance(value, dict) or not any(map(as_tag, value)):
        return read(value)
    return preferred({read_language(tag): read(text) for tag, text in value.items()})[1]


def read_reasons(value: Any) -> Any:
    """Read codes with a reason each; their own reader takes the reasons. A code alone is refused."""
    if isinstance(value, dict):
        return value
    fix = 'Write the code, a colon and the reason under "known:", such as wrong-weekday: The paper prints it so.'
    raise slip("reason-needed", "Each warning that is known needs its reason.", fix)


def _read_choice(choices: tuple[str, ...], value: Any) -> str:
    """Read one of a few words; capitals do not matter."""
    typed = one_value(value)
    said = " ".join(typed.lower().split())
    if said in choices:
        return said
    words = ", ".join(f'"{choice}"' for choice in choices)
    fact = f'"{typed}" is not one of the words that belong here.'
    raise slip("unknown-word", fact, f"Write one of {words}.", meant_by(said, choices))


@dataclass(frozen=True, slots=True)
class Takes:
    """What people type in a field of a kind, in the words of the guide.

    ``pattern`` is what its form alone tells, of the whole text, for programs that help to type it. It may let through
    what the reader then refuses, and refuses nothing that people are told to type.
    """

    words: str
    pattern: str = ""


Day = Annotated[date, BeforeValidator(read_date), Takes("a date, such as 2026-01-05", r"\d{4}-\d{2}-\d{2}")]
ClockTime = Annotated[time, BeforeValidator(read_time), Takes("a time, such as 14:00", r"([01]\d|2[0-3]):[0-5]\d")]
YesNo = Annotated[bool, BeforeValidator(read_yes_no), Takes("yes or no")]
Count = Annotated[int, BeforeValidator(read_count), Takes("a whole number", r"\+?(\d{1,3}(,\d{3})+|\d+)(\.0+)?")]
Language = Annotated[str, BeforeValidator(read_language), Takes("the sign of a language, such as cy")]
Line = Annotated[str, BeforeValidator(read_line), Takes("one line of plain text")]
Passage = Annotated[str, BeforeValidator(read_passage), Takes("text, in paragraphs")]
Reasons = Annotated[dict[str, Line], BeforeValidator(read_reasons)]


class _OneOf:
    """Reads one of the words of a ``Literal``, which are typed there alone."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        read = partial(_read_choice, get_args(source))
        return core_schema.no_info_before_validator_function(read, handler(source))


_Words = TypeVar("_Words")
Choice = Annotated[_Words, _OneOf()]
"""One of a few words: ``Better = Choice[Literal["higher", "lower"]]``."""
