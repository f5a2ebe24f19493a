"""What a printed number counts: its form, and its place in a sequence of that form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..facts.series import roman

_TOKENS: Final = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_ROMAN: Final = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_LONG: Final = 6
_GAP: Final = 9
"""How many numbers may be left out between two of a sequence."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is counted: `1.2` has the form `d.d` and counts 1 and 2; `A-3` has `A-d`; `(b)` has `(a)`.

    Letters that are Roman numbers too, such as i and C, count as either: `counts` has them as letters, `romans` as
    numbers, and `kinds` has `?` for them, `a` for other letters, `r` for Roman numbers of several, `d` for figures.
    """

    form: str
    kinds: str
    counts: tuple[int, ...]
    romans: tuple[int, ...]

    @property
    def depth(self) -> int:
        """Of how many parts it is."""
        return len(self.counts)

    @property
    def is_sub(self) -> bool:
        """Whether it numbers what stands within a paragraph: (a), iv., 3)."""
        return bool(re.fullmatch(r"\(?a\)?|\(d\)?|d\)", self.form))

    @property
    def is_small(self) -> bool:
        """Whether no minute and no section could have it: a small letter, or anything in brackets."""
        return not re.search(r"[dA]", self.form) or self.form.startswith("(")


def numeral(printed: str) -> Numeral | None:
    """Read a printed number; None for a bullet, and for nothing."""
    form = kinds = ""
    counts: list[tuple[int, int]] = []
    for token in _TOKENS.findall(printed.strip().rstrip(".:")):
        kind = _kind(token)
        form += "d" if kind == "d" else token if not kind else "a" if token.islower() else "A"
        if kind:
            kinds += kind
            letter = int(token) if kind == "d" else ord(token[0].lower()) - ord("a") + 1
            counts.append((letter, roman(token.lower()) if kind in "r?" else letter))
    return Numeral(form, kinds, *(tuple(each) for each in zip(*counts, strict=True))) if counts else None


def _kind(token: str) -> str:
    if token.isdecimal():
        return "d"
    if not token.isalpha() or not token.isascii():
        return ""
    is_roman = bool(_ROMAN.fullmatch(token.lower())) and len(token) < _LONG and (token.islower() or token.isupper())
    if len(token) > 1:
        return "r" if is_roman else ""
    return "?" if is_roman else "a"


def follows(before: Numeral, after: Numeral, gap: int = _GAP) -> bool:
    """Whether a number comes soon after another in one sequence: 902 after 901, 12/25 after 11/25, ii after i.

    With a `gap` of 1 it is the very next.
    """
    if before.form != after.form:
        return False
    kinds = {*before.kinds, *after.kinds}
    as_letters = "r" not in kinds and 0 < _step(before.counts, after.counts) <= gap
    return as_letters or ("a" not in kinds and 0 < _step(before.romans, after.romans) <= gap)


def _step(before: tuple[int, ...], after: tuple[int, ...]) -> int:
    return next((new - old for old, new in zip(before, after, strict=True) if new != old), 0)


def in_sequence(numerals: Sequence[Numeral]) -> float:
    """Give the share of numbers that follow the one before; 1 for one number alone."""
    steps = [follows(before, after) for before, after in pairwise(numerals)]
    return sum(steps) / len(steps) if steps else 1.0
