"""What is new for a reader of the home page: what got better or worse, and what happened since the last meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..records.meeting import date_of
from ..records.people import Person, Term
from ..records.publication import Records
from .actions import Action
from .fact import Change
from .figure import FigureFacts
from .plan import Move, Tracked, tracked


@dataclass(frozen=True, slots=True)
class Moved:
    """An indicator whose figures moved, by its own direction of good. ``series`` is named where there are several."""

    indicator_id: str
    series: str
    move: Move


@dataclass(frozen=True, slots=True)
class News:
    """What is new on a day. ``since`` is the last meeting before it, ``coming`` the next one that is announced."""

    since: str | None
    coming: str | None
    papers: int
    """Papers of the coming meeting that are on the site."""
    proposed: tuple[Action, ...]
    """Actions that the coming meeting is asked to discharge."""
    appointed: tuple[tuple[Person, Term], ...]
    """Terms on the panel that began since the last meeting."""
    ratings: tuple[Tracked, ...]
    """Commitments whose rating changed, what got worse first."""
    figures: tuple[Moved, ...]
    """Indicators that got better or worse."""


def news(records: Records, today: date, derived: tuple[Action, ...], figures: Mapping[str, FigureFacts]) -> News:
    """Find what is new on the day ``today``."""
    meetings = sorted(meeting_id for meeting_id, meeting in records.meetings.items() if not meeting.called_off)
    since = next((meeting_id for meeting_id in reversed(meetings) if date_of(meeting_id) < today), None)
    coming = next((meeting_id for meeting_id in meetings if date_of(meeting_id) >= today), None)
    rows = tracked(records.plan) if records.plan else ()
    return News(
        since=since,
        coming=coming,
        papers=sum(1 for meeting_id, _ in records.papers if meeting_id == coming),
        proposed=tuple(action for action in derived if action.status == "proposed for discharge"),
        appointed=_appointed(records, date_of(since), today) if since else (),
        ratings=tuple(row for row in rows if row.move in ("better", "worse")),
        figures=tuple(
            moved for indicator_id, facts in figures.items() for moved in _moved(records, indicator_id, facts)
        ),
    )


def _appointed(records: Records, since: date, today: date) -> tuple[tuple[Person, Term], ...]:
    return tuple(
        (person, term)
        for person in records.people.values()
        for term in person.terms
        if term.begins and since < term.begins <= today
    )


def _moved(records: Records, indicator_id: str, facts: FigureFacts) -> list[Moved]:
    better = records.indicators[indicator_id].better
    if better == "neutral":
        return []
    good = 1 if better == "higher" else -1
    several = len(facts.grid.rows) > 1
    return [
        Moved(indicator_id, change.series if several else "", "better" if change.direction == good else "worse")
        for change in facts.all(Change)
        if change.span == "overall" and change.direction
    ]
