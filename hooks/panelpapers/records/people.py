"""Everyone who is named, with their role and body."""

from __future__ import annotations

from typing import Literal

from .base import Record
from .kinds import Choice, Count, Day, Line, Passage
from .marks import BodyId, Label, MeetingId, Note, OwnId, PersonId, Plain

Seat = Choice[Literal["member", "substitute", "independent member"]]


class Notice(Record):
    """Where the panel was told of a change of its membership."""

    meeting: MeetingId
    """Id of the meeting."""
    item: Count | None = None
    """Number of the agenda item that tells it."""
    minute: Count | None = None
    """Number of the minute that tells it."""


class Term(Record):
    """A time during which a person sat on the panel."""

    seat: Seat
    """Member, substitute or independent member."""
    of: BodyId | None = None
    """Id of the body that the seat is in, if it is not the panel itself: a committee, a board."""
    authority: BodyId | None = None
    """Id of the council that appointed them; independent members have none."""
    office: Plain[Line] | None = None
    """An office held on the panel, such as Chair."""
    begins: Day | None = None
    """First day of the term, if the papers give it."""
    ends: Day | None = None
    """Last day of the term, if the papers give it."""
    dated_by: Choice[Literal["change", "decision"]] = "change"
    """What the days are: those of the change, or of the decision, if no paper says when it took effect."""
    replaces: PersonId | None = None
    """Id of the person in whose place they were appointed."""
    noted: Notice | None = None
    """Where the panel was told that the term began or ended."""
    source: Plain[Line]
    """Which paper shows it."""
    remark: Note[Passage] | None = None
    """Editor's note on the term, such as that no paper says in so many words which seat it is."""


class Person(Record):
    """Somebody named in the papers: a councillor, an officer, a presenter."""

    id: OwnId
    """Short id, which becomes part of an address."""
    name: Plain[Line]
    """Name without titles and letters after it."""
    title: Plain[Line] | None = None
    """Title before the name, such as Councillor."""
    honours: Label[Line] | None = None
    """Letters after the name."""
    role: Plain[Line]
    """What the person does, such as Scrutiny Officer."""
    body: BodyId | None = None
    """Id of the body the person belongs to."""
    terms: list[Term] = []
    """Times on the panel, the earliest first."""

    @property
    def full_name(self) -> str:
        """Title and name as people say it."""
        return f"{self.title} {self.name}" if self.title else self.name
