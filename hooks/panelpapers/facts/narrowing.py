"""What rounding, whole numbers and sums leave of the limits between which amounts lie, narrowed step by step."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Final

from .equations import Amount, Key, Limits, Product, Relation, Sum, System, divided

MOST_TERMS: Final = 200_000
"""Most amounts that are looked at in trying, for one publication: half a second. Past it, nothing more is claimed."""
ROUNDS: Final = 30
"""How often each relation is looked at, on average, to narrow limits. Most need two or three looks."""

Bound = tuple[Key, Amount | None, Amount | None]


class Contradiction(Exception):  # noqa: N818 - said as people say it
    """No amounts can be all that is said of them."""


@dataclass
class Patience:
    """How many more amounts in relations may be looked at."""

    left: int = MOST_TERMS

    @classmethod
    def for_narrowing(cls, relations: Sequence[Relation]) -> Patience:
        """Give what it takes to narrow the limits of some relations: it grows with them, and no faster."""
        return cls(ROUNDS * sum(len(relation.keys) for relation in relations))

    def spent(self, looks: int) -> bool:
        """Look at so many, and say whether there was no patience left for it."""
        self.left -= looks
        return self.left < 0


def fixed_by_limits(system: System, sought: Iterable[Key], patience: Patience) -> list[Key]:
    """Give those amounts for which limits, rounding and whole numbers leave one figure.

    None where the figures contradict each other. Whole numbers are tried out, as far as patience goes.
    """
    spans = {key: system.span(key) for relation in system.relations for key in relation.keys}
    try:
        limits = _narrowed(spans, system.relations, Patience.for_narrowing(system.relations))
    except Contradiction:
        return []
    wanted = [key for key in sought if key in limits]
    tried = [key for key in wanted if limits[key].whole and not limits[key].one]
    return [key for key in wanted if limits[key].one] + _tried(limits, system.relations, tried, patience)


def _tried(
    limits: Mapping[Key, Limits], relations: Sequence[Relation], sought: list[Key], patience: Patience
) -> list[Key]:
    """Give those whole amounts that are the same in every way to fill in all of them, found by trying."""
    seen: dict[Key, set[Amount | None]] = {key: set() for key in sought}

    def fits(changed: Mapping[Key, Limits]) -> bool:
        solution = _solution({**limits, **changed}, relations, patience)
        for key in sought if solution else ():
            seen[key].add(solution[key].low if solution and solution[key].one else None)
        return solution is not None

    if not sought or not fits({}):
        return []
    found = []
    for key in sought:
        value = next(iter(seen[key]))
        if len(seen[key]) > 1 or value is None:
            continue
        other = fits({key: replace(limits[key], low=value + 1)}) or fits({key: replace(limits[key], high=value - 1)})
        if not other and patience.left >= 0:
            found.append(key)
    return found


def possible(system: System, relation: Relation) -> bool:
    """Whether a relation can hold at all: where parts exceed their total, it is none."""
    try:
        _narrowed({key: system.span(key) for key in relation.keys}, [relation], Patience.for_narrowing([relation]))
    except Contradiction:
        return False
    return True


def _narrowed(limits: Mapping[Key, Limits], relations: Sequence[Relation], patience: Patience) -> dict[Key, Limits]:
    """Give narrower limits for the amounts of some relations. Raises ``Contradiction`` where nothing is left."""
    found = dict(limits)
    at: dict[Key, list[int]] = defaultdict(list)
    for number, relation in enumerate(relations):
        for key in relation.keys:
            at[key].append(number)
    waiting, queued = deque(range(len(relations))), set(range(len(relations)))
    while waiting and not patience.spent(len(relations[waiting[0]].keys)):
        number = waiting.popleft()
        queued.discard(number)
        relation = relations[number]
        bounds = _of_sum(relation, found) if isinstance(relation, Sum) else _of_product(relation, found)
        for key, low, high in bounds:
            narrower = _within(found[key], low, high)
            if narrower is not found[key] and not patience.spent(len(at[key])):
                found[key] = narrower
                fresh = [touched for touched in at[key] if touched not in queued]
                waiting.extend(fresh)
                queued.update(fresh)
    return found


def _solution(
    limits: Mapping[Key, Limits], relations: Sequence[Relation], patience: Patience
) -> Mapping[Key, Limits] | None:
    """Give one whole number for each whole amount that has limits, or ``None`` where there are none that fit."""
    try:
        found = _narrowed(limits, relations, patience)
    except Contradiction:
        return None
    choices = {key: span.choices for key, span in found.items() if span.choices[1:]}
    if not choices or patience.left < 0:
        return found
    key = min(choices, key=lambda key: choices[key].stop - choices[key].start)
    for value in choices[key]:
        tried = replace(found[key], low=value, high=value)
        if (solution := _solution({**found, key: tried}, relations, patience)) is not None:
            return solution
    return None


def _within(limits: Limits, low: Amount | None, high: Amount | None) -> Limits:
    """Give the limits that lie within others; whole amounts have whole limits."""
    least = limits.low if low is None or (limits.low is not None and limits.low >= low) else low
    most = limits.high if high is None or (limits.high is not None and limits.high <= high) else high
    if limits.whole:
        least, most = None if least is None else ceil(least), None if most is None else floor(most)
    if least is not None and most is not None and least > most:
        raise Contradiction
    return limits if (least, most) == (limits.low, limits.high) else replace(limits, low=least, high=most)


def _of_sum(relation: Sum, limits: Mapping[Key, Limits]) -> Iterator[Bound]:
    """Give what one sum says of the limits of each of its amounts."""
    ends = [_times(limits[key].low, limits[key].high, factor) for key, factor in relation.terms]
    lows, highs = [low for low, _ in ends], [high for _, high in ends]
    total_low, total_high = _total(lows), _total(highs)
    for (key, factor), (low, high) in zip(relation.terms, ends, strict=True):
        least, most = _rest(total_high, high), _rest(total_low, low)
        yield (key, *_times(least, most, divided(1, factor)))


def _times(low: Amount | None, high: Amount | None, factor: Amount) -> tuple[Amount | None, Amount | None]:
    ends = (None if low is None else low * factor, None if high is None else high * factor)
    return ends if factor > 0 else (ends[1], ends[0])


def _total(ends: list[Amount | None]) -> tuple[Amount, int]:
    """Add up the ends that there are, and count those that there are not."""
    return sum(end for end in ends if end is not None), ends.count(None)


def _rest(total: tuple[Amount, int], own: Amount | None) -> Amount | None:
    """Give what is left for one amount when all others are at one end; ``None`` where another has no end there."""
    amount, without = total
    if without > (own is None):
        return None
    return -(amount - (own or 0))


def _of_product(relation: Product, limits: Mapping[Key, Limits]) -> Iterator[Bound]:
    share, base, part = (limits[key] for key in relation.keys)
    if any(amount.low is None or amount.low < 0 for amount in (share, base, part)):
        return
    yield (relation.part, _over(share.low, base.low, relation.scale), _over(share.high, base.high, relation.scale))
    for key, other in ((relation.share, base), (relation.base, share)):
        yield (key, _part_of(part.low, other.high, relation.scale), _part_of(part.high, other.low, relation.scale))


def _over(factor: Amount | None, base: Amount | None, scale: Amount) -> Amount | None:
    return None if factor is None or base is None else divided(factor * base, scale)


def _part_of(part: Amount | None, base: Amount | None, scale: Amount) -> Amount | None:
    return None if part is None or not base else divided(part * scale, base)
