"""The words of a figure that is one number: no chart is drawn of it, and the number stands in its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from . import format as say
from .messages import level, stated
from .pattern import Pattern
from .proof.claim import Claim
from .telling import Telling


def the_only(claim: Claim) -> Iterator[str]:
    """Check the one figure that there is, and what it is for."""
    shown = claim.table.shown()
    if len(shown) != 1:
        yield "There is not one figure alone."
        return
    yield from claim.amount_is("amount", shown[0])
    yield from claim.names_are("label", shown)
    if claim.word("series") not in ("", shown[0].series):
        yield f"This is a figure for {shown[0].series}."


ALONE: Final = Pattern(
    "the figure[ for the {measure}[, {place}],] is {amount}[ for {series:series}][ <{label:when}|{label:of}>]",
    the_only,
)
NUMBER: Final = (Pattern("{amount}", the_only),)


def number(telling: Telling) -> str:
    """Write the one figure that there is, with its unit; nothing where there is none, or a chart."""
    found = telling.facts.number
    return say.capitalised(telling.write(NUMBER[0], amount=found[1])) if found else ""


def in_a_sentence(telling: Telling) -> Iterator[str]:
    """Say the one figure that there is, a change that is stated alone, or that there is none; the fullest first."""
    if (change := stated.leading(telling)) is not None:
        yield from stated.message(telling, change).wordings
    said: dict[str, Any] = {"measure": True, "place": True}
    if telling.facts.number is None:
        yield from telling.ways(level.NOTHING, ["place"], ["place", "measure"], **said)
        return
    row, cell = telling.facts.number
    said |= {"amount": cell, "series": row.name if len(telling.rows) > 1 else None, "label": [cell]}
    less = (["label"], ["place", "label"], ["place", "label", "series"], ["place", "measure", "label", "series"])
    yield from telling.ways(ALONE, ["place"], *less, **said)
