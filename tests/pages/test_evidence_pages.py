"""What a page concludes links the records that it rests on, and what an editor judged is marked as the editor's."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.pages import addresses
from panelpapers.pages.actions import action_pages
from panelpapers.pages.figures import Figure
from panelpapers.pages.registers import decision_pages, matter_pages
from panelpapers.pages.rendering import Renderer
from tests.first_publication import TODAY, first_publication
from tests.pages.reading_pages import words
from tests.river_valley import TEMPLATES


class NoFigures(dict[str, Figure]):
    """Stands for the figures where the page that is asked for shows none."""


@cache
def pages() -> dict[str, str]:
    """Give the registers of the first publication, without the figures of its matters."""
    records = replace(first_publication(), indicators={})
    renderer = Renderer(TEMPLATES, records, TODAY)
    dossier = Dossier(records)
    made = (*decision_pages(dossier, renderer), *action_pages(dossier, renderer))
    return {page.address: str(page.html) for page in (*made, *matter_pages(dossier, renderer, NoFigures()))}


def row(action: str) -> str:
    found = re.search(rf'<td id="action-{action}">.*?</tr>', pages()[addresses.actions_in(int(action[:4]))], re.S)
    assert found
    return found[0]


def test_a_matter_knows_the_decisions_of_minutes_about_something_else() -> None:
    told = pages()[addresses.matter("data-presentation-working-group")]
    for place in (
        addresses.minute("2025-11-17", "921-ii"),
        addresses.agenda_item("2026-01-05", "9"),
        addresses.paper("2026-01-05", "working-group-terms-of-reference"),
        f"{addresses.paper('2026-01-05', 'work-programme-report')}#recommendation-v",
    ):
        assert f'href="../../{place}"' in told
    assert "Decisions" in words(told)


def test_a_matter_that_is_only_planned_has_nothing_that_happened() -> None:
    told = words(pages()[addresses.matter("policing-precept")])
    assert "What happened, in order of time" not in told
    assert "Decisions" not in told
    assert "In the work programme Proposed policing precept 2026 and budget, for 2 February 2026" in told


def test_an_outcome_that_is_an_editors_view_has_its_reason() -> None:
    told = words(row("2025-11-17-921-iv"))
    assert "says. Done as resolved, in the editor's view of the action tracker of 5 January 2026" in told
    assert "In the editor's view: done as resolved. The reason: The tracker says that" in told


def test_a_status_links_the_item_of_the_tracker() -> None:
    assert f'href="../../{addresses.agenda_item("2026-01-05", "6")}"' in row("2025-11-17-921-ii")


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("2025-11-17-923-ii", "Why this owner, in the editor's view The resolution names nobody."),
        (
            "2025-11-17-921-officers-at-local-meetings",
            "Promised, as the editor reads the minute: “committed",
        ),
        ("2025-11-17-921-retail-roundtables", "Offered, as the editor reads the minute: “offered"),
        ("2025-11-17-922-operation-snap-filtering", "Could be provided, as the editor reads the minute"),
        (
            "2025-11-17-923-iii",
            "Not reported on since 17 November 2025, when it was made. No action tracker on this site mentions it",
        ),
    ],
)
def test_who_owes_and_how_firmly_is_told_as_it_is_known(action: str, said: str) -> None:
    assert said in words(row(action))


def test_what_was_offered_is_not_among_what_is_to_be_done() -> None:
    told = words(pages()[addresses.ACTIONS])
    assert "What is still to be done: 7" in told
    assert "An outcome is told, and no minute has closed it: 1" in told
    assert "Offered in answers, and not promised: 3" in told
    assert "owed to the panel" not in told.lower()
