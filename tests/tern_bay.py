"""A harbour board in ``tests/cases/bodies/tern-bay``: its members come from anywhere, and it ends and is split."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from tests import river_valley

FOLDER: Final = Path(__file__).parent / "cases" / "bodies" / "tern-bay"
BEFORE: Final = date(2027, 6, 9)
"""The day before the end of the board is announced."""
LAST: Final = date(2028, 3, 31)
"""Its last day."""
AFTER: Final = date(2028, 4, 1)


@cache
def tern_bay() -> Records:
    """Read the board, in which nothing is wrong."""
    reading = read_folder(FOLDER)
    assert reading.problems == ()
    return reading.records


def changed(folder: Path, file: str, typed: str, instead: str) -> Records:
    """Read a copy of the board in which one passage of one file is another, which is there once."""
    return river_valley.changed(folder, file, typed, instead, FOLDER)


@cache
def site_on(day: date) -> Site:
    """Build the site of the board as it is on a day."""
    return river_valley.site_of(tern_bay(), day)
