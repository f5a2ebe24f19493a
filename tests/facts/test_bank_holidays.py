"""How far the breaks of section 243 reach, on days worked out by hand from a calendar."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.facts.bank_holidays import section_243_break


@pytest.mark.parametrize(
    ("day", "name"),
    [
        # In 2028 New Year's Day is a Saturday: its break lasts over the Sunday and the substitute day to the Tuesday.
        (date(2027, 12, 30), None),
        (date(2027, 12, 31), "bank holiday break (New Year's Day)"),
        (date(2028, 1, 4), "bank holiday break (New Year's Day)"),
        (date(2028, 1, 5), None),
        # In 2026 Christmas Day is a Friday: from the Thursday to the Tuesday after the substitute day.
        (date(2026, 12, 23), None),
        (date(2026, 12, 24), "Christmas break"),
        (date(2026, 12, 29), "Christmas break"),
        (date(2026, 12, 30), None),
        # Easter Day of 2026 is 5 April: from Thursday 2 to Tuesday 7 April.
        (date(2026, 4, 1), None),
        (date(2026, 4, 2), "Easter break"),
        (date(2026, 4, 7), "Easter break"),
        (date(2026, 4, 8), None),
        # Monday 4 May 2026: from the Saturday before, because a Sunday is no week day, to the Tuesday.
        (date(2026, 5, 1), None),
        (date(2026, 5, 2), "bank holiday break (Early May bank holiday)"),
        (date(2026, 5, 5), "bank holiday break (Early May bank holiday)"),
        (date(2026, 5, 6), None),
    ],
)
def test_a_break_begins_and_ends(day: date, name: str | None) -> None:
    assert section_243_break(day) == name
