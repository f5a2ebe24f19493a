"""What the guide for editors looks up: every field of every form, and every problem that the check can tell."""

from __future__ import annotations

from ..reading.codes import reading_codes
from ..records.forms import FORMS, fields_in_words
from ..records.walk import kinds_within
from ..rules import rule_codes
from . import addresses
from .rendering import Renderer
from .site import HOME, Link, Page

GUIDE = Link("Guide for editors", addresses.EDITORS)


def reference_pages(renderer: Renderer) -> tuple[Page, Page]:
    """Give the page of all fields and the page of all problems."""
    forms = [
        (form, [(record, list(fields_in_words(record))) for record in kinds_within(form.record)]) for form in FORMS
    ]
    fields = Page(
        addresses.FIELDS,
        "Every field of every form",
        "Every field of every form: what it takes, and whether it is required.",
        renderer.html("fields", addresses.FIELDS, forms=forms),
        (HOME, GUIDE),
        kind=None,
    )
    codes = sorted((*reading_codes(), *rule_codes()), key=lambda code: code.code)
    problems = Page(
        addresses.PROBLEMS,
        "Every problem that the check can tell",
        "Every problem that the check can tell: what it means, and an example of the right way.",
        renderer.html("problems", addresses.PROBLEMS, codes=codes),
        (HOME, GUIDE),
        kind=None,
    )
    return fields, problems
