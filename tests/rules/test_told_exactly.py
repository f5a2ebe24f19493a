"""What some rules say word for word, and where they are silent: what the examples of the codes do not reach."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from panelpapers.records.actions import ActionTracker
from panelpapers.records.agenda import Agenda
from panelpapers.records.indicator import Indicator
from panelpapers.records.meeting import Matter, Meeting
from panelpapers.records.paper import Paper
from panelpapers.records.plan import Plan
from panelpapers.records.programme import StatutoryFunction
from panelpapers.records.publication import Records
from panelpapers.rules.actions import without_outcome
from panelpapers.rules.indicators import of_one_name
from panelpapers.rules.plan import unknown_commitment, unknown_rating
from panelpapers.rules.regimes import unknown_event
from panelpapers.rules.spoken import unknown_number
from panelpapers.rules.texts import text_ages
from tests.rules.packs import CASES, found_by, problems_with

MEETING = "2026-01-05"


def indicator(value: str, point: dict[str, str], more: dict[str, str]) -> Indicator:
    typed = {
        "title": "Stops",
        "measure": "number of stops",
        "place": "Northshire",
        "unit": "count",
        "definition": "Stops that were recorded.",
        "source": {"title": "Report"},
        "points": [{"value": value, "category": "North", **point}],
    }
    return Indicator.model_validate(typed | more)


@pytest.mark.parametrize(
    ("point", "more", "named"),
    [
        ({"period": "2020"}, {}, "for 2020 is"),
        ({}, {"period": "2021"}, "for 2021 is"),
    ],
)
def test_two_values_are_told_with_their_period(point: dict[str, str], more: dict[str, str], named: str) -> None:
    known = {"one": indicator("5", point, more), "other": indicator("6", point, more)}
    told = found_by(of_one_name, Records(indicators=known))
    assert f"The number of stops {named} 5 here and 6" in told[0].message


@pytest.mark.parametrize(
    ("rating", "fix"),
    [("Amberr", 'Did you mean "Amber"?'), ("xyz", "Write one of these, or add the word to the key: Green, Amber.")],
)
def test_a_word_that_is_no_rating_is_told_with_the_nearest_or_with_all(rating: str, fix: str) -> None:
    rated = {"period": "quarter 2 of 2025/26", "rating": rating, "source": {"title": "Tracker"}}
    typed: dict[str, Any] = {
        "title": "Plan",
        "about": "A plan.",
        "key": [{"word": "Green", "meaning": "On course."}, {"word": "Amber", "meaning": "At risk."}],
        "commitments": [{"numbers": ["1"], "title": "To act", "text": "To act.", "ratings": [rated]}],
    }
    (problem,) = found_by(unknown_rating, Records(plan=Plan.model_validate(typed)))
    assert problem.fix == fix


@pytest.mark.parametrize(
    ("number", "fix"),
    [("2255", "Did you mean 225?"), ("9", "Correct the number, or add the commitment to data/plan.yml.")],
)
def test_a_commitment_that_the_plan_has_not_is_told_with_the_nearest(number: str, fix: str) -> None:
    paragraph = {"number": "1", "text": "It goes on.", "commitments": [number]}
    paper = {"title": "P", "kind": "report", "item": "1", "order": 1, "summary": "It goes on."}
    promised = {"title": "Plan", "about": "A plan.", "key": [{"word": "Green", "meaning": "On course."}]}
    promised |= {"commitments": [{"numbers": ["225"], "title": "To act", "text": "To act.", "ratings": []}]}
    papers = {(MEETING, "p"): Paper.model_validate(paper | {"sections": [{"title": "A", "paragraphs": [paragraph]}]})}
    (problem,) = found_by(unknown_commitment, Records(plan=Plan.model_validate(promised), papers=papers))
    assert problem.fix == fix


@pytest.mark.parametrize(
    ("outcome", "codes"),
    [
        ("done differently", ["outcome-unexplained"]),
        ("refused", ["outcome-unexplained"]),
        ("superseded", []),
        ("done as resolved", []),
    ],
)
def test_what_was_not_done_as_resolved_needs_a_reason(outcome: str, codes: list[str]) -> None:
    update = {"action": "2025-11-17-921-ii", "text": "It was looked at.", "outcome": outcome}
    tracker = ActionTracker.model_validate({"updates": [update]})
    assert [problem.code for problem in found_by(without_outcome, Records(trackers={MEETING: tracker}))] == codes


def agenda(text: str) -> Agenda:
    return Agenda.model_validate({"items": [{"number": "1", "title": "Plan", "text": text}]})


def test_without_a_plan_no_commitment_that_is_spoken_of_is_missing() -> None:
    told = Records(agendas={MEETING: agenda("Commitment 225 is on course.")}, meetings={MEETING: Meeting()})
    assert found_by(unknown_number, told) == []


@pytest.mark.parametrize("unread", ["regimes", "panel"])
def test_no_event_is_unknown_while_what_names_the_regimes_is_unread(unread: str) -> None:
    typed = {"id": "duty", "title": "A duty", "about": "It is due each year.", "law": "Act 1", "event": "no-such"}
    known: dict[str, Any] = {"functions": {"duty": StatutoryFunction.model_validate(typed)}}
    assert [problem.code for problem in found_by(unknown_event, Records(**known))] == ["unknown-event"]
    assert found_by(unknown_event, Records(**known, unread=frozenset({unread}))) == []


@pytest.mark.parametrize("unread", ["agendas", "minutes"])
def test_no_day_is_to_come_while_what_tells_of_days_is_unread(unread: str) -> None:
    matter = Matter.model_validate({"id": "group", "title": "Group", "about": "It reports on 6 January 2026."})
    known: dict[str, Any] = {"matters": {"group": matter}, "agendas": {MEETING: agenda("The group reported.")}}
    assert [problem.code for problem in found_by(text_ages, Records(**known))] == ["text-ages"]
    assert found_by(text_ages, Records(**known, unread=frozenset({unread}))) == []


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"panel.yml": ("regime: valley", "regime: The Valley")}, ["unknown-regime"]),
        ({"regimes/valley.yml": ("zone: Europe/Dublin", "zone: Mars")}, ["time-zone"]),
        ({"panel.yml": ("area: River Valley", "area:")}, ["nothing"]),
    ],
)
def test_only_the_cause_is_told_where_the_law_or_the_panel_is_not_known(
    tmp_path: Path, files: dict[str, tuple[str, str]], told: list[str]
) -> None:
    texts = {
        name: (CASES / "pack" / name).read_text(encoding="utf-8").replace(*instead) for name, instead in files.items()
    }
    problems = problems_with(texts, tmp_path)
    assert [problem.code for problem in problems if problem.severity != "advice"] == told
