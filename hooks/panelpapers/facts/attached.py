"""Which record names which file of its meeting, and which of the files are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from ..records.attached import AttachedFile
from ..records.document import Attachment, Document
from ..records.publication import Records
from .rows import every_item, exempt_items, grouped

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
    exempt = exempt_items(records)
    for meeting_id, item in sorted(every_item(records), key=itemgetter(0)):
        for attachment in item.attachments:
            yield Naming(meeting_id, attachment.file, attachment, (meeting_id, item.key) in exempt)
    for (meeting_id, _), paper in sorted(records.papers.items()):
        removed = paper.withdrawn is not None and paper.withdrawn.removed
        withheld = removed or (meeting_id, paper.item) in exempt
        for document in paper.documents:
            if document.file:
                yield Naming(meeting_id, document.file, document, withheld)


def named_in_public(records: Records) -> Mapping[FileKey, tuple[Naming, ...]]:
    """Give each file that may be published, with what names it. One that is withheld anywhere is withheld."""
    found = grouped((naming.key, naming) for naming in namings(records))
    return {key: several for key, several in found.items() if not any(naming.withheld for naming in several)}


def published_files(records: Records) -> Mapping[FileKey, AttachedFile]:
    """Give the files that are published: named, here, without a fault, and held back by nothing."""
    return {
        key: records.attached[key]
        for key in named_in_public(records)
        if key in records.attached and not records.attached[key].findings.faults
    }
