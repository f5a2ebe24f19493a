"""Minutes: who was there, what was asked and answered, and what was resolved."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from .actions import Discharge, Duty, PublicQuestion, Undertaking
from .base import Record
from .kinds import Choice, ClockTime, Count, Day, Line, Passage, YesNo, one_value
from .marks import BodyId, FunctionId, MatterIds, MeetingId, Note, PersonId, Plain, Quoted, Summary
from .problem import slip


def read_numeral(value: Any) -> str:
    """Read the roman number of a resolution in small letters: i, ii, iii, iv."""
    typed = one_value(value).strip(".()").lower()
    if re.fullmatch(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", typed):
        return typed
    fix = "Write the number in small roman letters, such as iv."
    raise slip("roman-number", f'"{typed}" is not a roman number.', fix)


Numeral = Annotated[str, BeforeValidator(read_numeral)]


class Attendance(Record):
    """Somebody who was there, or sent apologies."""

    person: PersonId
    """Id of the person."""
    role: Plain[Line] | None = None
    """In what role at this meeting, such as Chair or Substitute member."""
    body: BodyId | None = None
    """Id of the body they were there for, if not their own."""


class Exchange(Record):
    """Something members asked or raised, and the answer they were given."""

    asked: Plain[Passage]
    """What members asked or said."""
    answered: Plain[Passage] | None = None
    """What they were told, if an answer is minuted."""
    answered_by: list[PersonId] = []
    """Ids of the people who answered, if the minutes name them."""
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

    numeral: Numeral | None = None
    """Roman number of the resolution, if it has one."""
    text: Plain[Passage]
    """What was resolved, in plain words and in full."""
    short: Summary[Line]
    """The decision in one plain sentence."""
    action: Duty | None = None
    """Who has to do what, if somebody has to do something."""
    no_action: Plain[Line] | None = None
    """Why nothing has to be done, where nothing has: the report was only noted."""
    matter: MatterIds = []
    """Id of a matter that it is about beside that of its minute, or several with commas between them."""


class Minute(Record):
    """One numbered minute."""

    number: Count
    """Number of the minute."""
    title: Plain[Line]
    """What the minute is about."""
    text: Plain[Passage] | None = None
    """What was said and done."""
    themes: list[Theme] = []
    """Questions and answers by theme."""
    after_questions: Plain[Passage] | None = None
    """What was said after the questions and before the resolution."""
    resolutions: list[Resolution] = []
    """What was resolved, in order."""
    matter: MatterIds = []
    """Id of the matter that this business belongs to, or several with commas between them."""
    item: Count | None = None
    """Number of the agenda item, where the agenda is on this site."""
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


class Correction(Record):
    """A correction that was made when the minutes were confirmed."""

    minute: Count
    """Number of the minute."""
    was: Quoted[Passage]
    """What the draft said."""
    now: Quoted[Passage]
    """What it says now."""


class Minutes(Record):
    """The minutes of a meeting: ``data/meetings/<date>/minutes.yml``."""

    marked: Choice[Literal["draft", "confirmed"]] | None = None
    """Draft or confirmed, if the minutes are marked so. What a later meeting did follows from its minutes."""
    taken: YesNo = True
    """Whether attendance was taken at all."""
    only: Summary[Passage] | None = None
    """What is known of the meeting, where its full minutes are not on this site."""
    published: Day | None = None
    """Day on which the minutes were published, if known; left out, that of the agenda that confirms them."""
    present: list[Attendance] = []
    """Members of the panel who were present."""
    also_present: list[Attendance] = []
    """Others who took part."""
    apologies: list[Attendance] = []
    """Who sent apologies."""
    minutes: list[Minute]
    """The numbered minutes in their order."""
    closed: ClockTime | None = None
    """Time of day at which the meeting closed, Europe/London."""
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
