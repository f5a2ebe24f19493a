"""Looks through the bytes of a file that is to be published: is it what its name says, and what does it hold unseen.

Nothing here changes a file, and nothing is raised: what cannot be looked through is a fault of the file. Each format
has a module of its own, which is loaded when the first file of that format is met.
"""

from __future__ import annotations

from ..records.attached import Findings
from .refusing import Refused
from .sniffing import check_kind


def inspect(data: bytes, ending: str) -> Findings:
    """Give what is in the bytes of a file whose name ends in ``ending``, one of ``FORMATS``."""
    try:
        check_kind(data, ending)
        return _look_through(data, ending)
    except Refused as refused:
        return Findings(faults=(refused.fault,))


def _look_through(data: bytes, ending: str) -> Findings:
    if ending == "pdf":
        from .pdf import look_through_pdf

        return look_through_pdf(data)
    if ending in ("docx", "xlsx"):
        from .ooxml import look_through_ooxml

        return look_through_ooxml(data, ending)
    if ending in ("odt", "ods"):
        from .opendocument import look_through_opendocument

        return look_through_opendocument(data, ending)
    if ending == "csv":
        from .table import look_through_table

        return look_through_table(data)
    from .pictures import look_through_picture

    return look_through_picture(data, ending)
