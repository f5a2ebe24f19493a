"""Pages that were renamed: which address leads where now, so that no link to the panel's papers ever dies."""

from __future__ import annotations

from .base import Record
from .kinds import Day, Line
from .marks import Plain
from .names import AddressHash, SiteAddress


class Renaming(Record):
    """An address that was published, and the one that took its place."""

    was: SiteAddress
    """The old address: of a page, of a place on a page that is still there, or of a file."""
    now: SiteAddress
    """The address that takes its place."""
    on: Day | None = None
    """Day on which it was renamed."""
    why: Plain[Line] | None = None
    """Why it was renamed, for readers who follow an old link."""


class Gone(Record):
    """An address of a paper or an attached file that was published, and that had to be taken out for good."""

    was: AddressHash
    """Hash of the address, as the check shows it, so that the address itself stands nowhere."""
    on: Day
    """Day on which it was taken out."""


class Renamings(Record):
    """Everything that was renamed or taken out since it was published: ``data/renamed.yml``."""

    renamed: list[Renaming] = []
    """Each old address with its new one."""
    gone: list[Gone] = []
    """What had to be taken out, and that leads nowhere."""
