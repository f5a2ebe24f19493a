"""The search page, and what a page is marked with so that a search can find it and be narrowed to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from ..words import format as say
from . import addresses
from .rendering import Renderer
from .site import HOME, File, Page, PageKind


def search_page(parts: Sequence[Page | File], examples: Sequence[str], renderer: Renderer) -> Page:
    """Give the search page for a site that has these pages: only kinds and years that it has are offered.

    ``examples`` are references of this site, to show what can be typed.
    """
    pages = [part for part in parts if isinstance(part, Page)]
    html = renderer.html(
        "search",
        addresses.SEARCH,
        kinds=[kind for kind in get_args(PageKind) if any(page.kind == kind for page in pages)],
        years=sorted({page.meeting.year for page in pages if page.meeting}, reverse=True),
        examples=examples,
    )
    summary = "Find a word, a minute, a paragraph or a decision anywhere on this site."
    return Page(addresses.SEARCH, "Search", summary, html, (HOME,), kind=None)


def found_as(page: Page | None, title: str) -> dict[str, str]:
    """Give what a page is found as: title, kind, and day and year of its meeting; nothing when it is not searched.

    A page that people write by hand has no ``Page`` and is of the kind Other.
    """
    if page is None:
        return {"title": title, "kind": "Other"}
    if page.kind is None:
        return {}
    found = {"title": title, "kind": page.kind}
    if page.meeting:
        found |= {"meeting": say.day(page.meeting), "year": str(page.meeting.year)}
    return found
