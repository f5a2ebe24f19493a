"""Which shape figures have over time: a turn, a step, seasons, a rise with interruptions, or no clear pattern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...facts.fact import AgainstYearBefore, Change, NoShape, Trend
from ...facts.figure import shown_cells
from ...facts.grid import Row
from ...facts.grid import direction as direction_of
from ..pattern import Pattern
from ..proof.claim import Claim
from ..proof.evidence import direction, has_seasons, steps, way
from ..proof.shapes import against_a_year_before, none_holds, seasonal, small, step, turning
from ..sentences import Clause, Place
from ..telling import LATEST, Mark, Telling, message_change, side, stayed
from .move import MOVED, STAYED, change_verb, sizes


def turns(claim: Claim) -> Iterator[str]:
    """Check each turn that is told: all figures that share it, and the ways before and behind it."""
    told = 2 if claim.word("back") else 1
    yield from _turns_told(claim, told, (told,))


def last_turn(claim: Claim) -> Iterator[str]:
    """Check the last turn that is told, and the way down or up from it."""
    yield from _turns_told(claim, 1, (1, 2))


def _turns_told(claim: Claim, told: int, among: tuple[int, ...]) -> Iterator[str]:
    """Check the last turns that are told, where the rules name as many as may be ``among``."""
    stretch = claim.table.stretch(claim.series)
    found = turning(claim.table, stretch)
    if len(found) not in among:
        yield "The figures do not turn so often."
        return
    then = way(found[-1][-1], stretch[-1]) or 0
    ways = {"then": then, "back": -then, "first": -then if told == 1 else then}
    if any(claim.word(name) and direction(claim.word(name)) != ways[name] for name in ways):
        yield "A turn goes first one way and then the other."
    claim.says("message")
    yield from claim.figures_are("from", "start", stretch[:1])
    for amount, at, figures in zip(("turn", "again"), ("at", "since"), found[-told:], strict=False):
        yield from claim.figures_are(amount, at, figures)
    yield from claim.figures_are("to", "end", stretch[-1:])


def waver(claim: Claim) -> Iterator[str]:
    """Check that figures have no clear pattern, and the latest of them."""
    yield from waver_bare(claim)
    stretch = claim.table.stretch(claim.series)
    if stretch and "to" in claim.found:
        yield from claim.latest_is(stretch[-1])


def waver_bare(claim: Claim) -> Iterator[str]:
    """Check that figures have no clear pattern: no rule for a shape holds."""
    stretch = claim.table.stretch(claim.series)
    if not none_holds(claim.table, stretch):
        yield "The figures have a clear pattern, or too few of them can be compared."
        return
    claim.says("message")
    yield from claim.figures_are("to", "end", stretch[-1:])
    yield from claim.in_order_are("between", [stretch[0], stretch[-1]])


def step_named(claim: Claim) -> Iterator[str]:
    """Check a step: the figure at which it is, and its way."""
    stretch = claim.table.stretch(claim.series)
    found = step(stretch)
    if found is None or found[1] != direction(claim.word("verb")):
        yield "The figures have no such step."
        return
    yield from claim.names_are("at", [stretch[found[0]]])
    claim.says("step")
    claim.says("message")


def stepped(claim: Claim) -> Iterator[str]:
    """Check a step, and where the clause gives them the ends of the levels before and since, or the latest figure."""
    yield from step_named(claim)
    if "least" in claim.found:
        yield from levels(claim)
    yield from claim.figures_are("to", "end", claim.table.stretch(claim.series)[-1:])


def levels(claim: Claim) -> Iterator[str]:
    """Check the ends of the figures before a step and since."""
    stretch = claim.table.stretch(claim.series)
    found = step(stretch)
    if found is None:
        yield "The figures have no step."
        return
    place = found[0]
    if claim.word("early") != "earlier" or claim.word("late") != "later":
        yield "Earlier and later are not told apart."
    for least, most, figures in (("least", "most", stretch[:place]), ("low", "high", stretch[place:])):
        spans = [figure.span for figure in figures if figure.span]
        yield from claim.mark_is(least, min(span[0] for span in spans))
        yield from claim.mark_is(most, max(span[1] for span in spans))


def small_counts(claim: Claim) -> Iterator[str]:
    """Check that all figures are small counts."""
    if not small(claim.table, claim.table.stretch(claim.series)):
        yield "The figures are not all small counts."
    claim.says("small")


def mostly_so(claim: Claim) -> Iterator[str]:
    """Check how many of the steps go one way."""
    found, way = steps(claim.table.stretch(claim.series)), claim.word("way")
    yield from claim.count_is("count", found.count(1 if "rise" in way else -1), way)
    yield from claim.count_is("whole", len(found), "steps")
    if way.startswith("is") != (claim.get("count", int) == 1):
        yield "One is, several are."


def every_step(claim: Claim) -> Iterator[str]:
    """Check that each figure is higher, or lower, than the one before, and how many figures those are."""
    stretch = claim.table.stretch(claim.series)
    if len(stretch) < 3 or any(step != direction(claim.word("side")) for step in steps(stretch)):
        yield f"Not every figure is {claim.word('side')} than the one before."
    if "count" not in claim.found and len(stretch) != len(claim.table.row(claim.series)):
        yield "Not every figure is known."
    yield from claim.comparable_are(stretch)


def seasons(claim: Claim) -> Iterator[str]:
    """Check that figures have seasons."""
    if not seasonal(claim.table, claim.table.stretch(claim.series)):
        yield "The figures have no seasons."


def year_on_year(claim: Claim) -> Iterator[str]:
    """Check how many of the last figures are above, or below, those for the same part of the year before."""
    stretch = claim.table.stretch(claim.series)
    count, way = against_a_year_before(claim.table, stretch)
    yield from claim.count_is("count", count, "figures")
    if not has_seasons(stretch) or way != direction(claim.word("side")):
        yield "They do not stand so to those of the year before."
    if claim.word("late") != "last":
        yield "These are the last figures."


TURNED: Final = Pattern(
    "{series:subject} <first:rose|fell>[ from {from:amount} {start:when}][ to {turn:amount}[ {at:when}]], "
    "then <then:rose|fell> to {to:amount}[ {end:when}]",
    turns,
)
TURNED_TWICE: Final = Pattern(
    "{series:subject} <first:rose|fell> to {turn:amount}[ {at:when}], <back:rose|fell> to {again:amount}"
    "[ {since:when}], then <then:rose|fell> to {to:amount}[ {end:when}]",
    turns,
)
WAVERED: Final = Pattern(
    "{series:subject} moved up and down with no clear pattern[, and " + LATEST + " is {to:amount}[, {end:when}]]",
    waver,
)
_LEVELS: Final = (
    "<early:earlier|later> figures are <between {least:amount} and {most:amount}|all {least:amount}>, "
    "and <late:earlier|later> ones are <between {low:amount} and {high:amount}|all {low:amount}>"
)
STEPPED: Final = Pattern("{series:subject} <verb:rose|fell> in one step {at:when}[: " + _LEVELS + "]", stepped)
LEVELS: Final = Pattern(_LEVELS, levels, after="step")
SMALL: Final = Pattern("all figures are below 10, so a change of one or two says little", small_counts)
MOSTLY: Final = Pattern(
    "of the {whole:count} steps from one figure to the next, {count} <way:are rises|are falls|is a rise|is a fall>",
    mostly_so,
)
EVERY_STEP: Final = Pattern(
    "each <of the {count} [comparable:comparable ]figures|figure> in the {chart} "
    "is <side:higher|lower> than the one before",
    every_step,
)
SEASONS: Final = Pattern("the figures rise and fall with the time of year", seasons)
YEAR_ON_YEAR: Final = Pattern(
    "each of the <late:last> {count} figures is <side:above|below> the one for the same time a year before",
    year_on_year,
)
PATTERNS: Final = (TURNED, TURNED_TWICE, WAVERED, STEPPED, LEVELS, SMALL, MOSTLY, EVERY_STEP, SEASONS, YEAR_ON_YEAR)


Way = tuple[Pattern, dict[str, Any]]
"""A pattern, and values of its slots."""


def message(telling: Telling, row: Row) -> Iterator[Way]:
    """Give what happened to a series, the best wording first. Nothing where no change may be claimed."""
    change, trend = message_change(telling, row), telling.facts.one(Trend, row.name)
    if change is None:
        return
    whole = change.span == "overall" or (trend and trend.level)  # a step is told before a change since last year
    if trend and whole and (ways := [*_of_shape(telling, row, trend, change)]):
        yield from ways
        return
    span = {"to": change.later, "between": [change.earlier, change.later]}
    if change.direction:
        verb = change_verb(telling, change)
        for values in sizes(telling, change):
            # What is compared with the year before must say so.
            if change.span == "overall" or {"start", "between"} & values.keys():
                yield MOVED, {"verb": verb, **values}
        if change.span == "year":
            yield MOVED, {"verb": verb, "yearly": True, "to": change.later, **telling.size(change)}
            yield MOVED, {"verb": verb, "yearly": True, "to": change.later}
    elif change.span == "year":
        yield STAYED, {"verb": "stayed at", "yearly": True, **span}
        yield STAYED, {"verb": "stayed at", "yearly": True, "to": change.later}
    elif stayed(telling, row):
        yield STAYED, {"verb": "stayed at", **span}
    elif trend:
        # Likely ranges can leave open what is between a first and a last figure that are the same.
        yield STAYED, {"verb": "moved away and came back to", **span}


def briefly_stayed(telling: Telling, row: Row) -> Iterator[str]:
    """Say that figures stayed the same without their periods, whose names can be too long for a sentence."""
    for said in (said for pattern, said in message(telling, row) if pattern is STAYED):
        yield from (telling.write(STAYED, series=who, verb=said["verb"], to=said["to"]) for who in telling.subjects)


def _of_shape(telling: Telling, row: Row, trend: Trend, change: Change) -> Iterator[Way]:
    """Give the shape of the figures, where it is the message: a turn, a step, no clear pattern."""
    ends_at = {"to": change.later, "end": [change.later]}
    if trend.shape == "turned twice":
        up, (at, since) = direction_of(change.earlier, trend.turning[0][0]) == 1, trend.turning
        first, back = ("rose", "fell") if up else ("fell", "rose")
        turned = {"first": first, "back": back, "then": first, "turn": at[0], "again": since[0]}
        yield TURNED_TWICE, turned | ends_at | {"at": list(at), "since": list(since)}
        yield TURNED_TWICE, turned | {"to": change.later, "at": list(at), "since": list(since)}
        yield TURNED_TWICE, turned | ends_at
        yield TURNED_TWICE, turned | {"to": change.later}
    elif trend.turning and _turn_shows(telling, change, trend):
        (at,) = trend.turning
        first, then = ("rose", "fell") if trend.shape == "peak then fall" else ("fell", "rose")
        turned = {"first": first, "then": then, "turn": at[0], **ends_at}
        yield TURNED, {**turned, "from": change.earlier, "start": [change.earlier], "at": list(at)}
        yield TURNED, {**turned, "at": list(at)}
        yield TURNED, turned
        yield TURNED, turned | {"end": None}
        for end in (ends_at, {"to": change.later}):  # ranges of hours, minutes and seconds take many words
            yield TURNED, {"first": first, "then": then, **end}
    elif trend.level:
        named = {"verb": "rose" if trend.shape == "stepped up" else "fell", "at": [trend.level]}
        yield STEPPED, named | _levels(trend)
        yield STEPPED, named | ends_at
    elif trend.shape == "no clear pattern":
        yield WAVERED, ends_at | telling.latest(row, change.later)
        yield WAVERED, {"to": change.later} | telling.latest(row, change.later)
        yield WAVERED, {}


def _levels(trend: Trend) -> dict[str, Any]:
    """Give the two levels of a step as the slots of ``LEVELS``."""
    at = next(place for place, cell in enumerate(trend.cells) if cell is trend.level)
    said: dict[str, Any] = {"early": "earlier", "late": "later"}
    for least, most, cells in (("least", "most", trend.cells[:at]), ("low", "high", trend.cells[at:])):
        bounds = [cell.bounds for cell in cells if cell.bounds]
        low, high = min(low for low, _ in bounds), max(high for _, high in bounds)
        said |= {least: Mark(low)} | ({most: Mark(high)} if high != low else {})
    return said


def after_step(telling: Telling, row: Row, said: dict[str, Any]) -> Iterator[Clause]:
    """Say the two levels of a step, where the message has no room for them."""
    trend = telling.facts.one(Trend, row.name)
    if trend and "least" not in said:
        yield Clause(Place.MESSAGE, 97, (telling.write(LEVELS, **_levels(trend)),))


def _turn_shows(telling: Telling, change: Change, trend: Trend) -> bool:
    """Whether a peak or trough can still be seen when the figures are rounded."""
    turn = trend.turning[0][0]
    return not telling.alike(change.earlier, turn) and not telling.alike(turn, change.later)


def shape(telling: Telling, row: Row) -> Iterator[Clause]:
    """Give the clauses on the shape of a series: what the message does not say, and what makes it less clear."""
    trend, none = telling.facts.one(Trend, row.name), telling.facts.one(NoShape, row.name)
    if none and none.why == "small counts":
        yield Clause(Place.UNUSUAL, 86, (telling.write(SMALL),))
    if found := telling.facts.one(AgainstYearBefore, row.name):
        said = {"late": "last", "count": len(found.cells), "side": side(found.way)}
        yield Clause(Place.SIZE, 89, (telling.write(YEAR_ON_YEAR, **said),))
    if trend is None:
        return
    if trend.shape == "seasons":
        yield Clause(Place.UNUSUAL, 84, (telling.write(SEASONS),))
    elif trend.shape in ("rose overall", "fell overall") and trend.going < trend.steps:
        way = "rise" if trend.shape == "rose overall" else "fall"
        way = f"is a {way}" if trend.going == 1 else f"are {way}s"
        yield Clause(Place.SIZE, 83, (telling.write(MOSTLY, count=trend.going, whole=trend.steps, way=way),))
    elif trend.shape in ("strictly rising", "strictly falling"):
        yield Clause(Place.SHAPE, 58, (_every(telling, row, trend),))


def _every(telling: Telling, row: Row, trend: Trend) -> str:
    """Say that every step has the same direction."""
    return telling.write(
        EVERY_STEP,
        count=len(trend.cells) if len(trend.cells) != len(row.cells) else None,  # what is not shown may be no step
        comparable=len(trend.cells) != len(shown_cells(row)),
        side="higher" if trend.shape == "strictly rising" else "lower",
    )
