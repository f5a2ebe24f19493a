"""Looks through the bytes of a file that is to be published: is it what its name says, and what does it hold unseen.

Nothing here changes a file, and nothing is raised: what cannot be looked through is a fault of the file. Each format
has a module of its own, which is loaded when the first file of that format is met.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final

from ..records.attached import Findings
from .refusing import Refused
from .sniffing import check_kind

_MODULES: Final = {
    "pdf": ".pdf", "docx": ".ooxml", "xlsx": ".ooxml", "odt": ".opendocument", "ods": ".opendocument",
    "csv": ".table", "png": ".pictures", "jpg": ".pictures",
}  # fmt: skip


def inspect(data: bytes, ending: str) -> Findings:
    """Give what is in the bytes of a file whose name ends in ``ending``, one of ``FORMATS``."""
    try:
        check_kind(data, ending)
        look_through: Callable[[bytes, str], Findings] = import_module(_MODULES[ending], __package__).look_through
        return look_through(data, ending)
    except Refused as refused:
        return Findings(faults=(refused.fault,))
