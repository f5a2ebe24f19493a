"""What a field is, said on the field itself: ``correction: Note[Passage] | None``, ``matter: MatterIds``.

Every field that holds text says what its words are, and every field that holds an id says whose it is. Whatever looks
through records goes by these marks (``walk.py``), so that a new field is treated rightly without being named anywhere
else. A test names each field that has no mark and needs one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator

from .kinds import Takes, one_value
from .names import DAY_OR_MEETING, MeetingSlug, Reference, Slug, read_due, read_ids, read_pointer, read_reference
from .other_words import same_as, spelt_like
from .problem import slip

T = TypeVar("T")


class Wording(Enum):
    """Whose words a text is made of, and what they are for."""

    PLAIN = auto()
    """What this publication says, for the papers or for the panel."""
    SUMMARY = auto()
    """Plain text that tells readers in short what something is: it is held to be easy to read."""
    NOTE = auto()
    """What an editor says of the source, such as that it has a slip: published, and marked as a note."""
    QUOTED = auto()
    """Words of others, which an editor may not change."""
    LABEL = auto()
    """No running text: a number as printed, a short form, a telephone number. No rule about texts looks at it."""
    NAME = auto()
    """A name or an address, which is said in a language and is no running text. No rule about texts looks at it."""
    LINK = auto()
    """An address that a link leads to."""
    PRIVATE = auto()
    """For other editors. Never published."""


Plain = Annotated[T, Wording.PLAIN]
Summary = Annotated[T, Wording.SUMMARY]
Note = Annotated[T, Wording.NOTE]
Quoted = Annotated[T, Wording.QUOTED]
Label = Annotated[T, Wording.LABEL]
Name = Annotated[T, Wording.NAME]
Link = Annotated[T, Wording.LINK]
Private = Annotated[T, Wording.PRIVATE]


@dataclass(frozen=True, slots=True)
class Ours:
    """Words of the software that may stand where people type their own: they are English, whatever is around them."""

    words: frozenset[str]


def read_ours(value: Any, words: frozenset[str]) -> Any:
    """Give a word of ours in small letters, and refuse one with a slip and one that means the same.

    Anything else is given as it was typed, for a reader of texts.
    """
    if isinstance(value, dict):
        return value
    typed = one_value(value)
    said = " ".join(typed.lower().split())
    if said in words:
        return said
    fix = "Write that; or say in more words what is meant."
    if (same := same_as(said)) in words:
        raise slip("unknown-word", f'"{typed}" is called "{same}" here.', fix, same)
    if near := spelt_like(said, words):
        raise slip("unknown-word", f'"{typed}" is spelt like "{near}".', fix, near)
    return value


class IdOf(Enum):
    """Whose id a field holds, where no register has to know it."""

    ITSELF = auto()
    """The record's own."""
    NEIGHBOUR = auto()
    """That of a record of the same meeting, for which a rule of its own looks."""


@dataclass(frozen=True, slots=True)
class Refers:
    """That a field holds the id of a record in a register: ``register`` is a field of ``Records``.

    ``or_day`` says that a day may stand there in place of a meeting.
    """

    register: str
    or_day: bool = False


@dataclass(frozen=True, slots=True)
class MayName:
    """That a text may be the name of a person, who is then meant: their id is put into the field that is named."""

    id_field: str


class AlsoCalled:
    """Other words, in small letters, that people have for a field. It is proposed where one of them is typed."""

    def __init__(self, *words: str) -> None:
        self.words = words


OwnId = Annotated[Slug, IdOf.ITSELF]
PaperId = Annotated[Slug, IdOf.NEIGHBOUR]
PersonId = Annotated[
    str, BeforeValidator(read_reference), Refers("people"), Takes("the id of a person, or their name")
]
PersonIds = Annotated[
    list[PersonId], BeforeValidator(read_ids), Takes("the id or name of a person, or several with commas")
]
BodyId = Annotated[Reference, Refers("bodies")]
MatterId = Annotated[Reference, Refers("matters")]
MeetingId = Annotated[MeetingSlug, Refers("meetings")]
DueBy = Annotated[
    str,
    BeforeValidator(read_due),
    Refers("meetings", or_day=True),
    DAY_OR_MEETING,
]
FunctionId = Annotated[Reference, Refers("functions")]
IndicatorId = Annotated[Reference, Refers("indicators")]
BodyIds = Annotated[list[BodyId], BeforeValidator(read_ids), Takes("the id of a body, or several with commas")]
MatterIds = Annotated[list[MatterId], BeforeValidator(read_ids), Takes("the id of a matter, or several with commas")]


class Age(Enum):
    """Since when a field is there, as far as that matters."""

    OLDER = auto()
    """It has another name now. It is still read, and no longer in the guide."""


Older = Annotated[T, Age.OLDER]


@dataclass(frozen=True, slots=True)
class Points:
    """That a field holds the key of an agenda item or of a minute of the meeting that its record belongs to.

    ``family`` is the field of ``Records`` with these documents. A record with a ``meeting`` means that one.
    """

    family: Literal["agendas", "minutes"]


_Pointer = Annotated[str, BeforeValidator(read_pointer)]
ItemNumber = Annotated[_Pointer, Points("agendas"), Takes("the number of an agenda item as it is printed, or its id")]
MinuteNumber = Annotated[_Pointer, Points("minutes"), Takes("the number of a minute as it is printed, or its id")]


class WhenExempt(Enum):
    """What becomes of a field whose item of business is taken without the public."""

    OPEN = auto()
    """It may stand there. Whatever else holds text is refused. ``facts/public.py`` says what of it is published."""


Open = Annotated[T, WhenExempt.OPEN]
