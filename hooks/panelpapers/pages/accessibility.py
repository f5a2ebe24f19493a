"""The accessibility statement, and the report of the last audit under it."""

from __future__ import annotations

from ..facts.accessibility import pictures_in_words
from ..facts.dossier import Dossier
from . import addresses
from .rendering import Renderer
from .site import HOME, Link, Page

STATEMENT = Link("Accessibility statement", addresses.ACCESSIBILITY)


def accessibility_pages(dossier: Dossier, renderer: Renderer) -> tuple[Page, Page]:
    """Give the statement and the report. Both are made for every panel, and say plainly what is not known."""
    records = dossier.records
    statement = renderer.html(
        "accessibility",
        addresses.ACCESSIBILITY,
        statement=records.accessibility,
        standing=dossier.standing,
        pictures=pictures_in_words(records),
        audit=records.audit,
    )
    summary = "How accessible this site is, what is not, how it was tested, and how to tell of a barrier."
    audit = renderer.html("audit", addresses.ACCESSIBILITY_AUDIT, audit=records.audit)
    report = "What automatic checkers found on every page of this site: date, tools, versions, pages and results."
    return (
        Page(addresses.ACCESSIBILITY, STATEMENT.text, summary, statement, (HOME,)),
        Page(addresses.ACCESSIBILITY_AUDIT, "Audit of accessibility", report, audit, (HOME, STATEMENT)),
    )
