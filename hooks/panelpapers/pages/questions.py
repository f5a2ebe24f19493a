"""The page of questions from the public: how to ask one in time, and what was asked and answered."""

from __future__ import annotations

from ..facts.dossier import Dossier
from ..facts.questions import opportunities, questions_asked
from ..words import questions as words
from . import addresses
from .rendering import Renderer
from .site import HOME, Page


def questions_page(dossier: Dossier, renderer: Renderer) -> Page:
    """Give the page as it is on the day of the site."""
    records, today = dossier.records, renderer.today
    rule = records.panel.question_rule if records.panel else None
    matter = rule.matter if rule else None
    html = renderer.html(
        "questions",
        addresses.QUESTIONS,
        opportunities=opportunities(records, dossier.dates, today),
        asked=questions_asked(records, today),
        business=dossier.connections.by_matter.get(matter or "", ()),
        matter=matter,
        records=records,
        words=words,
    )
    summary = "How to ask the panel a question, by when, and what was asked and answered."
    return Page(addresses.QUESTIONS, "Questions from the public", summary, html, (HOME,))
