"""Claims about what a reader must know first: statuses, gaps, breaks, periods, sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from . import conditions
from .claim import Claim, Patterns
from .groups import differing_definitions
from .pieces import tidy
from .table import Figure, way

STATUSES: Final = {
    "not available": ("is not available", "are not available"),
    "suppressed": ("is suppressed and not shown", "are suppressed and not shown"),
    "not applicable": ("does not apply", "do not apply"),
    "provisional": ("is provisional and may change", "are provisional and may change"),
    "estimated": ("is an estimate", "are estimates"),
    "low reliability": ("is of low reliability", "are of low reliability"),
    "low": ("is too low to show but is not zero", "are too low to show but are not zero"),
    "forecast": ("is a forecast", "are forecasts"),
    "revised": ("was revised", "were revised"),
    "worked out": ("was worked out from other figures", "were worked out from other figures"),
    "rounded to zero": ("rounds to", "round to"),
}
"""How each status is said of one figure and of several."""


def status(claim: Claim) -> Iterator[str]:
    """Check that the figures that are named, or counted, are all those of one series that have a status."""
    name = next(name for name, words in STATUSES.items() if claim.word("status") in words)
    rows = [claim.series] if claim.series else list(claim.table.rows)
    candidates = [found for row in rows for found in _groups(claim, row, name)]
    fitting = [found for found in candidates if _is_meant(claim, found)]
    if not fitting:
        yield f"{_listed(candidates)} {name}."
        return
    problems = [list(_amounts(claim, found[0])) for found in fitting]
    if all(problems):
        yield from problems[0]
    fitting = [found for found, wrong in zip(fitting, problems, strict=True) if not wrong] or fitting
    if (claim.word("status") == STATUSES[name][0]) != (len(fitting[0]) == 1):
        yield "One figure is, several figures are."
    if claim.word("noun") and (claim.word("noun") in ("figure", "one figure")) != (len(fitting[0]) == 1):
        yield "One figure, several figures."
    for found in fitting:
        if name in ("revised", "worked out"):
            claim.said.update((name, one.series, one.label) for one in found)
        else:
            claim.said.add((name, found[0].series, ""))


def _amounts(claim: Claim, figure: Figure) -> Iterator[str]:
    """Check the figures that a clause about a status gives."""
    for name in ("amount", "zero", "now"):
        yield from claim.amount_is(name, figure)
    yield from claim.mark_is("earlier", figure.point.earlier_value)


def _groups(claim: Claim, row: str, name: str) -> list[list[Figure]]:
    """Give the figures of a series with a status: together, and one by one where each may be said for itself."""
    found = conditions.with_status(claim.table, row, name)
    alone = [[one] for one in found] if name in ("revised", "worked out") and len(found) > 1 else []
    return [found, *alone] if found else []


def _is_meant(claim: Claim, found: list[Figure]) -> bool:
    if claim.word("noun") == "some of the figures":
        return len(found) > 1
    count = 1 if claim.word("noun") == "one figure" else claim.get("count", int)
    if claim.names("at"):
        return sorted(claim.names("at")) == sorted(one.label for one in found)
    return count == len(found)


def _listed(groups: list[list[Figure]]) -> str:
    names = "; ".join(", ".join(one.label for one in found) for found in groups)
    return f"Only {names} is" if names else "No figure is"


def broken(claim: Claim) -> Iterator[str]:
    """Check a break in the series: before which figure, and why."""
    found = conditions.breaks(claim.table)
    if not found:
        yield "There is no break."
    meant = [one for one in found if not claim.names("at") or claim.names("at") == (one.label,)]
    meant = [one for one in meant if claim.word("reason") in ("", tidy(one.point.break_before or ""))]
    if not meant:
        yield f"The break is before {', '.join(one.label for one in found)}, and for another reason."
    what = "break" if claim.word("apart") else "reason of break"
    claim.said.update((what, "", one.label) for one in meant)


def unequal(claim: Claim) -> Iterator[str]:
    """Check that the periods differ in length, and every length."""
    found = conditions.lengths(claim.table)
    if len(found) < 2:
        yield "The periods do not differ in length."
    if claim.names("lengths") and sorted(claim.names("lengths")) != sorted(found):
        yield f"The lengths are {', '.join(sorted(found))}."
    claim.said.add(("unequal periods", "", ""))


def unstated(claim: Claim) -> Iterator[str]:
    """Check that a series has several figures, and that the period of one of them is not stated."""
    if not conditions.unstated(claim.table):
        yield "Every period is stated."
    claim.said.add(("periods not stated", "", ""))


def overlapping(claim: Claim) -> Iterator[str]:
    """Check that neighbouring periods share days; two that are named are the only ones."""
    found = conditions.overlaps(claim.table)
    if not found:
        yield "No periods overlap."
    named = claim.names("at")
    if named and [tuple(one.name for one in pair) for pair in found] != [named]:
        yield f"These overlap: {found}."
    claim.said.add(("overlapping periods", "", ""))


def uneven(claim: Claim) -> Iterator[str]:
    """Check that the periods do not follow each other at equal steps."""
    if not conditions.uneven(claim.table):
        yield "The steps are equal."
    claim.said.add(("uneven steps", "", ""))


def definitions(claim: Claim) -> Iterator[str]:
    """Check that the series measure by different definitions."""
    if not differing_definitions(claim.table):
        yield "The definitions do not differ."
    claim.said.add(("definitions", "", ""))


def ranges(claim: Claim) -> Iterator[str]:
    """Check that likely ranges overlap, so that a change or an order is not certain."""
    if claim.word("change"):
        found = conditions.change_is_open(claim.table)
    else:
        shown = [one for one in claim.table.all() if one.shown]
        found = any(way(one, other) is None for one in shown for other in shown if one is not other)
    if not found:
        yield "The likely ranges do not overlap."
    claim.said.add(("ranges", "", ""))


def sources(claim: Claim) -> Iterator[str]:
    """Check a figure for which another source has another one."""
    found = conditions.disagreements(claim.table)
    meant = [
        (one, other)
        for one, other in found
        if claim.series in ("", one.series) and claim.names("at") in ((), (one.label,))
    ]
    problems = [[*claim.amount_is("here", one), *claim.mark_is("there", other)] for one, other in meant]
    if not problems or all(problems):
        yield "Sources do not differ so."
        return
    for (one, _), wrong in zip(meant, problems, strict=True):
        if not wrong:
            claim.said.add(("sources", one.series, one.label))


def unrounded(claim: Claim) -> Iterator[str]:
    """Keep that differences are calculated from unrounded figures: they always are."""
    claim.said.add(("unrounded", "", ""))
    yield from ()


def how(claim: Claim) -> Iterator[str]:
    """Check how a figure was worked out."""
    rows = [claim.series] if claim.series else list(claim.table.rows)
    found = [one for row in rows for one in claim.figures("at", row)]
    meant = [one for one in found if tidy(one.point.worked_out or "") == claim.word("how")]
    if not meant or len(claim.names("at")) != 1:
        yield "The figure was not worked out so."
    claim.said.update(("how", one.series, one.label) for one in meant)


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
        (f"{_FIGURES} <status:{one}|{many}>", status)
        for name, (one, many) in STATUSES.items()
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
    ("the papers do not state every period, so the periods may differ in length", unstated),
    ("{at:labels} overlap, so some of what is counted is in both", overlapping),
    ("some periods overlap, so some of what is counted is in more than one figure", overlapping),
    ("the periods do not follow each other at equal steps", uneven),
    ("the definitions differ between the series, so they are not compared with each other", definitions),
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
