"""Everyone who is named, with their role and body."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Final, Literal

from pydantic import AfterValidator

from .base import Draftable, Record, WithId
from .kinds import Choice, Day, Line, Passage, YesNo
from .marks import AlsoCalled, BodyId, ItemNumber, Label, MeetingId, MinuteNumber, Note, Ours, PersonId, Plain

HAS_VOTE: Final = {"member": True, "independent member": True, "substitute": False}
"""Seats of which everybody knows whether they have a vote of their own."""


def _known_word(seat: str) -> str:
    """Give what a seat is, in any words; those of ``HAS_VOTE`` may be typed with capitals."""
    return seat.lower() if seat.lower() in HAS_VOTE else seat


Seat = Annotated[Line, AfterValidator(_known_word), Ours(frozenset(HAS_VOTE))]


class Notice(Record):
    """Where the panel was told of a change of its membership."""

    meeting: MeetingId
    """Id of the meeting."""
    item: ItemNumber | None = None
    """Number or id of the agenda item that tells it."""
    minute: MinuteNumber | None = None
    """Number or id of the minute that tells it."""


class Spell(Record):
    """Something that lasts from one day to another, as far as the papers give them."""

    comes_last: ClassVar[bool] = True

    begins: Annotated[Day | None, AlsoCalled("appointed", "from", "start", "start_date")] = None
    """First day of it, if the papers give it."""
    ends: Annotated[Day | None, AlsoCalled("end", "end_date", "until")] = None
    """Last day of it, if the papers give it."""
    noted: Notice | None = None
    """Where a meeting was told that it began or ended."""

    def runs(self, day: date) -> bool:
        """Whether nothing says that it had not begun on a day, or was over."""
        return (self.begins is None or self.begins <= day) and (self.ends is None or day <= self.ends)


class Tenure(Spell):
    """An office, or a political group, and the days on which somebody had it."""

    name: Plain[Line]
    """Name of the office or the group."""


class Appointment(Spell):
    """Who appoints to a seat, and for which place."""

    authority: BodyId | None = None
    """Id of the council that appoints to the seat; independent members have none."""
    appointed_by: Plain[Line] | None = None
    """Who appoints to it, where no council does: ministers, the voters. Words, or an id of bodies.yml."""
    ward: Plain[Line] | None = None
    """The ward that it is for, if it is for one: its name or number."""
    district: Plain[Line] | None = None
    """The district that it is for, if it is for one: its name or number."""

    @property
    def place(self) -> str | None:
        """The place that the seat is for, as sentences name it: a number is nothing without its word."""
        places = (("ward", self.ward), ("district", self.district))
        named = (f"{word} {name}" if name[0].isdecimal() else f"{name}" for word, name in places if name)
        return next(named, None)


class Term(Appointment):
    """A time during which a person had a seat."""

    seat: Annotated[Plain[Seat], AlsoCalled("kind_of_member", "membership", "type_of_member")]
    """Member, substitute, independent member, or what else the seat is: co-opted member, mayor, observer."""
    of: BodyId | None = None
    """Id of the body that the seat is in, if it is not the panel itself: a committee, a board."""
    group: Plain[Line] | None = None
    """Their political group in this term, if it is another than at other times."""
    votes: YesNo | None = None
    """Whether the seat has a vote. Members and independent members are taken to have one."""
    counts: YesNo | None = None
    """Whether the seat counts when a share of all members is needed, if that differs from its vote."""
    office: Plain[Line] | None = None
    """An office held for the whole term, such as Chair."""
    offices: list[Tenure] = []
    """Offices held for a part of the term, with their days."""
    dated_by: Choice[Literal["change", "decision"]] = "change"
    """What the days are: those of the change, or of the decision, if no paper says when it took effect."""
    replaces: PersonId | None = None
    """Id of the person in whose place they were appointed."""
    source: Plain[Line]
    """Which paper shows it."""
    remark: Note[Passage] | None = None
    """Editor's note on the term, such as that no paper says in so many words which seat it is."""

    @property
    def substitute(self) -> bool:
        """Whether it is the seat of somebody who stands in for others."""
        return "substitute" in self.seat.lower()

    @property
    def counted(self) -> bool | None:
        """Whether it counts when a share of all members is needed; ``None`` where nothing says so."""
        known = HAS_VOTE.get(self.seat) if self.votes is None else self.votes
        return known if self.counts is None else self.counts

    def same_place(self, other: Term) -> bool:
        """Whether the same council appoints to the seats of two terms, for the same place where both have one.

        Where no council does, seats of one kind may be filled in several ways: by the voters, and later by co-option.
        """
        appointed = (self.authority or self.appointed_by) == (other.authority or other.appointed_by)
        alike = not (self.authority or other.authority) and self.seat == other.seat
        return (appointed or alike) and (self.place == other.place or not (self.place and other.place))

    def offices_on(self, day: date) -> list[str]:
        """Give the offices that were held on a day of the term."""
        return [*filter(None, [self.office]), *(office.name for office in self.offices if office.runs(day))]


class Person(WithId, Draftable):
    """Somebody named in the papers: a member, an officer, a presenter."""

    made_of: ClassVar[str] = "name"

    name: Annotated[Plain[Line], AlsoCalled("councillor", "full_name", "member", "officer", "person")]
    """Name without titles and letters after it."""
    title: Plain[Line] | None = None
    """Title before the name, such as Doctor."""
    honours: Label[Line] | None = None
    """Letters after the name."""
    role: Annotated[Plain[Line], AlsoCalled("job", "job_title", "position")]
    """What the person does, such as Scrutiny Officer."""
    body: Annotated[BodyId | None, AlsoCalled("council", "organisation")] = None
    """Id of the body the person belongs to."""
    group: Annotated[Plain[Line] | None, AlsoCalled("party", "political_group")] = None
    """Their political group, if it is always the same."""
    groups: list[Tenure] = []
    """Political groups that they belonged to, with the days, the earliest first, if it changed."""
    terms: list[Term] = []
    """Times during which they had a seat, the earliest first."""

    @property
    def full_name(self) -> str:
        """Title and name as people say it."""
        return f"{self.title} {self.name}" if self.title else self.name

    def group_on(self, term: Term, day: date) -> str | None:
        """Give the political group of somebody on a day of a term, if it is known."""
        changing = next((group.name for group in reversed(self.groups) if group.runs(day)), None)
        return term.group or changing or self.group
