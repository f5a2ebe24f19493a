"""Claims about a baseline: where the latest figure stands to it, or why the two are not compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ...records.period import Period
from .claim import Claim, Patterns
from .table import Figure, Table, side, way
from .target import measured


def same_days(period: Period, other: Period) -> bool:
    """Whether two periods are the same days, or have the same name where the source states no days."""
    if period.stated or other.stated:
        return (period.start, period.end) == (other.start, other.end)
    return period.name.lower() == other.name.lower()


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
    if period and latest.period and not latest.period.comparable(period):
        yield "length"


def baseline(claim: Claim) -> Iterator[str]:
    """Check the latest figure of the only series against the baseline."""
    found = beside(claim.table, claim.series) if claim.series else None
    if found is None or found.value is None or not found.latest or found.hindrances or found.latest is found.figure:
        yield "There is no baseline that the latest figure may be compared with."
        return
    yield from _given(claim, found)
    if not claim.word("side") and side(found.latest, found.value) is not None:
        yield "The latest figure has no likely range that holds the baseline."
    if found.way != {"above": 1, "below": -1, "equal to": 0, "": None}[claim.word("side")]:
        yield f"The latest figure does not stand so to the baseline of {found.value}."
    yield from claim.gap_is(found.value, found.latest.value, about=found.about or found.latest.about)


def _given(claim: Claim, found: Beside) -> Iterator[str]:
    """Check the baseline's own figure and its period, where the clause gives them."""
    claim.says("baseline")
    yield from claim.mark_is("baseline", found.value, about=found.about)
    period = claim.table.indicator.baseline.period if claim.table.indicator.baseline else None
    if claim.word("period") and (period is None or claim.word("period") != period.name):
        yield f"The baseline is for {period.name if period else 'no stated period'}."


def is_baseline(claim: Claim) -> Iterator[str]:
    """Check that the figures for a period are the baseline."""
    found = [beside(claim.table, name) for name in claim.table.rows]
    if all(pair.value is None for pair in found):
        yield "There is no baseline."
    if bool(claim.word("several")) != (len(found) > 1):
        yield "One baseline, several baselines."
    yield from _given(claim, found[0])


def baselines(claim: Claim) -> Iterator[str]:
    """Check on which side of its baseline the latest figure of each series is."""
    sides: dict[str, list[str]] = {}
    for name, row in claim.table.rows.items():
        found = beside(claim.table, name)
        if found.way is None or found.hindrances or found.latest is found.figure or row[0].role == "average":
            continue
        sides.setdefault({1: "above", -1: "below", 0: "equal to"}[found.way], []).append(name)
    yield from claim.groups_are("stand", sides)
    claim.says("baseline")


def apart(claim: Claim) -> Iterator[str]:
    """Check a baseline with which nothing is compared, and why."""
    every = [beside(claim.table, name) for name in claim.table.rows]
    claim.says("baseline")
    if claim.word("empty") and any(pair.value is not None for pair in every):
        yield "The baseline has a figure."
    if "baseline" in claim.found:
        yield from _given(claim, every[0])
    reason = "break" if "break" in claim.word("reason") else "length"
    if claim.word("reason") and not any(reason in pair.hindrances for pair in every):
        yield "That is not why they are not compared."


RULES: Final[Patterns] = (
    ("the figure[ for {period}] is the baseline", is_baseline),
    ("the figures for {period} are the <several:baselines>", is_baseline),
    (
        "the likely range of the latest figure holds the baseline of {baseline:amount}, so no change from "
        "it is certain",
        baseline,
    ),
    (
        "the latest figure is [{gap}[ ({relative:number})] ]<side:above|below|equal to> the baseline"
        "[ of {baseline:amount}[, for {period}]]",
        baseline,
    ),
    ("the latest figure is {named:sides}", baselines),
    ("the baseline[ for {period}] <empty:has no figure that is shown>", apart),
    ("the baseline is {baseline:amount}[ for {period}]", apart),
    ("the baselines are in the table", apart),
    (
        "<it|the baseline> and the latest figure are not compared"
        "<reason: across the break in the series|, as their periods differ in length>",
        apart,
    ),
)
