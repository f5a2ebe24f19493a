"""Which direction is better, and whether a figure got better or worse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...facts.better import Betterment
from ...facts.fact import Change
from ...facts.notice import Stated
from ...facts.targets import Standing
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.judgement import judged
from ..sentences import Clause, Place
from ..telling import Telling
from . import comparator


def direction_of_good(claim: Claim) -> Iterator[str]:
    """Check which direction is better."""
    if claim.table.indicator.better != claim.word("way"):
        yield f"For this measure {claim.table.indicator.better} is better."
    claim.says("better")


def judgement(claim: Claim) -> Iterator[str]:
    """Check whether a series got better or worse, since when, and which direction is better."""
    yield from direction_of_good(claim)
    found = judged(claim.table, claim.series)
    if found is None or found[0] != claim.word("judged"):
        yield f"{claim.series or 'A series'} got {found[0] if found else 'neither better nor worse'}."
        return
    yield from claim.names_are("start", [found[1]])


DIRECTION: Final = Pattern("for this measure, <way:lower|higher> figures are better", direction_of_good)
JUDGED: Final = Pattern(
    "this measure is <judged:better|worse>[ for {series:series}] than {start:when}, "
    "as <way:lower|higher> figures are better",
    judgement,
)
PATTERNS: Final = (DIRECTION, JUDGED)


def good(telling: Telling) -> Iterator[Clause]:
    """Say whether the only series got better or worse, else which direction is better, where a reader asks."""
    way = telling.indicator.better
    if way == "neutral":
        return
    moved = any(change.direction for change in telling.facts.all(Change) if change.span != "latest")
    if judgements := judgements_of(telling) if len(telling.rows) == 1 else []:
        yield Clause(Place.BETTER, 95, (judgements[0],))
    elif said := [*comparator.judged(telling)]:
        yield Clause(Place.BETTER, 97, (*said, telling.write(DIRECTION, way=way)))
    elif moved or telling.facts.all(Standing):
        yield Clause(Place.BETTER, 95, (telling.write(DIRECTION, way=way),))
    elif telling.facts.all(Stated):
        yield Clause(Place.UNUSUAL, 95, (telling.write(DIRECTION, way=way),))  # behind what the paper states


def judgements_of(telling: Telling) -> list[str]:
    """Say of each series that got better or worse, since when."""
    several = len(telling.rows) > 1
    return [
        telling.write(
            JUDGED,
            judged=found.way,
            series=found.series if several else None,
            start=[found.change.earlier],
            way=telling.indicator.better,
        )
        for found in telling.facts.all(Betterment)
        if found.way != "neither"
    ]
