"""What a law or a custom asks of a body, piece by piece, as a regime states it."""

from __future__ import annotations

from typing import Literal

from .base import Record
from .kinds import Choice, Count, Line, Passage, YesNo
from .marks import Label, OwnId, Plain
from .regional import DayOfYear
from .shares import Base, Share

Seen = Choice[Literal["law read", "quoted", "custom"]]


class Stated(Record):
    """What a law or a custom says, and where it says so."""

    law: Plain[Line] | None = None
    """The law, or the rule that the body made, as readers are told it."""
    seen: Seen = "quoted"
    """How it is known: law read, quoted by others, or custom. It is not published."""


class LateItems(Stated):
    """When an item may be taken without the usual notice."""

    allowed: list[Plain[Passage]]
    """Each case in which it may, as a sentence."""
    agreed: YesNo = False
    """Whether such an item must say who agreed to it."""


class Keeping(Stated):
    """How long something stays open to the public, or is kept."""

    what: Plain[Line]
    """What is kept, as in "the minutes stay open": minutes, or background papers."""
    of: Choice[Literal["minutes", "agenda", "background papers"]]
    """With what it is told: the minutes of a meeting, its agenda, or papers that list background papers."""
    open: YesNo = True
    """Whether the law has it stay open to the public, and not only kept."""
    years: Count | None = None
    """How many years. Left out, for ever."""
    begins: Choice[Literal["with the day of the meeting", "after the day of the meeting"]] | None = None
    """When the years begin. Left out, no last day is worked out."""


class PrivateKind(Record):
    """A kind of business that may be taken without the public."""

    number: Label[Line]
    """Number of the paragraph, section or letter that names it."""
    means: Plain[Passage]
    """What it covers, in plain words."""


class PrivateBusiness(Stated):
    """What may be taken without the public, who decides it, and what is told afterwards."""

    kinds_of: Plain[Line] = "business"
    """What its kinds are kinds of, as in "what kind of business it is"."""
    cited_as: Plain[Line] = "paragraph"
    """What its kinds are numbered by: paragraph, section or letter."""
    cited_in: Plain[Line] | None = None
    """Where they stand, such as the second annex."""
    kinds: list[PrivateKind] = []
    """The kinds that there are. None: each item has its own reason."""
    others: YesNo = False
    """Whether there are kinds besides those listed here."""
    test: Plain[Passage] | None = None
    """The test of the public interest, if there is one. Each item then says why it is met."""
    resolution: YesNo = False
    """Whether the minutes must hold the resolution that excluded the public."""
    decided_by: Plain[Line] | None = None
    """What else closes a meeting to the public, such as an announcement before it."""
    afterwards: Plain[Passage] | None = None
    """What is told in public afterwards."""

    def kind(self, cited: str) -> PrivateKind | None:
        """Give the kind that was cited, perhaps with a part of it in brackets: ``54957.6(a)``."""
        said = "".join(cited.split())
        numbers = {"".join(kind.number.split()): kind for kind in self.kinds}
        named = [number for number in numbers if said == number or said.startswith(f"{number}(")]
        return numbers[max(named, key=len)] if named else None


class Majority(Stated):
    """A share of votes that something needs, and of whom."""

    id: OwnId
    """What events and motions name it by."""
    name: Plain[Line]
    """What it decides, as in "a veto needs"."""
    share: Share
    """The share, such as 2/3 or more than 1/2."""
    of: Choice[Base]
    """Whose share."""
    once: YesNo = False
    """Whether there is no second such vote."""


class Step(Stated):
    """One step of an event that the law sets dates for."""

    by: DayOfYear
    """The last day for it."""
    who: Plain[Line]
    """Who must do it, such as the council."""
    must: Plain[Line]
    """What they must do, as in "must publish the budget"."""
    review: Choice[Literal["first", "second"]] | None = None
    """Whether it is the body's own first or second review, for which a meeting is due."""


class Event(Stated):
    """Something that comes every year with dates in law, such as a budget."""

    id: OwnId
    """What a statutory function names it by."""
    name: Plain[Line]
    """What it is called, without "the": budget."""
    majority: Label[Line] | None = None
    """Id of the majority by which the body may refuse it."""
    steps: list[Step]
    """The steps, in order of their days."""


class Answers(Stated):
    """Whose answer a report or recommendation of the body is owed."""

    owed_by: Plain[Line]
    """Who must answer, as in "the mayor"."""
    about: Plain[Line] | None = None
    """What the law says of it, for the page of recommendations."""


class AccessibilityLaw(Stated):
    """The law on whether everybody can use the site."""

    called: Plain[Line] = "the law"
    """What the page calls it."""
    about: Plain[Passage] | None = None
    """What the page says of it. Left out, only which law it is."""
    burden: Plain[Line] | None = None
    """Which part of it excuses what would be a disproportionate burden."""
    scope: Plain[Line] | None = None
    """Which part of it says what it does not cover."""
    enforced: Plain[Passage] | None = None
    """Who enforces it, and where to go after an answer that does not help."""
