"""Target and baseline as the record sets them, and how figures stand to them: asked anew by the proof-reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...records.period import Period
from ...records.roles import COMPARATORS
from .evidence import Figure, Table, differ_in_length, in_a_year, same_days, side, way
from .order import places


def measured(table: Table) -> list[Figure]:
    """Give the figures that are judged: the last of those that are compared, the categories, or the subject."""
    if table.in_time:
        shown = [row[-1] for name in table.rows if (row := table.stretch(name))]
        return [figure for figure in shown if not figure.is_comparator]
    rows = [row for name, row in table.rows.items() if table.roles[name] not in COMPARATORS]
    shown = [figure for row in rows for figure in places(row) if figure.shown]
    return [figure for figure in shown if figure.role == "subject"] or shown


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure is to reach: a number, or a range from ``low`` to ``high``; ``good`` is the better side."""

    low: Decimal
    high: Decimal
    good: int
    limit: str | None
    by: Period | None

    def way(self, figure: Figure) -> int | None:
        """Give 1 for a figure above it, -1 below, 0 for one that is there; ``None`` where nobody can tell."""
        if side(figure, self.high) == 1:
            return 1
        if side(figure, self.low) == -1:
            return -1
        inside = figure.span and self.low <= figure.span[0] and figure.span[1] <= self.high
        return 0 if inside or side(figure, self.low) == 0 == side(figure, self.high) else None

    def met(self, figure: Figure) -> bool | None:
        """Whether a figure meets it; ``None`` where nobody can tell or says."""
        way = self.way(figure)
        if way is None or (self.low == self.high and not self.good):
            return None
        return way == 0 or (self.low == self.high and way == self.good)


def aim(table: Table, figure: Figure) -> Aim | None:
    """Give the target of a figure: of several by year, the last that is due by its end, else the first."""
    target = table.indicator.target
    if target is None or target.state != "set":
        return None
    good = {"at least": 1, "at most": -1, "higher": 1, "lower": -1}.get(target.limit or table.indicator.better, 0)
    if target.lowest is not None and target.highest is not None:
        return Aim(target.lowest, target.highest, good, None, target.by)
    if target.value is not None:
        return Aim(target.value, target.value, good, target.limit, target.by)
    dated = [(step.by.end, step) for step in target.steps if step.by.end]
    dated.sort(key=lambda pair: pair[0])
    end = _end(table, figure)
    over = [step for day, step in dated if end and day <= end]
    chosen = over[-1] if over else dated[0][1] if dated else None
    return Aim(chosen.value, chosen.value, good, target.limit, chosen.by) if chosen else None


def _end(table: Table, figure: Figure) -> date | None:
    period = figure.period or figure.point.period or table.indicator.period
    return period.end if period else None


def outcome(table: Table, figure: Figure) -> str:
    """Give how a figure stands to its target, in the words of the texts."""
    found = aim(table, figure)
    if found is None:
        return "no target"
    way, met, end = found.way(figure), found.met(figure), _end(table, figure)
    if way is None:
        return "not certain"
    if met is None:
        return {1: "above it", -1: "below it", 0: "equal to it"}[way]
    if met:
        return "exactly met" if found.low == found.high and way == 0 else "met"
    if not _later(found.by, end):
        return "not met"
    once = table.in_time and any(map(found.met, table.stretch(figure.series)))
    return "no longer met" if once else "not yet met"


def _later(by: Period | None, end: date | None) -> bool:
    """Whether a target is due on a later day than that on which a figure's period ends."""
    return bool(by and by.end and end and end < by.end)


def course(table: Table, figure: Figure) -> tuple[str, Figure | None]:
    """Give what became of a target by its date, in the words of the texts, and the figure for that date."""
    found = aim(table, figure)
    by = found.by.end if found and found.by else None
    if found is None or by is None or _later(found.by, _end(table, figure)):
        return "", None
    due = [
        (then.period.end, place, then)
        for place, then in enumerate(table.stretch(figure.series) if table.in_time else [])
        if then.period and then.period.start and then.period.end and then.period.start <= by <= then.period.end
    ]
    then = min(due)[2] if due else None
    before, now = (found.met(then) if then else None), found.met(figure)
    if then is None or before is None:
        return "", then
    if before:
        return ("met on its date and lost since" if now is False else "met on its date"), then
    return ("missed on its date and met later" if now else "missed on its date"), then


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
        alone = figures[0] if len(figures) == len(table.rows) == 1 else None
        return Beside(value, None, alone, frozenset())
    latest = next(reversed(table.stretch(series)), None)
    known = figure if figure and figure.value is not None else None
    hindrances = set(_hindrances(row, figure, latest, period))
    if baseline.average and latest and in_a_year(latest) == 1:  # an average of years is compared with a year
        hindrances.discard("length")
    return Beside(value, known, latest, frozenset(hindrances))


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
