"""All patterns that the proof-reader knows, and the readers of their pieces for one record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ...records.indicator import Indicator
from ...records.period import Period
from . import baseline, ends, groups, headings, moves, notices, pieces, several, stated, target, wholes
from .claim import Patterns, Rule
from .notation import Parts, Reader, notation, readings
from .pieces import after, either, listed, one_of, tidy
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
_OUTCOMES: Final = ("met", "not met", "not yet met", "not certain", "above it", "below it", "equal to it")
_DECLARED: Final = (
    "no target is set",
    "no target has been agreed",
    "no baseline is set",
    "no baseline has been agreed",
)


def _ready(*families: Patterns) -> Rules:
    return tuple((notation(source), rule) for family in families for source, rule in family)


SENTENCES: Final = _ready(
    moves.RULES,
    ends.RULES,
    target.RULES,
    baseline.RULES,
    stated.RULES,
    groups.RULES,
    wholes.RULES,
    several.RULES,
    notices.RULES,
)
"""What a clause of a description, or a caution, may say."""
RULES: Final[Mapping[str, Rules]] = {
    "summary": _ready(headings.SUMMARY),
    "title": (*_ready(headings.TITLE), *SENTENCES),
    "subtitle": _ready(headings.SUBTITLE),
}
"""What the texts may say that are no sentences of a description."""


def chart(indicator: Indicator, table: Table) -> str:
    """Give the words for the kind of chart: the one that is declared, else the one that suits the figures."""
    points = [one.point for one in table.all()]
    if indicator.chart:
        return CHARTS[indicator.chart]
    if any(point.interval for point in points):
        return CHARTS["interval"]
    if not table.in_time and indicator.unit == "count" and all(point.meaning for point in points):
        return CHARTS["status strip"]
    if len(table.rows) > 1:
        return CHARTS["line" if table.in_time and len(table.labels) > 2 else "grouped bar"]
    return CHARTS["line" if table.in_time and len(table.labels) > 2 else "bar"]


def readers(table: Table) -> dict[str, Reader]:
    """Make the readers of every kind of piece, with the names, periods and units of one record."""
    indicator = table.indicator
    measure, place = tidy(indicator.measure).removeprefix("the "), tidy(indicator.place)
    positions = pieces.positions(table)
    labels = {tidy(label): label for label in table.labels} if not table.in_time else {}
    series = {tidy(name): name for name in table.rows}
    return {
        "amount": pieces.amounts(indicator),
        "number": pieces.number,
        "gap": pieces.gaps(indicator),
        "count": pieces.count,
        "ordinal": pieces.ordinal,
        "labels": positions,
        "when": after(("in ", "on ", "for ", "at "), positions),
        "of": after(("for ",), positions),
        "between": after(("between ",), positions),
        "label": listed(one_of(labels)),
        "series": one_of(series),
        "name": one_of(series if table.in_time else labels),
        "names": listed(one_of(series if table.in_time or len(series) > 1 else labels)),
        "period": one_of(_periods(table)),
        "rest": _rest,
        "subject": one_of(_subjects(table, measure, place)),
        "measure": one_of({measure: measure}),
        "place": one_of({place: place}),
        "title": one_of({tidy(indicator.title): indicator.title}),
        "chart": one_of({chart(indicator, table): "chart"}),
        "unit": one_of({word: word for word in ("%", "£", indicator.unit)}),
        "thing": one_of({word: word for word in pieces.nouns(indicator) or ("item", "items")}),
        "meaning": one_of({tidy(text): tidy(text) for one in table.all() if (text := one.point.meaning)}),
        "reason": one_of({tidy(text): tidy(text) for one in table.all() if (text := one.point.break_before)}),
        "how": one_of({tidy(text): tidy(text) for one in table.all() if (text := one.point.worked_out)}),
        "since": one_of({tidy(one.since): one.since for one in indicator.stated_changes}),
        "lengths": listed(_length),
        "declared": either(listed(one_of({text: text for text in _DECLARED})), _and_that),
        **_lists(table, series, labels),
    }


def _lists(table: Table, series: Mapping[str, str], labels: Mapping[str, str]) -> dict[str, Reader]:
    """Make the readers of lists whose items are patterns themselves."""
    names = listed(one_of({**labels, **series}))
    basic = {
        "names": names,
        "count": pieces.count,
        "amount": pieces.amounts(table.indicator),
        "at": pieces.positions(table),
        "label": listed(one_of(labels)),
        "meaning": one_of({tidy(text): tidy(text) for one in table.all() if (text := one.point.meaning)}),
    }
    ways = "<word:rose|fell|stayed the same>"
    outcomes = f"<word:{'|'.join(_OUTCOMES)}>"
    return {
        "pairs": listed(_pattern("{amount} for {at}", basic)),
        "counts": listed(_pattern("{count}[ <verb:is|are>] {label}[ ({meaning})]", basic)),
        "moves": listed(_pair(ways + " for {names}", "names", basic)),
        "counted moves": listed(_pair(ways + " for {count}", "count", basic)),
        "outcomes": listed(_pair(outcomes + " for {names}", "names", basic)),
        "outcome counts": listed(_pair(outcomes + " for {count}", "count", basic)),
        "sides": listed(_pair("<word:above|below|equal to> the baseline for {names}", "names", basic)),
    }


def _pattern(source: str, basic: Mapping[str, Reader]) -> Reader:
    """Make the reader of a pattern; it reads what was found by name."""
    parts = notation(source)
    return lambda text, at: readings(parts, text, at, basic)


def _pair(source: str, name: str, basic: Mapping[str, Reader]) -> Reader:
    """Make the reader of a pattern that pairs a word with something."""
    parts = notation(source)

    def read(text: str, at: int) -> Iterator[tuple[int, object]]:
        for end, found in readings(parts, text, at, basic):
            yield end, (found["word"], found[name])

    return read


def _subjects(table: Table, measure: str, place: str) -> dict[str, str]:
    """Give the ways to name what a sentence is about, each with the series it names, if any."""
    names = {
        f"the {measure} for {place}",
        f"the {measure}",
        measure,
        f"the figure for {place}",
        "the figure",
        "the figures",
    }
    in_brackets = {f"the {measure} ({tidy(name)}) for {place}": name for name in table.rows}
    return {**dict.fromkeys(names, ""), **in_brackets}


def _periods(table: Table) -> dict[str, str]:
    """Give the ways to name every period of a record, with its name."""
    indicator = table.indicator
    periods: list[Period | None] = [one.period for one in table.all()]
    periods += [indicator.period, *(one.period for one in indicator.stated_changes)]
    periods += [
        indicator.baseline.period if indicator.baseline else None,
        indicator.target.by if indicator.target else None,
    ]
    return {phrase: one.name for one in periods if one for phrase in pieces.phrases(one)}


def _length(text: str, at: int) -> Iterator[tuple[int, object]]:
    if found := _LENGTH.match(text, at):
        yield found.end(), found[0]


def _rest(text: str, at: int) -> Iterator[tuple[int, object]]:
    yield len(text), text[at:]


def _and_that(text: str, at: int) -> Iterator[tuple[int, object]]:
    first = one_of({text: text for text in _DECLARED})
    for end, one in first(text, at):
        if text.startswith(" and that ", end):
            yield from ((close, (one, other)) for close, other in first(text, end + len(" and that ")))
