"""Advice on a summary that speaks of days to come and does not say when it was written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from panelpapers.facts.dossier import Dossier
from panelpapers.records.agenda import Agenda
from panelpapers.records.meeting import Matter
from panelpapers.records.programme import StatutoryFunction
from panelpapers.records.publication import Records
from panelpapers.rules.texts import text_ages

AGENDA = {"items": [{"number": "1", "title": "Apologies"}]}


def told(about: str, agenda: dict[str, Any], **more: Any) -> list[str]:
    matter = Matter.model_validate({"id": "group", "title": "Group", "about": about, **more})
    records = Records(matters={"group": matter}, agendas={"2026-01-05": Agenda.model_validate(agenda)})
    return [problem.code for problem in text_ages(Dossier(records))]


@pytest.mark.parametrize(
    ("about", "agenda", "codes"),
    [
        ("The group reports on 6 January 2026.", AGENDA, ["text-ages"]),
        ("The group reports on 5 January 2026.", AGENDA, []),
        ("The group reports on 24 December 2025.", {**AGENDA, "published": "2025-12-23"}, ["text-ages"]),
        ("The group reports on 23 December 2025.", {**AGENDA, "published": "2025-12-23"}, []),
        ("The group meets in January 2026.", AGENDA, ["text-ages"]),
        ("The group met in December 2025.", AGENDA, []),
        ("The group reports.", AGENDA, []),
    ],
)
def test_a_day_after_the_latest_of_which_papers_tell(about: str, agenda: dict[str, Any], codes: list[str]) -> None:
    assert told(about, agenda) == codes


def test_nothing_is_advised_once_it_says_when_it_was_written() -> None:
    assert told("The group reports on 6 January 2026.", AGENDA, written="2025-12-23") == []


def test_a_function_of_the_law_ages_too() -> None:
    function = StatutoryFunction.model_validate(
        {"id": "end", "title": "End", "about": "Panels end in May 2028.", "law": "Some Act"}
    )
    agendas = {"2026-01-05": Agenda.model_validate(AGENDA)}
    problems = list(text_ages(Dossier(Records(functions={"end": function}, agendas=agendas))))
    assert [problem.code for problem in problems] == ["text-ages"]
    assert str(date(2028, 5, 31)) in problems[0].message
    assert list(text_ages(Dossier(Records(functions={"end": function})))) == []
