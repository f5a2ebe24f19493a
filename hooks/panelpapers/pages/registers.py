"""The registers of decisions and of recommendations, and matters with all that was done about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..facts.actions import Action
from ..facts.business import matters_of
from ..facts.dossier import Dossier
from ..facts.recommendations import answers
from ..facts.rows import every_minute, grouped, in_time, planned
from ..facts.votes import Vote, vote_on
from ..records.meeting import date_of
from ..records.minutes import Minute, Resolution
from ..records.publication import Records
from ..words import format as say
from ..words.bodies import holders
from . import addresses
from .bodies import Whose, all_bodies, whose_lists
from .entries import latest, within, years_of
from .figures import Figure
from .rendering import Renderer
from .sections import SECTION_NAMES
from .site import HOME, Link, Page

MATTERS = Link("Matters", addresses.MATTERS)


def matter_pages(dossier: Dossier, renderer: Renderer, figures: Mapping[str, Figure]) -> Iterator[Page]:
    """Give the index of matters, and the page of each with everything that was done about it."""
    records, connections = dossier.records, dossier.connections
    known, taken = list(records.matters), decisions(records, dossier.actions)
    given = {"known": known, "by_matter": connections.by_matter, "section_names": SECTION_NAMES}
    html = renderer.html("matters", addresses.MATTERS, **given)
    summary = "Everything that comes back from meeting to meeting, with all its agenda items and minutes."
    yield Page(addresses.MATTERS, "Matters", summary, html, (HOME,), kind=None)
    for matter_id in known:
        yield from _matter(dossier, matter_id, taken, renderer, figures)


def _matter(
    dossier: Dossier, matter_id: str, taken: Decisions, renderer: Renderer, figures: Mapping[str, Figure]
) -> Iterator[Page]:
    """Give the page of a matter, and where it comes back too often for one page, that of each of its years."""
    records, matter, at = dossier.records, dossier.records.matters[matter_id], addresses.matter(matter_id)
    business = dossier.connections.by_matter.get(matter_id, ())
    decided = [decision for decision in taken if matter_id in decision.matters]
    votes = [vote for vote in dossier.votes if matter_id in vote.matters]
    actions = [action for action in dossier.actions if matter_id in action.matters]
    years = years_of(business)
    html = renderer.html(
        "matter",
        at,
        id=matter_id,
        matter=matter,
        business=latest(business, years, last_first=False),
        decisions=latest(decided, years),
        votes=latest(votes, years),
        actions=latest(actions, years, last_first=False),
        indicators={
            indicator_id: indicator
            for indicator_id, indicator in records.indicators.items()
            if matter_id in indicator.matter
        },
        figures=figures,
        planned=[row for row in planned(records) if row.meeting and matter_id in row.matter],
        years=years,
        year=None,
    )
    summary = f"{matter.title}: every agenda item, minute and decision."
    yield Page(at, matter.title, summary, html, (HOME, MATTERS))
    for year in years:
        html = renderer.html(
            "matter",
            addresses.matter_in(matter_id, year),
            id=matter_id,
            matter=matter,
            business=within(business, year),
            decisions=within(decided, year),
            votes=within(votes, year),
            actions=within(actions, year),
            indicators={},
            figures=figures,
            planned=[],
            years=[other for other in years if other != year],
            year=year,
        )
        trail = (HOME, MATTERS, Link(matter.title, at))
        title = f"{matter.title} in {year}"
        yield Page(addresses.matter_in(matter_id, year), title, summary, html, trail, kind=None)


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


Decisions = Sequence[Decision]


def decisions(records: Records, derived: tuple[Action, ...]) -> list[Decision]:
    """Give every resolution of every meeting, the latest meeting first."""
    by_source = {id(action.source): action for action in derived}
    return [
        Decision(meeting_id, minute, resolution, by_source.get(id(resolution)))
        for meeting_id, minute in in_time(records, every_minute(records), latest_first=True)
        for resolution in minute.resolutions
    ]


def decision_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the decisions of all, and those of each body where there are several."""
    taken = decisions(dossier.records, dossier.actions)
    for whose in whose_lists(dossier.records, renderer.today):
        yield from _decision_pages(dossier, whose, taken, renderer)


def _decision_pages(dossier: Dossier, whose: Whose, taken: list[Decision], renderer: Renderer) -> Iterator[Page]:
    """Give the register of one body or of all, the decisions of each year, and with all those of each meeting.

    The register shows the newest year only: it stays of one size, while the archive behind it grows.
    """
    own = [decision for decision in taken if whose.holds(decision.meeting_id)]
    by_year = grouped((date_of(decision.meeting_id).year, decision) for decision in own)
    if own or whose.body is None:
        yield _register(dossier, whose, by_year, renderer)
    for year, of_year in by_year.items():
        yield _year(whose, year, of_year, list(by_year), renderer)
    if whose.body is None:
        for meeting_id, of_meeting in grouped((decision.meeting_id, decision) for decision in own).items():
            yield _meeting(meeting_id, of_meeting, renderer)


def _register(dossier: Dossier, whose: Whose, by_year: Mapping[int, Decisions], renderer: Renderer) -> Page:
    newest, title, at = next(iter(by_year), None), whose.titled(DECISIONS.text), f"{whose.at}{addresses.DECISIONS}"
    matters = {matter_id for taken in by_year.values() for decision in taken for matter_id in decision.matters}
    html = renderer.html(
        "decisions",
        at,
        whose=whose,
        title=title,
        decisions=by_year[newest] if newest else [],
        newest=newest,
        counts=[(year, len(group)) for year, group in by_year.items()],
        matters_with=[matter_id for matter_id in dossier.records.matters if matter_id in matters],
        votes=[vote for vote in dossier.votes if whose.holds(vote.meeting_id)],
    )
    about = " and about every matter" if matters else ""
    told = f"and what became of it, with the decisions of every year{about}."
    summary = f"What {whose.said} resolved, {told}"
    return Page(at, title, summary, html, whose.trail, kind=None)


def _year(whose: Whose, year: int, taken: Decisions, years: list[int], renderer: Renderer) -> Page:
    at, title = f"{whose.at}{addresses.decisions_in(year)}", whose.titled(f"Decisions in {year}")
    html = renderer.html("decisions-of-year", at, whose=whose, title=title, year=year, decisions=taken, years=years)
    summary = f"Every resolution of {whose.said} in {year}, and what became of it."
    return Page(at, title, summary, html, (*whose.trail, whose.link(DECISIONS)), kind=None)


def _meeting(meeting_id: str, taken: Decisions, renderer: Renderer) -> Page:
    records = renderer.records
    at, when = addresses.decisions_of(meeting_id), records.day_of(meeting_id)
    day = say.day(when)
    html = renderer.html("decisions-of-meeting", at, meeting_id=meeting_id, decisions=taken, year=when.year)
    summary = f"What {holders(meeting_id, records, renderer.today)} resolved on {day}."
    return Page(at, f"Decisions of {day}", summary, html, (HOME, DECISIONS), kind="Decision", meeting=when)


def recommendation_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the register of recommendations."""
    at = addresses.RECOMMENDATIONS
    law = dossier.records.regime_on(renderer.today).answers
    title = f"Recommendations to {law.owed_by}" if law else "Recommendations"
    answered = answers(dossier.records, renderer.today)
    html = renderer.html("recommendations", at, answers=answered, title=title, law=law)
    to, by = (f" to {law.owed_by}", law.owed_by) if law else ("", "others")
    summary = f"What {all_bodies(dossier.records, renderer.today).said} recommended{to}, and what {by} answered."
    yield Page(at, title, summary, html, (HOME,))
