"""Each link in a file of a site, in its database and in what pages tell programs leads to a place on the site."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Final

import pytest

from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.pages.build import build
from panelpapers.pages.site import File, Site
from panelpapers.reading.folder import read_folder
from tests.river_valley import TEMPLATES

CASES: Final = Path(__file__).parents[1] / "cases"
HOME: Final = "https://papers.example/panel/"
_LINK: Final = re.compile(rf"{re.escape(HOME)}([^\s\"'<>|\\)]*)")


def site_of(case: str, day: date) -> Site:
    records = read_folder(CASES / case).records
    assert records.panel
    offered = {"data_files": True, "site_address": HOME}
    records = replace(records, panel=records.panel.model_copy(update=offered))
    return build(Dossier(records), day, TEMPLATES, default_folder(), home=HOME)


def told(site: Site) -> Iterator[tuple[str, str]]:
    """Give what is told to programs as text, with its address. A calendar folds its lines and marks its commas."""
    for address, file in site.files.items():
        if address.endswith(".db") and isinstance(file, File):
            with closing(sqlite3.connect(":memory:")) as base:
                base.deserialize(file.content)
                yield address, "\n".join(base.iterdump())
        elif isinstance(file, File):
            text = file.content.decode("utf-8")
            if address.endswith(".ics"):
                text = text.replace("\r\n ", "").replace("\\,", ",").replace("\\n", "\n")
            yield address, text
    yield from ((f"what {address} says to programs", text) for address, text in site.linked.items())


@pytest.mark.parametrize(
    ("case", "day", "links"), [("panel-year", date(2028, 12, 31), 1_000), ("second-panel", date(2027, 4, 15), 500)]
)
def test_every_link_in_a_file_leads_to_a_place_that_is_there(case: str, day: date, links: int) -> None:
    site = site_of(case, day)
    places = {address: {*page.places, "main"} for address, page in site.pages.items()}
    found = {(at, unescape(link).rstrip(".,;:")) for at, text in told(site) for link in _LINK.findall(text)}
    assert len(found) > links, "the links are found"
    for at, link in found:
        page, _, place = link.partition("#")
        there = place in {"", *places[page]} if page in places else page in site.files
        assert there, f"{at} leads to {link}, which is not there"
