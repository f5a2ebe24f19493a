"""How complete the record is: of how many records a fact is known, and nothing of kinds without a record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from panelpapers.facts.completeness import recorded
from panelpapers.facts.dossier import Dossier
from panelpapers.records.agenda import Agenda
from panelpapers.records.publication import Records
from panelpapers.words.unfinished import of_recorded
from tests.facts.test_unfinished import (
    CONFIRMED,
    DUTY,
    FIRST,
    SECOND,
    TESTED,
    THIRD,
    asked,
    documented,
    indicator,
    meetings,
    minutes,
    person,
    recommended,
)

PLAIN = {"text": "T.", "short": "S."}
MOVED = {"motions": [{"id": "a", "text": "M.", "result": "carried unanimously"}]}
AGENDA = Agenda.model_validate({"items": [{"number": "7", "title": "Roads"}, {"number": "8", "title": "Piers"}]})


def held(*of: Any) -> dict[str, Any]:
    ids = (FIRST, SECOND, THIRD)[: len(of)]
    there = {name: minutes for name, minutes in zip(ids, of, strict=True) if minutes}
    return {"meetings": meetings(*ids), "minutes": there}


@pytest.mark.parametrize(
    ("records", "fact", "told"),
    [
        (held(minutes(), None), "minutes", "1 of 2 meetings whose day is over has minutes"),
        (held(minutes(only="No more is known.")), "confirmed", None),
        (held(minutes(), minutes(**CONFIRMED)), "confirmed", "1 of 2 sets of minutes is confirmed"),
        (
            held(minutes(of={"confirms": SECOND}), minutes(), minutes(**CONFIRMED)),
            "confirmed",
            "2 of 3 sets of minutes are confirmed",
        ),
        (
            held(minutes(present=[{"person": "ann-ash"}]), minutes()),
            "attendance",
            "1 of 2 sets of minutes says who was there",
        ),
        (held(minutes(taken="no")), "attendance", "0 of 1 set of minutes says who was there"),
        (
            held(minutes(no_declarations="yes"), minutes()),
            "declarations",
            "1 of 2 sets of minutes says whether anybody declared one",
        ),
        (held(minutes()), "public questions", None),
        (asked(), "public questions", "1 of 1 set of minutes says whether any was asked"),
        (
            held(minutes(of={"item": "7"})) | {"agendas": {FIRST: AGENDA}},
            "items",
            "1 of 2 items of minuted meetings has a minute",
        ),
        (
            held(minutes([PLAIN, PLAIN | {"votes": {"for": "4"}}, PLAIN | {"from": "a"}], MOVED)),
            "votes",
            "2 of 3 resolutions say how they were carried",
        ),
        (held(minutes()), "votes", None),
        (
            held(minutes([PLAIN, DUTY, PLAIN | {"no_action": "Why."}, PLAIN | {"text": "The report was noted."}])),
            "duties",
            "3 of 4 resolutions say what has to be done",
        ),
        (held(minutes([DUTY])), "due", "0 of 1 action says by when"),
        (held(minutes([DUTY])), "outcomes", "0 of 1 action says what became of it"),
        (documented("yes"), "documents", "0 of 1 document says how accessible it is"),
        (documented("yes", **TESTED), "documents", "1 of 1 document says how accessible it is"),
        (documented("no"), "documents", "1 of 1 document says how accessible it is"),
        (indicator("2025", target="none"), "targets", "1 of 1 indicator says whether there is one"),
        (person(), "days of seats", "1 of 1 term of a member gives its first day"),
        (recommended() | asked(answer="Soon."), "answers", "1 of 2 questions and recommendations has an answer"),
    ],
)
def test_each_kind_of_fact_is_counted(records: dict[str, Any], fact: str, told: str | None) -> None:
    found: dict[str, str] = {
        of.fact: of_recorded(of)[1] for of in recorded(Dossier(Records(**records)), date(2027, 6, 1))
    }
    assert found.get(fact) == told


def test_of_nothing_nothing_is_said() -> None:
    assert recorded(Dossier(Records()), date(2027, 6, 1)) == ()
