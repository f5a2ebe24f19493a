"""A document as it was published: what it is, and whether people who use assistive technology can read it."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from .attached import HiddenKind
from .base import Record
from .kinds import Choice, Count, Day, Line
from .marks import Label, Name, Plain
from .names import FileName, WebAddress
from .problem import slip

Accessible = Choice[Literal["yes", "partly", "no", "not known"]]

PublishedWith = Choice[HiddenKind]


class AccessibilityTest(Record):
    """That somebody tried a document as people who use assistive technology do."""

    by: Plain[Line]
    """Who tried it: a name or a role."""
    on: Day
    """Day of the test."""
    using: Label[Line]
    """What it was tried with, such as a screen reader and its version."""


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
    tested: AccessibilityTest | None = None
    """Who tried whether it is accessible, when and with what. Without it, no page says that it is."""
    published_with: list[PublishedWith] = []
    """What the file holds that nobody sees at once, and that is published on purpose."""


class Document(AnyDocument):
    """A document as it was published by the panel or a partner."""

    format: Label[Line] | None = None
    """Kind of file, such as PDF. It follows from the file, if that lies in the meeting's folder."""
    pages: Count | None = None
    """Number of pages, if known. It follows from a PDF that lies in the meeting's folder."""
    size: Label[Line] | None = None
    """Size of the file, such as 1.2 MB, if known. It follows from a file in the meeting's folder."""
    file: FileName | None = None
    """Name of the file, if it lies in the meeting's folder."""
    address: WebAddress | None = None
    """Where it is published, if known."""

    @model_validator(mode="after")
    def _of_some_kind(self) -> Self:
        if self.format is None and self.file is None:
            fact = "This document has neither a format nor a file."
            raise slip("document-format", fact, "Say what kind of file it is, such as format: PDF.")
        return self


class Attachment(AnyDocument):
    """A file that belongs to an item. It lies in the meeting's own folder."""

    file: FileName
    """Name of the file, without folders."""


VersionKind = Choice[Literal["easy read", "sign language", "translation", "audio", "large print", "braille"]]


class OtherVersion(Record):
    """A version of a paper, or of the papers of a meeting, for people whom the usual one does not serve."""

    kind: VersionKind
    """What it is, such as Easy Read."""
    of_language: Name[Line] | None = None
    """Its language, by name, such as Polish or Irish Sign Language. Left out, that of the papers."""
    address: WebAddress
    """Where it is published."""
    follows: Day
    """Day of the papers that it follows: on which they were published, or put right for the last time before."""
    made_by: Plain[Line] | None = None
    """Who made it."""
    tested_by: Plain[Line] | None = None
    """Who tried whether it can be understood, such as a group of people who use Easy Read."""

    @model_validator(mode="after")
    def _in_a_language(self) -> Self:
        if self.kind in ("translation", "sign language") and self.of_language is None:
            fix = "Add of_language with the name of the language, such as Polish or Irish Sign Language."
            raise slip("version-language", f"This {self.kind} version says no language.", fix)
        return self
