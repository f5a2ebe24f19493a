"""The whole site: a pure function from records and a day to pages and files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..facts.business import Connections
from ..facts.citations import Citations
from ..records.publication import Records
from .home import home_page
from .indicators import indicator_pages
from .meetings import HOME, meeting_pages
from .members import member_pages
from .papers import paper_pages
from .plan import plan_pages
from .reference import fields_page
from .registers import register_pages
from .rendering import Renderer
from .site import Site, assemble

__all__ = ["HOME", "build"]


def build(records: Records, today: date, templates: Path) -> Site:
    """Make every page and file of the site as it is on the day ``today``, with the templates of a folder."""
    renderer = Renderer(templates, records, today)
    connections, citations = Connections(records), Citations(records)
    return assemble(
        [
            home_page(records, today, renderer),
            *meeting_pages(records, today, connections, citations, renderer),
            *paper_pages(records, citations, renderer),
            *register_pages(records, today, connections, renderer),
            *plan_pages(records, today, citations, renderer),
            *member_pages(records, today, renderer),
            *indicator_pages(records, citations, renderer),
            fields_page(renderer, (HOME,)),
        ]
    )
