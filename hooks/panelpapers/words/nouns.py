"""The nouns of figures, read and written alike: of charts, of what is counted, of statuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from ..records.indicator import ChartKind, Indicator

CHARTS: Final[Mapping[ChartKind | Literal["none"], str]] = {
    "line": "line chart",
    "bar": "bar chart",
    "horizontal bar": "bar chart",
    "grouped bar": "grouped bar chart",
    "interval": "range chart",
    "stacked bar": "stacked bar chart",
    "status strip": "status list",
    "none": "table",
}
STATUSES: Final[Mapping[str, tuple[str, str]]] = {
    "not available": ("is not available", "are not available"),
    "suppressed": ("is suppressed and not shown", "are suppressed and not shown"),
    "not applicable": ("does not apply", "do not apply"),
    "provisional": ("is provisional and may change", "are provisional and may change"),
    "estimated": ("is an estimate", "are estimates"),
    "low reliability": ("is of low reliability", "are of low reliability"),
    "low": ("is too low to show but is not zero", "are too low to show but are not zero"),
    "forecast": ("is a forecast", "are forecasts"),
    "revised": ("was revised", "were revised"),
    "worked out": ("was worked out from other figures", "were worked out from other figures"),
    "rounded to zero": ("rounds to", "round to"),
}
"""How each status is said of one figure and of several."""
MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "not available": ("[x]", "not available"),
    "suppressed": ("[c]", "confidential, not shown"),
    "low": ("[low]", "rounds to zero but is not zero"),
    "not applicable": ("[z]", "not applicable"),
    "provisional": ("[p]", "provisional, may change"),
    "revised": ("[r]", "revised"),
    "break": ("[b]", "break in the series before this figure"),
    "estimated": ("[e]", "estimated"),
    "forecast": ("[f]", "forecast"),
    "low reliability": ("[u]", "low reliability"),
}
"""The shorthand of the Government Statistical Service, and what it means."""
SUBJECTS: Final[Mapping[str, str]] = {
    "in full": "the {measure} for {place}",
    "of a series": "the {measure} ({series}) for {place}",
    "measure": "the {measure}",
    "bare": "{measure}",
    "figure of": "the figure for {place}",
    "figure": "the figure",
    "figures": "the figures",
}
"""Ways to name what a sentence is about."""
FOR: Final = "for "
BETWEEN: Final = "between "
SPAN: Final = "{} to {}"
"""From the first to the last position of an axis."""
YEARS: Final = "years ending {} to {}"
ITEMS: Final = ("item", "items")
"""What is counted where the file does not name it."""
_UNITS: Final[Mapping[str, tuple[str, str]]] = {
    "days": ("day", "days"),
    "hours": ("hour", "hours"),
    "minutes": ("minute", "minutes"),
    "seconds": ("second", "seconds"),
    "points": ("point", "points"),
}


def nouns(indicator: Indicator) -> tuple[str, str] | None:
    """Give the words for what is counted, in one and in many, or ``None`` where figures stand without."""
    if indicator.noun and counts(indicator):
        return indicator.noun.one, indicator.noun.many
    return _UNITS.get(indicator.unit)


def gap_nouns(indicator: Indicator) -> tuple[str, str] | None:
    """Give the words behind the size of a difference."""
    return ("percentage point", "percentage points") if indicator.unit == "%" else nouns(indicator)


def counts(indicator: Indicator) -> bool:
    """Whether figures are of things that the file names, which a clause says once, and not of days or hours."""
    return bool(indicator.noun) and indicator.unit in ("count", "rate", "points")


def says(text: str, words: tuple[str, str]) -> bool:
    """Whether a text has one of two words in it, so that a figure need not say it again."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in words)


def plain(name: str) -> str:
    """Give a name as it can stand inside a sentence: no full stop or comma at its end, none of them doubled."""
    tidy = re.sub(r"([.,;:])[.,;:]+", r"\1", " ".join(name.split()))
    return tidy.strip(" .,;:") or name
