"""An agenda: the items of business in their order."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BeforeValidator

from .base import Draftable, Record
from .document import Attachment
from .kinds import Choice, ClockTime, Count, Day, Line, Passage, YesNo
from .marks import FunctionId, Label, MatterIds, MeetingId, MinuteNumber, Note, Open, Ours, Plain, Summary, read_ours
from .numbers import Numbered, every

_HEAR: Final = "note consider discuss receive declare comment hear review scrutinise scrutinize"
_DECIDE: Final = "agree confirm decide accept adopt amend approve authorise authorize ratify resolve defer deny"
_GIVE: Final = "appoint award delegate elect endorse grant nominate recommend refer refuse"
ASKED: Final = frozenset(f"{_HEAR} {_DECIDE} {_GIVE}".split())
"""What bodies are asked to do, in the words of the software."""


def read_asked(value: Any) -> Any:
    """Read a word of ``ASKED``; or a line of text in other words."""
    return read_ours(value, ASKED)


Asked = Annotated[Line, BeforeValidator(read_asked), Ours(ASKED)]
NotTaken = Choice[Literal["not reached", "deferred"]]


class PageRange(Record):
    """Pages of the printed pack."""

    first: Count
    """First page."""
    last: Count
    """Last page."""


class Urgency(Record):
    """Why an item is taken without the usual notice."""

    reason: Plain[Passage]
    """The special circumstances."""
    agreed_by: Plain[Line] | None = None
    """Who agreed that it is urgent: the Chair. Left out only where no law asks for it."""


class Exemption(Record):
    """That an item is taken without the public. There is no field for its text: it cannot be stored here.

    Which kinds of business that may be, and what else must be so, the regime says.
    """

    paragraphs: list[Label[Line]] = []
    """Numbers of the paragraphs, sections or letters in law that name what kind it is, as they are cited."""
    reason: Plain[Passage] | None = None
    """Why it is taken in private, where no law names its kind."""
    public_interest: Plain[Passage] | None = None
    """Why the public interest in keeping it private outweighs that in telling it, where the law asks for it."""
    excluded_by: MinuteNumber | None = None
    """Number or id of the minute whose resolution excluded the public."""


class Change(Record):
    """A change to the agenda after it was published."""

    on: Day
    """Day of the change."""
    reason: Plain[Passage]
    """Why."""


class AgendaItem(Numbered):
    """One item of business, or a heading with items of its own."""

    kind: ClassVar[str] = "item"
    holds: ClassVar[str] = "items"

    text: Plain[Passage] | None = None
    """What the agenda says about it, in plain words."""
    time: ClockTime | None = None
    """About when it is taken, by the clock of the place."""
    pages: PageRange | None = None
    """Pages of the printed pack that belong to it."""
    report_of: Open[Plain[Line] | None] = None
    """Whose report it is. Not published of an exempt item."""
    asked_to: Open[list[Plain[Asked]]] = []
    """What the panel is asked to do: note, approve, elect and so on, or in other words."""
    matter: MatterIds = []
    """Id of the matter that this business belongs to, or several with commas between them."""
    function: FunctionId | None = None
    """Id of the statutory function that it serves, if it serves one."""
    consent: YesNo = False
    """Whether it is to be decided together with other items, without debate: a consent item."""
    confirms: MeetingId | None = None
    """Id of the meeting whose minutes this item confirms."""
    next_meeting: MeetingId | None = None
    """Id of the meeting that this item announces."""
    attachments: list[Attachment] = []
    """Files that belong to the item."""
    added: Open[Change | None] = None
    """If it was added after the agenda was published: when and why. Of an exempt item, only when is published."""
    withdrawn: Open[Change | None] = None
    """If it was withdrawn: when and why. Its address stays. Of an exempt item, only when is published."""
    urgent: Open[Urgency | None] = None
    """If it is urgent business: why, and who agreed. Of an exempt item, only that it is urgent is published."""
    not_taken: Open[NotTaken | None] = None
    """If a paper says that the meeting did not take it: not reached, or deferred to another meeting."""
    exempt: Open[Exemption | None] = None
    """If it is taken without the public: under which paragraphs, and why."""
    correction: Note[Passage] | None = None
    """Editor's note on a fault of the source."""
    items: Open[list[AgendaItem]] = []
    """Items that it is divided into: 8 a), 8 b). Those of an exempt item are exempt too, and say so."""


class Agenda(Draftable):
    """The agenda of a meeting: ``data/meetings/<date>/agenda.yml``."""

    introduction: Summary[Passage] | None = None
    """What a reader should know first."""
    items: list[AgendaItem]
    """The items in their order."""
    published: Day | None = None
    """Day on which the agenda was published, if known."""
    late_reason: Plain[Passage] | None = None
    """Why it was published late, with who agreed to it."""
    corrected_on: Day | None = None
    """Day on which a fault of this edition was last put right. Those who follow the feed are told."""

    @property
    def every_item(self) -> tuple[AgendaItem, ...]:
        """All items in their order, each before those within it."""
        return every(self.items)

    @property
    def business(self) -> tuple[AgendaItem, ...]:
        """The items without those that are only headings of others."""
        return tuple(item for item in self.every_item if not item.items)
