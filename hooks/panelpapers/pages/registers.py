"""The registers: every decision, every action, and every matter with all that was done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..facts.actions import Action
from ..facts.dossier import Dossier
from . import addresses
from .decisions import Decision, decision_pages, decisions
from .figures import Figure
from .rendering import Renderer
from .site import HOME, Link, Page

MATTERS = Link("Matters", addresses.MATTERS)


def register_pages(dossier: Dossier, renderer: Renderer, figures: Mapping[str, Figure]) -> Iterator[Page]:
    """Give the registers of decisions, actions and matters."""
    records, derived = dossier.records, dossier.actions
    taken = decisions(records, derived)
    yield from decision_pages(records, taken, renderer)
    yield _actions_page(derived, renderer)
    yield from _matter_pages(dossier, taken, figures, renderer)


def _actions_page(derived: tuple[Action, ...], renderer: Renderer) -> Page:
    html = renderer.html(
        "actions",
        addresses.ACTIONS,
        owed=[action for action in derived if action.owed],
        closed=[action for action in derived if not action.owed],
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
    yield Page(addresses.MATTERS, "Matters", summary, html, (HOME,), kind=None)
    for matter_id in known:
        matter, at = records.matters[matter_id], addresses.matter(matter_id)
        html = renderer.html(
            "matter",
            at,
            matter=matter,
            business=connections.by_matter.get(matter_id, ()),
            decisions=[decision for decision in taken if decision.minute.matter == matter_id],
            actions=[action for action in dossier.actions if action.minute.matter == matter_id],
            indicators={
                indicator_id: indicator
                for indicator_id, indicator in records.indicators.items()
                if indicator.matter == matter_id
            },
            figures=figures,
        )
        yield Page(
            at, matter.title, f"{matter.title}: every agenda item, minute and decision.", html, (HOME, MATTERS)
        )
