"""What stands at an old address: a page that leads to the new one at once, a copy of a file, or a word on a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from . import policy
from .addresses import page_of, place_of
from .renamings import Lead
from .rendering import Renderer
from .site import CopiedFile, File, Site, assemble

FOR_HOSTS: Final = "_redirects"
"""The file in which Netlify and Cloudflare look for old addresses; other hosts need only the pages."""


def with_redirects(site: Site, led: Collection[Lead], names: Mapping[str, str], renderer: Renderer) -> Site:
    """Give a site with everything that leads from old addresses to new ones, which works without a program.

    Raises ``AddressTwice`` where something is made at an old address already.
    ``names`` are the places that have a name of their own, by address: ``Minute 921 of 17 November 2025: ...``.
    """
    pages, files, places = dict(site.pages), list[File | CopiedFile](), defaultdict(list)
    for lead in sorted(led, key=lambda lead: lead.was):
        page, place = page_of(lead.was), place_of(lead.was)
        title = names.get(lead.now) or _title(site, lead.now)
        if not page.endswith("/"):
            files.append(replace(site.files[lead.now], address=page))
        elif not place:
            html = renderer.html("renamed", page, title=title, lead=lead, policy=policy)
            files.append(File(f"{page}index.html", html.encode("utf-8")))
        elif page in pages:
            places[page].append((place, title, lead))
    for page, several in places.items():  # a last part says where places of the page are now, under their old ids
        word = renderer.html("moved-places", page, moved=several)
        pages[page] = replace(pages[page], text=pages[page].html + word)
    if lines := _for_hosts(led):
        files.append(File(FOR_HOSTS, lines.encode("ascii"), for_hosts=True))
    made = assemble((*pages.values(), *site.files.values(), *files))
    return replace(site, pages=made.pages, files=made.files)


def _title(site: Site, address: str) -> str:
    page, place = site.pages.get(page_of(address)), place_of(address)
    title = page.title if page else f"/{page_of(address)}"
    return f"{title}: {place.replace('-', ' ')}" if place else title


def _for_hosts(led: Collection[Lead]) -> str:
    """Give a line for each page and file: a host sees no place on a page, and a browser takes it along.

    What means something in such a line, such as a space, ``*`` or ``:``, is written as its number.
    """
    whole = sorted(
        (quote(lead.was), quote(lead.now, safe="/#")) for lead in led if "#" not in lead.was and not lead.secret
    )
    return "".join(f"/{was} /{now} 301\n" for was, now in whole)
