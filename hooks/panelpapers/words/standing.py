"""How the latest figures stand to target and baseline, and changes that the paper states."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.fact import BaselineOnly, BaselineStanding, Change, Declared, TargetStanding
from ..facts.notice import Stated
from ..facts.standing import baseline_cell
from . import format as say
from .sentences import Clause, plain
from .telling import MOST_NAMED, Telling, above, at, change_noun

_STATES = {
    ("target", "none"): "no target is set",
    ("target", "not agreed"): "no target has been agreed",
    ("baseline", "none"): "no baseline is set",
    ("baseline", "not agreed"): "no baseline has been agreed",
}


def standing(telling: Telling) -> Iterator[Clause]:
    """Give the clauses on target, baseline, stated changes, and which direction is better."""
    declared = [_STATES[(one.what, one.state)] for one in telling.facts.all(Declared)]
    if declared:
        yield Clause(22, 83, (f"the papers say that {say.listed([f'{text}' for text in declared], 'and that')}",))
    targets = telling.facts.all(TargetStanding)
    if len(targets) == 1:
        yield from _target(telling, targets[0])
    elif targets:
        yield Clause(20, 86, tuple(_targets(telling, targets)))
    yield from _better(telling)
    yield from _baseline(telling)
    for stated in telling.facts.all(Stated):
        yield _stated(telling, stated)


def _target(telling: Telling, fact: TargetStanding) -> Iterator[Clause]:
    mark = target_value(telling, fact)
    finer = _decimals(telling, fact) > telling.units.decimals  # a rounded distance would contradict the target shown
    gap = "" if fact.difference is None or finer else telling.gap(fact.difference, fact.cell)
    side = above(fact.direction or 0)
    hidden = gap.startswith("less than")
    due = f", due by {say.period(fact.by)}," if fact.by else ""
    first = f", first met {at(fact.first_met)}" if fact.first_met else ""
    figure = "the latest figure" if telling.facts.grid.axis == "time" else "the figure"
    if fact.outcome in ("exactly met", "equal"):
        verb = "was exactly met" if fact.outcome == "exactly met" else "is equal to the figure"
        wordings = [f"the target of {mark}{due} {verb}", f"the target of {mark} {verb}"]
    elif fact.outcome == "not certain":
        wordings = [f"the likely range of {figure} holds the target of {mark}, so it is not certain that it was met"]
    elif fact.outcome == "met":
        by = f"{gap} {side}" if gap else side
        wordings = [
            f"{figure} is {by} the target of {mark}{first or ', which was met'}",
            f"the target of {mark} was met",
        ]
    elif fact.outcome in ("above", "below"):
        by = f"{gap} {fact.outcome}" if gap else fact.outcome
        wordings = [f"{figure} is {by} the target of {mark}"]
    else:
        verb = "was not yet met" if fact.outcome == "not yet met" else "was not met"
        rounds = " before rounding" if hidden else ""
        miss = f"{figure} is {gap} {side} it{rounds}" if gap else f"{figure} is {side} it"
        wordings = [f"the target of {mark}{due} {verb}: {miss}", f"the target of {mark} {verb}: {miss}"]
    yield Clause(20, 86, tuple(wordings))


def target_value(telling: Telling, fact: TargetStanding) -> str:
    """Write the target with its own decimals where it has more than the figures: it is never rounded away."""
    units = telling.units
    return say.Units(units.unit, _decimals(telling, fact), units.one, units.many).value(fact.target)


def _decimals(telling: Telling, fact: TargetStanding) -> int:
    return max(telling.units.decimals, -int(fact.target.normalize().as_tuple().exponent))


_GROUPED = (
    ("met", ("met", "exactly met")),
    ("not met", ("not met",)),
    ("not yet met", ("not yet met",)),
    ("not certain", ("not certain",)),
    ("above it", ("above",)),
    ("below it", ("below",)),
    ("equal to it", ("equal",)),
)


def _targets(telling: Telling, facts: tuple[TargetStanding, ...]) -> Iterator[str]:
    """Say for which series or categories the target was met."""
    mark = target_value(telling, facts[0])
    time = telling.facts.grid.axis == "time"
    found = {
        word: [plain(fact.series if time else fact.cell.label) for fact in facts if fact.outcome in outcomes]
        for word, outcomes in _GROUPED
    }
    found = {word: names for word, names in found.items() if names}
    verb = "was" if {"met", "not met"} >= set(found) else "is"
    if len(facts) <= MOST_NAMED:
        named = [f"{word} for {say.listed(names)}" for word, names in found.items()]
        yield f"the target of {mark} {verb} {say.listed(named)}"
    counted = [f"{word} for {len(names)}" for word, names in found.items()]
    yield f"the target of {mark} {verb} {say.listed(counted)} of the {len(facts)} figures"


def _better(telling: Telling) -> Iterator[Clause]:
    """Say which direction is better, where a change or a target makes a reader ask."""
    targets = telling.facts.all(TargetStanding)
    ways = {one.direction for one in telling.facts.all(Change) if one.span == "overall"}
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
    elif any(one.baseline is not None for one in alone) or (alone and not telling.facts.all(Stated)):
        yield Clause(21, 70, tuple(_baseline_alone(telling, alone)))


def _same_as_change(telling: Telling, fact: BaselineStanding) -> bool:
    """Whether the change that the message tells starts at the baseline."""
    changes = [one for one in telling.facts.all(Change, fact.series) if one.span == "overall"]
    return bool(changes and fact.period and changes[0].earlier.period == fact.period and fact.difference is not None)


def _to_baseline(telling: Telling, fact: BaselineStanding) -> Iterator[str]:
    mark = _mark(telling, fact)
    when = f", for {say.period(fact.period)}" if fact.period else ""
    if _same_as_change(telling, fact) and fact.period:
        if fact.period.name != "baseline":
            yield f"the figure for {say.period(fact.period)} is the baseline"
    elif fact.direction is None:
        yield f"the likely range of the latest figure holds the baseline of {mark}, so no change from it is certain"
    elif fact.direction == 0:
        yield f"the latest figure is equal to the baseline of {mark}{when}"
    elif fact.difference is None:
        yield f"the latest figure is {above(fact.direction)} the baseline of {mark}{when}"
    else:
        gap = f"{telling.gap(fact.difference, fact.cell)}{telling.relative(fact.relative)}"
        yield f"the latest figure is {gap} {above(fact.direction)} the baseline of {mark}{when}"
        yield f"the latest figure is {gap} {above(fact.direction)} the baseline"


def _mark(telling: Telling, fact: BaselineStanding) -> str:
    """Write the baseline, as about so much where its point is."""
    row = next(row for row in telling.rows if row.name == fact.series)
    cell = baseline_cell(telling.indicator, row)
    return telling.value(cell) if cell and cell.value is not None else telling.units.value(fact.baseline)


def _baselines(telling: Telling, facts: tuple[BaselineStanding, ...]) -> Iterator[str]:
    if all(_same_as_change(telling, fact) for fact in facts) and facts[0].period:
        yield f"the figures for {say.period(facts[0].period)} are the baselines"
    words = {1: "above", -1: "below", 0: "equal to"}
    sides = {word: [plain(fact.series) for fact in facts if fact.direction == way] for way, word in words.items()}
    named = [f"{word} the baseline for {say.listed(names)}" for word, names in sides.items() if names]
    if named:
        yield f"the latest figure is {say.listed(named)}"
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
        "points": say.counted(amount, "percentage point", "percentage points", own),
        "percent": say.percent(amount, own),
        "count": say.Units(telling.units.unit, own, telling.units.one, telling.units.many).value(amount),
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
        given = bool(telling.facts.all(BaselineStanding)) or any(
            one.baseline is not None for one in telling.facts.all(BaselineOnly)
        )
        given = given or (typed is not None and typed.value is not None)
        return "" if given else "; it does not give the baseline's own figure"
    given = any(cell.shown and cell.label.lower() in since for row in telling.rows for cell in row.cells)
    return "" if given else "; it does not give the earlier figure"
