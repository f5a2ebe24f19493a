"""The files that papers and agendas attach, copied into the site beside the pages of their meeting."""

from __future__ import annotations

from collections.abc import Iterator

from ..records.publication import Records
from . import addresses
from .site import CopiedFile


def attached_files(records: Records) -> Iterator[CopiedFile]:
    """Give each attached file of records that are public, at the address under which its meeting's pages link it."""
    for (meeting_id, name), file in sorted(records.attached.items()):
        yield CopiedFile(addresses.attached(meeting_id, name), file.path, file.sha256)
