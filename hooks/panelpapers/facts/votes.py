"""The votes of all minutes: on motions, on resolutions and in elections, who voted how, and what follows from each.

What follows from numbers is told only where the majority that was needed is known, and only where it can be decided:
of members who are not counted, nothing is supposed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..records.minutes import Minute, Resolution
from ..records.publication import Records
from ..records.votes import CARRIED, NOT_VOTED, MajorityNeeded, Motion, Side, Tally, Votes
from .business import matters_of
from .rows import every_minute, in_time


@dataclass(frozen=True, slots=True)
class Stand:
    """Some of those who voted, and how: in an election ``for`` one of the candidates."""

    side: Side
    tally: Tally
    candidate: str | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote: on a motion, on a resolution, or in the election of a minute."""

    meeting_id: str
    minute: Minute
    on: Motion | Resolution | Minute

    @property
    def votes(self) -> Votes | None:
        """How it went; of an election, its candidates say it."""
        return None if isinstance(self.on, Minute) else self.on.votes

    @property
    def stands(self) -> tuple[Stand, ...]:
        """Those who voted, in the order in which it is told."""
        if isinstance(self.on, Minute):
            received = ((candidate.votes, candidate.person) for candidate in self.on.election)
            return tuple(Stand("for", tally, person) for tally, person in received if tally)
        return tuple(Stand(side, tally) for side, tally in self.on.votes.tallies) if self.on.votes else ()

    def stand_of(self, person_id: str) -> Stand | None:
        """Give how one person voted, if the minutes name them."""
        return next((stand for stand in self.stands if person_id in stand.tally.people), None)

    @property
    def rivals(self) -> tuple[Motion, ...]:
        """The motions that people could vote for in its place: it was put against them, whichever of them says so."""
        if not isinstance(self.on, Motion):
            return ()
        own = self.on
        others = (motion for motion in self.minute.motions if motion is not own)
        return tuple(other for other in others if other.id in own.put_against or own.id in other.put_against)

    @property
    def result(self) -> str | None:
        """What became of it: a resolution was carried."""
        if isinstance(self.on, Motion):
            return self.on.result
        return "carried" if isinstance(self.on, Resolution) else None

    @property
    def matters(self) -> tuple[str, ...]:
        """What it is about: a motion is about what became of it, too."""
        if isinstance(self.on, Resolution):
            return matters_of(self.minute, self.on)
        moved = self.on.id if isinstance(self.on, Motion) else None
        became = (made for made in self.minute.resolutions if moved and made.from_ == moved)
        own = (matter for made in became for matter in made.matter)
        return tuple(dict.fromkeys((*self.minute.matter, *own)))


def in_favour(of: Motion) -> int | None:
    """Give how many voted for a motion, if the minutes say so."""
    return of.votes.for_.number if of.votes and of.votes.for_ else None


def vote_on(meeting_id: str, minute: Minute, resolution: Resolution) -> Vote | None:
    """Give the vote by which something was resolved: its own, or that on the motion which it comes from."""
    moved = (motion for motion in minute.motions if resolution.from_ and motion.id == resolution.from_)
    ways: tuple[Motion | Resolution, ...] = (resolution, *moved)
    return next((vote for vote in (Vote(meeting_id, minute, on) for on in ways) if vote.stands), None)


def votes(records: Records) -> tuple[Vote, ...]:
    """Give every vote, the latest meeting first, and minute by minute: on motions, in an election, on resolutions."""
    found: list[Vote] = []
    for meeting_id, minute in in_time(records, every_minute(records), latest_first=True):
        voted: tuple[Motion | Resolution | Minute, ...] = (*minute.motions, minute, *minute.resolutions)
        found += (vote for vote in (Vote(meeting_id, minute, on) for on in voted) if vote.stands)
    return tuple(found)


def decided(of: Votes) -> Literal["carried", "lost"] | None:
    """Give what follows from the numbers of a vote and the majority that it needed, or nothing.

    Nothing follows where the majority is not typed, or rests on members of whom nobody says how many they were.
    """
    needs = of.needs
    if needs is None or of.for_ is None:
        return None
    in_favour, against = _with_casting(of)
    if needs.of == "votes cast":
        return None if of.against is None else _reached(needs, in_favour, in_favour + against)
    if needs.number is not None:
        return _reached(needs, in_favour, needs.number)
    there = ("for", "against", "abstained", "took no part")
    counted = [tally.number for side, tally in of.tallies if needs.of == "all members" or side in there]
    # They were at least those who are counted: too few of these are too few of all.
    return "lost" if _reached(needs, in_favour, sum(counted)) == "lost" else None


def _typed(of: Votes) -> tuple[int, int]:
    return of.for_.number if of.for_ else 0, of.against.number if of.against else 0


def _with_casting(of: Votes) -> tuple[int, int]:
    """Give how many voted for and against, with the casting vote."""
    in_favour, against = _typed(of)
    if of.casting and in_favour == against:
        return in_favour + (of.casting.vote == "for"), against + (of.casting.vote == "against")
    return in_favour, against


def _reached(needs: MajorityNeeded, in_favour: int, base: int) -> Literal["carried", "lost"]:
    return "carried" if base and in_favour >= needs.share.least(base) else "lost"


def contradiction(of: Votes, result: str | None) -> str | None:
    """Give what of a vote cannot be true together with its result, in a few words; or nothing."""
    if result in NOT_VOTED:
        return "a vote is given"
    if result not in {*CARRIED, "lost"} or of.for_ is None or of.against is None:
        return None
    voted = f"{of.for_.number} voted for it and {of.against.number} against"
    if result == "carried unanimously" and of.against.number:
        return voted
    if of.casting and not _were_equal(of):
        return f"{voted}, with no need of a casting vote"
    in_favour, against = _with_casting(of)
    follows = decided(of)
    if of.needs is None and of.casting:
        follows = "carried" if of.casting.vote == "for" else "lost"
    elif of.needs is None and in_favour <= against:
        follows = "lost"
    if follows and (follows == "carried") != (result in CARRIED):
        return voted
    return None


def _were_equal(of: Votes) -> bool:
    """Whether as many voted for as against, be the casting vote counted with them or not."""
    in_favour, against = _typed(of)
    lead = 1 if of.casting and of.casting.vote == "for" else -1
    return in_favour - against in (0, lead)
