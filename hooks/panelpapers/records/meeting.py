"""A meeting: when and where, and what it is about. Its id is the name of its folder, which begins with its date."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

from .base import Draftable, Record
from .document import OtherVersion
from .kinds import Choice, ClockTime, Day, Line, Passage, YesNo
from .marks import BodyId, MeetingId, Name, Note, OwnId, PersonId, Plain, Summary
from .names import WebAddress

MeetingState = Choice[Literal["planned", "provisional", "held", "not known", "cancelled", "postponed"]]


class Venue(Record):
    """Where a meeting is held."""

    name: Plain[Line]
    """Room and building."""
    address: Name[Line] | None = None
    """Street, town and postcode."""


class Webcast(Record):
    """Whether a meeting can be watched, and where."""

    planned: YesNo
    """Whether the meeting is to be filmed."""
    address: WebAddress | None = None
    """Where to watch, if the papers give a link that works."""
    remark: Note[Line] | None = None
    """Anything a viewer must know."""


class MeetingChange(Record):
    """A change to a meeting after it was announced: of its state, its time or its place."""

    on: Day
    """Day on which the change was made known."""
    why: Plain[Passage] | None = None
    """Why, if a reason was given."""
    state_before: MeetingState | None = None
    """State that it had before. Left out of a meeting that was cancelled or postponed, it was planned."""
    starts_before: ClockTime | None = None
    """Time at which it was to start before, if that changed."""
    venue_before: Venue | None = None
    """Where it was to be held before, if that changed."""


class Meeting(Draftable):
    """A meeting of the panel: ``data/meetings/<date>/meeting.yml``. The date is the name of the folder."""

    title: Plain[Line] | None = None
    """What kind of meeting, if it is not an ordinary one."""
    special: YesNo = False
    """Whether it is a special meeting, for which the law may set another notice."""
    body: BodyId | None = None
    """Id of the body that meets, if it is not the panel itself: a committee, a board."""
    bodies: list[BodyId] = []
    """Ids of the bodies that hold a joint meeting. The contact and the rules are those of the first."""
    starts: ClockTime | None = None
    """Time of day at which it starts, by the clock of the place, if the papers give it."""
    ends: ClockTime | None = None
    """Time of day at which it ends, by the clock of the place, if the papers give it."""
    venue: Venue | None = None
    """Where it is held, if known."""
    state: MeetingState = "planned"
    """Planned, provisional, held, cancelled, postponed (moved to another day, too), or not known.

    It is not known where its day is past, and no paper shows whether it took place.
    """
    moved_from: MeetingId | None = None
    """Id of the meeting, now postponed, that takes place on this day instead."""
    continues: MeetingId | None = None
    """Id of the meeting that was adjourned, and of which this is a further sitting on another day."""
    changes: list[MeetingChange] = []
    """What was changed after the meeting was announced: when that was made known, and why."""
    announced: Day | None = None
    """Day on which its date was made public, if no paper on this site announces it."""
    why_provisional: Summary[Passage] | None = None
    """Why the meeting may not take place."""
    webcast: Webcast | None = None
    """Whether it can be watched."""
    contact: PersonId | None = None
    """Id of the person to contact, if not the panel's usual contact."""
    summary: Summary[Passage] | None = None
    """What the meeting is to be about, in two or three sentences, written before it."""
    summary_after: Summary[Passage] | None = None
    """What the meeting was about and what it decided, written after it. It then stands in place of the summary."""
    other_versions: list[OtherVersion] = []
    """Versions of its papers as a whole: in Easy Read, in sign language, in another language."""
    remark: Note[Passage] | None = None
    """Editor's note on the meeting, such as why it is not known whether it took place."""

    @property
    def called_off(self) -> bool:
        """Whether nobody meets on its day: it was cancelled, or postponed to another one."""
        return self.state in ("cancelled", "postponed")

    @property
    def called_off_on(self) -> date | None:
        """Day on which it was made known that it is called off, if it is."""
        return max((change.on for change in self.changes), default=None) if self.called_off else None


class Matter(Record):
    """A piece of business that comes back from meeting to meeting: agenda items and minutes name it."""

    id: OwnId
    """Short id."""
    title: Plain[Line]
    """What the matter is, in a few words."""
    about: Summary[Passage] | None = None
    """What it is about, in a sentence or two."""
    written: Day | None = None
    """Day on which this was written, where it speaks of days to come. Once they are over, the page says so."""


class MeetingDay(date):
    """The day of a meeting. ``name`` tells it from others, and is written after the date.

    ``bodies`` are the names of those that meet, where this site is of several.
    """

    name = ""
    bodies: tuple[str, ...] = ()

    @property
    def alone(self) -> date:
        """The day itself, with no name after it."""
        return date(self.year, self.month, self.day)


def date_of(meeting_id: str) -> date:
    """Give the date of a meeting from its id, the name of its folder: ``2026-01-05`` or ``2026-01-05-visit``."""
    return day_named(meeting_id)


@lru_cache(maxsize=4096)
def day_named(meeting_id: str) -> MeetingDay:
    """Give the same with the words in the name of the folder. It is one and the same day for whoever asks."""
    day = MeetingDay.fromisoformat(meeting_id[:10])
    day.name = meeting_id[11:].replace("-", " ")
    return day
