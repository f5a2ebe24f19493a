"""What was moved and voted on: motions and amendments, tallies, shares of votes, elections, what was put off.

Minutes give a vote as numbers or as names, and a mover as a person or as a group. So a value may stand where a group
of fields could: a number for how many, ids for who, a name for a group of members.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import BeforeValidator, Field

from .base import Record, group_of
from .calendar import number_in_words
from .kinds import Choice, Count, Line, Passage, Takes, one_value
from .marks import (
    AlsoCalled,
    BodyId,
    IdOf,
    ItemNumber,
    MayName,
    MeetingId,
    MinuteNumber,
    OwnId,
    PersonId,
    Plain,
    Quoted,
)
from .names import Slug, read_ids, read_meeting_id
from .other_words import NOTHING_TO_LIST
from .place import TypedList, TypedMap
from .problem import slip

Side = Literal["for", "against", "abstained", "took no part", "recused", "absent"]
SIDES: Final[tuple[Side, ...]] = ("for", "against", "abstained", "took no part", "recused", "absent")
"""How somebody can stand in a vote, in the order in which it is told."""

_Put = Literal["carried", "carried unanimously", "carried without a vote", "accepted", "lost"]
_NotPut = Literal["withdrawn", "lapsed", "not put", "out of order", "referred", "deferred"]


def read_result(value: Any) -> Any:
    """Refuse numbers or a casting vote beside a result: they would be lost if the word alone were proposed."""
    if isinstance(value, str) and re.search(r"\d|casting", value):
        fix = "Write the word for the result alone. The numbers, for and against, and casting stand below votes."
        raise slip("result-and-numbers", f'"{value}" has more in it than the result.', fix)
    return value


Result = Annotated[Choice[Literal[_Put, _NotPut]], BeforeValidator(read_result)]
CARRIED: Final = frozenset(("carried", "carried unanimously", "carried without a vote", "accepted"))
NOT_VOTED: Final = frozenset(("carried without a vote", "withdrawn", "lapsed", "not put", "out of order"))
"""Results that nothing has on which people voted."""

Base = Literal["all members", "members present", "votes cast"]  # of whom a share is, in a law and in a vote


class VoteShare(NamedTuple):
    """A part of all votes. ``more`` says that the part itself is not enough."""

    part: Fraction
    more: bool = False

    def least(self, total: int) -> int:
        """Give the least number of votes that is such a share of a total."""
        exact = self.part * total
        return exact // 1 + 1 if self.more else -(-exact // 1)


def read_share(value: Any) -> VoteShare:
    """Read ``2/3``, ``80%`` or ``more than 1/2``. Raises a slip for nothing, or for more than all."""
    if isinstance(value, VoteShare):
        return value
    typed = one_value(value)
    match = re.fullmatch(r"(more than )?(\d{1,3})(?:/(\d{1,3})|%)", typed, re.ASCII)
    whole = int(match[3] or 100) if match else 0
    part = Fraction(int(match[2]), whole) if match and whole else Fraction(0)
    if match is None or not 0 < part <= 1 or (match[1] and part == 1):
        raise slip("share", f'"{typed}" is not a share of votes.', "Write it as 2/3, as 80% or as more than 1/2.")
    return VoteShare(part, bool(match[1]))


Share = Annotated[VoteShare, BeforeValidator(read_share), Takes("a share, such as 2/3 or more than 1/2")]


def id_or_name(id_field: str, name_field: str) -> Callable[[Any], Any]:
    """Make the reader of an id or a name, each of which stands for a group of fields that has it alone."""

    def read(value: Any) -> Any:
        if isinstance(value, dict | Record):
            return value
        is_id = re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", one_value(value))
        return group_of(**{id_field if is_id else name_field: value})

    return read


def read_tally(value: Any) -> Any:
    """Let a number stand for how many voted so, and ids for who did: one, a list, or several with commas."""
    if isinstance(value, dict | Record):
        return value
    if isinstance(value, str):
        if NOTHING_TO_LIST.fullmatch(value):
            fact, fix = f'"{value}" is not a whole number.', "If the minutes say that nobody voted so, write 0."
            raise slip("whole-number", fact, fix, "0")
        if re.fullmatch(r"[\d.,+−-]+", value.strip()) or number_in_words(value) is not None:
            return group_of(count=value)
    return group_of(people=read_ids(value))


def read_candidates(value: Any) -> Any:
    """Let a group of names with what each received stand for the list of candidates."""
    if not isinstance(value, TypedMap):
        return value
    candidates = TypedList(value.file, value.spot)
    for name, votes in value.items():
        candidate = TypedMap(value.file, value.names[name])
        candidate.put("person", name, value.names[name], value.names[name])
        candidate.put("votes", votes, value.names[name], value.values_at[name])
        candidates.append(candidate)
        candidates.entries_at.append(value.names[name])
    return candidates


class Tally(Record):
    """How many voted in one way, or who did, or both."""

    count: Count | None = None
    """How many."""
    people: list[PersonId] = []
    """Ids of the people."""

    @property
    def given(self) -> bool:
        """Whether anything is said: that nobody voted so is said by 0, or by a list without an entry."""
        return bool(self.model_fields_set & {"count", "people"})

    @property
    def number(self) -> int:
        """How many: as counted, or else as listed."""
        return len(self.people) if self.count is None else self.count


Counted = Annotated[Tally, BeforeValidator(read_tally), Takes("a whole number, or ids of people")]


class CastingVote(Record):
    """The second vote of whoever was in the chair, after as many had voted for as against."""

    by: PersonId | None = None
    """Id of the person who gave it."""
    vote: Choice[Literal["for", "against"]]
    """Whether it was for or against."""


class MajorityNeeded(Record):
    """The share of votes that was needed, and of whom."""

    share: Share
    """The share that was needed, such as 2/3 or more than 1/2; 100% is all."""
    of: Choice[Base]
    """Of whom. Those who abstain are among the members present, and not among the votes cast."""
    number: Count | None = None
    """How many they were, where the papers say so: the members present, or all members."""


_AYES: Final = AlsoCalled("aye", "ayes", "in_favor", "in_favour", "ja", "yea", "yeas", "yes")
_NOES: Final = AlsoCalled("nay", "nays", "nein", "no", "noes", "nos", "opposed")
_ABSTENTIONS: Final = AlsoCalled("abstain", "abstaining", "abstention", "abstentions", "enthaltung", "enthaltungen")
_MOVER: Final = AlsoCalled("made_by", "mover", "proposed_by", "proposer")
_SECONDER: Final = AlsoCalled("second", "second_by", "seconder")


class Votes(Record):
    """How a vote went, as far as the minutes say. What is left out is not said."""

    for_: Annotated[Counted | None, _AYES] = Field(default=None, alias="for")
    """Who voted for it: how many, or the ids of the people."""
    against: Annotated[Counted | None, _NOES] = None
    """Who voted against it."""
    abstained: Annotated[Counted | None, _ABSTENTIONS] = None
    """Who was there and abstained."""
    took_no_part: Counted | None = None
    """Who was there and did not vote, for a reason that is not given or is no interest of their own."""
    recused: Counted | None = None
    """Who took no part because of an interest."""
    absent: Counted | None = None
    """Who was absent when the vote was taken."""
    casting: CastingVote | None = None
    """The casting vote, if one was given. It is counted neither for nor against."""
    needs: MajorityNeeded | None = None
    """The majority that was needed, if the papers say so. Left out, nothing follows from the numbers alone."""
    how: Plain[Line] | None = None
    """How the vote was taken, such as by show of hands, or by name because five members asked for it."""

    @property
    def tallies(self) -> tuple[tuple[Side, Tally], ...]:
        """Each way in which people voted that the minutes give, in order."""
        each = (self.for_, self.against, self.abstained, self.took_no_part, self.recused, self.absent)
        return tuple((side, tally) for side, tally in zip(SIDES, each, strict=True) if tally and tally.given)


class Mover(Record):
    """Who moved or seconded something."""

    person: PersonId | None = None
    """Id or name of the person."""
    group: Annotated[Plain[Line] | None, MayName("person")] = None
    """Name of the group or the body, where the minutes name no person."""


class Addressee(Record):
    """To whom a recommendation goes."""

    body: BodyId | None = None
    """Id of the body."""
    name: Plain[Line] | None = None
    """Its name, where it is not among the bodies of this site."""


ByPersonOrGroup = Annotated[
    Mover, BeforeValidator(id_or_name("person", "group")), Takes("the id or name of a person, or the name of a group")
]
ToBody = Annotated[
    Addressee, BeforeValidator(id_or_name("body", "name")), Takes("the id of a body, or a name with a capital letter")
]
MotionId = Annotated[Slug, IdOf.NEIGHBOUR]


class Motion(Record):
    """A motion or an amendment that was moved, whatever became of it."""

    id: OwnId | None = None
    """Short id, which becomes part of its address. Left out among several, it is made of the title or first words."""
    title: Plain[Line] | None = None
    """What the minutes call it, such as Amendment 1, if they give it a name."""
    text: Quoted[Passage]
    """What was moved, in its own words."""
    moved_by: Annotated[ByPersonOrGroup | None, _MOVER] = None
    """Who moved it: the id or the name of a person, or the name of a group."""
    seconded_by: Annotated[ByPersonOrGroup | None, _SECONDER] = None
    """Who seconded it."""
    amends: MotionId | None = None
    """Id of the motion of the same minute that it amends, if it is an amendment."""
    put_against: Annotated[list[MotionId], BeforeValidator(read_ids)] = []
    """Ids of the motions of the same minute that it was put against, if members voted for one of them or another."""
    result: Result | None = None
    """What became of it."""
    why: Plain[Line] | None = None
    """Why, if the minutes say so: nobody seconded it."""
    votes: Votes | None = None
    """How the vote on it went."""

    @property
    def movers(self) -> tuple[Mover, ...]:
        """Who moved and who seconded it, as far as the minutes say."""
        return tuple(mover for mover in (self.moved_by, self.seconded_by) if mover)

    @property
    def key(self) -> str:
        """What its place is called within its minute."""
        return f"motion-{self.id}" if self.id else "motion"


class Candidate(Record):
    """Somebody who stood in an election, with the votes they received."""

    person: PersonId
    """Id of the person."""
    votes: Counted | None = None
    """How many voted for them, or who did."""


Candidates = Annotated[
    list[Candidate],
    BeforeValidator(read_candidates),
    Takes("a list of groups of fields; or the id of each candidate, a colon and the votes"),
]

Outcome = Choice[Literal["deferred", "not reached", "withdrawn", "noted"]]
PUT_OFF: Final = frozenset(("deferred", "not reached"))
"""Outcomes after which the business is still to be done."""

Until = Annotated[
    str, BeforeValidator(read_meeting_id), IdOf.NEIGHBOUR, Takes("a date, such as 2026-01-05, or the id of a meeting")
]


class PutOff(Record):
    """Business that an earlier meeting deferred or did not reach."""

    meeting: MeetingId
    """Id of that meeting."""
    minute: MinuteNumber | None = None
    """Number or id of its minute about that business."""
    item: ItemNumber | None = None
    """Number or id of the item on its agenda, where no minute is about it."""
