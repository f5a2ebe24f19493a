"""The first publication as it once was: a copy of its records and of its own pages, which no editor changes.

The tests of the software read this copy and never what editors write now: an honest edit of a figure must not fail a
test, and the records of another panel may stand in place of those of the first.
"""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from panelpapers.facts.public import public
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = Path(__file__).parent / "cases" / "first-publication"
TODAY: Final = date(2025, 12, 23)
OWN_PAGES: Final = Path(__file__).parent / "cases" / "first-content"
EDITED: Final = (str(ROOT / "data"), *(str(ROOT / "content" / page.name) for page in OWN_PAGES.iterdir()))
"""What editors write, and no test opens."""


@cache
def first_publication() -> Records:
    """Read the first publication, without what editors keep to themselves."""
    return public(read_folder(FOLDER).records)


def refuse_what_editors_write(event: str, arguments: tuple[Any, ...]) -> None:
    """Fail the test that opens what editors write, a file or a folder. It is an audit hook of Python."""
    if event == "open" and arguments[1] is None:
        return  # by os.open, whose path may be within a folder that is not told here
    if event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str | os.PathLike):
        path = os.path.abspath(arguments[0])  # noqa: PTH100 - a Path for every file that is opened takes its time
        assert not path.startswith(EDITED), f"{path} is what editors write: read {FOLDER.relative_to(ROOT)}"
