"""What the words must say, because a reader would be misled without it."""

from __future__ import annotations

from collections.abc import Iterator

from . import conditions
from .baseline import beside, same_days
from .claim import Said
from .groups import differing_definitions
from .notices import STATUSES
from .table import Table
from .target import measured


def required(table: Table) -> set[Said]:
    """Give every caution that the record calls for."""
    return set(_of_figures(table)) | set(_of_the_whole(table))


def told_in_full(table: Table) -> set[Said]:
    """Give what a list of cautions says beyond that: why a series breaks, and how each figure was worked out."""
    reasons = {("reason of break", "", one.label) for one in conditions.breaks(table)}
    worked = (one for name in table.rows for one in conditions.with_status(table, name, "worked out"))
    return reasons | {("how", one.series, one.label) for one in worked}


def _of_figures(table: Table) -> Iterator[Said]:
    for name in table.rows:
        for status in STATUSES:
            found = conditions.with_status(table, name, status)
            if status in ("revised", "worked out"):
                yield from ((status, name, one.label) for one in found)
            elif found:
                yield status, name, ""
    yield from (("break", "", one.label) for one in conditions.breaks(table))
    yield from (("sources", one.series, one.label) for one, _ in conditions.disagreements(table))


def _of_the_whole(table: Table) -> Iterator[Said]:
    if table.in_time:
        if conditions.unstated(table):
            yield "periods not stated", "", ""
        if len(conditions.lengths(table)) > 1:
            yield "unequal periods", "", ""
        if conditions.overlaps(table):
            yield "overlapping periods", "", ""
        if conditions.uneven(table):
            yield "uneven steps", "", ""
        if conditions.change_is_open(table):
            yield "ranges", "", ""
    elif table.only and conditions.no_order(table, table.only):
        yield "ranges", "", ""
    if len(table.rows) > 1 and differing_definitions(table):
        yield "definitions", "", ""


def expected(table: Table) -> Iterator[Said]:
    """Give what a description says beside the cautions: target, baseline, and what the papers declare or state."""
    indicator = table.indicator
    for what, mark in (("target", indicator.target), ("baseline", indicator.baseline)):
        if mark and mark.state != "set":
            yield f"{what} {mark.state}", "", ""
    target = indicator.target
    if target and target.state == "set" and target.value is not None and measured(table):
        yield "target", "", ""
    if _baseline_matters(table):
        yield "baseline", "", ""
    for change in indicator.stated_changes:
        rows = [row for name, row in table.rows.items() if change.series in (None, name)]
        points = [one for row in rows for one in row if one.period and same_days(one.period, change.period)]
        if not any("suppressed" in one.statuses for one in points):
            yield "stated", change.series or "", change.period.name


def _baseline_matters(table: Table) -> bool:
    """Whether a baseline is set that is not named by its period, nor replaced by a stated change."""
    baseline = table.indicator.baseline
    if baseline is None or baseline.state != "set" or (baseline.period and baseline.period.name == "baseline"):
        return False
    known = [beside(table, name) for name, row in table.rows.items() if row and row[0].role != "average"]
    compared = any(one.way is not None and not one.hindrances for one in known)
    return compared or (table.in_time and bool(known) and not table.indicator.stated_changes)


def in_words(said: Said) -> str:
    """Say what is missing, for a finding."""
    what, series, label = said
    return " ".join(word for word in (what, f"({series})" if series else "", f"for {label}" if label else "") if word)
