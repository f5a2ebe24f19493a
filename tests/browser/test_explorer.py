"""Going through a figure by keyboard alone, and what assistive technology is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import Mode
from tests.browser.looking import looking

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("explorer")]

ADDRESS = "indicators/crown-court-charge-to-completion/"
FIRST = "Year ending March 2024: 220 days"
LAST = "Year ending March 2025: 183 days"


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    with looking(browser, root + ADDRESS, Mode()) as look:
        yield look.page


def press(page: Page, name: str, key: str = "Enter") -> None:
    """Reach a button with the Tab key, as people do, and press it."""
    button = page.get_by_role("button", name=name)
    for _ in range(100):
        if button.evaluate("one => one === document.activeElement"):
            page.keyboard.press(key)
            return
        page.keyboard.press("Tab")
    pytest.fail(f"The Tab key does not reach {name}")


def slider(page: Page) -> dict[str, Any]:
    """Give the slider as the accessibility tree has it: name, value and limits."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    found = next(node for node in nodes if node.get("role", {}).get("value") == "slider")
    properties = {one["name"]: one["value"].get("value") for one in found["properties"]}
    return {"name": found["name"]["value"], "value": found["value"]["value"], **properties}


def said(page: Page) -> str | None:
    """Give the words that stand for the number of the slider; the protocol of Chromium shows the number alone."""
    return page.get_by_role("slider").get_attribute("aria-valuetext")


def test_the_slider_has_a_name_and_says_the_figure(page: Page) -> None:
    told = slider(page)
    assert (told["name"], told["value"], told["valuemin"], told["valuemax"]) == ("Figure", 0, 0, 2)
    assert said(page) == FIRST


def test_arrows_move_from_figure_to_figure(page: Page) -> None:
    page.get_by_role("slider").focus()
    page.keyboard.press("End")
    assert slider(page)["value"] == 2
    assert said(page) == LAST
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".explorer-shown")).to_have_text("Year ending December 2024: 185 days")


def test_buttons_are_reached_by_tab_and_heard(page: Page) -> None:
    press(page, "Next figure")
    expect(page.locator(".explorer [aria-live=polite]")).to_have_text("Year ending December 2024: 185 days")
    press(page, "Lowest figure", "Space")
    expect(page.locator(".explorer [aria-live=polite]")).to_have_text(LAST)
    page.get_by_role("slider").focus()
    press(page, "Highest figure")
    expect(page.locator(".explorer [aria-live=polite]")).to_have_text(FIRST)


def test_a_button_pressed_at_the_end_is_heard_again(page: Page) -> None:
    told = page.locator(".explorer [aria-live=polite] p")
    press(page, "Lowest figure")
    expect(told).to_have_text(LAST)
    told.evaluate("one => { one.id = 'told-before'; }")
    press(page, "Next figure")
    expect(told).to_have_text(LAST)
    assert page.locator("#told-before").count() == 0


def test_a_figure_stands_once_in_what_is_read(page: Page) -> None:
    assert FIRST not in page.locator(".explorer").aria_snapshot().replace(f'slider "Figure": {FIRST}', "")
    expect(page.locator(".explorer-shown")).to_have_text(FIRST)


def test_sound_is_only_made_when_asked_for_and_escape_stops_it(page: Page) -> None:
    assert page.get_by_role("button", name="Stop the sound").count() == 0
    press(page, "Play as sound")
    stop = page.get_by_role("button", name="Stop the sound")
    expect(stop).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Play as sound")).to_be_visible()


def test_moving_moves_no_focus(page: Page) -> None:
    press(page, "Next figure")
    expect(page.get_by_role("button", name="Next figure")).to_be_focused()


def test_without_javascript_nothing_is_missing(browser: Browser, root: str) -> None:
    with looking(browser, root + ADDRESS, Mode(javascript=False)) as look:
        assert not look.page.get_by_role("slider").is_visible()
        assert look.page.get_by_role("table").is_visible()
