"""Amounts, known and unknown, and what they have to do with each other. What they measure is no matter here."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

Key = Hashable


@dataclass(frozen=True, slots=True)
class Known:
    """An amount that readers know, within half a unit of its last digit; no value where only they know it."""

    value: Fraction | None
    half: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Limits:
    """Between what an amount lies, both included; ``None`` is no limit. ``decimals`` are those it is printed with."""

    low: Fraction | None = None
    high: Fraction | None = None
    whole: bool = False
    decimals: int | None = None

    @property
    def one(self) -> bool:
        """Whether all that lies between the limits is printed as one figure."""
        if self.low is None or self.high is None:
            return False
        return self.low == self.high or (
            self.decimals is not None and _printed(self.low, self.decimals) == _printed(self.high, self.decimals)
        )

    def meets(self, low: Fraction, high: Fraction) -> bool:
        """Whether something between two other limits lies between these."""
        return (self.low is None or self.low <= high) and (self.high is None or low <= self.high)


def _printed(amount: Fraction, decimals: int) -> int:
    """Give the digits that an amount is printed with, half rounded up and away from zero."""
    digits: int = floor(abs(amount) * 10**decimals + Fraction(1, 2))
    return digits if amount > 0 else 0 - digits


@dataclass(frozen=True, slots=True)
class Sum:
    """Amounts that add up to nothing when each is multiplied by its factor: parts, less their total."""

    terms: tuple[tuple[Key, Fraction], ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """Give the amounts."""
        return tuple(key for key, _ in self.terms)


@dataclass(frozen=True, slots=True)
class Product:
    """A share of a base is the scale times a part: 30% of 50 is 100 times 15. None of the three is below zero."""

    share: Key
    base: Key
    part: Key
    scale: Fraction

    @property
    def keys(self) -> tuple[Key, ...]:
        """Give the three amounts."""
        return (self.share, self.base, self.part)


Relation = Sum | Product


@dataclass(frozen=True)
class System:
    """Amounts and what they have to do with each other. What is not known lies within its limits, if it has any."""

    known: Mapping[Key, Known]
    limits: Mapping[Key, Limits]
    relations: tuple[Relation, ...]

    def span(self, key: Key) -> Limits:
        """Give the limits between which an amount lies."""
        known = self.known.get(key)
        if known is None or known.value is None:
            return self.limits.get(key, Limits())
        return Limits(known.value - known.half, known.value + known.half)
