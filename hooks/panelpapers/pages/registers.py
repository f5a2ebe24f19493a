"""The registers: every decision, every action, and every matter with all that was done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from ..facts.actions import Action, Standing
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
        by_standing={
            standing: [action for action in derived if action.standing == standing] for standing in get_args(Standing)
        },
    )
    summary = "What is still to be done, who owes it, and what became of what was resolved, promised or offered."
    return Page(addresses.ACTIONS, "Actions", summary, html, (HOME,), kind="Action")


def _matter_pages(
    dossier: Dossier, taken: list[Decision], figures: Mapping[str, Figure], renderer: Renderer
) -> Iterator[Page]:
    records, connections = dossier.records, dossier.connections
    known = list(records.matters)
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
