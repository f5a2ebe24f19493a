"""The files that lie beside the records of a meeting, to be published with them: each is looked through once.

Their bytes are not kept: a site copies a file from where it lies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ..inspecting import inspect
from ..records.attached import FORMATS, LARGEST, AttachedFile, Fault, Findings
from .decoding import read_bytes

_TOO_LARGE: Final = Fault(
    "file-too-large",
    f"The file is larger than {LARGEST // 1_000_000} MB, which takes minutes to load on a phone.",
    "Make its pictures smaller, or link to where it is published instead (address).",
)
_CLOSED: Final = Fault("cannot-look-through", "The file cannot be opened.", "Check that you may read it.")


def read_attached(data: Path, paths: Iterable[Path], shown: str) -> dict[tuple[str, str], AttachedFile]:
    """Look through the files among ``paths``, which are below ``data``, that lie in the folder of a meeting.

    Give each by the name of that folder and its own. ``shown`` is ``data`` as people are shown it. Nothing is raised.
    """
    return {
        (path.parts[1], path.name): look_through(data / path, f"{shown}/{path.as_posix()}")
        for path in sorted(paths)
        if can_be_attached(path)
    }


def can_be_attached(path: Path) -> bool:
    """Whether a file, by its path below the data folder, lies where files are attached and ends as they do."""
    in_a_meeting = len(path.parts) == 3 and path.parts[0] == "meetings"
    return in_a_meeting and path.suffix[1:].lower() in FORMATS


def look_through(path: Path, shown: str) -> AttachedFile:
    """Look through one file, which people are shown as ``shown``. Nothing is raised."""
    try:
        data, size = read_bytes(path, LARGEST + 1), path.lstat().st_size
    except OSError:
        return AttachedFile(path, shown, 0, "", Findings(faults=(_CLOSED,)))
    if len(data) > LARGEST:
        return AttachedFile(path, shown, size, "", Findings(faults=(_TOO_LARGE,)))
    findings = inspect(data, path.suffix[1:].lower())
    return AttachedFile(path, shown, len(data), hashlib.sha256(data).hexdigest(), findings)
