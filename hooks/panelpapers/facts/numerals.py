"""Roman numbers, in which resolutions and recommendations are counted."""

from __future__ import annotations

from typing import Final

_LETTERS: Final = {"i": 1, "v": 5, "x": 10, "l": 50}


def roman(numeral: str) -> int:
    """Give the number that small roman letters stand for: ``iv`` is 4. Other letters raise ``KeyError``."""
    values = [_LETTERS[letter] for letter in numeral]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
