"""What keeps figures from being compared: a break, periods of other lengths, overlaps, definitions, likely ranges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final

from ...facts import notice
from ...facts.comparators import Beside
from ...facts.fact import Extremes, StatusCounts
from ...facts.grid import direction
from ...facts.ranking import ranked
from ...facts.showing import MOST_NAMED
from .. import format as say
from ..nouns import plain
from ..pattern import Pattern
from ..proof import duties
from ..proof.claim import Claim
from ..sentences import Clause, Place
from ..telling import Telling, all_the_same, called, ranges_overlap
from . import likely


def broken(claim: Claim) -> Iterator[str]:
    """Check a break in the series: before which figure, and why."""
    found = duties.breaks(claim.table)
    if not found:
        yield "There is no break."
    meant = [figure for figure in found if claim.names("at") in ((), (figure.label,))]
    meant = [figure for figure in meant if claim.word("reason") in ("", plain(figure.point.break_before or ""))]
    if not meant:
        yield f"The break is before {', '.join(figure.label for figure in found)}, and for another reason."
    for figure in meant:
        for said in filter(claim.word, ("apart", "reason")):
            claim.says({"apart": "break", "reason": "reason of break"}[said], "", figure.label)


def holds(what: str) -> Callable[[Claim], Iterator[str]]:
    """Make the claim of a caution that is true of a record as a whole or not at all."""

    def claimed(claim: Claim) -> Iterator[str]:
        if not duties.CONDITIONS[what](claim.table):
            yield f"The record gives no reason to say this: {what}."
        claim.says(what)

    return claimed


def unequal(claim: Claim) -> Iterator[str]:
    """Check that the periods differ in length, and every length."""
    yield from holds("unequal periods")(claim)
    found = duties.lengths(claim.table)
    if claim.names("lengths") and sorted(claim.names("lengths")) != sorted(found):
        yield f"The lengths are {', '.join(sorted(found))}."


def overlapping(claim: Claim) -> Iterator[str]:
    """Check that neighbouring periods share days; two that are named are the only ones."""
    yield from holds("overlapping periods")(claim)
    found = [(earlier.name, later.name) for earlier, later in duties.overlaps(claim.table)]
    if claim.names("at") and [claim.names("at")] != found:
        yield f"These overlap: {found}."


def ranges(claim: Claim) -> Iterator[str]:
    """Check that likely ranges overlap, so that a change or an order is not certain."""
    table = claim.table
    found = duties.open_changes(table) if claim.word("change") else duties.ranges_overlap(table.shown())
    if not found:
        yield "The likely ranges do not overlap."
    if claim.word("change") and len(table.rows) > 1:
        yield from claim.series_are(duties.open_changes(table))
        if not claim.names("names") and duties.can_be_named(duties.open_changes(table)):
            yield "It does not say of which series."
    claim.says("ranges")


BREAK: Final = Pattern(
    "there is a break in the series before {at:labels}[ ({reason})], "
    "so earlier figures are <apart:not compared> with later ones",
    broken,
)
NOT_ACROSS: Final = Pattern("figures are <apart:not compared> across the break before {at:labels}", broken)
WHY_BREAK: Final = Pattern("there is a break in the series before {at:labels}: {reason}", broken)
UNEQUAL: Final = Pattern("the periods have different lengths[, {lengths},] and are not directly comparable", unequal)
UNSTATED: Final = Pattern(
    "the papers do not state every period, so the periods may differ in length", holds("periods not stated")
)
OVERLAP: Final = Pattern("{at:labels} overlap, so some of what is counted is in both", overlapping)
SOME_OVERLAP: Final = Pattern(
    "some periods overlap, so some of what is counted is in more than one figure", overlapping
)
UNEVEN: Final = Pattern("the periods do not follow each other at equal steps", holds("uneven steps"))
DEFINITIONS: Final = Pattern(
    "the definitions differ between the series, so they are not compared with each other", holds("definitions")
)
NO_CHANGE_CERTAIN: Final = Pattern(
    "the earlier and later likely ranges[ for {names}] overlap, so a <change:change> is not certain", ranges
)
NO_ORDER_CERTAIN: Final = Pattern("the likely ranges overlap, so no order is certain", ranges)
SOME_ORDER_OPEN: Final = Pattern("where the likely ranges overlap, no order is certain", ranges)
PATTERNS: Final = (
    *(BREAK, NOT_ACROSS, WHY_BREAK, UNEQUAL, UNSTATED, OVERLAP, SOME_OVERLAP, UNEVEN, DEFINITIONS),
    *(NO_CHANGE_CERTAIN, NO_ORDER_CERTAIN, SOME_ORDER_OPEN),
)


def obstacles(telling: Telling) -> Iterator[Clause]:
    """Give a clause for whatever keeps figures from being compared."""
    yield from _periods(telling)
    if telling.facts.one(notice.DifferingDefinitions):
        yield Clause(Place.OBSTACLE, 89, (telling.write(DEFINITIONS),))
    if open_for := [row.name for row in telling.rows if ranges_overlap(telling, row)]:
        several = open_for if len(telling.rows) > 1 and len(open_for) <= MOST_NAMED else None
        wordings = (telling.write(NO_CHANGE_CERTAIN, names=names, change="change") for names in (several, None))
        yield Clause(Place.OBSTACLE, 93, tuple(wordings))
    elif _order_is_open(telling):
        yield Clause(Place.OBSTACLE, 92, (telling.write(NO_ORDER_CERTAIN),))
    elif len(telling.rows) == 1 and telling.in_time:
        yield from likely.since(telling, telling.rows[0])
    elif _some_order_open(telling) or any(_is_open(beside) for beside in telling.facts.all(Beside)):
        yield Clause(Place.OBSTACLE, 70, (telling.write(SOME_ORDER_OPEN),))


def _is_open(beside: Beside) -> bool:
    return beside.direction is None and bool(beside.cell.point.interval or beside.other.point.interval)


def reasons_of_breaks(telling: Telling, said: Sequence[str | None]) -> Iterator[str]:
    """Say why each series breaks, for a list beside the chart, as far as the list does not say it already."""
    breaks = [fact for fact in telling.facts.all(notice.Break) if not _told(telling, fact, said)]
    yield from dict.fromkeys(telling.write(WHY_BREAK, at=[fact.cell], reason=fact.reason) for fact in breaks)


def _told(telling: Telling, fact: notice.Break, said: Sequence[str | None]) -> bool:
    return telling.write(BREAK, at=[fact.cell], reason=fact.reason, apart="not compared") in said


def _periods(telling: Telling) -> Iterator[Clause]:
    facts = telling.facts
    breaks: dict[str, notice.Break] = {}  # each once, though it be in several series
    for fact in facts.all(notice.Break):
        breaks.setdefault(fact.cell.label, fact)
    for fact in breaks.values():
        said = {"at": [fact.cell], "reason": fact.reason, "apart": "not compared"}
        wordings = (*telling.ways(BREAK, ["reason"], **said), telling.write(NOT_ACROSS, **said))
        yield Clause(Place.OBSTACLE, 93, wordings)
    if facts.one(notice.UnstatedPeriods):
        yield Clause(Place.OBSTACLE, 93, (telling.write(UNSTATED),))
    if (differing := facts.one(notice.UnequalPeriods)) is not None:
        lengths = list(dict.fromkeys(say.length(period) for period in differing.periods))
        yield Clause(Place.OBSTACLE, 93, tuple(telling.ways(UNEQUAL, ["lengths"], lengths=lengths)))
    if (overlap := facts.one(notice.OverlappingPeriods)) is not None:
        yield Clause(Place.OBSTACLE, 73, tuple(_overlap(telling, overlap)))
    if facts.one(notice.IrregularSpacing):
        yield Clause(Place.OBSTACLE, 63, (telling.write(UNEVEN),))


def _overlap(telling: Telling, fact: notice.OverlappingPeriods) -> Iterator[str]:
    pair = fact.pairs[0]
    if len(fact.pairs) == 1 and not called(pair)[0].isdigit():  # a sentence does not begin with a figure
        yield telling.write(OVERLAP, at=list(pair))
    yield telling.write(SOME_OVERLAP)


def _some_order_open(telling: Telling) -> bool:
    """Whether likely ranges of categories overlap, of which none is the subject."""
    rows = [] if telling.in_time else [ranked(row) for row in telling.rows]
    without = [cells for cells in rows if not any(cell.point.role == "subject" for cell in cells)]
    pairs = (pair for cells in without for pair in combinations([cell for cell in cells if cell.point.interval], 2))
    return any(direction(*pair) is None for pair in pairs)


def _order_is_open(telling: Telling) -> bool:
    """Whether categories that are not all the same have neither a highest nor a lowest, as their ranges overlap."""
    if telling.in_time or telling.facts.all(StatusCounts):
        return False
    rows = [ranked(row) for row in telling.rows if telling.facts.one(Extremes, row.name) is None]
    return any(len(cells) > 1 and not all_the_same(cells) for cells in rows)
