"""The home page: what is coming and how to take part, what was decided, what is owed, what got better or worse."""

from __future__ import annotations

from ..facts.dossier import Dossier
from ..words import dates as date_words
from ..words import plan as plan_words
from . import addresses
from .rendering import Renderer
from .site import Page


def home_page(dossier: Dossier, renderer: Renderer) -> Page:
    """Give the passage that follows the hand-written words of the home page."""
    records, news = dossier.records, dossier.news
    html = renderer.html(
        "home",
        addresses.HOME,
        news=news,
        deadline=dossier.dates[news.coming].question_deadline if news.coming else None,
        last_agenda=max(records.agendas, default=None),
        last_minutes=max(records.minutes, default=None),
        owed=[one for one in dossier.actions if one.owed],
        records=records,
        date_words=date_words,
        plan_words=plan_words,
    )
    name = records.panel.name if records.panel else ""
    summary = f"Meetings, decisions and figures of {name}, in plain words."
    return Page(addresses.HOME, name, summary, html, added=True, kind=None)
