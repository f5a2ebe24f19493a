"""A town council with committees in ``tests/cases/bodies/saltmere``: two meetings on one day, and a joint one."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from tests.river_valley import site_of

FOLDER: Final = Path(__file__).parent / "cases" / "bodies" / "saltmere"
TODAY: Final = date(2027, 7, 5)


@cache
def saltmere() -> Records:
    """Read the council with its committees, in which nothing is wrong."""
    reading = read_folder(FOLDER)
    assert reading.problems == ()
    return reading.records


@cache
def saltmere_site() -> Site:
    """Give the site of the council, built once."""
    return site_of(saltmere(), TODAY)
