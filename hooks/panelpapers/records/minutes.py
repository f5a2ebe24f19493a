"""Minutes: who was there, what was asked and answered, and what was resolved."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field

from .actions import Discharge, Duty, PublicQuestion, Undertaking
from .attendance import (
    Absence,
    Attendance,
    Declaration,
    Petition,
    Presence,
    PublicComment,
    Pulled,
    Quorum,
    Session,
    SessionId,
)
from .base import Draftable, Record, work_out
from .kinds import Choice, ClockTime, Count, Day, Line, Passage, YesNo
from .marks import (
    FunctionId,
    ItemNumber,
    MatterIds,
    MeetingId,
    MinuteNumber,
    Note,
    PersonId,
    PersonIds,
    Plain,
    Quoted,
    Summary,
)
from .names import Printed, below, key_of, made_id, opening_words
from .numbers import Numbered, every
from .place import Place
from .votes import Candidates, Motion, MotionId, Outcome, PutOff, ToBody, Until, Votes


class Exchange(Record):
    """Something members asked or raised, and the answer they were given."""

    asked: Plain[Passage]
    """What members asked or said."""
    answered: Plain[Passage] | None = None
    """What they were told, if an answer is minuted."""
    answered_by: PersonIds = []
    """Who answered, if the minutes name them."""
    undertakings: list[Undertaking] = []
    """What the answer promised or offered, and is in no resolution."""
    no_undertaking: Note[Line] | None = None
    """Why the answer is no promise, where its words could be taken for one."""


class Theme(Record):
    """Exchanges about one theme of a minute."""

    title: Plain[Line]
    """What the theme is."""
    exchanges: list[Exchange]
    """Questions and answers, in order."""


class Resolution(Record):
    """What the panel resolved."""

    numeral: Printed | None = None
    """Number of the resolution as it is printed, if it has one: ii, (a), 7.1.1, 20-08."""
    text: Plain[Passage]
    """What was resolved, in plain words and in full."""
    short: Summary[Line] | None = None
    """The decision in one plain sentence, where its text is not that already."""
    action: Duty | None = None
    """Who has to do what, if somebody has to do something."""
    no_action: Plain[Line] | None = None
    """Why nothing has to be done, where nothing has. Left out where the text says that something was only noted."""
    from_: MotionId | None = Field(default=None, alias="from")
    """Id of the motion of the same minute that was carried and so became this resolution."""
    votes: Votes | None = None
    """How the vote on it went, where no motion is given."""
    recommends_to: ToBody | None = None
    """To whom it is a recommendation, if it is one: the id of a body, or its name."""
    matter: MatterIds = []
    """Id of a matter that it is about beside that of its minute, or several with commas between them."""

    _minute: ClassVar[tuple[str, str, str]] = ("", "", "")
    """The key, the label and the name of its minute, which tells it."""
    _made: ClassVar[str] = ""
    """What stands for its number in addresses where it has none, and its minute has several: its first words."""

    @property
    def in_short(self) -> str:
        """The decision in a line: as typed in short, else its text."""
        return self.short or self.text

    @property
    def action_key(self) -> str:
        """The end of the id of the action that follows: the key of its minute, with that of its own number."""
        key, own = self._minute[0], key_of(self.numeral or "") or self._made
        return below(key, own) if own else key

    @property
    def key(self) -> str:
        """The end of its address; the one resolution of a minute, without a number, is ``918-resolved``."""
        return self.action_key if self.numeral or self._made else f"{self.action_key}-resolved"

    @property
    def label(self) -> str:
        """The number that people know it by, or nothing: ``921 (ii)``, and ``20-08`` where that says it alone."""
        own = self.numeral or ""
        if re.search(r"\d", own) and "-" in key_of(own) and not re.search(r"[()]", own):
            return own
        own = f"({own})" if own and not re.search(r"[()]", own) else own
        return f"{self._minute[1]} {own}".strip()

    @property
    def name(self) -> str:
        """What it is called: ``Resolution 921 (ii)``, or by its minute, where neither has a number.

        One of several without a number is told from the others by its first words.
        """
        words = f" “{opening_words(self.in_short)}”" if self._made else ""
        return f"Resolution {self.label}{words}" if self.label else f"Resolution{words} in {self._minute[2]}"


class NumberedParagraph(Record):
    """A paragraph of a minute that has a number of its own."""

    number: Printed
    """Number as printed, such as 33.1."""
    text: Plain[Passage]
    """What the paragraph says, in plain words."""


class Minute(Numbered):
    """One minute, or a heading with minutes of its own."""

    kind: ClassVar[str] = "minute"
    holds: ClassVar[str] = "minutes"

    text: Plain[Passage] | None = None
    """What was said and done."""
    paragraphs: list[NumberedParagraph] = []
    """Numbered paragraphs of the minute, in order."""
    themes: list[Theme] = []
    """Questions and answers by theme."""
    after_questions: Plain[Passage] | None = None
    """What was said after the questions and before the resolution."""
    motions: list[Motion] = []
    """What was moved, amendments too, in order: what was lost as well as what was carried."""
    election: Candidates = []
    """If there was an election: the candidates with the votes that each received."""
    elected: PersonIds = []
    """Who was elected."""
    resolutions: list[Resolution] = []
    """What was resolved, in order."""
    outcome: Outcome | None = None
    """What became of the business as a whole, if the minutes say that it was put off, withdrawn or noted."""
    until: Until | None = None
    """If it was put off: the day, or the id of the meeting, to which it was."""
    why: Plain[Passage] | None = None
    """If it was put off or withdrawn: why."""
    takes_up: PutOff | None = None
    """Business of an earlier meeting that was put off, and was taken now."""
    matter: MatterIds = []
    """Id of the matter that this business belongs to, or several with commas between them."""
    item: ItemNumber | None = None
    """Number or id of the agenda item, where the agenda is on this site."""
    items: list[ItemNumber] = []
    """Numbers or ids of all agenda items that it is about, if they are several."""
    not_on_agenda: YesNo = False
    """Whether the minutes say that this business was not on the agenda."""
    function: FunctionId | None = None
    """Id of the statutory function that it fulfilled, where no agenda item on this site says so."""
    confirms: MeetingId | None = None
    """Id of the meeting whose minutes were confirmed."""
    discharges: list[Discharge] = []
    """Actions that were discharged."""
    reopens: list[Discharge] = []
    """Actions that were opened again."""
    excludes_public: YesNo = False
    """Whether the public was excluded by a resolution of this minute."""
    session: SessionId | None = None
    """Id of the session in which this business was taken."""
    chair: PersonId | None = None
    """Id of the person who was in the chair for this business, if not for the whole meeting."""
    pulled: list[Pulled] = []
    """Of a minute that decides consent items together: those that were taken out of them."""
    minutes: list[Minute] = []
    """Minutes that it is divided into, or that stand below this heading."""

    def place_in(self, above: Numbered | None) -> None:
        """Work out the key and the label of this minute; make what tells its resolutions and its motions apart."""
        super().place_in(above)
        for resolution in self.resolutions:
            nameless = len(self.resolutions) > 1 and not resolution.numeral
            made = made_id(resolution.in_short) if nameless else ""
            work_out(resolution, _minute=(self.key, self.label, self.name), _made=made)
        openings = [made_id(motion.title or motion.text) for motion in self.motions]
        for motion, made in zip(self.motions, openings, strict=True):
            if not motion.id and openings.count(made) == 1 < len(openings):
                work_out(motion, id=made or None)

    def at_item(self, key: str) -> Place:
        """Say where an agenda item that it is about is named."""
        return self.at("items", self.items.index(key)) if key in self.items else self.at("item")

    @property
    def about(self) -> tuple[str, ...]:
        """The keys of all agenda items that it is about."""
        return tuple(dict.fromkeys((*([self.item] if self.item else ()), *self.items)))


class Correction(Record):
    """A correction that was made when the minutes were confirmed."""

    minute: MinuteNumber
    """Number or id of the minute."""
    was: Quoted[Passage]
    """What the draft said."""
    now: Quoted[Passage]
    """What it says now."""


class Minutes(Draftable):
    """The minutes of a meeting: ``data/meetings/<date>/minutes.yml``."""

    marked: Choice[Literal["draft", "confirmed"]] | None = None
    """Draft or confirmed, if the minutes are marked so. What a later meeting did follows from its minutes."""
    taken: YesNo = True
    """Whether attendance was taken at all."""
    only: Summary[Passage] | None = None
    """What is known of the meeting, where its full minutes are not on this site."""
    published: Day | None = None
    """Day on which the minutes were published, if known; left out, that of the agenda that confirms them."""
    present: list[Presence] = []
    """Members of the panel who were present."""
    also_present: list[Presence] = []
    """Others who took part."""
    apologies: list[Attendance] = []
    """Who sent apologies."""
    absent: list[Absence] = []
    """Who was absent, where the minutes list that."""
    quorum: Quorum | None = None
    """Whether enough members were there, where the minutes say so."""
    sessions: list[Session] = []
    """The sittings of the meeting and their parts, in order, where there was more than one or it was adjourned."""
    declarations: list[Declaration] = []
    """Interests that were declared."""
    no_declarations: YesNo = False
    """Whether the minutes say that nobody declared an interest."""
    public_comment: list[PublicComment] = []
    """What people from the public said at the meeting, one by one."""
    no_public_comment: YesNo = False
    """Whether the minutes say that nobody from the public spoke."""
    petitions: list[Petition] = []
    """Petitions that were presented."""
    minutes: list[Minute]
    """The minutes in their order."""
    closed: ClockTime | None = None
    """Time of day at which the meeting closed, by the clock of the place."""
    lasted: Count | None = None
    """How many minutes the meeting lasted, if the minutes say that, or if it closed after midnight."""
    questions: list[PublicQuestion] = []
    """Questions from the public."""
    no_questions: YesNo = False
    """Whether the minutes say that the public asked no question."""
    corrections: list[Correction] = []
    """Corrections made when the minutes were confirmed."""
    corrected_on: Day | None = None
    """Day on which a fault of this edition was last put right. Those who follow the feed are told."""

    @property
    def every_minute(self) -> tuple[Minute, ...]:
        """All minutes in their order, each before those within it."""
        return every(self.minutes)
