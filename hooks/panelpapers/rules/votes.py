"""Checks of motions, votes and elections: who moved and voted, what the numbers say, and what a motion leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from ..facts.dossier import Dossier
from ..facts.rows import every_minute
from ..facts.votes import Vote, contradiction, in_favour
from ..records.attendance import TOOK_NO_PART
from ..records.minutes import Minute
from ..records.names import made_id
from ..records.problem import Problem
from ..records.votes import CARRIED, Candidate, Motion, Tally
from .findings import repeated, warning

_VOTED: Final = frozenset(("for", "against"))


def unnamed_motion(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a motion without an id where a minute has several, and of whose words none can be made that stays."""
    for _, minute in every_minute(dossier.records):
        for motion in minute.motions:
            if motion.id is None and len(minute.motions) > 1:
                why = (
                    "the words of this one begin as those of another"
                    if made_id(motion.title or motion.text)
                    else "this one has no words for it"
                )
                fact = f"{minute.opening} has several motions, and no id can be made: {why}."
                fix = 'Add a line such as "id: amendment-1": it becomes part of a web address.'
                yield Problem("motion-without-id", motion.at(), fact, fix)


def amends_nothing(dossier: Dossier) -> Iterator[Problem]:
    """Tell of an amendment of a motion that its minute does not have, of itself, or of one that amends it in turn."""
    for _, minute in every_minute(dossier.records):
        amended = {motion.id: motion.amends for motion in minute.motions if motion.id}
        for motion in (motion for motion in minute.motions if motion.amends):
            way = [motion.amends]
            while (further := amended.get(str(way[-1]))) and further not in way:
                way.append(further)
            if motion.amends not in amended or motion.id in way:
                fact = f'{minute.opening} has no other motion "{motion.amends}" that this one can amend.'
                fix = "Write the id of the motion that it amends, and add that motion if it is not there."
                yield Problem("amends-nothing", motion.at("amends"), fact, fix)


def put_against_nothing(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a motion that was put against one which its minute does not have, or against itself."""
    for _, minute in every_minute(dossier.records):
        known = {motion.id for motion in minute.motions if motion.id}
        for motion in minute.motions:
            for entry, other in enumerate(motion.put_against):
                if other not in known - {motion.id}:
                    fact = f'{minute.opening} has no other motion "{other}" that this one can be put against.'
                    fix = "Write the id of the other motion, and add that motion if it is not there."
                    yield Problem("put-against-nothing", motion.at("put_against", entry), fact, fix)


def seconded_by_mover(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a motion that one person moved and seconded."""
    for motion in (motion for _, minute in every_minute(dossier.records) for motion in minute.motions):
        if motion.moved_by and motion.moved_by.person and motion.moved_by == motion.seconded_by:
            fact = f'"{motion.moved_by.person}" moved this and seconded it too.'
            yield warning("seconded-by-mover", motion.at("seconded_by"), fact, "Check both ids.")


def counted_otherwise(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a number of votes that is not that of the people who are named, and of those who voted twice."""
    for vote in dossier.votes:
        seen = Counter[str]()
        for tally in (stand.tally for stand in vote.stands):
            if tally.count is not None and tally.people and tally.count != len(tally.people):
                fact = f"Counted here: {tally.count}. Named: {len(tally.people)}."
                # Minutes may name some of those whom they count, and never more.
                found = warning if tally.count > len(tally.people) else Problem
                yield found("count-and-names", tally.at("count"), fact, "Correct the number or the names.")
            for entry, person_id in enumerate(tally.people):
                seen[person_id] += 1
                if seen[person_id] == 2:
                    fact = f'"{person_id}" stands twice in this vote.'
                    fix = "Keep the entry that the minutes have, and delete the other."
                    yield Problem("voted-twice", tally.at("people", entry), fact, fix)


def voted_and_not_there(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each who voted and is not listed as present, or had no seat on that day; and of too many votes."""
    records = dossier.records
    for vote in dossier.votes:
        minutes = records.minutes[vote.meeting_id]
        present = {attendee.person for attendee in minutes.present}
        there = present | {attendee.person for attendee in minutes.also_present}
        away = {attendee.person for attendee in (*minutes.apologies, *minutes.absent)}
        took_part = [stand.tally for stand in vote.stands if stand.side != "absent"]
        for tally, entry, person_id in _named(took_part):
            if person_id not in records.people:
                continue
            if (present and person_id not in there) or person_id in away:
                fact = f'"{person_id}" is named in this vote, and is not listed among those present.'
                fix = "Check the id, or add the person to present."
                yield warning("voted-and-absent", tally.at("people", entry), fact, fix)
            elif person_id not in present and not dossier.had_seat(person_id, vote.meeting_id):
                fact = f'"{person_id}" is named in this vote, and has no term on that day.'
                fix = "Check the id, and the terms in data/people.yml."
                yield warning("voted-without-seat", tally.at("people", entry), fact, fix)
        count = sum(tally.number for tally in took_part)
        if present and count > len(present):
            fact = f"Counted in this vote: {count}. Listed as present: {len(present)}."
            yield warning("more-votes-than-members", vote.on.at(), fact, "Check the numbers, and who was present.")


def voted_without_vote(dossier: Dossier) -> Iterator[Problem]:
    """Warn of each who voted and had no vote at this meeting, or had declared an interest and took no part."""
    declared = {at.meeting_id: at.declared for at in dossier.interests}
    for vote in dossier.votes:
        minutes = dossier.records.minutes[vote.meeting_id]
        listed = (*minutes.present, *minutes.also_present)
        why = {attendee.person: "had no vote at this meeting" for attendee in listed if attendee.votes is False}
        for about in declared.get(vote.meeting_id, ()):
            if about.entry.did in TOOK_NO_PART and any(minute is vote.minute for minute in about.minutes):
                why[about.entry.person] = f"declared an interest and {about.entry.did}"
        for tally, entry, person_id in _named([stand.tally for stand in vote.stands if stand.side in _VOTED]):
            if person_id in why:
                fact = f'"{person_id}" is listed in this vote, and {why[person_id]}.'
                fix = "Check both. Whoever did not vote stands under took_no_part or recused."
                yield warning("voted-without-vote", tally.at("people", entry), fact, fix)


def _named(tallies: list[Tally]) -> Iterator[tuple[Tally, int, str]]:
    yield from ((tally, entry, name) for tally in tallies for entry, name in enumerate(tally.people))


def tally_and_result(dossier: Dossier) -> Iterator[Problem]:
    """Warn of a result that cannot be that of the vote, given the majority and the casting vote.

    Where somebody is named whom no record knows, that alone is told: it may be no person at all.
    """
    people = dossier.records.people
    for vote in dossier.votes:
        if not all(person in people for stand in vote.stands for person in stand.tally.people):
            continue
        told = (contradiction(vote.votes, vote.result) or _beaten(vote)) if vote.votes else None
        if told and vote.votes:
            fact = f'The result is "{vote.result}", and {told}.'
            fix = "Check the numbers and the result. If another majority was needed, add needs, with its share."
            yield warning("tally-and-result", vote.votes.at(), fact, fix)


def _beaten(of: Vote) -> str | None:
    """Give, of a motion that was carried, that more people voted for one that it was put against."""
    own = in_favour(of.on) if isinstance(of.on, Motion) and of.result in CARRIED else None
    most = max((in_favour(other) or 0 for other in of.rivals), default=0)
    return f"{own} voted for it and {most} for another motion" if own is not None and own < most else None


def resolved_from(dossier: Dossier) -> Iterator[Problem]:
    """Tell of a resolution that comes from a motion which its minute does not have, or which was not carried."""
    for _, minute in every_minute(dossier.records):
        motions = {motion.id: motion for motion in minute.motions if motion.id}
        for resolution in (resolution for resolution in minute.resolutions if resolution.from_):
            motion = motions.get(resolution.from_ or "")
            if motion is None:
                fact = f'{minute.opening} has no motion with the id "{resolution.from_}".'
                fix = "Write the id of the motion that became this resolution, or delete the line."
                yield Problem("from-no-motion", resolution.at("from_"), fact, fix)
            elif motion.result and motion.result not in CARRIED:
                fact = f'The motion "{motion.id}" is "{motion.result}", and a resolution comes from it.'
                fix = "Correct the result of the motion, or the id here."
                yield Problem("from-no-motion", resolution.at("from_"), fact, fix)


def elected_otherwise(dossier: Dossier) -> Iterator[Problem]:
    """Tell of somebody elected who was no candidate, and warn of one who had fewer votes than one not elected."""
    for _, minute in every_minute(dossier.records):
        candidates = {candidate.person: candidate for candidate in minute.election}
        for candidate, _ in repeated(minute.election, attrgetter("person")):
            fact = f'"{candidate.person}" stands twice among the candidates.'
            yield Problem("voted-twice", candidate.at("person"), fact, "Keep one of the two.")
        for entry, person_id in enumerate(minute.elected):
            if minute.election and person_id not in candidates:
                fact = f'"{person_id}" was elected, and is not among the candidates.'
                yield Problem("elected-otherwise", minute.at("elected", entry), fact, "Correct the id, or add it.")
            elif (ahead := _ahead_of(candidates.get(person_id), minute)) is not None:
                fact = f'"{person_id}" was elected, and "{ahead.person}" had more votes.'
                fix = "Check the votes, and who was elected."
                yield warning("elected-otherwise", minute.at("elected", entry), fact, fix)


def _ahead_of(elected: Candidate | None, minute: Minute) -> Candidate | None:
    """Give somebody who was not elected with more votes than somebody who was, as far as the votes are given."""
    if elected is None or elected.votes is None:
        return None
    own = elected.votes.number
    others = (candidate for candidate in minute.election if candidate.person not in minute.elected)
    return next((other for other in others if other.votes and other.votes.number > own), None)
