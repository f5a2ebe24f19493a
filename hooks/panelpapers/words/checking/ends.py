"""Claims about the highest and the lowest of figures, with all ties, and about each figure and the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .claim import Claim, Patterns, direction
from .table import Figure, Table, ends, steps


def extremes(claim: Claim) -> Iterator[str]:
    """Check the highest and the lowest of the comparable figures, each with all ties."""
    stretch = claim.table.stretch(claim.series)
    yield from _group_is(claim, stretch)
    for name, way_of in (("highest", 1), ("lowest", -1)):
        if claim.get(name, object) is not None:
            yield from end_is(claim, name, f"{name}at", stretch, way_of)


def end_is(claim: Claim, amount: str, names: str, figures: list[Figure], way_of: int) -> Iterator[str]:
    """Check the highest (1) or lowest (-1) among figures: its amount, and that every tie is named."""
    found = ends(figures, way_of)
    if len(figures) < 2 or not found or len(found) == len(figures):
        yield f"There is no {'highest' if way_of > 0 else 'lowest'} figure."
        return
    if way_of < 0 and hides_lowest(claim.table, found[0].series):
        yield "The lowest figure may be one that is not shown."
    yield from claim.amount_is(amount, found[0])
    yield from claim.names_are(names, found)


def hides_lowest(table: Table, series: str) -> bool:
    """Whether a figure that is kept back, or too low to show, may be the lowest of its series."""
    row = [one for one in table.row(series) if one.point.role != "average"]
    return any("suppressed" in one.statuses or ("low" in one.statuses and not one.shown) for one in row)


def every_step(claim: Claim) -> Iterator[str]:
    """Check that each figure is higher, or lower, than the one before, and how many figures those are."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 3 or any(step != direction(claim.word("side")) for step in steps(stretch)):
        yield f"Not every figure is {claim.word('side')} than the one before."
    yield from _group_is(claim, stretch)


def _group_is(claim: Claim, stretch: list[Figure]) -> Iterator[str]:
    """Check how many figures a clause speaks of, and that it calls them comparable where there are others."""
    count = claim.get("count", int)
    if count is not None and count != len(stretch):
        yield f"There are {len(stretch)} comparable figures, not {count}."
    shown = [one for one in claim.table.row(claim.series) if one.shown]
    if not claim.word("comparable") and len(shown) != len(stretch):
        yield f"Of the {len(shown)} figures only {len(stretch)} are comparable."


RULES: Final[Patterns] = (
    (
        "each <figure|of the {count} [comparable:comparable ]figures> in the {chart} is "
        "<side:higher|lower> than the one before",
        every_step,
    ),
    (
        "of the {count} [comparable:comparable ]figures in the {chart}"
        "[, the highest is {highest:amount}, {highestat:when}][,"
        "[ and] the lowest is {lowest:amount}, {lowestat:when}]",
        extremes,
    ),
)
