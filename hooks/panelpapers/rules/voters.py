"""Checks of those who voted: whether they were there at that time, who was in the chair, and names of groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import zip_longest

from ..facts.dossier import Dossier
from ..facts.rows import every_minute
from ..facts.sittings import Hours, ended, hours, spans
from ..facts.votes import Vote
from ..reading.guessing import Guesses
from ..records.attendance import Presence, Session
from ..records.base import Record
from ..records.meeting import date_of
from ..records.minutes import Minutes
from ..records.people import Person, Term
from ..records.place import Place
from ..records.problem import Problem
from .findings import warning

_ALIKE = 0.9
"""How alike two names of groups must be to be one with a slip: a letter or two of a dozen."""
_WORD_ALIKE = 0.75
"""The same for each of their words: Grean and Green are one, North and South are two."""


def voted_while_away(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each who took part in a vote before they came or after they left, as far as the minutes show when."""
    for vote in dossier.votes:
        minutes = dossier.records.minutes[vote.meeting_id]
        present = {presence.person: presence for presence in (*minutes.present, *minutes.also_present)}
        session = next((part for part in minutes.sessions if part.id == vote.minute.session), None)
        sat = spans(dossier.records, vote.meeting_id)
        for person_id, place in _took_part(vote):
            presence = present.get(person_id)
            why = presence and session and _not_at(presence, session, hours(sat), one_day=len(sat) == 1)
            if why:
                fact = f'"{person_id}" took part in this vote, and {why}.'
                yield warning("voted-while-away", place, fact, "Check the vote, the session and the times.")


def _took_part(vote: Vote) -> Iterator[tuple[str, Place]]:
    for stand in vote.stands:
        if stand.side != "absent":
            people = stand.tally.people
            yield from ((name, stand.tally.at("people", entry)) for entry, name in enumerate(people))


def _not_at(presence: Presence, session: Session, place: Hours, *, one_day: bool) -> str | None:
    """Say why somebody cannot have been at a session; on which day they came or left is known of one day alone."""
    if presence.sessions and session.id not in presence.sessions:
        return f'is not listed at session "{session.id}"'
    opened, over = session.opened, ended(session)
    if one_day and presence.left and opened and place(presence.left) < place(opened):
        return f"left at {presence.left:%H:%M}, before the session was opened at {opened:%H:%M}"
    if one_day and presence.arrived and over and place(presence.arrived) > place(over):
        return f"arrived at {presence.arrived:%H:%M}, after the session was over at {over:%H:%M}"
    return None


def absent_and_back(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each who voted after a vote for which they had left, or before one for which they had not come yet.

    Only of those who came once or left once is it known on which side of a vote they were away.
    """
    for meeting_id, minutes in dossier.records.minutes.items():
        once = [here for here in minutes.present if not here.away and (here.arrived is None) != (here.left is None)]
        votes = dossier.votes_at.get(meeting_id, ())
        for presence in once:
            stood = [stand for vote in votes if (stand := vote.stand_of(presence.person))]
            # Whoever left is told at the vote after that, and whoever came at the one before.
            away = False
            for stand in stood if presence.left else reversed(stood):
                if away and stand.side != "absent":
                    what = "had left before an earlier" if presence.left else "had not come before a later"
                    fact = f'"{presence.person}" took part in this vote, and {what} one.'
                    place = stand.tally.at("people", stand.tally.people.index(presence.person))
                    yield warning("voted-while-away", place, fact, "Check both votes, and when they came or left.")
                away = away or stand.side == "absent"


def casting_not_by_chair(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a casting vote of somebody else than whoever was in the chair, as far as the minutes say who was."""
    for vote in dossier.votes:
        casting = vote.votes and vote.votes.casting
        chair = _chair_of(vote, dossier) if casting and casting.by else None
        if casting and chair and casting.by != chair:
            fact = f'"{casting.by}" gave the casting vote, and "{chair}" was in the chair.'
            fix = "Correct the id; or name in chair of the minute who was in the chair for it."
            yield warning("casting-not-by-chair", casting.at("by"), fact, fix)


def _chair_of(vote: Vote, dossier: Dossier) -> str | None:
    """Give who was in the chair for a vote: as its minute says, or its session, or the one person in that role."""
    minutes = dossier.records.minutes[vote.meeting_id]
    of_session = (part.chair for part in minutes.sessions if part.id == vote.minute.session)
    said = vote.minute.chair or next(of_session, None)
    role = dossier.records.regime_on(date_of(vote.meeting_id)).words.chair
    return said or _in_role(minutes, {"chair", role.casefold()})


def _in_role(minutes: Minutes, roles: set[str]) -> str | None:
    named = [presence.person for presence in minutes.present if (presence.role or "").casefold() in roles]
    return named[0] if len(named) == 1 else None


def person_as_group(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a mover or seconder who may be several people, or has a surname alone: it is taken for a group."""
    groups = {group.casefold() for _, _, group in _groups_of_people(dossier)}
    for mover, _, group in _groups_that_moved(dossier):
        meant = dossier.by_name.called(group)
        if meant and group.casefold() not in groups:
            fact = f'"{group}" is a person with an id, and stands here as the name of a group.'
            yield warning("person-as-group", mover.at("group"), fact, f"Write the id: {' or '.join(meant)}.")


def groups_nearly_alike(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each name of a group that is nearly one which is typed more often: there would be two groups of one."""
    typed = [*_groups_of_people(dossier), *_groups_that_moved(dossier)]
    count = Counter(name for _, _, name in typed)
    near = {name: _same_group(name, [more for more in count if count[more] > count[name]]) for name in count}
    for record, field, name in typed:
        if near[name]:
            fact = f'The group "{name}" is called "{near[name]}" elsewhere.'
            fix = "Write one name for one group. If they are two, say so in known."
            yield warning("groups-nearly-alike", record.at(field), fact, fix)


def _same_group(name: str, others: list[str]) -> str | None:
    """Give the one of other names that a name is in other capitals, or but for slips in its words.

    Group 1 and Group 2 are two, and so are North Side and South Side.
    """
    if same := next((other for other in others if other.casefold() == name.casefold()), None):
        return same
    near = Guesses(others, _ALIKE).nearest(name) or ""
    words = list(zip_longest(name.split(), near.split(), fillvalue=""))
    return near if all(get_close_matches(word, [other], cutoff=_WORD_ALIKE) for word, other in words) else None


def _groups_of_people(dossier: Dossier) -> Iterator[tuple[Record, str, str]]:
    """Give every name of a group that somebody belongs to or belonged to, with the record and field of it."""
    for person in dossier.records.people.values():
        own: list[Person | Term] = [person, *person.terms]
        yield from ((of, "group", of.group) for of in own if of.group)
        yield from ((tenure, "name", tenure.name) for tenure in person.groups)


def _groups_that_moved(dossier: Dossier) -> Iterator[tuple[Record, str, str]]:
    """Give every name of a group that moved or seconded a motion, with the record and field of it."""
    for _, minute in every_minute(dossier.records):
        movers = (mover for motion in minute.motions for mover in motion.movers)
        yield from ((mover, "group", mover.group) for mover in movers if mover.group)
