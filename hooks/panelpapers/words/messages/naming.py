"""What is measured and where, in a sentence of their own where no other names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..pattern import Pattern
from ..proof.claim import nothing
from ..sentences import Clause, Place
from ..telling import Telling

MEASURE: Final = Pattern("the {chart} shows the {measure}[ for {place}]", nothing)
PLACE: Final = Pattern("the figures are for {place}", nothing)
HEADING: Final = Pattern("what is measured stands in the heading", nothing)
PATTERNS: Final = (MEASURE, PLACE, HEADING)


def missing(telling: Telling, said: str) -> Iterator[Clause]:
    """Give a clause that names the measure, or the place, where a description does not."""
    without_measure, without_place = telling.measure not in said, telling.place not in said
    if not (without_measure or without_place):
        return
    wordings: list[str] = []
    if without_measure:
        wordings += telling.ways(MEASURE, ["place"], measure=True, place=True)
    if without_place:
        wordings.append(telling.write(PLACE, place=True))
    place, weight = (Place.SIZE, 99) if without_measure else (Place.ENDS, 90)
    yield Clause(place, weight, (*wordings, telling.write(HEADING)))
