"""What got better or worse, each subject once: commitments of the plan together with the figures that measure them.

A figure belongs to a commitment that names it, or that a paragraph speaks of together with it. So one change that a
rating and three figures tell is one subject, and not four.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..records.publication import Records
from .citations import Citations
from .news import Moved, News
from .plan import Tracked
from .rows import commitments

Way = Literal["worse", "better", "both ways", "neither"]
"""How a subject moved; ``neither`` where what changed has no direction that is better."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Commitments whose rating changed, and figures that moved, which are about the same."""

    ratings: tuple[Tracked, ...]
    figures: tuple[Moved, ...]

    @property
    def way(self) -> Way:
        """How it moved, as all that belongs to it shows."""
        moves = {rated.move for rated in self.ratings} | {moved.move for moved in self.figures}
        if {"better", "worse"} <= moves:
            return "both ways"
        return "better" if "better" in moves else "worse" if "worse" in moves else "neither"

    @property
    def series(self) -> Mapping[str, list[str]]:
        """Its indicators, each with the names of its series that moved; none where an indicator has one series."""
        found: dict[str, list[str]] = {}
        for moved in self.figures:
            found.setdefault(moved.indicator_id, []).extend([moved.series] if moved.series else [])
        return found


def subjects(records: Records, citations: Citations, news: News) -> tuple[Subject, ...]:
    """Give every subject in the order of the news: those that a rating tells first."""
    together = _together(records, citations, {moved.indicator_id for moved in news.figures})
    found: dict[int, tuple[list[Tracked], list[Moved]]] = {}
    for rated in news.ratings:
        found.setdefault(together[rated.commitment.numbers[0]], ([], []))[0].append(rated)
    for moved in news.figures:
        found.setdefault(together[moved.indicator_id], ([], []))[1].append(moved)
    return tuple(Subject(tuple(ratings), tuple(figures)) for ratings, figures in found.values())


def _together(records: Records, citations: Citations, moved: Iterable[str]) -> Mapping[int | str, int]:
    """Give the number of the group that each commitment and each moved figure belongs to."""
    groups: list[set[int | str]] = [{indicator_id} for indicator_id in moved]
    paragraphs = {indicator_id: set(citations.by_indicator.get(indicator_id, ())) for indicator_id in moved}
    for commitment in commitments(records):
        spoken_of = {cited for number in commitment.numbers for cited in citations.by_commitment.get(number, ())}
        measures = {
            indicator_id
            for indicator_id, cited in paragraphs.items()
            if indicator_id in commitment.indicators or cited & spoken_of
        }
        group: set[int | str] = {*commitment.numbers, *measures}
        groups = [other for other in groups if not other & measures] + [
            group.union(*(other for other in groups if other & measures))
        ]
    return {member: number for number, group in enumerate(groups) for member in group}
