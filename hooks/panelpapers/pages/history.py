"""What pages say of when they were published and changed: from records, and from Git if asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import urljoin

from ..facts.changed import history_of
from ..facts.dossier import Dossier
from ..reading.git_dates import Kept
from ..records.language import unmarked
from ..words import changed as words
from ..words import format as say
from .listed import address_of, kept_back, texts_of
from .site import Page, Site

_WHOLE: Final = re.compile(r"(meetings/[^/]+/)whole/")
_TO_A_DOCUMENT: Final = re.compile(r' href="([^":#]*(?:agenda|minutes|papers/[^"/:#]+|indicators/[^"/:#]+)/)[#"]')


def histories(told: Dossier, site: Site) -> dict[str, tuple[str, ...]]:
    """Give the sentences of each page of a document, and of each that leads to some, by its address.

    ``told`` holds what may be published and had been told by the day of the site.
    """
    every = ((address_of((family, key)), (family, key)) for family, key, _ in told.records.every())
    known = {
        address: history_of(told, document, site.made_on)
        for address, document in every
        if address in site.pages and document[0] in ("agendas", "minutes", "papers", "indicators")
    }
    days = {address: day for address, history in known.items() if (day := history.last or history.published)}
    found = {address: tuple(words.told(history)) for address, history in known.items()}
    for address, page in site.pages.items():
        whole = _WHOLE.fullmatch(address)
        held = {at for at in days if at.startswith(whole[1])} if whole else _led_to(page) & days.keys()
        if address not in found and held:
            last = max(days[at] for at in held)
            names = [unmarked(site.pages[at].title) for at in sorted(held) if days[at] == last]
            found[address] = (words.gathered(names, last, here=bool(whole)),)
    return found


def _led_to(page: Page) -> set[str]:
    """Give the addresses of documents to which a page leads, as far as their form tells."""
    at = f"/{page.address}"
    return {urljoin(at, link)[1:] for link in {*_TO_A_DOCUMENT.findall(page.html)}}


def with_git(site: Site, as_typed: Dossier, kept: Mapping[str, Kept], data: str) -> Site:
    """Give a site whose pages of documents say as well when Git keeps a change of their file.

    ``kept`` has the days by the paths of files in the data folder, and ``data`` is that folder as it is shown.
    Nothing is said of a document that was removed, or of which a part is kept back: not even that it was changed.
    """
    hidden = kept_back(as_typed.records)
    texts = texts_of(as_typed.public.on(site.made_on).records)
    found = dict(site.histories)
    with say.writing(site.regime.forms):
        for family, key, record in as_typed.public.records.every():
            address = address_of((family, key))
            days = kept.get(record.at().file.removeprefix(f"{data}/"))
            if address in found and address in texts and address not in hidden and days:
                found[address] = (*found[address], words.kept(days.first, days.last))
    return replace(site, histories=found)
