"""Every kind of page by keyboard alone."""

from __future__ import annotations

import pytest

from tests.browser.keyboard import wrong_on_the_way, wrong_with_skip_link
from tests.browser.kinds import WITH_SCRIPTS, looks
from tests.browser.looking import Look

pytestmark = pytest.mark.browser


@looks("light")
def test_each_stop_is_seen_and_in_order(look: Look) -> None:
    found = wrong_on_the_way(look)
    assert not found, "\n".join(found)


@looks("phone", kinds=WITH_SCRIPTS)
def test_nobody_is_trapped_on_a_phone(look: Look) -> None:
    found = wrong_on_the_way(look)
    assert not found, "\n".join(found)


@looks("dark", "forced colours", "phone", "400% zoom")
def test_each_stop_is_seen_in_other_ways(look: Look) -> None:
    """The order is that of the source, which only a script could change; a walk in light mode shows that it is."""
    found = look.ask("wrongAtStops")
    assert not found, "\n".join(found)


@looks("light", "phone", "no JavaScript")
def test_skip_link_comes_first_and_leads_to_main(look: Look) -> None:
    with look.changing():
        found = wrong_with_skip_link(look)
    assert not found, "\n".join(found)
