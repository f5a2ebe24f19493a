"""What tests of pages share: the words of a page as they are read out, and where its links lead."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from urllib.parse import urljoin

from panelpapers.pages.layout import laid_out
from panelpapers.pages.site import Site
from tests.river_valley import river_valley, site_of


@cache
def small_site() -> Site:
    """Give the site of the small panel, built once."""
    return site_of(river_valley())


def words(html: str) -> str:
    """Give the words of some HTML, each stretch of white space as one space."""
    spaced = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    return re.sub(r" ([.,;:])", r"\1", spaced)


def part(html: str, heading: str) -> str:
    """Give the words from a heading to the next heading of the same rank or a higher one."""
    found = re.search(rf"<h([1-6])[^>]*>{re.escape(heading)}</h\1>", html)
    assert found, f"There is no heading: {heading}"
    rest = html[found.end() :]
    end = re.search(rf"<h[1-{found[1]}]\b", rest)
    return words(rest[: end.start()] if end else rest)


def links(site: Site, address: str) -> dict[str, str]:
    """Give the links of a page, its contents first: their words, and the address on the site that each leads to."""
    html = str(site.pages[address].html)
    contents = [
        (f"#{entry.place}", str(entry.words)) for entry in laid_out(html, address).contents if entry.place in html
    ]
    found = re.findall(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return {words(text): _on_site(target, address) for target, text in (*contents, *found)}


def _on_site(target: str, address: str) -> str:
    return urljoin(f"https://site/{address}", unescape(target)).removeprefix("https://site/")


def leads_somewhere(site: Site, address: str) -> bool:
    """Whether an address is a page of the site, and its id, if it has one, stands on that page."""
    path, _, fragment = address.partition("#")
    page = site.pages.get(path)
    return page is not None and (not fragment or f'id="{fragment}"' in page.html)
