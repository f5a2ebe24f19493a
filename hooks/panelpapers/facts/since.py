"""What a change that the paper states is counted from: "the baseline", "a year before", "quarter 2 of 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..records.indicator import Indicator, Series, StatedChange
from ..records.period import Period, periods_in, read_period
from .figures_in_text import years_in
from .rows import every_point

_YEAR_BEFORE: Final = re.compile(
    r"\b(?:year (?:before|earlier|ago)|(?:previous|preceding|prior|last) year"
    r"|(?:12|twelve) months (?:before|earlier|ago))\b"
)
_ONE_BEFORE: Final = re.compile(r"\b(?:before|earlier|previous|preceding|prior|last|ago)\b")


def since(indicator: Indicator, change: StatedChange) -> Period | None:
    """Give the period that a stated change is counted from, or ``None`` where its words do not say which it is."""
    text = change.since.casefold()
    if "baseline" in text and indicator.baseline and indicator.baseline.period:
        return indicator.baseline.period
    left, named = periods_in(change.since)
    if named:
        return named[0]
    if years := years_in(left):
        return read_period(str(years[0]))
    if _YEAR_BEFORE.search(text):
        return change.period.earlier(12)
    periods = (point.period for _, point in every_point(indicator) if point.period)
    return _last_before(change.period, periods) if _ONE_BEFORE.search(text) else None


def spoken_of(indicator: Indicator, change: StatedChange) -> list[Series]:
    """Give the series that a stated change is about: the one that it names, else all."""
    return [series for series in indicator.every_series() if change.series in (None, series.name)]


def _last_before(period: Period, others: Iterable[Period]) -> Period | None:
    """Give the last of some periods that ends before another one does, and is as long."""
    ends = [
        (candidate.end, candidate)
        for candidate in others
        if candidate.end and period.end and candidate.end < period.end and candidate.months == period.months
    ]
    return max(ends, key=lambda pair: pair[0])[1] if ends else None
