"""Every kind of page, in every mode: what an engine can tell, and what the browser says of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import axe
from tests.browser.kinds import KINDS, MODES
from tests.browser.looking import Look, looking

pytestmark = pytest.mark.browser

# One page is opened once for all tests of it; the group keeps these on one worker.
EVERY_LOOK = [
    pytest.param((kind, mode), id=f"{kind}-{mode}", marks=pytest.mark.xdist_group(f"{kind}-{mode}"))
    for kind in KINDS
    for mode in MODES
]


@pytest.fixture(scope="module", params=EVERY_LOOK)
def look(browser: Browser, root: str, request: pytest.FixtureRequest) -> Iterator[Look]:
    kind, mode = request.param
    with looking(browser, root + KINDS[kind], MODES[mode]) as look:
        yield look


def test_page_loads_quietly(look: Look) -> None:
    assert not look.complaints, "\n".join(look.complaints)


def test_page_does_not_scroll_sideways(look: Look) -> None:
    found = look.ask("sideways")
    assert not found, "\n".join(found)


def test_page_loses_no_text(look: Look) -> None:
    found = look.ask("lostText")
    assert not found, "\n".join(found)


def test_engine_finds_no_barrier(look: Look) -> None:
    verdict = axe(look)
    assert not verdict.violations, "\n".join(verdict.violations)
    # A contrast that the engine cannot work out is one that nobody has checked.
    unknown = [sentence for sentence in verdict.undecided if sentence.startswith("color-contrast")]
    assert not unknown, "\n".join(unknown)
