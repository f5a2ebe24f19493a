"""Every kind of page for readers who set their own spacing, touch, ask for rest, print, or follow a broken link."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import MODES, looks
from tests.browser.looking import Look, looking
from tests.browser.paper import addresses_lost, printed, words_lost

pytestmark = pytest.mark.browser

# The distances that WCAG 2.2 names in 1.4.12.
OWN_SPACING = """() => {
  const own = new CSSStyleSheet();  // as a browser adds it; one within the page would be refused by our policy
  own.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
  `);
  document.adoptedStyleSheets = [own];
}"""


ON_PAPER = ("home", "meeting", "agenda", "decisions", "plan", "indicator", "members", "questions", "how to use")
"""Kinds of page that are printed: those with lists, tables, charts, facts and what is folded up."""


@looks("light", "phone")
def test_own_text_spacing_loses_nothing(look: Look) -> None:
    look.page.evaluate(OWN_SPACING)
    found = look.ask("lostText") + look.ask("sideways")
    look.page.evaluate("document.adoptedStyleSheets = []")
    assert not found, "\n".join(found)


@looks("light", "phone")
def test_targets_are_large_enough(look: Look) -> None:
    found = look.ask("smallTargets")
    assert not found, "\n".join(found)


@looks("light", "phone")
def test_lines_are_of_a_length_to_read(look: Look) -> None:
    found = look.ask("lineLengths")
    assert not found, "\n".join(found)


@looks("phone", "400% zoom")
def test_most_of_the_screen_is_for_the_page(look: Look) -> None:
    found = look.ask("tallMasthead")
    assert not found, "\n".join(found)


@looks("phone")
def test_a_table_that_goes_on_says_so_and_its_caption_stays(look: Look) -> None:
    found = look.ask("movingCaptions")
    assert not found, "\n".join(found)


@looks("reduced motion")
def test_nothing_moves_for_readers_who_ask_for_rest(look: Look) -> None:
    found = look.ask("motion")
    assert not found, "\n".join(found)


NARROW = """async (images) => {
  const isNarrow = (drawn) => !drawn || drawn.endsWith("-narrow.svg");
  const narrow = () => images.map((image) => image.currentSrc).filter(isNarrow);
  // The other drawing takes the place of the one that was shown when it is loaded.
  for (let frame = 0; frame < 600 && narrow().length; frame += 1) await new Promise(requestAnimationFrame);
  return narrow();
}"""


@looks("print")
def test_nothing_covers_the_printed_page(look: Look) -> None:
    found = look.ask("fixedThings")
    assert not found, "\n".join(found)
    # A sheet is narrower than the screens that get the narrow drawing, and has room for the wide one.
    assert look.page.eval_on_selector_all("figure picture img", NARROW) == []


@looks("print", kinds=ON_PAPER)
def test_paper_has_the_words_of_the_page(look: Look) -> None:
    """All of them, in order, none lost where a sheet ends. The last sheet holds more than a line or two."""
    whole = printed(look)
    assert len(whole.sheets[-1].strip().splitlines()) >= 4
    assert "Address of this page: /" in whole.sheets[0] or "Address of this page: http" in whole.sheets[0]
    with look.changing():
        assert addresses_lost(look) == []
        assert words_lost(look) == []


def test_broken_link_deep_in_the_site_shows_our_own_page(browser: Browser, root: str) -> None:
    with looking(browser, f"{root}meetings/2001-01-01/minutes/", MODES["light"]) as look:
        heading = look.page.get_by_role("heading", level=1).inner_text()
        links = look.page.eval_on_selector_all("a[href]", "links => links.map((link) => link.href)")
    assert heading == "This page is not here"
    above = f"{root}meetings/2001-01-01/"  # the page asks whether that is there, and the browser tells that it is not
    told = (f"answer 404: {above}", "console error: Failed to load resource: ")
    assert [complaint for complaint in look.complaints if not complaint.startswith(told)] == []
    assert root in links
