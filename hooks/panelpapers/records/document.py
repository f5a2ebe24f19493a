"""A document as it was published: what it is, and whether people who use assistive technology can read it."""

from __future__ import annotations

from typing import Literal

from .base import Record
from .kinds import Choice, Count, FileName, Line, WebAddress
from .marks import Label, Plain

Accessible = Choice[Literal["yes", "partly", "no", "not known"]]


class AnyDocument(Record):
    """What is told of every document. The accessibility statement lists those that are not sure to be accessible."""

    title: Plain[Line]
    """What the document is."""
    accessible: Accessible
    """Whether people who use assistive technology can read it."""
    why_not: Plain[Line] | None = None
    """What is not accessible, and why."""
    instead: Plain[Line] | None = None
    """What to use instead."""


class Document(AnyDocument):
    """A document as it was published by the panel or a partner."""

    format: Label[Line]
    """Kind of file, such as PDF."""
    pages: Count | None = None
    """Number of pages, if known."""
    size: Label[Line] | None = None
    """Size of the file, such as 1.2 MB, if known."""
    file: FileName | None = None
    """Name of the file, if it lies in the meeting's folder."""
    address: WebAddress | None = None
    """Where it is published, if known."""


class Attachment(AnyDocument):
    """A file that belongs to an item. It lies in the meeting's own folder."""

    file: FileName
    """Name of the file, without folders."""
