"""What a printed number counts: its form, and its place in a sequence of that form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_TOKENS: Final = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_ROMAN: Final = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_WORTH: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_GAP: Final = 9
"""How many numbers may be left out between two of a sequence."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is counted: `1.2` has the form `d.d` and counts 1 and 2; `A-3` has `A-d`; `(a)` has `(a)`."""

    form: str
    counts: tuple[int, ...]

    @property
    def depth(self) -> int:
        """Of how many parts it is."""
        return len(self.counts)

    @property
    def is_sub(self) -> bool:
        """Whether it numbers what stands within a paragraph: (a), iv., 3)."""
        return bool(re.fullmatch(r"\(?[ar]\)?|\(d\)?|d\)", self.form))


def numeral(printed: str) -> Numeral | None:
    """Read a printed number; None for a bullet, and for nothing."""
    text = printed.strip().rstrip(".:")
    form, counts = "", []
    for token in _TOKENS.findall(text):
        if token.isdigit():
            form, counts = f"{form}d", [*counts, int(token)]
        elif token.isalpha() and (len(token) == 1 or _is_roman(token)):
            lower = token.islower()
            is_letter = len(token) == 1
            form += ("a" if is_letter else "r") if lower else "A"
            counts.append(ord(token.lower()) - ord("a") + 1 if is_letter else roman(token))
        else:
            form += token
    return Numeral(form, tuple(counts)) if counts else None


def roman(text: str) -> int:
    """Give what a Roman number is worth."""
    worth = [_WORTH[sign] for sign in text.lower()]
    return sum(-here if here < after else here for here, after in pairwise([*worth, 0]))


def follows(before: Numeral, after: Numeral) -> bool:
    """Whether a number comes soon after another in one sequence: 902 after 901, 12/25 after 11/25, 2.1 after 1.3."""
    if before.form != after.form:
        return False
    changed = [place for place, pair in enumerate(zip(before.counts, after.counts, strict=True)) if pair[0] != pair[1]]
    return bool(changed) and 0 < after.counts[changed[0]] - before.counts[changed[0]] <= _GAP


def in_sequence(numerals: Sequence[Numeral]) -> float:
    """Give the share of numbers that follow the one before; 1 for one number alone."""
    steps = [follows(before, after) for before, after in pairwise(numerals)]
    return sum(steps) / len(steps) if steps else 1.0


def _is_roman(token: str) -> bool:
    return bool(_ROMAN.fullmatch(token.lower())) and len(token) < 6 and (token.islower() or token.isupper())
