"""What follows from resolutions and answers: duties, undertakings, what the tracker says of them, recommendations.

An action is never typed: it follows from the resolution or the answer that it stands in. What is typed here is only
what cannot follow: who owes it, when it is due, what was reported of it, and when it was discharged.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator

from .base import Draftable, Record, WithId
from .kinds import Choice, Day, Line, Passage, Takes, one_value
from .marks import AlsoCalled, DueBy, ItemNumber, Label, MatterIds, MayName, MeetingId, Note, Plain, Quoted, Summary
from .names import key_of, opening_words
from .problem import slip

Outcome = Choice[Literal["done as resolved", "done differently", "superseded", "refused"]]
Firmness = Choice[Literal["promised", "offered", "could be provided"]]
Proposal = Choice[Literal["discharge", "keep open"]]


def read_action_id(value: Any) -> str:
    """Read the id of an action: its meeting, minute and resolution, as in ``2025-11-17-921-ii``."""
    typed = one_value(value).lower()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)+", typed, re.ASCII):
        return typed
    fix = "Write the meeting, the minute and the resolution, with hyphens between them: 2025-11-17-921-ii."
    meant = re.match(r"(\d{4}-\d{2}-\d{2})\W+(?=\w)", typed, re.ASCII)
    suggestion = f"{meant[1]}-{key_of(typed[meant.end() :])}" if meant else None
    raise slip("action-id", f'"{typed}" is not the id of an action.', fix, suggestion)


Owner = Annotated[Plain[Line], MayName("owner")]
ActionId = Annotated[
    str,
    BeforeValidator(read_action_id),
    Takes("the id of an action, such as 2025-11-17-921-ii", r"\d{4}-\d{2}-\d{2}(-[A-Za-z0-9]+)+"),
]


class Duty(Record):
    """Who has to do what a resolution asks for."""

    owner: Owner
    """Who owes it, by role: the Director, the Clerk; or the id of a body, or the id or the name of a person."""
    owner_why: Note[Passage] | None = None
    """If the resolution does not say who, and the owner is an editor's view: the reason for it."""
    due: DueBy | None = None
    """Day on which it is due, or the id of the meeting by which it is."""


class Undertaking(WithId):
    """What an answer said would or could be done for the panel, and is in no resolution."""

    made_of: ClassVar[str] = "text"

    text: Plain[Passage]
    """What was promised or offered."""
    kind: Firmness | None = None
    """How firm it is, as you read the minute: promised, offered, or only that it could be provided."""
    words: Quoted[Line] | None = None
    """The words of the minute that show how firm it is, without quotation marks: offered to organise more."""
    owner: Owner
    """Who promised or offered it, by role; or the id of a body, or the id or the name of a person."""
    owner_why: Note[Passage] | None = None
    """If the minute does not say who, and the owner is an editor's view: the reason for it."""
    due: DueBy | None = None
    """Day on which it is due, or the id of the meeting by which it is, if that was said."""

    @property
    def name(self) -> str:
        """What it is called in lists: the words of its id, or else its first words."""
        return self.id.replace("-", " ") if self.id_typed else opening_words(self.text)


class ActionUpdate(Record):
    """What a meeting's tracker says of one action."""

    action: Annotated[ActionId, AlsoCalled("action_id", "action_number", "minute", "number", "ref", "reference")]
    """Id of the action: meeting, minute, resolution."""
    text: Annotated[Plain[Passage], AlsoCalled("latest_position", "progress", "reported", "response", "update")]
    """What is reported."""
    proposes: Annotated[Proposal, AlsoCalled("proposed", "status")] = "keep open"
    """Whether the tracker proposes to discharge it."""
    outcome: Outcome | None = None
    """What became of it, as the tracker reports: done as resolved, done differently, superseded or refused."""
    outcome_why: Note[Passage] | None = None
    """If the tracker does not say so, and the outcome is an editor's view: the reason for it."""
    remark: Note[Passage] | None = None
    """Editor's note, where what is reported is not what was resolved."""


class ActionTracker(Draftable):
    """The tracker of a meeting's pack: ``data/meetings/<date>/action-tracker.yml``."""

    introduction: Summary[Passage] | None = None
    """What a reader should know first."""
    item: ItemNumber | None = None
    """Number or id of the agenda item to which the tracker belongs."""
    updates: list[ActionUpdate]
    """What is reported, action by action."""


class Discharge(Record):
    """An action that a minute discharges or opens again."""

    action: ActionId | None = None
    """Id of the action, where its resolution is on this site."""
    number: Label[Line] | None = None
    """Its number as minuted, where its resolution is not on this site: 911ii."""
    text: Plain[Passage]
    """What the action was."""
    outcome: Outcome | None = None
    """What became of it, if the minute says so: done as resolved, done differently, superseded or refused."""
    outcome_why: Note[Passage] | None = None
    """If the minute does not say so, and the outcome is an editor's view: the reason for it."""


class PanelRecommendation(WithId):
    """A report or recommendation to those who owe an answer to it by law: ``data/recommendations.yml``."""

    made_of: ClassVar[str] = "text"

    meeting: MeetingId
    """Id of the meeting that made it."""
    text: Plain[Passage]
    """What is recommended."""
    matter: MatterIds = []
    """Id of the matter that it is about, or several with commas between them."""
    made_under: Plain[Line]
    """The duty or power it was made under, as the papers give it."""
    sent: Day | None = None
    """Day on which it was sent."""
    answer_due: Day | None = None
    """Day by which an answer is due, if one is set."""
    answered: Day | None = None
    """Day of the answer."""
    answer: Quoted[Passage] | None = None
    """What was answered."""


class PublicQuestion(WithId):
    """A question from the public, and its answer. The name of a private person may be withheld."""

    made_of: ClassVar[str] = "question"

    asked_by: Plain[Line] | None = None
    """Who asked, if they agreed to be named; otherwise left out."""
    question: Quoted[Passage]
    """What was asked."""
    answer: Quoted[Passage] | None = None
    """What was answered."""
    answered_at: MeetingId | None = None
    """Id of the meeting that received the answer, if a later one."""
