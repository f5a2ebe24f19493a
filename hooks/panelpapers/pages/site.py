"""What a site is made of, as data: pages, files, and passages added to pages that people write by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from io import SEEK_END
from pathlib import Path
from tempfile import SpooledTemporaryFile, gettempdir
from typing import Final, Literal
from weakref import finalize

from markupsafe import Markup

from ..records.language import ENGLISH, unmarked
from ..records.meeting import MeetingDay
from ..records.regime import NOTHING_STATED, Regime
from .claims import AddressTwice, Claim, Maker, refuse_clashes
from .packs import NOTHING_KEPT, Packs
from .sections import Section

PageKind = Literal["Meeting", "Agenda", "Minutes", "Paper", "Figure", "Decision", "Action", "Plan", "Other", "Help"]
"""The kinds of page by which a search can be narrowed, in the order in which they are offered."""

HELP: Final[PageKind] = "Help"
"""The kind of pages about the site itself and how to make one: a search leaves them out until it is asked to look."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its text, which makes sense alone, and the address on this site."""

    text: str
    address: str


_PLACES: Final = re.compile(r'<[a-z][^<>]* id="([^"]+)"')

HOME = Link("Home", "")
"""The link with which every trail begins."""

OF_THE_FRAME: Final = ("main", "page-contents", "page-words", "page-history", "site-menu", "site-search")
"""Places that the frame has on every page."""

FEW_TEXTS: Final = 4_000_000
"""Bytes of texts that are kept in memory."""


class Shelf:
    """Where the texts of pages stand, in memory while they are few, and else on disk: a site may have very many."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(FEW_TEXTS)  # noqa: SIM115 - it is open as long as anybody has a text of it
        finalize(self, self._file.close)

    def put(self, page: Page) -> Page:
        """Give a page whose text stands here. Raises ``OSError`` when the disk fails."""
        content = page.html.encode("utf-8")
        with _naming_the_disk():
            self._file.seek(0, SEEK_END)
            place = self._file.tell()
            self._file.write(content)
        return replace(page, text=Shelved(self, place, len(content)))

    def read(self, place: int, length: int) -> Markup:
        """Give the text that begins at a place and has so many bytes. Raises ``OSError`` when the disk fails."""
        with _naming_the_disk():
            self._file.seek(place)
            return Markup(self._file.read(length).decode("utf-8"))  # noqa: S704 - as it was put here


@contextmanager
def _naming_the_disk() -> Iterator[None]:
    """Say of what a disk refuses that it is in the folder for temporary files, which may be on another disk."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, error.filename or gettempdir()) from error


@dataclass(frozen=True, slots=True)
class Shelved:
    """Where the text of a page stands."""

    shelf: Shelf
    place: int
    length: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page. ``title`` is unique on the site; ``summary`` is one sentence for search engines and previews.

    ``text`` is its HTML, or where that stands.

    ``trail`` leads from the home page to the page above this one. ``added`` marks a passage that is put after the
    text of a hand-written page with the same address.

    ``kind`` and ``meeting``, the day of the meeting that a page belongs to, are what a search is narrowed by. A page
    without a kind is not found by searching: it is a list of what other pages say in full.
    """

    address: str
    title: str
    summary: str
    text: Markup | Shelved
    trail: tuple[Link, ...] = ()
    added: bool = False
    kind: PageKind | None = "Other"
    meeting: MeetingDay | None = None

    @property
    def html(self) -> Markup:
        """Its HTML, read anew each time from where it stands."""
        text = self.text
        return text.shelf.read(text.place, text.length) if isinstance(text, Shelved) else text

    @property
    def places(self) -> list[str]:
        """The places on it that a link can lead to: the ids of its elements, in order."""
        return _PLACES.findall(self.html)

    @property
    def name(self) -> str:
        """Its title as plain text, whatever languages it is in."""
        return unmarked(self.title)


@dataclass(frozen=True, slots=True)
class File:
    """A file that is not a page: a chart, a table as CSV, a calendar. ``for_hosts`` marks what a host reads."""

    address: str
    content: bytes
    for_hosts: bool = False


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
    """The whole site. Each address is there once.

    ``made_on`` is the day for which it was made; ``dated`` has the addresses of pages whose words depend on it.
    ``stated`` is the last day by then on which anything on it was told, or the first that it speaks of; ``told_at``
    has that of each document, by the address of its page. ``ended`` says that the body of the site is no more, if
    that is so. ``language`` is that of its own sentences. ``sections`` are those that its records have: links on
    every page lead to them. ``regime`` is that of the day. ``home`` is its whole address, if that is known.
    ``linked`` has what pages are about for programs, and ``dates`` when documents were published and last changed.
    ``closed`` says that it is to be read from a folder, without a server: nothing on it is searched. ``histories``
    has what pages say of when they were published and changed. ``packs`` are files
    to keep that an earlier run made of its pages.
    """

    pages: dict[str, Page]
    files: dict[str, File | CopiedFile]
    made_on: date = date.min
    made_on_words: str = ""
    language: str = ENGLISH
    ended: str = ""
    dated: frozenset[str] = frozenset()
    stated: date = date.min
    told_at: Mapping[str, date] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    regime: Regime = NOTHING_STATED
    home: str = ""
    linked: Mapping[str, str] = field(default_factory=dict)
    dates: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    closed: bool = False
    histories: Mapping[str, Sequence[str]] = field(default_factory=dict)
    packs: Packs = NOTHING_KEPT

    @property
    def alone(self) -> bool:
        """Whether one page is all there is: nothing had been told by then, or it tells what is wrong."""
        return self.pages.keys() <= {""}  # which asks for no page where there are more: each page of the site asks


def assemble(parts: Iterable[Page | File | CopiedFile]) -> Site:
    """Put pages and files together; raise ``AddressTwice`` where two of them would be written to the same place.

    It is raised too where one of them has the place of the theme, of MkDocs, of Pagefind or of the host.
    """
    parts = tuple(parts)
    refuse_clashes(claims_of(parts))
    pages = {part.address: part for part in parts if isinstance(part, Page)}
    return Site(pages, {part.address: part for part in parts if not isinstance(part, Page)})


def refuse_places_twice(site: Site) -> None:
    """Raise ``AddressTwice`` where a page has two places of one name: a link would lead to the first of them only."""
    told = []
    for page in site.pages.values():
        counted = Counter((*OF_THE_FRAME, *page.places))
        twice = ", ".join(f'"{name}"' for name, number in counted.items() if number > 1)
        if twice:
            told.append(f'The page "{page.name}" ({page.address}) has two places called {twice}. Change an id there.')
    if told:
        raise AddressTwice("\n".join(told))


def claims_of(parts: Iterable[Page | File | CopiedFile]) -> Iterator[Claim]:
    """Say where each page and file is written. Files that hosts read follow from no record."""
    for part in parts:
        if isinstance(part, Page):
            yield Claim("the data", f"{part.address}index.html", f'the page "{part.name}"')
        else:
            maker: Maker = "Panel Papers" if isinstance(part, File) and part.for_hosts else "the data"
            yield Claim(maker, part.address, f'the file "{part.address}"')


def placed(site: Site, by_hand: Mapping[str, str], theme: Iterable[str], templates: Iterable[str]) -> list[Page]:
    """Give the pages to be added to what MkDocs has: all but those that are added to a hand-written page there.

    ``by_hand`` has where each file of ``content/`` is written; ``theme`` are the paths of the theme's files, and
    ``templates`` those that MkDocs makes of it. Raises ``AddressTwice`` where two makers want one place.
    """
    written = set(by_hand.values())
    pages = [page for page in site.pages.values() if not (page.added and f"{page.address}index.html" in written)]
    others = [
        *(Claim("content", path, f"content/{source}") for source, path in by_hand.items()),
        *(Claim("the theme", path, "the theme") for path in theme),
        *(Claim("MkDocs", path, "MkDocs") for path in {*templates, "sitemap.xml", "sitemap.xml.gz"}),
    ]
    refuse_clashes((*others, *claims_of((*pages, *site.files.values()))))
    return pages
