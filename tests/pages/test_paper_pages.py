"""Pages of papers: each paragraph can be linked to without a mouse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from panelpapers.reading.folder import read_folder
from panelpapers.reading.validate import read_record
from panelpapers.records.paper import Paper
from tests.pages.reading_pages import small_site, words
from tests.river_valley import copy_with, site_of


def test_every_paragraph_has_a_link_that_the_keyboard_reaches() -> None:
    papers = [page for page in small_site().pages.values() if page.kind == "Paper"]
    assert papers
    for page in papers:
        places = re.findall(r'<div class="paragraph" id="([^"]+)"', page.html)
        links = re.findall(r'<li><a href="#([^"]+)"', page.html.partition("paragraph-links")[2])
        assert places
        assert set(places) <= set(links), page.address


def test_a_short_paper_is_its_text_alone(tmp_path: Path) -> None:
    """A text that needs no sections has no empty lists of what it holds, and its author one article."""
    short = "title: Lease\nkind: report\nitem: 3\nreport_of: the Clerk\nsummary: A lease.\nbackground_papers: none\n"
    paper = {"meetings/2027-03-31/papers/lease.yml": f"{short}text: The rent is low.\n"}
    html = str(
        site_of(read_folder(copy_with(tmp_path, paper)).records).pages["meetings/2027-03-31/papers/lease/"].html
    )
    told = words(html)
    assert "Report of the Clerk for the meeting" in told
    assert "The rent is low." in told
    assert 'class="contents"' not in html
    assert "paragraph-links" not in html


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("text: The rent is low.", 0),
        (
            "documents:\n  - title: Lease\n    format: PDF\n    accessible: not known\n    address: https://example.org/lease.pdf",
            0,
        ),
        ("report_of: the Clerk", 1),
    ],
)
def test_something_of_a_paper_is_here(body: str, told: int) -> None:
    typed = f"title: Lease\nkind: report\nitem: 3\nsummary: A lease.\n{body}\n"
    _, problems = read_record(typed.encode(), "data/meetings/2027-03-31/papers/lease.yml", Paper)
    assert [problem.code for problem in problems] == ["paper-shape"] * told
