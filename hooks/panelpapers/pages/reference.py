"""What the guide for editors looks up: every field of every form, from the records' own descriptions."""

from __future__ import annotations

from ..records.forms import FORMS, fields_in_words, records_of
from .rendering import Renderer
from .site import Link, Page

FIELDS = "editors/fields/"
PROBLEMS = "editors/problems/"
GUIDE = Link("Guide for editors", "editors/")


def fields_page(renderer: Renderer, trail: tuple[Link, ...]) -> Page:
    """Give the page that lists every field of every form."""
    forms = [(form, [(record, list(fields_in_words(record))) for record in records_of(form)]) for form in FORMS]
    html = renderer.html("fields", FIELDS, forms=forms)
    summary = "Every field of every form: what it takes, and whether it is required."
    return Page(FIELDS, "Every field of every form", summary, html, (*trail, GUIDE))
