"""Claims of the short texts: summary, headline and the line under it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...records.calendar import MONTHS
from ...records.period import Period
from . import groups, moves, several, wholes
from .claim import Claim, Patterns
from .pieces import phrases
from .table import Table

_HEADS: Final = "{chart}[ of the {measure}[, {place}]| for {place}]"
_CHANGE: Final = "<verb:rising|falling>" + moves.CHANGE


def counts_places(claim: Claim) -> Iterator[str]:
    """Check for how many categories or places there are figures, without saying how many there could be."""
    shown = [one for one in groups.places(claim) if one.shown]
    if claim.get("count", int) != len(shown):
        yield f"There are figures for {len(shown)}."


def subtitle(claim: Claim) -> Iterator[str]:
    """Check the unit of the measure, and the period from the first to the last position of the axis."""
    table = claim.table
    unit = {"%": "%", "money": "£", "count": ""}.get(table.indicator.unit, table.indicator.unit)
    if claim.word("unit") != unit:
        yield f"The unit is {unit or 'not named'}."
    if claim.word("when") not in when(table):
        yield f"The figures are for {' or '.join(sorted(when(table))) or 'no stated period'}."


def when(table: Table) -> set[str]:
    """Give the ways to say, without "the", for when all figures together are."""
    if not table.in_time:
        points = (one.point.period for one in table.all() if one.point.period)
        shared = table.indicator.period or next(points, None)
        return {name.removeprefix("the ") for name in phrases(shared)} if shared else {""}
    periods = {one.label: one.period for one in table.all()}
    first, last = periods[table.labels[0]], periods[table.labels[-1]]
    if first is None or last is None:
        return {""}
    if first == last:
        return {name.removeprefix("the ") for name in phrases(first)}
    if first.kind == last.kind == "year ending":
        begin, end = (one.name.removeprefix("year ending ") for one in (first, last))
        return {f"years ending {begin} to {end}"}
    starts, stops = _ends_of(first, first=True), _ends_of(last, first=False)
    return {f"{start} to {stop}" for start in starts for stop in stops}


def _ends_of(period: Period, *, first: bool) -> set[str]:
    """Give the ways to say where a stretch begins or ends: the period's name, or its first or last month."""
    day = period.start if first else period.end
    names = {name.removeprefix("the ") for name in phrases(period)}
    return names | ({f"{MONTHS[day.month - 1]} {day.year}"} if day and period.kind == "range" else set())


def only_title(_: Claim) -> Iterator[str]:
    """Check a headline that makes no claim: the indicator's own title."""
    yield from ()


_TAILS: Final[Patterns] = (
    ("with no figure available", moves.nothing_shown),
    ("at {to:amount}[ {end:when}]", moves.stood),
    ("at {amount}[ {label:of}]", groups.single),
    (
        "<first:rising|falling>[ from {from:amount} {start:when}] to {turn:amount} {at:when}, then "
        "<then:rising|falling> to {to:amount} {end:when}",
        moves.turned,
    ),
    ("<first:rising|falling> and then <then:rising|falling> {between}", moves.turned),
    ("with no clear pattern[ {between}][, and {to:amount} {end:when}]", moves.wavered),
    ("<verb:staying at|coming back to> {to:amount} {between}", moves.stayed),
    (_CHANGE, moves.moved),
    ("with {counts}", wholes.counts),
    (
        "with {who:name} the [joint:joint ][{position:ordinal} ]<end:highest|lowest> of {count}"
        "[, at {amount}|, {gap} <side:above|below> the average]",
        groups.ranks,
    ),
    ("from {lowest:amount}[ {lowestat:when}] to {highest:amount}[ {highestat:when}]", groups.ranged),
    ("with the <end:highest|lowest> figure <only:shown> {amount}, {at:when}", groups.one_end),
    ("with figures for {count} <categories|places>", counts_places),
    ("<verb:rising|falling|unchanged> for <<both:both groups>|all {count} groups>[ {between}]", several.directions),
    ("comparing <{names}|{count} <groups:groups>>", several.compares),
)
SUMMARY: Final[Patterns] = (
    ("{chart}", only_title),
    (_HEADS, only_title),
    *((f"{_HEADS}[,] {tail}", rule) for tail, rule in _TAILS),
)
TITLE: Final[Patterns] = (
    ("{title}", only_title),
    ("{series:subject}", only_title),
    ("{series:subject}: no figure available", moves.nothing_shown),
    ("{series:subject} <then:rose|fell> to {to:amount} after a <first:peak|low> of {turn:amount}", moves.turned),
    ("{series:subject}: {counts}", wholes.counts),
    ("{series:subject}: {who:name} [joint:joint ][{position:ordinal} ]<end:highest|lowest> of {count}", groups.ranks),
    ("{series:subject}: <end:highest|lowest> {at:when}, at {amount}", groups.one_end),
    ("{series:subject}: <end:highest|lowest> figure {amount}", groups.one_end),
    ("{series:subject} for {names}", several.compares),
    ("{series:subject} for {count} <groups:groups>", several.compares),
)
SUBTITLE: Final[Patterns] = (("{measure}[ ({unit})], {place}[, {when:rest}]", subtitle),)
