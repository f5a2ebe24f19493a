"""What a reader must know before trusting a figure, in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ..facts import notice
from ..facts.fact import BaselineStanding, BesideAverage, Change, Extremes, Forecasts, StatusCounts, TargetStanding
from ..facts.grid import Cell
from ..facts.ranking import ranked
from . import format as say
from .sentences import Clause, first_fitting, plain, sentence
from .telling import Telling, all_the_same, names, ranges_overlap

_STATUSES: Final = {
    "not available": (12, 91, "is not available", "are not available"),
    "suppressed": (13, 94, "is suppressed and not shown", "are suppressed and not shown"),
    "not applicable": (14, 64, "does not apply", "do not apply"),
    "provisional": (14, 92, "is provisional and may change", "are provisional and may change"),
    "estimated": (14, 77, "is an estimate", "are estimates"),
    "low reliability": (14, 78, "is of low reliability", "are of low reliability"),
    "low": (14, 76, "is too low to show but is not zero", "are too low to show but are not zero"),
}
"""Place and weight of what is said of each status, of one figure and of several."""


def cautions(telling: Telling) -> Iterator[Clause]:
    """Give a clause for each caution, the ones that change the meaning of the message weightiest."""
    yield from _periods(telling)
    yield from _statuses(telling)
    yield from _values(telling)
    yield from _sources(telling)


def caution_sentences(telling: Telling) -> tuple[str, ...]:
    """Give every caution as a sentence of its own, for a list beside the figure."""
    facts = telling.facts
    texts = [first_fitting(clause.wordings) for clause in cautions(telling)]
    texts += [
        f"there is a break in the series before {names([fact.cell])}: {plain(fact.reason)}"
        for fact in facts.all(notice.Break)
    ]
    texts += [
        f"how the figure for {names([fact.cell])} was worked out: {fact.how}" for fact in facts.all(notice.WorkedOut)
    ]
    return tuple(sentence(text) for text in texts if text)


def _figures(telling: Telling, series: str, cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Name figures: ``the figures for 2023 and 2024``, with their series where there are several."""
    noun, count = ("figure", "one figure") if len(cells) == 1 else ("figures", "some of the figures")
    several = _in_brackets(telling, series)
    return (f"the {noun} for {names(cells)}{several}", f"{count}{several}", count)


def _in_brackets(telling: Telling, series: str) -> str:
    return f" ({plain(series)})" if len(telling.rows) > 1 else ""


def _said(telling: Telling, series: str, cells: tuple[Cell, ...], singular: str, plural: str) -> tuple[str, ...]:
    """Say something of figures, by name or by count."""
    predicate = singular if len(cells) == 1 else plural
    return tuple(f"{who} {predicate}" for who in _figures(telling, series, cells))


def _statuses(telling: Telling) -> Iterator[Clause]:
    facts = telling.facts
    found = [(fact.series, "not available", fact.cells) for fact in facts.all(notice.Gap)]
    found += [(fact.series, "suppressed", fact.cells) for fact in facts.all(notice.Suppressed)]
    found += [(fact.series, fact.status, fact.cells) for fact in facts.all(notice.Flagged)]
    for series, status, cells in found:
        place, weight, singular, plural = _STATUSES[status]
        yield Clause(place, weight, _said(telling, series, cells, singular, plural))
    for ahead in facts.all(Forecasts):
        yield Clause(15, 79, tuple(_forecast(telling, ahead)))
    for revised in facts.all(notice.Revised):
        yield Clause(15, 71, tuple(_revised(telling, revised)))


def _forecast(telling: Telling, fact: Forecasts) -> Iterator[str]:
    if len(fact.cells) > 1:
        yield from _said(telling, fact.series, fact.cells, "", "are forecasts")
        return
    several = _in_brackets(telling, fact.series)
    yield f"the figure of {telling.value(fact.cells[0])} for {names(fact.cells)}{several} is a forecast"
    yield "one figure is a forecast"


def _revised(telling: Telling, fact: notice.Revised) -> Iterator[str]:
    for who in _figures(telling, fact.series, (fact.cell,)):
        if fact.earlier_value is not None:
            yield f"{who} was revised, from {telling.units.value(fact.earlier_value)} to {telling.value(fact.cell)}"
        yield f"{who} was revised"


def _periods(telling: Telling) -> Iterator[Clause]:
    facts = telling.facts
    breaks: dict[str, notice.Break] = {}  # each once, though it be in several series
    for fact in facts.all(notice.Break):
        breaks.setdefault(fact.cell.label, fact)
    for fact in breaks.values():
        before = f"there is a break in the series before {names([fact.cell])}"
        consequence = "so earlier figures are not compared with later ones"
        wordings = (f"{before} ({plain(fact.reason)})", before, "there is a break in the series")
        yield Clause(7, 93, tuple(f"{wording}, {consequence}" for wording in wordings))
    if facts.one(notice.UnstatedPeriods):
        yield Clause(8, 93, ("the papers do not state every period, so the periods may differ in length",))
    if (unequal := facts.one(notice.UnequalPeriods)) is not None:
        lengths = say.listed(list(dict.fromkeys(say.length(period) for period in unequal.periods)))
        differ, so = "the periods have different lengths", "and are not directly comparable"
        yield Clause(8, 93, (f"{differ}, {lengths}, {so}", f"{differ} {so}"))
    if (overlapping := facts.one(notice.OverlappingPeriods)) is not None:
        yield Clause(9, 73, tuple(_overlap(overlapping)))
    if facts.one(notice.IrregularSpacing):
        yield Clause(10, 63, ("the periods do not follow each other at equal steps",))
    if facts.one(notice.DifferingDefinitions):
        yield Clause(11, 89, ("the definitions differ between the series, so they are not compared with each other",))


def _overlap(fact: notice.OverlappingPeriods) -> Iterator[str]:
    pair = say.periods(fact.pairs[0])
    if len(fact.pairs) == 1 and not pair[0].isdigit():  # a sentence does not begin with a figure
        yield f"{pair} overlap, so some of what is counted is in both"
    yield "some periods overlap, so some of what is counted is in more than one figure"


def _values(telling: Telling) -> Iterator[Clause]:
    facts = telling.facts
    if ranges_overlap(telling):
        yield Clause(6, 93, ("the likely ranges overlap, so it is not certain that there was a change",))
    elif _order_is_open(telling):
        yield Clause(6, 92, ("the likely ranges overlap, so no order is certain",))
    elif any(beside.direction is None for beside in facts.all(BesideAverage)):
        yield Clause(6, 70, ("where the likely ranges overlap, no order is certain",))
    for zeros in facts.all(notice.RoundedZero):
        value = telling.value(zeros.cells[0])
        singular, plural = f"rounds to {value} but is not zero", f"round to {value} but are not zero"
        yield Clause(16, 85, _said(telling, zeros.series, zeros.cells, singular, plural))
    if _subtraction_misleads(telling):
        yield Clause(3, 90, ("differences are calculated from unrounded figures",))


def _order_is_open(telling: Telling) -> bool:
    """Whether categories that are not all the same have neither a highest nor a lowest, as their ranges overlap."""
    if telling.facts.grid.axis == "time" or telling.facts.all(StatusCounts):
        return False
    rows = [ranked(row) for row in telling.rows if telling.facts.one(Extremes, row.name) is None]
    return any(len(cells) > 1 and not all_the_same(cells) for cells in rows)


def _subtraction_misleads(telling: Telling) -> bool:
    """Whether a reader who subtracts the rounded figures gets another difference than the text gives."""
    facts, decimals = telling.facts, telling.units.decimals
    pairs: list[tuple[Decimal | None, Decimal | None]] = []
    pairs += [(change.earlier.value, change.later.value) for change in facts.all(Change)]
    pairs += [(standing.target, standing.cell.value) for standing in facts.all(TargetStanding)]
    pairs += [(standing.baseline, standing.cell.value) for standing in facts.all(BaselineStanding)]
    pairs += [(beside.average.value, beside.cell.value) for beside in facts.all(BesideAverage)]
    for row in telling.rows:
        values = [cell.value for cell in row.cells if cell.shown and cell.point.role != "average"]
        if facts.grid.axis == "category" and len(values) == 2:  # their difference is told
            pairs.append((values[0], values[1]))
    return any(
        earlier is not None and later is not None and say.rounding_shows(earlier, later, decimals)
        for earlier, later in pairs
    )


def _sources(telling: Telling) -> Iterator[Clause]:
    for fact in telling.facts.all(notice.Disagreement):
        two = f"{telling.value(fact.cell)} here, {telling.units.value(fact.other)} in another"
        which = f"the figure for {names([fact.cell])}{_in_brackets(telling, fact.series)}"
        yield Clause(17, 74, (f"sources differ on {which}: {two}", f"sources differ on one figure: {two}"))
    singular, plural = "was worked out from other figures", "were worked out from other figures"
    for row in telling.rows:
        if worked := tuple(fact.cell for fact in telling.facts.all(notice.WorkedOut, row.name)):
            yield Clause(18, 50, _said(telling, row.name, worked, singular, plural))
