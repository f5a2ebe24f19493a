"""The invented bodies in ``tests/cases/bodies``: of other countries, in other languages."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder

BODIES: Final = Path(__file__).parent / "cases" / "bodies"
TEMPLATES: Final = Path(__file__).parents[1] / "theme_overrides"


@cache
def body(name: str) -> Dossier:
    """Read one of the bodies, in which nothing is wrong."""
    reading = read_folder(BODIES / name)
    assert reading.problems == ()
    return Dossier(reading.records)


@cache
def site_of_body(name: str, today: date) -> Site:
    """Build the whole site of one of the bodies, with charts that may have been drawn before."""
    return build(body(name), today, TEMPLATES, default_folder(), home="https://body.example/")
