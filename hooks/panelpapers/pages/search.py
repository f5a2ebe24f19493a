"""What finds things: the search page, and what a search finds a page as."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from ..facts.members import has_members
from ..records.language import (
    language_of,
)
from ..records.publication import Records
from ..records.regime import Forms
from ..words import format as say
from . import addresses
from .rendering import Renderer
from .site import HELP, HOME, File, Page, PageKind


def titled(records: Records) -> list[str]:
    """Give the kinds of what has a title on the site of some records, in words; pages, if there is no other."""
    kinds = {
        "matter": records.matters,
        "meeting": records.meetings,
        "paper": records.papers,
        "figure": records.indicators,
        "member": has_members(records),
        "commitment": records.plan,
    }
    return [kind for kind, some in kinds.items() if some] or ["page"]


def search_page(parts: Sequence[Page | File], examples: Sequence[str], records: Records, renderer: Renderer) -> Page:
    """Give the search page for a site that has these pages: only kinds and years that it has are offered.

    ``examples`` are references of this site, to show what can be typed.
    """
    pages = [part for part in parts if isinstance(part, Page)]
    html = renderer.html(
        "search",
        addresses.SEARCH,
        kinds=[kind for kind in get_args(PageKind) if kind != HELP and any(page.kind == kind for page in pages)],
        years=sorted({page.meeting.year for page in pages if page.meeting}, reverse=True),
        held_by=sorted({name for page in pages if page.meeting for name in page.meeting.bodies}),
        examples=examples,
        month_first=records.regime_on(renderer.today).forms.date == "month day, year",
        help=HELP,
        titles=[f"{kind}s" for kind in titled(records)],
    )
    summary = "Find a word, a minute, a paragraph or a decision anywhere on this site."
    return Page(addresses.SEARCH, "Search", summary, html, (HOME,), kind=None)


def lists_page(records: Records, renderer: Renderer) -> Page:
    """Give what stands in the place of the search page where a site is read from a folder: lists of every page."""
    html = renderer.html("lists", addresses.SEARCH, titles=[f"{kind}s" for kind in titled(records)])
    return Page(addresses.SEARCH, "Search", "Lists that lead to every page of this site.", html, (HOME,), kind=None)


_OF_HELP: Final = (addresses.EDITORS, addresses.HOW_TO_USE)


def found_as(page: Page | None, title: str, forms: Forms, address: str = "") -> dict[str, str]:
    """Give what a page is found as: title, kind, and day and year of its meeting; nothing when it is not searched.

    If its title is all in another language, that is given too. ``forms`` says how days are written: a page is framed
    when the site is made already.

    A page that people write by hand has no ``Page`` and is of the kind Other, unless its ``address`` is one of help.
    """
    kind = page.kind if page else HELP if address.startswith(_OF_HELP) else "Other"
    if kind is None:
        return {}
    found = {"title": title, "kind": kind}
    if language := language_of(title):
        found["language"] = language
    if page and page.meeting:
        with say.writing(forms):
            found |= {"meeting": say.day(page.meeting), "year": str(page.meeting.year)}
        found |= {f"body-{number}": name for number, name in enumerate(page.meeting.bodies, 1)}
    return found
