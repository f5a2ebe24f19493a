"""What rounding, whole numbers and sums leave of the limits between which amounts lie, narrowed step by step."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor
from typing import Final

from .equations import Key, Limits, Product, Relation, Sum

MOST_VISITS: Final = 6_000
"""Most looks at a relation for one question. Past that, what was narrowed stands, and nothing more is claimed."""

Bound = tuple[Key, Fraction | None, Fraction | None]


class Contradiction(Exception):  # noqa: N818 - said as people say it
    """No amounts can be all that is said of them."""


@dataclass
class Patience:
    """How many more relations may be looked at."""

    left: int = MOST_VISITS

    def spent(self) -> bool:
        """Take one look, and say whether there were none left."""
        self.left -= 1
        return self.left < 0


def narrowed(
    limits: Mapping[Key, Limits], relations: Sequence[Relation], patience: Patience | None = None
) -> dict[Key, Limits]:
    """Give narrower limits for the amounts of some relations. Raises ``Contradiction`` where nothing is left."""
    patience = patience or Patience()
    found = dict(limits)
    at: dict[Key, list[int]] = defaultdict(list)
    for number, relation in enumerate(relations):
        for key in relation.keys:
            at[key].append(number)
    waiting, queued = deque(range(len(relations))), set(range(len(relations)))
    while waiting and not patience.spent():
        number = waiting.popleft()
        queued.discard(number)
        for key, low, high in _bounds(relations[number], found):
            narrower = _within(found[key], low, high)
            if narrower != found[key]:
                found[key] = narrower
                fresh = [other for other in at[key] if other not in queued]
                waiting.extend(fresh)
                queued.update(fresh)
    return found


def fixes(
    limits: Mapping[Key, Limits], relations: Sequence[Relation], key: Key, patience: Patience | None = None
) -> bool:
    """Whether narrowed limits leave one figure for an amount. Whole numbers are tried, as far as patience goes."""
    if limits[key].one:
        return True
    if not limits[key].whole:
        return False
    patience = patience or Patience()
    first = _solution(limits, relations, patience)
    value = None if first is None else first[key].low
    if value is None:
        return False
    above = _solution({**limits, key: replace(limits[key], low=value + 1)}, relations, patience)
    below = _solution({**limits, key: replace(limits[key], high=value - 1)}, relations, patience)
    return above is below is None and patience.left >= 0


def _solution(
    limits: Mapping[Key, Limits], relations: Sequence[Relation], patience: Patience
) -> Mapping[Key, Limits] | None:
    """Give one whole number for each whole amount that has limits, or ``None`` where there are none that fit."""
    try:
        found = narrowed(limits, relations, patience)
    except Contradiction:
        return None
    open_ones = [(_width(one), repr(key), key) for key, one in found.items() if one.whole and _width(one) > 0]
    if not open_ones or patience.left < 0:
        return found
    *_, key = min(open_ones)
    one = found[key]
    if one.low is None or one.high is None:
        return found
    for value in range(int(one.low), int(one.high) + 1):
        tried = replace(one, low=Fraction(value), high=Fraction(value))
        if (solution := _solution({**found, key: tried}, relations, patience)) is not None:
            return solution
    return None


def _width(limits: Limits) -> Fraction:
    return Fraction(10**18) if limits.low is None or limits.high is None else limits.high - limits.low


def _within(limits: Limits, low: Fraction | None, high: Fraction | None) -> Limits:
    """Give the limits that lie within others; whole amounts have whole limits."""
    lows = [one for one in (limits.low, low) if one is not None]
    highs = [one for one in (limits.high, high) if one is not None]
    least, most = max(lows, default=None), min(highs, default=None)
    if limits.whole:
        least = None if least is None else Fraction(ceil(least))
        most = None if most is None else Fraction(floor(most))
    if least is not None and most is not None and least > most:
        raise Contradiction
    return replace(limits, low=least, high=most) if (least, most) != (limits.low, limits.high) else limits


def _bounds(relation: Relation, limits: Mapping[Key, Limits]) -> Iterator[Bound]:
    """Give what one relation says of the limits of each of its amounts."""
    return _of_sum(relation, limits) if isinstance(relation, Sum) else _of_product(relation, limits)


def _of_sum(relation: Sum, limits: Mapping[Key, Limits]) -> Iterator[Bound]:
    ends = [_times(limits[key].low, limits[key].high, factor) for key, factor in relation.terms]
    lows, highs = [low for low, _ in ends], [high for _, high in ends]
    total_low, total_high = _total(lows), _total(highs)
    for (key, factor), (low, high) in zip(relation.terms, ends, strict=True):
        least, most = _rest(total_high, high), _rest(total_low, low)
        yield (key, *_times(least, most, 1 / factor))


def _times(low: Fraction | None, high: Fraction | None, factor: Fraction) -> tuple[Fraction | None, Fraction | None]:
    ends = (None if low is None else low * factor, None if high is None else high * factor)
    return ends if factor > 0 else (ends[1], ends[0])


def _total(ends: list[Fraction | None]) -> tuple[Fraction, int]:
    """Add up the ends that there are, and count those that there are not."""
    return sum((end for end in ends if end is not None), Fraction(0)), ends.count(None)


def _rest(total: tuple[Fraction, int], own: Fraction | None) -> Fraction | None:
    """Give what is left for one amount when all others are at one end; ``None`` where another has no end there."""
    amount, without = total
    if without > (own is None):
        return None
    return -(amount - (own or 0))


def _of_product(relation: Product, limits: Mapping[Key, Limits]) -> Iterator[Bound]:
    share, base, part = (limits[key] for key in relation.keys)
    if any(one.low is None or one.low < 0 for one in (share, base, part)):
        return
    yield (relation.part, _over(share.low, base.low, relation.scale), _over(share.high, base.high, relation.scale))
    for key, other in ((relation.share, base), (relation.base, share)):
        yield (key, _part_of(part.low, other.high, relation.scale), _part_of(part.high, other.low, relation.scale))


def _over(one: Fraction | None, other: Fraction | None, scale: Fraction) -> Fraction | None:
    return None if one is None or other is None else one * other / scale


def _part_of(part: Fraction | None, other: Fraction | None, scale: Fraction) -> Fraction | None:
    return None if part is None or not other else part * scale / other
