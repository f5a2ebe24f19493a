"""A town council in ``tests/cases/bodies/hartwell``: motions, votes, an election and deferred business."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records

FOLDER: Final = Path(__file__).parent / "cases" / "bodies" / "hartwell"
MARCH: Final = "meetings/2026-03-16/minutes.yml"
MAY: Final = "meetings/2026-05-11/minutes.yml"
JUNE: Final = "meetings/2026-06-15/minutes.yml"


@cache
def hartwell() -> Records:
    """Read the records, in which nothing is wrong."""
    reading = read_folder(FOLDER)
    assert reading.problems == ()
    return reading.records
