"""The register of actions: what is still to be done, what became of all else, and the actions of each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..facts.actions import Action, changed_last
from ..facts.dossier import Dossier
from ..facts.rows import grouped
from ..records.meeting import date_of
from . import addresses
from .bodies import Whose, whose_lists
from .entries import shown
from .rendering import Renderer
from .site import Link, Page

ACTIONS = Link("Actions", addresses.ACTIONS)


def action_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the actions of all, and of each body where there are several: the register, and those of each year."""
    for whose in whose_lists(dossier.records, renderer.today):
        own = [action for action in dossier.actions if whose.holds(action.meeting_id)]
        if own or whose.body is None:
            yield _register(dossier, whose, own, renderer)
        for year, of_year in _by_year(own).items():
            yield _year(whose, year, of_year, own, renderer)


def _by_year(own: Sequence[Action]) -> dict[int, tuple[Action, ...]]:
    return grouped((date_of(action.meeting_id).year, action) for action in reversed(own))


def _register(dossier: Dossier, whose: Whose, own: Sequence[Action], renderer: Renderer) -> Page:
    title, at = whose.titled(ACTIONS.text), f"{whose.at}{addresses.ACTIONS}"
    made = grouped((action.standing, action) for action in own)
    entries = renderer.entries
    few = {
        standing: shown(actions, [entries.action(action.id) for action in actions], at)
        for standing, actions in made.items()
    }
    last, changed = changed_last(own)
    html = renderer.html(
        "actions",
        at,
        whose=whose,
        title=title,
        by_standing={standing: actions for standing, (actions, _) in few.items()},
        left_out={standing: number for standing, (_, number) in few.items()},
        counts=[(year, len(actions)) for year, actions in _by_year(own).items()],
        put_off=any(whose.holds(entry.meeting_id) for entry in dossier.deferrals),
        last=last,
        changed=changed,
        year=None,
    )
    summary = "What is still to be done, who owes it, and what became of what was resolved, promised or offered."
    return Page(at, title, summary, html, whose.trail, kind="Action" if whose.body is None else None)


def _year(whose: Whose, year: int, of_year: Sequence[Action], own: Sequence[Action], renderer: Renderer) -> Page:
    title, at = whose.titled(f"Actions of {year}"), f"{whose.at}{addresses.actions_in(year)}"
    html = renderer.html(
        "actions",
        at,
        whose=whose,
        title=title,
        by_standing=grouped((action.standing, action) for action in reversed(of_year)),
        left_out={},
        counts=[(other, len(actions)) for other, actions in _by_year(own).items() if other != year],
        put_off=False,
        last=None,
        changed={},
        year=year,
    )
    summary = f"What was resolved, promised or offered in {year} that somebody should do, and what became of it."
    trail = (*whose.trail, whose.link(ACTIONS))
    return Page(at, title, summary, html, trail, kind="Action" if whose.body is None else None)
