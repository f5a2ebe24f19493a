"""An agenda: the items of business in their order."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from .base import Record
from .kinds import ClockTime, Count, FileName, Line, Passage, Slug, read_choice

Asked = Annotated[
    Literal["note", "agree", "confirm", "consider", "decide", "discuss", "receive", "declare", "be told"],
    BeforeValidator(
        read_choice("note", "agree", "confirm", "consider", "decide", "discuss", "receive", "declare", "be told")
    ),
]


class PageRange(Record):
    """Pages of the printed pack."""

    first: Count
    """First page."""
    last: Count
    """Last page."""


class Attachment(Record):
    """A file that belongs to an item. It lies in the meeting's own folder."""

    file: FileName
    """Name of the file, without folders."""
    title: Line
    """What the document is."""
    accessible: Line
    """Whether the file can be read with a screen reader, and if not why and what to do."""


class AgendaItem(Record):
    """One item of business."""

    number: Count
    """Number of the item on the agenda."""
    title: Line
    """What the item is, in a few words."""
    text: Passage | None = None
    """What the agenda says about it, in plain words."""
    time: ClockTime | None = None
    """About when it is taken, Europe/London."""
    pages: PageRange | None = None
    """Pages of the printed pack that belong to it."""
    report_of: Line | None = None
    """Whose report it is."""
    asked_to: list[Asked] = []
    """What the panel is asked to do."""
    matter: Slug | None = None
    """Id of the matter that this business belongs to."""
    confirms: Slug | None = None
    """Id of the meeting whose minutes this item confirms."""
    next_meeting: Slug | None = None
    """Id of the meeting that this item announces."""
    attachments: list[Attachment] = []
    """Files that belong to the item."""


class Agenda(Record):
    """The agenda of a meeting: ``data/meetings/<date>/agenda.yml``."""

    introduction: Passage | None = None
    """What a reader should know first."""
    items: list[AgendaItem]
    """The items in their order."""
