"""Small invented publications of other bodies, in ``tests/cases/bodies``: of other countries, in other languages."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder

FOLDER: Final = Path(__file__).parent / "cases" / "bodies"
TEMPLATES: Final = Path(__file__).parents[1] / "theme_overrides"


def copy_of(body: str, folder: Path, file: str = "", typed: str = "", instead: str = "") -> Path:
    """Copy a body into a folder, perhaps with another passage in one of its files, and give its data folder."""
    data = Path(shutil.copytree(FOLDER / body, folder / "data"))
    if file:
        text = (data / file).read_text(encoding="utf-8")
        assert text.count(typed) == 1, f"{file} must hold this once: {typed}"
        (data / file).write_text(text.replace(typed, instead), encoding="utf-8")
    return data


@cache
def body(name: str) -> Dossier:
    """Read one of the bodies, in which nothing is wrong."""
    reading = read_folder(FOLDER / name)
    assert reading.problems == ()
    return Dossier(reading.records)


@cache
def site_of_body(name: str, today: date) -> Site:
    """Build the whole site of one of the bodies, with charts that may have been drawn before."""
    return build(body(name), today, TEMPLATES, default_folder(), home="https://body.example/")
