"""How figures stand to the baseline, or why the two are not compared."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from ...facts.fact import PartPeriod
from ...facts.notice import Stated
from ...facts.standing import BaselineFigure, BaselineOnly, BaselineStanding
from ...facts.standing import side as side_of_mark
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import side
from ..proof.standards import Beside, beside
from ..sentences import Clause, Place
from ..telling import LATEST, Gap, Mark, Telling, leading_changes
from ..telling import side as side_of


def of_latest(claim: Claim) -> Iterator[str]:
    """Check the latest figure of the only series against the baseline."""
    found = beside(claim.table, claim.series) if claim.series else None
    if found is None or found.value is None or not found.latest or found.hindrances or found.latest is found.figure:
        yield "There is no baseline that the latest figure may be compared with."
        return
    yield from _given(claim, found)
    if claim.table.in_time:
        yield from claim.latest_is(found.latest)
    if not claim.word("side") and side(found.latest, found.value) is not None:
        yield "The latest figure has no likely range that holds the baseline."
    if found.way != {"above": 1, "below": -1, "equal to": 0, "": None}[claim.word("side")]:
        yield f"The latest figure does not stand so to the baseline of {found.value}."
    yield from claim.gap_is(found.value, found.latest.value, about=found.about or found.latest.about)


def left_open(claim: Claim) -> Iterator[str]:
    """Check that the range of the baseline itself leaves open on which side of it the latest figure is."""
    found = beside(claim.table, claim.series) if claim.series else None
    claim.says("baseline")
    if found is None or not found.figure or not found.latest or found.hindrances or found.way is not None:
        yield "The baseline leaves nothing open."
        return
    yield from claim.latest_is(found.latest)


def _given(claim: Claim, found: Beside) -> Iterator[str]:
    """Check the baseline's own figure and its period, where the clause gives them."""
    claim.says("baseline")
    yield from claim.mark_is("baseline", found.value, about=found.about)
    period = claim.table.indicator.baseline.period if claim.table.indicator.baseline else None
    if bool(claim.word("years")) and not (claim.table.indicator.baseline and claim.table.indicator.baseline.average):
        yield "The baseline is no average of years."
    named = claim.word("period") or claim.word("years")
    if named and (period is None or named != period.name):
        yield f"The baseline is for {period.name if period else 'no stated period'}."


def _of_each(claim: Claim) -> list[Beside]:
    """Give the baseline of each series that is no comparator, beside its latest figure."""
    rows = claim.table.rows.items()
    return [beside(claim.table, name) for name, row in rows if not row or not row[0].is_comparator]


def is_baseline(claim: Claim) -> Iterator[str]:
    """Check that the figures for a period are the baseline: that they are there."""
    found = _of_each(claim)
    if not found or any(pair.figure is None for pair in found):
        yield "There is no figure that is the baseline."
        return
    if bool(claim.word("several")) != (len(found) > 1):
        yield "One baseline, several baselines."
    yield from _given(claim, found[0])


def of_series(claim: Claim) -> Iterator[str]:
    """Check on which side of its baseline the latest figure of each series is."""
    sides: dict[str, list[str]] = {}
    for name, row in claim.table.rows.items():
        found = beside(claim.table, name)
        if found.way is None or found.hindrances or found.latest is found.figure or row[0].is_comparator:
            continue
        sides.setdefault({1: "above", -1: "below", 0: "equal to"}[found.way], []).append(name)
    yield from claim.groups_are("stand", sides)
    if (claim.word("which") == "latest figure") != (not any(map(claim.table.part, claim.table.rows))):
        yield "The latest figure is one of another length of time, or it is not."
    claim.says("baseline")


def apart(claim: Claim) -> Iterator[str]:
    """Check a baseline with which nothing is compared, and why."""
    every = _of_each(claim)
    claim.says("baseline")
    if not every:
        yield "There is no baseline."
        return
    if claim.word("empty") and any(pair.value is not None for pair in every):
        yield "The baseline has a figure."
    yield from _given(claim, every[0])
    reason = "break" if "break" in claim.word("reason") else "length"
    if claim.word("reason") and not any(reason in pair.hindrances for pair in every):
        yield "That is not why they are not compared."


IS: Final = Pattern("the figure[ for {period}] is the baseline", is_baseline)
ARE: Final = Pattern("the figures for {period} are the <several:baselines>", is_baseline)
UNCERTAIN: Final = Pattern(
    f"the likely range of {LATEST} holds the baseline of {{baseline:amount}}, so no change from it is certain",
    of_latest,
)
OPEN: Final = Pattern(
    f"the likely range of the baseline leaves open whether {LATEST} <differs:differs> from it", left_open
)
STANDS: Final = Pattern(
    f"{LATEST} is [{{gap}}[ ({{relative:number}})] ]<side:above|below|equal to> the baseline"
    "[ of {baseline:amount}<, the yearly average of {years:period}|[, for {period}]>]",
    of_latest,
)
NAMED: Final = Pattern("the <which:latest figure|last whole figure> is {named:sides}", of_series)
EMPTY: Final = Pattern("the baseline[ for {period}] <empty:has no figure that is shown>", apart)
ALONE: Final = Pattern("the baseline is {baseline:amount}[ for {period}]", apart)
IN_TABLE: Final = Pattern("the baselines are in the table", apart)
APART: Final = Pattern(
    "the baseline and the latest figure are not compared"
    "<reason: across the break in the series|, as their periods differ in length>",
    apart,
)
PATTERNS: Final = (IS, ARE, UNCERTAIN, OPEN, STANDS, NAMED, EMPTY, ALONE, IN_TABLE, APART)


def standing(telling: Telling) -> Iterator[Clause]:
    """Give the clause on the baseline."""
    standings, alone = telling.facts.all(BaselineStanding), telling.facts.all(BaselineOnly)
    if len(standings) == 1 and len(telling.rows) == 1:
        yield Clause(Place.BASELINE, 84, tuple(_one(telling, standings[0])))
    elif standings:
        yield Clause(Place.BASELINE, 84, tuple(_several(telling, standings)))
    elif any(fact.baseline is not None for fact in alone) or (alone and not telling.facts.all(Stated)):
        yield Clause(Place.BASELINE, 70, tuple(_alone(telling, alone)))


def _starts_the_change(telling: Telling, fact: BaselineStanding) -> bool:
    """Whether the change that the message tells starts at the baseline."""
    change = leading_changes(telling).get(fact.series)
    own = telling.facts.one(BaselineFigure, fact.series)
    return bool(change and own and change.earlier is own.cell and fact.difference is not None)


def _one(telling: Telling, fact: BaselineStanding) -> Iterator[str]:
    mark = _mark(telling, fact.series, fact.baseline)
    row = next(row for row in telling.rows if row.name == fact.series)
    latest = telling.latest(row, fact.cell) if telling.in_time else {}
    if _starts_the_change(telling, fact) and fact.period:
        if fact.period.name != "baseline":
            yield telling.write(IS, period=fact.period)
    elif fact.direction is None:
        pattern = UNCERTAIN if side_of_mark(fact.cell, fact.baseline) is None else OPEN
        yield telling.write(pattern, baseline=mark, differs="differs", **latest)
    else:
        said: dict[str, Any] = {"side": side_of(fact.direction), "baseline": mark, **latest}
        said |= {"years" if fact.average else "period": fact.period}
        if fact.direction and fact.difference is not None:
            said |= {"gap": Gap(fact.difference, fact.about), "relative": telling.relative(fact.relative)}
        yield from telling.ways(STANDS, ["baseline", "period", "years"], **said)


def _mark(telling: Telling, series: str, amount: Decimal) -> Mark:
    """Give the baseline of a series, as about so much where its point is."""
    own = telling.facts.one(BaselineFigure, series)
    return Mark(amount, about=bool(own and own.cell.value is not None and own.cell.point.approximate))


def _several(telling: Telling, facts: tuple[BaselineStanding, ...]) -> Iterator[str]:
    judged = [row for row in telling.rows if not row.is_comparator]
    if len(facts) == len(judged) and all(_starts_the_change(telling, fact) for fact in facts) and facts[0].period:
        one = len(judged) == 1
        yield telling.write(IS if one else ARE, period=facts[0].period, several=None if one else "baselines")
    sides: dict[str, list[str]] = {}
    for fact in sorted(facts, key=lambda fact: {1: 0, -1: 1}.get(fact.direction or 0, 2)):
        if fact.direction is not None:
            sides.setdefault(side_of(fact.direction), []).append(fact.series)
    if sides:
        which = "last whole figure" if telling.facts.all(PartPeriod) else "latest figure"
        named = [{"word": word, "names": names} for word, names in sides.items()]
        yield telling.write(NAMED, which=which, named=named)
    yield telling.write(IN_TABLE)


_REASONS: Final = {
    "break": "across the break in the series",
    "unequal periods": ", as their periods differ in length",
}


def _alone(telling: Telling, facts: tuple[BaselineOnly, ...]) -> Iterator[str]:
    fact = facts[0]
    if all(fact.baseline is None for fact in facts):
        yield telling.write(EMPTY, period=fact.period, empty="has no figure that is shown")
    elif len(facts) == 1 and fact.baseline is not None:
        own, mark = telling.facts.one(BaselineFigure, fact.series), _mark(telling, fact.series, fact.baseline)
        alone = telling.write(ALONE, baseline=mark, period=fact.period)
        if reason := _REASONS.get(fact.obstacle or ""):
            apart_for = telling.write(APART, reason=reason)
            yield from (f"{own_figure}; {apart_for}" for own_figure in (alone, telling.write(ALONE, baseline=mark)))
            yield apart_for
        else:
            if own and own.cell.value is not None:
                yield telling.write(IS, period=fact.period)
            yield alone
    yield telling.write(IN_TABLE)
