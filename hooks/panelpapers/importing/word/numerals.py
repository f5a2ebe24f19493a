"""The ways in which Word writes a counted number: 27 as "27", "aa", "xxvii", "27th" or "Twenty-Seventh"."""

from __future__ import annotations

from collections.abc import Callable

from ...records.calendar import NUMBERS, TENS

_ROMAN = {"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40}
_ROMAN |= {"x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINALS |= {"twelve": "twelfth"}
_MARKS = "*†‡§"


def roman(number: int) -> str:
    """Write a number in small Roman numerals; what they cannot say (0, or 4000 and more) stays in figures."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for letters, value in _ROMAN.items():
        count, number = divmod(number, value)
        written += letters * count
    return written


def letter(number: int) -> str:
    """Write a number as a small letter, up to 780 as Word does: after z come aa, bb, and after zz comes aaa."""
    if not 0 < number <= 30 * 26:
        return str(number)
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def ordinal(number: int) -> str:
    """Write 1st, 2nd, 3rd, 4th, 11th, 21st."""
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def in_words(number: int) -> str:
    """Write a number under 100 in words with a capital; a larger one stays in figures."""
    if not 0 <= number < 100:
        return str(number)
    if number < len(NUMBERS):
        return NUMBERS[number].capitalize()
    tens = next(name for name, value in TENS.items() if value == number // 10 * 10).capitalize()
    return f"{tens}-{NUMBERS[number % 10]}" if number % 10 else tens


def ordinal_in_words(number: int) -> str:
    """Write First, Second, Twenty-first; from 100 on in figures."""
    if not 0 < number < 100:
        return ordinal(number)
    start, hyphen, last = in_words(number).rpartition("-")
    last = last.lower()
    ending = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{start}{hyphen}{ending}" if hyphen else ending.capitalize()


_WAYS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": ordinal,
    "cardinalText": in_words,
    "ordinalText": ordinal_in_words,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "chicago": lambda number: _MARKS[(number - 1) % 4] * ((number - 1) // 4 % 10 + 1),
    "decimalEnclosedCircle": lambda number: chr(0x2460 + number - 1) if 0 < number < 21 else str(number),
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def written(number: int, way: str, sample: str = "") -> str:
    """Write a number in the way that a list names; `sample` is that of a custom way: "001, 002, 003, ...".

    A way that is not known here, such as those of East Asia, is written in figures.
    """
    if way == "custom":
        return str(number).zfill(len(sample[:10].split(",")[0].strip()))
    return _WAYS.get(way, str)(number)
