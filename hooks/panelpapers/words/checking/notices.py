"""Claims about what a reader must know first: statuses, gaps, breaks, periods, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from . import conditions
from .claim import Claim, Patterns, Rule
from .conditions import CONDITIONS, SAID_OF_EACH, STATUSES
from .pieces import tidy
from .table import Figure


def status(claim: Claim) -> Iterator[str]:
    """Check that the figures that are named, or counted, are all those of one series that have a status."""
    name = next(name for name, words in STATUSES.items() if claim.word("status") in words)
    rows = [claim.series] if claim.series else list(claim.table.rows)
    candidates = [found for row in rows for found in _groups(claim, row, name)]
    fitting = [found for found in candidates if _is_meant(claim, found)]
    if not fitting:
        yield f"{_who(candidates)} {name}."
        return
    problems = [list(_amounts(claim, found[0])) for found in fitting]
    if all(problems):
        yield from problems[0]
    fitting = [found for found, wrong in zip(fitting, problems, strict=True) if not wrong] or fitting
    alone = len(fitting[0]) == 1
    if (claim.word("status") == STATUSES[name][0]) != alone:
        yield "One figure is, several figures are."
    if claim.word("noun") and (claim.word("noun") in ("figure", "one figure")) != alone:
        yield "One figure, several figures."
    for found in fitting:
        for figure in found:
            claim.says(name, figure.series, figure.label if name in SAID_OF_EACH else "")


def _amounts(claim: Claim, figure: Figure) -> Iterator[str]:
    """Check the figures that a clause about a status gives."""
    for name in ("amount", "zero", "now"):
        yield from claim.amount_is(name, figure)
    yield from claim.mark_is("earlier", figure.point.earlier_value)


def _groups(claim: Claim, row: str, name: str) -> list[list[Figure]]:
    """Give the figures of a series with a status: together, and one by one where each may be said for itself."""
    found = conditions.with_status(claim.table, row, name)
    alone = [[figure] for figure in found] if name in SAID_OF_EACH and len(found) > 1 else []
    return [found, *alone] if found else []


def _is_meant(claim: Claim, found: list[Figure]) -> bool:
    if claim.word("noun") == "some of the figures":
        return len(found) > 1
    if claim.names("at"):
        return sorted(claim.names("at")) == sorted(figure.label for figure in found)
    return len(found) == (1 if claim.word("noun") == "one figure" else claim.get("count", int))


def _who(groups: list[list[Figure]]) -> str:
    names = "; ".join(", ".join(figure.label for figure in found) for found in groups)
    return f"Only {names} is" if names else "No figure is"


def broken(claim: Claim) -> Iterator[str]:
    """Check a break in the series: before which figure, and why."""
    found = conditions.breaks(claim.table)
    if not found:
        yield "There is no break."
    meant = [figure for figure in found if claim.names("at") in ((), (figure.label,))]
    meant = [figure for figure in meant if claim.word("reason") in ("", tidy(figure.point.break_before or ""))]
    if not meant:
        yield f"The break is before {', '.join(figure.label for figure in found)}, and for another reason."
    for figure in meant:
        claim.says("break" if claim.word("apart") else "reason of break", "", figure.label)


def holds(what: str) -> Rule:
    """Make the rule for a caution that is true of a record as a whole or not at all."""

    def rule(claim: Claim) -> Iterator[str]:
        if not CONDITIONS[what](claim.table):
            yield f"The record gives no reason to say this: {what}."
        claim.says(what)

    return rule


def unequal(claim: Claim) -> Iterator[str]:
    """Check that the periods differ in length, and every length."""
    yield from holds("unequal periods")(claim)
    found = conditions.lengths(claim.table)
    if claim.names("lengths") and sorted(claim.names("lengths")) != sorted(found):
        yield f"The lengths are {', '.join(sorted(found))}."


def overlapping(claim: Claim) -> Iterator[str]:
    """Check that neighbouring periods share days; two that are named are the only ones."""
    yield from holds("overlapping periods")(claim)
    found = [(earlier.name, later.name) for earlier, later in conditions.overlaps(claim.table)]
    if claim.names("at") and [claim.names("at")] != found:
        yield f"These overlap: {found}."


def ranges(claim: Claim) -> Iterator[str]:
    """Check that likely ranges overlap, so that a change or an order is not certain."""
    table = claim.table
    found = conditions.change_is_open(table) if claim.word("change") else conditions.ranges_overlap(table.shown())
    if not found:
        yield "The likely ranges do not overlap."
    claim.says("ranges")


def sources(claim: Claim) -> Iterator[str]:
    """Check a figure for which another source has another one."""
    meant = [
        (figure, other)
        for figure, other in conditions.disagreements(claim.table)
        if claim.series in ("", figure.series) and claim.names("at") in ((), (figure.label,))
    ]
    true = [
        figure for figure, other in meant if not [*claim.amount_is("here", figure), *claim.mark_is("there", other)]
    ]
    if not true:
        yield "Sources do not differ so."
    for figure in true:
        claim.says("sources", figure.series, figure.label)


def unrounded(claim: Claim) -> Iterator[str]:
    """Keep that differences are calculated from unrounded figures: they always are."""
    claim.says("unrounded")
    return iter(())


def how(claim: Claim) -> Iterator[str]:
    """Check how a figure was worked out."""
    rows = [claim.series] if claim.series else claim.table.rows
    found = [figure for row in rows for figure in claim.figures("at", row)]
    meant = [figure for figure in found if tidy(figure.point.worked_out or "") == claim.word("how")]
    if not meant or len(claim.names("at")) != 1:
        yield "The figure was not worked out so."
    for figure in meant:
        claim.says("how", figure.series, figure.label)


def axis(claim: Claim) -> Iterator[str]:
    """Check where the axis starts, as far as anybody says: never at zero."""
    yield from claim.mark_is("start", claim.axis_starts_at)
    if not claim.axis_starts_at:
        yield "Nothing says where the axis starts."


_FIGURES: Final = (
    "<the <noun:figures|figure> for {at:labels}|{count} <noun:figures|figure>|<noun:one figure|some "
    "of the figures>>[ ({series:series})]"
)
RULES: Final[Patterns] = (
    *(
        (f"{_FIGURES} <status:{singular}|{plural}>", status)
        for name, (singular, plural) in STATUSES.items()
        if name != "rounded to zero"
    ),
    (_FIGURES + " <status:was revised>, from {earlier:amount} to {now:amount}", status),
    (_FIGURES + " <status:rounds to|round to> {zero:amount} but <is|are> not zero", status),
    ("the figure of {amount} for {at:labels}[ ({series:series})] <status:is a forecast>", status),
    (
        "there is a break in the series[ before {at:labels}"
        "[ ({reason})]], so earlier figures are <apart:not compared> with later ones",
        broken,
    ),
    ("there is a break in the series before {at:labels}[ ({series:series})]: {reason}", broken),
    ("the periods have different lengths[, {lengths},] and are not directly comparable", unequal),
    ("the papers do not state every period, so the periods may differ in length", holds("periods not stated")),
    ("{at:labels} overlap, so some of what is counted is in both", overlapping),
    ("some periods overlap, so some of what is counted is in more than one figure", overlapping),
    ("the periods do not follow each other at equal steps", holds("uneven steps")),
    (
        "the definitions differ between the series, so they are not compared with each other",
        holds("definitions"),
    ),
    ("the likely ranges overlap, so it is not certain that there was a <change:change>", ranges),
    ("<where the likely ranges overlap,|the likely ranges overlap, so> no order is certain", ranges),
    (
        "sources differ on <one figure|the figure for {at:labels}"
        "[ ({series:series})]>: {here:amount} here, {there:amount} in another",
        sources,
    ),
    ("differences are calculated from unrounded figures", unrounded),
    ("how the figure for {at:labels}[ ({series:series})] was worked out: {how}", how),
    ("the axis starts at {start:amount}, not at zero", axis),
)
