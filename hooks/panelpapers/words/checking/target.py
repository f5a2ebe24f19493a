"""Claims about a target: whether it was met, by how much, and when first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .claim import Claim, Patterns, direction
from .table import Figure, Table, side


def measured(table: Table) -> list[Figure]:
    """Give the figures that a target is for: the latest of each series, or the categories, or the subject alone."""
    if table.in_time:
        shown = [row[-1] for name in table.rows if (row := table.actual(name))]
        return [figure for figure in shown if figure.role != "average"]
    shown = [figure for figure in table.shown() if figure.role != "average"]
    return [figure for figure in shown if figure.role == "subject"] or shown


def outcome(table: Table, figure: Figure) -> str:
    """Give how a figure stands to the target, in the words of the texts."""
    target = table.indicator.target
    if target is None or target.value is None:
        return "no target"
    way = side(figure, target.value)
    if way is None:
        return "not certain"
    if table.indicator.better == "neutral":
        return {1: "above it", -1: "below it", 0: "equal to it"}[way]
    if way == 0:
        return "exactly met"
    if direction({"higher": "above", "lower": "below"}[table.indicator.better]) == way:
        return "met"
    until = target.by.end if target.by else None
    now = figure.period.end if figure.period else None
    return "not yet met" if until and now and now < until else "not met"


def target(claim: Claim) -> Iterator[str]:
    """Check the target itself, and how the one figure that it is for stands to it."""
    figures = measured(claim.table)
    if claim.table.target is None or len(figures) != 1:
        yield "There is no target for one figure."
        return
    figure = figures[0]
    yield from _target_is(claim)
    found = outcome(claim.table, figure)
    allowed = {"exactly met": "was exactly met", "not met": "was not met", "not yet met": "was not yet met"}
    told = claim.word("outcome")
    if told and told not in (allowed.get(found), "was met" if found == "met" else None, found):
        yield f"The target is {found}."
    if claim.word("side"):
        if side(figure, claim.table.target) != direction(claim.word("side")):
            yield f"The figure for {figure.label} is not certain to be {claim.word('side')} the target."
        yield from claim.gap_is(claim.table.target, figure.value, about=figure.about)
    if claim.word("hidden") and not claim.found.get("gap"):
        yield "Rounding hides nothing here."
    yield from _first_met(claim, figure)


def _target_is(claim: Claim) -> Iterator[str]:
    """Check the target, written with its own decimals where it has more than the figures, and when it is due."""
    mark, value = claim.table.indicator.target, claim.table.target
    if mark and value is not None:
        own = max(claim.table.decimals, -int(value.normalize().as_tuple().exponent))
        yield from claim.mark_is("target", value, own)
        due = mark.by.name if mark.by else "no stated period"
        if claim.word("due") not in ("", due):
            yield f"The target is due by {due}."
        claim.says("target")


def _first_met(claim: Claim, figure: Figure) -> Iterator[str]:
    labels = claim.names("first")
    if not labels:
        return
    stretch = claim.table.stretch(figure.series)
    outcomes = [outcome(claim.table, earlier) for earlier in stretch]
    first = next((place for place, found in enumerate(outcomes) if found in ("met", "exactly met")), 0)
    if not first or labels != (stretch[first].label,) or "not certain" in outcomes[:first]:
        yield f"The target was not first met at {', '.join(labels)}."


def targets(claim: Claim) -> Iterator[str]:
    """Check for which of several figures the target was met, by name or by count."""
    if claim.table.target is None:
        yield "There is no target."
        return
    yield from _target_is(claim)
    figures = measured(claim.table)
    found: dict[str, list[str]] = {}
    for figure in figures:
        found.setdefault(outcome(claim.table, figure).replace("exactly ", ""), []).append(figure.name)
    yield from claim.groups_are("stand", found)
    yield from claim.count_is("count", len(figures), "figures")


_TARGET: Final = "the target of {target:amount}"
_DUE: Final = _TARGET + "[, due by {due:period},]"
_FIGURE: Final = "the [latest ]figure"
_BESIDE: Final = _FIGURE + " is [{gap} ]<side:above|below> "
RULES: Final[Patterns] = (
    (_DUE + " <outcome:was exactly met|was met|was not met|was not yet met>[, first met {first:when}]", target),
    (_DUE + " is <outcome:equal to> the figure", target),
    (f"the likely range of {_FIGURE} holds {_TARGET}, so it is <outcome:not certain> that it was met", target),
    (_BESIDE + _TARGET + "[, first met {first:when}][, which <outcome:was met>]", target),
    (_DUE + f" <outcome:was not met|was not yet met>: {_BESIDE}it[hidden: before rounding]", target),
    (_TARGET + " <is|was> {named:outcomes}", targets),
    (_TARGET + " <is|was> {counted:outcome counts} of the {count} figures", targets),
)
