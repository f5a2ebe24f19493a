"""Papers that were withdrawn so that nobody can read them any more, and the ids that they have in public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..records.paper import Paper, Withdrawal
from ..records.publication import Records


@dataclass(frozen=True, slots=True)
class Removed:
    """A paper whose text and documents must not be read, as it was typed. ``paper_id`` is the name of its file."""

    meeting_id: str
    paper_id: str
    paper: Paper
    why: Withdrawal

    @property
    def public_id(self) -> str:
        """Its id as it may be read: the neutral one, where its withdrawal gives it."""
        return self.why.address or self.paper_id

    @property
    def hides_title(self) -> bool:
        """Whether its own title must not be read either, and another one stands in its place."""
        return self.why.title not in (None, self.paper.title)

    @property
    def titles(self) -> tuple[str, ...]:
        """Its own title, in each language in which it was typed."""
        return tuple(self.paper.versions("title").values()) or (self.paper.title,)

    @property
    def files(self) -> Iterator[str]:
        """The files that it attached."""
        return (document.file for document in self.paper.documents if document.file)


def removed(records: Records) -> list[Removed]:
    """Give every paper that was removed, in order."""
    return [
        Removed(meeting_id, paper_id, paper, paper.withdrawn)
        for (meeting_id, paper_id), paper in sorted(records.papers.items(), key=lambda pair: pair[0])
        if paper.withdrawn and paper.withdrawn.removed
    ]
