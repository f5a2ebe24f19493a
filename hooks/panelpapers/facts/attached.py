"""Which record names which file of its meeting, and which of the files are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..records.attached import AttachedFile
from ..records.document import Attachment, Document
from ..records.publication import Records

FileKey = tuple[str, str]
"""A file: the id of its meeting and its name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A record that names a file. ``withheld`` says that what it belongs to is exempt or was taken out."""

    meeting_id: str
    name: str
    document: Attachment | Document
    withheld: bool

    @property
    def key(self) -> FileKey:
        """The file that is named."""
        return self.meeting_id, self.name


def namings(records: Records) -> Iterator[Naming]:
    """Give every naming of a file: those of agendas, then those of papers, oldest first."""
    exempt: set[tuple[str, int]] = set()
    for meeting_id, agenda in sorted(records.agendas.items()):
        for item in agenda.items:
            exempt |= {(meeting_id, item.number)} if item.exempt else set()
            for attachment in item.attachments:
                yield Naming(meeting_id, attachment.file, attachment, item.exempt is not None)
    for (meeting_id, _), paper in sorted(records.papers.items()):
        removed = paper.withdrawn is not None and paper.withdrawn.removed
        withheld = removed or (meeting_id, paper.item) in exempt
        for document in paper.documents:
            if document.file:
                yield Naming(meeting_id, document.file, document, withheld)


def named_in_public(records: Records) -> Mapping[FileKey, list[Naming]]:
    """Give each file that may be published, with what names it. One that is withheld anywhere is withheld."""
    found: dict[FileKey, list[Naming]] = {}
    for naming in namings(records):
        found.setdefault(naming.key, []).append(naming)
    return {key: several for key, several in found.items() if not any(naming.withheld for naming in several)}


def published_files(records: Records) -> Mapping[FileKey, AttachedFile]:
    """Give the files that are published: named, here, without a fault, and held back by nothing."""
    return {
        key: records.attached[key]
        for key in named_in_public(records)
        if key in records.attached and not records.attached[key].findings.faults
    }
