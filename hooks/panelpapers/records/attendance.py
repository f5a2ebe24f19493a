"""Who was at a meeting and for how long, in which sittings it met, what was declared, and what the public brought."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from .base import Record, WithId
from .kinds import (
    Choice,
    ClockTime,
    Count,
    Day,
    Line,
    Passage,
    Takes,
    YesNo,
    one_value,
    read_date,
    read_time,
    read_yes_no,
)
from .marks import (
    AlsoCalled,
    BodyId,
    IdOf,
    ItemNumber,
    MatterIds,
    MinuteNumber,
    Name,
    Ours,
    OwnId,
    PersonId,
    Plain,
    read_ours,
)
from .names import Slug
from .problem import slip


def read_moment(value: Any) -> date:
    """Read a day, or a day and a time of it: ``2026-12-01 10:00``. Anything else is refused."""
    if isinstance(value, date):
        return value
    typed = one_value(value)
    day, _, clock = typed.replace("T", " ", 1).rpartition(" ")
    if not day or not re.match(r"\d{1,2}[:.]\d", clock):
        return read_date(typed)
    try:
        return datetime.combine(read_date(day.strip()), read_time(clock))
    except PydanticCustomError:
        fact = f'"{typed}" is not a day and a time that this form can read.'
        raise slip("date-form", fact, "Write the day, a space and the time: 2026-12-01 10:00.") from None


def read_reached(value: Any) -> time | bool:
    """Read ``yes``, ``no``, or the time of day from which it was so."""
    if isinstance(value, time | bool):
        return value
    return read_time(value) if re.match(r"\d", one_value(value)) else read_yes_no(value)


def read_grounds(value: Any) -> Any:
    """Let ``yes`` stand for no ground given, ``no`` for not at all, and one ground for a list that holds it alone."""
    if not isinstance(value, str):
        return value
    try:
        return [] if read_yes_no(value) else None
    except PydanticCustomError:
        return [value]


Moment = Annotated[
    datetime | date, BeforeValidator(read_moment), Takes("a day, or a day and a time: 2026-12-01 10:00")
]
Reached = Annotated[time | bool, BeforeValidator(read_reached), Takes("yes, no, or a time, such as 14:00")]
Grounds = Annotated[
    list[Name[Line]] | None, BeforeValidator(read_grounds), Takes("yes, or a list of the grounds as they are cited")
]
SessionId = Annotated[Slug, IdOf.NEIGHBOUR]
Taking = Choice[Literal["in the room", "video", "telephone", "remotely"]]
TOOK_NO_PART: Final = frozenset(("left the room", "took no part", "spoke and did not vote"))
"""What people do after they declared an interest, and then have no part in the vote."""
_DID: Final = TOOK_NO_PART | {"took part"}


def read_did(value: Any) -> Any:
    """Read what people did after they declared an interest: in the words of the software, or in others."""
    return read_ours(value, _DID)


Did = Annotated[Line, BeforeValidator(read_did), Ours(_DID)]


class Attendance(Record):
    """Somebody who is listed in the minutes, such as under apologies."""

    person: Annotated[PersonId, AlsoCalled("councillor", "member", "name")]
    """Id of the person."""
    role: Plain[Line] | None = None
    """In what role at this meeting, such as Chair or Substitute member."""
    body: BodyId | None = None
    """Id of the body they were there for, if not their own."""


class Interval(Record):
    """A time from one time of day to another."""

    from_: ClockTime = Field(alias="from")
    """Time of day at which it began."""
    until: ClockTime
    """Time of day at which it was over."""


class Presence(Attendance):
    """Somebody who was there: in person or not, for the whole time or a part of it."""

    for_: PersonId | None = Field(default=None, alias="for")
    """Id of the person in whose place they sat, if they were a substitute."""
    by: Taking | None = None
    """How they took part, if the minutes say so. Write remotely where they do not say by what."""
    sessions: list[SessionId] = []
    """Ids of the sessions at which they were, if not at all."""
    arrived: ClockTime | None = None
    """Time at which they came, if after the beginning."""
    left: ClockTime | None = None
    """Time at which they left, if before the end."""
    away: list[Interval] = []
    """Times in between at which they were out of the room."""
    part: Plain[Line] | None = None
    """For what part of the meeting they were there, where minutes give no time: from item 4 on."""
    votes: YesNo | None = None
    """Whether they had a vote at this meeting, if the minutes say so."""

    @property
    def in_part(self) -> bool:
        """Whether they were there for a part of the meeting only."""
        return bool(self.arrived or self.left or self.away or self.sessions or self.part)


class Absence(Attendance):
    """Somebody whom the minutes list as absent."""

    excused: YesNo | None = None
    """Whether the absence was excused, if the minutes say so."""


class Quorum(Record):
    """Whether enough members were there for business to be done."""

    needed: Count | None = None
    """How many members had to be there."""
    reached: Reached | None = None
    """Whether that many were there; or the time from which they were."""
    lost: ClockTime | None = None
    """Time from which there were too few."""


class Session(WithId):
    """A sitting of the meeting, or a part of it: the closed one and the open one, the second one on another day."""

    made_of: ClassVar[str] = "title"

    title: Plain[Line] | None = None
    """What it is called."""
    day: Day | None = None
    """Its day, if it is not that of the meeting."""
    opened: ClockTime | None = None
    """Time at which it was opened."""
    recesses: list[Interval] = []
    """Breaks in it."""
    adjourned: ClockTime | None = None
    """Time at which it was adjourned, if it was."""
    until: Moment | None = None
    """Day to which it was adjourned, with the time if that was said."""
    closed: ClockTime | None = None
    """Time at which it was closed."""
    chair: PersonId | None = None
    """Id of the person who was in the chair."""
    private: Grounds = None
    """Whether it was held without the public, or the grounds for that as they are cited."""
    reported: Plain[Passage] | None = None
    """What was told in public afterwards of a session that was held without the public."""


class Raised(Record):
    """Something that was declared, said or asked for at a meeting, about some business or about none."""

    item: ItemNumber | None = None
    """Number of the agenda item that it is about."""
    items: list[ItemNumber] = []
    """Numbers of all agenda items that it is about, if they are several."""
    minute: MinuteNumber | None = None
    """Number of the minute that it is about."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of all agenda items that it is about."""
        return (*([self.item] if self.item else ()), *self.items)


class Declaration(Raised):
    """An interest that somebody declared in an item of business."""

    person: PersonId
    """Id of the person who declared it."""
    kind: Plain[Line] | None = None
    """What kind of interest it was, in the words of the minutes."""
    interest: Plain[Passage] | None = None
    """What the interest was."""
    did: Plain[Did] | None = None
    """What they then did: left the room, took no part, spoke and did not vote, took part, or in other words."""


class PublicComment(Raised):
    """What one person from the public said at the meeting. Nobody's address is published."""

    text: Plain[Passage] | None = None
    """What was said or asked for."""
    name: Plain[Line] | None = None
    """Name of the speaker, if they agreed to be named; otherwise left out. Never an address."""
    spoke_for: Plain[Line] | None = None
    """The organisation that they spoke for."""
    by: Choice[Literal["in the room", "video", "telephone", "remotely", "in writing"]] | None = None
    """How they took part, if the minutes say so."""
    answer: Plain[Passage] | None = None
    """What was answered."""


class Petition(Raised):
    """A petition that was presented to the meeting."""

    id: OwnId | None = None
    """Short id. With one, the petition has an address of its own."""
    title: Plain[Line]
    """What it asks for, in a few words."""
    text: Plain[Passage] | None = None
    """What it says."""
    presented_by: PersonId | None = None
    """Id of the member who presented it, if one did."""
    petitioner: Plain[Line] | None = None
    """Who brought it, if they agreed to be named; otherwise left out. Never an address."""
    signatures: Count | None = None
    """How many signed it."""
    became: Plain[Passage] | None = None
    """What became of it, as far as the minutes say."""
    matter: MatterIds = []
    """Id of the matter that it is about, or several with commas between them."""


class Pulled(Raised):
    """A consent item, or several, taken out to be decided on their own; and the minute that did so."""

    asked_by: Plain[Line] | None = None
    """Who asked for that."""
    why: Plain[Line] | None = None
    """Why, if the minutes say so."""
