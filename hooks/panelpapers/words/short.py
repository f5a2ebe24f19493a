"""The short texts of a figure: its summary, its headline, and the line under it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from ..facts.comparing import run
from ..facts.fact import Extremes, Latest, Rank, StatusCounts
from ..facts.figure import shown_cells
from ..facts.grid import Row
from ..facts.ranking import ranked
from ..records.calendar import MONTHS
from ..records.period import Period
from . import format as say
from .messages import extremes, group, level, move, place, shape, whole
from .nouns import SPAN, YEARS, plain
from .pattern import Pattern
from .proof.claim import Claim, nothing
from .proof.evidence import Table
from .proof.pieces import phrases
from .sentences import sentence
from .telling import Telling, leading_changes, message_change, side

CHARACTERS: Final = 200
"""Longest summary."""
LONGEST: Final = 120
"""Longest headline."""


def counts_places(claim: Claim) -> Iterator[str]:
    """Check for how many categories or places there are figures, without saying how many there could be."""
    yield from claim.count_is("count", len(place.shown_places(claim)), "figures")
    yield from place.kind_fits(claim, place.places(claim))


def under_the_headline(claim: Claim) -> Iterator[str]:
    """Check the unit of the measure, and the period from the first to the last position of the axis."""
    table = claim.table
    signs = {"%": "%", "money": table.indicator.money_sign.strip(), "count": ""}
    unit = signs.get(table.indicator.unit, table.indicator.unit)
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


_HEADS: Final = "{chart}[ of the {measure}[, {place}],| for {where:place},]"
_TAILS: Final = {
    "none": (" with no figure available", level.nothing_shown),
    "at": (" at {to:amount}[ {end:when}]", level.stands_bare),
    "single": (" at {amount}[ {label:of}]", place.single),
    "turned": (
        " <first:rising|falling>[ from {from:amount} {start:when}] to {turn:amount}[ {at:when}], "
        "then <then:rising|falling> to {to:amount} {end:when}",
        shape.turn,
    ),
    "wavered": (" with no clear pattern[ {between}], and {to:amount}[ {end:when}]", shape.waver_bare),
    "stayed": (
        " <verb:staying at|coming back to> {to:amount} {between}[yearly:, at the same time of year]",
        move.constant,
    ),
    "moved": (" <verb:rising|falling|narrowing|widening>" + move.CHANGE, move.movement),
    "stepped": (
        " <verb:rising|falling> in one step {at:when}: <early:earlier|later> figures are "
        "<between {least:amount} and {most:amount}|all {least:amount}>, <late:earlier|later> ones are "
        "<between {low:amount} and {high:amount}|all {low:amount}>",
        shape.stepped,
    ),
    "counts": (" with {counts}", whole.counts),
    "ranked": (
        " with {who:name} the " + place.RANK + "[, {gap} <side:above|below> the average|, at {amount}]",
        place.ranks,
    ),
    "ranged": (" from {lowest:amount}[ {lowestat:of}] to {highest:amount}[ {highestat:of}]", extremes.ranged),
    "end": (" with the <end:highest|lowest> figure <only:shown> {amount}, {at:of}", extremes.one_end),
    "figures": (" with figures for {count} <kind:categories|places>", counts_places),
    "together": (
        " <verb:rising|falling|unchanged> " + group.ALL + ", with {latest:latest figures} {when}",
        group.together,
    ),
    "latest": (" with {latest:latest figures} {when}", group.latest_figures),
    "span": (" with figures from {lowest:amount} to {highest:amount}", group.span),
    "compares": (" comparing <{names}|{count} <groups:groups>>", group.compares),
}
SUMMARIES: Final = {name: Pattern(_HEADS + tail, claim) for name, (tail, claim) in _TAILS.items()}
BARE: Final = Pattern("{chart}[ of the {measure}[, {place}]]", nothing)
SUMMARY: Final = (*SUMMARIES.values(), BARE)
TITLES: Final = {
    "own": Pattern("{title}", nothing),
    "none": Pattern("{series:subject}: no figure available", level.nothing_shown),
    "at": Pattern("{series:subject}: {to:amount}[ {end:when}]", level.stands_bare),
    "stayed": Pattern("{series:subject} <verb:stayed at|came back to> {to:amount}", move.constant),
    "moved": Pattern(
        "{series:subject} <verb:rose|fell|narrowed|widened> to {to:amount}[yearly: in a year]", move.movement
    ),
    "stepped": Pattern("{series:subject} <verb:rose|fell> in one step {at:when}", shape.step_named),
    "turned": Pattern(
        "{series:subject} <then:rose|fell> to {to:amount} after a <first:peak|low> of {turn:amount}", shape.turn
    ),
    "counts": Pattern("{series:subject}: {counts}", whole.counts),
    "ranked": Pattern("{series:subject}: {who:name} " + place.RANK, place.ranks),
    "end": Pattern("{series:subject}: <end:highest|lowest> {at:of}, at {amount}", extremes.one_end),
    "end figure": Pattern("{series:subject}: <end:highest|lowest> figure {amount}", extremes.one_end),
    "together": Pattern("{series:subject} <verb:rose|fell|stayed the same> " + group.ALL, group.directions),
    "compares": Pattern("{series:subject} for <{names}|{count} <groups:groups>>", group.compares),
    "bare": Pattern("{series:subject}", nothing),
}
TITLE: Final = tuple(TITLES.values())
SUBTITLE: Final = (Pattern("{measure}[ ({unit})], {place}[, {when:rest}]", under_the_headline),)


def summary(telling: Telling) -> str:
    """Write one sentence of at most 200 characters: kind of chart, measure, place, what it shows, between when."""
    tails = [*_tails(telling)]
    holding = [tail for tail in tails if tail[0] not in _WITHOUT_FIGURE]
    for some in (holding, tails):
        for head in ({"measure": True, "place": True}, {"measure": True}, {"where": True}, {}):
            for name, values in some:
                text = sentence(telling.write(SUMMARIES[name], **head, **values))
                if len(text) <= CHARACTERS:
                    return text
    bare = map(sentence, telling.ways(BARE, ["place"], ["measure", "place"], measure=True, place=True))
    return next(text for text in bare if len(text) <= CHARACTERS)


_WITHOUT_FIGURE: Final = ("none", "figures", "compares")
Values = tuple[str, dict[str, Any]]


def _tails(telling: Telling) -> Iterator[Values]:
    if len(telling.rows) > 1:
        yield from _several_tails(telling)
    elif telling.in_time:
        yield from _time_tails(telling, telling.rows[0])
    else:
        yield from _category_tails(telling, telling.rows[0])


_SUMMED_UP: Final = {
    "rose": "rising", "fell": "falling", "narrowed": "narrowing", "widened": "widening",
    "stayed at": "staying at", "moved away and came back to": "coming back to",
}  # fmt: skip
_KINDS: Final = {
    shape.TURNED: "turned", shape.WAVERED: "wavered", shape.STEPPED: "stepped",
    move.STAYED: "stayed", move.MOVED: "moved",
}  # fmt: skip


def _time_tails(telling: Telling, row: Row) -> Iterator[Values]:
    latest = telling.facts.one(Latest, row.name)
    if latest is None:
        yield "none", {}
        return
    for pattern, values in shape.message(telling, row):
        said = {
            name: _SUMMED_UP.get(value, value) if isinstance(value, str) else value for name, value in values.items()
        }
        said = {name: value for name, value in said.items() if name not in ("relative", "rounds", "latest")}
        said |= {"end": said["measured"]} if "measured" in said else {}
        yield _KINDS[pattern], said
    last = run(row)[-1]
    yield "at", {"to": last, "end": [last]}
    yield "at", {"to": last}


def _category_tails(telling: Telling, row: Row) -> Iterator[Values]:
    if counts := telling.facts.one(StatusCounts, row.name):
        if parts := whole.in_short(counts):
            yield "counts", {"counts": parts}
        return
    shown = ranked(row)
    if not shown_cells(row):
        yield "none", {}
    if rank := telling.facts.one(Rank, row.name):
        said = place.of_rank(rank)
        beside = place.besides(telling).get(id(rank.cell))
        if beside and beside.direction and beside.difference is not None:
            gap = telling.gap(beside.difference, rank.cell, beside.average)
            yield "ranked", said | {"gap": gap, "side": side(beside.direction)}
        yield "ranked", said | {"amount": rank.cell}
    found = telling.facts.one(Extremes, row.name)
    if found and found.highest and found.lowest:
        both = {"lowest": found.lowest[0], "highest": found.highest[0]}
        yield "ranged", both | {"lowestat": list(found.lowest), "highestat": list(found.highest)}
        yield "ranged", both
    elif found and found.highest:
        end = {"end": "highest", "only": "shown"}
        yield "end", end | {"amount": found.highest[0], "at": list(found.highest)}
    if len(shown) == 1:
        yield "single", {"amount": shown[0], "label": [shown[0]]}
    elif shown:
        yield "figures", {"count": len(shown), "kind": place.kind(telling, len(shown))}


def _several_tails(telling: Telling) -> Iterator[Values]:
    latest = group.latest_of_all(telling)
    if together := _together(telling):
        verb = {"rose": "rising", "fell": "falling"}.get(together["verb"], "unchanged")
        if latest:
            together |= {"verb": verb, **latest}
            yield "together", together
            yield "together", {name: value for name, value in together.items() if name != "between"}
    if latest:
        yield "latest", latest
    if ends_of_all := group.lowest_and_highest(telling):
        yield "span", ends_of_all
    yield "compares", {"names": [row.name for row in telling.rows]}
    yield "compares", {"count": len(telling.rows), "groups": "groups"}


def _together(telling: Telling) -> dict[str, Any] | None:
    """Give that all series went one way, where they did."""
    changes = list(leading_changes(telling).values())
    if len(changes) < len(telling.rows) or len({change.direction for change in changes}) != 1:
        return None
    verb = {1: "rose", -1: "fell", 0: "stayed the same"}[changes[0].direction]
    spans = {(change.earlier.label, change.later.label) for change in changes}
    between = {"between": [changes[0].earlier, changes[0].later]} if len(spans) == 1 else {}
    return {"verb": verb, **group.all_groups(telling), **between}


# The headline


def title(telling: Telling) -> str:
    """Write the headline: the measure and its message, or the indicator's own title where that is too long."""
    measure = say.capitalised(telling.measure)
    for name, values in _headlines(telling):
        if len(text := telling.write(TITLES[name], series=measure, **values)) <= LONGEST:
            return text
    return plain(telling.indicator.title)


def _headlines(telling: Telling) -> Iterator[Values]:
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
    if pattern is shape.TURNED and not telling.alike(said["turn"], last):
        word = "peak" if said["first"] == "rose" else "low"
        yield "turned", {"then": said["then"], "first": word, "turn": said["turn"], "to": last}
    elif pattern is shape.STEPPED:
        yield "stepped", {"verb": said["verb"], "at": said["at"]}
    elif pattern is move.STAYED and said["verb"] == "stayed at" and "yearly" not in said:
        yield "stayed", {"verb": "stayed at", "to": last}
    elif pattern is move.MOVED and change and not telling.alike(change.earlier, change.later):
        yield "moved", {"verb": said["verb"], "to": last, "yearly": change.span == "year"}
    yield "at", {"to": last, "end": [last]}
    yield "at", {"to": last}


def _several_headlines(telling: Telling) -> Iterator[Values]:
    if (together := _together(telling)) and together["verb"] != "stayed the same":
        yield "together", {name: value for name, value in together.items() if name != "between"}
    yield "compares", {"names": [row.name for row in telling.rows]}
    yield "compares", {"count": len(telling.rows), "groups": "groups"}


# The line under it


def subtitle(telling: Telling) -> str:
    """Write the second line: measure with its unit, place, period."""
    unit, period = telling.units.heading or None, _period(telling) or None
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
