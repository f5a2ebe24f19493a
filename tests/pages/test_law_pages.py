"""Pages go by the law of the day that they are about, whatever law the body lives under since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from panelpapers.pages.site import Site
from panelpapers.reading.folder import read_folder
from panelpapers.records.panel import EarlierRegime
from panelpapers.records.publication import Records
from panelpapers.records.regime import Regime
from tests.pages.reading_pages import words
from tests.river_valley import site_of

CHANGED = date(2027, 12, 31)
"""The last day of the law of panels, where it changes."""
SECOND = Path(__file__).parents[1] / "cases" / "second-panel"
BOARD = Regime.model_validate(
    {
        "name": "Transport board",
        "language": "en",
        "zone": "Europe/London",
        "private": {"cited_as": "letter"},
        "answers": {"owed_by": "the operator", "law": "Order 7"},
        "accessibility": {
            "law": "Order 8",
            "called": "the rules",
            "burden": "rule 2",
            "enforced": "Ask the ombudsman.",
        },
    }
)


def second_panel(until: date | None) -> Records:
    """Read the second panel, which since the day after ``until`` is a board with a law of its own."""
    records = read_folder(SECOND).records
    assert records.panel is not None
    earlier = [EarlierRegime(regime=records.panel.regime or "", until=until)] if until else []
    panel = records.panel.model_copy(update={"regime": "board", "earlier_regimes": earlier})
    return replace(records, panel=panel, regimes={"board": BOARD})


@cache
def site(until: date | None) -> Site:
    """Make the site on a day on which it is a board."""
    return site_of(second_panel(until), date(2028, 3, 1))


def told(until: date | None, address: str) -> str:
    return words(str(site(until).pages[address].html))


@pytest.mark.parametrize("until", [CHANGED, None])
def test_a_meeting_keeps_the_law_of_its_own_day(until: date | None) -> None:
    """In 2028 it is a board. Its meetings of 2027 are told by the law of 2027; without a change, by the board's."""
    meeting, agenda = told(until, "meetings/2027-02-08/"), told(until, "meetings/2027-03-31/agenda/")
    assert ("had to review the proposal and report on it" in meeting) is bool(until)
    assert ("6 years, beginning with the day of the meeting" in meeting) is bool(until)
    assert ("Information of these kinds is exempt only while" in agenda) is bool(until)


@pytest.mark.parametrize("until", [CHANGED, None])
def test_a_recommendation_is_answered_by_those_who_owed_it_on_its_day(until: date | None) -> None:
    page = told(until, "recommendations/")
    assert site(until).pages["recommendations/"].title == "Recommendations to the operator"
    assert "The law is Order 7. What a meeting asks for" in page
    assert ("What the commissioner answered" in page, "What the operator answered" in page) == (
        bool(until),
        not until,
    )


def test_the_statement_on_accessibility_goes_by_the_law_of_the_day_it_is_made_on() -> None:
    page = told(CHANGED, "accessibility/")
    assert "The law is Order 8." in page
    assert "Ask the ombudsman." in page
    assert "regulations" not in page
