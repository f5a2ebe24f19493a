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
from ..records.period import Period, periods_in
from ..records.place import Place
from .figures_in_text import figures_in, years_in
from .plain import sentences
from .same_measure import plain
from .standing import same_period

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

    FIELDS: ClassVar = ("remark", "worked_out", "break_before", "definition", "meaning")
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
    for series in indicator.every_series():
        yield from ((series, point) for point in series.points if suppressed(point))


def name_in(indicator: Indicator, series: Series, point: Point) -> str:
    """Say in words what a figure is for: women, 2024."""
    period = point.period or indicator.period
    named = (series.name if indicator.series else None, point.category, period.name if period else None)
    return ", ".join(one for one in named if one) or indicator.title


def told_about(indicator: Indicator) -> Iterator[InWords]:
    """Give every figure that a text tells at a suppressed one, or in a sentence elsewhere that names one."""
    hidden = [(name_in(indicator, *pair), pair[1]) for pair in suppressed_points(indicator)]
    names = _names(indicator) if hidden else set()
    for name, point in hidden:
        for field in (*InWords.FIELDS, "notes"):
            text = getattr(point, field)
            if text and (figures := figures_in(text, names)):
                yield InWords(name, figures[0], point.at(field), point, field, text)
    shown = _shown(indicator)
    for passage in _elsewhere(indicator) if hidden else ():
        for sentence in sentences(passage.text):
            secret = [one for one in figures_in(sentence.text, names) if not _harmless(one, sentence.text, shown)]
            if secret:
                yield from _about(passage, sentence.text, secret[0], hidden)


def _names(indicator: Indicator) -> set[str]:
    """Give the names in a file, which may hold digits that are no figures."""
    several = indicator.every_series()
    categories = {point.category for series in several for point in series.points if point.category}
    return {indicator.title, indicator.measure, indicator.place, *categories, *(series.name for series in several)}


def _shown(indicator: Indicator) -> set[Decimal]:
    """Give every number that is shown of an indicator in a field of its own."""
    points = [point for series in indicator.every_series() for point in series.points if not suppressed(point)]
    found = [number for point in points for number in (point.value, point.lowest, point.highest, point.earlier_value)]
    found += [other.value for point in points for other in point.other_figures]
    found += [one.value for one in (indicator.target, indicator.baseline) if one]
    return {abs(number) for number in found if number is not None}


def _harmless(figure: str, text: str, shown: set[Decimal]) -> bool:
    """Whether a figure in a text is one that is shown, or only a limit."""
    digits = re.sub(r"[^\d.]", "", figure).strip(".")
    if re.fullmatch(r"\d+(?:\.\d+)?", digits) and Decimal(digits) in shown:
        return True
    return re.search(_LIMIT + re.escape(figure), text, re.IGNORECASE) is not None


def _elsewhere(indicator: Indicator) -> Iterator[_Passage]:
    """Give every text of an indicator that does not stand at a suppressed figure."""
    for field in ("definition", "notes"):
        if text := getattr(indicator, field):
            yield _Passage(indicator, field, indicator.at(field), text)
    for entry, text in enumerate(indicator.remarks):
        yield _Passage(indicator, "remarks", indicator.at("remarks", entry), text)
    for series in indicator.every_series():
        after = ""
        for point in sorted(series.points, key=_start):
            if suppressed(point):
                after = name_in(indicator, series, point)
                continue
            for field in (*InWords.FIELDS, "notes"):
                if text := getattr(point, field):
                    yield _Passage(point, field, point.at(field), text, after)
            after = ""


def _start(point: Point) -> str:
    return point.period.start.isoformat() if point.period and point.period.start else ""


def _about(passage: _Passage, text: str, figure: str, hidden: list[tuple[str, Point]]) -> Iterator[InWords]:
    """Give the first suppressed figure that a sentence names, or else the one that it looks back on."""
    _, periods = periods_in(text)
    years = years_in(text)
    for name, point in hidden:
        if _names_it(text, periods, years, point):
            yield InWords(name, figure, passage.place, passage.record, passage.field, text)
            return
    if passage.after and _LOOKS_BACK.search(text):
        yield InWords(passage.after, figure, passage.place, passage.record, passage.field, text, sure=False)


def _names_it(text: str, periods: tuple[Period, ...], years: tuple[int, ...], point: Point) -> bool:
    """Whether a sentence names a figure's category, or its period in whatever words."""
    if point.category:
        return re.search(rf"(?<!\w){re.escape(plain(point.category))}(?!\w)", plain(text)) is not None
    period = point.period
    if period is None or period.start is None or period.end is None:
        return period is not None and period.name.casefold() in text.casefold()
    whole_years = {period.start.year, period.end.year} if (period.months or 0) >= 12 else set()
    return not whole_years.isdisjoint(years) or any(
        same_period(one, period) or (one.kind in ("day", "month") and one.end == period.end) for one in periods
    )
