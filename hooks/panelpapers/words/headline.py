"""The headline of a figure, and the line under it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from ..facts.comparators import AtEach, compared
from ..facts.comparing import run
from ..facts.fact import Extremes, Latest, Rank, StatusCounts
from ..facts.grid import Row
from ..facts.makeup import Ratings
from ..records.calendar import MONTHS
from ..records.period import Period
from . import format as say
from .messages import among, comparator, extremes, group, level, move, place, ratings, shape, stated, whole
from .nouns import SPAN, YEARS, heading, plain
from .pattern import Pattern
from .proof.claim import Claim, nothing
from .proof.evidence import Table
from .proof.pieces import phrases
from .proof.reading import SHORT
from .telling import Telling, message_change, moved

LONGEST: Final = 120
"""Longest headline."""


def under_the_headline(claim: Claim) -> Iterator[str]:
    """Check the unit of the measure, and the period from the first to the last position of the axis."""
    table = claim.table
    unit = heading(table.indicator)
    if claim.word("unit") != unit:
        yield f"The unit is {unit or 'not named'}."
    if claim.word("when") not in when(table):
        yield f"The figures are for {' or '.join(sorted(when(table))) or 'no stated period'}."


def when(table: Table) -> set[str]:
    """Give the ways to say, without "the", for when all figures together are."""
    if not table.in_time:
        periods_typed = (figure.point.period for figure in table.all() if figure.point.period)
        shared = table.indicator.period or next(periods_typed, None)
        return _names(shared) if shared else {""}
    periods = {figure.label: figure.period for figure in table.all()}
    first, last = periods[table.labels[0]], periods[table.labels[-1]]
    if first is None or last is None:
        return {""}
    if first == last:
        return _names(first)
    if first.kind == last.kind == "year ending":
        begin, end = (period.name.removeprefix("year ending ") for period in (first, last))
        return {YEARS.format(begin, end)}
    starts, stops = _ends_of(first, first.start), _ends_of(last, last.end)
    return {SPAN.format(start, stop) for start in starts for stop in stops}


def _ends_of(period: Period, day: date | None) -> set[str]:
    """Give the ways to say where a stretch begins or ends: the period's name, or its first or last month."""
    month = {f"{MONTHS[day.month - 1]} {day.year}"} if day and period.kind == "range" else set()
    return _names(period) | month


def _names(period: Period) -> set[str]:
    return {name.removeprefix("the ") for name in phrases(period)}


TITLES: Final = {
    "own": Pattern("{title}", nothing),
    "none": Pattern("{series:subject}: no figure available", level.nothing_shown),
    "at": Pattern("{series:subject}: {to:amount}[ {end:when}]", level.stands_bare),
    "stayed": Pattern("{series:subject} <verb:stayed at|came back to> {to:amount}", move.constant),
    "moved": Pattern(
        "{series:subject} <verb:rose|fell|narrowed|widened>[yearly: in a year] to {to:amount}", move.movement
    ),
    "stepped": Pattern("{series:subject} <verb:rose|fell> in one step {at:when}", shape.step_named),
    "turned": Pattern(
        "{series:subject} <then:rose|fell> to {to:amount} after a <first:peak|low> of {turn:amount}", shape.last_turn
    ),
    "counts": Pattern("{series:subject}: {counts}", whole.counts),
    "rated": Pattern("{series:subject}: {counts:short ratings}", ratings.rated),
    "stated": Pattern("{series:subject}: " + stated.IN_TITLE, stated.leads),
    "ranked": Pattern("{series:subject}: {who:name} " + place.RANK, place.ranks),
    "beside": Pattern("{series:subject}: {who:name} " + SHORT, comparator.named_beside),
    "end": Pattern("{series:subject}: <end:highest|lowest> {at:of}, at {amount}", extremes.one_end),
    "end figure": Pattern("{series:subject}: <end:highest|lowest> figure {amount}", extremes.one_end),
    "together": Pattern("{series:subject} <verb:rose|fell|stayed the same> " + group.ALL, group.directions),
    "compares": Pattern("{series:subject} for <{names}|{count} <groups:groups>>", group.compares),
    "bare": Pattern("{series:subject}", nothing),
}
TITLE: Final = tuple(TITLES.values())
SUBTITLE: Final = (Pattern("{measure}[ ({unit})], {place}[, {when:rest}]", under_the_headline),)


Values = tuple[str, dict[str, Any]]
"""The name of a pattern, and values of its slots."""


def title(telling: Telling) -> str:
    """Write the headline: the measure and its message, or the indicator's own title where that is too long."""
    measure = say.capitalised(telling.measure)
    for name, values in _headlines(telling):
        if len(text := telling.write(TITLES[name], **{"series": measure} | values)) <= LONGEST:
            return text
    return plain(telling.indicator.title)


def _headlines(telling: Telling) -> Iterator[Values]:
    if (change := stated.leading(telling)) is not None:
        said = stated.in_words(change)
        said |= {"series": None, "verb": {"a rise of": "up", "a fall of": "down"}.get(said["verb"], said["verb"])}
        yield "stated", {name: value for name, value in said.items() if value is not None}
    if len(telling.rows) > 1:
        yield from _several_headlines(telling)
    elif telling.in_time:
        yield from _time_headlines(telling, telling.rows[0])
    else:
        yield from _category_headlines(telling, telling.rows[0])


def _category_headlines(telling: Telling, row: Row) -> Iterator[Values]:
    if counts := telling.facts.one(StatusCounts, row.name):
        yield ("counts", {"counts": parts}) if (parts := whole.in_short(counts)) else ("bare", {})
    if rank := telling.facts.one(Rank, row.name):
        yield "ranked", place.of_rank(rank)
    yield from _beside(telling)
    found = telling.facts.one(Extremes, row.name)
    if found and found.highest:
        end = {"end": "highest", "amount": found.highest[0]}
        yield "end", end | {"at": list(found.highest)}
        yield "end figure", end
    yield "bare", {}


def _time_headlines(telling: Telling, row: Row) -> Iterator[Values]:
    if telling.facts.one(Latest, row.name) is None:
        yield "none", {}
        return
    pattern, said = next(shape.message(telling, row), (None, {}))
    change, last = message_change(telling, row), run(row)[-1]
    turning = said.get("again", said.get("turn"))
    if turning and not (telling.alike(turning, last) or telling.is_named(turning)):
        word = "peak" if said["then"] == "fell" else "low"
        yield "turned", {"then": said["then"], "first": word, "turn": turning, "to": last}
    elif pattern is shape.STEPPED:
        yield "stepped", {"verb": said["verb"], "at": said["at"]}
    elif pattern is move.STAYED and said["verb"] == "stayed at" and "yearly" not in said:
        yield "stayed", {"verb": "stayed at", "to": last}
    elif pattern is move.MOVED and change and not telling.alike(change.earlier, change.later):
        yield "moved", {"verb": said["verb"], "to": last, "yearly": change.span == "year"}
    yield "at", {"to": last, "end": [last]}
    yield "at", {"to": last}


def _beside(telling: Telling) -> Iterator[Values]:
    """Say how the only place stands to the comparator that is told first."""
    places, _, subject = compared(telling.facts.grid)
    if subject and len(places) == 1 and (apart := comparator.briefly(telling, subject.cell)):
        yield "beside", {"who": subject.name, **apart}


def _several_headlines(telling: Telling) -> Iterator[Values]:
    if (rated := telling.facts.one(Ratings)) is not None:
        yield "rated", {"counts": ratings.in_short(telling, rated)["counts"]}
    planned = telling.in_time and any(fact.told for fact in telling.facts.all(AtEach))
    yield from _beside(telling) if planned else ()
    first, change = among.told_first(telling)
    if first and change and not telling.alike(change.earlier, change.later):
        who = telling.subject("bare of a series", first.name)
        yield "moved", {"series": say.capitalised(who), "verb": moved(change.direction), "to": change.later}
    yield from _beside(telling)
    if (together := group.all_one_way(telling)) and together["verb"] != "stayed the same":
        yield "together", {name: value for name, value in together.items() if name != "between"}
    if rank := telling.facts.one(Rank):
        yield "ranked", place.of_rank(rank)
    yield "compares", {"names": [row.name for row in telling.rows]}
    yield "compares", {"count": len(telling.rows), "groups": "groups"}


# The line under it


def subtitle(telling: Telling) -> str:
    """Write the second line: measure with its unit, place, period."""
    unit, period = heading(telling.indicator) or None, _period(telling) or None
    text = telling.write(SUBTITLE[0], measure=True, place=True, unit=unit, when=period)
    return say.capitalised(text)


def _period(telling: Telling) -> str:
    grid = telling.facts.grid
    if grid.axis == "category":
        return _alone(grid.period) if grid.period else ""
    periods = {cell.label: cell.period for row in grid.rows for cell in row.cells if cell.period}
    found = [periods[label] for label in grid.labels if label in periods]
    if len(found) < 2:
        return "".join(map(_alone, found))
    first, last = found[0], found[-1]
    if first.kind == last.kind == "year ending":
        return YEARS.format(say.end_of_year(first), say.end_of_year(last))
    return SPAN.format(_end(first, first.start), _end(last, last.end))


def _alone(period: Period) -> str:
    return say.period(period).removeprefix("the ")


def _end(period: Period, day: date | None) -> str:
    """Give the month in which a stretch of months begins or ends; other periods go by their own names."""
    return f"{MONTHS[day.month - 1]} {day.year}" if period.kind == "range" and day else _alone(period)
