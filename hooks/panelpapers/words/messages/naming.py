"""What is measured and where, in a sentence of their own where no other names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...facts.showing import of_too_many
from ..pattern import Pattern
from ..proof.claim import Claim, nothing
from ..proof.reading import drawn_in_part
from ..sentences import Clause, Place
from ..telling import Telling


def some(claim: Claim) -> Iterator[str]:
    """Check that the chart has no room for all figures."""
    if not drawn_in_part(claim.table):
        yield "The chart shows all figures."


MEASURE: Final = Pattern("the {chart} shows the {measure}[ for {place}]", nothing)
PLACE: Final = Pattern("the figures are for {place}", nothing)
HEADING: Final = Pattern("what is measured stands in the heading", nothing)
SOME: Final = Pattern("the {picture} shows some of the figures, and the table has all", some)
PATTERNS: Final = (MEASURE, PLACE, HEADING, SOME)


def drawn(telling: Telling) -> Iterator[Clause]:
    """Say that a chart has no room for all figures, where it has none."""
    if of_too_many(telling.facts):
        yield Clause(Place.COUNT, 65, (telling.write(SOME),))


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
