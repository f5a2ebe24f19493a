"""The registers: decisions, actions, matters with all that was done about them, recommendations and questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from ..facts.actions import Action, Standing
from ..facts.business import matters_of
from ..facts.dossier import Dossier
from ..facts.questions import opportunities, questions_asked
from ..facts.recommendations import answers
from ..facts.votes import Vote, vote_on
from ..records.meeting import date_of
from ..records.minutes import Minute, Resolution
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .figures import Figure
from .rendering import Renderer
from .site import HOME, Link, Page

MATTERS = Link("Matters", addresses.MATTERS)


def action_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the register of actions."""
    html = renderer.html(
        "actions",
        addresses.ACTIONS,
        by_standing={
            standing: [action for action in dossier.actions if action.standing == standing]
            for standing in get_args(Standing)
        },
        put_off=dossier.deferrals,
    )
    summary = "What is still to be done, who owes it, and what became of what was resolved, promised or offered."
    yield Page(addresses.ACTIONS, "Actions", summary, html, (HOME,), kind="Action")


def interest_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the register of interests that were declared."""
    html = renderer.html("interests", addresses.INTERESTS, known=dossier.interests)
    summary = "Which interests were declared at meetings, by whom, and what they then did."
    yield Page(addresses.INTERESTS, "Interests declared", summary, html, (HOME,), kind=None)


def matter_pages(dossier: Dossier, renderer: Renderer, figures: Mapping[str, Figure]) -> Iterator[Page]:
    """Give the index of matters, and the page of each with everything that was done about it."""
    records, connections = dossier.records, dossier.connections
    known, taken = list(records.matters), decisions(records, dossier.actions)
    programme = records.programme.items if records.programme else []
    html = renderer.html("matters", addresses.MATTERS, known=known, by_matter=connections.by_matter)
    summary = "Everything that comes back from meeting to meeting, with all its agenda items and minutes."
    yield Page(addresses.MATTERS, "Matters", summary, html, (HOME,), kind=None)
    for matter_id in known:
        matter, at = records.matters[matter_id], addresses.matter(matter_id)
        html = renderer.html(
            "matter",
            at,
            matter=matter,
            business=connections.by_matter.get(matter_id, ()),
            decisions=[decision for decision in taken if matter_id in decision.matters],
            votes=[vote for vote in dossier.votes if matter_id in vote.matters],
            actions=[action for action in dossier.actions if matter_id in action.matters],
            indicators={
                indicator_id: indicator
                for indicator_id, indicator in records.indicators.items()
                if matter_id in indicator.matter
            },
            figures=figures,
            planned=[row for row in programme if row.meeting and matter_id in row.matter],
        )
        yield Page(
            at, matter.title, f"{matter.title}: every agenda item, minute and decision.", html, (HOME, MATTERS)
        )


DECISIONS = Link("Decisions", addresses.DECISIONS)


@dataclass(frozen=True, slots=True)
class Decision:
    """A resolution with its minute, and the action that follows from it, if one does."""

    meeting_id: str
    minute: Minute
    resolution: Resolution
    action: Action | None

    @property
    def matters(self) -> tuple[str, ...]:
        """What it is about."""
        return matters_of(self.minute, self.resolution)

    @property
    def vote(self) -> Vote | None:
        """The vote by which it was resolved, if the minutes give one."""
        return vote_on(self.meeting_id, self.minute, self.resolution)


def decisions(records: Records, derived: tuple[Action, ...]) -> list[Decision]:
    """Give every resolution of every meeting, the latest meeting first."""
    by_source = {id(action.source): action for action in derived}
    return [
        Decision(meeting_id, minute, resolution, by_source.get(id(resolution)))
        for meeting_id in sorted(records.minutes, reverse=True)
        for minute in records.minutes[meeting_id].every_minute
        for resolution in minute.resolutions
    ]


def decision_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the register, and the decisions of each year and of each meeting.

    The register shows the newest year only: it stays of one size, while the archive behind it grows.
    """
    taken = decisions(dossier.records, dossier.actions)
    in_years = groupby(taken, key=lambda decision: date_of(decision.meeting_id).year)
    by_year = {year: list(group) for year, group in in_years}
    yield _register(by_year, dossier, renderer)
    for year, of_year in by_year.items():
        yield _year(year, of_year, list(by_year), renderer)
        for meeting_id, group in groupby(of_year, key=lambda decision: decision.meeting_id):
            yield _meeting(meeting_id, list(group), renderer)


def _register(by_year: Mapping[int, list[Decision]], dossier: Dossier, renderer: Renderer) -> Page:
    newest = next(iter(by_year))
    matters = {matter_id for taken in by_year.values() for decision in taken for matter_id in decision.matters}
    html = renderer.html(
        "decisions",
        addresses.DECISIONS,
        decisions=by_year[newest],
        newest=newest,
        counts=[(year, len(group)) for year, group in by_year.items()],
        matters_with=[matter_id for matter_id in dossier.records.matters if matter_id in matters],
        votes=dossier.votes,
    )
    about = " and about every matter" if matters else ""
    told = f"and what became of it, with the decisions of every year{about}."
    summary = f"What the {renderer.body} resolved, {told}"
    return Page(addresses.DECISIONS, "Decisions", summary, html, (HOME,), kind=None)


def _year(year: int, taken: list[Decision], years: list[int], renderer: Renderer) -> Page:
    at = addresses.decisions_in(year)
    html = renderer.html("decisions-of-year", at, year=year, decisions=taken, years=years)
    summary = f"Every resolution of the {renderer.body} in {year}, and what became of it."
    return Page(at, f"Decisions in {year}", summary, html, (HOME, DECISIONS), kind=None)


def _meeting(meeting_id: str, taken: list[Decision], renderer: Renderer) -> Page:
    at, when = addresses.decisions_of(meeting_id), date_of(meeting_id)
    day = say.day(when)
    html = renderer.html("decisions-of-meeting", at, meeting_id=meeting_id, decisions=taken, year=when.year)
    summary = f"What the {renderer.body} resolved on {day}."
    return Page(at, f"Decisions of {day}", summary, html, (HOME, DECISIONS), kind="Decision", meeting=when)


def recommendation_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the register of recommendations."""
    at = addresses.RECOMMENDATIONS
    law = dossier.records.regime_on(renderer.today).answers
    title = f"Recommendations to {law.owed_by}" if law else "Recommendations"
    answered = answers(dossier.records, renderer.today)
    html = renderer.html("recommendations", at, answers=answered, title=title, law=law)
    to, by = (f" to {law.owed_by}", law.owed_by) if law else ("", "others")
    summary = f"What the {renderer.body} recommended{to}, and what {by} answered."
    yield Page(at, title, summary, html, (HOME,))


def question_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
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
    )
    summary = "What the public asked, and what was answered."
    if rule:
        summary = f"How to ask the {renderer.body} a question, by when, and what was asked and answered."
    yield Page(addresses.QUESTIONS, "Questions from the public", summary, html, (HOME,))
