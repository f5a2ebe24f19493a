"""Business that was put off: until a later minute takes it up or is about the same matter, it is open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from panelpapers.facts import deferrals as deferrals_of_records
from panelpapers.facts.as_of import as_of
from panelpapers.facts.deferrals import Deferral, deferrals
from panelpapers.facts.dossier import Dossier
from panelpapers.records.agenda import Agenda
from panelpapers.records.minutes import Minute, Minutes
from panelpapers.records.publication import Records
from panelpapers.rules.deferrals import takes_up_nothing
from tests.archive import archive
from tests.bodies import FOLDER as BODIES
from tests.bodies import body
from tests.hartwell import FOLDER, JUNE, MARCH, MAY, hartwell
from tests.river_valley import changed
from tests.rules.packs import found_by


def told(found: tuple[Deferral, ...]) -> list[tuple[str, str, str | None]]:
    """Give for each what it is, how it was put off, and the minute that came to it."""
    return [(entry.source.title, entry.kind, str(entry.back[1].number) if entry.back else None) for entry in found]


def test_what_came_back_and_what_is_open() -> None:
    found = Dossier(hartwell()).deferrals
    assert told(found) == [
        ("The Friday market", "deferred", "111"),
        ("Burial ground", "deferred", "120"),
        ("Grants", "not reached", "121"),
        ("Burial ground", "deferred", None),
    ]
    assert [entry.again for entry in found] == [False, True, False, False]
    assert found[3].since == date(2026, 3, 16)
    assert (found[0].until, found[0].why) == ("2026-05-11", "The survey of stall holders was late.")


def test_before_the_later_minutes_are_told_all_is_open() -> None:
    assert {back for _, _, back in told(deferrals(as_of(hartwell(), date(2026, 5, 19))))} == {None}
    assert [back for _, _, back in told(deferrals(as_of(hartwell(), date(2026, 5, 20))))] == ["111", None, None]


def test_a_minute_about_another_matter_takes_nothing_up(tmp_path: Path) -> None:
    records = changed(tmp_path, MAY, "    matter: market\n", "    matter: river-path\n", FOLDER)
    assert told(deferrals(records))[0] == ("The Friday market", "deferred", None)


def test_a_minute_that_takes_up_one_thing_takes_up_nothing_else(tmp_path: Path) -> None:
    instead = "    matter: market\n    takes_up:\n      meeting: 2026-03-16\n      minute: 103\n"
    records = changed(tmp_path, MAY, "    matter: market\n", instead, FOLDER)
    assert told(deferrals(records))[:2] == [
        ("The Friday market", "deferred", None),
        ("Burial ground", "deferred", "111"),
    ]


def test_an_item_of_which_a_minute_tells_is_listed_once(tmp_path: Path) -> None:
    instead = "minutes:\n  - number: 104\n    title: Small grants\n    item: 5\n    outcome: not reached\n"
    records = changed(tmp_path, MARCH, "minutes:\n", instead, FOLDER)
    titles = [title for title, _, _ in told(deferrals(records))]
    assert "Grants" not in titles
    assert told(deferrals(records))[0] == ("Small grants", "not reached", "121")


def test_withdrawn_and_noted_business_is_not_put_off(tmp_path: Path) -> None:
    records = changed(tmp_path, JUNE, "    outcome: deferred\n", "    outcome: withdrawn\n", FOLDER)
    assert told(deferrals(records))[1] == ("Burial ground", "deferred", "120")
    assert len(deferrals(records)) == 3


def test_business_of_a_body_that_ended_comes_back_in_the_body_that_follows_it(tmp_path: Path) -> None:
    (entry, *_) = deferrals(body("alder-creek").records)
    assert (entry.meeting_id, entry.back[0] if entry.back else None) == ("2026-12-09-parks", "2027-01-20-planning")
    assert entry.since == date(2026, 12, 9)
    typed = (BODIES / "alder-creek" / "bodies.yml").read_text(encoding="utf-8")
    strangers = changed(tmp_path, "bodies.yml", typed[typed.index("    became:") :], "", BODIES / "alder-creek")
    assert [entry.back for entry in deferrals(strangers)] == [None] * 3


def test_only_minutes_that_may_come_to_a_thing_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(minute: Minute, meeting_id: str, *more: Any, **others: Any) -> bool:
        asked.append(meeting_id)
        return comes_to(minute, meeting_id, *more, **others)

    comes_to = deferrals_of_records._comes_to
    monkeypatch.setattr(deferrals_of_records, "_comes_to", counted)
    records = archive(3)
    put_off = deferrals_of_records.deferrals(records)
    assert len(put_off) > 30
    assert len(asked) <= len(put_off), "each of hundreds of minutes was looked at for each"


DAY, LATER = "2026-01-05", "2026-02-02"
PUT_OFF = {"number": "4", "title": "Grants", "not_taken": "deferred"}


def small(item: Mapping[str, object], minute: Mapping[str, object], later: Mapping[str, object]) -> Records:
    """Give an agenda of one item, a minute about it, and a minute of a later meeting."""
    return Records(
        agendas={DAY: Agenda.model_validate({"items": [item]})},
        minutes={
            DAY: Minutes.model_validate({"minutes": [{"number": "9", "title": "Noted", "item": "4", **minute}]}),
            LATER: Minutes.model_validate({"minutes": [{"number": "12", "title": "Back", **later}]}),
        },
    )


@pytest.mark.parametrize(
    ("named", "back"),
    [({"item": "4"}, "12"), ({"minute": "9"}, "12"), ({"item": "5"}, None), ({"minute": "8"}, None)],
)
def test_an_item_is_taken_up_by_its_number_or_by_its_minute(named: dict[str, str], back: str | None) -> None:
    records = small(PUT_OFF, {}, {"takes_up": {"meeting": DAY, **named}})
    assert told(deferrals(records)) == [("Grants", "deferred", back)]
    assert [problem.code for problem in found_by(takes_up_nothing, records)] == ["takes-up-nothing"] * (back is None)


def test_what_stands_in_an_item_that_a_minute_puts_off_is_listed_once() -> None:
    part = {**PUT_OFF, "number": "4.1"}
    whole = {"number": "4", "title": "Reports", "items": [part]}
    assert told(deferrals(small(whole, {"outcome": "deferred"}, {}))) == [("Noted", "deferred", None)]
    assert told(deferrals(small(whole, {}, {}))) == [("Grants", "deferred", None)]
    pulled = {"outcome": "deferred", "pulled": [{"item": "4.1"}]}
    assert [title for title, _, _ in told(deferrals(small(whole, pulled, {})))] == ["Noted", "Grants"]
