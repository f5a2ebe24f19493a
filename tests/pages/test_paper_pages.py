"""Pages of papers: each paragraph can be linked to without a mouse."""

from __future__ import annotations

import re

from tests.pages.reading_pages import small_site


def test_every_paragraph_has_a_link_that_the_keyboard_reaches() -> None:
    papers = [page for page in small_site().pages.values() if page.kind == "Paper"]
    assert papers
    for page in papers:
        places = re.findall(r'<div class="paragraph" id="([^"]+)"', page.html)
        links = re.findall(r'<li><a href="#([^"]+)"', page.html.partition("paragraph-links")[2])
        assert places
        assert set(places) <= set(links), page.address
