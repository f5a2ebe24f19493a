"""What the frame of a page is given: ``theme_overrides/main.html`` puts it around the text of every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..records.panel import Panel
from ..words import format as say
from . import policy
from .site import Link


def frame(
    panel: Panel,
    made_on: date | None,
    title: str,
    description: str,
    trail: Sequence[Link] = (),
    found_as: Mapping[str, str] | None = None,
    *,
    alone: bool = False,
) -> dict[str, object]:
    """Give the context of the frame of one page.

    ``made_on`` is the day on which it was made, if its words depend on that. ``alone``: there is no other page.
    ``trail`` leads from the home page to the page above; ``found_as`` is what a search finds the page as, if it does.
    """
    return {
        "panel": panel,
        "made_on": made_on,
        "made_on_words": say.day(made_on) if made_on else "",
        "alone": alone,
        "title": title if title == panel.name else f"{title} – {panel.name}",
        "description": description,
        "policy": policy,
        "trail": trail,
        "found_as": found_as or {},
    }
