"""What is new for a reader of the home page: what got better or worse, and what happened since the last meeting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ..records.meeting import date_of
from ..records.people import Person, Term
from ..records.publication import Records
from .actions import Action
from .better import Betterment, Judgement
from .citations import Citations
from .figure import FigureFacts
from .plan import Tracked, tracked
from .rows import commitments, grouped
from .told import ALWAYS, Told
from .ways import merged, ways_of

STALE: Final = 92
"""After how many days without papers a site says so on top: no three months have more, and no panel rests longer."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An indicator whose figures moved, by its own direction of good. ``series`` is named where there are several."""

    indicator_id: str
    series: str
    move: Judgement


@dataclass(frozen=True, slots=True)
class News:
    """What is new on a day: what was told after ``since``, the last meeting before it with papers or minutes.

    ``coming`` is the next meeting that is announced.
    """

    since: str | None
    coming: str | None
    papers: int
    """Papers of the coming meeting that are on the site."""
    new_agenda: bool
    """Whether the agenda of the coming meeting was told since the last one."""
    proposed: tuple[Action, ...]
    """Actions that a meeting is asked to discharge, in papers told since the last one."""
    appointed: tuple[tuple[Person, Term], ...]
    """Terms on the panel that began since the last meeting."""
    ratings: tuple[Tracked, ...]
    """Commitments whose rating changed, what got worse first."""
    new_ratings: int
    """How many of these ratings were told since the last meeting."""
    figures: tuple[Moved, ...]
    """Indicators whose figures moved."""


def news(
    told: Told,
    today: date,
    derived: tuple[Action, ...],
    figures: Mapping[str, FigureFacts],
    body: str | None = None,
) -> News:
    """Find what is new on the day ``today``, of records as they had been told by then: of one body, or of all."""
    records = told.records
    meetings = [
        meeting_id
        for meeting_id in records.in_order
        if not records.meetings[meeting_id].called_off and (body is None or body in records.held_by(meeting_id))
    ]
    known = {*records.agendas, *records.minutes, *(meeting_id for meeting_id, _ in records.papers)}
    since = next((past for past in reversed(meetings) if past in known and date_of(past) < today), None)
    after = date_of(since) if since else date.min
    coming = next_of(meetings, records, today)
    changed = tuple(row for row in tracked(records.plan) if row.move in ("better", "worse")) if records.plan else ()
    return News(
        since=since,
        coming=coming,
        papers=sum(1 for meeting_id, _ in records.papers if meeting_id == coming),
        new_agenda=told.agendas.get(coming or "", ALWAYS) > after,
        proposed=tuple(
            action
            for action in derived
            if action.status == "proposed for discharge"
            and told.pack(action.steps[-1].meeting_id) > after
            and (body is None or body in records.held_by(action.meeting_id))
        ),
        appointed=_appointed(records, after, today, body) if since else (),
        ratings=changed,
        new_ratings=sum(told.source(row.latest.source) > after for row in changed if body in (None, records.own)),
        figures=tuple(
            Moved(indicator_id, found.series if len(facts.grid.rows) > 1 else "", found.way)
            for indicator_id, facts in figures.items()
            for found in facts.all(Betterment)
        ),
    )


def next_of(meetings: Iterable[str], records: Records, today: date) -> str | None:
    """Give the first of some meetings, which are in order of time, that is still to come or today."""
    coming = (meeting_id for meeting_id in meetings if date_of(meeting_id) >= today)
    return next((meeting_id for meeting_id in coming if not records.meetings[meeting_id].called_off), None)


def months_without_papers(told: Told, today: date) -> int:
    """Give how many whole months are over since papers were told, or a meeting was that they are for; 0 for a few.

    A site says so after ``STALE`` days. A month is counted as 31 days: there were at least as many months.
    """
    latest = told.latest_papers
    days = (today - max(latest[0], date_of(latest[1]))).days if latest else 0
    return days // 31 if days > STALE else 0


def _appointed(records: Records, since: date, today: date, body: str | None) -> tuple[tuple[Person, Term], ...]:
    return tuple(
        (person, term)
        for person in records.people.values()
        for term in person.terms
        if term.begins and since < term.begins <= today and body in (None, records.body_of(term))
    )


Way = Literal["worse", "better", "both ways", "neither"]
"""How a subject moved; ``neither`` where what changed has no direction that is better."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Commitments whose rating changed, and figures that moved, which are about the same.

    A figure belongs to a commitment that names it, or another way in which the papers give its measure, or that a
    paragraph speaks of together with it. So one change that a rating and three figures tell is one subject, not four.
    """

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


def subjects(records: Records, citations: Citations, of: News) -> tuple[Subject, ...]:
    """Give every subject in the order of the news: those that a rating tells first."""
    together = _together(records, citations, {moved.indicator_id for moved in of.figures})
    ratings = grouped((together[rated.commitment.numbers[0]], rated) for rated in of.ratings)
    figures = grouped((together[moved.indicator_id], moved) for moved in of.figures)
    return tuple(Subject(ratings.get(group, ()), figures.get(group, ())) for group in {**ratings, **figures})


def _together(records: Records, citations: Citations, moved: Iterable[str]) -> Mapping[int | str, int]:
    """Give the number of the group that each commitment and each moved figure belongs to."""
    ways = ways_of(records.indicators)
    alike = {indicator_id: {indicator_id, *ways.get(indicator_id, ())} for indicator_id in moved}
    groups: list[set[int | str]] = [{*ids} for ids in alike.values()]
    paragraphs = {indicator_id: set(citations.by_indicator.get(indicator_id, ())) for indicator_id in moved}
    for commitment in commitments(records):
        spoken_of = {cited for number in commitment.numbers for cited in citations.by_commitment.get(number, ())}
        measures = {
            indicator_id
            for indicator_id, cited in paragraphs.items()
            if alike[indicator_id].intersection(commitment.indicators) or cited & spoken_of
        }
        groups.append({*commitment.numbers, *measures})
    return {member: number for number, group in enumerate(merged(groups)) for member in group}
