"""What a reader must know before trusting a figure, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..facts.fact import (
    BaselineStanding,
    BesideAverage,
    Change,
    Extremes,
    Forecasts,
    NotCompared,
    StatusCounts,
    TargetStanding,
)
from ..facts.grid import Cell
from ..facts.notice import (
    Break,
    DifferingDefinitions,
    Disagreement,
    Flagged,
    Gap,
    IrregularSpacing,
    OverlappingPeriods,
    Revised,
    RoundedZero,
    Suppressed,
    UnequalPeriods,
    UnstatedPeriods,
    WorkedOut,
)
from ..facts.ranking import ranked
from . import format as say
from .sentences import Clause, first_fitting, plain, sentence
from .telling import Telling, names

_ONE_AND_MANY = {
    "not available": ("is not available", "are not available"),
    "suppressed": ("is suppressed and not shown", "are suppressed and not shown"),
    "not applicable": ("does not apply", "do not apply"),
    "provisional": ("is provisional and may change", "are provisional and may change"),
    "estimated": ("is an estimate", "are estimates"),
    "low reliability": ("is of low reliability", "are of low reliability"),
    "low": ("is too low to show but is not zero", "are too low to show but are not zero"),
}
_WEIGHTS = {"not applicable": 64, "provisional": 92, "estimated": 77, "low reliability": 78, "low": 76}


def cautions(telling: Telling) -> Iterator[Clause]:
    """Give a clause for each caution, the ones that change the meaning of the message weightiest."""
    yield from _periods(telling)
    yield from _statuses(telling)
    yield from _values(telling)
    yield from _sources(telling)


def caution_sentences(telling: Telling) -> tuple[str, ...]:
    """Give every caution as a sentence of its own, for a list beside the figure."""
    texts = (first_fitting(clause.wordings) for clause in cautions(telling))
    reasons = (
        f"There is a break in the series before {names([one.cell])}: {plain(one.reason)}"
        for one in telling.facts.all(Break)
    )
    worked = (
        f"How the figure for {names([one.cell])} was worked out: {one.how}" for one in telling.facts.all(WorkedOut)
    )
    return tuple(sentence(text) for text in (*texts, *reasons, *worked) if text)


def _figures(telling: Telling, series: str, cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Name figures: ``the figures for 2023 and 2024``, with their series where there are several."""
    noun = "figure" if len(cells) == 1 else "figures"
    several = f" ({plain(series)})" if len(telling.rows) > 1 else ""
    count = "one figure" if len(cells) == 1 else "some of the figures"
    return (f"the {noun} for {names(cells)}{several}", f"{count}{several}", count)


def _predicate(status: str, cells: tuple[Cell, ...]) -> str:
    return _ONE_AND_MANY[status][0 if len(cells) == 1 else 1]


def _statuses(telling: Telling) -> Iterator[Clause]:
    facts = telling.facts
    for gap in facts.all(Gap):
        yield _status(telling, 12, 91, gap.series, "not available", gap.cells)
    for kept in facts.all(Suppressed):
        yield _status(telling, 13, 94, kept.series, "suppressed", kept.cells)
    for flagged in facts.all(Flagged):
        yield _status(telling, 14, _WEIGHTS[flagged.status], flagged.series, flagged.status, flagged.cells)
    for ahead in facts.all(Forecasts):
        yield Clause(15, 79, tuple(_forecast(telling, ahead)))
    for revised in facts.all(Revised):
        yield Clause(15, 71, tuple(_revised(telling, revised)))


def _status(telling: Telling, place: int, weight: int, series: str, status: str, cells: tuple[Cell, ...]) -> Clause:
    predicate = _predicate(status, cells)
    return Clause(place, weight, tuple(f"{who} {predicate}" for who in _figures(telling, series, cells)))


def _forecast(telling: Telling, fact: Forecasts) -> Iterator[str]:
    several = f" ({plain(fact.series)})" if len(telling.rows) > 1 else ""
    if len(fact.cells) == 1:
        cell = fact.cells[0]
        yield f"the figure of {telling.value(cell)} for {names([cell])}{several} is a forecast"
        yield "one figure is a forecast"
    else:
        for who in _figures(telling, fact.series, fact.cells):
            yield f"{who} are forecasts"


def _revised(telling: Telling, fact: Revised) -> Iterator[str]:
    for who in _figures(telling, fact.series, (fact.cell,)):
        if fact.earlier_value is not None:
            yield f"{who} was revised, from {telling.units.value(fact.earlier_value)} to {telling.value(fact.cell)}"
        yield f"{who} was revised"


def _periods(telling: Telling) -> Iterator[Clause]:
    facts = telling.facts
    for fact in _first_of_each(facts.all(Break)):
        reason, before = plain(fact.reason), names([fact.cell])
        consequence = "so earlier figures are not compared with later ones"
        yield Clause(
            7,
            93,
            (
                f"there is a break in the series before {before} ({reason}), {consequence}",
                f"there is a break in the series before {before}, {consequence}",
                f"there is a break in the series, {consequence}",
            ),
        )
    if facts.one(UnstatedPeriods):
        yield Clause(8, 93, ("the papers do not state every period, so the periods may differ in length",))
    if (unequal := facts.one(UnequalPeriods)) is not None:
        lengths = say.listed(list(dict.fromkeys(say.length(one) for one in unequal.periods)))
        text = "and are not directly comparable"
        yield Clause(
            8,
            93,
            (f"the periods have different lengths, {lengths}, {text}", f"the periods have different lengths {text}"),
        )
    if (overlapping := facts.one(OverlappingPeriods)) is not None:
        yield Clause(9, 73, tuple(_overlap(overlapping)))
    if facts.one(IrregularSpacing):
        yield Clause(10, 63, ("the periods do not follow each other at equal steps",))
    if facts.one(DifferingDefinitions):
        yield Clause(11, 89, ("the definitions differ between the series, so they are not compared with each other",))


def _first_of_each(breaks: Iterable[Break]) -> Iterator[Break]:
    """Give each break once, though it be in several series."""
    seen: set[str] = set()
    for fact in breaks:
        if fact.cell.label not in seen:
            seen.add(fact.cell.label)
            yield fact


def _overlap(fact: OverlappingPeriods) -> Iterator[str]:
    pair = say.periods(fact.pairs[0])
    if len(fact.pairs) == 1 and not pair[0].isdigit():  # a sentence does not begin with a figure
        yield f"{pair} overlap, so some of what is counted is in both"
    yield "some periods overlap, so some of what is counted is in more than one figure"


def _values(telling: Telling) -> Iterator[Clause]:
    facts = telling.facts
    if any(one.obstacle == "ranges overlap" for one in facts.all(NotCompared)):
        yield Clause(6, 93, ("the likely ranges overlap, so it is not certain that there was a change",))
    elif _order_is_open(telling):
        yield Clause(6, 92, ("the likely ranges overlap, so no order is certain",))
    elif any(one.direction is None for one in facts.all(BesideAverage)):
        yield Clause(6, 70, ("where the likely ranges overlap, no order is certain",))
    for zeros in facts.all(RoundedZero):
        value = next(telling.value(cell) for cell in zeros.cells)
        verb = "rounds" if len(zeros.cells) == 1 else "round"
        ending = f"{verb} to {value} but {'is' if len(zeros.cells) == 1 else 'are'} not zero"
        yield Clause(16, 85, tuple(f"{who} {ending}" for who in _figures(telling, zeros.series, zeros.cells)))
    if _subtraction_misleads(telling):
        yield Clause(3, 90, ("differences are calculated from unrounded figures",))


def _order_is_open(telling: Telling) -> bool:
    """Whether categories that are not all the same have neither a highest nor a lowest, as their ranges overlap."""
    if telling.facts.grid.axis == "time" or telling.facts.all(StatusCounts):
        return False
    rows = [ranked(row) for row in telling.rows if telling.facts.one(Extremes, row.name) is None]
    return any(len(cells) > 1 and not _all_the_same(cells) for cells in rows)


def _all_the_same(cells: tuple[Cell, ...]) -> bool:
    return all(cell.exact and cell.value == cells[0].value for cell in cells)


def _subtraction_misleads(telling: Telling) -> bool:
    """Whether a reader who subtracts the rounded figures gets another difference than the text gives."""
    facts, decimals = telling.facts, telling.units.decimals
    pairs: list[tuple[Decimal | None, Decimal | None]] = [
        (one.earlier.value, one.later.value) for one in facts.all(Change)
    ]
    pairs += [(one.target, one.cell.value) for one in facts.all(TargetStanding)]
    pairs += [(one.baseline, one.cell.value) for one in facts.all(BaselineStanding)]
    pairs += [(one.average.value, one.cell.value) for one in facts.all(BesideAverage)]
    for row in telling.rows:
        values = [cell.value for cell in row.cells if cell.shown and cell.point.role != "average"]
        if facts.grid.axis == "category" and len(values) == 2:  # their difference is told
            pairs.append((values[0], values[1]))
    return any(
        earlier is not None and later is not None and say.rounding_shows(earlier, later, decimals)
        for earlier, later in pairs
    )


def _sources(telling: Telling) -> Iterator[Clause]:
    for fact in telling.facts.all(Disagreement):
        here, there = telling.value(fact.cell), telling.units.value(fact.other)
        where = f" ({plain(fact.series)})" if len(telling.rows) > 1 else ""
        yield Clause(
            17,
            74,
            (
                f"sources differ on the figure for {names([fact.cell])}{where}: {here} here, {there} in another",
                f"sources differ on one figure: {here} here, {there} in another",
            ),
        )
    for row in telling.rows:
        worked = tuple(one.cell for one in telling.facts.all(WorkedOut, row.name))
        if worked:
            ending = "was worked out from other figures" if len(worked) == 1 else "were worked out from other figures"
            yield Clause(18, 50, tuple(f"{who} {ending}" for who in _figures(telling, row.name, worked)))
