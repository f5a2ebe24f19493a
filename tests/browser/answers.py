"""How soon somebody who hears a site, and has a keyboard, finds an answer from its home page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from tests.browser.listening import Heard
from tests.html.crawl import named_links

STOPS, HEADINGS = 20, 3
WORDS = 120
"""What is said in 40 seconds, at 180 words a minute."""

_ROLES = re.compile(r"^(?:link|heading|image|term|definition|cell|columnheader|button|group|time)(?:, |$)")


@dataclass(frozen=True)
class Said:
    """The main part of a page as it is heard: the role of each utterance, and its words without that."""

    roles: Sequence[str]
    words: Sequence[str]

    def of(self, role: str, start: int = 0) -> list[int]:
        """Give where elements of a role are heard, from an utterance on."""
        return [place for place, said in enumerate(self.roles) if said == role and place >= start]

    def heard_from(self, place: int) -> str:
        """Give what is heard from an utterance on, as long as somebody listens."""
        return " ".join(" ".join(self.words[place:]).split()[:WORDS])


def said(document: Heard) -> Said:
    """Give the main part of a page that was heard."""
    main = next(part for part in document.everything() if part.said == "main")
    heard = list(main.everything())[1:]
    words = [re.sub(r", level \d$", "", _ROLES.sub("", part.said)) for part in heard]
    silent = ("list", "listitem", "paragraph", "table", "row", "rowgroup", "region", "navigation")
    told = ["" if part.role in silent else text for part, text in zip(heard, words, strict=True)]
    return Said([part.role for part in heard], told)


def listened(folder: Path, hear_page: Callable[[str], Said]) -> Iterator[str]:
    """Give what somebody hears, for 40 seconds each, from wherever few stops or headings lead them from home."""
    home = hear_page("")
    links = dict(named_links(folder / "index.html"))
    yield home.heard_from(0)
    yield from (home.heard_from(place) for place in home.of("heading")[:HEADINGS])
    for stops, place in enumerate(home.of("link")[: STOPS - 1], start=2):  # the first skips to the main part
        yield home.heard_from(max(place - 3, 0))  # with the question before it
        address, fragment = urldefrag(urljoin("/", links.get(home.words[place], "mailto:")))
        if fragment and address.startswith("/"):  # what leads to an answer, and not to a page
            yield from _beyond(folder, hear_page, address[1:], fragment, STOPS - stops)


def _beyond(folder: Path, hear_page: Callable[[str], Said], address: str, fragment: str, left: int) -> Iterator[str]:
    """Give the same from where a link leads: a page, or the heading of a place on it."""
    page = hear_page(address)
    start = 0
    if fragment:
        html = (folder / address / "index.html").read_text(encoding="utf-8")
        heading = re.search(rf'<h\d[^>]* id="{fragment}"[^>]*>(.*?)</h', html, re.DOTALL)
        name = " ".join(unescape(re.sub("<[^>]+>", "", heading[1])).split()) if heading else ""
        start = next((place for place in page.of("heading") if page.words[place] == name), 0)
    yield page.heard_from(start)
    yield from (page.heard_from(place) for place in page.of("link", start)[:left])
