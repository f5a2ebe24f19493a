"""Claims of the short texts: summary, headline and the line under it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ...records.calendar import MONTHS
from ...records.period import Period
from . import groups, moves, several, wholes
from .claim import Claim, Patterns, nothing
from .pieces import phrases
from .table import Table

_HEADS: Final = "{chart}[ of the {measure}[, {place}]| for {place}]"
_CHANGE: Final = "<verb:rising|falling>" + moves.CHANGE


def subtitle(claim: Claim) -> Iterator[str]:
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
        return {f"years ending {begin} to {end}"}
    starts, stops = _ends_of(first, first.start), _ends_of(last, last.end)
    return {f"{start} to {stop}" for start in starts for stop in stops}


def _ends_of(period: Period, day: date | None) -> set[str]:
    """Give the ways to say where a stretch begins or ends: the period's name, or its first or last month."""
    month = {f"{MONTHS[day.month - 1]} {day.year}"} if day and period.kind == "range" else set()
    return _names(period) | month


def _names(period: Period) -> set[str]:
    return {name.removeprefix("the ") for name in phrases(period)}


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
        "with {who:name} the " + groups.RANK + "[, at {amount}|, {gap} <side:above|below> the average]",
        groups.ranks,
    ),
    ("from {lowest:amount}[ {lowestat:when}] to {highest:amount}[ {highestat:when}]", groups.ranged),
    ("with the <end:highest|lowest> figure <only:shown> {amount}, {at:when}", groups.one_end),
    ("with figures for {count} <categories|places>", groups.counts_places),
    (several.DIRECTION, several.directions),
    ("comparing <{names}|{count} <groups:groups>>", several.compares),
)
SUMMARY: Final[Patterns] = (
    (_HEADS, nothing),
    *((f"{_HEADS}[,] {tail}", rule) for tail, rule in _TAILS),
)
TITLE: Final[Patterns] = (
    ("{title}", nothing),
    ("{series:subject}", nothing),
    ("{series:subject}: no figure available", moves.nothing_shown),
    ("{series:subject} <then:rose|fell> to {to:amount} after a <first:peak|low> of {turn:amount}", moves.turned),
    ("{series:subject}: {counts}", wholes.counts),
    ("{series:subject}: {who:name} " + groups.RANK, groups.ranks),
    ("{series:subject}: <end:highest|lowest> {at:when}, at {amount}", groups.one_end),
    ("{series:subject}: <end:highest|lowest> figure {amount}", groups.one_end),
    ("{series:subject} for {names}", several.compares),
    ("{series:subject} for {count} <groups:groups>", several.compares),
)
SUBTITLE: Final[Patterns] = (("{measure}[ ({unit})], {place}[, {when:rest}]", subtitle),)
