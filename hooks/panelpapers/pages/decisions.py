"""The register of decisions: those of the newest year in full, a page for each year and one for each meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..facts.actions import Action
from ..facts.business import matters_of
from ..records.meeting import date_of
from ..records.minutes import Minute, Resolution
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .rendering import Renderer
from .site import HOME, Link, Page

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
    def year(self) -> int:
        """The year of its meeting."""
        return date_of(self.meeting_id).year


def decisions(records: Records, derived: tuple[Action, ...]) -> list[Decision]:
    """Give every resolution of every meeting, the latest meeting first."""
    by_source = {id(action.source): action for action in derived}
    return [
        Decision(meeting_id, minute, resolution, by_source.get(id(resolution)))
        for meeting_id in sorted(records.minutes, reverse=True)
        for minute in records.minutes[meeting_id].minutes
        for resolution in minute.resolutions
    ]


def decision_pages(records: Records, taken: list[Decision], renderer: Renderer) -> Iterator[Page]:
    """Give the register, and the decisions of each year and of each meeting.

    The register shows the newest year only: it stays of one size, while the archive behind it grows.
    """
    by_year = {year: list(group) for year, group in groupby(taken, key=lambda decision: decision.year)}
    matters = {matter_id for decision in taken for matter_id in decision.matters}
    yield _register(by_year, [matter_id for matter_id in records.matters if matter_id in matters], renderer)
    for year, of_year in by_year.items():
        yield _year(year, of_year, list(by_year), renderer)
        for meeting_id, group in groupby(of_year, key=lambda decision: decision.meeting_id):
            yield _meeting(meeting_id, list(group), renderer)


def _register(by_year: Mapping[int, list[Decision]], matters: list[str], renderer: Renderer) -> Page:
    newest = next(iter(by_year), None)
    html = renderer.html(
        "decisions",
        addresses.DECISIONS,
        decisions=by_year[newest] if newest else [],
        newest=newest,
        counts=[(year, len(group)) for year, group in by_year.items()],
        matters_with=matters,
    )
    summary = (
        "What the panel resolved, and what became of it, with the decisions of every year and about every matter."
    )
    return Page(addresses.DECISIONS, "Decisions", summary, html, (HOME,), kind=None)


def _year(year: int, taken: list[Decision], years: list[int], renderer: Renderer) -> Page:
    at = addresses.decisions_in(year)
    html = renderer.html("decisions-of-year", at, year=year, decisions=taken, years=years)
    summary = f"Every resolution of the panel in {year}, and what became of it."
    return Page(at, f"Decisions in {year}", summary, html, (HOME, DECISIONS), kind=None)


def _meeting(meeting_id: str, taken: list[Decision], renderer: Renderer) -> Page:
    at, when = addresses.decisions_of(meeting_id), date_of(meeting_id)
    day = say.day(when)
    html = renderer.html("decisions-of-meeting", at, meeting_id=meeting_id, decisions=taken, year=when.year)
    summary = f"What the panel resolved on {day}."
    return Page(at, f"Decisions of {day}", summary, html, (HOME, DECISIONS), kind="Decision", meeting=when)
