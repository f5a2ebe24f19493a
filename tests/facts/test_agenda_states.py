from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from panelpapers.facts.agenda_states import agenda_states
from panelpapers.facts.business import Connections
from panelpapers.records.agenda import Agenda
from panelpapers.records.minutes import Minutes
from panelpapers.records.publication import Records
from panelpapers.words import agenda as words
from tests.river_valley import changed, river_valley

MEETING = "2027-03-31"
CASES: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parents[1] / "cases" / "agendas-as-taken.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_what_the_meeting_did_follows_from_its_minutes(case: dict[str, Any]) -> None:
    not_taken = case.get("not_taken", {})
    items = [
        {"number": str(number), "title": f"Business {number}", "not_taken": not_taken.get(number)}
        for number in case["items"]
    ]
    minutes = [
        {"number": str(number), "title": f"Minute {number}", "not_on_agenda": number in case.get("not_on_agenda", ())}
        | ({"item": str(item)} if item is not None else {})
        for number, item in enumerate(case["minutes"], start=100)
    ]
    records = Records(
        agendas={MEETING: Agenda.model_validate({"items": items})},
        minutes={MEETING: Minutes.model_validate({"minutes": minutes})},
    )
    states = agenda_states(records, MEETING)
    assert [words.change(one) for one in states.changes] == case["said"]
    assert words.which(states, None) == case["which"]


def test_all_three_states_and_every_change() -> None:
    states = agenda_states(river_valley(), MEETING)
    assert [item.number for item in states.published] == list("1234568")
    assert [item.number for item in states.supplemented] == list("1235678")
    assert [minute.item for minute in states.taken] == list("127358")
    assert [words.change(one) for one in states.changes] == [
        "The paper “Patrols from January to March” of item 3 was published on 24 March 2027, after the agenda.",
        "Item 4, Police stations, was withdrawn on 29 March 2027.",
        "Item 7, Bridge closure, was added on 29 March 2027.",
        "Item 7, Bridge closure, is urgent business, without the usual notice. Agreed by: the Chair.",
        "The paper “Patrols from January to March” of item 3 was withdrawn on 30 March 2027.",
        "Item 7, Bridge closure, was taken earlier than planned: after item 2.",
        "Item 6, Work programme, was not reached.",
    ]
    bridge = next(item for item in states.supplemented if item.key == "7")
    assert [minute.number for minute in states.minutes_of(bridge)] == ["13"]
    assert not any(states.without_minute(item) for item in states.supplemented)


def test_an_item_that_nothing_is_said_of_is_without_a_minute(tmp_path: Path) -> None:
    records = changed(tmp_path, f"meetings/{MEETING}/agenda.yml", "    not_taken: not reached\n", "")
    states = agenda_states(records, MEETING)
    assert [item.number for item in states.supplemented if states.without_minute(item)] == ["6"]
    assert "not reached" not in [change.kind for change in states.changes]


def test_an_agenda_that_nothing_happened_to() -> None:
    records = river_valley()
    states = agenda_states(records, "2027-06-02")
    assert states.state == "published"
    assert words.which(states, records.agendas["2027-06-02"].published) == (
        "This is the agenda as it was published on 12 April 2027."
    )


def test_minutes_that_are_not_whole_do_not_show_what_was_taken(tmp_path: Path) -> None:
    only = "only: Only what later papers say is known.\npresent:\n"
    records = changed(tmp_path, f"meetings/{MEETING}/minutes.yml", "present:\n", only)
    states = agenda_states(records, MEETING)
    assert states.taken == ()
    kinds = {change.kind for change in states.changes}
    assert not kinds & {"taken earlier", "taken later", "not on the agenda"}
    assert "not reached" in kinds, "that is typed at the item"


def test_the_minute_that_confirms_minutes_is_found_and_so_is_the_item_that_proposed_it() -> None:
    connections = Connections(river_valley())
    confirmed, proposed = connections.confirmed_in["2027-01-20"], connections.confirmed_by["2027-01-20"]
    assert (confirmed.meeting_id, confirmed.kind, confirmed.key) == (MEETING, "minute", "11")
    assert (proposed.meeting_id, proposed.kind, proposed.key) == (MEETING, "item", "1")
    assert MEETING not in connections.confirmed_in


@pytest.mark.parametrize(("pulled", "moved"), [(["2", "3"], []), ([], ["taken earlier"])])
def test_what_was_taken_out_of_the_consent_items_was_not_taken_in_another_place(
    pulled: list[str], moved: list[str]
) -> None:
    items = [{"number": number, "title": f"Business {number}", "consent": True} for number in "1234"]
    together = {"number": "100", "title": "Consent items", "items": ["1", "4"], "pulled": [{"items": pulled}]}
    alone = [{"number": f"10{number}", "title": f"Minute {number}", "item": number} for number in "23"]
    records = Records(
        agendas={MEETING: Agenda.model_validate({"items": items})},
        minutes={MEETING: Minutes.model_validate({"minutes": [together, *alone]})},
    )
    assert [change.kind for change in agenda_states(records, MEETING).changes] == moved
