"""What a reader must know before trusting a figure: its status, its sources, how it was rounded or worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from ...facts import notice
from ...facts.comparators import Beside
from ...facts.fact import BetweenTwo, Change, Forecasts
from ...facts.grid import Cell
from ...facts.makeup import Since
from ...facts.standing import BaselineStanding
from ...facts.targets import RangeStanding, TargetStanding
from .. import format as say
from ..nouns import STATUSES
from ..pattern import Pattern
from ..proof import duties
from ..proof.claim import Claim, Cut
from ..proof.evidence import Figure
from ..sentences import Clause, Place, fits
from ..telling import Mark, Telling
from . import gaps, reason


def status(claim: Claim) -> Iterator[str]:
    """Check that the figures that are named, or counted, are all those of one series that have a status."""
    name = next(name for name, words in STATUSES.items() if claim.word("status") in words)
    rows = [claim.series] if claim.series else list(claim.table.rows)
    candidates = [found for row in rows for found in _groups(claim, row, name)]
    fitting = [found for found in candidates if _is_meant(claim, found)]
    if not fitting:
        yield f"{_who(candidates)} {name}."
        return
    problems = [[*_amounts(claim, found[0]), *_last(claim, found)] for found in fitting]
    if all(problems):
        yield from problems[0]
    fitting = [found for found, wrong in zip(fitting, problems, strict=True) if not wrong] or fitting
    alone = len(fitting[0]) == 1
    if (claim.word("status") == STATUSES[name][0]) != alone:
        yield "One figure is, several figures are."
    if claim.word("be") and (claim.word("be") == "is") != alone:
        yield "One figure is, several figures are."
    if claim.word("noun") and (claim.word("noun") in ("figure", "one figure")) != alone:
        yield "One figure, several figures."
    for found in fitting:
        for figure in found:
            label = figure.label if name in duties.SAID_OF_EACH else duties.reason(name, figure)
            claim.says(name, figure.series, label)


def _amounts(claim: Claim, figure: Figure) -> Iterator[str]:
    """Check the figures that a clause about a status gives."""
    for name in ("amount", "now"):
        yield from claim.amount_is(name, figure)
    yield from claim.mark_is("zero", Decimal(0))
    yield from claim.mark_is("earlier", figure.point.earlier_value)


def _last(claim: Claim, found: list[Figure]) -> Iterator[str]:
    """Check the last of several figures, which stand in their order where a clause gives it."""
    yield from claim.amount_is("last", found[-1])
    if claim.word("order") and list(claim.names("at")) != [figure.label for figure in found]:
        yield "They stand in another order."


def _groups(claim: Claim, row: str, name: str) -> list[list[Figure]]:
    """Give the figures of a series with a status: together, and one by one where each may be said for itself."""
    found = duties.with_status(claim.table, row, name)
    groups: list[list[Figure]] = []
    if name in duties.SAID_OF_EACH:
        groups = [[figure] for figure in found]
    elif len(whys := {duties.reason(name, figure) for figure in found}) > 1:
        groups = [[figure for figure in found if duties.reason(name, figure) == why] for why in sorted(whys)]
    return [found, *(group for group in groups if group != found)] if found else []


def _is_meant(claim: Claim, found: list[Figure]) -> bool:
    if claim.word("noun") == "some of the figures":
        return len(found) > 1
    if claim.names("at"):
        return sorted(claim.names("at")) == sorted(figure.label for figure in found)
    return len(found) == (1 if claim.word("noun") == "one figure" else claim.get("count", int))


def _who(groups: list[list[Figure]]) -> str:
    names = "; ".join(", ".join(figure.label for figure in found) for found in groups)
    return f"Only {names} is" if names else "No figure is"


def sources(claim: Claim) -> Iterator[str]:
    """Check a figure for which another source has another one."""
    meant = [
        (figure, other)
        for figure, other in duties.disagreements(claim.table)
        if claim.series in ("", figure.series) and claim.names("at") in ((), (figure.label,))
    ]
    true = [
        figure for figure, other in meant if not [*claim.amount_is("here", figure), *claim.mark_is("there", other)]
    ]
    if not true:
        yield "Sources do not differ so."
    if claim.word("noun") and (claim.word("noun") == "one figure") != (len(true) == 1):
        yield "They differ on one figure, or on several."
    for figure in true:
        claim.says("sources", figure.series, figure.label)


def unrounded(claim: Claim) -> Iterator[str]:
    """Keep that differences are calculated from unrounded figures: they always are."""
    claim.says("unrounded")
    return iter(())


def scale(claim: Claim) -> Iterator[str]:
    """Check where the scale starts, as far as anybody says, and where that of percentages ends."""
    start, end = claim.cut or (None, None)
    yield from claim.mark_is("start", start)
    yield from claim.mark_is("end", end)
    if start is None or (end is None and not start) or (end is not None and claim.part("end") is None):
        yield "Nothing says that the scale starts so."


_SERIES: Final = reason.SERIES
_FIGURES: Final = f"<the <noun:figures|figure> for {{at:labels}}|<noun:one figure|some of the figures>>{_SERIES}"
_SAID: Final = {name: words for name, words in STATUSES.items() if name != "rounded to zero"}
STATUS: Final = {
    name: Pattern(f"{_FIGURES} <status:{singular}|{plural}>", status) for name, (singular, plural) in _SAID.items()
}
"""What is said of the figures with each status."""
REVISED: Final = Pattern(f"{_FIGURES} <status:was revised>, from {{earlier:amount}} to {{now:amount}}", status)
ROUNDED: Final = Pattern(f"{_FIGURES} <status:rounds to|round to> {{zero:amount}} but <be:is|are> not zero", status)
FORECAST: Final = Pattern(
    f"<the figure of {{amount}}|the figures> for {{at:labels}}{_SERIES} <status:is a forecast|are forecasts>"
    "[, the <order:last> of them {last:amount}]",
    status,
)
SOURCES: Final = Pattern(
    f"sources differ on <the figure for {{at:labels}}{_SERIES}|<noun:one figure|some figures>>"
    ": {here:amount} here, {there:amount} in another",
    sources,
)
UNROUNDED: Final = Pattern("differences are calculated from unrounded figures", unrounded)
AXIS: Final = Pattern("the axis starts at {start:amount}, not at zero", scale)
SCALE: Final = Pattern("the scale of the chart runs from {start:amount} to {end:amount}", scale)
PATTERNS: Final = (
    *STATUS.values(),
    *(REVISED, ROUNDED, FORECAST, SOURCES, UNROUNDED, AXIS, SCALE),
)
_WEIGHTS: Final = {
    "not available": 91,
    "suppressed": 94,
    "not applicable": 64,
    "provisional": 92,
    "estimated": 77,
    "low reliability": 78,
    "low": 76,
}
"""How much would be lost without what is said of each status."""


def cautions(telling: Telling) -> Iterator[Clause]:
    """Give a clause for each caution about figures, the ones that change the meaning of the message weightiest."""
    yield from _statuses(telling)
    yield from _values(telling)
    yield from _sources(telling)


def scale_cut(telling: Telling, cut: Cut | None) -> Iterator[Clause]:
    """Say where the scale of the chart begins, where that is not at zero, and between what percentages stand."""
    if cut:
        start, end = cut
        said = telling.write(SCALE, start=Mark(start), end=Mark(end)) if end is not None else ""
        yield Clause(Place.AXIS, 60, (said or telling.write(AXIS, start=Mark(start)),))


def _figures(telling: Telling, series: str, cells: Sequence[Cell], *, named: bool = True) -> Iterator[dict[str, Any]]:
    """Name figures, as slots: by what they are for, or by how many, with their series where there are several."""
    name = {"series": reason.in_brackets(telling, series)}
    if named:
        yield {"noun": "figure" if len(cells) == 1 else "figures", "at": list(cells), **name}
        yield {"noun": "one figure" if len(cells) == 1 else "some of the figures", **name}
    yield {"noun": "one figure" if len(cells) == 1 else "some of the figures"}


def _said(
    telling: Telling, pattern: Pattern, series: str, cells: Sequence[Cell], *, named: bool = True, **more: Any
) -> tuple[str, ...]:
    """Say something of figures, by name or by count."""
    return tuple(telling.write(pattern, **who, **more) for who in _figures(telling, series, cells, named=named))


def _with_status(
    telling: Telling, name: str, series: str, cells: Sequence[Cell], *, named: bool = True
) -> tuple[str, ...]:
    return _said(telling, STATUS[name], series, cells, named=named, status=STATUSES[name][len(cells) > 1])


def _statuses(telling: Telling) -> Iterator[Clause]:
    facts = telling.facts
    found = [(fact.series, "not available", fact.cells) for fact in facts.all(notice.Gap)]
    found += [(fact.series, "suppressed", fact.cells) for fact in facts.all(notice.Suppressed)]
    found += [(fact.series, fact.status, fact.cells) for fact in facts.all(notice.Flagged)]
    reasons = [(text, cells) for text, cells in reason.hidden(telling) if reason.tells_status(cells)]
    yield from (Clause(Place.STATUS, 91, (text,)) for text, _ in reasons)
    told = {id(cell) for text, cells in reasons if fits(text) for cell in cells}
    each: list[tuple[str, str, Sequence[Cell]]] = []
    for series, name, marked in found:
        left = [cell for cell in marked if name not in duties.SAID_BY_REASON or id(cell) not in told]
        several = reason.by_reason(left).values() if name in duties.SAID_BY_REASON else [left]
        each += [(series, name, some) for some in several]
    ahead, revised = facts.all(Forecasts), facts.all(notice.Revised)
    every = [*each, *((fact.series, "forecast", fact.cells) for fact in ahead)]
    every += [(fact.series, "revised", (fact.cell,)) for fact in revised]
    # Of a status all series are named, or none: "one figure is provisional" says nothing beside one that is named.
    nameless = {
        name for series, name, cells in every if not any(map(fits, _with_status(telling, name, series, cells)[:2]))
    }
    for series, name, cells in each:
        wordings = _with_status(telling, name, series, cells, named=name not in nameless)
        yield Clause(Place.STATUS, _WEIGHTS[name], wordings)
    for forecasts in ahead:
        yield Clause(Place.STATUS, 79, tuple(_forecast(telling, forecasts, named="forecast" not in nameless)))
    for fact in revised:
        yield Clause(Place.STATUS, 71, tuple(_revised(telling, fact, named="revised" not in nameless)))


def _forecast(telling: Telling, fact: Forecasts, *, named: bool) -> Iterator[str]:
    if named:
        one, last = len(fact.cells) == 1, fact.cells[-1]
        values: dict[str, Any] = (
            {"amount": last, "status": "is a forecast"} if one else {"order": "last", "last": last}
        )
        values |= {"at": list(fact.cells), "series": reason.in_brackets(telling, fact.series)}
        yield telling.write(FORECAST, **{"status": "are forecasts", **values})
    yield from _with_status(telling, "forecast", fact.series, fact.cells, named=named)


def _revised(telling: Telling, fact: notice.Revised, *, named: bool) -> Iterator[str]:
    for who in _figures(telling, fact.series, (fact.cell,), named=named):
        if fact.earlier_value is not None:
            both = {"earlier": Mark(fact.earlier_value), "now": fact.cell}
            yield telling.write(REVISED, **who, status="was revised", **both)
        yield telling.write(STATUS["revised"], **who, status="was revised")


def _values(telling: Telling) -> Iterator[Clause]:
    for fact in telling.facts.all(notice.RoundedZero):
        several = len(fact.cells) > 1
        words: dict[str, Any] = {"status": STATUSES["rounded to zero"][several], "be": "are" if several else "is"}
        yield Clause(
            Place.STATUS, 85, _said(telling, ROUNDED, fact.series, fact.cells, zero=Mark(Decimal(0)), **words)
        )
    if _subtraction_misleads(telling):
        yield Clause(Place.SOURCES, 90, (telling.write(UNROUNDED),))


def _subtraction_misleads(telling: Telling) -> bool:
    """Whether a reader who subtracts the rounded figures gets another difference than the text gives."""
    facts, decimals = telling.facts, telling.units.decimals
    pairs: list[tuple[Decimal | None, Decimal | None]] = []
    pairs += [(change.earlier.value, change.later.value) for change in facts.all(Change)]
    pairs += [(standing.target, standing.cell.value) for standing in facts.all(TargetStanding)]
    pairs += [(standing.beyond, standing.cell.value) for standing in facts.all(RangeStanding)]
    pairs += [(standing.baseline, standing.cell.value) for standing in facts.all(BaselineStanding)]
    for two in facts.all(BetweenTwo):
        pairs += [(one.value, other.value) for one, other in filter(None, (two.later, two.earlier))]
    pairs += [(one.value, other.value) for since in facts.all(Since) for one, other in since.steps]
    pairs += [(beside.other.value, beside.cell.value) for beside in facts.all(Beside)]
    pairs += [(other.value, cell.value) for cell, other in gaps.told_apart(telling)]
    for row in telling.rows:
        values = [cell.value for cell in row.cells if cell.shown and not cell.is_comparator]
        if not telling.in_time and len(values) == 2:  # their difference is told
            pairs.append((values[0], values[1]))
    return any(
        earlier is not None and later is not None and say.rounding_shows(earlier, later, decimals)
        for earlier, later in pairs
    )


def _sources(telling: Telling) -> Iterator[Clause]:
    alike: dict[str, list[dict[str, Any]]] = {}  # by what is said where a name has no room
    for fact in telling.facts.all(notice.Disagreement):
        said = {"here": fact.cell, "there": Mark(fact.other)}
        which = {"at": [fact.cell], "series": reason.in_brackets(telling, fact.series)}
        alike.setdefault(telling.write(SOURCES, noun="some figures", **said), []).append(said | which)
    for short, figures in alike.items():
        texts = [telling.write(SOURCES, **said) for said in figures]
        if not all(map(fits, texts)):  # figures that are alike are named all, or none
            one = {"here": figures[0]["here"], "there": figures[0]["there"], "noun": "one figure"}
            texts = [short if figures[1:] else telling.write(SOURCES, **one)]
        yield from (Clause(Place.SOURCES, 74, (text,)) for text in texts)
    for row in telling.rows:
        if worked := tuple(fact.cell for fact in telling.facts.all(notice.WorkedOut, row.name)):
            yield Clause(Place.SOURCES, 50, _with_status(telling, "worked out", row.name, worked))
