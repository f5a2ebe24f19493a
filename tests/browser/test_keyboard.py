"""Every kind of page by keyboard alone."""

from __future__ import annotations

import pytest

from tests.browser.keyboard import wrong_on_the_way, wrong_with_skip_link
from tests.browser.kinds import looks
from tests.browser.looking import Look

pytestmark = pytest.mark.browser


@looks("light", "phone", "400% zoom")
def test_each_stop_is_seen_and_in_order(look: Look) -> None:
    with look.changing():
        found = wrong_on_the_way(look)
    assert not found, "\n".join(found)


@looks("dark", "forced colours")
def test_each_stop_is_seen_in_other_colours(look: Look) -> None:
    """The order is that of the light mode, which shows the same (test_every_mode)."""
    with look.changing():
        found = look.ask("wrongAtStops")
    assert not found, "\n".join(found)


@looks("light", "phone", "no JavaScript")
def test_skip_link_comes_first_and_leads_to_main(look: Look) -> None:
    with look.changing():
        found = wrong_with_skip_link(look)
    assert not found, "\n".join(found)
