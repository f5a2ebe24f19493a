"""Attached files in a site as MkDocs writes it, and as a host sends it. A small panel is built."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.attached_files import TEXT, docx, pdf
from tests.browser.serving import served
from tests.conftest import SITE_PATH, build_site
from tests.pages.test_attached_files import MEETING, OPEN_PAPER, agenda_with, with_files

pytestmark = pytest.mark.browser

FILES = {"stations.pdf": pdf(TEXT, TEXT), "report.pdf": pdf(), "other.docx": docx()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = {"agenda.yml": agenda_with("Membership", "stations.pdf"), "papers/by-day.yml": OPEN_PAPER}
    data = with_files(tmp_path_factory.mktemp("attached"), FILES, texts)
    site = tmp_path_factory.mktemp("site")
    assert build_site(site, PANEL_DATA=str(data), PANEL_TODAY="2027-04-15") == ""
    return site


def test_files_are_copied_bit_for_bit_and_only_those_that_are_named(folder: Path) -> None:
    written = {path.name: path.read_bytes() for path in (folder / MEETING).iterdir() if path.is_file()}
    assert {name: data for name, data in written.items() if name != "index.html"} == {
        name: FILES[name] for name in ("stations.pdf", "report.pdf")
    }


def test_the_page_leads_to_the_file_with_its_kind_pages_and_size(folder: Path) -> None:
    html = (folder / MEETING / "agenda" / "index.html").read_text(encoding="utf-8")
    size = f"{len(FILES['stations.pdf']) / 1000:.1f} kB"
    assert re.search(
        rf'<a href="../stations.pdf"[^>]*>List of stations</a> \(PDF, 2 pages, {re.escape(size)}\)\.', html
    )


def test_a_host_sends_it_to_be_saved(folder: Path) -> None:
    with served(folder, SITE_PATH) as address, urlopen(f"{address}{MEETING}/stations.pdf") as answer:  # noqa: S310
        assert answer.read() == FILES["stations.pdf"]
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Content-Disposition"] == "attachment"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
