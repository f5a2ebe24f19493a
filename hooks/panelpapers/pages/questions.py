"""Questions from the public: how to ask one, and what was asked in each year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..facts.dossier import Dossier
from ..facts.questions import QuestionsAt, opportunities, questions_asked
from ..facts.rows import grouped
from ..records.meeting import date_of
from ..records.panel import QuestionRule
from . import addresses
from .addresses import page_of
from .bodies import all_bodies, each_body
from .places import years_of_questions
from .rendering import Renderer
from .site import HOME, Link, Page

QUESTIONS = Link("Questions from the public", addresses.QUESTIONS)

LATEST: Final = 20
"""How many meetings the page shows, and how many agenda items and minutes: years and matters have all."""


def question_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give how to ask a question as it is on the day of the site, and the questions of each year."""
    records, today = dossier.records, renderer.today
    asked = questions_asked(records, today)
    yield _register(dossier, asked, renderer)
    by_year = grouped((date_of(at.meeting_id).year, at) for at in asked)
    counts = _counts(dossier)
    for year, _ in counts:
        title, at = f"Questions from the public in {year}", addresses.questions_in(year)
        others = [(other, count) for other, count in counts if other != year]
        html = renderer.html("questions-of-year", at, title=title, year=year, asked=by_year[year], counts=others)
        yield Page(at, title, f"What the public asked in {year}, and what was answered.", html, (HOME, QUESTIONS))


def _register(dossier: Dossier, asked: tuple[QuestionsAt, ...], renderer: Renderer) -> Page:
    records, today = dossier.records, renderer.today
    rules: dict[QuestionRule, list[str]] = {}
    for whose in (*each_body(records, today),) or (all_bodies(records, today),):
        body = whose.described if whose.leads or whose.body is None else None
        if body and not body.ended(today) and (rule := body.question_rule):
            rules.setdefault(rule, []).append(whose.name)
    matters = dict.fromkeys(rule.matter for rule in rules if rule.matter)
    business = dossier.connections.by_matter
    early = [at for at in asked if any(_stands_here(at, question.id, renderer) for question in at.questions)]
    html = renderer.html(
        "questions",
        addresses.QUESTIONS,
        opportunities=opportunities(records, dossier.dates, today),
        early=early,
        latest=[at for at in asked if at not in early][:LATEST],
        counts=_counts(dossier),
        business=[(matter, business[matter][-LATEST:]) for matter in matters if matter in business],
        rules=rules,
    )
    summary = "What the public asked, and what was answered."
    if rules:
        said = all_bodies(records, today).said
        summary = f"How to ask {said} a question, by when, and what was asked and answered."
    return Page(addresses.QUESTIONS, QUESTIONS.text, summary, html, (HOME,))


def _counts(dossier: Dossier) -> list[tuple[int, int]]:
    """Give each year that has a page with the number of its questions, the last first."""
    records = dossier.records
    asked = grouped((date_of(at).year, len(records.minutes[at].questions)) for at in dossier.records.minutes)
    return [(year, sum(asked[year])) for year in sorted(years_of_questions(records), reverse=True)]


def _stands_here(at: QuestionsAt, question_id: str, renderer: Renderer) -> bool:
    return page_of(renderer.entries.question(at.meeting_id, question_id)) == addresses.QUESTIONS
