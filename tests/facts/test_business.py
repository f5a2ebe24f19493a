"""Of business that comes back at every meeting, what is nearest is named."""

from __future__ import annotations

from panelpapers.facts.business import Connections
from panelpapers.records.agenda import Agenda
from panelpapers.records.meeting import Meeting
from panelpapers.records.publication import Records

MONTHS = [f"2027-{month:02}-10" for month in range(1, 13)]
AGENDA = Agenda.model_validate({"items": [{"number": "1", "title": "Patrols", "matter": "patrols"}]})
RECORDS = Records(agendas=dict.fromkeys(MONTHS, AGENDA))


def named(meeting_id: str) -> list[int]:
    """Give the months of the meetings that are named at one."""
    near = Connections(RECORDS).same_business("patrols", meeting_id, "item", 1)
    return [int(one.meeting_id[5:7]) for one in near]


def test_four_before_and_four_after_are_named() -> None:
    assert named("2027-06-10") == [2, 3, 4, 5, 7, 8, 9, 10]
    assert named("2027-01-10") == [2, 3, 4, 5]
    assert named("2027-12-10") == [8, 9, 10, 11]


def test_nothing_is_named_of_no_matter() -> None:
    assert Connections(RECORDS).same_business(None, "2027-06-10", "item", 1) == ()


def test_the_meetings_around_one() -> None:
    records = Records(meetings=dict.fromkeys(MONTHS[:3], Meeting()))
    around = Connections(records).meeting_around
    assert [around(one) for one in MONTHS[:3]] == [(None, MONTHS[1]), (MONTHS[0], MONTHS[2]), (MONTHS[1], None)]
