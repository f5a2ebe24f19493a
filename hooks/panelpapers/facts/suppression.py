"""What a file tells of its suppressed figures in numbers, and the file without all that it tells of them.

The rules refuse a file that tells anything. This is the second lock: charts, words, tables and pages are made from
``without_suppressed``, so that nothing else can reach them by whatever way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ..records.base import Record
from ..records.indicator import Indicator, Point, StatedChange
from ..records.period import Period
from ..records.place import Place
from .since import since, spoken_of
from .standing import same_period
from .suppressed_words import InWords, name_in, suppressed, suppressed_points, told_about

NUMBERS: Final[Mapping[str, str]] = {
    "value": "its value",
    "lowest": "its lower end",
    "highest": "its upper end",
    "interval": "its likely range",
    "earlier_value": "its value before revision",
}
"""Fields of a figure that hold a number, each with what it is called."""

_NOTHING: Final[Mapping[str, object]] = {
    **dict.fromkeys(NUMBERS),
    "approximate": False,
    "other_figures": [],
    "worked_out": None,
    "source": None,
    "disclosed_by": None,
}
"""What stands in the fields of a suppressed figure. Its source goes too: nothing that is shown comes from it."""

_INSTEAD: Final = {"break_before": "The series has a break here.", "definition": "The definition is not shown."}
"""What stands in place of a text that told too much, where there must be one."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A number that is typed about a suppressed figure: the name of the figure, what it is, and where."""

    name: str
    what: str
    place: Place


def typed_about(indicator: Indicator) -> Iterator[Typed]:
    """Give every number that is typed at a suppressed figure, or as the baseline for its days."""
    baseline = indicator.baseline
    for series, point in suppressed_points(indicator):
        name = name_in(indicator, series, point)
        for field, what in NUMBERS.items():
            if getattr(point, field) is not None:
                yield Typed(name, what, point.at(field))
        for figure in point.other_figures:
            yield Typed(name, "the figure of another source", figure.at("value"))
        if "low" in point.statuses:
            yield Typed(name, "how low it is", point.at("statuses"))
        if baseline and baseline.value is not None and _for_its_days(point, baseline.period):
            yield Typed(name, "a baseline for the same days", baseline.at("value"))


def _for_its_days(point: Point, period: Period | None) -> bool:
    return point.period is not None and period is not None and same_period(point.period, period)


def without_suppressed(indicator: Indicator) -> Indicator:
    """Give an indicator without all that it tells of suppressed figures; the same one where it suppresses none."""
    hidden = [point for _, point in suppressed_points(indicator)]
    if not hidden:
        return indicator
    told: dict[tuple[int, str], list[str]] = defaultdict(list)
    for words in told_about(indicator):
        if words.sure:
            told[id(words.record), words.field].append(words.text)
    baseline = indicator.baseline
    if baseline and any(_for_its_days(point, baseline.period) for point in hidden):
        baseline = baseline.model_copy(update={"value": None})
    series = [
        series.model_copy(update={"points": [_without(point, told) for point in series.points]})
        for series in indicator.series
    ]
    changed = {
        **_texts(indicator, told, ("definition", "remarks", "notes")),
        "points": [_without(point, told) for point in indicator.points],
        "series": series,
        "baseline": baseline,
        "stated_changes": [
            change
            for change in indicator.stated_changes
            if (id(change), "since") not in told and not _gives_away(indicator, change)
        ],
    }
    return indicator.model_copy(update=changed)


def _without(point: Point, told: Mapping[tuple[int, str], list[str]]) -> Point:
    """Give a figure without the texts that tell of a suppressed one, and if it is suppressed, without any number."""
    changed = _texts(point, told, (*InWords.FIELDS, "notes"))
    if suppressed(point):
        changed |= {**_NOTHING, "statuses": [status for status in point.statuses if status != "low"]}
    return point.model_copy(update=changed) if changed else point


def _texts(record: Record, told: Mapping[tuple[int, str], list[str]], fields: Iterable[str]) -> dict[str, Any]:
    """Give those fields of a record of which sentences are to be left out, without these sentences."""
    changed: dict[str, Any] = {}
    for field in fields:
        if sentences := told.get((id(record), field)):
            value = getattr(record, field)
            several = [_left(text, sentences) for text in (value if isinstance(value, list) else [value])]
            left = [text for text in several if text]
            needed = field == "break_before" or isinstance(record, Indicator)
            instead = _INSTEAD.get(field) if needed else None
            changed[field] = left if isinstance(value, list) else next(iter(left), instead)
    return changed


def _left(text: str, sentences: Iterable[str]) -> str:
    for sentence in sentences:
        text = text.replace(sentence, "")
    return text.strip()


def _gives_away(indicator: Indicator, change: StatedChange) -> bool:
    """Whether a stated change tells of a suppressed figure: it leads to one, or from one to one that is shown."""
    start = since(indicator, change)
    points = [point for series in spoken_of(indicator, change) for point in series.points]
    later = [point for point in points if _for_its_days(point, change.period)]
    if any(suppressed(point) for point in later):
        return True
    from_one = any(suppressed(point) and _for_its_days(point, start) for point in points)
    return from_one and any(point.value is not None or point.lowest is not None for point in later)
