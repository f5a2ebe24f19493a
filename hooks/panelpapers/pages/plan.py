"""The pages of promises and plans: the plan tracker, the work programme, the statutory functions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts.citations import Citations
from ..facts.dossier import Dossier
from ..facts.functions import standing_of_functions
from ..facts.plan import quarters, tracked
from ..facts.programme import by_meeting, moved_away, visits
from ..records.plan import Plan
from ..records.programme import WorkProgramme
from ..records.publication import Records
from . import addresses
from .rendering import Renderer
from .site import HOME, Page


def plan_pages(dossier: Dossier, renderer: Renderer) -> Iterator[Page]:
    """Give the plan tracker, the work programme and the statutory functions; a page without data says so."""
    records, today = dossier.records, renderer.today
    if records.plan:
        yield _tracker(records.plan, dossier.citations, renderer)
    else:
        yield _nothing(addresses.PLAN, "The plan", "No plan is tracked on this site.", renderer)
    if records.programme:
        yield _programme(records.programme, today, renderer)
    else:
        yield _nothing(addresses.WORK_PROGRAMME, "Work programme", "No work programme is on this site.", renderer)
    yield _functions(records, today, renderer)


def _nothing(at: str, title: str, sentence: str, renderer: Renderer) -> Page:
    return Page(at, title, sentence, renderer.html("nothing", at, title=title, sentence=sentence), (HOME,))


def _tracker(plan: Plan, citations: Citations, renderer: Renderer) -> Page:
    rows = tracked(plan)
    html = renderer.html(
        "plan",
        addresses.PLAN,
        plan=plan,
        changed=[row for row in rows if row.move in ("better", "worse")],
        unchanged=[row for row in rows if row.move not in ("better", "worse")],
        quarters=quarters(plan),
        cited=citations.by_commitment,
    )
    summary = f"{plan.title}: every commitment, how it was rated each quarter, and what changed."
    return Page(addresses.PLAN, f"{plan.title}: tracker", summary, html, (HOME,), kind="Plan")


def _programme(programme: WorkProgramme, today: date, renderer: Renderer) -> Page:
    html = renderer.html(
        "work-programme",
        addresses.WORK_PROGRAMME,
        programme=programme,
        meetings=by_meeting(programme),
        visits=visits(programme),
        moved_away=moved_away(programme),
        today=today,
    )
    summary = f"What the {renderer.body} plans to do at each meeting, and the topics that wait for one."
    return Page(addresses.WORK_PROGRAMME, programme.title, summary, html, (HOME,))


def _functions(records: Records, today: date, renderer: Renderer) -> Page:
    html = renderer.html("functions", addresses.FUNCTIONS, standing=standing_of_functions(records, today))
    summary = f"What the law asks of the {renderer.body}, when it was last done and when it is planned."
    return Page(addresses.FUNCTIONS, f"What the law asks of the {renderer.body}", summary, html, (HOME,))
