"""The pages of promises and plans: the plan tracker, the work programme, the statutory functions."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts.dossier import Dossier
from ..facts.plan import quarters, tracked
from ..facts.programme import by_meeting, moved_away, standing_of_functions, visits
from . import addresses
from .rendering import Renderer
from .site import HOME, Page


def plan_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the plan tracker, if a plan is tracked."""
    plan, cited = dossier.records.plan, dossier.citations.by_commitment
    if plan is None:
        return
    rows = tracked(plan)
    html = renderer.html(
        "plan",
        addresses.PLAN,
        plan=plan,
        changed=[row for row in rows if row.move in ("better", "worse")],
        unchanged=[row for row in rows if row.move not in ("better", "worse")],
        quarters=quarters(plan),
        cited=cited,
    )
    summary = f"{plan.title}: every commitment, how it was rated each quarter, and what changed."
    yield Page(addresses.PLAN, f"{plan.title}: tracker", summary, html, (HOME,), kind="Plan")


def programme_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the work programme, if there is one."""
    programme = dossier.records.programme
    if programme is None:
        return
    html = renderer.html(
        "work-programme",
        addresses.WORK_PROGRAMME,
        programme=programme,
        meetings=by_meeting(dossier.records),
        visits=visits(programme),
        moved_away=moved_away(dossier.records),
        today=renderer.today,
    )
    summary = f"What {renderer.own} plans to do at each meeting, and the topics that wait for one."
    yield Page(addresses.WORK_PROGRAMME, programme.title, summary, html, (HOME,))


def function_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the statutory functions, with what is known of when each was done and is planned."""
    standing = standing_of_functions(dossier.records, renderer.today)
    html = renderer.html("functions", addresses.FUNCTIONS, standing=standing, own_body=renderer.own)
    summary = f"What the law asks of {renderer.own}, when it was last done and when it is planned."
    yield Page(addresses.FUNCTIONS, f"What the law asks of {renderer.own}", summary, html, (HOME,))
