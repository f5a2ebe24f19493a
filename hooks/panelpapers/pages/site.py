"""What a site is made of, as data: pages, files, and passages added to pages that people write by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from markupsafe import Markup

Kind = Literal["Meeting", "Agenda", "Minutes", "Paper", "Figure", "Decision", "Action", "Plan", "Other"]
"""The kinds of page by which a search can be narrowed, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its text, which makes sense alone, and the address on this site."""

    text: str
    address: str


HOME = Link("Home", "")
"""The link with which every trail begins."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page. ``title`` is unique on the site; ``summary`` is one sentence for search engines and previews.

    ``trail`` leads from the home page to the page above this one. ``added`` marks a passage that is put after the
    text of a hand-written page with the same address.

    ``kind`` and ``meeting``, the day of the meeting that a page belongs to, are what a search is narrowed by. A page
    without a kind is not found by searching: it is a list of what other pages say in full.
    """

    address: str
    title: str
    summary: str
    html: Markup
    trail: tuple[Link, ...] = ()
    added: bool = False
    kind: Kind | None = "Other"
    meeting: date | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that is not a page: a chart, a table as CSV, a calendar."""

    address: str
    content: bytes


@dataclass(frozen=True)
class Site:
    """The whole site. Each address is there once."""

    pages: dict[str, Page]
    files: dict[str, File]


class AddressTwice(ValueError):  # noqa: N818 - said as people say it
    """Two parts of the site want the same address."""


def assemble(parts: Iterable[Page | File]) -> Site:
    """Put pages and files together; raise ``AddressTwice`` when two of them have the same address."""
    site = Site({}, {})
    for part in parts:
        shelf: dict[str, Page] | dict[str, File] = site.pages if isinstance(part, Page) else site.files
        if part.address in shelf:
            raise AddressTwice(f"Two pages or files have the address {part.address}")
        shelf[part.address] = part  # type: ignore[assignment]
    return site
