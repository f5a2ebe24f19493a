"""A site that is closed: it needs no server and no search, and one more page hands over what is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from ..facts.dossier import Dossier
from ..facts.handover import handover
from ..words import format as say
from . import addresses
from .build import told_by
from .rendering import Renderer
from .search import lists_page
from .sections import Section
from .site import HOME, Page, Site

OPEN_BUSINESS = Section(addresses.HANDOVER, "Open business handed over", lambda _: True, "foot")


def closed(site: Site, public: Dossier, templates: Path, home: str) -> Site:
    """Give a site as it is closed: lists in place of the search, and the open business by owner and successor.

    ``public`` holds what may be published, from which the site was made for its day. A site of which nothing had been
    told by then has only its home page, and stays so.
    """
    if site.alone:
        return replace(site, closed=True)
    dossier = told_by(public, site.made_on, frozenset())
    sections = (*site.sections, OPEN_BUSINESS)
    there = frozenset(section.address for section in sections)
    renderer = Renderer(templates, dossier.records, site.made_on, there, home)
    with say.writing(site.regime.forms):
        pages = {page.address: page for page in (lists_page(dossier.records, renderer), _handover(dossier, renderer))}
    dated = site.dated | {addresses.HANDOVER}
    return replace(site, pages={**site.pages, **pages}, sections=sections, dated=dated, closed=True)


def _handover(dossier: Dossier, renderer: Renderer) -> Page:
    every = handover(dossier, date.fromordinal(renderer.today.toordinal()))
    html = renderer.html("handover", addresses.HANDOVER, every=every, count=sum(owned.count for owned in every))
    return Page(addresses.HANDOVER, OPEN_BUSINESS.name, "All that is open, by owner and successor.", html, (HOME,))
