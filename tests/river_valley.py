"""A small panel in ``tests/cases/river-valley``, with one of everything that can happen to an agenda."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records

FOLDER: Final = Path(__file__).parent / "cases" / "river-valley"
TEMPLATES: Final = Path(__file__).parents[1] / "theme_overrides"
TODAY: Final = date(2027, 4, 15)


@cache
def river_valley() -> Records:
    """Read the small panel, in which nothing is wrong."""
    reading = read_folder(FOLDER)
    assert reading.problems == ()
    return reading.records


def changed(folder: Path, file: str, typed: str, instead: str, of: Path = FOLDER) -> Records:
    """Read a copy of the small panel, or of another case, in which one passage of one file is another, once."""
    copy = folder / "data"
    shutil.copytree(of, copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert text.count(typed) == 1, f"{file} must hold this once: {typed}"
    (copy / file).write_text(text.replace(typed, instead), encoding="utf-8")
    reading = read_folder(copy)
    assert reading.problems == ()
    return reading.records


def copy_with(folder: Path, files: Mapping[str, str]) -> Path:
    """Copy the small panel into a folder, with some files more or with another text, and give its data folder."""
    data = Path(shutil.copytree(FOLDER, folder / "data"))
    for name, text in files.items():
        (data / name).write_text(text, encoding="utf-8")
    return data


def copy_with_case(folder: Path, case: str) -> Path:
    """Copy the small panel into a folder, with the files of a case of ``tests/cases`` over it."""
    return Path(shutil.copytree(FOLDER.parent / case, copy_with(folder, {}), dirs_exist_ok=True))


def site_of(records: Records, today: date = TODAY) -> Site:
    """Build the whole site of some records, with charts that may have been drawn before."""
    return build(Dossier(records), today, TEMPLATES, default_folder())
