"""Where a figure or a statement stands in the papers."""

from __future__ import annotations

from .base import Record
from .kinds import Day, Line
from .marks import Label, MeetingId, Plain
from .names import Cited, WebAddress


class Source(Record):
    """Where a figure stands in the papers."""

    title: Plain[Line]
    """Title of the paper."""
    paragraph: Label[Cited] | None = None
    """Number of the paragraph, slide or table."""
    meeting: MeetingId | None = None
    """Id of the meeting whose pack holds the paper."""
    address: WebAddress | None = None
    """Where the paper is published."""
    published: Day | None = None
    """Day on which it was published."""
