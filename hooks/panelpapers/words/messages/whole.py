"""Parts of a whole, and how many things have each status, such as Red, Amber and Green."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from ...facts.comparing import tops
from ...facts.fact import StatusCounts, Whole
from ...facts.grid import Cell, Row
from ...facts.notice import TotalWithheld
from .. import format as say
from ..nouns import ITEMS, nouns, plain
from ..pattern import Pattern
from ..proof.claim import Claim, less, nothing
from ..proof.evidence import Figure
from ..proof.order import ends
from ..sentences import Clause, Place, fits
from ..telling import Mark, Telling


def parts(claim: Claim) -> Iterator[str]:
    """Check the total of the categories, the largest part and its share."""
    figures = [figure for figure in claim.table.row(claim.series) if not figure.is_comparator]
    if any(figure.value is None for figure in figures) or not claim.table.indicator.parts_of_whole:
        yield "No total can be given where a part is not shown."
        return
    total = sum_of(figures)
    if claim.table.indicator.total not in (None, total):
        yield "The parts do not add up to the published total."
    yield from claim.mark_is("total", total)
    if labels := claim.names("label"):
        largest = ends(figures, 1)
        if labels != tuple(figure.label for figure in largest) or not total or largest[0].value is None:
            yield f"The largest part is {', '.join(figure.label for figure in largest)}."
        else:
            yield from claim.percent_is("share", largest[0].value, total, "the share")


def sum_of(figures: list[Figure]) -> Decimal:
    """Add up figures that are all shown, exactly."""
    total = Decimal(0)
    for figure in figures:
        total = less(total, less(Decimal(0), figure.value or Decimal(0)))
    return total


def counts(claim: Claim) -> Iterator[str]:
    """Check how many things have each status: every status that is shown, and the sum where all are."""
    figures = [figure for figure in claim.table.row(claim.series) if not figure.is_comparator]
    told: list[str] = []
    for part in claim.parts("counts"):
        told += part.names("label")
        verb = part.word("verb")
        for figure in part.figures("label", claim.series):
            if figure.value != part.get("count", int) or (verb and (verb == "is") != (figure.value == 1)):
                yield f"The count of {figure.label} is {figure.value}."
            if part.word("meaning") and part.word("meaning") != plain(figure.point.meaning or ""):
                yield f"{figure.label} means {figure.point.meaning}."
    if sorted(told) != sorted(figure.label for figure in figures if figure.value is not None):
        yield f"It counts {', '.join(told)}, and leaves some out or counts some twice."
    total = claim.get("total", int)
    if total is not None and (any(figure.value is None for figure in figures) or total != sum_of(figures)):
        yield f"The sum is {sum_of(figures)}."
    words = nouns(claim.table.indicator) or ITEMS
    if claim.word("noun") not in ("", words[total != 1]):
        yield f"{total} {claim.word('noun')} do not go together."


def means(claim: Claim) -> Iterator[str]:
    """Check what a status means."""
    for figure in claim.figures("label"):
        if plain(figure.point.meaning or "") != claim.word("meaning"):
            yield f"{figure.label} means {figure.point.meaning}."


def total_left_out(claim: Claim) -> Iterator[str]:
    """Check that a total is published and must not be shown beside a suppressed figure."""
    suppressed = any("suppressed" in figure.statuses for figure in claim.table.all())
    if claim.table.indicator.total is None or not suppressed:
        yield "No total is left out."


PART: Final = Pattern("the largest part, {label}, is {share:number} of the total of {total:amount}", parts)
TOTAL: Final = Pattern("the total is {total:amount}", parts)
TOTAL_LEFT_OUT: Final = Pattern(
    "the total is left out, so that no figure that is not shown can be worked out", total_left_out
)
COUNTS: Final = Pattern("of the <{total:count} {noun:thing}|{things:thing} counted>[ for {place}], {counts}", counts)
MEANS: Final = Pattern("{label} means {meaning}", means)
SHOWS: Final = Pattern("the {chart} shows <the {measure}[ for {place}]|each count>", nothing)
IN_TABLE: Final = Pattern("<what:the counts|the figures> are in the table", nothing)
PATTERNS: Final = (PART, TOTAL, TOTAL_LEFT_OUT, COUNTS, MEANS, SHOWS, IN_TABLE)


def total_withheld(telling: Telling, row: Row) -> Iterator[Clause]:
    """Say that a published total is not shown."""
    if telling.facts.one(TotalWithheld, row.name):
        yield Clause(Place.STATUS, 55, (telling.write(TOTAL_LEFT_OUT),))


def largest_part(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the total of categories that add up to a whole, and the largest of them."""
    whole = telling.facts.one(Whole, row.name)
    if whole is None:
        return
    total = telling.write(TOTAL, total=Mark(whole.total))
    largest = tops(tuple(part.cell for part in whole.parts), 1)  # none, where ranges leave it open
    if len(largest) != 1:
        yield Clause(Place.ENDS, 82, (total,))
        return
    share = say.percent(whole.parts[0].share)
    part = telling.write(PART, label=list(largest), share=share, total=Mark(whole.total))
    yield Clause(Place.ENDS, 82, (part, total))


def status_counts(telling: Telling, found: StatusCounts) -> Iterator[Clause]:
    """Give the clauses of a count of statuses: how many have each, what each means, what they are of."""
    shown = [cell for cell in found.cells if cell.value is not None]
    said = _of_how_many(telling, found)
    explained = telling.write(COUNTS, **said, counts=_counts(shown, with_meaning=True)) if shown else ""
    if explained and fits(explained):
        yield Clause(Place.MESSAGE, 100, (explained,), alone=True)
    else:
        short = telling.ways(COUNTS, ["place"], **said, place=True, counts=_counts(shown)) if shown else ()
        yield Clause(Place.MESSAGE, 100, (*short, telling.write(IN_TABLE, what="the counts")), alone=True)
        for number, meanings in enumerate(_meanings(telling, found.cells)):
            yield Clause(Place.SIZE, 98 - number, (meanings,), alone=True)
    yield Clause(
        Place.COUNT, 80, tuple(telling.ways(SHOWS, ["place"], ["measure", "place"], measure=True, place=True))
    )


def _of_how_many(telling: Telling, found: StatusCounts) -> dict[str, Any]:
    one, many = nouns(telling.indicator) or ITEMS
    if found.total is None:
        return {"things": many}
    return {"total": found.total, "noun": one if found.total == 1 else many}


def _counts(shown: Sequence[Cell], *, with_meaning: bool = False) -> list[dict[str, Any]]:
    """Give ``3 are Green (on track) and 1 is Red (not on track)`` as items of a list."""
    return [
        {
            "count": cell.value,
            "verb": "is" if cell.value == 1 else "are",
            "label": [cell],
            "meaning": cell.point.meaning if with_meaning else None,
        }
        for cell in shown
    ]


def in_short(found: StatusCounts) -> list[dict[str, Any]]:
    """Give ``3 Green and 1 Red`` as items of a list; none where no count is shown."""
    return [{"count": cell.value, "label": [cell]} for cell in found.cells if cell.value is not None]


def _meanings(telling: Telling, cells: tuple[Cell, ...]) -> list[str]:
    """Write what each status means, as many as fit in one sentence together."""
    sentences: list[str] = []
    for cell in cells:
        if not cell.point.meaning:
            continue
        text = telling.write(MEANS, label=[cell], meaning=cell.point.meaning)
        if sentences and fits(f"{sentences[-1]}; {text}"):
            sentences[-1] = f"{sentences[-1]}; {text}"
        else:
            sentences.append(text)
    return sentences
