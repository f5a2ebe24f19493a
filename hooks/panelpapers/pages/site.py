"""What a site is made of, as data: pages, files, and passages added to pages that people write by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
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


class FileChanged(OSError):  # noqa: N818 - said as people say it
    """A file is not any more what was looked through."""


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A file that is copied bit for bit from where it lies, so that no site holds the bytes of all its files.

    ``sha256`` is of the bytes that were looked through.
    """

    address: str
    source: Path
    sha256: str

    @property
    def content(self) -> bytes:
        """Read the file. Raises ``OSError`` if it cannot be read, ``FileChanged`` if it was changed meanwhile."""
        data = self.source.read_bytes()
        if sha256(data).hexdigest() != self.sha256:
            raise FileChanged(f"{self.source} was changed while the site was made.")
        return data


@dataclass(frozen=True)
class Site:
    """The whole site. Each address is there once."""

    pages: dict[str, Page]
    files: dict[str, File | CopiedFile]


class AddressTwice(ValueError):  # noqa: N818 - said as people say it
    """Two parts of the site want the same address."""


def assemble(parts: Iterable[Page | File | CopiedFile]) -> Site:
    """Put pages and files together; raise ``AddressTwice`` when two of them have the same address."""
    site = Site({}, {})
    for part in parts:
        shelf: dict[str, Page] | dict[str, File | CopiedFile] = site.pages if isinstance(part, Page) else site.files
        if part.address in shelf:
            raise AddressTwice(f"Two pages or files have the address {part.address}")
        shelf[part.address] = part  # type: ignore[assignment]
    return site
