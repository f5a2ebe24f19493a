"""The addresses that are known without making a site are those of the site when it is made: no more and no fewer."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import panelpapers
from panelpapers.charts import default_folder
from panelpapers.facts.dossier import Dossier
from panelpapers.facts.public import public
from panelpapers.pages.build import build
from panelpapers.pages.places import BY_HAND, known_addresses, missing_by_hand
from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.publication import Records
from tests.archive import archive
from tests.first_publication import first_publication
from tests.harbour_board import harbour_board
from tests.river_valley import TEMPLATES, river_valley
from tests.saltmere import saltmere

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
FOLDERS = ("second-panel", "bodies/numbers-with-a-year", "bodies/numbers-by-section")
PANELS = ("first publication", "river valley", "archive", "harbour board", "several bodies", *FOLDERS)
CITED = re.compile(
    r"(item|minute|paragraph|recommendation|action|decision|commitment|question|function|session|petition)-.+(?<!-heading)"
    r"|[a-z-]+-paragraph-.+"
)
"""Ids that follow from a number or an id of a record, so that people cite them."""

NOT_CITED = re.compile(r"decisions/(\d{4}/)?|meetings/[^/]+/whole/|editors/.*|notes/.*|bodies/.*")
"""Pages that show once more what is cited by its place on another page, and those for editors."""


@cache
def records_of(panel: str) -> Records:
    if panel == "river valley":
        return river_valley()
    if panel == "harbour board":
        return harbour_board()
    if panel == "several bodies":
        return saltmere()
    if panel == "archive":
        return archive(2)
    if panel == "first publication":
        return first_publication()
    return public(read_folder(ROOT / "tests" / "cases" / panel).records)


@cache
def site_of(panel: str) -> Site:
    return build(Dossier(records_of(panel)), date(2027, 7, 22), TEMPLATES, default_folder())


@pytest.mark.parametrize("panel", PANELS)
def test_every_page_is_known(panel: str) -> None:
    known = {
        one
        for one in known_addresses(Dossier(records_of(panel)))
        if "#" not in one and (not one or one.endswith("/"))
    }
    assert known == {*site_of(panel).pages, *BY_HAND}


@pytest.mark.parametrize("panel", PANELS)
def test_every_known_file_is_made(panel: str) -> None:
    known = {
        one for one in known_addresses(Dossier(records_of(panel))) if "#" not in one and one and not one.endswith("/")
    }
    assert known <= site_of(panel).files.keys()
    tables = {one for one in site_of(panel).files if re.fullmatch(r"indicators/(?!example-).*\.csv", one)}
    assert {one for one in known if one.endswith(".csv")} == tables


@pytest.mark.parametrize("panel", PANELS)
def test_every_known_place_is_on_its_page_and_every_place_to_cite_is_known(panel: str) -> None:
    on_pages = {
        f"{address}#{place}"
        for address, page in site_of(panel).pages.items()
        for place in re.findall(r'\bid="([^"]+)"', str(page.html))
    }
    known = {one for one in known_addresses(Dossier(records_of(panel))) if "#" in one}
    assert known <= on_pages
    cited = {
        one
        for one in on_pages
        if CITED.fullmatch(one.partition("#")[2]) and not NOT_CITED.fullmatch(one.partition("#")[0])
    }
    assert cited <= known


def test_the_pages_of_the_software_are_known() -> None:
    packaged = Path(panelpapers.__file__).parent / "content"
    found = {f"{path.relative_to(packaged).with_suffix('').as_posix()}/" for path in packaged.rglob("*.md")}
    assert found - {"index/"} == BY_HAND - {"about/"}


def test_a_page_that_is_to_be_written_by_hand_is_told_where_it_is_missing() -> None:
    there = [f"{address}index.html" for address in BY_HAND]
    assert missing_by_hand(there) is None
    assert missing_by_hand(sorted(there)[1:]) == "about.md"
