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
    built_for: date,
    title: str,
    description: str,
    trail: Sequence[Link] = (),
    found_as: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Give the context of the frame of one page.

    ``trail`` leads from the home page to the page above; ``found_as`` is what a search finds the page as, if it does.
    """
    return {
        "panel": panel,
        "built_for": built_for,
        "built_for_words": say.day(built_for),
        "title": title if title == panel.name else f"{title} – {panel.name}",
        "description": description,
        "policy": policy,
        "trail": trail,
        "found_as": found_as or {},
    }
