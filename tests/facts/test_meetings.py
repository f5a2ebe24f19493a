"""What is known of a meeting: that its day is past shows nothing by itself."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.facts.meetings import known_of, took_place
from panelpapers.records.meeting import Meeting
from panelpapers.records.minutes import Minutes
from panelpapers.records.publication import Records

MEETING = "2027-03-31"
BEFORE, ON, AFTER = date(2027, 3, 30), date(2027, 3, 31), date(2027, 4, 1)


@pytest.mark.parametrize(
    ("state", "minuted", "known"),
    [
        ("planned", False, ("to come", "to come", "not known")),
        ("provisional", False, ("to come", "to come", "not known")),
        ("not known", False, ("to come", "to come", "not known")),
        ("held", False, ("to come", "took place", "took place")),
        ("cancelled", False, ("called off", "called off", "called off")),
        ("postponed", False, ("called off", "called off", "called off")),
        ("planned", True, ("to come", "took place", "took place")),
        ("provisional", True, ("to come", "took place", "took place")),
        ("cancelled", True, ("called off", "called off", "called off")),
    ],
)
def test_what_is_known_before_on_and_after_its_day(state: str, minuted: bool, known: tuple[str, ...]) -> None:
    minutes = {MEETING: Minutes.model_validate({"minutes": [{"number": "1", "title": "Apologies"}]})}
    records = Records(
        meetings={MEETING: Meeting.model_validate({"state": state})}, minutes=minutes if minuted else {}
    )
    assert tuple(known_of(records, MEETING, day) for day in (BEFORE, ON, AFTER)) == known
    assert took_place(records, MEETING, AFTER) == (known[-1] == "took place")
