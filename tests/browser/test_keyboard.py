"""Every kind of page by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.keyboard import wrong_on_the_way, wrong_with_skip_link
from tests.browser.kinds import KINDS, MODES
from tests.browser.looking import looking

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("mode", ["light", "dark", "phone", "400% zoom", "forced colours"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_stop_is_seen_and_in_order(browser: Browser, root: str, kind: str, mode: str) -> None:
    with looking(browser, root + KINDS[kind], MODES[mode]) as look:
        found = wrong_on_the_way(look)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("mode", ["light", "phone", "no JavaScript"])
@pytest.mark.parametrize("kind", KINDS)
def test_skip_link_comes_first_and_leads_to_main(browser: Browser, root: str, kind: str, mode: str) -> None:
    with looking(browser, root + KINDS[kind], MODES[mode]) as look:
        found = wrong_with_skip_link(look)
    assert not found, "\n".join(found)
