"""Every kind of page for readers who set their own spacing, touch, ask for rest, print, or follow a broken link."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import KINDS, MODES
from tests.browser.looking import looking

pytestmark = pytest.mark.browser

# The distances that WCAG 2.2 names in 1.4.12.
OWN_SPACING = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
"""


@pytest.mark.parametrize("mode", ["light", "phone"])
@pytest.mark.parametrize("kind", KINDS)
def test_own_text_spacing_loses_nothing(browser: Browser, root: str, kind: str, mode: str) -> None:
    with looking(browser, root + KINDS[kind], MODES[mode]) as look:
        look.page.add_style_tag(content=OWN_SPACING)
        found = look.ask("lostText") + look.ask("sideways")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("mode", ["light", "phone"])
@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough(browser: Browser, root: str, kind: str, mode: str) -> None:
    with looking(browser, root + KINDS[kind], MODES[mode]) as look:
        found = look.ask("smallTargets")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_for_readers_who_ask_for_rest(browser: Browser, root: str, kind: str) -> None:
    with looking(browser, root + KINDS[kind], MODES["reduced motion"]) as look:
        found = look.ask("motion")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_covers_the_printed_page(browser: Browser, root: str, kind: str) -> None:
    with looking(browser, root + KINDS[kind], MODES["print"]) as look:
        found = look.ask("fixedThings")
    assert not found, "\n".join(found)


def test_broken_link_deep_in_the_site_shows_our_own_page(browser: Browser, root: str) -> None:
    with looking(browser, f"{root}meetings/2001-01-01/minutes/", MODES["light"]) as look:
        heading = look.page.get_by_role("heading", level=1).inner_text()
        home = look.page.locator("header a[href]").first.evaluate("link => link.href")
    assert "not found" in heading.lower()
    assert not look.complaints, "\n".join(look.complaints)
    assert home == root
