"""Every kind of page, in every mode: what an engine can tell, and what the browser says of it."""

from __future__ import annotations

import pytest

from tests.browser.axe import axe
from tests.browser.kinds import MODES, looks
from tests.browser.looking import Look, see_as

pytestmark = pytest.mark.browser


@looks("light", "phone", "no JavaScript")
def test_page_loads_quietly(look: Look) -> None:
    assert not look.complaints, "\n".join(look.complaints)


@looks()
def test_page_does_not_scroll_sideways(look: Look) -> None:
    found = look.ask("sideways")
    assert not found, "\n".join(found)


@looks()
def test_page_loses_no_text(look: Look) -> None:
    found = look.ask("lostText")
    assert not found, "\n".join(found)


@looks(*(name for name, mode in MODES.items() if mode.judged != "nothing"))
def test_engine_finds_no_barrier(look: Look) -> None:
    found = axe(look).violations
    assert not found, "\n".join(found)


@looks("light")
def test_other_colours_and_less_motion_show_the_same(look: Look) -> None:
    """So what an engine finds in light mode, but for the colours, it would find in these too."""
    seen = look.ask("seen")
    differing = []
    for name in ("dark", "more contrast", "forced colours", "reduced motion"):
        see_as(look.page, MODES[name])
        differing += [name] if look.ask("seen") != seen else []
    see_as(look.page, look.mode)
    assert len(seen) > 20
    assert differing == []


@looks("light", "dark", "more contrast", "print")
def test_engine_can_tell_every_contrast(look: Look) -> None:
    """In narrow windows it cannot, where part of a wide table is out of sight; the colours there are the same."""
    found = [doubt for doubt in axe(look).undecided if doubt.startswith("color-contrast")]
    assert not found, "\n".join(found)
