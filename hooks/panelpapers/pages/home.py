"""The home page: what is coming and how to take part, what was decided, what is owed, what got better or worse."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from ..facts.dossier import Dossier
from ..facts.meetings import took_place
from ..facts.members import office_holders
from ..facts.news import months_without_papers, next_of, subjects
from ..facts.news import news as news_on
from ..facts.rows import grouped, minutes_at
from ..facts.targets import Standing
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .bodies import each_body
from .figures import Figure
from .rendering import Renderer
from .sections import has_decisions
from .site import Page


def home_before(records: Records, renderer: Renderer) -> Page:
    """Give the home page of a day on which nothing had been told yet: the only page of its site."""
    return _page(records, renderer.html("home-before", addresses.HOME))


def home_page(dossier: Dossier, renderer: Renderer, figures: Mapping[str, Figure]) -> Page:
    """Give the passage that follows the hand-written words of the home page."""
    records, today = dossier.records, renderer.today
    news = news_on(dossier.told, today, dossier.actions, dossier.figures)
    last_minutes = max(records.minutes, key=records.moment, default=None)
    latest = dossier.told.latest_papers
    held = (meeting for meeting in records.meetings if took_place(records, meeting, today))
    html = renderer.html(
        "home",
        addresses.HOME,
        news=news,
        months=months_without_papers(dossier.told, today),
        deadline=dossier.dates[news.coming].question_deadline if news.coming else None,
        last_held=max(held, key=records.moment, default=None),
        last_agenda=max(records.agendas, key=records.moment, default=None),
        last_minutes=last_minutes,
        decided=[made for minute in minutes_at(records, last_minutes or "") for made in minute.resolutions],
        owed=[action for action in dossier.actions if action.standing == "owed"],
        figures=figures,
        aimed=[name for name, figure in figures.items() if figure.facts.all(Standing)],
        offices=office_holders(dossier.memberships[records.own].seats_on(today), today),
        published=records.agendas[latest[1]].published if latest and latest[1] in records.agendas else None,
        every=[(whose, next_of(whose.meetings, records, today)) for whose in each_body(records, today)],
        subjects=grouped((subject.way, subject) for subject in subjects(records, dossier.citations, news)),
    )
    return _page(records, html)


def _page(records: Records, html: Markup) -> Page:
    name = records.panel.name if records.panel else ""
    of_each = {"meetings": records.meetings, "decisions": has_decisions(records), "figures": records.indicators}
    held = say.listed([kind for kind, some in of_each.items() if some]) or "papers"
    summary = f"{name}: {held} in plain words."
    return Page(addresses.HOME, name, summary, html, added=True, kind=None)
