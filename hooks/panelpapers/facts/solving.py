"""Which unknown amounts follow from the known ones: sums and products solved exactly, in fractions.

An amount is fixed when the sums leave one value for it, taking each known amount as it is printed. It is fixed too
when rounding, whole numbers and what cannot be below zero leave one value that it could be printed as. Pure
arithmetic: what the amounts are is no matter here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from .equations import Amount, Key, Product, Relation, Sum, System, divided
from .narrowing import Patience, fixed_by_limits, possible

MOST_STEPS: Final = 400_000
"""Most terms that are worked through for amounts that hang together: a second or two of processor time."""


class _TooMuch(Exception):  # noqa: N818 - said as people say it
    """The amounts that hang together are more than can be worked through in reasonable time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Each amount that is fixed, with the known ones from which it follows, and those of which nobody can tell."""

    fixed: Mapping[Key, frozenset[Key]]
    unsure: frozenset[Key]


def solve(system: System, sought: Iterable[Key]) -> Answer:
    """Say which of the amounts sought are fixed. Only what hangs together with one of them is looked at.

    Where more hangs together than anybody could wait for, its amounts are among those of which nobody can tell.
    """
    wanted = dict.fromkeys(sought)
    found: dict[Key, frozenset[Key]] = {}
    unsure: set[Key] = set()
    patience = Patience()
    for part in _connected(system, wanted):
        mine = [key for key in part.limits if key in wanted]
        try:
            by_sums = _Elimination(part).fixed()
        except _TooMuch:
            unsure.update(mine)
            continue
        found |= {key: by_sums[key] for key in mine if key in by_sums}
        if left := [key for key in mine if key not in by_sums]:
            found |= {key: _beside(key, part) for key in fixed_by_limits(part, left, patience)}
    return Answer(found, frozenset(unsure))


def _beside(key: Key, part: System) -> frozenset[Key]:
    """Give the known amounts in the relations of an amount that is fixed by limits; all, where these have none."""
    near = {beside for relation in part.relations if key in relation.keys for beside in relation.keys}
    return frozenset(near.intersection(part.known) or part.known)


def _connected(system: System, wanted: Iterable[Key]) -> Iterator[System]:
    """Give the parts of a system that hang together by what is not known, and hold something that is sought."""
    at: dict[Key, list[int]] = defaultdict(list)
    for number, relation in enumerate(system.relations):
        if any(key not in system.known for key in relation.keys) and possible(system, relation):
            for key in relation.keys:
                at[key].append(number)
    seen: set[Key] = set()
    for start in wanted:
        keys, numbers = [] if start in seen else [start], dict[int, None]()
        for key in keys:  # to which all is added that hangs together with one of them
            seen.add(key)
            new = [number for number in at.get(key, ()) if number not in numbers]
            numbers |= dict.fromkeys(new)
            beside = dict.fromkeys(other for number in new for other in system.relations[number].keys)
            keys += [other for other in beside if other not in seen and other not in system.known]
            seen.update(keys)
        if keys:
            relations = tuple(system.relations[number] for number in numbers)
            known = {key: system.known[key] for relation in relations for key in relation.keys if key in system.known}
            yield System(known, {key: system.span(key) for key in keys}, relations)


@dataclass
class _MatrixRow:
    """What is left of sums: unknown and known amounts with their factors; ``by`` are other known ones it rests on."""

    unknown: dict[Key, Amount]
    known: dict[Key, Amount]
    by: frozenset[Key] = frozenset()


@dataclass
class _Elimination:
    """Gauss and Jordan's elimination on sparse rows."""

    system: System
    found: dict[Key, tuple[Amount | None, frozenset[Key]]] = field(default_factory=dict)
    steps: int = 0

    def fixed(self) -> dict[Key, frozenset[Key]]:
        """Give each amount that the sums fix, with the known ones that it follows from."""
        products = any(isinstance(relation, Product) for relation in self.system.relations)
        while True:
            before = len(self.found)
            rows = [row for relation in self.system.relations if (row := self._row(relation))]
            for row in self._reduced(rows):
                if len(row.unknown) == 1:
                    self._keep(row)
            if len(self.found) == before or not products:
                return {key: sources for key, (_, sources) in self.found.items()}

    def _value(self, key: Key) -> Amount | None:
        known = self.system.known.get(key)
        return known.value if known else self.found.get(key, (None, frozenset()))[0]

    def _row(self, relation: Relation) -> _MatrixRow | None:
        """Write a relation as a row; a product is one only where its share or its base has a value."""
        if isinstance(relation, Sum):
            return self._sorted(relation.terms)
        for factor, multiplied in ((relation.share, relation.base), (relation.base, relation.share)):
            if (value := self._value(factor)) is not None:
                return self._sorted(((multiplied, value), (relation.part, -relation.scale)), factor)
        return None

    def _sorted(self, terms: Iterable[tuple[Key, Amount]], *by: Key) -> _MatrixRow:
        row = _MatrixRow({}, {}, frozenset(by))
        for key, factor in terms:
            side = row.known if key in self.system.known or key in self.found else row.unknown
            if total := side.pop(key, 0) + factor:
                side[key] = total
        return row

    def _keep(self, row: _MatrixRow) -> None:
        """Keep what a row with one unknown amount fixes, unless the amount cannot be that: then no sum holds."""
        (key, factor), *_ = row.unknown.items()
        value: Amount | None = 0
        half: Amount = 0
        for summand, times in row.known.items():
            amount = self._value(summand)
            value = None if value is None or amount is None else value - divided(times * amount, factor)
            half += abs(Fraction(times) / factor) * (
                self.system.known[summand].half if summand in self.system.known else 0
            )
        if value is not None and not self.system.span(key).meets(value - half, value + half):
            return
        rests_on = row.by.union(row.known)
        sources = (self.found[key][1] if key in self.found else frozenset((key,)) for key in rests_on)
        self.found[key] = (value, frozenset().union(*sources))

    def _reduced(self, rows: list[_MatrixRow]) -> list[_MatrixRow]:
        """Take one amount of each row out of all others, that of the row first which holds the fewest amounts."""
        left = rows
        while left := [row for row in left if row.unknown]:
            row = min(left, key=lambda row: (len(row.unknown), len(row.by) + len(row.known)))
            pivot = min(row.unknown, key=lambda key: sum(key in other.unknown for other in rows))
            for other in [other for other in rows if other is not row and pivot in other.unknown]:
                self._take_away(row, other, pivot)
            left = [other for other in left if other is not row]
        return rows

    def _take_away(self, row: _MatrixRow, other: _MatrixRow, pivot: Key) -> None:
        """Take so much of one row from another that the pivot falls out of it."""
        self.steps += len(row.unknown) + len(row.known)
        if self.steps > MOST_STEPS:
            raise _TooMuch
        times = divided(other.unknown[pivot], row.unknown[pivot])
        for mine, theirs in ((row.unknown, other.unknown), (row.known, other.known)):
            for key, factor in mine.items():
                if left := theirs.pop(key, 0) - times * factor:
                    theirs[key] = left
        other.by |= row.by
