"""Everyone who is named, with their role and body."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from .base import Record
from .kinds import Count, Day, Line, MeetingId, Slug, read_choice

Seat = Annotated[
    Literal["member", "substitute", "independent member"],
    BeforeValidator(read_choice("member", "substitute", "independent member")),
]


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
    authority: Slug | None = None
    """Id of the council that appointed them; independent members have none."""
    office: Line | None = None
    """An office held on the panel, such as Chair."""
    begins: Day | None = None
    """First day of the term, if the papers give it."""
    ends: Day | None = None
    """Last day of the term, if the papers give it."""
    replaces: Slug | None = None
    """Id of the person in whose place they were appointed."""
    noted: Notice | None = None
    """Where the panel was told that the term began or ended."""
    source: Line
    """Which paper shows it."""


class Person(Record):
    """Somebody named in the papers: a councillor, an officer, a presenter."""

    id: Slug
    """Short id, which becomes part of an address."""
    name: Line
    """Name without titles and letters after it."""
    title: Line | None = None
    """Title before the name, such as Councillor."""
    honours: Line | None = None
    """Letters after the name."""
    role: Line
    """What the person does, such as Scrutiny Officer."""
    body: Slug | None = None
    """Id of the body the person belongs to."""
    terms: list[Term] = []
    """Times on the panel, the earliest first."""

    @property
    def full_name(self) -> str:
        """Title and name as people say it."""
        return f"{self.title} {self.name}" if self.title else self.name
