"""The registers: every decision, every action, and every matter with all that was done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..facts.actions import Action
from ..facts.dossier import Dossier
from ..records.meeting import date_of
from ..records.minutes import Minute, Resolution
from ..records.publication import Records
from ..words import format as say
from . import addresses
from .figures import Figure
from .rendering import Renderer
from .site import HOME, Link, Page

DECISIONS = Link("Decisions", addresses.DECISIONS)
MATTERS = Link("Matters", addresses.MATTERS)


@dataclass(frozen=True, slots=True)
class Decision:
    """A resolution with its minute, and the action that follows from it, if one does."""

    meeting_id: str
    minute: Minute
    resolution: Resolution
    action: Action | None


def decisions(records: Records, derived: tuple[Action, ...]) -> list[Decision]:
    """Give every resolution of every meeting, the latest meeting first."""
    by_source = {id(action.source): action for action in derived}
    return [
        Decision(meeting_id, minute, resolution, by_source.get(id(resolution)))
        for meeting_id in sorted(records.minutes, reverse=True)
        for minute in records.minutes[meeting_id].minutes
        for resolution in minute.resolutions
    ]


def register_pages(dossier: Dossier, renderer: Renderer, figures: Mapping[str, Figure]) -> Iterator[Page]:
    """Give the registers of decisions, actions and matters."""
    records, derived = dossier.records, dossier.actions
    taken = decisions(records, derived)
    yield from _decision_pages(records, taken, renderer)
    yield _actions_page(derived, renderer)
    yield from _matter_pages(dossier, taken, figures, renderer)


def _decision_pages(records: Records, taken: list[Decision], renderer: Renderer) -> Iterator[Page]:
    meetings = sorted({one.meeting_id for one in taken}, reverse=True)
    matters = [one for one in records.matters if any(d.minute.matter == one for d in taken)]
    context = {"meetings": meetings, "matters_with": matters}
    html = renderer.html("decisions", addresses.DECISIONS, decisions=taken, of=None, **context)
    summary = "Every resolution of the panel, and what became of it."
    yield Page(addresses.DECISIONS, "Decisions", summary, html, (HOME,), kind=None)
    for meeting_id in meetings:
        at, when = addresses.decisions_of(meeting_id), date_of(meeting_id)
        day = say.day(when)
        only = [one for one in taken if one.meeting_id == meeting_id]
        html = renderer.html("decisions", at, decisions=only, of=meeting_id, **context)
        summary = f"What the panel resolved on {day}."
        yield Page(at, f"Decisions of {day}", summary, html, (HOME, DECISIONS), kind="Decision", meeting=when)


def _actions_page(derived: tuple[Action, ...], renderer: Renderer) -> Page:
    html = renderer.html(
        "actions",
        addresses.ACTIONS,
        owed=[one for one in derived if one.owed],
        closed=[one for one in derived if not one.owed],
    )
    summary = "What is still owed to the panel, who owes it, and what became of what was promised."
    return Page(addresses.ACTIONS, "Actions", summary, html, (HOME,), kind="Action")


def _matter_pages(
    dossier: Dossier, taken: list[Decision], figures: Mapping[str, Figure], renderer: Renderer
) -> Iterator[Page]:
    records, connections = dossier.records, dossier.connections
    known = list(records.matters)
    html = renderer.html("matters", addresses.MATTERS, known=known, by_matter=connections.by_matter)
    summary = "Everything that comes back from meeting to meeting, with all its agenda items and minutes."
    yield Page(addresses.MATTERS, "Matters", summary, html, (HOME,))
    for matter_id in known:
        matter, at = records.matters[matter_id], addresses.matter(matter_id)
        html = renderer.html(
            "matter",
            at,
            matter=matter,
            business=connections.by_matter.get(matter_id, ()),
            decisions=[one for one in taken if one.minute.matter == matter_id],
            actions=[one for one in dossier.actions if one.minute.matter == matter_id],
            indicators={key: one for key, one in records.indicators.items() if one.matter == matter_id},
            figures=figures,
        )
        yield Page(
            at, matter.title, f"{matter.title}: every agenda item, minute and decision.", html, (HOME, MATTERS)
        )
