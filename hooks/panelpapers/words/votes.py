"""What is said of motions, votes and business that was put off: names, results, numbers and majorities."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from ..facts.votes import Stand, Vote, in_favour
from ..records.minutes import Minute, Resolution
from ..records.votes import MajorityNeeded, Motion, Side
from . import format as say
from .tense import THAT_DAY

RESULTS: Final[Mapping[str, str]] = {"not put": "not put to the vote", "out of order": "ruled out of order"}
"""How a result is told where the word for it does not stand alone well."""
SIDES: Final[Mapping[Side, str]] = {
    "for": "For",
    "against": "Against",
    "abstained": "Abstained",
    "took no part": "Took no part",
    "recused": "Took no part because of an interest",
    "absent": "Absent",
}
_SHARES: Final = {
    Fraction(1, 2): "half",
    Fraction(1, 3): "one third",
    Fraction(2, 3): "two thirds",
    Fraction(1, 4): "one quarter",
    Fraction(3, 4): "three quarters",
    Fraction(3, 5): "three fifths",
    Fraction(4, 5): "four fifths",
}
_BASES: Final = {
    "votes cast": "votes cast, without abstentions",
    "members present": "members present",
    "all members": "members",
}


def motion(of: Motion) -> str:
    """Name a motion as its minutes do, else by what it is and its id: ``Motion``, ``Amendment b``."""
    kind = "Amendment" if of.amends else "Motion"
    named = (of.id or "").replace("-", " ")
    own = say.capitalised(named) if named.startswith(kind.lower()) else f"{kind} {named}".strip()
    return of.title or own


def result(of: str | None) -> str:
    """Say what became of a motion, in small letters: ``lost``, ``ruled out of order``; nothing where nobody says."""
    return RESULTS.get(of or "", of or "")


def name(of: Vote) -> str:
    """Name what was voted on, with the minute: ``Amendment b of minute 23/22``, ``Resolution 921 (ii)``."""
    if isinstance(of.on, Resolution):
        return of.on.name
    return f"{'Election' if isinstance(of.on, Minute) else motion(of.on)} of {of.minute.name}"


def stand(of: Stand, candidate: str = "") -> str:
    """Say how somebody voted: ``For``, ``Took no part``, and in an election ``For Ann Ash``."""
    return f"{SIDES[of.side]} {candidate}".strip()


def in_short(of: Vote) -> str:
    """Give the numbers of a vote in one line: ``9 for, 7 against, 2 abstained``. Those of an election need names."""
    votes = of.votes
    if votes is None:
        return ""
    told = [f"{number.tally.number} {SIDES[number.side].lower()}" for number in of.stands]
    told += [f"casting vote {votes.casting.vote}"] if votes.casting else []
    told += [f"put against {say.listed([with_votes(other) for other in of.rivals])}"] if of.rivals else []
    return ", ".join(told)


def with_votes(of: Motion) -> str:
    """Name a motion with how many voted for it: ``Motion (2 for)``."""
    votes = in_favour(of)
    return motion(of) if votes is None else f"{motion(of)} ({votes} for)"


def needed(of: MajorityNeeded) -> str:
    """Say which majority was needed: ``at least two thirds of the 12 members present``, ``more than half of ...``."""
    how_many = f"{of.number} " if of.number is not None else ""
    if of.share.part == 1:
        return f"all {how_many}{_BASES[of.of]}"
    share = _SHARES.get(of.share.part, str(of.share.part))
    return f"{'more than' if of.share.more else 'at least'} {share} of the {how_many}{_BASES[of.of]}"


def age(since: date, today: date) -> str:
    """Say since when business waits, and for how many days by the day of the page."""
    days = say.counted((today - since).days, "day", "days")
    return f"{say.day(since)}: {days} by {say.day(today)}{THAT_DAY}"
