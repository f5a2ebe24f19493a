"""A year that was left from last time, and days of earlier meetings, which are right."""

from __future__ import annotations

import pytest

from panelpapers.records.agenda import Agenda
from panelpapers.records.meeting import Meeting
from panelpapers.records.publication import Records
from panelpapers.rules.texts import stale_year
from tests.rules.packs import found_by

FEBRUARY = "2026-02-25"


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Minutes of 19 November 2025", []),
        ("Minutes of the annual meeting of 26 February 2025", []),
        ("Minutes of 27 February 2025", ["27 February 2025"]),
        ("Budget of 2025, after the meeting of 19 November 2025", ["2025"]),
        ("Budget of 2025", ["2025"]),
        ("Budget of 2026", []),
    ],
)
def test_the_year_of_an_item(title: str, told: list[str]) -> None:
    agenda = Agenda.model_validate({"items": [{"number": "1", "title": title}]})
    meetings = dict.fromkeys((FEBRUARY, "2025-02-26"), Meeting.model_validate({"state": "held"}))
    found = found_by(stale_year, Records(meetings=meetings, agendas={FEBRUARY: agenda}))
    assert [problem.message.split('"')[1] for problem in found] == told
