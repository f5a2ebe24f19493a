"""The nouns of figures, read and written alike: of charts, of what is counted, of statuses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ..records.indicator import SHORTHAND, ChartKind, Indicator
from ..records.roles import RoleName, role_in
from ..records.units import Unit

CHARTS: Final[Mapping[ChartKind, str]] = {
    "line": "line chart",
    "bar": "bar chart",
    "horizontal bar": "bar chart",
    "grouped bar": "grouped bar chart",
    "interval": "range chart",
    "stacked bar": "stacked bar chart",
    "status strip": "status list",
}
TABLE: Final = "table"
"""What shows the figures where no chart is drawn."""
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
    status: (f"[{SHORTHAND[status]}]", words)
    for status, words in {
        "not available": "not available",
        "suppressed": "confidential, not shown",
        "low": "rounds to zero but is not zero",
        "not applicable": "not applicable",
        "provisional": "provisional, may change",
        "revised": "revised",
        "break": "break in the series before this figure",
        "estimated": "estimated",
        "forecast": "forecast",
        "low reliability": "low reliability",
    }.items()
}
"""The shorthand of the Government Statistical Service, and what it means."""
SUBJECTS: Final[Mapping[str, str]] = {
    "in full": "the {measure} for {place}",
    "of a series": "the {measure} ({series}) for {place}",
    "measure of a series": "the {measure} ({series})",
    "measure": "the {measure}",
    "bare": "{measure}",
    "bare of a series": "{measure} ({series})",
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
    "points": ("point", "points"),
    "percentage points": ("percentage point", "percentage points"),
    **{f"{one}s": (one, f"{one}s") for one in ("second", "minute", "hour", "day", "week", "month", "year")},
}
DIFFERENCES: Final[Mapping[str, tuple[str, str] | None]] = {
    "%": _UNITS["percentage points"],
    "index": _UNITS["points"],
    "ratio": None,
}
"""Units of differences, where they are others than those of the figures."""


def nouns(indicator: Indicator) -> tuple[str, str] | None:
    """Give the words for what is counted, in one and in many, or ``None`` where figures stand without."""
    unit, noun = indicator.unit, indicator.noun
    words = _UNITS.get(unit)
    if counts(indicator):
        base = f" per {unit.base}" if unit.base else ""
        words = (f"{noun.one}{base}", f"{noun.many}{base}") if noun else (base.strip(), base.strip())
    return (words[1], words[1]) if words and unit.scale else words


def gap_nouns(indicator: Indicator) -> tuple[str, str] | None:
    """Give the words behind the size of a difference."""
    return DIFFERENCES.get(indicator.unit, nouns(indicator))


def counts(indicator: Indicator) -> bool:
    """Whether figures are of things that the file names, which a clause says once, and not of days or hours."""
    named = indicator.noun or (indicator.unit == "rate" and indicator.unit.base)
    return bool(named) and indicator.unit in ("count", "rate", "points")


def behind(unit: Unit) -> str:
    """Give the words that belong to every number in a unit: `` million``, `` to 1``; nothing in most."""
    return " to 1" if unit == "ratio" else f" {unit.size}" if unit.size else ""


def heading(indicator: Indicator) -> str:
    """Name the unit as a table's heading does: ``%``, ``£ million``, ``per 1,000 people``; nothing of counts.

    A base that the measure names is not named again.
    """
    unit = indicator.unit
    if unit == "money":
        return f"{indicator.money_sign.strip()}{behind(unit)}".strip()
    if unit == "count":
        return f"{unit.size}s" if unit.scale else ""
    if unit == "index" and says(indicator.measure, ("index", "indices")):
        return f"{unit.base} = 100" if unit.base else ""
    if unit == "rate":
        base = f"per {unit.base}" if unit.base else ""
        return "" if says(indicator.measure, (base, base)) else base
    return "ratio to 1" if unit == "ratio" else unit.name


def says(text: str, words: tuple[str, str]) -> bool:
    """Whether a text has one of two words in it, so that a figure need not say it again."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) for word in words)


def plain(name: str) -> str:
    """Give a name as it can stand inside a sentence: no full stop or comma at its end, none of them doubled."""
    tidy = re.sub(r"([.,;:])[.,;:]+", r"\1", " ".join(name.split()))
    return tidy.strip(" .,;:") or name


# What figures are compared with


_COMMON: Final = frozenset(
    (
        *("actual", "agreed", "all", "annual", "approved", "average", "best", "budget", "forecast", "group", "last"),
        *(
            "mean",
            "median",
            "most",
            "national",
            "original",
            "overall",
            "peer",
            "plan",
            "planned",
            "previous",
            "prior",
        ),
        *("range", "regional", "revised", "same", "similar", "the", "total", "typical"),
    )
)

STANDARDS: Final[Mapping[str, str]] = {
    "average": "average",
    "group": "group figure",
    "national": "national figure",
    "best": "best figure",
    "total": "overall figure",
    "last year": "figure a year before",
    "plan": "plan",
    "budget": "budget",
    "forecast": "forecast",
    "range": "range",
}
"""What stands in a sentence for a figure that others are compared with, behind "the", or "its" for a year before."""
ROLES: Final[Mapping[str, str]] = {
    **STANDARDS,
    "total": "total",
    "last year": "year before",
    "range": "range of peers",
}
"""The same where it stands beside a name: in a table, on a chart, in the explorer."""


def inside(name: str) -> str:
    """Give the name of a comparator as it stands inside a sentence: ``all districts``, ``the best in group``.

    A common word that a table begins with a capital has a small letter there, unless a name goes on behind it.
    """
    first, _, rest = plain(name).partition(" ")
    return f"{first.lower()} {rest}".strip() if first.lower() in _COMMON and rest[:1].islower() else plain(name)


def said_role(name: str, role: RoleName | None) -> str:
    """Give what a comparator is, to stand beside its name; nothing of others, nor where the name says it."""
    return "" if role is None or role_in(name) == role or role in name.lower() else ROLES.get(role, "")


def with_role(name: str, role: RoleName | None) -> str:
    """Give a name with its role in brackets, unless the name says it: ``England and Wales (national figure)``."""
    said = said_role(name, role)
    return f"{name} ({said})" if said else name
