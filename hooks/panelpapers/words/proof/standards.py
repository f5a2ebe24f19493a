"""Target and baseline as the record sets them, and how figures stand to them: asked anew by the proof-reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...records.period import Period
from .evidence import Figure, Table, differ_in_length, direction, same_days, side, way


def measured(table: Table) -> list[Figure]:
    """Give the figures that a target is for: the latest of each series, or the categories, or the subject alone."""
    if table.in_time:
        shown = [row[-1] for name in table.rows if (row := table.actual(name))]
        return [figure for figure in shown if figure.role != "average"]
    shown = [figure for figure in table.shown() if figure.role != "average"]
    return [figure for figure in shown if figure.role == "subject"] or shown


def outcome(table: Table, figure: Figure) -> str:
    """Give how a figure stands to the target, in the words of the texts."""
    target = table.indicator.target
    if target is None or target.value is None:
        return "no target"
    way = side(figure, target.value)
    if way is None:
        return "not certain"
    if table.indicator.better == "neutral":
        return {1: "above it", -1: "below it", 0: "equal to it"}[way]
    if way == 0:
        return "exactly met"
    if direction({"higher": "above", "lower": "below"}[table.indicator.better]) == way:
        return "met"
    until = target.by.end if target.by else None
    now = figure.period.end if figure.period else None
    return "not yet met" if until and now and now < until else "not met"


@dataclass(frozen=True, slots=True)
class Beside:
    """A baseline and the figure beside it. ``figure`` is the baseline itself, where the series has a point for it."""

    value: Decimal | None
    figure: Figure | None
    latest: Figure | None
    hindrances: frozenset[str]

    @property
    def way(self) -> int | None:
        """On which side of the baseline the latest figure is; ``None`` where nobody can tell."""
        if self.value is None or self.latest is None:
            return None
        return way(self.figure, self.latest) if self.figure else side(self.latest, self.value)

    @property
    def about(self) -> bool:
        """Whether the baseline itself is approximate."""
        return bool(self.figure and self.figure.about)


def beside(table: Table, series: str) -> Beside:
    """Give the baseline of a series beside its latest figure, or beside the one figure that stands for categories."""
    baseline = table.indicator.baseline
    if baseline is None or baseline.state != "set":
        return Beside(None, None, None, frozenset())
    row, period, value = table.row(series), baseline.period, baseline.value
    on_the_days = (figure for figure in row if period and figure.period and same_days(figure.period, period))
    figure = next(on_the_days, None)
    if figure and (figure.value is not None or "suppressed" in figure.statuses):
        value = figure.value
    if not table.in_time:
        figures = measured(table)
        alone = figures[0] if len(figures) == 1 and figures[0].series == series else None
        return Beside(value, None, alone, frozenset())
    latest = next(reversed(table.actual(series)), None)
    known = figure if figure and figure.value is not None else None
    return Beside(value, known, latest, frozenset(_hindrances(row, figure, latest, period)))


def _hindrances(
    row: list[Figure], figure: Figure | None, latest: Figure | None, period: Period | None
) -> Iterator[str]:
    """Say why a baseline and the latest figure may not be compared: a break between them, or differing lengths."""
    if latest is None:
        return
    if figure:
        places = sorted((row.index(figure), row.index(latest)))
        since = row[places[0] + 1 : places[1] + 1]
    else:
        until = period.end if period else None
        before = row[: row.index(latest) + 1]
        ends = [figure.period.end if figure.period else None for figure in before]
        since = [figure for figure, end in zip(before, ends, strict=True) if not (until and end and end <= until)]
    if any(figure.point.break_before for figure in since):
        yield "break"
    if differ_in_length(latest.period, period):
        yield "length"
