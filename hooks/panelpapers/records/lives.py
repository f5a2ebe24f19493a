"""How long a body lasts, what it becomes, who holds it, and which of its seats are empty."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from .actions import ActionId
from .base import Record
from .kinds import Choice, Count, Day, Line
from .marks import BodyId, BodyIds, PersonId, Plain
from .people import Appointment, Spell

Open = Literal["actions", "commitments", "recommendations", "deferred items"]
"""What of a body's business may be open when it ends."""


class FormerName(Record):
    """A name that a body had before the one it has now."""

    name: Plain[Line]
    """Full name."""
    short_name: Plain[Line] | None = None
    """The name as it was said in passing, if it differed."""
    until: Day
    """Last day on which the body had this name."""


class Holder(Spell):
    """Somebody who holds an office that is a body of its own, such as a mayor."""

    person: PersonId
    """Id of the person."""


class Vacancy(Appointment):
    """A seat that is empty."""

    seat: Plain[Line] = "member"
    """Which seat it is: member, or another word that terms have."""
    begins: Day
    """First day on which it is empty."""
    ends: Day | None = None
    """Last day on which it is empty, once it is filled."""
    source: Plain[Line] | None = None
    """Which paper shows it."""


class HandOver(Record):
    """What a body that ends hands to another one."""

    to: BodyId
    """Id of the body that takes it on."""
    what: list[Choice[Open]] = []
    """What is handed over: actions, commitments, recommendations, deferred items. Left out, all that is open."""
    actions: list[ActionId] = []
    """Ids of actions, where it is only these. They go before what is said of actions as a whole."""
    on: Day | None = None
    """Day from which it is theirs. Left out, the day after the last day of the body that ends."""
    announced: Day | None = None
    """Day on which it was made public. Left out, it was told together with the end."""
    law: Plain[Line] | None = None
    """The law or the decision that says so."""

    def takes(self, what: Open | None, action_id: str | None = None) -> bool:
        """Whether it hands over an action, or whatever of a kind is open."""
        return action_id in self.actions if self.actions else not self.what or what in self.what


class Life(Record):
    """A body in time. Every body has these fields, and so has the one that this site publishes for."""

    comes_last: ClassVar[bool] = True

    from_: Day | None = Field(default=None, alias="from")
    """First day of the body, if it began in the time of these papers."""
    until: Day | None = None
    """Last day of the body, if it has ended or its end is announced."""
    announced: Day | None = None
    """Day on which its end was announced. Left out, no page tells of the end before the last day."""
    became: BodyIds = []
    """Ids of the bodies that follow it: several where it was split, the same for several that were merged."""
    law: Plain[Line] | None = None
    """The law or the decision under which it ends."""
    hands_over: list[HandOver] = []
    """What is open when it ends, and who takes it on."""
    former_names: list[FormerName] = []
    """Names that it had before, the earliest first."""
    holders: list[Holder] = []
    """Who holds it, where it is an office of one person, the earliest first."""
    vacancies: list[Vacancy] = []
    """Seats of it that are empty, or were."""
    seats: Count | None = None
    """How many members it has in all, without substitutes, if its papers say so."""

    def ended(self, day: date) -> bool:
        """Whether its last day was before a day."""
        return self.until is not None and self.until < day

    def lasts_on(self, day: date) -> bool:
        """Whether a day is within its days, as far as they are known."""
        return not self.ended(day) and (self.from_ is None or self.from_ <= day)

    def empty_on(self, day: date) -> list[Vacancy]:
        """Give the seats that are empty on a day."""
        return [vacancy for vacancy in self.vacancies if vacancy.runs(day)]
