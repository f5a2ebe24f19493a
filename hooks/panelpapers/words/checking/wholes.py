"""Claims about parts of a whole, and about how many things have each status."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from .claim import Claim, Patterns, less, nothing
from .pieces import nouns, tidy
from .table import Figure, ends


def parts(claim: Claim) -> Iterator[str]:
    """Check the total of the categories, the largest part and its share."""
    figures = claim.table.row(claim.series)
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
    figures = claim.table.row(claim.series)
    told: list[str] = []
    for part in claim.parts("counts"):
        told += part.names("label")
        verb = part.word("verb")
        for figure in part.figures("label", claim.series):
            if figure.value != part.get("count", int) or (verb and (verb == "is") != (figure.value == 1)):
                yield f"The count of {figure.label} is {figure.value}."
            if part.word("meaning") and part.word("meaning") != tidy(figure.point.meaning or ""):
                yield f"{figure.label} means {figure.point.meaning}."
    if sorted(told) != sorted(figure.label for figure in figures if figure.value is not None):
        yield f"It counts {', '.join(told)}, and leaves some out or counts some twice."
    total = claim.get("total", int)
    if total is not None and (any(figure.value is None for figure in figures) or total != sum_of(figures)):
        yield f"The sum is {sum_of(figures)}."
    words = nouns(claim.table.indicator) or ("item", "items")
    if claim.word("noun") not in ("", words[total != 1]):
        yield f"{total} {claim.word('noun')} do not go together."


def means(claim: Claim) -> Iterator[str]:
    """Check what a status means."""
    for figure in claim.figures("label"):
        if tidy(figure.point.meaning or "") != claim.word("meaning"):
            yield f"{figure.label} means {figure.point.meaning}."


def total_left_out(claim: Claim) -> Iterator[str]:
    """Check that a total is published and must not be shown beside a suppressed figure."""
    suppressed = any("suppressed" in figure.statuses for figure in claim.table.all())
    if claim.table.indicator.total is None or not suppressed:
        yield "No total is left out."


_PREFIX = "<of the {total:count} {noun:thing}|of the {thing} counted>"
RULES: Final[Patterns] = (
    ("the largest part, {label}, is {share:number} of the total of {total:amount}", parts),
    ("the total is {total:amount}", parts),
    ("the total is left out, so that no figure that is not shown can be worked out", total_left_out),
    (_PREFIX + "[ for {place}], {counts}", counts),
    ("{label} means {meaning}", means),
    ("the {chart} shows <the {measure}[ for {place}]|each count>", nothing),
    (
        "<the counts|the figures|all figures|more figures|figures for {names}|the figures of the other "
        "groups> are in the table",
        nothing,
    ),
    ("the figures are for {place}", nothing),
    ("what is measured stands in the heading", nothing),
)
