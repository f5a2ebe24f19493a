"""Claims about a target: whether it was met, by how much, and when first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ...records.period import Period
from .claim import Claim, Patterns, direction
from .table import Figure, Table, side


def measured(table: Table) -> list[Figure]:
    """Give the figures that a target is for: the latest of each series, or the categories, or the subject alone."""
    if table.in_time:
        rows = [row for name in table.rows if (row := table.actual(name)) and row[-1].role != "average"]
        return [row[-1] for row in rows]
    shown = [one for one in table.all() if one.shown and one.role != "average"]
    return [one for one in shown if one.role == "subject"] or shown


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
    mark = claim.table.indicator.target
    if mark is None or mark.state != "set" or mark.value is None or len(figures) != 1:
        yield "There is no target for one figure."
        return
    claim.said.add(("target", "", ""))
    figure, value = figures[0], mark.value
    yield from _target_given(claim, value)
    found = outcome(claim.table, figure)
    allowed = {"exactly met": "was exactly met", "not met": "was not met", "not yet met": "was not yet met"}
    told = claim.word("outcome")
    if told and told not in (allowed.get(found), "was met" if found == "met" else None, found):
        yield f"The target is {found}."
    if claim.word("side"):
        yield from _beside(claim, figure, value)
    if claim.word("hidden") and not claim.found.get("gap"):
        yield "Rounding hides nothing here."
    yield from _due(claim, mark.by)
    yield from _first_met(claim, figure)


def _target_given(claim: Claim, value: Decimal) -> Iterator[str]:
    """Check the target itself, which is written with its own decimals where it has more than the figures."""
    own = max(claim.table.decimals, -int(value.normalize().as_tuple().exponent))
    yield from claim.mark_is("target", value, own)


def _beside(claim: Claim, figure: Figure, value: Decimal) -> Iterator[str]:
    if side(figure, value) != direction(claim.word("side")):
        yield f"The figure for {figure.label} is not certain to be {claim.word('side')} {value}."
    yield from claim.gap_is(value, figure.value, figure.point.approximate)
    yield from claim.relative_is(value, figure.value, allowed=not figure.point.approximate)


def _due(claim: Claim, by: Period | None) -> Iterator[str]:
    if claim.word("due") and (by is None or by.name != claim.word("due")):
        yield f"The target is due by {by.name if by else 'no stated period'}."


def _first_met(claim: Claim, figure: Figure) -> Iterator[str]:
    labels = claim.names("first")
    if not labels:
        return
    stretch = claim.table.stretch(figure.series)
    met = [outcome(claim.table, one) in ("met", "exactly met") for one in stretch]
    uncertain = [outcome(claim.table, one) == "not certain" for one in stretch]
    first = met.index(True) if True in met else 0
    if not first or labels != (stretch[first].label,) or any(uncertain[:first]):
        yield f"The target was not first met at {', '.join(labels)}."


def targets(claim: Claim) -> Iterator[str]:
    """Check for which of several figures the target was met, by name or by count."""
    mark = claim.table.indicator.target
    if mark is None or mark.state != "set" or mark.value is None:
        yield "There is no target."
        return
    claim.said.add(("target", "", ""))
    yield from _target_given(claim, mark.value)
    figures = measured(claim.table)
    found: dict[str, list[str]] = {}
    for one in figures:
        word = outcome(claim.table, one).replace("exactly ", "")
        found.setdefault(word, []).append(one.series if claim.table.in_time else one.label)
    told = claim.get("outcomes", tuple)
    counts = claim.get("counts", tuple)
    if told and {word: sorted(names) for word, names in told} != {
        word: sorted(names) for word, names in found.items()
    }:
        yield f"The target stands so: {found}."
    if counts and dict(counts) != {word: len(names) for word, names in found.items()}:
        yield f"The target stands so: {found}."
    if claim.get("count", int) not in (None, len(figures)):
        yield f"The target is for {len(figures)} figures."


RULES: Final[Patterns] = (
    (
        "the target of {target:amount}[, due by {due:period},] <outcome:was exactly met|was met|was not "
        "met|was not yet met>[, first met {first:when}]",
        target,
    ),
    ("the target of {target:amount}[, due by {due:period},] is <outcome:equal to> the figure", target),
    (
        "the likely range of the [latest ]figure holds the target of {target:amount}, so it is "
        "<outcome:not certain> that it was met",
        target,
    ),
    (
        "the [latest ]figure is [{gap} ]<side:above|below> the target of {target:amount}"
        "[, first met {first:when}][, which <outcome:was met>]",
        target,
    ),
    (
        "the target of {target:amount}[, due by {due:period},] <outcome:was not met|was not yet met>: the "
        "[latest ]figure is [{gap} ]<side:above|below> it[hidden: before rounding]",
        target,
    ),
    ("the target of {target:amount} <is|was> {outcomes}", targets),
    ("the target of {target:amount} <is|was> {counts:outcome counts} of the {count} figures", targets),
)
