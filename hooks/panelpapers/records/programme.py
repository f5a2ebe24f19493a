"""The work programme: what the panel means to do, by meeting, and the topics that wait for one."""

from __future__ import annotations

from typing import Annotated, Literal

from .base import Record
from .kinds import Choice, ClockTime, Day, Line, Passage, YesNo
from .marks import FunctionId, IdOf, ItemNumber, MatterIds, MeetingId, Note, Older, OwnId, Plain, Summary
from .names import Slug

EventId = Annotated[Slug, IdOf.NEIGHBOUR]
ProgrammeKind = Choice[Literal["item", "visit", "briefing"]]


class ProgrammeItem(Record):
    """Something planned for a meeting, a visit or a briefing."""

    title: Plain[Line]
    """What it is."""
    kind: ProgrammeKind = "item"
    """An item of a meeting, a visit or a briefing."""
    meeting: MeetingId | None = None
    """Id of the meeting it is planned for."""
    day: Day | None = None
    """Day of a visit, which is not a meeting."""
    starts: ClockTime | None = None
    """When it starts, by the clock of the place."""
    ends: ClockTime | None = None
    """When it ends, by the clock of the place."""
    objectives: Plain[Passage] | None = None
    """What the panel wants from it."""
    background: Plain[Passage] | None = None
    """What the programme says besides."""
    function: FunctionId | None = None
    """Id of the statutory function it fulfils, if it is a statutory task."""
    provisional: YesNo = False
    """Whether it may not take place."""
    moved_from: MeetingId | None = None
    """Id of the meeting it was first planned for."""
    moved_why: Plain[Passage] | None = None
    """Why it moved."""
    item: ItemNumber | None = None
    """Number or id of the agenda item at which it was taken."""
    matter: MatterIds = []
    """Id of the matter it belongs to, or several with commas between them."""
    correction: Note[Passage] | None = None
    """Editor's note on a fault of the source."""


class Topic(Record):
    """A topic on the menu: suggested, and not yet planned for a meeting."""

    title: Plain[Line]
    """What it is."""
    plan_link: Plain[Line] | None = None
    """The part of the plan it belongs to."""
    objectives: Plain[Passage] | None = None
    """What the panel could look at."""
    background: Plain[Passage] | None = None
    """What the menu says besides."""


class WorkProgramme(Record):
    """The work programme as one meeting received it: ``data/work-programme.yml``."""

    title: Plain[Line]
    """What it is, with its year."""
    as_of: MeetingId
    """Id of the meeting whose pack holds it."""
    about: Summary[Passage]
    """How the programme is made and changed."""
    items: list[ProgrammeItem]
    """What is planned, in order of time."""
    menu: list[Topic] = []
    """Topics that wait."""


class StatutoryFunction(Record):
    """A duty or power that the law gives the panel: ``data/functions.yml``. When it was done follows from others."""

    id: OwnId
    """Short id."""
    title: Plain[Line]
    """What the panel must or may do."""
    about: Summary[Passage]
    """What it means, in plain words."""
    written: Day | None = None
    """Day on which this was written, where it speaks of days to come. Once they are over, the page says so."""
    law: Plain[Line]
    """Act and section."""
    every_year: YesNo = False
    """Whether it comes every year; otherwise it comes when there is cause."""
    delegated_to: Plain[Line] | None = None
    """Who carries it out for the panel, if somebody does."""
    veto: YesNo = False
    """Whether the panel may say no."""
    event: EventId | None = None
    """Id of the event of the regime that it reviews, if that has dates of its own in law."""
    precept: Older[YesNo] = False
    """The same as ``event: precept``, as records of version 0.1 have it."""

    @property
    def of_event(self) -> str | None:
        """Id of the event that it reviews, in whichever way that was written."""
        return self.event or ("precept" if self.precept else None)
