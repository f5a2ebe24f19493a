"""All patterns that the proof-reader knows, and the readers of their pieces for one record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from ...records.indicator import Indicator
from . import baseline, groups, headings, moves, notices, pieces, several, stated, target, wholes
from .claim import Patterns, Rule
from .notation import Parts, Reader, notation, readings
from .pieces import after, list_of, one_of, tidy
from .table import Table

Rules = tuple[tuple[Parts, Rule], ...]
CHARTS: Final = {
    "line": "line chart",
    "bar": "bar chart",
    "horizontal bar": "bar chart",
    "grouped bar": "grouped bar chart",
    "interval": "range chart",
    "stacked bar": "stacked bar chart",
    "status strip": "status list",
}
_LENGTH: Final = re.compile(r"\d+ (?:months?|years?)|1 day")
_WAYS: Final = "<word:rose|fell|stayed the same>"
_OUTCOMES: Final = "<word:met|not met|not yet met|not certain|above it|below it|equal to it>"
_AMOUNT: Final = (
    "<[about:about ]{number}|<about:about >{number} to {upper:number}|between {number} and {upper:number}>[ {noun}]"
)
_GAP: Final = "[about:about ][less:less than ]{number}"
_LISTS: Final = (
    ("pairs", "{amount} for {at:labels}"),
    ("counts", "{count}[ <verb:is|are>] {label}[ ({meaning})]"),
    ("moves", _WAYS + " for {names}"),
    ("counted moves", _WAYS + " for {count}"),
    ("outcomes", _OUTCOMES + " for {names}"),
    ("outcome counts", _OUTCOMES + " for {count}"),
    ("sides", "<word:above|below|equal to> the baseline for {names}"),
)
"""Lists whose items are patterns themselves."""


def _ready(*families: Patterns) -> Rules:
    return tuple((notation(source), rule) for family in families for source, rule in family)


SENTENCES: Final = _ready(
    *(family.RULES for family in (moves, target, baseline, stated, groups, wholes, several, notices))
)
"""What a clause of a description, or a caution, may say."""
RULES: Final[Mapping[str, Rules]] = {
    "summary": _ready(headings.SUMMARY),
    "title": (*_ready(headings.TITLE), *SENTENCES),
    "subtitle": _ready(headings.SUBTITLE),
}
"""What the texts may say that are no sentences of a description."""


@cache
def rules_beginning(where: str, letter: str) -> Rules:
    """Give the patterns for a text, such as ``title``, of which a clause that begins with a letter can be one."""
    return tuple(
        (parts, rule)
        for parts, rule in RULES.get(where, SENTENCES)
        if not isinstance(parts[0], str) or parts[0].startswith(letter)
    )


def chart(indicator: Indicator, table: Table) -> str:
    """Give the words for the kind of chart: the one that is declared, else the one that suits the figures."""
    points = [figure.point for figure in table.all()]
    if indicator.chart:
        return CHARTS[indicator.chart]
    if any(point.interval for point in points):
        return CHARTS["interval"]
    if not table.in_time and indicator.unit == "count" and all(point.meaning for point in points):
        return CHARTS["status strip"]
    if table.in_time and len(table.labels) > 2:
        return CHARTS["line"]
    return CHARTS["grouped bar" if len(table.rows) > 1 else "bar"]


def readers(table: Table) -> dict[str, Reader]:
    """Make the readers of every kind of piece, with the names, periods and units of one record."""
    indicator = table.indicator
    measure, place = tidy(indicator.measure).removeprefix("the "), tidy(indicator.place)
    points = [figure.point for figure in table.all()]
    counted = {noun: noun for noun in pieces.nouns(indicator) or ()}
    of_gaps = {noun: noun for noun in pieces.gap_nouns(indicator) or ()}
    positions = pieces.positions(table)
    labels = {} if table.in_time else {tidy(label): label for label in table.labels}
    series = {tidy(name): name for name in table.rows}
    basic: dict[str, Reader] = {
        "number": pieces.number,
        "amount": _pattern(_AMOUNT, {"number": pieces.number, "noun": one_of(counted)}),
        "gap": _pattern(_GAP + " {noun}" * bool(of_gaps), {"number": pieces.number, "noun": one_of(of_gaps)}),
        "count": pieces.count,
        "ordinal": pieces.ordinal,
        "labels": positions,
        "when": after(("in ", "on ", "for ", "at "), positions),
        "of": after(("for ",), positions),
        "between": after(("between ",), positions),
        "label": list_of(one_of(labels)),
        "series": one_of(series),
        "name": one_of(series if table.in_time else labels),
        "names": list_of(one_of(labels | series)),
        "period": one_of(_periods(table)),
        "rest": lambda text, at: [(len(text), text[at:])],
        "subject": one_of(_subjects(table, measure, place)),
        "measure": one_of({measure: measure}),
        "place": one_of([place]),
        "title": one_of([indicator.title]),
        "chart": one_of([chart(indicator, table)]),
        "unit": one_of(["%", indicator.money_sign.strip() or "%", indicator.unit]),
        "thing": one_of(counted or {"item": "item", "items": "items"}),
        "meaning": one_of(point.meaning for point in points),
        "reason": one_of(point.break_before for point in points),
        "how": one_of(point.worked_out for point in points),
        "since": one_of({tidy(change.since): change.since for change in indicator.stated_changes}),
        "lengths": list_of(_length),
    }
    basic = {kind: _once(reader) for kind, reader in basic.items()}
    return basic | {name: _once(list_of(_pattern(source, basic))) for name, source in _LISTS}


def _once(reader: Reader) -> Reader:
    """Make a reader that reads each place of a text once, since many patterns begin with the same piece."""
    return cache(lambda text, at: tuple(reader(text, at)))


def _pattern(source: str, basic: Mapping[str, Reader]) -> Reader:
    """Make the reader of a pattern; it reads what was found by name."""
    parts = notation(source)
    return lambda text, at: readings(parts, text, at, basic)


def _subjects(table: Table, measure: str, place: str) -> dict[str, str]:
    """Give the ways to name what a sentence is about, each with the series it names, if any."""
    whole = (f"the {measure} for {place}", f"the {measure}", measure)
    names = (*whole, f"the figure for {place}", "the figure", "the figures")
    in_brackets = {f"the {measure} ({tidy(name)}) for {place}": name for name in table.rows}
    return {**dict.fromkeys(names, ""), **in_brackets}


def _periods(table: Table) -> dict[str, str]:
    """Give the ways to name every period of a record, with its name."""
    indicator = table.indicator
    periods = [figure.period for figure in table.all()]
    periods += [indicator.period, *(change.period for change in indicator.stated_changes)]
    periods += [indicator.baseline.period] if indicator.baseline else []
    periods += [indicator.target.by] if indicator.target else []
    return {phrase: period.name for period in periods if period for phrase in pieces.phrases(period)}


def _length(text: str, at: int) -> Iterator[tuple[int, object]]:
    if found := _LENGTH.match(text, at):
        yield found.end(), found[0]
