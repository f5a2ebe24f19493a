"""How the latest figures stand to target and baseline, and changes that the paper states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..facts.fact import BaselineOnly, BaselineStanding, Declared, TargetStanding
from ..facts.notice import Stated
from ..facts.standing import baseline_cell
from . import format as say
from .sentences import Clause, plain
from .telling import MOST_NAMED, Telling, above, at, change_noun, overall_changes

_STATES: Final = {"none": "is set", "not agreed": "has been agreed"}


def standing(telling: Telling) -> Iterator[Clause]:
    """Give the clauses on target, baseline, stated changes, and which direction is better."""
    declared = [f"no {mark.what} {_STATES[mark.state]}" for mark in telling.facts.all(Declared)]
    if declared:
        yield Clause(22, 83, (f"the papers say that {say.listed(declared, 'and that')}",))
    if targets := telling.facts.all(TargetStanding):
        wordings = _target(telling, targets[0]) if len(targets) == 1 else _targets(telling, targets)
        yield Clause(20, 86, tuple(wordings))
    yield from _better(telling)
    yield from _baseline(telling)
    for stated in telling.facts.all(Stated):
        yield _stated(telling, stated)


def _target(telling: Telling, fact: TargetStanding) -> Iterator[str]:
    target = target_words(telling, fact)
    # A distance that is rounded more than the target shown would contradict it.
    finer = telling.units_of(fact.target).decimals > telling.units.decimals
    gap = "" if fact.difference is None or finer else telling.gap(fact.difference, fact.cell)
    side = f"{gap} {above(fact.direction or 0)}".strip()
    due = f", due by {say.period(fact.by)}," if fact.by else ""
    figure = "the latest figure" if telling.facts.grid.axis == "time" else "the figure"
    match fact.outcome:
        case "exactly met" | "equal":
            verb = "was exactly met" if fact.outcome == "exactly met" else "is equal to the figure"
            yield f"{target}{due} {verb}"
            yield f"{target} {verb}"
        case "not certain":
            yield f"the likely range of {figure} holds {target}, so it is not certain that it was met"
        case "met":
            met = f", first met {at(fact.first_met)}" if fact.first_met else ", which was met"
            yield f"{figure} is {side} {target}{met}"
            yield f"{target} was met"
        case "above" | "below":
            yield f"{figure} is {side} {target}"
        case "not met" | "not yet met":
            verb = "was not yet met" if fact.outcome == "not yet met" else "was not met"
            rounds = " before rounding" if gap.startswith("less than") else ""
            yield f"{target}{due} {verb}: {figure} is {side} it{rounds}"
            yield f"{target} {verb}: {figure} is {side} it{rounds}"


def target_words(telling: Telling, fact: TargetStanding) -> str:
    """Write the target with its own decimals where it has more than the figures."""
    return f"the target of {telling.units_of(fact.target).value(fact.target)}"


_OUTCOMES: Final = ("met", "not met", "not yet met", "not certain", "above it", "below it", "equal to it")
_SAID: Final = {"exactly met": "met", "above": "above it", "below": "below it", "equal": "equal to it"}


def _targets(telling: Telling, facts: tuple[TargetStanding, ...]) -> Iterator[str]:
    """Say for which series or categories the target was met."""
    time = telling.facts.grid.axis == "time"
    named = [(fact.outcome, plain(fact.series if time else fact.cell.label)) for fact in facts]
    found = say.grouped(_OUTCOMES, [(_SAID.get(outcome, outcome), name) for outcome, name in named])
    target = f"{target_words(telling, facts[0])} {'was' if {'met', 'not met'} >= set(found) else 'is'}"
    if len(facts) <= MOST_NAMED:
        yield f"{target} {say.listed(say.in_groups(found))}"
    yield f"{target} {say.listed(say.in_groups(found, counted=True))} of the {len(facts)} figures"


def _better(telling: Telling) -> Iterator[Clause]:
    """Say which direction is better, where a change or a target makes a reader ask."""
    targets = telling.facts.all(TargetStanding)
    ways = {change.direction for change in overall_changes(telling).values()}
    if telling.indicator.better == "lower" and (targets or ways - {0}):
        yield Clause(19, 85 if targets else 62, ("for this measure, lower figures are better",))
    elif telling.indicator.better == "higher" and -1 in ways:
        yield Clause(19, 30, ("for this measure, higher figures are better",))


def _baseline(telling: Telling) -> Iterator[Clause]:
    standings, alone = telling.facts.all(BaselineStanding), telling.facts.all(BaselineOnly)
    if len(standings) == 1 and len(telling.rows) == 1:
        yield Clause(21, 84, tuple(_to_baseline(telling, standings[0])))
    elif standings:
        yield Clause(21, 84, tuple(_baselines(telling, standings)))
    elif any(fact.baseline is not None for fact in alone) or (alone and not telling.facts.all(Stated)):
        yield Clause(21, 70, tuple(_baseline_alone(telling, alone)))


def _same_as_change(telling: Telling, fact: BaselineStanding) -> bool:
    """Whether the change that the message tells starts at the baseline."""
    change = overall_changes(telling).get(fact.series)
    return bool(change and fact.period and change.earlier.period == fact.period and fact.difference is not None)


def _to_baseline(telling: Telling, fact: BaselineStanding) -> Iterator[str]:
    mark = _mark(telling, fact)
    when = f", for {say.period(fact.period)}" if fact.period else ""
    if _same_as_change(telling, fact) and fact.period:
        if fact.period.name != "baseline":
            yield f"the figure for {say.period(fact.period)} is the baseline"
    elif fact.direction is None:
        yield f"the likely range of the latest figure holds the baseline of {mark}, so no change from it is certain"
    else:
        side = above(fact.direction) if fact.direction else "equal to"
        if fact.direction and fact.difference is not None:
            side = f"{telling.gap(fact.difference, fact.cell)}{telling.relative(fact.relative)} {side}"
        yield f"the latest figure is {side} the baseline of {mark}{when}"
        yield f"the latest figure is {side} the baseline"


def _mark(telling: Telling, fact: BaselineStanding) -> str:
    """Write the baseline, as about so much where its point is."""
    row = next(row for row in telling.rows if row.name == fact.series)
    cell = baseline_cell(telling.indicator, row)
    return telling.value(cell) if cell and cell.value is not None else telling.units.value(fact.baseline)


def _baselines(telling: Telling, facts: tuple[BaselineStanding, ...]) -> Iterator[str]:
    if all(_same_as_change(telling, fact) for fact in facts) and facts[0].period:
        yield f"the figures for {say.period(facts[0].period)} are the baselines"
    words = {1: "above the baseline", -1: "below the baseline", 0: "equal to the baseline"}
    told = [(words[fact.direction], plain(fact.series)) for fact in facts if fact.direction is not None]
    if told:
        yield f"the latest figure is {say.listed(say.in_groups(say.grouped(words.values(), told)))}"
    yield "the baselines are in the table"


def _baseline_alone(telling: Telling, facts: tuple[BaselineOnly, ...]) -> Iterator[str]:
    fact = facts[0]
    when = f" for {say.period(fact.period)}" if fact.period else ""
    reason = {"break": " across the break in the series", "unequal periods": ", as their periods differ in length"}
    if fact.baseline is None:
        yield f"the baseline{when} has no figure that is shown"
    elif fact.obstacle in ("break", "unequal periods") and len(facts) == 1:
        mark = telling.units.value(fact.baseline)
        yield f"the baseline is {mark}{when}; it and the latest figure are not compared{reason[fact.obstacle]}"
        yield f"the baseline and the latest figure are not compared{reason[fact.obstacle]}"
    elif fact.obstacle is None and len(facts) == 1:
        yield f"the figure{when} is the baseline"
    yield "the baselines are in the table"


def _stated(telling: Telling, fact: Stated) -> Clause:
    change = fact.change
    amount = abs(change.amount)
    own = max(0, -int(amount.as_tuple().exponent))
    size = {
        "points": say.points(amount, own),
        "percent": say.percent(amount, own),
        "count": replace(telling.units, decimals=own).value(amount),
    }[change.measured_in]
    noun = f"{change_noun(1 if change.amount > 0 else -1)} of {size}" if amount else "no change"
    series = f" for {plain(change.series)}" if change.series else ""
    text = f"the paper states {noun}{series}, compared with {plain(change.since)}"
    when = f" {say.in_period(change.period)}" if len(telling.facts.grid.labels) > 1 else ""
    unknown = _unknown(telling, fact)
    return Clause(23, 88, (f"{text}{when}{unknown}", f"{text}{unknown}", text, f"the paper states {noun}"))


def _unknown(telling: Telling, fact: Stated) -> str:
    """Say that the earlier figure is not given, where no point gives it."""
    since = fact.change.since.lower()
    if "baseline" in since:
        typed = telling.indicator.baseline
        alone = any(fact.baseline is not None for fact in telling.facts.all(BaselineOnly))
        given = alone or bool(telling.facts.all(BaselineStanding)) or bool(typed and typed.value is not None)
        return "" if given else "; it does not give the baseline's own figure"
    given = any(cell.shown and cell.label.lower() in since for row in telling.rows for cell in row.cells)
    return "" if given else "; it does not give the earlier figure"
