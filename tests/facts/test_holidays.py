"""How far the breaks of section 243 reach, on days worked out by hand from a calendar."""

from __future__ import annotations

from datetime import date

import pytest

from panelpapers.facts.dates import calendar_of
from panelpapers.facts.holidays import Calendar, known
from panelpapers.reading.regimes import packaged_regime
from panelpapers.records.language import marked
from panelpapers.records.regime import Holidays

ENGLAND = packaged_regime("england-police-and-crime-panel")


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
    way = ENGLAND.way("clear_days_s243")
    assert way
    told = calendar_of(ENGLAND).left_out(way, day)
    assert (told if told and "break" in told else None) == name or calendar_of(ENGLAND).holiday(day)


def holidays(**typed: object) -> Holidays:
    return Holidays.model_validate(typed)


@pytest.mark.parametrize(
    ("typed", "language", "day", "name"),
    [
        ({"country": "GB", "subdivision": "SCT"}, "en-GB", date(2027, 1, 4), "New Year Holiday (substitute day)"),
        (
            {"country": "CA", "subdivision": "QC"},
            "fr-CA",
            date(2027, 12, 27),
            f"{marked('Jour de Noël', 'fr')} (substitute day)",
        ),
        ({"country": "CA", "leave_out": ["Jour de Noël"]}, "fr-CA", date(2027, 12, 27), None),
        ({"country": "US", "subdivision": "CA"}, "en-US", date(2026, 11, 26), "Thanksgiving Day"),
        ({"country": "US", "subdivision": "CA"}, "en-US", date(2026, 10, 12), None),
        ({"country": "DE", "subdivision": "SH"}, "de", date(2026, 10, 31), marked("Reformationstag", "de")),
        ({"country": "DE", "subdivision": "SH"}, "cy", date(2026, 5, 1), "Labor Day"),
        ({"country": "GB", "subdivision": "ENG", "leave_out": ["May Day"]}, "en-GB", date(2026, 5, 4), None),
        (
            {"country": "GB", "add": [{"day": "2026-06-17", "name": "Fair day"}]},
            "en-GB",
            date(2026, 6, 17),
            "Fair day",
        ),
    ],
)
def test_holidays_are_those_of_the_place_in_its_language(
    typed: dict[str, object], language: str, day: date, name: str | None
) -> None:
    assert Calendar(holidays(**typed), language).holiday(day) == name


def test_where_no_holidays_are_stated_none_is_told() -> None:
    assert Calendar(None).holiday(date(2026, 12, 25)) is None


@pytest.mark.parametrize(
    ("country", "part", "there"),
    [("GB", "SCT", True), ("GB", None, True), ("GB", "Scotland", False), ("EN", None, False)],
)
def test_a_country_that_the_library_does_not_know_is_told(country: str, part: str | None, there: bool) -> None:
    assert known(country, part) is there
