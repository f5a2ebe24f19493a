"""The figures that a file's texts tell of its suppressed ones.

At a suppressed figure a text tells no figure at all. Elsewhere in the file, a sentence that names the suppressed one
tells none but those that are shown, and limits such as "fewer than 5".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final

from ..records.base import Record
from ..records.indicator import Indicator, Point, Series
from ..records.period import periods_in
from ..records.place import Place
from .figures_in_text import Names, figures_in, years_in
from .plain import sentences
from .rows import every_point

_LOOKS_BACK: Final = re.compile(
    r"\b(?:before|earlier|previous(?:ly)?|formerly|last|up from|down from)\b", re.IGNORECASE
)
_LIMIT: Final = (
    r"\b(?:(?:fewer|less|lower|more|higher|greater) than|under|below|over|above|at least|at most|up to|nearest) "
)


@dataclass(frozen=True, slots=True)
class InWords:
    """A figure that a text tells about a suppressed one.

    ``text`` is the whole text, or the sentence of it that tells. It is ``sure`` unless it only looks back on the
    figure before, and may mean another.
    """

    FIELDS: ClassVar = ("remark", "worked_out", "break_before", "definition", "meaning", "why")
    """Fields of a figure that hold words and are published."""

    name: str
    figure: str
    place: Place
    record: Record
    field: str
    text: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Passage:
    """A text that stands elsewhere; ``after`` is the suppressed figure before the one that it stands at."""

    record: Record
    field: str
    place: Place
    text: str
    after: str = ""


def suppressed(point: Point) -> bool:
    """Whether a figure must not be published."""
    return "suppressed" in point.statuses


def suppressed_points(indicator: Indicator) -> Iterator[tuple[Series, Point]]:
    """Give every suppressed figure with its series."""
    yield from (pair for pair in every_point(indicator) if suppressed(pair[1]))


def name_in(indicator: Indicator, series: Series, point: Point) -> str:
    """Say in words what a figure is for: women, 2024."""
    period = point.period or indicator.period
    named = (series.name if indicator.series else None, point.category, period.name if period else None)
    return ", ".join(part for part in named if part) or indicator.title


def told_about(indicator: Indicator) -> Iterator[InWords]:
    """Give every figure that a text tells at a suppressed one, or in a sentence elsewhere that names one."""
    hidden = [(name_in(indicator, *pair), pair[1]) for pair in suppressed_points(indicator)]
    if not hidden:
        return
    names, shown, called = _names(indicator), _shown(indicator), _Called(hidden, _all_hidden(indicator))
    for name, point in hidden:
        for field in (*InWords.FIELDS, "notes"):
            for told in _passages(point, field):
                if figures := figures_in(told.text, names):
                    yield InWords(name, figures[0], told.place, point, field, told.text)
    for passage in _elsewhere(indicator):
        for sentence in sentences(passage.text):
            figures = figures_in(sentence.text, names)
            secret = [figure for figure in figures if not _harmless(figure, sentence.text, shown)]
            named = called.name_in(sentence.text) if secret else ""
            looks_back = passage.after if secret and _LOOKS_BACK.search(sentence.text) else ""
            if about := named or looks_back:
                place, text = passage.place, sentence.text
                yield InWords(about, secret[0], place, passage.record, passage.field, text, sure=bool(named))


def _names(indicator: Indicator) -> Names:
    """Give the names in a file, which may hold digits that are no figures."""
    names = [indicator.title, indicator.measure, indicator.place]
    for series in indicator.every_series():
        names += [series.name, *(point.category for point in series.points if point.category)]
    return Names(names)


def _all_hidden(indicator: Indicator) -> dict[str, str]:
    """Give the names of series of which no figure is shown, each with how a suppressed one of it is called."""
    named = {series.name: [point for point in series.points if suppressed(point)] for series in indicator.series}
    shown = {series.name for series in indicator.series for point in series.points if point.value is not None}
    return {name: name for name, points in named.items() if points and name not in shown}


def _shown(indicator: Indicator) -> set[Decimal]:
    """Give every number that is shown of an indicator in a field of its own."""
    points = [point for _, point in every_point(indicator) if not suppressed(point)]
    found = [number for point in points for number in (point.value, point.lowest, point.highest, point.earlier_value)]
    found += [figure.value for point in points for figure in point.other_figures]
    standards = (standard for standard in (indicator.target, indicator.baseline) if standard)
    found += [number for standard in standards for number, _ in standard.figures]
    return {abs(number) for number in found if number is not None}


def _harmless(figure: str, text: str, shown: set[Decimal]) -> bool:
    """Whether a figure in a text is one that is shown, or only a limit."""
    digits = re.sub(r"[^\d.]", "", figure).strip(".")
    if re.fullmatch(r"\d+(?:\.\d+)?", digits) and Decimal(digits) in shown:
        return True
    return re.search(_LIMIT + re.escape(figure), text, re.IGNORECASE) is not None


def _elsewhere(indicator: Indicator) -> Iterator[_Passage]:
    """Give every text of an indicator that does not stand at a suppressed figure."""
    for field in ("group", "definition", "notes"):
        yield from _passages(indicator, field)
    for change in indicator.stated_changes:
        yield from _passages(change, "since")
    for entry in range(len(indicator.remarks)):
        yield from _passages(indicator, "remarks", entry)
    for series in indicator.every_series():
        after = ""
        for point in sorted(series.points, key=_start):
            if suppressed(point):
                after = name_in(indicator, series, point)
                continue
            for field in (*InWords.FIELDS, "notes"):
                yield from _passages(point, field, after=after)
            after = ""


def _passages(record: Record, field: str, entry: int | None = None, after: str = "") -> Iterator[_Passage]:
    """Give a text in each language in which it was typed, if there is one."""
    value = getattr(record, field) if entry is None else getattr(record, field)[entry]
    for text in record.versions(field, entry).values() or ([value] if value else []):
        yield _Passage(record, field, record.at(field, entry), text, after)


def _start(point: Point) -> str:
    return point.period.start.isoformat() if point.period and point.period.start else ""


class _Called:
    """How texts call suppressed figures: by their series or categories, or by their periods in whatever words."""

    def __init__(self, hidden: list[tuple[str, Point]], series: dict[str, str]) -> None:
        self._categories = series | {point.category: name for name, point in hidden if point.category}
        self._names = Names(self._categories)
        periods = [(name, point.period) for name, point in hidden if point.period and not point.category]
        self._unstated = {period.name.casefold(): name for name, period in periods if not period.stated}
        self._days = {(period.start, period.end): name for name, period in periods if period.stated}
        self._ends = {period.end: name for name, period in periods if period.stated}
        self._years = {
            day.year: name
            for name, period in periods
            for day in (period.start, period.end)
            if day and (period.months or 0) >= 12
        }

    def name_in(self, text: str) -> str:
        """Give the name of a suppressed figure that a sentence speaks of, or nothing."""
        found = [self._categories[category] for *_, category in self._names.spans(text)]
        _, periods = periods_in(text)
        for period in periods:
            found += [self._days.get((period.start, period.end), "")]
            found += [self._ends.get(period.end, "")] if period.kind in ("day", "month") else []
        found += [self._years.get(year, "") for year in years_in(text)]
        found += [name for words, name in self._unstated.items() if words in text.casefold()]
        return next((name for name in found if name), "")
