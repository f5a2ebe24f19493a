"""The one walker gives every value of a record, in order, with the place where it was typed."""

from __future__ import annotations

from panelpapers.records.agenda import Agenda, AgendaItem, Exemption
from panelpapers.records.base import Record
from panelpapers.records.fields import kinds_within
from panelpapers.records.marks import Private
from panelpapers.records.walk import changed, records_within, walk
from tests.river_valley import river_valley

AGENDA = Agenda.model_validate(
    {
        "items": [
            {"number": "1", "title": "Apologies", "asked_to": ["note", "agree"], "notes": "Ring first."},
            {
                "number": "2",
                "title": "Staffing",
                "exempt": {"paragraphs": ["1"], "public_interest": "It is private."},
            },
        ]
    }
)


def test_every_value_is_given_once_and_in_order() -> None:
    told = [(held.field.name, held.entry) for held in walk(AGENDA)]
    first = [("notes", None), ("known", None), ("number", None), ("title", None), ("asked_to", 0), ("asked_to", 1)]
    assert told[:9] == [("known", None), ("draft", None), ("items", 0), *first]
    assert ("public_interest", None) in told
    assert len(list(records_within(AGENDA))) == 4


def test_every_value_of_read_records_knows_its_place() -> None:
    for _, _, record in river_valley().every():
        for held in walk(record):
            assert held.place.file.endswith(".yml") or not held.field.about.is_required()


def test_kinds_are_given_once() -> None:
    kinds = kinds_within(Agenda)
    assert kinds[0] is Agenda
    assert len(set(kinds)) == len(kinds)
    assert {AgendaItem, Exemption} <= set(kinds)


def test_a_change_reaches_records_within_records() -> None:
    without = changed(AGENDA, lambda _: {"notes": None})
    assert [item.notes for item in without.items] == [None, None]
    assert without.items[1].exempt == AGENDA.items[1].exempt
    assert AGENDA.items[0].notes == "Ring first."


def test_what_does_not_change_is_given_as_it_is() -> None:
    assert changed(AGENDA, lambda _: {}) is AGENDA
    first = changed(AGENDA, lambda record: {"notes": None} if getattr(record, "notes", None) else {})
    assert first.items[0] is not AGENDA.items[0]
    assert first.items[1] is AGENDA.items[1]


def test_a_new_private_field_is_not_published() -> None:
    from panelpapers.facts.public import public
    from panelpapers.records.publication import Records

    class Made(Agenda):
        draft_of: Private[str] | None = None
        reminders: list[Private[str]] = []

    made: Record = Made.model_validate({"items": [], "draft_of": "x", "reminders": ["y"]})
    agenda = public(Records(agendas={"2026-01-05": made})).agendas["2026-01-05"]  # type: ignore[dict-item]
    assert agenda == Made.model_validate({"items": []})
