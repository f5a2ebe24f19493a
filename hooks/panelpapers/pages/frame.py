"""What the frame of a page is given: ``theme_overrides/main.html`` puts it around the text of every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from ..records.language import language_of, unmarked
from ..records.panel import Panel
from . import addresses, policy
from .linked import block
from .site import Link, Site

NOT_HERE: Final = ("This page is not here", "The address may have been typed wrongly.")
"""Title and summary of the page for an address that does not exist."""


def frame(
    panel: Panel,
    site: Site,
    address: str,
    title: str,
    description: str,
    trail: Sequence[Link] = (),
    found_as: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Give the context of the frame of the page at an address. Only one whose words depend on the day carries it.

    ``trail`` leads from the home page to the page above; ``found_as`` is what a search finds the page as, if it does.
    """
    whole = f"{title}" if unmarked(title) == unmarked(panel.name) else f"{title} – {panel.name}"
    return {
        "panel": panel,
        "at": address,
        "explains": (*panel.explains, *site.regime.explains),
        "face": _face(address, site),
        "made_on": (site.made_on.isoformat(), site.made_on_words) if address in site.dated else None,
        "alone": site.alone,
        "closed": site.closed,
        "history": site.histories.get(address, ()),
        "ended": unmarked(site.ended),
        "sections": site.sections,
        "feed": addresses.FEED in site.files,
        "language": site.language,
        "title": unmarked(whole),
        "name": unmarked(title),
        "title_language": language_of(whole),
        "description": unmarked(description),
        "policy": policy,
        "trail": trail,
        "forms_of": partial(site.packs.of, address),
        "linked": block(site.linked.get(address, ""), title, address, trail, site.home),
        "locale": site.language.replace("-", "_") if "-" in site.language else "",
        "dates": site.dates.get(address),
        "found_as": {name: unmarked(value) for name, value in (found_as or {}).items() if not site.closed},
    }


def _face(address: str, site: Site) -> str:
    """Name the kind of a page as the style sheet does: ``home``, ``meeting`` or ``figure``, for most ``other``."""
    if address.endswith(addresses.POSTER):
        return "poster"
    page = site.pages.get(address)
    kind = page.kind if page else None
    return "home" if address == "" else (kind or "other").lower()
