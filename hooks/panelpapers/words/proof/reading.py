"""What the proof-reader can read in the words about one record: a reader for each kind of slot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ...records.indicator import Indicator
from ...records.language import with_article
from ..nouns import BETWEEN, CHARTS, FOR, ITEMS, SUBJECTS, TABLE, gap_nouns, heading, inside, nouns, plain
from ..pattern import Reader, notation, readings
from . import pieces
from .evidence import Table
from .pieces import after, list_of, one_of

AMOUNT: Final = (
    "[{called:side} of ]<<about:about >{number} to {upper:number}|between {number} and {upper:number}"
    "|[about:about ][less:less than ]{number}>[ {noun}][below: below zero]"
)
"""A figure in a sentence."""
GAP: Final = "[about:about ][less:less than ]{number}"
"""The size of a difference, before what is counted."""
BARE: Final = (
    "<the <role:average|group figure|national figure|best figure|overall figure|plan|budget|forecast|range>"
    "|its <role:figure a year before>>"
)
"""What a figure is compared with, where there is one of its kind."""
SHORT: Final = f"[{{gap}} ]<side:above|below|equal to|over|under> {BARE}"
"""How a figure stands to a comparator, where there is no room for the figure of that."""
STANDARD: Final = (
    "<the <role:average|group figure|national figure|best figure|overall figure|figure|plan|budget|forecast>"
    " of {average:amount}[ for {averagename:inside}]"
    "|the figure of {average:amount}[ for {averagename:inside},] a <role:year before>"
    "|the <role:range>[ for {averagename:inside}], {average:amount}"
    "|[article:the ]{calledso:inside}, at {average:amount}>"
)
"""What a figure is compared with, and its own figure."""
COMPARISON: Final = (
    f"<[{{gap}} ]<side:above|below|equal to|over|under> {STANDARD}|<within:within> {STANDARD}"
    f"|and its likely range <overlap:overlaps> that of {STANDARD}>"
)
_WAYS: Final = "<word:rose|fell|stayed the same>"
_OUTCOMES: Final = "<word:met|not met|not yet met|no longer met|not certain|above it|below it|equal to it>"
LISTS: Final[Mapping[str, str]] = {
    "pairs": "{amount} for {at:labels}",
    "latest figures": "{amount} for {name}",
    "counts": "{count}[ <verb:is|are>] {label}[ ({meaning})]",
    "ratings": "{count} <verb:is|are> {name}[ ({meaning})]",
    "short ratings": "{count} {name}",
    "changed ratings": "<{count} <word:more|fewer> <verb:is|are> {name}|{name} is <same:unchanged>>",
    "changed figures": "{name} <<verb:rose|fell> by {gap}|<same:is unchanged>>",
    "moves": _WAYS + " for {names}",
    "counted moves": _WAYS + " for {count}",
    "outcomes": _OUTCOMES + " for {names}",
    "outcome counts": _OUTCOMES + " for {count}",
    "sides": "<word:above|below|equal to> the baseline for {names}",
    "comparisons": COMPARISON,
    "verdicts": "<judged:better|worse> than {bares}",
    "standings": "[{gap} ]<side:over|under|above|below|equal to it> {when}",
    "counted standings": "<side:over|under|above|below|equal to it> for {count}",
}
"""Kinds of slots that are lists, with the pattern of an item."""
MOST_ROWS: Final = 50
"""Figures that a chart of rows shows at most, as the page "How to read our figures" says."""
_LENGTH: Final = re.compile(r"\d+ (?:months?|years?)|1 day")


def chart(indicator: Indicator, table: Table) -> str:
    """Give the words for the kind of chart: the one that is declared, else the one that suits the figures.

    One figure has no chart: what there is stands in the table.
    """
    points = [figure.point for figure in table.all()]
    if len(table.shown()) < 2:
        return TABLE
    if indicator.chart:
        return CHARTS[indicator.chart]
    if any(point.interval for point in points):
        return CHARTS["interval"]
    if not table.in_time and indicator.unit.counts_each and all(point.meaning for point in points):
        return CHARTS["status strip"]
    if table.in_time and len(table.labels) > 2:
        return CHARTS["line"]
    return CHARTS["grouped bar" if len(table.rows) > 1 else "bar"]


def drawn_in_part(table: Table) -> bool:
    """Whether the chart shows some of the figures alone: it has room for 50 below each other."""
    kind = chart(table.indicator, table)
    rows = len(list(table.all()))
    if kind == CHARTS["stacked bar"]:  # a whole takes two more than its parts
        rows += 2 * len(table.labels if table.in_time else table.rows)
    upright = kind == CHARTS["bar"] and table.in_time and len(table.rows) == 1
    return kind != CHARTS["line"] and not upright and rows > MOST_ROWS


def readers(table: Table) -> dict[str, Reader]:
    """Make the readers of every kind of slot, with the names, periods and units of one record."""
    indicator = table.indicator
    measure, place = plain(indicator.measure).removeprefix("the "), plain(indicator.place)
    points = [figure.point for figure in table.all()]
    counted = {noun: noun for noun in nouns(indicator) or ()}
    of_gaps = {noun: noun for noun in gap_nouns(indicator) or ()}
    positions = pieces.positions(table)
    labels = {} if table.in_time else {plain(label): label for label in table.labels}
    series = {plain(name): name for name in table.rows}
    sides = {with_article(plain(name)): name for name in (indicator.above_zero, indicator.below_zero) if name}
    number = pieces.numbers(indicator.unit)
    amount = {"number": number, "noun": one_of(counted), "side": one_of(sides)}
    gap = _pattern(GAP + "[ {noun}]" * bool(of_gaps), {"number": number, "noun": one_of(of_gaps)})
    picture = chart(indicator, table)
    basic: dict[str, Reader] = {
        "number": number,
        "amount": _pattern(AMOUNT, amount),
        "gap": gap,
        "count": pieces.count,
        "ordinal": pieces.ordinal,
        "labels": positions,
        "when": after(("in ", "on ", FOR, "at "), positions),
        "of": after((FOR,), positions),
        "between": after((BETWEEN,), positions),
        "label": list_of(one_of(labels)),
        "position": pieces.position(table),
        "marks": pieces.marks,
        "series": one_of(series),
        "name": one_of(series if table.in_time else labels),
        "names": list_of(one_of(labels | series)),
        "inside": one_of({inside(name): name for name in (series if table.in_time else labels).values()}),
        "comparison": _pattern(SHORT, {"gap": gap}),
        "bares": list_of(_pattern(BARE, {})),
        "period": one_of(_periods(table)),
        "rest": lambda text, at: [(len(text), text[at:])],
        "subject": one_of(_subjects(table, measure, place)),
        "measure": one_of({measure: measure}),
        "place": one_of([place]),
        "title": one_of([indicator.title]),
        "picture": one_of([picture]),
        "chart": one_of([TABLE if drawn_in_part(table) else picture]),
        "unit": one_of([heading(indicator)]),
        "thing": one_of(counted or ITEMS),
        "meaning": one_of(point.meaning for point in points),
        "reason": one_of(point.break_before for point in points),
        "how": one_of(point.worked_out for point in points),
        "why": one_of(point.why for point in points),
        "since": one_of({plain(change.since): change.since for change in indicator.stated_changes}),
        "lengths": list_of(_length),
    }
    basic = {kind: _once(reader) for kind, reader in basic.items()}
    return basic | {kind: _once(list_of(_pattern(source, basic))) for kind, source in LISTS.items()}


def _once(reader: Reader) -> Reader:
    """Make a reader that reads each place of a text once, since many patterns begin with the same slot."""
    known: dict[tuple[str, int], tuple[tuple[int, object], ...]] = {}

    def read(text: str, at: int) -> tuple[tuple[int, object], ...]:
        found = known.get((text, at))
        if found is None:
            found = known[text, at] = tuple(reader(text, at))
        return found

    return read


def _pattern(source: str, basic: Mapping[str, Reader]) -> Reader:
    """Make the reader of a pattern; it reads what was found by name."""
    parts = notation(source)
    return lambda text, at: readings(parts, text, at, basic)


def _subjects(table: Table, measure: str, place: str) -> dict[str, str]:
    """Give the ways to name what a sentence is about, each with the series it names, if any."""
    rows = {plain(name): name for name in table.rows}
    return {
        said.format(measure=measure, place=place, series=name): rows[name] if "{series}" in said else ""
        for said in SUBJECTS.values()
        for name in rows
    }


def _periods(table: Table) -> dict[str, str]:
    """Give the ways to name every period of a record, with its name."""
    indicator = table.indicator
    periods = [figure.period for figure in table.all()]
    periods += [indicator.period, *(change.period for change in indicator.stated_changes)]
    periods += [indicator.baseline.period] if indicator.baseline else []
    periods += [indicator.target.by, *(step.by for step in indicator.target.steps)] if indicator.target else []
    return {phrase: period.name for period in periods if period for phrase in pieces.phrases(period)}


def _length(text: str, at: int) -> Iterator[tuple[int, object]]:
    if found := _LENGTH.match(text, at):
        yield found.end(), found[0]
