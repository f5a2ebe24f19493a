"""How many plain links every page, and every place on a page, is away from the home page."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote, urljoin, urlsplit

from tests.html.crawl import Page

HOME = "index.html"


def steps_from_home(
    pages: Collection[Page], *, footers: bool = True, without: Collection[str] = ()
) -> dict[str, int]:
    """Give each address that a link leads to, with the number of links on the shortest way from the home page.

    An address is that of a page, as ``minutes/index.html``, or of a place on it, with its id. Forms are no links.
    ``footers`` says whether the links of footers are followed; those on the pages ``without`` are not.
    """
    by_address = {page.address: page for page in pages}
    steps, waiting = {HOME: 0}, deque([HOME])
    while waiting:
        here = waiting.popleft()
        for there in _links(by_address[here], footers=footers) if here not in without else ():
            page = there.partition("#")[0]
            if page in by_address and page not in steps:
                steps[page] = steps[here] + 1
                waiting.append(page)
            steps.setdefault(there, steps[here] + 1)
    return steps


def steps_to(address: str, steps: Mapping[str, int]) -> int | None:
    """Give the steps to an address; to a place to which no link leads, those to its page; none where none leads."""
    return steps.get(address, steps.get(address.partition("#")[0]))


def _links(page: Page, *, footers: bool) -> Iterator[str]:
    """Give the addresses on this site to which the links of a page lead."""
    left_out = () if footers else page.links_of_footer
    for link in page.links:
        if urlsplit(link).scheme or (link in left_out and page.links.count(link) == left_out.count(link)):
            continue
        yield as_file(unquote(urljoin(f"/{page.address}", link)[1:]))


def as_file(address: str) -> str:
    """Give an address with the file that a page is in: ``minutes/#minute-9`` is ``minutes/index.html#minute-9``."""
    path, mark, place = address.partition("#")
    return f"{path}{'index.html' if path.endswith('/') or not path else ''}{mark}{place}"
