"""The times of a meeting: in which order its hours come, who was there when, and where it went on.

A meeting that goes on past midnight has hours that come last, though their figures are low.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from math import inf

from ..records.attendance import Presence, Session
from ..records.meeting import date_of
from ..records.minutes import Minutes
from ..records.publication import Records

EARLY = time(6)
"""A meeting that ends before this hour began on the day before."""

Hours = Callable[[time], int]
"""Gives the place of a time of day among the hours of a meeting, in minutes."""


@dataclass(frozen=True, slots=True)
class Span:
    """The time of a sitting, as far as it is known."""

    begins: time | None
    ends: time | None


def ended(session: Session) -> time | None:
    """Give the time at which a session was over: closed, or adjourned."""
    return session.closed or session.adjourned


def day_of(session: Session, meeting_id: str) -> date:
    """Give the day of a session."""
    return session.day or date_of(meeting_id)


def by_day(minutes: Minutes, meeting_id: str) -> list[list[Session]]:
    """Give the sessions of each day, in their order."""
    return [
        list(several) for _, several in groupby(minutes.sessions, key=lambda session: day_of(session, meeting_id))
    ]


def spans(records: Records, meeting_id: str) -> list[Span]:
    """Give for each day on which a meeting sat the time from the first opening to the last end.

    Without sessions nothing says when it was opened: what its record gives is when it was to start. Who came by then
    may have come before the first session was opened.
    """
    meeting, minutes = records.meetings.get(meeting_id), records.minutes[meeting_id]
    if minutes.sessions:
        first, *later = [Span(several[0].opened, ended(several[-1])) for several in by_day(minutes, meeting_id)]
        early = [at for at in (first.begins, meeting and meeting.starts) if at]
        return [Span(min(early) if first.begins and meeting else None, first.ends), *later]
    span = Span(meeting.starts if meeting else None, minutes.closed)
    return [span if _past_midnight(span) else Span(None, minutes.closed)]


def _past_midnight(span: Span) -> bool:
    """Whether a sitting ended on the day after that on which it began."""
    early = span.ends is not None and span.ends < EARLY
    return early and (span.begins is None or (span.ends or EARLY) < span.begins)


def hours(several: list[Span]) -> Hours:
    """Give the order of the hours of a meeting."""
    night = any(map(_past_midnight, several))
    return lambda at: at.hour * 60 + at.minute + (24 * 60 if night and at < EARLY else 0)


def within(at: time, several: list[Span], place: Hours) -> bool:
    """Whether a time is within one of the spans, of which a beginning or an end may not be known."""
    return any(
        (span.begins is None or place(span.begins) <= place(at))
        and (span.ends is None or place(at) <= place(span.ends))
        for span in several
    )


def stay(of: Presence, place: Hours) -> tuple[float, float]:
    """Give from when to when somebody was there, without end where no time is given.

    Who left at an earlier hour than they arrived did so on a later day of the same meeting.
    """
    came, left = (place(of.arrived) if of.arrived else -inf, place(of.left) if of.left else inf)
    return (came, left) if came <= left else (-inf, inf)


def together(one: Presence, other: Presence, place: Hours) -> bool:
    """Whether two people were there at the same time for a while, as far as the minutes say."""
    (came, left), (other_came, other_left) = stay(one, place), stay(other, place)
    apart = one.sessions and other.sessions and set(one.sessions).isdisjoint(other.sessions)
    return came < other_left and other_came < left and not (apart or one.part or other.part)


def there_at(minutes: Minutes, at: time | None, place: Hours) -> int:
    """Count the members who were there at a time; without one, the most who were there at any time."""
    stays = [stay(presence, place) for presence in minutes.present]
    moments = [came for came, _ in stays] if at is None else [place(at)]
    return max((sum(came <= moment <= left for came, left in stays) for moment in moments), default=0)


def adjourned_on(session: Session, meeting_id: str) -> datetime:
    """Give the day and the time at which a session was adjourned; without a time, the beginning of its day."""
    return datetime.combine(day_of(session, meeting_id), session.adjourned or time.min)


def resumed_on(session: Session) -> date | None:
    """Give the day to which a session was adjourned."""
    return session.until.date() if isinstance(session.until, datetime) else session.until


def later_sitting(records: Records, meeting_id: str, session: Session) -> Session | str | None:
    """Give where an adjourned session went on: a session of the same minutes, or the id of a meeting of its own.

    That is the one on the day to which it was adjourned that says that it continues this meeting, or the only one.
    """
    day = resumed_on(session)
    if day is None:
        return None
    sessions = records.minutes[meeting_id].sessions
    after = sessions[sessions.index(session) + 1 :]
    here = next((other for other in after if day_of(other, meeting_id) == day), None)
    of_day = (other for other in records.meetings if date_of(other) == day and other != meeting_id)
    there = [other for other in of_day if records.share_a_body(other, meeting_id)]
    named = [other for other in there if records.meetings[other].continues == meeting_id]
    named = named or [other for other in there if records.meetings[other].continues is None]
    return here or (named[0] if len(named) == 1 else None)


def earlier_sittings(records: Records, meeting_id: str) -> tuple[str, ...]:
    """Give the ids of the meetings of which a meeting is a further sitting, the latest first."""
    found: list[str] = []
    while (meeting := records.meetings.get(meeting_id)) and meeting.continues and meeting.continues not in found:
        meeting_id = meeting.continues
        found.append(meeting_id)
    return tuple(found)


def continued_by(records: Records, meeting_id: str) -> tuple[str, ...]:
    """Give the ids of the meetings that are further sittings of a meeting, in order of time."""
    return tuple(other for other in records.further_sittings if records.meetings[other].continues == meeting_id)
