"""Amounts, known and unknown, and what they have to do with each other. What they measure is no matter here."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

Key = Hashable
Amount = int | Fraction
"""An exact number; a whole one is better an ``int``, with which Python reckons ten times as fast."""


@dataclass(frozen=True, slots=True)
class Known:
    """An amount that readers know, within half a unit of its last digit; no value where only they know it."""

    value: Fraction | None
    half: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Limits:
    """Between what an amount lies, both included; ``None`` is no limit. ``decimals`` are those it is printed with."""

    low: Amount | None = None
    high: Amount | None = None
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

    @property
    def choices(self) -> range:
        """Every whole number between the limits; empty where there are no two limits or the amount is not whole."""
        if not self.whole or self.low is None or self.high is None:
            return range(0)
        return range(ceil(self.low), floor(self.high) + 1)

    def meets(self, low: Amount, high: Amount) -> bool:
        """Whether something between two other limits lies between these."""
        return (self.low is None or self.low <= high) and (self.high is None or low <= self.high)


def _printed(amount: Amount, decimals: int) -> int:
    """Give the digits that an amount is printed with, half rounded up and away from zero."""
    digits: int = floor(abs(amount) * 10**decimals + Fraction(1, 2))
    return digits if amount > 0 else 0 - digits


@dataclass(frozen=True, slots=True)
class Sum:
    """Amounts that add up to nothing when each is multiplied by its factor: parts, less their total."""

    terms: tuple[tuple[Key, Amount], ...]

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
    scale: Amount

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
        return Limits(simplest(known.value - known.half), simplest(known.value + known.half))


def simplest(amount: Amount) -> Amount:
    """Give a whole number as an ``int``."""
    return amount.numerator if amount.denominator == 1 else amount


def divided(amount: Amount, by: Amount) -> Amount:
    """Divide exactly."""
    return amount * by if by in (1, -1) else simplest(Fraction(amount) / by)
