"""Every page of the built site through the checkers of HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.provide import find_java
from tests.html.checkers import html5lib_strictly, html_validate, nu

pytestmark = pytest.mark.browser


def test_every_page_is_valid(built: Path) -> None:
    """By the Nu checker; where there is no Java for it, by the parser of html5lib alone."""
    java = find_java()
    found = nu(built, java) if java else html5lib_strictly(built)
    assert not found, "\n".join(found)


def test_every_page_passes_html_validate(built: Path) -> None:
    found = html_validate(built)
    assert not found, "\n".join(found)
