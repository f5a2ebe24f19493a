"""What a reader is told of a file before following a link to it: kind, length, whether everyone can read it."""

from __future__ import annotations

from ..facts.accessibility import readable
from ..records.attached import AttachedFile
from ..records.document import AnyDocument
from . import format as say


def of_file(file: AttachedFile) -> str:
    """Give the kind, the pages and the size of a file: ``PDF, 2 pages, 340 kB``."""
    pages = file.findings.pages
    length = [say.counted(pages, "page", "pages")] if pages is not None else []
    return ", ".join((file.format, *length, say.size(file.size)))


def access(document: AnyDocument) -> str:
    """Say whether everyone can read a document: that they can, only with who tried it, when and with what."""
    tested = document.tested
    if document.accessible != "yes":
        return readable(document)
    if tested is None:
        return "nobody has recorded a test"
    return f"yes, as tested on {say.day(tested.on)} by {tested.by} with {tested.using}"
