"""Checks of who was at a meeting and when, of its sittings, and of what was declared and brought there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from itertools import pairwise

from ..facts.dossier import Dossier
from ..facts.mistyped import sessions_named
from ..facts.sittings import (
    Hours,
    Span,
    adjourned_on,
    by_day,
    day_of,
    earlier_sittings,
    ended,
    hours,
    later_sitting,
    resumed_on,
    spans,
    there_at,
    together,
    within,
)
from ..records.base import Record
from ..records.meeting import date_of
from ..records.minutes import Minutes
from ..records.problem import Problem
from ..records.votes import CastingVote
from ..records.walk import Held, walk
from .findings import advice, warning


def _timed(dossier: Dossier) -> Iterator[tuple[str, Minutes, list[Span], Hours]]:
    """Give the minutes of each meeting with the time of its sittings and the order of its hours."""
    for meeting_id, minutes in dossier.records.minutes.items():
        sat = spans(dossier.records, meeting_id)
        yield meeting_id, minutes, sat, hours(sat)


def _people(minutes: Minutes) -> list[Record]:
    """Give what says from when on, and until when, each was there, or enough were."""
    return [*minutes.present, *minutes.also_present, *filter(None, (minutes.quorum,))]


def _times(records: Iterable[Record]) -> list[tuple[Held, time]]:
    """Give the times of day that are typed of some records, in the order that they must have: that of the form.

    Somebody leaves for good after all times in between.
    """
    times = [(held, held.value) for record in records for held in walk(record) if isinstance(held.value, time)]
    return sorted(times, key=lambda timed: timed[0].field.name == "left")


def times_in_order(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each time that is earlier than one that it follows: somebody left before they arrived.

    Where a meeting sat on several days, nothing says on which of them somebody came.
    """
    for meeting_id, minutes, sat, place in _timed(dossier):
        chains: list[Sequence[Record]] = [*by_day(minutes, meeting_id)]
        chains += [[record] for record in _people(minutes)] if len(sat) == 1 else []
        for records in chains:
            for (before, earlier), (held, at) in pairwise(_times(records)):
                if place(at) < place(earlier):
                    first = f'"{before.field.typed}" before it, at {earlier:%H:%M}'
                    fact = f'"{held.field.typed}" is at {at:%H:%M}, earlier than {first}.'
                    yield Problem("minuted-times", held.place, fact, "Check both times.")
        over = ended(minutes.sessions[-1]) if minutes.sessions else None
        if over and minutes.closed and over != minutes.closed:
            fact = f"The meeting closed at {minutes.closed:%H:%M}, and its last session at {over:%H:%M}."
            yield Problem("minuted-times", minutes.at("closed"), fact, "Correct one of the two times.")


def times_within(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each time at which somebody came or went that is not within the meeting."""
    for _, minutes, sat, place in _timed(dossier):
        for held, at in _times(_people(minutes)):
            if not within(at, sat, place):
                fact = f"This is at {at:%H:%M}, and the meeting was {_when(sat)}."
                yield warning("outside-meeting", held.place, fact, "Check this time, and that of the meeting.")


def _when(sat: list[Span]) -> str:
    """Say when a meeting sat, as far as it is known."""
    said = (
        (f"from {span.begins:%H:%M} " if span.begins else "") + (f"to {span.ends:%H:%M}" if span.ends else "on")
        for span in sat
    )
    return " and ".join(said)


def sessions_in_order(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each session of an earlier day than the one above it, and of one adjourned to a time before."""
    for meeting_id, minutes in dossier.records.minutes.items():
        for session in minutes.sessions:
            until, moment = session.until, adjourned_on(session, meeting_id)
            if until and until < (moment if isinstance(until, datetime) else moment.date()):
                to = f"{until:%Y-%m-%d %H:%M}" if isinstance(until, datetime) else until
                fact = f'Session "{session.id}" cannot be adjourned to {to}: that is before it was adjourned.'
                yield Problem("session-order", session.at("until"), fact, "Correct the day or the time.")
        for earlier, later in pairwise(minutes.sessions):
            if day_of(later, meeting_id) < day_of(earlier, meeting_id):
                fact = f'Session "{later.id}" is of an earlier day than session "{earlier.id}" above it.'
                fix = "Put the sessions in their order, or correct the day."
                yield Problem("session-order", later.at("day"), fact, fix)


def adjourned_to_nothing(dossier: Dossier) -> Iterator[Problem]:
    """Advise on a day to which a session was adjourned and on which no session and no meeting is on this site."""
    for meeting_id, minutes in dossier.records.minutes.items():
        for session in minutes.sessions:
            if session.until and later_sitting(dossier.records, meeting_id, session) is None:
                fact = f"Nothing on this site is of {session.until:%Y-%m-%d}, to which this was adjourned."
                fix = f"Add a session with that day here; or the meeting of that day, with continues: {meeting_id}."
                yield advice("adjourned-to-nothing", session.at("until"), fact, fix)


def continues_earlier(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a further sitting of itself, of a later meeting or of one of another body.

    Warn of one to whose day another was adjourned.
    """
    records = dossier.records
    for meeting_id, meeting in records.meetings.items():
        first = meeting.continues
        if first is None:
            continue
        of_another = first in records.meetings and not records.share_a_body(first, meeting_id)
        adjourned = _adjourned_to(dossier, meeting_id)
        if first == meeting_id or date_of(first) > date_of(meeting_id) or of_another:
            fact = f"The meeting of {meeting_id} cannot continue that of {first}{', of another body' * of_another}."
            fix = "Write the id of the earlier meeting that was adjourned."
            yield Problem("continues-later", meeting.at("continues"), fact, fix)
        elif adjourned not in (None, *earlier_sittings(records, meeting_id)):
            fact = f"The meeting of {adjourned} was adjourned to this day, and this continues that of {first}."
            yield warning("continues-another", meeting.at("continues"), fact, "Check the id, and the day there.")


def _adjourned_to(dossier: Dossier, meeting_id: str) -> str | None:
    """Give the meeting of the same body that was adjourned to the day of a meeting, if one was."""
    records, day = dossier.records, date_of(meeting_id)
    for other, minutes in records.minutes.items():
        to_this_day = any(resumed_on(session) == day for session in minutes.sessions)
        if to_this_day and records.share_a_body(other, meeting_id):
            return other
    return None


def substitutes(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each substitute who sat for somebody who was there, or for whom another one sat at the same time."""
    for meeting_id, minutes, _, place in _timed(dossier):
        sitting = [(presence, presence.for_) for presence in minutes.present if presence.for_]
        for number, (presence, member) in enumerate(sitting):
            others = (other for other, of in sitting[:number] if of == member and together(other, presence, place))
            for other in others:
                fact = f'"{other.person}" and "{presence.person}" sat in the place of "{member}" at the same time.'
                fix = "Correct one of the two, or say when one left and the other arrived."
                yield Problem("two-substitutes", presence.at("for_"), fact, fix)
            if any(there.person == member and together(there, presence, place) for there in minutes.present):
                fact = f'"{presence.person}" sat in the place of "{member}", who was there at the same time.'
                fix = "Correct the id, or say when one left and the other arrived."
                yield Problem("substitute-and-member", presence.at("for_"), fact, fix)
            elif member in dossier.records.people and not dossier.had_seat(member, meeting_id):
                fact = f'"{presence.person}" sat in the place of "{member}", who had no seat on that day.'
                fix = "Check the id, and the terms in data/people.yml."
                yield warning("substitute-for-no-member", presence.at("for_"), fact, fix)


def acted_without_being_there(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each person who did something at a meeting at which they are not listed.

    Where no list says which members were there, nothing is known of it.
    """
    for meeting_id, minutes in dossier.records.minutes.items():
        there = {presence.person for presence in (*minutes.present, *minutes.also_present)}
        motions = [motion for minute in minutes.every_minute for motion in minute.motions]
        acted: list[tuple[Record, str, str | None, str]] = [
            *((entry, "person", entry.person, "declared an interest") for entry in minutes.declarations),
            *((session, "chair", session.chair, "was in the chair") for session in minutes.sessions),
            *((minute, "chair", minute.chair, "was in the chair") for minute in minutes.every_minute),
            *((entry, "presented_by", entry.presented_by, "presented this") for entry in minutes.petitions),
            *((mover, "person", mover.person, "moved or seconded this") for of in motions for mover in of.movers),
            *((casting, "by", casting.by, "gave the casting vote") for casting in _castings(dossier, meeting_id)),
        ]
        for record, field, person_id, what in acted if minutes.present else ():
            if person_id in dossier.records.people and person_id not in there:
                fact = f'"{person_id}" {what}, and is not listed among those who were there.'
                fix = "Correct the id, or add the person under present or also_present."
                yield Problem("did-and-not-there", record.at(field), fact, fix)


def _castings(dossier: Dossier, meeting_id: str) -> list[CastingVote]:
    own = (vote.votes for vote in dossier.votes_at.get(meeting_id, ()))
    return [of.casting for of in own if of and of.casting]


def quorum_without_members(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a quorum that is said to have been reached while fewer members were there than it needs."""
    for _, minutes, _, place in _timed(dossier):
        quorum = minutes.quorum
        if quorum is None or not quorum.needed or quorum.reached in (None, False) or not minutes.present:
            continue
        at = quorum.reached if isinstance(quorum.reached, time) else None
        there = there_at(minutes, at, place)
        if there < quorum.needed:
            when = f" at {at:%H:%M}" if at else ""
            fact = f"Members needed for the quorum: {quorum.needed}. Members who were there{when}: {there}."
            fix = "Check the list of those present with their times, and the number that is needed."
            yield Problem("quorum-and-too-few", quorum.at("reached"), fact, fix)


def unknown_session(dossier: Dossier) -> Iterator[Problem]:
    """Tell of each minute, and each of those present, that names a session which the meeting did not have."""
    for minutes in dossier.records.minutes.values():
        known = [session.id for session in minutes.sessions]
        fix = f"Write one of: {', '.join(known)}." if known else "Add sessions, with this id for one of them."
        for session, place in sessions_named(minutes):
            if session not in known:
                fact = f'There is no session "{session}" in these minutes.'
                yield Problem("unknown-session", place, fact, fix)
